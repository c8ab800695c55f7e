"""What can be found: terms, ambiguous acronyms and pages, with every name that leads to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from coaching_manual.index import Index, names_of
from coaching_manual.languages import SPANISH
from coaching_manual.model import AcronymClash, Term
from coaching_manual.page_kinds import EDITING
from coaching_manual.pages import WrittenPage

NameKind = Literal["preferred", "synonym", "acronym", "retired", "avoid", "search"]
_KINDS: dict[str, NameKind] = {
    "preferred term": "preferred",
    "synonym": "synonym",
    "acronym": "acronym",
    "retired name": "retired",
    "wording to avoid": "avoid",
    "search word": "search",
}


@dataclass(frozen=True)
class SearchName:
    """A name of a term, on a single line, with its language (None: it is the same in each)."""

    text: str
    kind: NameKind
    language: str | None


@dataclass(frozen=True)
class SearchTerm:
    """A term, or (``clash``) an acronym with several meanings; ``key`` is ``term:id`` or ``acronym:letters``.

    ``audience`` holds ids, with the audiences that are part of a larger one.
    """

    key: str
    id: str
    names: tuple[SearchName, ...]
    audience: tuple[str, ...]
    record: Term | AcronymClash


@dataclass(frozen=True)
class SearchPage:
    """A page; ``key`` is ``page:src``, ``kind`` says what it is (page, editing, session, …)."""

    key: str
    src: str
    title: str
    kind: str
    audience: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class SearchRecords:
    """Everything that can be found, in the order in which the files of the search number it.

    ``audiences`` are titles by id; ``bilingual`` says whether there are pages in Spanish.
    """

    terms: tuple[SearchTerm, ...]
    pages: tuple[SearchPage, ...]
    question_words: tuple[str, ...]
    unimportant_words: tuple[str, ...]
    audiences: Mapping[str, str]
    bilingual: bool = False


def search_records(index: Index, pages: Sequence[WrittenPage]) -> SearchRecords:
    """The records of a checked framework and of its rendered pages."""
    words = index.framework.search_words.record if index.framework.search_words else None
    return SearchRecords(
        terms=(*_terms(index), *_clashes(index)),
        # of two pages with one name the first is answered: a form before the handout that practices with it
        pages=tuple(sorted(_pages(index, pages), key=lambda page: page.kind == "handout")),
        question_words=words.question_words if words else (),
        unimportant_words=words.unimportant_words if words else (),
        audiences={name: entry.record.title for name, entry in index.tables["audience"].items()},
        bilingual=any(page.language == SPANISH for page in pages),
    )


def _terms(index: Index) -> Iterator[SearchTerm]:
    for entry in sorted(index.terms.values(), key=lambda one: one.record.id):
        term = entry.record
        names = (*_names(term), *_names_of_retired(term, index))
        yield SearchTerm(f"term:{term.id}", term.id, names, _readers(index, term.audience), term)


def _names(term: Term) -> Iterator[SearchName]:
    for name in names_of(term):
        language = None if name.kind in {"acronym", "retired name"} else "en"
        yield SearchName(_one_line(name.text), _KINDS[name.kind], language)
    if term.es:
        yield SearchName(_one_line(term.es.term), "preferred", "es")
        for text in term.es.synonyms:
            yield SearchName(_one_line(text), "synonym", "es")


def _names_of_retired(term: Term, index: Index) -> Iterator[SearchName]:
    """The names of a term that this one has replaced lead here."""
    for entry in index.terms.values():
        if entry.record.replaced_by == term.id:
            yield SearchName(_one_line(entry.record.term), "retired", None)


def _clashes(index: Index) -> Iterator[SearchTerm]:
    for entry in index.framework.clashes:
        clash = entry.record
        name = SearchName(_one_line(clash.acronym), "preferred", None)
        yield SearchTerm(f"acronym:{name.text}", "", (name,), (), clash)


def _pages(index: Index, pages: Iterable[WrittenPage]) -> Iterator[SearchPage]:
    for page in pages:
        if page.searched:
            kind = EDITING if page.src.startswith("editing/") else page.kind
            words = (*page.words, *(page.source.settings.search_words if page.source else ()))
            audience = _readers(index, page.about.audience if page.about else ())
            title, words = _one_line(page.name or page.title), tuple(map(_one_line, words))
            yield SearchPage(f"page:{page.src}", page.src, title, kind, audience, words)


def _readers(index: Index, audience: Iterable[str]) -> tuple[str, ...]:
    named = set(audience)
    entries = (entry.record for entry in index.tables["audience"].values())
    return tuple(one.id for one in entries if one.id in named or one.part_of in named)


def _one_line(text: str) -> str:
    return " ".join(text.split())
