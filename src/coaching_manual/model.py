"""The records that a framework is made of: immutable and typed.

A record knows neither the file it came from (``source`` does) nor how it is shown (``views`` and
``macros/`` do). Field descriptions are written for coordinators: they become the hover texts of the
JSON Schemas that editors complete from (see ``schema``).
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def slug(name: str) -> str:
    """The id that a name gets.

    >>> slug("Coach–principal agreement"), slug("Check & Connect"), slug("Évaluation")
    ('coach-principal-agreement', 'check-and-connect', 'evaluation')
    """
    parts = unicodedata.normalize("NFKD", name.lower().replace("&", " and "))
    plain = "".join(char for char in parts if char not in "'’" and not unicodedata.combining(char))
    return "-".join(re.findall(r"[a-z0-9]+", plain))


@dataclass(frozen=True)
class Reference:
    """Marks a field whose value is the id of another record of the given kind."""

    kind: str


@dataclass(frozen=True)
class Prose:
    """Marks a field that holds sentences: wording is checked in it and terms are counted in it."""


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), Prose()]
Note = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
TermId = Annotated[Id, Reference("term")]
SourceId = Annotated[Id, Reference("source")]
CategoryId = Annotated[Id, Reference("category")]
AudienceId = Annotated[Id, Reference("audience")]

Status = Literal["draft", "adopted", "retired"]
Basis = Literal["seed", "law", "district", "practice", "draft"]
FigureKind = Literal["cycle", "path", "layers"]
SourceKind = Literal[
    "meta-analysis", "trial", "study", "review", "report", "book", "framework", "standard", "law", "district"
]


class Record(BaseModel):
    """What every record has in common: it cannot be changed, and unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", title=None)


@dataclass(frozen=True)
class _Marked:
    """A field that carries a mark itself, or whose records have fields that do."""

    name: str
    mark: Reference | Prose | None
    nested: type[Record] | None
    many: bool


def _inside(annotation: object) -> Iterator[object]:
    yield annotation
    for argument in get_args(annotation):
        yield from _inside(argument)


@cache
def _marked_fields(kind: type[Record], mark_type: type) -> tuple[_Marked, ...]:
    found = []
    for name, info in kind.model_fields.items():
        parts = [*info.metadata, *_inside(info.annotation)]
        mark: Any = next((part for part in parts if isinstance(part, mark_type)), None)
        nested = next((part for part in parts if isinstance(part, type) and issubclass(part, Record)), None)
        if mark or (nested and _marked_fields(nested, mark_type)):
            found.append(_Marked(name, mark, nested, many="tuple[" in str(info.annotation)))
    return tuple(found)


def _marked_values(
    record: Record, mark_type: type, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any, str]]:
    for item in _marked_fields(type(record), mark_type):
        value = getattr(record, item.name)
        if not value:
            continue
        numbered = enumerate(value) if item.many else [(None, value)]
        for number, one in numbered:
            here = (*path, item.name) if number is None else (*path, item.name, number)
            if item.mark is not None:
                yield here, item.mark, one
            else:
                yield from _marked_values(one, mark_type, here)


def references(record: Record) -> Iterator[tuple[tuple[str | int, ...], Reference, str]]:
    """Every id in a record that names another record: path of the value, kind, id."""
    return _marked_values(record, Reference)


def prose(record: Record) -> Iterator[tuple[tuple[str | int, ...], Prose, str]]:
    """Every text of sentences in a record: path of the value, mark, text."""
    return _marked_values(record, Prose)


class Quotation(Record):
    """Words that are quoted exactly, and where they stand."""

    text: Note = Field(description="The quoted words, exactly as they stand in the source.")
    source: SourceId = Field(description="Id of the source in evidence.yml that the words are quoted from.")


class Acronym(Record):
    """A short form of a term, and what its letters stand for."""

    short: Line = Field(description="The letters, as people write them: PLC.")
    stands_for: Line | None = Field(
        default=None, description="What the letters stand for, if that is not the preferred term itself."
    )


class RetiredName(Record):
    """A name that was used before and is not used any more."""

    name: Line = Field(description="The old name, as people still say it.")
    changed: Note = Field(description="What changed, in a sentence or two.")
    when: Line | None = Field(default=None, description="When it changed, as far as is known: 2016.")


class DoNotSay(Record):
    """A wording that people should not use for this term, with the reason."""

    wording: Line = Field(description="The wording to avoid.")
    reason: Note = Field(description="Why it should not be said, in a sentence.")
    say: Line | None = Field(default=None, description="What to write instead, if it is not the preferred term.")
    check: bool = Field(
        default=True,
        description="true: texts are searched for this wording. false: an everyday word that is fine elsewhere; "
        "the term's page shows it, but texts are not searched for it.",
    )


class SpanishTerm(Record):
    """The term in Spanish."""

    term: Line = Field(description="The preferred term in Spanish.")
    definition: Text | None = Field(default=None, description="The definition in Spanish.")
    synonyms: tuple[Line, ...] = Field(default=(), description="Other Spanish names for the same idea.")
    reviewed: datetime.date | None = Field(
        default=None, description="The day a translator approved the Spanish. Empty: it is shown as a draft."
    )


class Term(Record):
    """One entry of the common language."""

    id: Id = Field(description="Permanent name in addresses and references: small letters, digits and hyphens.")
    term: Line = Field(description="The preferred term: the one name that everybody uses.")
    definition: Text = Field(description="What it means, in one to three plain sentences.")
    basis: Basis = Field(
        description="Where the definition comes from: seed (the strategic plan), law, district (another district "
        "page), practice (common in the field), or draft (proposed here)."
    )
    official_wording: Quotation | None = Field(
        default=None, description="The official definition, word for word, if there is one."
    )
    synonyms: tuple[Line, ...] = Field(
        default=(), description="Other correct names. Search finds them and pages link them to this term."
    )
    search_words: tuple[Line, ...] = Field(
        default=(),
        description="Words people type when they look for this. Search finds them; pages do not link them.",
    )
    acronyms: tuple[Acronym, ...] = Field(default=(), description="Short forms.")
    in_prose: Literal["link", "capitals", "never"] = Field(
        default="link",
        description="How pages treat the preferred term. link: they link it. capitals: only when it is written with "
        "the same capitals, because it is an everyday word too. never: they do not link it by themselves.",
    )
    retired_names: tuple[RetiredName, ...] = Field(default=(), description="Names that were used before.")
    do_not_say: tuple[DoNotSay, ...] = Field(default=(), description="Wordings to avoid, with the reason.")
    broader: tuple[TermId, ...] = Field(
        default=(),
        description="Ids of terms that this one is a kind or a part of. Write it here only: the other term shows "
        "this one as narrower by itself.",
    )
    related: tuple[TermId, ...] = Field(
        default=(),
        description="Ids of other terms a reader may want next. Write it on one of the two terms only.",
    )
    audience: tuple[AudienceId, ...] = Field(min_length=1, description="Ids of the readers who meet this term.")
    scope_note: Text | None = Field(
        default=None, description="What it is not: terms it could be confused with, and the difference."
    )
    example: Text | None = Field(default=None, description="A sentence as somebody in the district would say it.")
    sources: tuple[SourceId, ...] = Field(
        default=(), description="Ids of the evidence or law in evidence.yml that the entry rests on."
    )
    es: SpanishTerm | None = Field(default=None, description="The term in Spanish.")
    status: Status = Field(default="draft", description="draft, adopted or retired. Empty: as the file says.")
    replaced_by: TermId | None = Field(default=None, description="For a retired term: the id of its successor.")
    former_ids: tuple[Id, ...] = Field(default=(), description="Ids it had before. Their addresses lead here.")
    owner: Line | None = Field(default=None, description="The role (never a person) that answers for the entry.")
    updated: datetime.date | None = Field(default=None, description="Day of the last change. Empty: as the file says.")
    reviewed: datetime.date | None = Field(default=None, description="The day its owner last approved it.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")
    category: CategoryId = Field(default="", description="Written once, at the top of the file.")


class VocabularyFile(Record):
    """A file of framework/vocabulary/: the terms of one category."""

    category: CategoryId = Field(description="Id of the category (categories.yml) that all terms here belong to.")
    status: Status = Field(default="draft", description="For every term here that does not say otherwise.")
    owner: Line | None = Field(default=None, description="For every term here that does not say otherwise.")
    updated: datetime.date | None = Field(default=None, description="For every term here that does not say otherwise.")
    terms: tuple[Term, ...] = Field(description="The terms, in any order: the site sorts them.")


class ListEntry(Record):
    """An entry of a short list that terms choose from."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    title: Line = Field(description="What readers see.")
    description: Text | None = Field(default=None, description="One sentence that says what belongs here.")
    es: Line | None = Field(default=None, description="The title in Spanish.")


class Audience(ListEntry):
    """A kind of reader."""

    part_of: AudienceId | None = Field(
        default=None, description="Id of a larger audience: what is written for that one is for this one too."
    )


class CategoriesFile(Record):
    """framework/categories.yml."""

    categories: tuple[ListEntry, ...] = Field(description="The categories of terms, in the order shown.")


class AudiencesFile(Record):
    """framework/audiences.yml."""

    audiences: tuple[Audience, ...] = Field(description="The readers, in the order shown.")


class Source(Record):
    """A study, book, law or page that a statement rests on."""

    id: Id = Field(description="Permanent name in references: kraft-2018.")
    kind: SourceKind = Field(description="What kind of source it is.")
    authors: Line | None = Field(default=None, description="Authors as cited: Kraft, M. A., & Blazar, D.")
    short: Line = Field(description="How the text names it: Kraft and others, 2018.")
    year: int | None = Field(default=None, ge=1800, le=2100, description="Year of publication.")
    title: Line = Field(description="Title.")
    published_in: Line | None = Field(default=None, description="Journal with volume and pages, or publisher.")
    doi: Line | None = Field(default=None, pattern=r"^10\.\S+$", description="DOI, without https://doi.org/.")
    url: Line | None = Field(default=None, pattern=r"^https://\S+$", description="Web address, if known for sure.")
    setting: Text | None = Field(default=None, description="Who and where: how many people, which schools.")
    design: Text | None = Field(default=None, description="How it was studied: random assignment, comparison, survey.")
    finding: Text | None = Field(default=None, description="What it found, with numbers and units, or what it says.")
    limits: Text | None = Field(default=None, description="What it does not show, null results included.")
    use: Text | None = Field(default=None, description="What the manual uses it for.")
    essa_tier: Literal[1, 2, 3, 4] | None = Field(
        default=None, description="Suggested ESSA tier, 1 (strong) to 4 (rationale). Empty: carries no tier."
    )
    tier_reason: Text | None = Field(default=None, description="Why this tier, or why none.")
    checked: Literal["seen", "partly-seen", "general-knowledge"] = Field(
        description="How sure the entry is: seen in a stored copy, partly seen, or from general knowledge."
    )
    to_confirm: tuple[Note, ...] = Field(default=(), description="What a person must still check.")


class SourcesFile(Record):
    """framework/evidence.yml."""

    sources: tuple[Source, ...] = Field(description="The sources, in any order: the site sorts them.")


class Reading(Record):
    """One of the meanings that an acronym has."""

    stands_for: Line = Field(description="What the letters stand for here.")
    where: Line = Field(description="Where people use it with this meaning.")
    term: TermId | None = Field(default=None, description="Id of our term, if this meaning is ours.")


class AcronymClash(Record):
    """An acronym that means different things to different people."""

    acronym: Line = Field(description="The letters.")
    readings: tuple[Reading, ...] = Field(min_length=2, description="Its meanings.")
    advice: Text = Field(description="What to write so that nobody is misled.")


class AcronymsFile(Record):
    """framework/acronyms.yml."""

    clashes: tuple[AcronymClash, ...] = Field(description="Acronyms with more than one meaning.")


class Decision(Record):
    """A question that the district must answer before the manual can be called ready."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    question: Line = Field(description="The question, in one sentence.")
    why: Text = Field(description="Why it matters, and what waits for it.")
    options: tuple[Note, ...] = Field(default=(), description="The answers to choose from, as far as known.")
    proposal: Text | None = Field(default=None, description="What this draft does until it is decided.")
    terms: tuple[TermId, ...] = Field(default=(), description="Ids of terms that depend on it.")
    decided: Text | None = Field(default=None, description="The answer, once there is one.")
    decided_on: datetime.date | None = Field(default=None, description="The day it was decided.")


class DecisionsFile(Record):
    """framework/decisions.yml."""

    decisions: tuple[Decision, ...] = Field(description="The open decisions, most urgent first.")


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
    answer: Line = Field(
        pattern=r"^(term|acronym|page):\S.*$|^nothing$",
        description="What must come first: term: and an id, acronym: and its letters, page: and a path below docs/, or "
        "nothing when nothing fits.",
    )
    also: tuple[Annotated[Line, StringConstraints(pattern=r"^(term|acronym|page):\S.*$")], ...] = Field(
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


class SpanishStep(Record):
    """A step of a figure in Spanish."""

    title: Line = Field(description="The name of the step in Spanish.")
    text: Text = Field(description="The sentence about the step in Spanish.")
    parts: tuple[Line, ...] = Field(default=(), description="The parts in Spanish, in the same order.")


class FigureStep(Record):
    """A step of a process, or a layer of a whole."""

    title: Line = Field(description="Its name, in a few words: the drawing shows it.")
    text: Text = Field(description="What happens in it, in a sentence: the list with the drawing says it.")
    parts: tuple[Line, ...] = Field(
        default=(),
        max_length=8,
        description="For a layer: what it is made of. The drawing shows the parts side by side.",
    )
    term: TermId | None = Field(default=None, description="Id of the term that its name links to.")
    es: SpanishStep | None = Field(default=None, description="The step in Spanish.")


class SpanishFigure(Record):
    """What a figure says in Spanish; each step has its own."""

    title: Line = Field(description="The title in Spanish.")
    summary: Text = Field(description="The summary in Spanish.")
    reviewed: datetime.date | None = Field(
        default=None, description="The day a translator approved the Spanish. Empty: it is shown as a draft."
    )


class Figure(Record):
    """A file of framework/figures/: a picture of a process, drawn when the site is built."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    kind: FigureKind = Field(
        description="How it is drawn. cycle: round in a ring. path: from the first step to the last. layers: bands "
        "one above the other."
    )
    title: Line = Field(description="What the figure is called.")
    summary: Text = Field(description="The point of the figure, in a sentence, for those who do not see it too.")
    steps: tuple[FigureStep, ...] = Field(
        min_length=2, max_length=8, description="The steps in their order, or the layers from the top down."
    )
    es: SpanishFigure | None = Field(default=None, description="Title and summary in Spanish.")


class District(Record):
    """framework/district.yml: who publishes this manual."""

    name: Line = Field(description="Full name of the district.")
    short_name: Line = Field(description="Name for headers and small places.")
    strategy: Line = Field(description="The strategy that the manual carries out.")
    address: Line | None = Field(default=None, description="Postal address.")
    phone: Line | None = Field(default=None, description="Public phone number.")
    contact_email: Line | None = Field(default=None, description="Where readers write to about the manual.")
    contact_form: Line | None = Field(
        default=None,
        pattern=r"^https://\S+$",
        description="Address of a form for the same, used before the e-mail address. {page} is replaced by the page "
        "that the reader is on, {words} by what the reader looked for.",
    )
