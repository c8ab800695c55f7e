"""Every id once, every name once."""

from __future__ import annotations

from coaching_manual.index import Index, Name, names_of
from coaching_manual.problems import Place, Problems
from coaching_manual.structure import Entry

_ONE_TERM_ONLY = "Keep it on the term it fits best. A word that people search for may stand on one term only."


def check_ids(index: Index, problems: Problems) -> None:
    """No two records of a kind share an id; a former id is not in use again."""
    framework = index.framework
    for entries in (
        framework.terms,
        framework.categories,
        framework.audiences,
        framework.sources,
        framework.decisions,
        framework.figures,
        framework.levels,
        framework.strands,
        framework.growth_groups,
        framework.roles,
        framework.forms,
        framework.conversations,
        framework.plan_audiences,
        framework.channels,
        framework.messages,
        framework.activities,
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
    _check_former_ids(index, problems)
    _check_acronyms(index, problems)


def _check_former_ids(index: Index, problems: Problems) -> None:
    first: dict[str, Place] = {}
    for entry in index.terms.values():
        for number, old in enumerate(entry.record.former_ids):
            place = entry.place("former_ids", number)
            taken = index.terms[old].place("id") if old in index.terms else first.setdefault(old, place)
            if taken != place:
                what = "the id of a term" if old in index.terms else "a former id of another term"
                problems.add(
                    "ID-DUPLICATE",
                    f'"{old}" is written as a former id and is also {what}.',
                    place,
                    hint="Take it out here or there: an address can lead to one term only.",
                    subject=entry.record.term,
                    related=[(taken, "also written here")],
                )


def _check_acronyms(index: Index, problems: Problems) -> None:
    first: dict[str, Entry] = {}  # type: ignore[type-arg]  # of an acronym with several meanings
    for entry in index.framework.clashes:
        earlier = first.setdefault(entry.record.acronym, entry)
        if earlier is not entry:
            problems.add(
                "ID-DUPLICATE",
                f'The acronym "{entry.record.acronym}" has an entry already.',
                entry.place("acronym"),
                hint="Put all its meanings into one entry.",
                related=[(earlier.place("acronym"), "the first entry")],
            )


def check_names(index: Index, problems: Problems) -> None:
    """No two terms claim the same name, whatever its capitals; no term claims a name twice."""
    claimed: dict[str, tuple[Name, Entry]] = {}  # type: ignore[type-arg]
    names = [(name, entry) for entry in index.terms.values() for name in names_of(entry.record)]
    # a preferred term has the better claim, wherever it stands
    for name, entry in sorted(names, key=lambda pair: pair[0].kind != "preferred term"):
        other, other_entry = claimed.setdefault(name.text.lower(), (name, entry))
        if other is name:
            continue
        same = other_entry is entry
        whose = "this term" if same else f'"{other_entry.record.term}"'
        article = "an" if other.kind == "acronym" else "the" if other.kind == "preferred term" else "a"
        problems.add(
            "LABEL-DUPLICATE",
            f'"{name.text}" ({name.kind}) is already {article} {other.kind} of {whose}.',
            entry.place(*name.path),
            hint="Take one of the two out." if same else _ONE_TERM_ONLY,
            subject=entry.record.term,
            related=[(other_entry.place(*other.path), "also written here")],
        )
