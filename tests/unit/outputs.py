"""Everything that is published of some figures, as a reader of the site gets it, and what can be read in it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup
from bs4.element import Tag

from coaching_manual.index import Index
from coaching_manual.manual import Manual
from coaching_manual.model import Measure, Result
from coaching_manual.problems import Problems
from coaching_manual.render import Renderer
from coaching_manual.structure import Entry
from coaching_manual.views import Views
from tests.unit.worlds import LEVELS, WAYS, Fact

_YEAR = re.compile(r"20[0-9]{2}[-–][0-9]{2}")
_COUNTED = re.compile(r"(?P<number>[0-9,]+)(?: of (?P<of>[0-9,]+)(?: \([0-9]+%\))?)?")
_TITLES = {one.capitalize(): f"level/{one}" for one in LEVELS} | {one.capitalize(): f"way/{one}" for one in WAYS}
_LINES = {"With leavers": "with-leavers", "Left": "left", "Part": "part", "Later": "later"}


@dataclass(frozen=True)
class Press:
    """Publishes figures of a measure as the real templates do, without reading a project each time."""

    manual: Manual

    def publish(self, measure: Measure, results: Sequence[Result]) -> dict[str, str]:
        """The pages, with the charts in them, and the files to download, by name."""
        framework = self.manual.index.framework
        place = framework.terms[0]
        entries = tuple(Entry(one, place.document, place.path) for one in results)
        measures = (Entry(measure, place.document, place.path),)
        index = Index(replace(framework, measures=measures, results=entries))
        views = Views(index)
        renderer = Renderer(self.manual.project.macros, self.manual.project.root, Problems())
        renderer.use(views)
        made = {"measure": renderer.render_template("pages/measure.html.j2", id=measure.id)}
        for year in views.accountability.years:
            made[f"report {year}"] = renderer.render_template("pages/report.html.j2", year=year)
            for language in ("en", "es"):
                text = renderer.render_template("pages/families.html.j2", year=year, language=language)
                made[f"families {year} {language}"] = text
        assert all(made.values())
        return {**{name: text or "" for name, text in made.items()}, **views.accountability.files()}


def read(published: Mapping[str, str]) -> set[Fact]:
    """Every number that stands in a file to download or in a table, with whose it is."""
    facts: set[Fact] = set()
    for name, text in published.items():
        if name.endswith(".csv"):
            facts.update(_in_rows(csv.DictReader(io.StringIO(text))))
        elif name.endswith(".json"):
            facts.update(_in_rows(json.loads(text)["figures"]))
        else:
            year = _YEAR.findall(name)
            facts.update(_in_page(BeautifulSoup(text, "html.parser"), year[0] if year else None))
    return facts


def _in_rows(rows: Sequence[Mapping[str, object]] | csv.DictReader[str]) -> Iterator[Fact]:
    for row in rows:
        place = f"{row['breakdown']}/{row['group']}" if row["breakdown"] else row["line"] or "main"
        years = str(row["school_year"]).split("+")
        for column in ("numerator", "denominator"):
            if row[column] not in {"", None}:
                yield tuple((year, str(place), column[0]) for year in years), int(str(row[column]))


def _in_page(page: BeautifulSoup, year: str | None) -> Iterator[Fact]:
    for table in page.find_all("table"):
        caption = table.caption.get_text(" ", strip=True) if table.caption else ""
        years = [one.replace("–", "-") for one in _YEAR.findall(caption)]
        for row in table.select("tbody tr"):
            yield from _in_row(row, years or ([year] if year else []))


def _in_row(row: Tag, years: Sequence[str]) -> Iterator[Fact]:
    """A row is about a group, a line, or about years; then its numbers are those of everybody."""
    head = row.select_one("th")
    assert head is not None
    title = head.get_text(" ", strip=True)
    own = [one.replace("–", "-") for one in _YEAR.findall(title)]
    place = _TITLES.get(title) or _LINES.get(title) or "main"
    cells = [cell.get_text(" ", strip=True) for cell in row.select("td")]
    pair = _COUNTED.fullmatch(cells[0])
    if pair is None:
        return
    of = pair["of"] or (cells[1] if len(cells) > 2 and cells[1].isdigit() else None)
    for column, number in (("n", pair["number"]), ("d", of)):
        if number is not None:
            yield tuple((one, place, column) for one in own or years), int(number.replace(",", ""))
