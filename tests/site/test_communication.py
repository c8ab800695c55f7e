"""The communication plan as its readers meet it: on a phone, on paper, to copy, and in a calendar program."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.site.built import BuiltPage, words
from tests.site.conftest import Visit

Pages = Mapping[str, BuiltPage]
MESSAGE = "communication/messages/ask-for-a-mentor/"


def sheets(visit: Visit, path: str) -> list[str]:
    """The texts of the sheets of paper that a page prints on."""
    page = visit(path)
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]


@pytest.mark.parametrize(
    ("path", "first", "last"),
    [
        ("communication/calendar/", "August 2026", "June 2027"),
        ("communication/months/", "Course for the first coaches", "The year, told to families and partners"),
    ],
)
def test_the_year_and_the_months_print_on_one_page_each(visit: Visit, path: str, first: str, last: str) -> None:
    printed = sheets(visit, path)
    assert len(printed) == 1
    seen = " ".join(printed[0].split())
    assert first in seen
    assert last in seen


def test_a_flyer_prints_on_one_sheet_for_each_language(visit: Visit, pages: Pages) -> None:
    flyers = [address for address in pages if address.startswith("communication/flyers/")]
    assert len(flyers) == 4
    for address in flyers:
        printed = sheets(visit, address)
        assert len(printed) == 2, address


@pytest.mark.parametrize(
    "path",
    [
        "communication/",
        "communication/calendar/",
        "communication/months/",
        "communication/matrix/",
        "communication/messages/",
        MESSAGE,
        "communication/audiences/families/",
        "communication/activities/outreach-circle/",
    ],
)
def test_nothing_is_wider_than_a_narrow_phone(visit: Visit, path: str) -> None:
    page = visit(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_every_day_of_the_year_leads_to_its_day_in_the_list(pages: Pages) -> None:
    days = [
        link["href"].split("#")[1]
        for link in pages["communication/calendar/"].article.select("a.year__day")
        if isinstance(link["href"], str)
    ]
    assert len(days) == len(set(days)) > 60
    listed = set(pages["communication/months/"].ids)
    assert set(days) <= listed


def test_an_audience_reads_what_from_whom_when_and_how_to_answer(pages: Pages) -> None:
    for address, page in pages.items():
        if re.fullmatch(r"communication/audiences/[a-z-]+/", address):
            headings = [words(heading) for heading in page.article.select("h2")]
            assert headings[:4] == ["What you will hear", "From whom", "When", "How you answer"], address


def test_each_audience_links_its_own_calendar(pages: Pages, site: Path) -> None:
    found = {
        target
        for address, page in pages.items()
        if address.startswith(("communication/", "es/communication/"))
        for _, target in page.links()
        if target.endswith(".ics")
    }
    assert found == {path.relative_to(site).as_posix() for path in site.rglob("*.ics")}
    assert len(found) == 19


def test_the_copy_button_copies_the_text_and_says_so(visit: Visit) -> None:
    page = visit(MESSAGE, permissions=["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Copy: Text message in English")
    button.click()
    expect(page.locator("[data-status]")).to_have_text("Copied")
    expect(button).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("[School]: Your child can have a mentor.")
    assert len(copied) <= 160


def test_a_browser_that_refuses_to_copy_selects_the_text(visit: Visit) -> None:
    page = visit(MESSAGE)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.get_by_role("button", name="Copy: Text message in English").click()
    expect(page.locator("[data-status]")).to_have_text("Please select the text and copy it")
    assert page.evaluate("String(getSelection())").startswith("[School]: Your child can have a mentor.")


def test_without_scripts_texts_stand_there_and_no_button_does(visit: Visit) -> None:
    page = visit(MESSAGE, java_script_enabled=False)
    expect(page.get_by_text("[School]: Your child can have a mentor.")).to_be_visible()
    assert page.locator("[data-copy]:visible").count() == 0


def test_text_messages_fit_in_both_languages(pages: Pages) -> None:
    texts = [
        text
        for address, page in pages.items()
        if address.startswith("communication/messages/")
        for text in page.article.select("pre[id^=text-message]")
    ]
    assert len(texts) >= 10
    assert max(len(text.get_text()) for text in texts) <= 160


def test_what_is_copied_stays_as_it_was_typed(pages: Pages) -> None:
    """Pages have curly marks, of which a single one makes a text message one of 70 letters."""
    article = pages["communication/messages/we-walk-with-you/"].article
    assert "With the family's consent they call you" in " ".join(pre.get_text() for pre in article.select("pre"))


def test_the_matrix_says_what_is_not_covered(pages: Pages) -> None:
    matrix = pages["communication/matrix/"].article
    rows = matrix.select("table.matrix tbody tr")
    assert len(rows) == 14
    assert {len(row.select("td")) for row in rows} == {13}
    gaps = len(matrix.select(".matrix__gap"))
    assert len(matrix.select(".matrix-gaps li")) == gaps
    assert ("Every message reaches every audience" in words(matrix)) == (gaps == 0)


def test_families_read_it_in_spanish_with_dates_as_spanish_writes_them(pages: Pages) -> None:
    page = pages["es/communication/audiences/families/"]
    assert page.soup.html is not None
    assert page.soup.html["lang"] == "es"
    seen = words(page.article)
    assert "28 de octubre de 2026" in seen
    assert "El segundo miércoles de enero, marzo y mayo" in seen
    inside = {target for _, target in page.links(page.article) if target.startswith(("es/", "communication/"))}
    assert inside
    assert all(target.startswith("es/") for target in inside)


def test_every_message_that_families_hear_is_there_in_spanish(visit: Visit, pages: Pages) -> None:
    listed = pages["es/communication/audiences/families/"].links()
    messages = sorted({target for _, target in listed if "/messages/" in target})
    assert messages == [
        f"es/communication/messages/{name}/"
        for name in ("ask-for-a-mentor", "safe-mentors", "we-walk-with-you", "your-language")
    ]
    for address in messages:
        headings = [words(heading) for heading in pages[address].article.select("h2")]
        assert headings[:3] == ["Por qué se puede creer", "Quién lo escucha, y cómo", "Textos para copiar"], address
        assert not pages[address].article.select('li[lang="en"]'), address
    page = visit(f"es/{MESSAGE}")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(re.compile(f"/{MESSAGE}$"))


def test_a_text_in_spanish_is_copied_and_the_page_says_so_in_spanish(visit: Visit) -> None:
    page = visit(f"es/{MESSAGE}", permissions=["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Copiar: Mensaje de texto")
    expect(button).to_have_text("Copiar")
    button.click()
    expect(page.locator("[data-status]")).to_have_text("Copiado")
    assert page.evaluate("navigator.clipboard.readText()").startswith("[Escuela]: Su hijo(a) puede tener un mentor.")


def test_an_activity_and_its_measure_lead_to_each_other(pages: Pages) -> None:
    measure = pages["measures/highly-trained-teacher-coaches/"]
    found = {target for _, target in measure.links(measure.article)}
    assert {"communication/activities/train-coaches/", "communication/activities/board-year/"} <= found
    for name in ("train-coaches", "board-year"):
        page = pages[f"communication/activities/{name}/"]
        assert "measures/highly-trained-teacher-coaches/" in {target for _, target in page.links(page.article)}
