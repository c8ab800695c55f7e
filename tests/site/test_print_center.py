"""What the built site offers to print."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.print.reading import bookmarks
from tests.projects import ROOT
from tests.site.built import BuiltPage, one, value, words
from tests.site.conftest import Visit

Pages = Mapping[str, BuiltPage]
COURSE = "training/student-mentors/"
CURRICULA = ROOT / "framework" / "curricula"


def test_every_pdf_is_listed_with_the_pages_that_it_has(pages: Pages, site: Path) -> None:
    center = pages["print/"]
    listed = {}
    for link in center.soup.select(".print-center__packs th a"):
        path = center.target(value(link, "href")).partition("/print/")[2]
        row = link.find_parent("tr")
        assert row is not None
        listed[path] = int(words(row.select("td")[0]))
    counted = {path.name: len(PdfReader(path).pages) for path in (site / "print").glob("*.pdf")}
    assert listed == counted
    assert len(counted) > 50


def test_a_course_offers_its_pdfs_in_both_languages(pages: Pages, site: Path) -> None:
    offers = [words(item) for item in one(pages[COURSE].soup, ".print-offers ul").select("li")]
    assert [offer.partition(" (PDF, ")[0] for offer in offers] == [
        "Facilitator edition",
        "Participant edition",
        "Handouts, one sheet after the other",
        "Handouts, one sheet after the other · to fill in on a screen",
        "Handouts, one sheet after the other · large print",
        "Edición para participantes",
        "Hojas de trabajo, una tras otra",
        "Hojas de trabajo, una tras otra · para llenar en pantalla",
        "Hojas de trabajo, una tras otra · letra grande",
    ]
    count = len(PdfReader(site / "print" / "student-mentors-facilitator.pdf").pages)
    assert offers[0].startswith(f"Facilitator edition (PDF, {count} pages, ")


def _needed(number: int, people: int, group: int) -> int:
    """Copies of a sheet for a group, counted without the program that is tested."""
    return number * (math.ceil(group / people) if people else 1)


def test_copies_and_paper_are_counted_for_twelve_without_scripts(pages: Pages) -> None:
    cells = pages["print/"].soup.select("[data-number]")
    assert {value(cell, "data-people") for cell in cells} == {"0", "1", "2", "3", "4"}
    for cell in cells:
        number, people = int(value(cell, "data-number")), int(value(cell, "data-people"))
        sheets = int(value(cell, "data-sheets")) if cell.has_attr("data-sheets") else 1
        large = cell.find_parent(attrs={"data-letters": "large"})
        assert int(words(cell)) == (0 if large else _needed(number, people, 12) * sheets)
    for part in pages["print/"].soup.select(".print-center__order tbody"):
        assert int(words(one(part, "[data-total]"))) == sum(int(words(cell)) for cell in part.select("[data-sheets]"))
    for table in pages["print/"].soup.select(".print-center__order table"):
        assert int(words(one(table, "tfoot [data-total]"))) == sum(
            int(words(cell)) for cell in table.select("[data-sheets]")
        )


def test_sheets_are_listed_by_the_session_that_needs_them(pages: Pages) -> None:
    order = pages["print/"].soup.select("#copies-coaching-foundations .print-center__order")[0]
    sessions = [words(one(part, "th[scope=rowgroup]")) for part in order.select("tbody")]
    assert sessions == [f"Session {number}" for number in range(1, 9)]
    for number, part in enumerate(order.select("tbody"), 1):
        typed = yaml.load((CURRICULA / f"coaching-foundations/session-{number}.yml").read_bytes(), yaml.CSafeLoader)
        titles = [sheet["title"] for sheet in typed["handouts"] if sheet["for"] != "facilitator"]
        assert [words(row.select("a")[0]) for row in part.select("tr:has(a)")] == titles


def test_every_sheet_leads_to_its_page_of_the_pdf(pages: Pages, site: Path) -> None:
    """The bookmark of each sheet is on the page that is told, and between two sheets only the back of one is empty."""
    for order in pages["print/"].soup.select(".print-center__order"):
        rows = order.select("tbody tr:has(a)")
        file = value(rows[0].select("a")[0], "href").partition("#")[0].rpartition("/")[2]
        marked = {(words(title), page) for title, page in bookmarks(site / "print" / file)}
        told = []
        for row in rows:
            link = row.select("a")[0]  # another one leads to the same sheet in Spanish
            start, _, last = words(row.select("td")[0]).partition("–")
            assert value(link, "href").endswith(f"{file}#page={start}")
            assert (words(link), int(start)) in marked
            told.append((int(start), int(last or start)))
        assert [start for start, _ in told[1:]] == [last + 1 + last % 2 for _, last in told[:-1]]
        assert told[-1][1] == len(PdfReader(site / "print" / file).pages)


def test_sheets_in_spanish_are_counted_and_linked(pages: Pages) -> None:
    found = {
        words(one(shelf, "h3")): words(one(shelf, "summary .small"))
        for shelf in pages["print/"].soup.select(".print-center__shelf:has(h3)")
    }
    files: dict[str, list[dict[str, Any]]] = {file.parent.name: [] for file in CURRICULA.glob("*/curriculum.yml")}
    for file in sorted(CURRICULA.glob("*/session-*.yml")):
        handouts = yaml.load(file.read_bytes(), yaml.CSafeLoader).get("handouts", [])
        files[file.parent.name] += [sheet for sheet in handouts if sheet["for"] != "facilitator"]
    for course, sheets in files.items():
        title = yaml.load((CURRICULA / course / "curriculum.yml").read_bytes(), yaml.CSafeLoader)["title"]
        spanish = sum("es" in sheet for sheet in sheets)
        assert found[title].endswith(f"; {spanish or 'none'} of {len(sheets)} sheets in Spanish")


def test_copies_and_paper_are_counted_for_the_number_that_a_reader_sets(visit: Visit) -> None:
    page = visit("print/")
    page.get_by_label("Count the paper for this many participants").fill("19")
    counted = page.eval_on_selector_all(
        ":not([data-letters=large]) > td > [data-number]",
        "cells => cells.map(({dataset, textContent}) => [dataset.number, dataset.people, dataset.sheets, textContent])",
    )
    for number, people, sheets, shown in counted:
        assert int(shown) == _needed(int(number), int(people), 19) * int(sheets or 1)
    assert page.locator("[data-group]").first.text_content() == "19"
    total, parts = page.eval_on_selector(
        ".print-center__order table",
        "table => [table.querySelector('tfoot [data-total]').textContent,"
        " [...table.querySelectorAll('[data-sheets]')].map((cell) => Number(cell.textContent))]",
    )
    assert int(total) == sum(parts)


def test_a_group_in_two_languages_gets_each_sheet_once(visit: Visit) -> None:
    """Of 19 people 7 read in Spanish: what is there in both languages is for 12 and for 7 of them."""
    page = visit("print/")
    page.get_by_label("Count the paper for this many participants").fill("19")
    page.get_by_label("Of them, this many read in Spanish").fill("7")
    shown = page.eval_on_selector_all(
        "#copies-coaching-foundations .print-center__order tr:has(td [data-people])",
        """rows => rows.map((row) => [
            row.closest("details[data-for=es]") ? 7 : row.querySelector("th a + a[hreflang=es]") ? 12 : 19,
            ...[...row.querySelectorAll("[data-people]")].map(({dataset, textContent}) =>
                [dataset.number, dataset.people, dataset.sheets ?? "1", textContent])])""",
    )
    assert {size for size, *_ in shown} == {7, 12, 19}
    for size, *cells in shown:
        for number, people, sheets, text in cells:
            assert int(text) == _needed(int(number), int(people), size) * int(sheets)


@pytest.mark.parametrize(
    ("course", "sizes"),
    [
        ("coaching-foundations", [19, 19, 7]),  # three sheets are in Spanish, so everybody needs those in English
        ("student-mentors", [12, 12, 7, 7]),
        ("administrative-coaches", [19, 19]),
    ],
)
def test_a_pack_is_for_those_who_read_its_language(visit: Visit, course: str, sizes: list[int]) -> None:
    page = visit("print/")
    page.get_by_label("Count the paper for this many participants").fill("19")
    page.get_by_label("Of them, this many read in Spanish").fill("7")
    cells = page.locator(f"#copies-{course} .print-center__packs tr:not([data-letters=large]) [data-people]")
    told = cells.evaluate_all(
        "cells => cells.map(({dataset, textContent}) => Number(textContent) / Number(dataset.sheets))"
    )
    assert told == sizes


def test_large_print_is_counted_by_its_own_pages_and_each_person_once(visit: Visit, site: Path) -> None:
    """Of 19 people 7 read in Spanish; 2 of the others and one of the 7 need large print."""
    page = visit("print/")
    for label, number in (
        ("Count the paper for this many participants", "19"),
        ("Of them, this many read in Spanish", "7"),
        ("Of those who read in English, this many need large print", "2"),
        ("Of those who read in Spanish, this many need large print", "1"),
        ("Facilitators", "3"),
    ):
        page.get_by_label(label, exact=True).fill(number)
    told = dict(
        page.eval_on_selector_all(
            "#copies-student-mentors .print-center__packs tbody tr",
            """rows => rows.map((row) => [row.querySelector("a").href.split("/").pop().replace(".pdf", ""),
                row.lastElementChild.textContent])""",
        )
    )
    for name, people in (
        ("student-mentors-handouts", 10),
        ("student-mentors-handouts-es", 6),
        ("student-mentors-handouts-large-print", 2),
        ("student-mentors-handouts-es-large-print", 1),
        ("student-mentors-participant", 12),  # it is not there in large print
        ("student-mentors-facilitator", 3),
    ):
        pages = len(PdfReader(site / "print" / f"{name}.pdf").pages)
        assert told[name].removesuffix(" (facilitators)") == str((pages + 1) // 2 * people), name
    head = page.locator("#copies-student-mentors .print-center__order [data-group]").first
    expect(head).to_have_text("16")  # a sheet that is in English only is for all who read usual print


def test_more_readers_of_spanish_than_people_are_not_counted(visit: Visit) -> None:
    page = visit("print/")
    page.get_by_label("Of them, this many read in Spanish").fill("13")
    assert page.get_by_label("Of them, this many read in Spanish").evaluate("field => field.validity.rangeOverflow")
    assert page.locator("[data-group]").first.text_content() == "12"


def test_a_sheet_tells_where_it_is_in_the_pdfs(pages: Pages) -> None:
    for path, editions in (
        ("handouts/goal-sheet/", ["Handouts", "Hojas de trabajo"]),
        ("handouts/situation-notes/", ["Facilitator edition"]),
    ):
        offered = one(pages[f"training/coaching-foundations/{path}"].soup, ".print-offers")
        links = offered.select('li a[href*="#page="]')
        assert [words(link).partition(",")[0] for link in links] == editions
    spanish = one(pages["es/training/coaching-foundations/handouts/goal-sheet/"].soup, ".print-offers")
    assert [words(item).partition(",")[0] for item in spanish.select("li")] == ["Hojas de trabajo"]


@pytest.mark.parametrize("path", [COURSE, "training/student-mentors/handouts/messages/"])
def test_a_course_and_its_sheets_lead_to_their_copy_order(visit: Visit, path: str) -> None:
    page = visit(path)
    page.get_by_role("link", name="How many copies a group needs, sheet by sheet").click()
    opened = page.locator(".print-center__shelf[open] h3")
    expect(opened).to_have_text(["Student mentors, from the first yes to a good goodbye"])


def test_paper_shows_of_the_print_center_what_somebody_has_opened(visit: Visit) -> None:
    page = visit("print/")
    page.emulate_media(media="print")
    names, packs = page.locator(".print-center__shelf > summary"), page.locator(".print-center__packs")
    assert [names.nth(number).is_visible() for number in (0, 1)] == [True, True]
    names.first.evaluate("summary => summary.click()")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert [names.nth(number).is_visible() for number in (0, 1)] == [True, False]
    assert [packs.nth(number).is_visible() for number in (0, 1)] == [True, False]
    expect(page.locator(".print-center h2").locator("visible=true")).to_have_text(["Training"])


@pytest.mark.parametrize("number", [1, 3])
def test_a_session_says_how_many_copies_of_which_pages(pages: Pages, site: Path, number: int) -> None:
    lead = pages[f"training/coaching-foundations/session-{number}/facilitator/"]
    listed = lead.soup.select(".print-list li")
    assert listed
    for item in listed:
        links = item.select('a[href*="#page="]')
        assert links
        for link in links:
            file, _, start = value(link, "href").rpartition("/")[2].partition("#page=")
            titles = [title for title, page in bookmarks(site / "print" / file) if page == int(start)]
            spanish = link.get("lang") == "es"
            assert spanish or any(title.endswith(words(item.select("a")[0])) for title in titles)
            edition = "Facilitator edition" if "facilitator" in file else "Hojas de trabajo" if spanish else "Handouts"
            assert re.fullmatch(rf"{edition}, (pages?|páginas?) {start}(–\d+)?", words(link))


def test_the_offline_worker_keeps_no_pdf(site: Path) -> None:
    kept = [path for path in site.glob("*.js") if ".pdf" in path.read_text(encoding="utf-8")]
    assert kept == []
