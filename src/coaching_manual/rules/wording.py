"""Texts say things the way the common language does."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from coaching_manual.index import Index, Wording
from coaching_manual.languages import ENGLISH
from coaching_manual.model import prose
from coaching_manual.pages import Page
from coaching_manual.problems import Fix, Place, Problems
from coaching_manual.rules.site_view import SiteView
from coaching_manual.source import KeyPath
from coaching_manual.structure import Entry
from coaching_manual.terms.markdown import spoken
from coaching_manual.terms.matcher import Match, other_number
from coaching_manual.views import in_running_text

_SMALL_WORDS = frozenset(
    "a an and any are as at be been by can do does for from get had has have he her his how i if in into is it its "
    "kind not of on one or our out part she so someone something that the their them they thing this to type use used "
    "uses using very was way we what when where which who will with work you your".split()
)
_LEAST_WORDS = 2
_CERTAINLY_MORE = 15


def check_definitions(index: Index, problems: Problems) -> None:
    """A definition says more than the term itself."""
    for entry in index.terms.values():
        term = entry.record
        if len(set(term.definition.split())) > _CERTAINLY_MORE:
            continue
        own = {_stem(word) for word in _words(term.term)} | _SMALL_WORDS
        others = (stem for word in dict.fromkeys(_words(term.definition)) if (stem := _stem(word)) not in own)
        if len(list(islice(others, _LEAST_WORDS))) < _LEAST_WORDS:
            problems.add(
                "DEFINITION-CIRCULAR",
                "The definition explains the term with the term itself.",
                entry.place("definition"),
                hint="Say what it is in words that somebody who does not know the term knows.",
                subject=term.term,
            )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _stem(word: str) -> str:
    for ending in ("ings", "ing", "ers", "er", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:  # noqa: PLR2004
            return word[: -len(ending)]
    return word


def check_records(index: Index, problems: Problems) -> None:
    """No retired or avoided wording in the English sentences of records."""
    by_file: dict[str, list[Entry[Any]]] = {}
    for entry in index.framework.entries():
        by_file.setdefault(entry.document.file, []).append(entry)
    for entries in by_file.values():
        fields = [
            (entry, path, text) for entry in entries for path, _mark, text in prose(entry.record) if "es" not in path
        ]
        # all sentences of a file are searched in one go first: most files hold no such wording
        if next(index.wordings.find(" ¶ ".join(text for _entry, _path, text in fields)), None) is None:
            continue
        for entry, path, text in fields:
            if next(index.wordings.find(text), None) is not None:
                _check_field(index, entry, path, problems)


def _check_field(index: Index, entry: Entry[Any], path: KeyPath, problems: Problems) -> None:
    document = entry.document
    start, end = document.span((*entry.path, *path))
    raw = document.text[start:end]
    if raw[:1] in {'"', "'"}:
        raw = " " + raw[1:-1] + " "
    for match in index.wordings.find(spoken(raw)):
        place = document.place_at(start + match.start, match.end - match.start)
        _add(match, raw, place, problems, str(getattr(entry.record, "term", "") or entry.record.id))


def check_pages(site: SiteView, problems: Problems) -> None:
    """No retired or avoided wording in pages written by hand."""
    for written, page in site.handwritten:
        if not page.settings.wording or written.language != ENGLISH:
            continue
        _check_settings(site.index, page, problems)
        for match in site.index.wordings.find(spoken(page.body)):
            _add(match, page.body, page.place_at(match.start, match.end - match.start), problems)


def _check_settings(index: Index, page: Page, problems: Problems) -> None:
    """Title and description are read too: in browser tabs and in lists of search results."""
    for name in ("title", "description"):
        if page.front_matter is None or not getattr(page.settings, name):
            continue
        start, end = page.front_matter.span((name,))
        raw = page.front_matter.text[start:end]
        words = " " + raw[1:-1] + " " if raw[:1] in {'"', "'"} else raw
        for match in index.wordings.find(spoken(words)):
            place = page.front_matter.place_at(start + match.start, match.end - match.start)
            _add(match, words, place, problems)


def _add(match: Match[Wording], text: str, place: Place, problems: Problems, subject: str = "") -> None:
    wording = match.label.target
    words, after = text[match.start : match.end], text[match.end :]
    instead = _as_written(wording.instead, words, match.label.text)
    # "BTSA program" must not become "Teacher Induction Program program"
    doubled = after.lower().split(maxsplit=1)[:1] == [instead.split()[-1].lower()]
    # quotation marks or a colon could change how YAML reads the value around them
    plain = all(char.isalnum() or char in " -–/" for char in instead)
    sure = wording.sure and plain and "\n" not in words and not doubled and words.lower() == match.label.text.lower()
    problems.add(
        "WORDING-RETIRED" if wording.retired else "WORDING-AVOID",
        f'"{" ".join(words.split())}" is a name that has been retired.'
        if wording.retired
        else f'"{" ".join(words.split())}" is a wording to avoid.',
        place,
        hint=f'Write "{instead}". {wording.reason}',
        subject=subject,
        fix=Fix(place, instead) if sure else None,
    )


def _as_written(instead: str, words: str, label: str) -> str:
    """The better wording with the capital and the number of the words that it replaces."""
    instead = in_running_text(instead)
    if len(words) != len(label) and words.lower() == other_number(label.lower()):
        instead = other_number(instead)
    written_small = in_running_text(label)[:1].islower()  # its own name is no reason for a capital
    return instead[:1].upper() + instead[1:] if words[:1].isupper() and written_small else instead
