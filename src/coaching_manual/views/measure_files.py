"""The figures that may be published, as files to download: CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from coaching_manual.source import spreadsheet_text
from coaching_manual.views.measure_shapes import DataRow, FigureView, MeasureView

COLUMNS = {
    "school_year": "The school year, from July 1 to June 30, such as 2025-26. With a +: years taken together, because "
    "each is too small to be shown alone, such as 2024-25+2025-26.",
    "measure": "Id of the measure.",
    "title": "What the measure is called.",
    "line": "Id of the line beside the measure. Empty: the measure itself.",
    "breakdown": "Id of the breakdown. Empty: everybody.",
    "group": "Id of the group in the breakdown. Empty: everybody.",
    "numerator": "How many were counted. Empty: hidden or not reported.",
    "denominator": "Out of how many. Empty: hidden, not reported, or the line has none.",
    "percentage": "Numerator out of denominator in whole percent, halves rounded up.",
    "status": "reported; hidden (too few, or so that another figure cannot be worked out); or not reported.",
    "illustrative": "yes: the figure is invented, to show what the page will look like.",
}


def data_rows(view: MeasureView) -> Iterator[DataRow]:
    """Every figure of a measure that may be shown, and a line for each that may not."""

    def row(years: Sequence[str], figure: FigureView, line: str = "", breakdown: str = "", group: str = "") -> DataRow:
        return DataRow(
            school_year="+".join(years),
            measure=view.measure.id,
            title=view.measure.title,
            line=line,
            breakdown=breakdown,
            group=group,
            numerator=figure.number,
            denominator=figure.of,
            percentage=figure.percent,
            status=figure.standing.replace("-", " "),
            illustrative=view.illustrative,
        )

    for year in view.years:
        yield row([year.year], year.figure)
        yield from (row([year.year], line.figure, line=line.id) for line in year.companions)
        for one in year.breakdowns:
            yield from (row([year.year], line.figure, breakdown=one.id, group=line.id) for line in one.groups)
    yield from (row(pool.years, pool.figure) for pool in view.together)
    for table in view.tables_together:
        yield from (row(table.years, line.figure, breakdown=table.id, group=line.id) for line in table.groups)


def figures_csv(rows: Sequence[DataRow]) -> str:
    """The figures as CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        values = {**asdict(row), "illustrative": "yes" if row.illustrative else "no"}
        writer.writerow({**values, "title": spreadsheet_text(row.title)})
    return out.getvalue()


def figures_json(rows: Sequence[DataRow], publisher: str) -> str:
    """The figures as JSON, with what each field means."""
    content = {
        "publisher": publisher,
        "note": "Illustrative figures: invented, not real." if any(row.illustrative for row in rows) else "",
        "fields": COLUMNS,
        "figures": [asdict(row) for row in rows],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
