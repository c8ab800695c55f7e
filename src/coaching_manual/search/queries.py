"""Search measured on queries as people type them: what comes first, and what was wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coaching_manual.model import Query
from coaching_manual.search.engine import Engine, Find
from coaching_manual.search.files import SearchSite, answering_files, keys_of
from coaching_manual.search.records import SearchRecords

NOTHING = "nothing"
UNLISTED = "unlisted"
_RANKING = Path(__file__).parent / "browser" / "ranking.js"


@dataclass(frozen=True)
class Outcome:
    """A query with its answers, best first. An answer that is only offered as a near name is not among them."""

    query: Query
    answers: tuple[Find, ...]

    @property
    def first(self) -> str:
        """The key of what comes first, or ``nothing``."""
        return self.answers[0].key if self.answers else NOTHING

    @property
    def rank(self) -> int | None:
        """The place of the first right answer, counted from 1; None if it is not among them."""
        if self.query.answer == NOTHING:
            return None if self.answers else 1
        right = (self.query.answer, *self.query.also)
        return next((place for place, find in enumerate(self.answers, 1) if find.key in right), None)

    @property
    def right(self) -> bool:
        """Whether what was wanted comes first."""
        return self.rank == 1


@dataclass(frozen=True)
class Measure:
    """How well some queries were answered: shares from 0 to 1.

    ``first`` is the share with the right answer first; ``reciprocal`` the mean reciprocal rank (1 for a right
    answer in the first place, 1/2 in the second, 0 for none).
    """

    count: int
    first: float
    reciprocal: float


def measure(outcomes: Sequence[Outcome]) -> Measure:
    """The figures for some outcomes; there must be at least one."""
    ranks = [outcome.rank for outcome in outcomes]
    return Measure(
        len(ranks),
        sum(rank == 1 for rank in ranks) / len(ranks),
        sum(1 / rank for rank in ranks if rank) / len(ranks),
    )


def ask(queries: Iterable[str], records: SearchRecords) -> list[tuple[Find, ...]]:
    """What each query means, best first, with the near names at the end."""
    return Engine(answering_files(records).values(), keys_of(records)).answers(queries)


def outcomes(queries: Sequence[Query], records: SearchRecords) -> list[Outcome]:
    """Every query with its answers."""
    found = ask([query.query for query in queries], records)
    surely = answer_score()
    return [
        Outcome(query, tuple(find for find in finds if find.score >= surely))
        for query, finds in zip(queries, found, strict=True)
    ]


def offered(queries: Sequence[Query], records: SearchRecords) -> list[tuple[str, ...]]:
    """For each query the terms whose entries speak of it: what the box offers when nothing has that name."""
    files = SearchSite(records, {}).files()
    needed = [text for name, text in files.items() if re.match(r"(names-en|words-en|pages)\.js|index/", name)]
    keys = keys_of(records)
    found = Engine(sorted(needed, key=_loading_order), keys).in_texts([query.query for query in queries])
    share = _number("text: { share: ")
    return [tuple(keys[f"t{hit['term']}"] for hit in hits if hit["share"] >= share) for hits in found]


def _loading_order(script: str) -> int:
    return next(n for n, part in enumerate(("names", "words", "pages", "index")) if f'take("{part}' in script)


def answer_score() -> float:
    """The score from which a find is an answer, as ``ranking.js`` says."""
    return _number("\n  answer: ")


def _number(after: str) -> float:
    """A number of ``ranking.js``, which owns them all."""
    found = re.search(re.escape(after) + r"([\d.]+)", _RANKING.read_text(encoding="utf-8"))
    if found is None:
        raise RuntimeError(f"ranking.js has no number after {after!r}")
    return float(found[1])
