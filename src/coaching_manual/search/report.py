"""Search on the command line: the answers to a query with their reasons, and how well all queries are answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coaching_manual.index import Index
from coaching_manual.model import Query
from coaching_manual.search.engine import Find
from coaching_manual.search.queries import (
    NOTHING,
    UNLISTED,
    Outcome,
    answer_score,
    ask,
    measure,
    offered,
    outcomes,
)
from coaching_manual.search.records import SearchRecords

_SHOWN = 8
_WAYS = {
    "same": "its name was typed",
    "asked": "its name was asked for",
    "several": "one of several names that were typed",
    "begun": "its name begins so",
    "misspelled": "its name, with typing mistakes",
    "words": "the words are in its name",
    "inside": "its name stands in the query",
}


def explain_query(query: str, records: SearchRecords) -> str:
    """What a query finds, each with its score and the reason."""
    titles = _titles(records)
    finds = ask([query], records)[0]
    lines = [f"{query}"]
    surely = answer_score()
    if not finds or finds[0].score < surely:
        lines.append("  Nothing has that name.")
    for find in finds[:_SHOWN]:
        kind = "" if find.score >= surely else "  (only offered)"
        lines.append(f"  {find.score:5.1f}  {titles[find.key]} ({find.key}): {_reason(find)}{kind}")
    return "\n".join(lines) + "\n"


def _reason(find: Find) -> str:
    corrected = ", spelling corrected" if find.corrected and find.how != "misspelled" else ""
    return f'{_WAYS[find.how]}, "{find.name}" ({find.kind}){corrected}'


def report_queries(index: Index, records: SearchRecords) -> str:
    """How well the queries of framework/search/queries.yml are answered, by kind, with every miss."""
    queries = [entry.record for entry in index.framework.queries]
    if not queries:
        return "There are no queries yet: framework/search/queries.yml is where they stand.\n"
    found = outcomes(queries, records)
    return "\n".join(["\n".join(part) for part in _parts(index, records, found)]) + "\n"


def _parts(index: Index, records: SearchRecords, found: Sequence[Outcome]) -> Iterator[list[str]]:
    yield [*_table(found), ""]
    yield [*_misses(found, _titles(records)), ""]
    yield [*_unlisted([o for o in found if o.query.kind == UNLISTED], records), ""]
    yield _never_found(index, found)


def _table(found: Sequence[Outcome]) -> Iterator[str]:
    yield f"{'':26}queries  first  reciprocal rank"
    kinds = dict.fromkeys(outcome.query.kind for outcome in found)
    for kind in kinds:
        yield _row(kind, [outcome for outcome in found if outcome.query.kind == kind])
    words = [o for o in found if o.query.kind not in {"page", NOTHING, UNLISTED}]
    yield _row("all that name a word", words)
    yield _row("  of them held back", [o for o in words if o.query.frozen])


def _row(name: str, found: Sequence[Outcome]) -> str:
    if not found:
        return f"{name:26}{0:7}"
    figures = measure(found)
    return f"{name:26}{figures.count:7}  {figures.first:5.1%}  {figures.reciprocal:.3f}"


def _misses(found: Sequence[Outcome], titles: dict[str, str]) -> Iterator[str]:
    missed = [o for o in found if not o.right and o.query.kind != UNLISTED]
    yield f"Misses: {len(missed)}"
    for outcome in missed:
        wanted, first = (titles.get(key, key) for key in (outcome.query.answer, outcome.first))
        reason = f"  (known: {outcome.query.known_miss})" if outcome.query.known_miss else ""
        yield f'  {outcome.query.kind}: "{outcome.query.query}" wants {wanted}, gets {first}{reason}'


def _unlisted(found: Sequence[Outcome], records: SearchRecords) -> Iterator[str]:
    """What the texts of the entries add for words that nobody has listed, and what they cost."""
    if not found:
        return
    spoken = offered([outcome.query for outcome in found], records)
    unnamed = [(o, keys) for o, keys in zip(found, spoken, strict=True) if not o.answers]
    first = sum(bool(keys) and keys[0] in _right(o.query) for o, keys in unnamed)
    among = sum(bool(set(keys[:4]) & _right(o.query)) for o, keys in unnamed)
    yield f"Words that nobody listed: {len(found)} queries, {sum(o.right for o in found)} answered by a name."
    yield f"  Of the {len(unnamed)} without an answer, the entries' texts offer the right one first in {first}, "
    yield f"  and among the four that are shown in {among}."


def _right(query: Query) -> set[str]:
    return {query.answer, *query.also}


def _never_found(index: Index, found: Sequence[Outcome]) -> list[str]:
    reached = {outcome.first for outcome in found}
    missing = [entry.record.id for entry in index.current_terms if f"term:{entry.record.id}" not in reached]
    return [f"Terms that no query finds: {len(missing)}", *(f"  {term_id}" for term_id in missing)]


def _titles(records: SearchRecords) -> dict[str, str]:
    titles = {term.key: term.names[0].text for term in records.terms} | {page.key: page.title for page in records.pages}
    return {**titles, NOTHING: NOTHING}
