"""Search: the words that it passes over, and the queries that it is measured with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from coaching_manual.model.base import Line, Record


class SearchWords(Record):
    """framework/search/words.yml: words that search passes over."""

    question_words: tuple[Line, ...] = Field(
        description="Words around what is really asked, in English and Spanish: what, is, a, qué, es. Search tries "
        "without them."
    )
    unimportant_words: tuple[Line, ...] = Field(
        default=(),
        description="Words so common that the index of texts leaves them out, and words of the district's "
        "own that stand everywhere.",
    )


ANSWER_PATTERN = r"^(term|acronym|page):\S.*$|^nothing$"
QueryKind = Literal[
    "exact",
    "acronym",
    "old-name",
    "synonym",
    "misspelling",
    "spanish",
    "question",
    "prefix",
    "page",
    "nothing",
    "unlisted",
]
QueryRole = Literal[
    "bus-driver",
    "classified",
    "coach",
    "leader",
    "mentor",
    "office",
    "outreach",
    "parent",
    "principal",
    "student",
    "teacher",
    "trainer",
]


class Query(Record):
    """Something that people type into search, and the answer that must come first."""

    query: Line = Field(description="What is typed, mistakes and all.")
    answer: Annotated[str, StringConstraints(pattern=ANSWER_PATTERN)] = Field(
        description="What must come first: term: and an id, acronym: and its letters, page: and a path below docs/, or "
        "nothing when nothing fits.",
    )
    also: tuple[Annotated[str, StringConstraints(pattern=ANSWER_PATTERN)], ...] = Field(
        default=(), description="Other answers that are just as right."
    )
    kind: QueryKind = Field(description="What makes it hard: exact, acronym, old-name, misspelling, spanish, …")
    role: QueryRole = Field(description="Who types it.")
    language: Literal["en", "es"] = Field(default="en", description="The language it is typed in.")
    known_miss: Line | None = Field(
        default=None, description="Why search does not find it (yet): the check accepts the miss, the report counts it."
    )
    frozen: bool = Field(
        default=False, description="true: held back while the ranking was tuned, to measure it on words it never saw."
    )


class QueriesFile(Record):
    """framework/search/queries.yml."""

    queries: tuple[Query, ...] = Field(description="The queries, in any order.")
