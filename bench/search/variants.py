"""Every name of the vocabulary as hurried people type it: made by machine, the same from the same seed."""

from __future__ import annotations

import random
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase

from coaching_manual.search import Engine, Find, SearchRecords, answering_files, keys_of
from coaching_manual.search.records import SearchName

_ANSWER = 60  # RANKING.answer in ranking.js: below it a find is only offered as a near name
_BEGUN = 0.7
_SEED = 7


@dataclass(frozen=True)
class Variant:
    """What is typed instead of a name, and the records that it may mean: all that have this name."""

    kind: str
    typed: str
    name: str
    keys: frozenset[str]


@dataclass(frozen=True)
class Outcome:
    """What came first for a variant; None when nothing was sure enough to be an answer."""

    variant: Variant
    first: Find | None

    @property
    def right(self) -> bool:
        """Whether a record that has the name came first."""
        return self.first is not None and self.first.key in self.variant.keys


def variants(records: SearchRecords) -> list[Variant]:
    """One variant of each kind for each name of each term.

    Left out are those that change nothing, and those that spell a name of somebody else.
    """
    chance = random.Random(_SEED)
    owners = _owners(records)
    made = []
    for name in _distinct(name for term in records.terms for name in term.names):
        keys = frozenset(owners[_plain(name.text)])
        for kind, change in _KINDS.items():
            typed = change(name, chance)
            if typed != name.text and owners.get(_plain(typed), keys) <= keys:
                made.append(Variant(kind, typed, name.text, keys))
    return made


def outcomes(records: SearchRecords) -> list[Outcome]:
    """What the engine answers to every variant."""
    made = variants(records)
    engine = Engine(answering_files(records).values(), keys_of(records))
    finds = engine.answers([variant.typed for variant in made])
    return [
        Outcome(variant, next((find for find in found if find.score >= _ANSWER), None))
        for variant, found in zip(made, finds, strict=True)
    ]


def by_kind(found: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """The outcomes of each kind of variant."""
    order = list(_KINDS)
    ordered = sorted(found, key=lambda outcome: order.index(outcome.variant.kind))
    return {kind: list(group) for kind, group in groupby(ordered, key=lambda outcome: outcome.variant.kind)}


def share_right(found: Iterable[Outcome]) -> float:
    """The share, from 0 to 1, of variants whose own record came first."""
    right = [outcome.right for outcome in found]
    return sum(right) / len(right)


def _owners(records: SearchRecords) -> Mapping[str, set[str]]:
    """Who has a name, by its plain letters."""
    owners = defaultdict(set)
    for term in records.terms:
        for name in term.names:
            owners[_plain(name.text)].add(term.key)
    for page in records.pages:
        for text in (page.title, *page.words):
            owners[_plain(text)].add(page.key)
    return dict(owners)


def _distinct(names: Iterable[SearchName]) -> Iterator[SearchName]:
    return iter({_plain(name.text): name for name in names}.values())


def _plain(text: str) -> str:
    """The letters and digits of a text, without accents and capitals."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).casefold() if sign.isalnum())


def _edited(text: str, chance: random.Random, times: int) -> str:
    """The text with so many slips of the finger, anywhere in it."""
    for _ in range(times):
        before = text
        while _plain(text) == _plain(before):
            text = _slipped(before, chance)
    return text


def _slipped(text: str, chance: random.Random) -> str:
    """A letter too many, a wrong one, one left out, or two that changed places."""
    at = chance.choice([place for place, sign in enumerate(text) if sign.isalnum()])
    letter = chance.choice(ascii_lowercase)
    begin, sign, rest = text[:at], text[at], text[at + 1 :]
    return chance.choice(
        (begin + letter + sign + rest, begin + letter + rest, begin + rest, begin + rest[:1] + sign + rest[1:])
    )


def _without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def _asked(name: SearchName) -> str:
    return f"¿Qué es {name.text}?" if name.language == "es" else f"What is {name.text}?"


_KINDS: Mapping[str, Callable[[SearchName, random.Random], str]] = {
    "one edit": lambda name, chance: _edited(name.text, chance, 1),
    "two edits": lambda name, chance: _edited(name.text, chance, 2),
    "spaces lost": lambda name, _: name.text.replace(" ", ""),
    "accents lost": lambda name, _: _without_accents(name.text),
    "first 70 %": lambda name, _: name.text[: round(len(name.text) * _BEGUN)].strip(),
    "what is …?": lambda name, _: _asked(name),
}
