"""What an import understood, so that whoever imports can compare it with the spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.measuring import percentage
from coaching_manual.model import Result
from coaching_manual.results.importing import Import

_MOST = 40


def import_report(found: Import) -> str:
    """The whole report as text."""
    return "\n".join([*_columns(found), *_figures(found), *_findings(found)]) + "\n"


def _columns(found: Import) -> Iterator[str]:
    yield f'{found.file}, sheet "{found.sheet}". The columns, as they were understood:'
    for field, name in found.columns.items():
        yield f"  {name}  →  {field}"


def _figures(found: Import) -> Iterator[str]:
    for year, rows in found.after.items():
        yield ""
        yield f"School year {year}:"
        before = {_key(row): row for row in found.before.get(year, ())}
        new = [row for row in rows if any(row is one for one in found.rows)]
        for row in new:
            yield f"  {_name(row)}: {_value(row)}  ({_compared(before.get(_key(row)), row)})"
        replaced = {row.measure for row in new}
        for key, row in before.items():
            if row.measure in replaced and key not in {_key(one) for one in new}:
                yield f"  {_name(row)}: taken out (was {_value(row)})"


def _findings(found: Import) -> Iterator[str]:
    if found.findings:
        yield ""
    for finding in found.findings[:_MOST]:
        yield f"{'error' if finding.stops else 'advice'}: {finding.where}: {finding.text}"
    if len(found.findings) > _MOST:
        yield f"… and {len(found.findings) - _MOST} more."
    if not found.rows and not found.findings:
        yield "error: There is no row with figures in it."


def _key(row: Result) -> tuple[str | None, ...]:
    return (row.measure, row.line, row.breakdown, row.group)


def _name(row: Result) -> str:
    return " · ".join(part for part in (row.measure, row.line, row.breakdown, row.group) if part)


def _value(row: Result) -> str:
    if not row.numerator:
        return "not reported"
    if row.numerator == "*" or row.denominator == "*":
        return "hidden by its source"
    if not row.denominator:
        return row.numerator
    whole = int(row.denominator)
    share = f" ({percentage(int(row.numerator), whole)}%)" if whole else ""
    return f"{row.numerator} of {row.denominator}{share}"


def _compared(before: Result | None, after: Result) -> str:
    if before is None:
        return "new"
    return "as before" if _value(before) == _value(after) else f"was {_value(before)}"
