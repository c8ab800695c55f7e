"""What is not there yet: terms that nobody uses, missing Spanish, open questions."""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.index import Index
from coaching_manual.model import Term, prose, references
from coaching_manual.problems import Problems, Severity
from coaching_manual.rules.site_view import SiteView
from coaching_manual.structure import Entry
from coaching_manual.terms.matcher import Label, Matcher

UNWRITTEN = {
    "definition": "Say in one to three plain sentences what it means. Begin with what it is, not with the term.",
    "scope_note": "Say what it is not, and which term to use for that. Or take this field out.",
    "example": "Write a sentence as somebody in the district would say it.",
}
"""What a new term's fields hold until somebody writes them."""

_NAMED_AT_MOST = 5


def check_spanish(index: Index, problems: Problems) -> None:
    """One piece of advice for each file with terms that lack a Spanish name or definition."""
    by_file: dict[str, list[Entry[Term]]] = {}
    for entry in index.current_terms:
        by_file.setdefault(entry.document.file, []).append(entry)
    for entries in by_file.values():
        lacking = [entry for entry in entries if not (entry.record.es and entry.record.es.definition)]
        if not lacking:
            continue
        names = ", ".join(entry.record.term for entry in lacking[:_NAMED_AT_MOST])
        more = f" and {len(lacking) - _NAMED_AT_MOST} more" if len(lacking) > _NAMED_AT_MOST else ""
        first = min(lacking, key=lambda entry: entry.place())
        problems.add(
            "SPANISH-MISSING",
            f"{len(lacking)} of {len(entries)} terms in this file lack a Spanish name or definition: {names}{more}.",
            first.place("id"),
            hint="Add  es:  with  term:  and  definition:  below the English.",
        )


def check_unfinished(index: Index, problems: Problems) -> None:
    """No entry is published with the words that ``coaching-manual new term`` put there."""
    for entry in index.terms.values():
        for field, words in UNWRITTEN.items():
            if getattr(entry.record, field) == words:
                problems.add(
                    "TERM-UNFINISHED",
                    f'The field "{field}" still holds the words that this entry was begun with.',
                    entry.place(field),
                    hint="Write it, or take the field out if it need not be there.",
                    subject=entry.record.term,
                )


def check_decided(index: Index, problems: Problems) -> None:
    """A decision that was taken says on which day."""
    for entry in index.framework.decisions:
        if entry.record.decided is not None and entry.record.decided_on is None:
            problems.add(
                "FIELD-MISSING",
                'The field "decided_on" is missing.',
                entry.place("decided", key=True),
                hint="Add  decided_on: …  The day it was decided.",
                subject=entry.record.question,
            )


def check_unused(site: SiteView, problems: Problems) -> None:
    """Advice for each term that no page and no other term uses."""
    index = site.index
    if index.framework.unread or not all(page.whole for page in site.pages):
        return  # what cannot be read may use it
    named = {
        wanted
        for entry in index.framework.entries()
        for path, mark, wanted in references(entry.record)
        if mark.kind == "term" and wanted != getattr(entry.record, "id", None)
    }
    naming = {term_id for term_id, entry in index.terms.items() if entry.record.broader or entry.record.related}
    lonely = [e for e in index.current_terms if e.record.id not in named | naming | set(site.uses)]
    if not lonely:
        return
    mentioned = set(_mentioned(index, lonely))
    for entry in lonely:
        if entry.record.id not in mentioned:
            problems.add(
                "TERM-UNUSED",
                "No page and no other term uses this term.",
                entry.place("id"),
                hint="Tie it to another term (broader, related), use it on a page, or retire it.",
                subject=entry.record.term,
            )


def _mentioned(index: Index, lonely: list[Entry[Term]]) -> Iterator[str]:
    matcher = Matcher(Label(entry.record.term, entry.record.id) for entry in lonely)
    for entry in index.terms.values():
        for _path, _mark, text in prose(entry.record):
            for match in matcher.find(text):
                if match.label.target != entry.record.id:
                    yield match.label.target


def check_questions(site: SiteView, problems: Problems) -> None:
    """Everything that the district must still decide: advice, or an error before a release."""
    severity = Severity.ERROR if site.release else Severity.ADVICE
    for question in site.questions:
        problems.add(
            "TO-CONFIRM",
            question.text,
            question.place,
            hint="When it is decided, write the answer and take the question out.",
            subject=question.subject,
            severity=severity,
        )
    for entry in site.index.framework.decisions:
        if entry.record.decided is None:
            problems.add(
                "TO-CONFIRM",
                entry.record.question,
                entry.place("question"),
                hint="When it is decided, write the answer under  decided:  and the day under  decided_on:.",
                subject=entry.record.id,
                severity=severity,
            )
