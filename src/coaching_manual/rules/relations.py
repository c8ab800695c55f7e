"""Relations between terms make sense together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from coaching_manual.index import Index
from coaching_manual.model import Term, references
from coaching_manual.problems import Place, Problems
from coaching_manual.structure import Entry


def check_self(index: Index, problems: Problems) -> None:
    """No term is broader than, related to or replaced by itself."""
    for entry in index.terms.values():
        term = entry.record
        for field in ("broader", "related"):
            for number, other in enumerate(getattr(term, field)):
                if other == term.id:
                    problems.add(
                        "TERM-SELF",
                        f"This term names itself as {field}.",
                        entry.place(field, number),
                        hint="Take the id out.",
                        subject=term.term,
                    )
        if term.replaced_by == term.id:
            problems.add(
                "TERM-SELF",
                "This term is replaced by itself.",
                entry.place("replaced_by"),
                hint="Name its successor.",
                subject=term.term,
            )


def check_loops(index: Index, problems: Problems) -> None:
    """Broader terms never lead back to where they began."""
    in_a_loop: set[str] = set()
    for start, entry in index.terms.items():
        if start in in_a_loop:
            continue
        way = _way_back(index, start)
        if way is None:
            continue
        in_a_loop.update(way)
        names = [index.terms[step].record.term for step in (*way, start)]
        problems.add(
            "TERM-LOOP",
            "Broader terms lead round in a circle: " + " → ".join(names) + ".",
            _step(index, start, (*way, start)[1]),
            hint="Take out the step where something is said to be a part of its own part.",
            subject=entry.record.term,
            related=[(_step(index, step, onward), "through here") for step, onward in pairwise((*way[1:], start))],
        )


def _step(index: Index, term_id: str, broader: str) -> Place:
    entry = index.terms[term_id]
    return entry.place("broader", entry.record.broader.index(broader))


def _way_back(index: Index, start: str) -> list[str] | None:
    """The steps from a term over broader terms back to itself, if there are any (itself alone is TERM-SELF)."""
    reached_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for broader in _broader(index, here):
            if broader == start and here != start:
                way = [here]
                while way[-1] != start:
                    way.append(reached_from[way[-1]])
                return way[::-1]
            if broader != here and broader not in reached_from:
                reached_from[broader] = here
                waiting.append(broader)
    return None


def _broader(index: Index, term_id: str) -> Iterator[str]:
    return (other for other in index.terms[term_id].record.broader if other in index.terms)


def check_contradictions(index: Index, problems: Problems) -> None:
    """Two terms are either broader and narrower, or related: not both."""
    for entry in index.terms.values():
        term = entry.record
        for number, other in enumerate(term.related):
            if other == term.id or other not in index.terms:
                continue
            if other in term.broader:
                said, pair = "as broader too", (term.id, other)
            elif term.id in index.terms[other].record.broader:
                said, pair = "as a narrower term already", (other, term.id)
            else:
                continue
            problems.add(
                "TERM-CONTRADICTION",
                f'"{other}" is named here as related, and {said}.',
                entry.place("related", number),
                hint="Take it out of related: broader and narrower terms show each other by themselves.",
                subject=term.term,
                related=[(_step(index, *pair), "named as broader here")],
            )


def check_retired(index: Index, problems: Problems) -> None:
    """A retired term says what replaced it; nothing points to a retired term."""
    for entry in index.terms.values():
        term = entry.record
        if term.status == "retired" and term.replaced_by is None:
            problems.add(
                "TERM-RETIRED",
                "This term is retired and does not say what replaced it.",
                entry.place("status"),
                hint="Add  replaced_by:  with the id of the term to use now.",
                subject=term.term,
            )
        if term.status != "retired" and term.replaced_by is not None:
            problems.add(
                "TERM-RETIRED",
                "This term names a successor, and is not retired.",
                entry.place("replaced_by"),
                hint="Write  status: retired  above it, or take  replaced_by:  out.",
                subject=term.term,
            )
    for entry in index.framework.entries():
        _check_names_no_retired(index, entry, problems)


def _check_names_no_retired(index: Index, entry: Entry[Any], problems: Problems) -> None:
    record = entry.record
    own = record.id if isinstance(record, Term) else None
    for path, mark, other in references(record):
        target = index.terms.get(other) if mark.kind == "term" else None
        if target and target.record.status == "retired" and other != own:
            successor = target.record.replaced_by
            problems.add(
                "TERM-RETIRED",
                f'The term "{other}" is retired.',
                entry.place(*path),
                hint=f'Write "{successor}" instead.' if successor and successor != own else "Take the id out.",
                subject=getattr(record, "term", "") or getattr(record, "title", ""),
            )
