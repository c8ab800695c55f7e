"""Search finds what people look for: the queries of framework/search/queries.yml keep their answers."""

from __future__ import annotations

from coaching_manual.model import Query
from coaching_manual.problems import Problems, did_you_mean
from coaching_manual.rules.site_view import SiteView
from coaching_manual.search import SearchRecords, search_records
from coaching_manual.search.queries import NOTHING, UNLISTED, Outcome, outcomes
from coaching_manual.structure import Entry

_KINDS = {
    "term": "a term of the vocabulary",
    "acronym": "an acronym with several meanings",
    "page": "a page",
}


def check_queries(site: SiteView, problems: Problems) -> None:
    """Each query names an answer that exists, and gets it first."""
    entries = site.index.framework.queries
    if not entries or problems.fatal:
        return  # what cannot be read may be the answer
    records = search_records(site.index, site.pages)
    titles = _titles(records)
    known = [entry for entry in entries if _check_answers(entry, titles, problems)]
    for entry, outcome in zip(known, outcomes([entry.record for entry in known], records), strict=True):
        _check_outcome(entry, outcome, titles, problems)


def _titles(records: SearchRecords) -> dict[str, str]:
    """What every possible answer is called, by its key."""
    return {term.key: term.names[0].text for term in records.terms} | {page.key: page.title for page in records.pages}


def _check_answers(entry: Entry[Query], titles: dict[str, str], problems: Problems) -> bool:
    answers = [(entry.record.answer, ("answer",)), *((key, ("also", n)) for n, key in enumerate(entry.record.also))]
    unknown = [(key, path) for key, path in answers if key != NOTHING and key not in titles]
    for key, path in unknown:
        kind = key.partition(":")[0]
        problems.add(
            "QUERY-UNKNOWN",
            f'"{key}" is not {_KINDS[kind]}.',
            entry.place(*path),
            hint=did_you_mean(key, titles) or "Choose another answer, or take the query out.",
            subject=entry.record.query,
        )
    return not unknown


def _check_outcome(entry: Entry[Query], outcome: Outcome, titles: dict[str, str], problems: Problems) -> None:
    query = entry.record
    if outcome.right and query.known_miss:
        problems.add(
            "QUERY-FOUND",
            f'"{query.query}" is found now.',
            entry.place("known_miss", key=True),
            hint="Take known_miss out, so that it stays found.",
        )
    elif not outcome.right and not query.known_miss and query.kind != UNLISTED:
        wanted = f"find {_named(query.answer, titles)}" if query.answer != NOTHING else "find nothing"
        found = f"{_named(outcome.first, titles)} first" if outcome.answers else NOTHING
        problems.add(
            "QUERY-SLIPPED",
            f'"{query.query}" should {wanted}, and finds {found}.',
            entry.place("query"),
            hint="Add the word to the term or page (search_words), or write  known_miss:  with the reason.",
        )


def _named(key: str, titles: dict[str, str]) -> str:
    return f"{titles[key]} ({key})" if key in titles else NOTHING
