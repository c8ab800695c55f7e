"""What a person meets in a real browser: mouse, keys, touch, a screen reader, paper, and no scripts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.projects import ROOT, terms_of
from tests.site.conftest import Visit

PROSE = "why-we-coach/"
GLOSSARY = "common-language/"
TERM = "common-language/terms/coaching/"
MAIN_PAGES = (
    "",
    PROSE,
    GLOSSARY,
    TERM,
    "common-language/acronyms/",
    "common-language/say-this/",
    "common-language/side-by-side/",
    "sources/",
    "open-decisions/",
    "editing/",
    "editing/macros/",
    "editing/fields/",
    "editing/problems/",
)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")


def first_term(page: Page) -> Locator:
    """The first linked term of a page's text."""
    return page.locator("article a.term").first


def box_of(page: Page) -> Locator:
    return page.locator("#term-box")


def definition_of(page: Page, link: Locator) -> str:
    """The words that the page gives as the description of a link."""
    return page.locator(f"#{link.get_attribute('aria-describedby')}").inner_text()


def target_of(page: Page, link: Locator) -> str:
    return urljoin(page.url, link.get_attribute("href") or "")


def stop_time(page: Page) -> None:
    """From here on timers run only when the test says so: nothing is left to chance."""
    page.clock.install()
    page.clock.pause_at("2100-01-01")


# ---- The definition of a term ----


def test_mouse_opens_the_box_which_stays_until_the_pointer_leaves(visit: Visit) -> None:
    page = visit(PROSE)
    stop_time(page)
    link, box = first_term(page), box_of(page)
    link.hover()
    page.clock.run_for(200)
    expect(box).to_be_hidden()
    page.clock.run_for(200)
    expect(box).to_be_visible()
    expect(box.locator("p")).to_have_text(definition_of(page, link))
    box.hover()
    page.clock.run_for(5_000)
    expect(box).to_be_visible()
    page.mouse.move(1, 1)
    page.clock.run_for(1_000)
    expect(box).to_be_hidden()


def test_escape_closes_the_box_without_moving_the_pointer(visit: Visit) -> None:
    page = visit(PROSE)
    stop_time(page)
    link, box = first_term(page), box_of(page)
    link.hover()
    page.clock.run_for(1_000)
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    page.clock.run_for(5_000)
    expect(box).to_be_hidden()
    page.mouse.move(1, 1)
    page.clock.run_for(1_000)
    link.hover()
    page.clock.run_for(1_000)
    expect(box).to_be_visible()


def test_a_passing_pointer_opens_nothing(visit: Visit) -> None:
    page = visit(PROSE)
    stop_time(page)
    first_term(page).hover()
    page.clock.run_for(100)
    page.mouse.move(1, 1)
    page.clock.run_for(5_000)
    expect(box_of(page)).to_be_hidden()


def test_the_mouse_follows_the_link(visit: Visit) -> None:
    page = visit(PROSE)
    link = first_term(page)
    target = target_of(page, link)
    link.click()
    page.wait_for_url(target)


def test_keys_open_the_box_and_lead_through_it(visit: Visit) -> None:
    page = visit(PROSE)
    link, box = first_term(page), box_of(page)
    link.focus()
    expect(box).to_be_visible()
    page.keyboard.press("Tab")
    more = box.get_by_role("link", name="Full entry")
    expect(more).to_be_focused()
    expect(box).to_be_visible()
    page.keyboard.press("Tab")
    expect(more).not_to_be_focused()
    after = page.evaluate("link => link.compareDocumentPosition(document.activeElement)", link.element_handle())
    assert after & 4, "the focus goes on, down the page"
    page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    expect(box).to_be_visible()


def test_in_a_low_window_the_box_does_not_roll_back_under_the_focus(visit: Visit) -> None:
    page = visit(PROSE, viewport={"width": 320, "height": 256})
    link, box = first_term(page), box_of(page)
    link.focus()
    page.keyboard.press("Tab")
    more = box.get_by_role("link", name="Full entry")
    expect(more).to_be_focused()
    follow = (
        "box => { dispatchEvent(new Event('scroll')); return box.scrollTop }"  # the page moves, and so does the box
    )
    box.evaluate("box => { box.querySelector('p').textContent = 'word '.repeat(300) }")
    box.evaluate(follow)
    more.evaluate("link => link.scrollIntoView({ block: 'end' })")
    rolled = box.evaluate("box => box.scrollTop")
    assert rolled > 0, "the box is lower than its text"
    assert box.evaluate(follow) == rolled


def test_escape_closes_the_box_and_the_focus_stays(visit: Visit) -> None:
    page = visit(PROSE)
    stop_time(page)
    link, box = first_term(page), box_of(page)
    link.focus()
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(link).to_be_focused()
    page.clock.run_for(5_000)
    expect(box).to_be_hidden()


def test_escape_inside_the_box_leads_back_to_the_term(visit: Visit) -> None:
    page = visit(PROSE)
    stop_time(page)
    link, box = first_term(page), box_of(page)
    link.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(link).to_be_focused()


def test_enter_follows_the_link(visit: Visit) -> None:
    page = visit(PROSE)
    link = first_term(page)
    target = target_of(page, link)
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_leaving_with_the_focus_closes_the_box(visit: Visit) -> None:
    page = visit(PROSE)
    link, box = first_term(page), box_of(page)
    link.focus()
    expect(box).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(box).to_be_hidden()


def test_a_tap_opens_the_box_and_another_one_outside_closes_it(visit: Visit) -> None:
    page = visit(PROSE, has_touch=True, viewport={"width": 390, "height": 780})
    link, box = first_term(page), box_of(page)
    here = page.url
    link.tap()
    expect(box).to_be_visible()
    expect(box.locator("p")).to_have_text(definition_of(page, link))
    assert page.url == here
    page.locator("article h1").tap()
    expect(box).to_be_hidden()
    assert page.url == here


def test_a_tap_on_full_entry_leads_to_the_term(visit: Visit) -> None:
    page = visit(PROSE, has_touch=True, viewport={"width": 390, "height": 780})
    link = first_term(page)
    target = target_of(page, link)
    link.tap()
    box_of(page).get_by_role("link", name="Full entry").tap()
    page.wait_for_url(target)


def test_a_second_tap_on_the_term_leads_to_it(visit: Visit) -> None:
    page = visit(PROSE, has_touch=True, viewport={"width": 390, "height": 780})
    link = first_term(page)
    target = target_of(page, link)
    link.tap()
    expect(box_of(page)).to_be_visible()
    link.tap()
    page.wait_for_url(target)


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "touch"])
def test_every_box_stays_on_the_screen(visit: Visit, *, touch: bool) -> None:
    size = {"width": 320, "height": 568}
    page = visit(PROSE, has_touch=touch, viewport=size)
    for link in page.locator("article a.term").all()[:12]:
        link.focus()
        expect(box_of(page)).to_be_visible()
        where = box_of(page).bounding_box()
        assert where is not None
        assert where["x"] >= 0
        assert where["x"] + where["width"] <= size["width"]
        assert where["y"] >= 0
        assert where["y"] + where["height"] <= size["height"]


def test_the_definition_is_announced(visit: Visit) -> None:
    page = visit(PROSE)
    links = page.locator("article a.term")
    assert links.count() > 10
    for link in links.all():
        expect(link).to_have_accessible_description(re.sub(r"\s+", " ", definition_of(page, link)))


def test_without_scripts_a_term_is_a_plain_link(visit: Visit) -> None:
    page = visit(PROSE, java_script_enabled=False)
    link = first_term(page)
    target = target_of(page, link)
    link.click()
    page.wait_for_url(target)
    expect(page.locator("article .lead")).to_be_visible()


# ---- The A–Z ----


def test_without_scripts_the_a_to_z_is_whole(visit: Visit) -> None:
    page = visit(GLOSSARY, java_script_enabled=False)
    entries = page.locator("[data-entry]")
    assert entries.count() == len(terms_of(ROOT))
    assert all(entry.is_visible() for entry in entries.all())
    expect(page.locator("[data-filters]")).to_be_hidden()


def test_the_a_to_z_is_filtered_and_the_count_is_announced(visit: Visit) -> None:
    page = visit(GLOSSARY)
    terms = terms_of(ROOT).values()
    entries = page.locator("[data-entry]")
    filters = page.locator("fieldset[data-filters]")
    status = filters.get_by_role("status")
    expect(status).to_have_text(f"{len(terms)} terms")
    audience = filters.get_by_label("For", exact=True)
    audience.select_option("families")
    wanted = {term["id"] for term in terms if "families" in term["audience"]}
    expect(status).to_have_text(f"{len(wanted)} terms")
    assert shown(page) == wanted
    page.get_by_label("Category", exact=True).select_option("student-mentoring")
    both = {
        term_id
        for term_id in wanted
        if page.locator(f"[data-entry][data-category=student-mentoring] a[href$='/{term_id}/']").count()
    }
    assert 0 < len(both) < len(wanted)
    expect(status).to_have_text(f"{len(both)} terms" if len(both) > 1 else "1 term")
    assert shown(page) == both
    assert all(letter.locator("[data-entry]:visible").count() for letter in page.locator("[data-letter]:visible").all())
    assert page.locator(".letters a:visible").count() == page.locator("[data-letter]:visible").count()
    audience.select_option("")
    page.get_by_label("Category", exact=True).select_option("")
    expect(status).to_have_text(f"{len(terms)} terms")
    assert entries.count() == len(shown(page)) == len(terms)


def shown(page: Page) -> set[str]:
    """The ids of the terms that the A–Z shows now."""
    links: list[str] = page.locator("[data-entry]:visible dt a").evaluate_all("all => all.map(one => one.href)")
    return {link.rstrip("/").rsplit("/", 1)[1] for link in links}


def test_choices_that_come_back_with_the_page_are_applied(visit: Visit) -> None:
    page = visit(GLOSSARY)
    page.get_by_label("Category", exact=True).select_option("roles")
    some = page.get_by_role("status").first.inner_text()
    page.locator("[data-entry]:visible dt a").first.click()
    expect(page.locator("article .lead")).to_be_visible()
    page.go_back()
    chosen = page.get_by_label("Category", exact=True).input_value()
    expected = some if chosen == "roles" else f"{len(terms_of(ROOT))} terms"
    expect(page.locator("[data-count]")).to_have_text(expected)


# ---- On paper, on a small screen, in quiet ----


@pytest.mark.parametrize("path", [PROSE, TERM, GLOSSARY])
def test_paper_shows_the_text_and_nothing_to_click(visit: Visit, path: str) -> None:
    page = visit(path)
    page.emulate_media(media="print")
    for gone in (
        ".site-header",
        ".site-menu",
        ".contents",
        ".trail",
        ".neighbours",
        "button",
        ".filters",
        ".letters",
    ):
        assert not any(one.is_visible() for one in page.locator(gone).all()), gone
    expect(page.locator("article h1")).to_be_visible()
    for words in page.locator(".words").all():
        expect(words).to_be_visible()
    assert page.locator(".words").count() == (path != GLOSSARY)


@pytest.mark.parametrize("path", [*MAIN_PAGES, "404.html"])
def test_nothing_scrolls_sideways_on_a_small_phone(visit: Visit, path: str) -> None:
    page = visit(path, viewport={"width": 320, "height": 568})
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(f"({LOOK}).beyond(320)") == []


@pytest.mark.parametrize("path", MAIN_PAGES)
def test_a_page_keeps_to_itself_and_works_without_complaint(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.goto(address + path, wait_until="networkidle")
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:" + address))] == []
    assert [
        line for line in said if line.startswith(("error", "warning")) or not line.startswith(("log", "info"))
    ] == []


# ---- Contrast ----


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", ["", PROSE, GLOSSARY, TERM, "sources/", "open-decisions/", "editing/macros/"])
def test_all_text_can_be_read(visit: Visit, path: str, scheme: Literal["light", "dark"]) -> None:
    page = visit(path, color_scheme=scheme, reduced_motion="reduce")
    expect(page.locator("html")).to_have_attribute("data-scheme", scheme)
    term = page.locator("article a.term")
    if term.count():
        term.first.focus()
        expect(box_of(page)).to_be_visible()
    read = page.evaluate(f"({LOOK}).texts()")
    assert len(read) > 50
    assert [one for one in read if one["contrast"] < 4.5] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("path", "control"),
    [
        (GLOSSARY, ".filters select"),
        (GLOSSARY, ".letters a"),
        (GLOSSARY, ".site-tools button:visible"),
        (GLOSSARY, ".about-page button"),
        (PROSE, ".neighbours a"),
        (PROSE, ".term-box"),
    ],
)
def test_controls_can_be_seen(visit: Visit, path: str, control: str, scheme: Literal["light", "dark"]) -> None:
    page = visit(path, color_scheme=scheme, reduced_motion="reduce")
    if control == ".term-box":
        first_term(page).focus()
    expect(page.locator(control).first).to_be_visible()
    borders = page.locator(control).evaluate_all(f"all => all.map(one => ({LOOK}).border(one))")
    assert [border for border in borders if border < 3] == []
