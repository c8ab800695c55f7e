"""Finding many labels in a text in one pass, however many there are.

The text is cut into words once; each word is looked up in a tree of the labels' words. So the cost of a
text does not grow with the number of labels. These rules decide what counts as the same words:

* case does not matter, except for labels that are marked exact (acronyms, names that are everyday words);
* the plural (or singular) of the last word, and of the word before "of", counts; so does a possessive;
* a space in a label matches a hyphen or any white space, a hyphen matches a space or nothing
  (co-teaching, co teaching, coteaching);
* a label must stand alone: no letter, digit or hyphen may touch it;
* the longest label at a place wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"(&(?:amp;)?|\w+)")
_SPACES = frozenset(" -‐‑–")
_GLUE = frozenset("-‐‑–/@._")
_APOSTROPHES = frozenset({"'", "’", "&rsquo;", "&#39;"})
_VOWELS = frozenset("aeiou")
_END = ""


@dataclass(frozen=True)
class Label(Generic[T]):
    """A name to look for, and what it stands for. ``exact`` labels must be written with the same capitals."""

    text: str
    target: T
    exact: bool = False


@dataclass(frozen=True)
class Match(Generic[T]):
    """A label found: ``text[start:end]`` are the words, ``label`` is what they matched."""

    start: int
    end: int
    label: Label[T]


class Matcher(Generic[T]):
    """Finds labels in texts. Of two labels with the same words the first one counts."""

    def __init__(self, labels: Iterable[Label[T]]) -> None:
        # A node is a dict: a separator with the word after it leads on; the empty string holds a label.
        self._tree: dict[str, Any] = {}
        for label in labels:
            for form in forms(label.text):
                parts = _WORD.split(form)
                node = self._tree
                for separator, word in zip([_END, *parts[2:-1:2]], parts[1::2], strict=True):
                    node = node.setdefault(_edge(separator, word), {})
                if node is not self._tree:
                    node.setdefault(_END, label)

    def find(self, text: str) -> Iterator[Match[T]]:
        """Every label in a text, from left to right, never overlapping."""
        parts = _WORD.split(_lowered(text))
        tree = self._tree
        first_words = [at for at, part in enumerate(parts) if part in tree]
        if not first_words:
            return
        starts = [0, *accumulate(map(len, parts))]
        taken = 0
        for at in first_words:
            if at < taken:
                continue
            label, last = self._longest(parts, at)
            if label is None:
                continue
            start, end = starts[at], starts[last + 1]
            if label.exact and not _same_capitals(label.text, text[start:end]):
                continue
            taken = last + 1
            yield Match(start, end, label)

    def _longest(self, parts: list[str], at: int) -> tuple[Label[T] | None, int]:
        """The longest label whose first word is ``parts[at]``, and where its last word is."""
        before = parts[at - 1]
        if before and before[-1] in _GLUE:
            return None, at
        node = self._tree[parts[at]]
        best, last = None, at
        end = len(parts) - 1
        while True:
            after = parts[at + 1]
            if _END in node and not (at + 1 < end and len(after) == 1 and after in _GLUE and after != "/"):
                best, last = node[_END], at
                if len(node) == 1:
                    return best, last
            if at + 1 >= end:
                return best, last
            node = node.get(_edge(after, parts[at + 2]))
            if node is None:
                return best, last
            at += 2


def forms(label: str) -> set[str]:
    """A label in lower case with its plural or singular, and with its hyphens left out.

    >>> sorted(forms("Coach of coaches"))
    ['coach of coaches', 'coaches of coaches']
    >>> sorted(forms("Co-teaching"))
    ['co-teaching', 'co-teachings', 'coteaching', 'coteachings']
    """
    lowered = label.lower()
    head, of, tail = lowered.partition(" of ")
    if of:
        found = {lowered, other_number(head) + of + tail}
    else:
        found = {lowered, other_number(lowered)}
    return found | {form.replace("-", "") for form in found if "-" in form}


def other_number(words: str) -> str:
    """The plural of a singular; the singular of a plain plural in s; or the words as they are.

    >>> [other_number(word) for word in ("coach", "community", "contact hours", "process", "match")]
    ['coaches', 'communities', 'contact hour', 'process', 'matches']
    """
    if words.endswith("s"):
        plain_plural = not words.endswith(("ss", "us", "is", "ies", "ches", "shes"))
        return words[:-1] if plain_plural and len(words) > 3 else words  # noqa: PLR2004
    if words.endswith(("x", "z", "ch", "sh")):
        return words + "es"
    if words.endswith("y") and words[-2:-1] not in _VOWELS:
        return words[:-1] + "ies"
    return words + "s" if words[-1:].isalnum() else words


def _edge(separator: str, word: str) -> str:
    """What leads from one word of a label to the next: the separator, made alike, and the word."""
    if separator in _SPACES or separator.isspace():
        return " " + ("&" if word == "&amp;" else word)
    return ("'" if separator in _APOSTROPHES else separator.strip()) + ("&" if word == "&amp;" else word)


def _lowered(text: str) -> str:
    """Lower case without changing the length, so that places stay the same."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _same_capitals(label: str, words: str) -> bool:
    ours, theirs = (re.sub(r"[\W_]", "", name) for name in (label, words))
    return all(mine == other for mine, other in zip(ours, theirs, strict=False))
