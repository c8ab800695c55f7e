"""Sentences of a page, and the school grade at which they can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser

import pyphen
from markdown import Markdown

_SILENT = frozenset(
    {"script", "style", "template", "nav", "svg", "code", "pre", "button", "table", "q", "label", "legend", "select"}
)
_BLOCKS = frozenset({"p", "li", "dd", "blockquote", "figcaption", "div", "section"})
_LEFT_OUT = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "caption", "summary"})
_VOID = frozenset({"br", "img", "input", "hr", "wbr"})
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(¿¡]?[A-ZÁÉÍÓÚÑ0-9])")
_NOT_AN_END = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|St|No|vs|e\.g|i\.e|U\.S|Sr|Sra|p\.m|a\.m|[A-Z])\.$")
_VOWELS = re.compile(r"[aeiouy]+")
_LEAST_WORDS = 4  # a shorter piece is a label, not a sentence
_LEAST_UNLINKED = 2  # with fewer words beside its links, a piece is a list of links


@dataclass(frozen=True)
class Sentence:
    """A sentence and its words."""

    text: str
    words: tuple[str, ...]


def sentences_of(markdown: str, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of a page in one language: paragraphs and points, without headings, tables, forms and code."""
    extensions = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"]
    parser = _Prose(language)
    parser.feed(Markdown(extensions=extensions).convert(markdown))
    parser.close()
    return tuple(
        sentence
        for block, unlinked in zip(parser.blocks, parser.unlinked, strict=True)
        if len(_WORD.findall(unlinked)) >= _LEAST_UNLINKED
        for text in _split(" ".join(block.split()))
        if len((sentence := Sentence(text, tuple(_WORD.findall(text)))).words) >= _LEAST_WORDS
    )


def grade_of(sentences: tuple[Sentence, ...]) -> float:
    """The Flesch-Kincaid grade: about the school grade in which the text is read with ease; 0 if there is none.

    >>> easy = sentences_of("We meet in the hall at ten.")
    >>> hard = sentences_of("Organizational confidentiality considerations necessitate individualized documentation.")
    >>> grade_of(easy) < 3, grade_of(hard) > 20
    (True, True)
    """
    words = [word for sentence in sentences for word in sentence.words]
    if not words:
        return 0.0
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


@cache
def syllables_of(word: str) -> int:
    """How many syllables an English word has, about.

    A dictionary for hyphenation knows where words may be broken, which is never after a single letter; groups of
    vowels count those. The larger number is nearly always right; neighbors that are spoken apart (idea) count as one.

    >>> [syllables_of(word) for word in ("coach", "people", "mentoring", "conversation")]
    [1, 2, 3, 4]
    """
    plain = word.lower().replace("’", "'")
    broken = len(_hyphens().positions(plain)) + 1
    silent = plain.endswith("e") and not plain.endswith(("le", "ee", "ie", "ye"))
    groups = len(_VOWELS.findall(plain)) - (1 if silent else 0)
    return max(broken, groups, 1)


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")


def _split(text: str) -> Iterator[str]:
    start = 0
    for found in _END.finditer(text):
        if not _NOT_AN_END.search(text[: found.start()]):
            yield text[start : found.start()].strip()
            start = found.end()
    yield text[start:].strip()


class _Prose(HTMLParser):
    """Gathers the text of each block that is in the wanted language; ``unlinked`` is what no link is made of."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.blocks = [""]
        self.unlinked = [""]
        self._wanted = language
        self._open: list[tuple[str, bool]] = []  # each open tag, and whether what is in it is left out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.blocks[-1] += " "
            return
        spoken = dict(attrs).get("lang")
        other = spoken is not None and spoken != self._wanted
        classes = (dict(attrs).get("class") or "").split()
        unseen = "unseen" in classes or (tag == "form" and "sheet" not in classes)  # a sheet has texts to read, too
        inside = bool(self._open and self._open[-1][1])
        self._open.append((tag, inside or other or unseen or tag in _SILENT | _LEFT_OUT))
        if tag in _BLOCKS:
            self._begin()

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag in _BLOCKS:
            self._begin()

    def _begin(self) -> None:
        self.blocks.append("")
        self.unlinked.append("")

    def handle_data(self, data: str) -> None:
        if not (self._open and self._open[-1][1]):
            self.blocks[-1] += data
            if all(tag != "a" for tag, _left_out in self._open):
                self.unlinked[-1] += data
