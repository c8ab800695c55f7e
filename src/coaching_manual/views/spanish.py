"""The common language in Spanish."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from coaching_manual.index import Index, alphabetical
from coaching_manual.model import Term
from coaching_manual.views.texts import first_letter


@dataclass(frozen=True)
class SpanishName:
    """A term by its name in Spanish; ``in_spanish`` is false where it has none yet, and the name is English."""

    id: str
    name: str
    in_spanish: bool
    definition: str
    english: str
    also: tuple[str, ...] = ()

    @property
    def href(self) -> str:
        """The address, which becomes that of the entry in Spanish on a page in Spanish."""
        return f"term:{self.id}"


@dataclass(frozen=True)
class SpanishEntry:
    """What the page of a term shows in Spanish. ``definition`` is empty where there is none yet."""

    term: Term
    name: SpanishName
    definition: str
    shorts: tuple[str, ...]
    audiences: tuple[str, ...]
    related: tuple[SpanishName, ...]
    replaced_by: SpanishName | None

    @property
    def title(self) -> str:
        """The name as a heading writes it."""
        return self.name.name[:1].upper() + self.name.name[1:]


class InSpanish:
    """The views over an index for pages in Spanish."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def entry(self, term_id: str) -> SpanishEntry:
        """A term with everything that its page in Spanish shows."""
        term: Term = self._index.find("term", term_id).record
        near = (*term.broader, *self._index.narrower.get(term.id, ()), *self._index.related.get(term.id, ()))
        return SpanishEntry(
            term=term,
            name=_named(term),
            definition=(term.es.definition or "") if term.es else "",
            shorts=tuple(acronym.short for acronym in term.acronyms),
            audiences=self.audience_titles(term.audience),
            related=tuple(self.names(dict.fromkeys(near))),
            replaced_by=next(iter(self.names([term.replaced_by] if term.replaced_by else [])), None),
        )

    def glossary(self) -> tuple[tuple[str, tuple[SpanishName, ...]], ...]:
        """Every term with a Spanish name and definition, by first letter."""
        defined = (entry.record for entry in self._index.current_terms)
        names = sorted(
            (_named(term) for term in defined if term.es and term.es.definition), key=lambda one: alphabetical(one.name)
        )
        return tuple((letter, tuple(group)) for letter, group in groupby(names, lambda one: first_letter(one.name)))

    def audience_titles(self, audience_ids: Iterable[str]) -> tuple[str, ...]:
        """What audiences are called in Spanish, as far as they have such a name."""
        table = self._index.tables["audience"]
        found = (table[audience_id].record for audience_id in audience_ids if audience_id in table)
        return tuple(one.es for one in found if one.es)

    def names(self, term_ids: Iterable[str]) -> Iterable[SpanishName]:
        """Terms by their names in Spanish, or in English where they have none yet."""
        terms = self._index.terms
        return (_named(terms[term_id].record) for term_id in term_ids if term_id in terms)


def _named(term: Term) -> SpanishName:
    if term.es is None:
        return SpanishName(term.id, term.term, in_spanish=False, definition=term.definition, english=term.term)
    return SpanishName(
        term.id,
        term.es.term,
        in_spanish=True,
        definition=term.es.definition or "",
        english=term.term,
        also=term.es.synonyms,
    )
