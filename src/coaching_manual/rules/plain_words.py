"""Advice for writers: links and headings that say something, and short forms spelled out at their first use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from coaching_manual.index import Index, name_of
from coaching_manual.languages import ENGLISH, language_of
from coaching_manual.model import prose
from coaching_manual.problems import Place, Problems
from coaching_manual.rules.site_view import SiteView
from coaching_manual.source import KeyPath
from coaching_manual.structure import Entry
from coaching_manual.terms.markdown import linkable, without_code

_EMPTY_LINKS = frozenset(
    "here|click here|click|this|this link|this page|link|more|read more|learn more|see here|go|"
    "aquí|haga clic aquí|más|leer más|este enlace|esta página".split("|")
)
_EMPTY_HEADINGS = frozenset(
    "introduction|general|general information|information|miscellaneous|misc|other|others|more|details|text|content|"
    "notes|background|additional information|introducción|información|otros|varios|más".split("|")
)
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\[\]\n]+)\](?=[(\[])")
_HEADING = re.compile(r"^#{2,6}[ \t]+(?P<text>[^\n{]+?)[ \t]*(?:\{[^}\n]*\})?[ \t]*#*$", re.MULTILINE)
_NEAR = 120
"""Letters after a short form within which its long form may stand: PLC (professional learning community)."""


@dataclass(frozen=True)
class _Text:
    """A text with where its letters stand: ``place`` takes the first one and their number."""

    text: str
    place: Callable[[int, int], Place]
    subject: str = ""


@dataclass
class _ShortForms:
    """The short forms of a page or record: which were met, and all that was read before."""

    long_forms: Mapping[str, tuple[str, ...]]
    read: str = ""
    met: set[str] = field(default_factory=set)


def check_plain_words(site: SiteView, problems: Problems) -> None:
    """Each page that was written by hand and whose wording is checked."""
    long_forms = _long_forms(site.index)
    for _written, page in site.handwritten:
        if not page.settings.wording:
            continue
        text = _Text(page.body, page.place_at)
        _check_links(text, problems)
        _check_headings(text, problems)
        if language_of(page.src) == ENGLISH and page.settings.terms:
            _check_short_forms(text, _ShortForms(long_forms), problems)


def check_plain_records(index: Index, problems: Problems) -> None:
    """Each text of each record; a short form is spelled out once in a record, which is most often a page."""
    long_forms = _long_forms(index)
    for entry in index.framework.entries():
        short_forms = _ShortForms(long_forms, read=name_of(entry.record))
        for path, _mark, words in prose(entry.record):
            text = _Text(words, _finder(entry, path, words), name_of(entry.record))
            _check_links(text, problems)
            _check_headings(text, problems)
            if "es" not in path:
                _check_short_forms(text, short_forms, problems)


def _finder(entry: Entry[Any], path: KeyPath, words: str) -> Callable[[int, int], Place]:
    """Where a part of a value stands in its file, where YAML may have folded lines and added spaces."""

    def place(start: int, length: int) -> Place:
        first, last = entry.document.span((*entry.path, *path))
        part = words[start : start + length]
        nth = words.count(part, 0, start)
        raw, at = entry.document.text[first:last], -1
        for _ in range(nth + 1):
            at = raw.find(part, at + 1)
        return entry.place(*path) if at < 0 else entry.document.place_at(first + at, length)

    return place


def _check_links(text: _Text, problems: Problems) -> None:
    for found in _LINK.finditer(without_code(text.text)):
        if _plain(found["text"]) in _EMPTY_LINKS:
            problems.add(
                "LINK-VAGUE",
                f'A link that says "{found["text"]}" does not tell where it leads.',
                text.place(found.start("text"), len(found["text"])),
                hint="Let the link name what one finds there: many people hear or see links without the text around.",
                subject=text.subject,
            )


def _check_headings(text: _Text, problems: Problems) -> None:
    for found in _HEADING.finditer(without_code(text.text)):
        if _plain(found["text"]) in _EMPTY_HEADINGS:
            problems.add(
                "HEADING-VAGUE",
                f'The heading "{found["text"]}" could stand on any page.',
                text.place(found.start("text"), len(found["text"])),
                hint="Say in the heading what the part tells, or which question it answers.",
                subject=text.subject,
            )


def _plain(text: str) -> str:
    return " ".join(text.lower().strip(" *_.:!").split())


def _check_short_forms(text: _Text, known: _ShortForms, problems: Problems) -> None:
    for short, at in _first_uses(linkable(text.text), known.long_forms):
        if short in known.met:
            continue
        known.met.add(short)
        before = _letters(f"{known.read} {text.text[: at + len(short) + _NEAR]}")
        if not any(_letters(form) in before for form in known.long_forms[short]):
            problems.add(
                "ACRONYM-BARE",
                f'"{short}" is not spelled out where this page first uses it.',
                text.place(at, len(short)),
                hint=f"Write  {known.long_forms[short][0]} ({short})  the first time.",
                subject=text.subject,
            )
    known.read = f"{known.read} {text.text}"


def _first_uses(text: str, long_forms: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    seen = set()
    for found in re.finditer(r"(?<![\w-])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?![\w-])", text):
        short = found[0] if found[0] in long_forms else found[0].removesuffix("s")
        if short in long_forms and short not in seen:
            seen.add(short)
            yield short, found.start()


def _long_forms(index: Index) -> dict[str, tuple[str, ...]]:
    """What each short form of the common language may be spelled out as."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in index.current_terms:
        for acronym in entry.record.acronyms:
            forms = tuple(dict.fromkeys(filter(None, (acronym.stands_for, entry.record.term))))
            found[acronym.short] = (*found.get(acronym.short, ()), *forms)
    for clash in index.framework.clashes:
        readings = tuple(reading.stands_for for reading in clash.record.readings)
        if clash.record.acronym in found:
            found[clash.record.acronym] += readings
    return found


@cache
def _letters(text: str) -> str:
    """Only the letters and single spaces, in lower case; words as if there were one of each: teachers on duty."""
    return re.sub(r"s\b", "", re.sub(r"[\W_]+", " ", text.lower())).strip()
