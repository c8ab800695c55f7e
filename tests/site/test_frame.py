"""The frame around every page: the way past the menu, the menu itself, colours, copied links, without scripts too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.conftest import Visit

PROSE = "why-we-coach/"
ACRONYMS = "common-language/acronyms/"
PHONE = {"width": 320, "height": 568}
DESKTOP = {"width": 1280, "height": 800}


def menu_of(page: Page) -> Locator:
    return page.locator("#site-menu")


def menu_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Menu", exact=True)


def dark_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Dark colors")


def ground(page: Page) -> str:
    """The colour behind the page."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


# ---- The way past the menu ----


@pytest.mark.parametrize("path", ["", PROSE, "404.html"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_first_stop_leads_past_the_menu(visit: Visit, path: str, *, scripts: bool) -> None:
    page = visit(path, java_script_enabled=scripts)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


# ---- The menu ----


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_phone_opens_the_menu_with_keys(visit: Visit, *, scripts: bool) -> None:
    page = visit(ACRONYMS, viewport=PHONE, java_script_enabled=scripts)
    expect(menu_of(page)).to_be_hidden()
    menu_button(page).focus()
    page.keyboard.press("Enter")
    current = menu_of(page).get_by_role("link", name="Acronyms")
    expect(current).to_be_visible()
    expect(current).to_have_attribute("aria-current", "page")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Close the menu")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu_of(page)).to_be_hidden()
    expect(menu_button(page)).to_be_focused()


def is_told_open(page: Page) -> bool:
    """What the browser tells a screen reader of the menu's button: it knows by itself, no attribute says it."""
    asked = page.context.new_cdp_session(page)
    root = asked.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    (button,) = asked.send("Accessibility.queryAXTree", {"nodeId": root, "accessibleName": "Menu", "role": "button"})[
        "nodes"
    ]
    return bool(next(one["value"]["value"] for one in button["properties"] if one["name"] == "expanded"))


def test_the_menu_says_whether_it_is_open(visit: Visit) -> None:
    page = visit(PROSE, viewport=PHONE)
    assert not is_told_open(page)
    menu_button(page).click()
    expect(menu_of(page)).to_be_visible()
    assert is_told_open(page)
    page.get_by_role("button", name="Close the menu").click()
    expect(menu_of(page)).to_be_hidden()
    assert not is_told_open(page)


def test_a_closed_menu_is_no_stop(visit: Visit) -> None:
    page = visit(PROSE, viewport=PHONE)
    menu_button(page).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#site-menu')") is None


def test_the_menu_closes_when_the_focus_leaves_it(visit: Visit) -> None:
    page = visit(PROSE, viewport=PHONE)
    menu_button(page).click()
    menu_of(page).locator("a, summary").locator("visible=true").last.focus()
    expect(menu_of(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu_of(page)).to_be_hidden()
    expect(page.locator(":focus")).to_be_visible()


def test_a_wide_screen_shows_the_menu_and_no_button(visit: Visit) -> None:
    page = visit(ACRONYMS, viewport=DESKTOP)
    expect(menu_of(page)).to_be_visible()
    expect(menu_button(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Close the menu")).to_be_hidden()


def test_the_first_page_keeps_its_menu_behind_the_button(visit: Visit) -> None:
    page = visit("", viewport=DESKTOP)
    expect(menu_of(page)).to_be_hidden()
    menu_button(page).click()
    expect(menu_of(page)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_sections_fold_and_unfold(visit: Visit, *, scripts: bool) -> None:
    page = visit(ACRONYMS, viewport=DESKTOP, java_script_enabled=scripts)
    sources = menu_of(page).get_by_role("link", name="Sources")
    expect(sources).to_be_hidden()
    menu_of(page).get_by_text("About this manual").click()
    expect(sources).to_be_visible()
    menu_of(page).get_by_text("About this manual").click()
    expect(sources).to_be_hidden()


# ---- Light and dark ----


def test_the_colours_follow_the_device_until_the_reader_chooses(visit: Visit) -> None:
    page = visit(PROSE, color_scheme="light")
    light = ground(page)
    expect(dark_button(page)).to_have_attribute("aria-pressed", "false")
    page.emulate_media(color_scheme="dark")
    expect(dark_button(page)).to_have_attribute("aria-pressed", "true")
    dark = ground(page)
    assert dark != light
    dark_button(page).click()
    expect(dark_button(page)).to_have_attribute("aria-pressed", "false")
    assert ground(page) == light
    page.reload()
    assert ground(page) == light


def test_a_choice_that_the_device_shares_is_not_kept(visit: Visit) -> None:
    page = visit(PROSE, color_scheme="light")
    dark_button(page).click()
    assert page.evaluate("localStorage.length") == 1
    dark_button(page).press("Space")
    assert page.evaluate("localStorage.length") == 0


def test_nothing_is_kept_without_a_choice(visit: Visit) -> None:
    assert visit(PROSE).evaluate("localStorage.length + document.cookie.length") == 0


def test_the_choice_stands_before_the_page_is_painted(visit: Visit) -> None:
    page = visit(PROSE, color_scheme="light")
    dark_button(page).click()
    dark = ground(page)
    page.add_init_script(
        "new MutationObserver((_, watcher) => { if (document.body) { watcher.disconnect();"
        " window.first = getComputedStyle(document.body).backgroundColor; } })"
        ".observe(document, {childList: true, subtree: true})"
    )
    page.reload()
    assert page.evaluate("window.first") == dark


def test_without_scripts_the_colours_follow_the_device(visit: Visit) -> None:
    def header(scheme: str) -> bytes:
        page = visit("404.html", color_scheme=scheme, java_script_enabled=False, viewport=PHONE)
        expect(page.locator("[data-palette]")).to_be_hidden()
        return page.screenshot()

    assert header("light") != header("dark")


# ---- Small helps ----


def test_the_link_of_a_heading_is_copied_and_leads_there(visit: Visit) -> None:
    page = visit(PROSE, permissions=["clipboard-read", "clipboard-write"])
    link = page.locator("article h2 > a.heading-link").first
    target = f"{page.url}{link.get_attribute('href')}"
    link.click()
    expect(page.locator("[data-status]")).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == target == page.url


def test_printing_is_offered_where_it_works(visit: Visit) -> None:
    for path in (PROSE, "manual/cycle/goal/", "training/coaching-foundations/handouts/goal-sheet/"):
        expect(visit(path).get_by_role("button", name="Print this page")).to_be_visible()
    expect(visit(PROSE, java_script_enabled=False).locator("[data-print]")).to_be_hidden()


def test_paper_shows_what_is_folded_away(visit: Visit) -> None:
    page = visit("editing/look/")
    hidden = page.get_by_text("Each study is counted once.", exact=True)
    expect(hidden).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(hidden).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(hidden).to_be_hidden()


@pytest.mark.parametrize("path", ["", PROSE, ACRONYMS])
def test_every_stop_has_a_ring_of_two_colours(visit: Visit, path: str) -> None:
    page = visit(path, viewport=DESKTOP)
    rings: set[tuple[str, str]] = set()
    for _ in range(25):
        page.keyboard.press("Tab")
        found = page.evaluate(
            "(style => [style.outlineStyle + style.outlineWidth, style.boxShadow.replace(/^.*?\\) /, '')])"
            "(getComputedStyle(document.activeElement))"
        )
        rings.add((found[0], found[1]))
    assert rings == {("solid3px", "0px 0px 0px 6px")}
