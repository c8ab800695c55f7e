"""Every id once, every name once."""

from __future__ import annotations

from coaching_manual.index import Index, Name, names_of
from coaching_manual.problems import Problems
from coaching_manual.structure import Entry


def check_ids(index: Index, problems: Problems) -> None:
    """No two records of a kind share an id; a former id is not in use again."""
    framework = index.framework
    for entries in (
        framework.terms,
        framework.categories,
        framework.audiences,
        framework.sources,
        framework.decisions,
    ):
        first: dict[str, Entry] = {}  # type: ignore[type-arg]  # of any record
        for entry in entries:
            earlier = first.setdefault(entry.record.id, entry)
            if earlier is not entry:
                problems.add(
                    "ID-DUPLICATE",
                    f'The id "{entry.record.id}" is used twice.',
                    entry.place("id"),
                    hint="Give one of the two another id. Ids are never used again, so that old links stay right.",
                    related=[(earlier.place("id"), "first used here")],
                )
    for old, entry in index.former_ids.items():
        if old in index.terms:
            problems.add(
                "ID-DUPLICATE",
                f'"{old}" is written as a former id and is also the id of a term.',
                entry.place("former_ids"),
                hint="Take it out of the former ids: an address can lead to one term only.",
                subject=entry.record.term,
                related=[(index.terms[old].place("id"), "the term with this id")],
            )


def check_names(index: Index, problems: Problems) -> None:
    """No two terms claim the same name, whatever its capitals; no term claims a name twice."""
    claimed: dict[str, tuple[Name, Entry]] = {}  # type: ignore[type-arg]
    for entry in index.terms.values():
        for name in names_of(entry.record):
            holder = claimed.setdefault(name.text.lower(), (name, entry))
            if holder[0] is name:
                continue
            other, other_entry = holder
            whose = "the same term" if other_entry is entry else f'"{other_entry.record.term}"'
            problems.add(
                "LABEL-DUPLICATE",
                f'"{name.text}" ({name.kind}) is already a {other.kind} of {whose}.',
                entry.place(*name.path),
                hint="Keep it on the term it fits best. A word that people search for may stand on one term only.",
                subject=entry.record.term,
                related=[(other_entry.place(*other.path), "first written here")],
            )
