"""How easy the pages are to read: the grade of each, and the sentences that are too long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coaching_manual.languages import ENGLISH, language_of
from coaching_manual.manual import Manual
from coaching_manual.pages import WrittenPage
from coaching_manual.reviews.reading import Sentence, grade_of, sentences_of

_LEAST_WORDS = 60  # less text has no grade that means anything
_LONGEST_SHOWN = 3
_LETTERS_SHOWN = 110


@dataclass(frozen=True)
class Aim:
    """What pages aim at: the highest grade, and the most words in a sentence."""

    grade: float = 9
    words: int = 30


@dataclass(frozen=True)
class Measured:
    """A page with what was measured of it; ``grade`` is None where there is too little text or it is Spanish."""

    src: str
    text_in: str  # the file and line of the record that it was made from, if it was
    words: int
    grade: float | None
    long: tuple[Sentence, ...]


def writing_report(manual: Manual, aim: Aim, *, whole: bool = False, only: str = "") -> str:
    """The report as text. ``whole`` shows every page, and ``only`` those whose path begins so."""
    measured = sorted(_measured(manual.pages, aim, only), key=lambda one: (-(one.grade or 0), one.src))
    graded = [one for one in measured if one.grade is not None]
    above = [one for one in graded if (one.grade or 0) > aim.grade]
    long = sum(len(one.long) for one in measured)
    lines = [
        f"{len(graded)} pages have enough English text to measure.",
        f"{len(graded) - len(above)} of them read at grade {aim.grade:g} or below; {len(above)} above it.",
        f"{long} sentences have more than {aim.words} words.",
        "The grade is an estimate (Flesch-Kincaid): it counts words and syllables and knows no meaning.",
        "",
    ]
    for one in measured if whole else [page for page in measured if page in above or page.long]:
        lines += _lines(one, aim)
    if not whole and len(above) < len(graded):
        lines += ["", "To see every page with its grade, add  --all ."]
    return "\n".join(lines).rstrip() + "\n"


def _measured(pages: Iterable[WrittenPage], aim: Aim, only: str) -> Iterator[Measured]:
    for page in pages:
        if page.kind in {"moved", "example", "card"} or not page.src.startswith(only):
            continue
        language = language_of(page.src)
        sentences = sentences_of(page.markdown, language)
        words = sum(len(sentence.words) for sentence in sentences)
        enough = language == ENGLISH and words >= _LEAST_WORDS
        long = sorted((one for one in sentences if len(one.words) > aim.words), key=lambda one: -len(one.words))
        text_in = "" if page.source else f", text in {page.origin}:{page.origin_line}"
        yield Measured(page.src, text_in, words, grade_of(sentences) if enough else None, tuple(long))


def _lines(one: Measured, aim: Aim) -> Iterator[str]:
    grade = "  –  " if one.grade is None else f"{one.grade:5.1f}"
    mark = "!" if one.grade is not None and one.grade > aim.grade else " "
    more = f", {len(one.long)} long" if one.long else ""
    yield f"{mark}{grade}  {one.src}  ({one.words} words{more}{one.text_in})"
    for sentence in one.long[:_LONGEST_SHOWN]:
        text = sentence.text if len(sentence.text) <= _LETTERS_SHOWN else sentence.text[: _LETTERS_SHOWN - 1] + "…"
        yield f"          {len(sentence.words)} words: {text}"
