"""The pages of measures: one for each measure, and one for each school year that was reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coaching_manual.addresses import MEASURES_PAGE, families_page, measure_page, report_page
from coaching_manual.index import Index
from coaching_manual.languages import SPANISH_START
from coaching_manual.pages import WrittenPage
from coaching_manual.record_pages.making import made_page, spanish_page
from coaching_manual.render import Renderer
from coaching_manual.views import year_label


def measure_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """A page for each measure, and a report for each year."""
    yield from _measures(index, renderer)
    yield from _reports(index, renderer)


def _measures(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    for measure_id, entry in index.tables["measure"].items():
        measure = entry.record
        markdown = renderer.render_template("pages/measure.html.j2", id=measure_id)
        title = f"Measure: {measure.title}"
        page = made_page(entry, "measure", measure_page(measure_id), title, measure.question, markdown)
        words = (*measure.names, *((measure.es.title,) if measure.es else ()))
        yield replace(page, within=MEASURES_PAGE, name=title, words=words)


def _reports(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    framework = index.framework
    first_of = {entry.record.year: entry for entry in reversed(framework.results or framework.illustrative)}
    for year, entry in sorted(first_of.items()):
        markdown = renderer.render_template("pages/report.html.j2", year=year)
        label = year_label(year)
        title = f"Report on coaching and mentoring, school year {label}"
        about = f"How each measure of coaching and mentoring stands at the end of the school year {label}."
        page = made_page(entry, "report", report_page(year), title, about, markdown)
        words = (f"yearly report {label}", f"annual report {year}", f"informe anual {label}")
        yield replace(page, within=MEASURES_PAGE, words=words)
        yield from _for_families(index, renderer, year, page)


def _for_families(index: Index, renderer: Renderer, year: str, report: WrittenPage) -> Iterator[WrittenPage]:
    """The same year for families: in English, and in Spanish as far as the measures are."""
    label = year_label(year)
    title = f"For families: coaching and mentoring in {label}"
    about = f"How coaching and mentoring in our schools stood at the end of the school year {label}, in short."
    markdown = renderer.render_template("pages/families.html.j2", year=year, language="en")
    words = (f"report for families {label}", f"informe para familias {label}")
    page = replace(
        report, src=families_page(year), title=title, description=about, markdown=markdown or "", words=words
    )
    page = replace(page, within=report.src, whole=markdown is not None)
    yield page
    texts = [entry.record.es for entry in index.tables["measure"].values() if entry.record.es]
    if texts:
        days = [text.reviewed for text in texts if text.reviewed]
        reviewed = max(days) if len(days) == len(texts) else None
        title = f"Para las familias: asesoría y mentoría en {label}"
        about = f"Cómo iban la asesoría y la mentoría en nuestras escuelas al final del año escolar {label}, en breve."
        markdown = renderer.render_template("pages/families.html.j2", year=year, language="es")
        page = replace(page, within=None)
        yield replace(spanish_page(page, title, about, markdown, reviewed=reviewed), within=SPANISH_START)
