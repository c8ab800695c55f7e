"""Advice for writers: links and headings that say something, and short forms spelled out at their first use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from coaching_manual.index import Index
from coaching_manual.languages import ENGLISH, language_of
from coaching_manual.pages import Page
from coaching_manual.problems import Problems
from coaching_manual.rules.site_view import SiteView
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


def check_plain_words(site: SiteView, problems: Problems) -> None:
    """Each page that was written by hand and whose wording is checked."""
    long_forms = _long_forms(site.index)
    for _written, page in site.handwritten:
        if not page.settings.wording:
            continue
        _check_links(page, problems)
        _check_headings(page, problems)
        if language_of(page.src) == ENGLISH and page.settings.terms:
            _check_acronyms(page, long_forms, problems)


def _check_links(page: Page, problems: Problems) -> None:
    for found in _LINK.finditer(without_code(page.body)):
        if _plain(found["text"]) in _EMPTY_LINKS:
            problems.add(
                "LINK-VAGUE",
                f'A link that says "{found["text"]}" does not tell where it leads.',
                page.place_at(found.start("text"), len(found["text"])),
                hint="Let the link name what one finds there: many people hear or see links without the text around.",
            )


def _check_headings(page: Page, problems: Problems) -> None:
    for found in _HEADING.finditer(without_code(page.body)):
        if _plain(found["text"]) in _EMPTY_HEADINGS:
            problems.add(
                "HEADING-VAGUE",
                f'The heading "{found["text"]}" could stand on any page.',
                page.place_at(found.start("text"), len(found["text"])),
                hint="Say in the heading what the part tells, or which question it answers.",
            )


def _plain(text: str) -> str:
    return " ".join(text.lower().strip(" *_.:!").split())


def _check_acronyms(page: Page, long_forms: dict[str, tuple[str, ...]], problems: Problems) -> None:
    text = linkable(page.body)
    for short, place in _first_uses(text, long_forms):
        before = _letters(page.body[: place + len(short) + _NEAR])
        if not any(_letters(form) in before for form in long_forms[short]):
            problems.add(
                "ACRONYM-BARE",
                f'"{short}" is not spelled out where this page first uses it.',
                page.place_at(place, len(short)),
                hint=f"Write  {long_forms[short][0]} ({short})  the first time.",
            )


def _first_uses(text: str, long_forms: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, int]]:
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
    """Only the letters and single spaces, in lower case."""
    return re.sub(r"[\W_]+", " ", text.lower()).strip()
