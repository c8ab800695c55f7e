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
from string import punctuation
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"(&(?:amp;)?|\w+)")
_ONE_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r"([^\w&]*)(&(?:amp;)?|\w+)")
_TO_SPACES = str.maketrans(dict.fromkeys(punctuation.replace("_", ""), " "))
_GLUE_AFTER = frozenset("-‐‑–@._")
_SPACES = frozenset(" -‐‑–")
_GLUE = frozenset("-‐‑–/@._")
_APOSTROPHES = frozenset("'’")
_ENTITY = re.compile(r"&(?:(?P<apostrophe>rsquo|apos|#39|#x27|#8217)|nbsp|#160);")
_VOWELS = frozenset("aeiou")
_END = ""


@dataclass(frozen=True)
class Label(Generic[T]):
    """A name to look for, and what it stands for. ``exact`` labels must be written with the same capitals."""

    text: str
    target: T
    exact: bool = False


class Match(NamedTuple, Generic[T]):
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
                for separator, word in zip([_END, *parts[2:-1:2]], parts[1::2], strict=False):
                    node = node.setdefault(_edge(separator, word), {})
                if node is not self._tree:
                    node.setdefault(_END, label)
        self._first_words = frozenset(self._tree)

    def find(self, text: str) -> Iterator[Match[T]]:
        """Every label in a text, from left to right, never overlapping."""
        lowered = _without_entities(_lowered(text))
        present = self._first_words.intersection(_words(lowered))
        if not present:
            return
        taken = 0
        for start, word in sorted(_occurrences(lowered, present)):
            if start < taken:
                continue
            for label, end in reversed(self._labels(lowered, word, start)):
                if not label.exact or _same_capitals(label.text, text[start:end]):
                    taken = end
                    yield Match(start, end, label)
                    break

    def _labels(self, lowered: str, word: str, start: int) -> list[tuple[Label[T], int]]:
        """The labels that begin with a word at a place, shortest first, each with where its words end."""
        if start and lowered[start - 1] in _GLUE:
            return []
        node = self._tree[word]
        found, end = [], start + len(word)
        while True:
            follows = _NEXT_WORD.match(lowered, end)
            if _END in node and not (follows and follows[1] in _GLUE_AFTER):
                found.append((node[_END], end))
            if follows is None:
                return found
            node = node.get(_edge(follows[1], follows[2]))
            if node is None:
                return found
            end = follows.end()


def _words(lowered: str) -> list[str]:
    """The words of a text; plain English takes the fast way."""
    return lowered.translate(_TO_SPACES).split() if lowered.isascii() else _ONE_WORD.findall(lowered)


def _occurrences(lowered: str, words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Every place at which one of some words stands alone."""
    for word in words:
        start = lowered.find(word)
        while start >= 0:
            end = start + len(word)
            if not (_is_word_char(lowered[start - 1 : start]) or _is_word_char(lowered[end : end + 1])):
                yield start, word
            start = lowered.find(word, end)


def _is_word_char(char: str) -> bool:
    return char.isalnum() or char == "_"


def forms(label: str) -> set[str]:
    """A label in lower case with its plural or singular, and with its hyphens left out.

    >>> sorted(forms("Coach of coaches"))
    ['coach of coaches', 'coaches of coaches']
    >>> sorted(forms("Co-teaching"))
    ['co-teaching', 'co-teachings', 'coteaching', 'coteachings']
    """
    lowered = label.lower()
    head, of, tail = lowered.partition(" of ")
    other = other_number(head) + of + tail if of else other_number(lowered)
    found = {lowered, other}
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
    sign = "'" if separator and _APOSTROPHES.issuperset(separator) else separator.strip()
    return sign + ("&" if word == "&amp;" else word)


def _lowered(text: str) -> str:
    """Lower case without changing the length, so that places stay the same."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _without_entities(text: str) -> str:
    """The text with HTML's ways to write an apostrophe or a space made alike, every place unchanged."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda found: ("’" if found["apostrophe"] else " ") * len(found[0]), text)


def _same_capitals(label: str, words: str) -> bool:
    """Whether words have the capitals of a label, word by word; how a word ends does not matter."""
    ours, theirs = _WORD.findall(label), _WORD.findall(words)
    if len(ours) != len(theirs):  # a hyphen was left out
        ours, theirs = ["".join(ours)], ["".join(theirs)]
    return all(
        mine.isupper() == other.isupper()
        for our, their in zip(ours, theirs, strict=True)
        for mine, other in zip(our, their, strict=False)
    )
