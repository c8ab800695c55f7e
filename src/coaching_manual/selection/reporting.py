"""What a roster says, as text, as CSV and as a sheet to print. Each says that people decide."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from jinja2 import Environment, PackageLoader

from coaching_manual.selection.judging import FURTHER, MEETS, NOT_NOW, STANDINGS, STEP, Judged, Share, Standing
from coaching_manual.source.csv_table import spreadsheet_text

PEOPLE_DECIDE = (
    "People decide. This list only holds a roster against the published criteria: it ranks nobody and chooses nobody."
)
PRIVATE = "It is about people: keep it only as long as it is needed, and only where those who choose can read it."
SEEN = "The roster answers these published criteria. Look whether its columns mean the same:"
HEADINGS = {
    MEETS: "Meets what the roster can show",
    STEP: "One step away",
    FURTHER: "More than one step away",
    NOT_NOW: "Not considered for this role",
}
_HEADER = ("part", "name", "group", "site", "standing", "missing training", "other reasons")
_COUNTS = ("in the roster", "meets", "one step away")
_NARROW, _WIDE = 16, 44


def text_list(judged: Judged) -> str:
    """For a screen."""
    return "\n".join(_lines(judged)) + "\n"


def _lines(judged: Judged) -> Iterator[str]:
    yield from (f"{judged.role}: a roster held against the published criteria", "", PEOPLE_DECIDE, PRIVATE)
    if judged.seen:
        yield from ("", SEEN, *(f"  - {text}" for text in judged.seen))
    for standing in STANDINGS:
        people = judged.those(standing)
        yield from ("", f"{HEADINGS[standing]}: {len(people)}")
        for person in people:
            yield f"  {person.label} ({person.group}; {person.site})"
            yield from (f"      {reason}" for reason in person.why)
    if judged.unseen:
        yield from ("", "What only people can look at, since the roster has no column for it:")
        yield from (f"  - {text}" for text in judged.unseen)
    yield from _table("Spread over employee groups", judged.groups)
    yield from _table("Spread over sites", judged.sites)


def _table(title: str, shares: Sequence[Share]) -> Iterator[str]:
    yield from ("", f"{title:<{_WIDE}}" + "".join(f"{name:>{_NARROW}}" for name in _COUNTS))
    for share in shares:
        yield f"  {share.name:<{_WIDE - 2}}" + "".join(f"{count:>{_NARROW}}" for count in _counts(share))


def csv_list(judged: Judged) -> str:
    """For a spreadsheet, which no label can make carry out a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*_HEADER, *_COUNTS, "note"))
    for person in judged.people:
        writer.writerow(_cells(*_facts(person), "", "", "", PEOPLE_DECIDE))
    for text in judged.seen:
        writer.writerow(_cells("read from the roster", text, *[""] * 8, PEOPLE_DECIDE))
    for text in judged.unseen:
        writer.writerow(_cells("for people to look at", text, *[""] * 8, PEOPLE_DECIDE))
    for part, shares in (("group", judged.groups), ("site", judged.sites)):
        for share in shares:
            counts = map(str, _counts(share))
            writer.writerow(_cells(part, share.name, "", "", "", "", "", *counts, PEOPLE_DECIDE))
    return out.getvalue()


def _facts(person: Standing) -> tuple[str, ...]:
    missing, gaps = "; ".join(person.missing), " ".join(person.gaps)
    return ("person", person.label, person.group, person.site, person.standing, missing, gaps)


def _cells(*texts: str) -> list[str]:
    return [spreadsheet_text(text) for text in texts]


def html_list(judged: Judged) -> str:
    """A sheet that stands alone, for paper and for screen readers."""
    environment = Environment(
        loader=PackageLoader("coaching_manual.selection", "."), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    parts = [(HEADINGS[standing], judged.those(standing)) for standing in STANDINGS]
    return environment.get_template("sheet.html.j2").render(
        judged=judged,
        parts=parts,
        spreads=(("employee groups", "Employee group", judged.groups), ("sites", "Site", judged.sites)),
        notes=(PEOPLE_DECIDE, PRIVATE),
        seen_words=SEEN,
    )


def _counts(share: Share) -> tuple[int, int, int]:
    return share.all, share.meets, share.step
