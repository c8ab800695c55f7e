"""The search box in a real browser: opening it, what it answers, and how it behaves while files are on their way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.searching import SearchBox, visited

PAGE = "why-we-coach/"


@pytest.fixture
def box(browser: Browser, address: str) -> Iterator[SearchBox]:
    with visited(browser, address + PAGE) as box:
        yield box


@pytest.fixture
def page(box: SearchBox) -> Page:
    return box.page


# ---- Opening and closing ----


def test_the_button_opens_the_box_and_gets_the_focus_back(box: SearchBox, page: Page) -> None:
    button = page.get_by_role("button", name="Search", exact=True)
    button.click()
    expect(box.dialog).to_be_visible()
    expect(box.field).to_be_focused()
    page.keyboard.press("Escape")
    expect(box.dialog).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_single_key_opens_the_box_and_is_not_typed(box: SearchBox, page: Page, key: str) -> None:
    link = page.locator("main a").first
    link.focus()
    page.keyboard.press(key)
    expect(box.field).to_be_focused()
    expect(box.field).to_have_value("")
    box.dialog.get_by_role("button", name="Close").click()
    expect(box.dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_with_another_key_held_down_the_letters_are_the_browser_s(box: SearchBox, page: Page) -> None:
    page.keyboard.press("Control+s")
    page.keyboard.press("Alt+f")
    expect(box.dialog).to_be_hidden()


def test_the_letters_can_be_typed_into_other_fields(box: SearchBox, page: Page) -> None:
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    page.locator("textarea").press_sequentially("fs/")
    expect(page.locator("textarea")).to_have_value("fs/")
    expect(box.dialog).to_be_hidden()


def test_the_keys_can_be_switched_off_and_stay_off(box: SearchBox, page: Page) -> None:
    button = page.get_by_role("button", name="Search", exact=True)
    button.click()
    box.dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("s")
    expect(box.dialog).to_be_hidden()
    button.click()
    box.dialog.get_by_role("checkbox").check()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    page.keyboard.press("s")
    expect(box.dialog).to_be_visible()


def test_a_click_beside_the_box_closes_it(box: SearchBox, page: Page) -> None:
    page.keyboard.press("/")
    expect(box.dialog).to_be_visible()
    page.mouse.click(5, 400)
    expect(box.dialog).to_be_hidden()


def test_nothing_is_loaded_before_the_box_is_opened(box: SearchBox, page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/search/" in url] == []
    asked.clear()
    box.ask("coaching")
    expect(box.titles.first).to_have_text("Coaching")
    page.wait_for_load_state("networkidle")
    assert len(asked) > 1
    others = [url for url in asked if not url.startswith(f"{address}search/")]
    assert [url for url in others if not url.endswith("/icon.svg")] == []  # a browser asks for it when it likes


# ---- Answers ----


@pytest.mark.parametrize(
    ("query", "title", "reason"),
    [
        ("BTSA", "Teacher Induction Program", "New name for BTSA"),
        ("TOA", "Teacher on special assignment", "TOA stands for Teacher on assignment"),
        ("coaching partner", "Coachee", "Same as coaching partner"),
        ("practica guiada", "Guided practice", "In Spanish: práctica guiada"),
        ("credentialed coach", "Certified administrative coach", "Say this instead of “credentialed coach”"),
        ("listening skills", "Active listening", "Also looked for as “listening skills”"),
        ("coching", "Coaching", "spelling corrected"),
    ],
)
def test_the_answer_says_why_it_answers(box: SearchBox, query: str, title: str, reason: str) -> None:
    box.ask(query)
    expect(box.titles.first).to_have_text(title)
    expect(box.first.locator(".hit__why")).to_have_text(reason)


def test_a_name_typed_as_it_is_needs_no_reason(box: SearchBox) -> None:
    box.ask("coaching")
    expect(box.first).to_contain_text("Professional support that is planned")
    expect(box.first.locator(".hit__why")).to_have_count(0)
    expect(box.first.locator("[lang=es]")).to_have_text("asesoría profesional (coaching)")


def test_short_forms_with_several_meanings_show_each(box: SearchBox, page: Page) -> None:
    box.ask("ADA")
    entry = box.entry("ADA has more than one meaning")
    expect(entry.get_by_role("listitem")).to_have_text(
        [re.compile("^Americans with Disabilities Act: "), re.compile("^Average daily attendance: ")]
    )
    entry.get_by_role("link", name="Americans with Disabilities Act").click()
    page.wait_for_url("**/common-language/terms/web-accessibility/")


def test_pages_lead_to_the_sections_that_speak_of_it(box: SearchBox, page: Page) -> None:
    box.ask("why we coach")
    section = box.entry("Why we coach").get_by_role("listitem").get_by_role("link").first
    name = section.inner_text()
    section.click()
    page.wait_for_url(f"**/{PAGE}#*")
    heading = page.locator(":target")
    expect(heading).to_contain_text(name)
    expect(heading).to_be_in_viewport()


def test_what_is_typed_or_loaded_is_never_markup(box: SearchBox) -> None:
    query = "<b>zzqq</b> & \"quotes\" 'here' {count} $&"
    box.ask(query)
    expect(box.titles.first).to_have_text(f"We found no word or page for “{query}”.")
    expect(box.entries.locator("b")).to_have_count(0)


# ---- Filters ----


def test_filters_choose_a_kind_and_say_so(box: SearchBox) -> None:
    box.ask("why we coach")
    filters = box.dialog.locator("details")
    filters.get_by_text("Filter", exact=True).click()
    filters.get_by_label("Show").select_option("Page")
    expect(filters.locator("summary")).to_have_text("Filter: Page")
    expect(box.entry("Why we coach")).to_be_visible()
    expect(box.entry("Coach")).to_have_count(0)
    box.ask("BTSA")
    expect(box.entry("Say this, not that")).to_be_visible()
    expect(box.entry("Teacher Induction Program")).to_have_count(0)


def test_every_kind_of_page_is_named_and_can_be_chosen(box: SearchBox, site: Path) -> None:
    """The first page of each kind, asked for by its title."""
    told = re.fullmatch(
        r'manualSearch\.take\("pages",(.*),"\w+"\)\n', (site / "search" / "pages.js").read_text("utf-8"), re.DOTALL
    )
    assert told
    data = json.loads(told[1])
    first: dict[str, str] = {}
    for line in data["pages"].split("\n"):
        _, kind, _, _, title, *_ = line.split("\t")
        first.setdefault(kind, title)
    assert set(first) == set(data["kinds"])
    for kind, title in first.items():
        label = data["kinds"][kind]["en"]
        box.ask(title)
        expect(box.entry(title).get_by_text(label, exact=True)).to_be_visible()
        expect(box.dialog.get_by_label("Show").locator("option", has_text=label).first).to_be_attached()


def test_filters_choose_readers(box: SearchBox) -> None:
    box.ask("coach")
    expect(box.entry("Coach")).to_be_visible()
    filters = box.dialog.locator("details")
    filters.get_by_text("Filter", exact=True).click()
    readers = filters.get_by_label("For")
    choices = readers.locator("option").all_inner_texts()
    assert choices[0] == "everyone"
    readers.select_option(choices[1])
    expect(filters.locator("summary")).to_have_text(f"Filter: {choices[1]}")


def test_a_filter_that_hides_all_can_be_lifted(box: SearchBox) -> None:
    box.ask("goal sheet")
    filters = box.dialog.locator("details")
    filters.get_by_text("Filter", exact=True).click()
    filters.get_by_label("Show").select_option("Form")
    expect(filters.locator("summary")).to_have_text("Filter: Form")
    box.ask("warmhandoff")
    expect(box.titles).to_have_text(["The filter hides everything that was found."])
    box.entries.get_by_role("button", name="Show everything").click()
    expect(box.titles.first).to_have_text("Warm handoff")
    expect(box.field).to_be_focused()
    expect(filters.locator("summary")).to_have_text("Filter")


# ---- Nothing fits ----


def test_nothing_fits(box: SearchBox, page: Page) -> None:
    box.ask("zzqqxx")
    expect(box.titles).to_have_text(["We found no word or page for “zzqqxx”."])
    expect(box.first).to_contain_text("Tell your coaching coordinator which word you used")
    expect(box.status).to_have_text("Nothing was found")
    box.first.get_by_role("link", name="Look through the whole list from A to Z").click()
    page.wait_for_url("**/common-language/")


def test_the_word_can_be_asked_for(box: SearchBox) -> None:
    box.set_ask_address("mailto:words@district.example?body={words}")
    box.ask("zz & qq")
    expect(box.first.get_by_role("link", name="Ask for this word to be added")).to_have_attribute(
        "href",
        "mailto:words@district.example?body=I%20looked%20for%20%E2%80%9Czz%20%26%20qq%E2%80%9D%20and%20found%20nothing.",
    )
    expect(box.first).not_to_contain_text("Tell your coaching coordinator")


def test_near_names_are_offered_and_not_claimed(box: SearchBox, page: Page) -> None:
    query = "watching a lesson with notes"
    box.ask(query)
    expect(box.first).to_contain_text(f"We are not sure what “{query}” means here.")
    expect(box.first).to_contain_text("Perhaps one of these helps:")
    expect(box.status).to_have_text(re.compile(r"^We found no such word\. Suggestions: \d+$"))
    expect(box.titles.nth(1)).to_be_visible()
    page.keyboard.press("Enter")
    expect(box.titles.nth(1).get_by_role("link")).to_be_focused()
    assert page.url.endswith(PAGE)
