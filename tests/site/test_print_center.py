"""What the built site offers to print."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pypdf import PdfReader

from tests.site.built import BuiltPage, one, value, words
from tests.site.conftest import Visit

Pages = Mapping[str, BuiltPage]
COURSE = "training/student-mentors/"


def test_every_pdf_is_listed_with_the_pages_that_it_has(pages: Pages, site: Path) -> None:
    center = pages["print/"]
    listed = {}
    for link in center.soup.select(".print-center th a"):
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


def test_paper_is_counted_for_twelve_without_scripts(pages: Pages) -> None:
    counted = [
        (int(value(cell, "data-sheets")), int(words(cell))) for cell in pages["print/"].soup.select("[data-sheets]")
    ]
    assert counted
    assert all(for_all == each * 12 for each, for_all in counted)


def test_paper_is_counted_for_the_number_that_a_reader_sets(visit: Visit) -> None:
    page = visit("print/")
    cell = page.locator("[data-sheets]").first
    each = int(cell.get_attribute("data-sheets") or "")
    page.get_by_label("Count the paper for this many participants").fill("20")
    assert int(cell.inner_text()) == each * 20
    assert page.locator("[data-group]").first.inner_text() == "20"


def test_the_offline_worker_keeps_no_pdf(site: Path) -> None:
    kept = [path for path in site.glob("*.js") if ".pdf" in path.read_text(encoding="utf-8")]
    assert kept == []
