"""Training as its readers meet it: clock times, two pages for a session, and sheets of paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.projects import ROOT
from tests.site.axe import broken
from tests.site.built import BuiltPage, words
from tests.site.conftest import Visit

Pages = Mapping[str, BuiltPage]

SESSION = "training/coaching-foundations/session-1/"
LEAD = f"{SESSION}facilitator/"
HANDOUT = "training/coaching-foundations/handouts/coaching-agreement/"
COURSE = "training/coaching-foundations/"
_HIDDEN = ("room", "technology", "remote", "access")
_LEAST = 25  # letters: shorter texts may stand anywhere


def sessions() -> dict[str, dict[str, Any]]:
    """Every session as it is typed, by its address: read without the program that is tested."""
    files = sorted((ROOT / "framework" / "curricula").glob("*/session-*.yml"))
    return {f"training/{file.parent.name}/{file.stem}/": load(file) for file in files}


def load(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(file.read_bytes(), yaml.CSafeLoader)
    return data


def plain(text: str) -> str:
    """A text without the marks of Markdown, spaces and signs, so that it can be looked for on a page."""
    text = re.sub(r"^\s*(?:-|\d+\.) ", "", text)
    return re.sub(r"[\W_]+", " ", re.sub(r"\]\([^)]*\)", "", text)).strip()


def facilitators_texts(session: dict[str, Any]) -> list[str]:
    texts = [session.get(field, "") for field in _HIDDEN]
    texts += [step.get(field, "") for step in session["agenda"] for field in ("do", "say")]
    texts += [sheet["title"] for sheet in session.get("handouts", []) if sheet["for"] == "facilitator"]
    return [line for text in texts for line in map(plain, text.splitlines()) if len(line) >= _LEAST]


def test_participants_pages_hold_nothing_of_the_facilitator(pages: Pages) -> None:
    found = []
    for address, session in sessions().items():
        shown = plain(words(pages[address].article))
        found += [f"{address}: {text}" for text in facilitators_texts(session) if text in shown]
    assert found == []


def test_facilitators_pages_hold_all_of_it(pages: Pages) -> None:
    lost = []
    for address, session in sessions().items():
        shown = plain(words(pages[f"{address}facilitator/"].article))
        lost += [f"{address}: {step['title']}" for step in session["agenda"] if plain(step["title"]) not in shown]
        lost += [f"{address}: {text}" for text in facilitators_texts(session) if text not in shown]
    assert lost == []


def test_sessions_lead_to_each_other(pages: Pages) -> None:
    files = sorted((ROOT / "framework" / "curricula").glob("*/curriculum.yml"))
    for folder in (file.parent for file in files):
        count = len(list(folder.glob("session-*.yml")))
        for number in range(1, count + 1):
            page = pages[f"training/{folder.name}/session-{number}/"]
            there = (
                [target for _, target in page.links(page.article.select_one(".session-neighbours"))]
                if count > 1
                else []
            )
            near = [one for one in (number - 1, number + 1) if 1 <= one <= count]
            assert there == [f"training/{folder.name}/session-{one}/" for one in near]


@pytest.mark.parametrize("path", [SESSION, LEAD])
def test_the_clock_follows_the_start_that_is_set(visit: Visit, path: str) -> None:
    page = visit(path)
    times = page.locator(".agenda tbody time")
    expect(times.first).to_have_text("3:30 p.m.")
    page.get_by_label("This session starts at").fill("09:05")
    expect(times.first).to_have_text("9:05 a.m.")
    expect(page.locator("#step-1 + .step__facts time")).to_have_text("9:05 a.m.")
    expect(page.get_by_role("status").filter(has_text="It ends at")).to_have_text("It ends at 10:35 a.m.")
    assert page.url.endswith("#start=09:05")


def test_the_start_goes_along_to_the_other_page(visit: Visit) -> None:
    page = visit(f"{SESSION}#start=18:00")
    expect(page.locator(".agenda caption")).to_have_text("From 6:00 p.m. to 7:30 p.m.")
    page.get_by_role("link", name="For the facilitator").click()
    expect(page.locator(".agenda caption")).to_have_text("From 6:00 p.m. to 7:30 p.m.")
    page.get_by_role("link", name="Session 2, the next one").click()
    expect(page.get_by_label("This session starts at")).to_have_value("18:00")


@pytest.mark.parametrize("start", ["25:00", "9:5", "", "<b>"])
def test_a_start_that_is_none_changes_nothing(visit: Visit, start: str) -> None:
    page = visit(f"{SESSION}#start={start}")
    expect(page.get_by_label("This session starts at")).to_have_value("15:30")
    expect(page.locator(".agenda tbody time").first).to_have_text("3:30 p.m.")


def test_a_start_that_is_emptied_leaves_the_last_times(visit: Visit) -> None:
    page = visit(SESSION)
    page.get_by_label("This session starts at").fill("08:00")
    page.get_by_label("This session starts at").fill("")
    expect(page.locator(".agenda tbody time").first).to_have_text("8:00 a.m.")


def test_without_scripts_the_sample_start_stands(visit: Visit) -> None:
    page = visit(SESSION, java_script_enabled=False)
    expect(page.locator(".agenda tbody time").first).to_have_text("3:30 p.m.")
    expect(page.locator(".start-time")).to_be_hidden()


@pytest.mark.parametrize("path", ["training/", COURSE, SESSION, LEAD, HANDOUT])
def test_nothing_scrolls_sideways_on_a_phone(visit: Visit, path: str) -> None:
    page = visit(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize(("path", "scheme"), [(COURSE, "light"), (LEAD, "dark"), (HANDOUT, "light")])
def test_axe_finds_nothing(visit: Visit, path: str, scheme: str) -> None:
    assert broken(visit(path, color_scheme=scheme)) == []


def test_do_and_say_stand_side_by_side_where_there_is_room(browser: Browser, address: str) -> None:
    def columns(width: int) -> int:
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(address + LEAD)
        lefts: list[float] = page.eval_on_selector_all(
            "#step-1 ~ .step__parts > div", "parts => parts.map((part) => part.getBoundingClientRect().left)"
        )
        context.close()
        return len(set(lefts))

    assert [columns(width) for width in (320, 1280)] == [1, 2]


def test_paper_shows_lines_to_write_on_and_no_form(visit: Visit) -> None:
    page = visit(HANDOUT)
    page.emulate_media(media="print")
    box = page.locator(".space--lines").first.bounding_box()
    assert box is not None
    assert box["height"] > 60  # two lines of 9 mm
    lead = visit(LEAD)
    lead.emulate_media(media="print")
    expect(lead.locator(".start-time")).to_be_hidden()
    expect(lead.locator(".step__part--say").first).to_be_visible()


def test_tables_are_tables_on_paper(visit: Visit) -> None:
    page = visit(LEAD, viewport={"width": 703, "height": 930})  # letter, without its margins
    page.emulate_media(media="print")
    row = page.locator(".agenda tbody tr").first
    assert row.evaluate("(row) => new Set([...row.cells].map((cell) => cell.getBoundingClientRect().top)).size") == 1
