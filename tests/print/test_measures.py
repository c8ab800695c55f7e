"""Measures on paper: nothing that the page does not say, charts with their words, families in their language."""

from __future__ import annotations

import re

import pikepdf
from bs4 import BeautifulSoup

from coaching_manual.manual import Manual
from tests.print.conftest import PrintOne
from tests.print.reading import body_text, elements

YEAR = "2023-24"


def numbers(text: str) -> set[str]:
    return set(re.findall(r"[0-9]+", text))


def test_paper_holds_no_number_that_the_page_does_not_show(real: Manual, printed: PrintOne) -> None:
    """Two small years stand in this report, and the numbers of neither."""
    page = BeautifulSoup(real.by_src[f"measures/report-{YEAR}.md"].markdown, "html.parser")
    told = body_text(printed(f"report-{YEAR}").path)
    assert numbers(told) <= numbers(page.get_text(" "))
    assert "13 of 17 (76%)" in told
    assert "Too few to report" in told
    assert "7 of 9" not in told


def test_charts_are_drawn_and_say_what_they_say_on_the_page(real: Manual, printed: PrintOne) -> None:
    page = BeautifulSoup(real.by_src[f"measures/report-{YEAR}.md"].markdown, "html.parser")
    wide = page.select("svg.chart__drawing--wide")
    said = [" ".join(f"{one.title.text} {one.desc.text}".split()) for one in wide if one.title and one.desc]
    path = printed(f"report-{YEAR}").path
    with pikepdf.open(path) as pdf:
        alts = [str(element.Alt) for element in elements(pdf) if "/Alt" in element]
    assert len(said) == 7
    assert [alt for alt in alts if alt.startswith("Illustrative figures")] == said
    assert body_text(path).count("Illustrative figures: invented, not real") == 7


def test_families_get_a_sheet_in_spanish(printed: PrintOne) -> None:
    path = printed(f"families-{YEAR}-es").path
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "es"
    told = body_text(path)
    assert "borrador: falta la revisión de traducción" in told
    assert "Cifras de ejemplo." in told
    assert "En 2023–24: 70 de 88 (80%)." in told
