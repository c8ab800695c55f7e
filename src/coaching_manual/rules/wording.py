"""Texts say things the way the common language does."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from coaching_manual.index import Index, Wording
from coaching_manual.model import prose
from coaching_manual.problems import Fix, Place, Problems
from coaching_manual.rules.site_view import SiteView
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


def check_definitions(index: Index, problems: Problems) -> None:
    """A definition says more than the term itself."""
    for entry in index.terms.values():
        term = entry.record
        own = {_stem(word) for word in _words(term.term)}
        others = {stem for word in _words(term.definition) if (stem := _stem(word)) not in own}
        if len(others - _SMALL_WORDS) < _LEAST_WORDS:
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
    by_file: dict[str, list[Entry]] = {}  # type: ignore[type-arg]
    for entry in index.framework.entries():
        by_file.setdefault(entry.document.file, []).append(entry)
    for document in index.framework.documents:
        # one pass over the whole file first: most files hold no such wording outside the entries that forbid it
        hits = [match.start for match in index.wordings.find(document.text)]
        if hits:
            for entry, path in _prose_fields_at(by_file.get(document.file, []), hits):
                _check_field(index, entry, path, problems)


def _prose_fields_at(
    entries: Iterable[Entry],  # type: ignore[type-arg]
    offsets: list[int],
) -> Iterator[tuple[Entry, tuple[str | int, ...]]]:  # type: ignore[type-arg]
    for entry in entries:
        start, end = entry.document.span(entry.path)
        if bisect_right(offsets, end) == bisect_right(offsets, start - 1):
            continue
        for path, _mark, _text in prose(entry.record):
            if path[0] == "es":
                continue
            start, end = entry.document.span((*entry.path, *path))
            if bisect_right(offsets, end) > bisect_right(offsets, start - 1):
                yield entry, path


def _check_field(index: Index, entry: Entry, path: tuple[str | int, ...], problems: Problems) -> None:  # type: ignore[type-arg]
    document = entry.document
    start, end = document.span((*entry.path, *path))
    raw = document.text[start:end]
    if raw[:1] in {'"', "'"}:
        raw = " " + raw[1:-1] + " "
    for match in index.wordings.find(spoken(raw)):
        place = document.place_at(start + match.start, match.end - match.start)
        _add(match, raw[match.start : match.end], place, problems, str(getattr(entry.record, "term", "") or entry.record.id))


def check_pages(site: SiteView, problems: Problems) -> None:
    """No retired or avoided wording in pages written by hand."""
    for _written, page in site.handwritten:
        if not page.settings.wording:
            continue
        for match in site.index.wordings.find(spoken(page.body)):
            words = page.body[match.start : match.end]
            _add(match, words, page.place_at(match.start, len(words)), problems, "")


def _add(match: Match[Wording], words: str, place: Place, problems: Problems, subject: str) -> None:
    wording = match.label.target
    instead = _as_written(wording.instead, words, match.label.text)
    problems.add(
        "WORDING-RETIRED" if wording.retired else "WORDING-AVOID",
        f'"{" ".join(words.split())}" is a name that has been retired.'
        if wording.retired
        else f'"{" ".join(words.split())}" is a wording to avoid.',
        place,
        hint=f'Write "{instead}". {wording.reason}',
        subject=subject,
        fix=Fix(place, instead) if "\n" not in words else None,
    )


def _as_written(instead: str, words: str, label: str) -> str:
    """The better wording with the capital and the number of the words that it replaces."""
    instead = in_running_text(instead)
    if len(words) != len(label) and words.lower() == other_number(label.lower()):
        instead = other_number(instead)
    return instead[:1].upper() + instead[1:] if words[:1].isupper() and not label[:1].isupper() else instead
