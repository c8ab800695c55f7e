"""Every id that names another record leads to one."""

from __future__ import annotations

from coaching_manual.index import UNKNOWN_ID_CODES, Index, kind_in_words, name_of
from coaching_manual.model import keys, references
from coaching_manual.problems import Problems, did_you_mean


def check_references(index: Index, problems: Problems) -> None:
    """Report every reference to a record that does not exist, with the closest ids."""
    reported = set()
    for entry in index.framework.entries():
        for path, mark, wanted in references(entry.record):
            if wanted in index.tables[mark.kind]:
                continue
            if index.framework.may_hold(mark.kind, wanted):
                continue
            # a category stands at the top of the file, once for all its terms
            place = entry.document.place(("category",)) if path == ("category",) else entry.place(*path)
            if place in reported:
                continue
            reported.add(place)
            known = index.tables[mark.kind]
            renamed = index.former_ids.get(wanted) if mark.kind == "term" else None
            problems.add(
                UNKNOWN_ID_CODES[mark.kind],
                f'There is no {kind_in_words(mark.kind)} with the id "{wanted}".',
                place,
                hint=f'It is now called "{renamed.record.id}".'
                if renamed
                else did_you_mean(wanted, known) or f"Add the {kind_in_words(mark.kind)}, or take the id out.",
                subject=name_of(entry.record),
            )


def check_keys(index: Index, problems: Problems) -> None:
    """Every id that groups of fields stand under leads to a record."""
    for entry in index.framework.entries():
        for path, kind, wanted in keys(entry.record):
            known = index.tables[kind]
            if wanted not in known and not index.framework.may_hold(kind, wanted):
                problems.add(
                    UNKNOWN_ID_CODES[kind],
                    f'There is no {kind_in_words(kind)} with the id "{wanted}".',
                    entry.place(*path, key=True),
                    hint=did_you_mean(wanted, known) or f"The ids are: {', '.join(known)}.",
                    subject=name_of(entry.record),
                )
