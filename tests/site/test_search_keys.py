"""The search box under the fingers: Enter, arrows, the way back, and files that come late or never."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.searching import SearchBox, hold, visited

PAGE = "why-we-coach/"
COACHING = "**/common-language/terms/coaching/"


@pytest.fixture
def box(browser: Browser, address: str) -> Iterator[SearchBox]:
    with visited(browser, address + PAGE) as box:
        yield box


@pytest.fixture
def page(box: SearchBox) -> Page:
    return box.page


# ---- Enter, arrows, a click ----


def test_enter_opens_the_first_answer(box: SearchBox, page: Page) -> None:
    box.ask("coaching")
    expect(box.titles.first).to_have_text("Coaching")
    page.keyboard.press("Enter")
    page.wait_for_url(COACHING)


@pytest.mark.parametrize("late_file", ["search-en.js", "names-en.js", "cards-en/*.js"])
def test_enter_may_be_pressed_before_the_answer_has_come(box: SearchBox, page: Page, late_file: str) -> None:
    late = hold(page, late_file)
    with page.expect_request(f"**/search/{late_file}"):
        box.ask("coaching")
    page.keyboard.press("Enter")
    assert page.url.endswith(PAGE)
    late.let_through()
    page.wait_for_url(COACHING)


def test_enter_never_opens_the_answer_to_what_was_typed_before(box: SearchBox, page: Page) -> None:
    box.ask("coach")
    expect(box.titles.first).to_have_text("Coach")
    late = hold(page, "cards-en/*.js")
    box.ask("BTSA")
    page.keyboard.press("Enter")
    expect(box.titles.first).to_have_text("Coach")
    assert page.url.endswith(PAGE)
    late.let_through()
    page.wait_for_url("**/common-language/terms/teacher-induction-program/")


def test_enter_leaves_it_to_the_reader_which_meaning_is_meant(box: SearchBox, page: Page) -> None:
    box.ask("SP")
    expect(box.titles.first).to_have_text("SP has more than one meaning")
    expect(box.status).to_have_text(re.compile("^First of"))
    page.keyboard.press("Enter")
    expect(box.first.get_by_role("link", name="Support provider")).to_be_focused()
    assert page.url.endswith(PAGE)


def test_arrows_go_through_the_links_and_back(box: SearchBox, page: Page) -> None:
    box.ask("coaching")
    links = box.entries.get_by_role("link")
    expect(links.nth(1)).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(box.field).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box.field).to_be_focused()


def test_the_way_back_leads_to_the_search(box: SearchBox, page: Page) -> None:
    box.ask("coaching")
    box.entries.get_by_role("link", name="Coaching", exact=True).click()
    page.wait_for_url(COACHING)
    page.go_back()
    expect(box.titles.first).to_have_text("Coaching")
    # what was typed stands in no address: a server would write it down
    assert page.url.endswith(PAGE)
    page.keyboard.press("Escape")
    expect(box.dialog).to_be_hidden()
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    expect(box.dialog).to_be_hidden()


def test_an_address_can_hold_a_question(box: SearchBox, page: Page, address: str) -> None:
    page.goto(f"{address}{PAGE}?q=what+is+BTSA%3F")
    expect(box.field).to_have_value("what is BTSA?")
    expect(box.titles.first).to_have_text("Teacher Induction Program")


# ---- Files that come late ----


def test_letters_typed_at_once_are_not_lost(box: SearchBox, page: Page) -> None:
    late = hold(page, "*.js")
    page.keyboard.press("/")
    page.keyboard.type("btsa")
    expect(box.field).to_have_value("btsa")
    late.let_through()
    expect(box.titles.first).to_have_text("Teacher Induction Program")


@pytest.mark.parametrize("late_file", ["more.js", "words-en.js", "pages.js"])
def test_a_whole_name_is_answered_before_the_rest_is_there(box: SearchBox, page: Page, late_file: str) -> None:
    """Whatever of the rest is missing, nothing that needs it may be used."""
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    late = hold(page, late_file)
    with page.expect_request(f"**/search/{late_file}"):
        box.ask("I")
    for query, title in {"IC": "Instructional coach", "BTSA": "Teacher Induction Program"}.items():
        box.field.fill(query)
        expect(box.titles.first).to_have_text(title)
    expect(box.dialog.get_by_role("alert")).to_be_empty()
    late.let_through()
    expect(box.entry("Say this, not that")).to_be_visible()
    assert faults == []


def test_the_focus_stays_where_it_is_when_more_arrives(box: SearchBox, page: Page) -> None:
    late = hold(page, "index/*.js")
    with page.expect_request("**/search/index/*.js"):
        box.ask("BTSA")
    # its definition comes last, and draws the entry anew
    expect(box.entry("Induction mentor").locator(".hit__text")).to_be_visible()
    link = box.entry("Induction mentor").get_by_role("link")
    link.focus()
    link.evaluate("(link) => { link.blurred = false; link.onblur = () => { link.blurred = true; }; }")
    late.let_through()
    expect(box.entry("Say this, not that")).to_be_visible()
    expect(link).to_be_focused()
    assert link.evaluate("(link) => link.blurred") is False


def test_the_focus_stays_in_an_entry_that_is_drawn_anew(box: SearchBox, page: Page) -> None:
    late = hold(page, "texts/*.js")
    with page.expect_request("**/search/texts/*.js"):
        box.ask("coaching")
    # the first page of the list, whichever it is: what it says comes late, and draws it anew
    key = box.dialog.locator("[data-search-results] > li[data-key^=p]").first.get_attribute("data-key")
    entry = box.dialog.locator(f"[data-search-results] > li[data-key={key}]")
    entry.get_by_role("link").focus()
    expect(entry.locator(".hit__text")).to_have_count(0)
    late.let_through()
    expect(entry.locator(".hit__text")).to_be_visible()
    expect(entry.locator(".hit__title").get_by_role("link")).to_be_focused()


def test_the_first_answer_and_the_count_are_announced(box: SearchBox) -> None:
    box.ask("BTSA")
    expect(box.status).to_have_text(re.compile(r"^First of \d+ results: Teacher Induction Program$"))
    expect(box.status).to_have_text(f"First of {box.entries.count()} results: Teacher Induction Program")
    box.ask("")
    expect(box.status).to_be_empty()
    expect(box.entries).to_have_count(0)


# ---- Files that do not come ----


@pytest.mark.parametrize("lost", ["search-en.js", "names-en.js", "more.js", "cards-en/*.js", "index/*.js"])
def test_the_reader_is_told_and_the_next_letter_tries_again(box: SearchBox, page: Page, lost: str) -> None:
    page.route(f"**/search/{lost}", lambda route: route.abort())
    box.ask("BTS")
    alert = box.dialog.get_by_role("alert")
    expect(alert).to_have_text("The search could not be loaded. Check the connection and type again.")
    page.unroute(f"**/search/{lost}")
    page.keyboard.press("End")
    page.keyboard.type("A")
    expect(box.titles.first).to_have_text("Teacher Induction Program")
    expect(box.status).to_have_text(re.compile("^First of"))
    expect(alert).to_be_empty()


def test_a_fault_in_our_own_files_is_not_called_a_lost_connection(box: SearchBox, page: Page) -> None:
    def answer(route: Route) -> None:
        told = re.fullmatch(r'manualSearch\.take\(("[^"]+"),.*,("[^"]+")\)\n', route.fetch().text(), re.DOTALL)
        assert told, "a part of the search no longer says its name first and its edition last"
        route.fulfill(body=f"manualSearch.take({told[1]},null,{told[2]})", content_type="text/javascript")

    page.route("**/search/cards-en/*.js", answer)
    with page.expect_event("pageerror"):
        box.ask("BTSA")
    expect(box.dialog.get_by_role("alert")).to_be_empty()
