"""Look-ups over the records: by id and by name, both directions of every relation, and where words match.

Built once from a framework and never changed. It knows no files beyond the places its entries carry.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from coaching_manual.model import Handout, Record, Session, StrategyStep, Term
from coaching_manual.structure import Entry, Framework, by_id
from coaching_manual.terms.matcher import Label, Matcher

LabelKind = Literal["preferred term", "synonym", "search word", "acronym", "retired name", "wording to avoid"]


@dataclass(frozen=True)
class Name:
    """A name of a term, and where it is written: ``path`` leads to it inside the term's entry."""

    text: str
    kind: LabelKind
    term: str
    path: tuple[str | int, ...]


@dataclass(frozen=True)
class Wording:
    """A wording that texts should not use, and what to write instead."""

    text: str
    term: str
    instead: str
    reason: str
    retired: bool
    sure: bool = True  # the better wording fits wherever this one stands
    everyday: bool = False  # right in other sentences, so texts are not searched for it


UNKNOWN_ID_CODES = {
    "term": "TERM-UNKNOWN",
    "source": "SOURCE-UNKNOWN",
    "category": "CATEGORY-UNKNOWN",
    "audience": "AUDIENCE-UNKNOWN",
    "figure": "FIGURE-UNKNOWN",
    "curriculum": "CURRICULUM-UNKNOWN",
    "session": "SESSION-UNKNOWN",
    "handout": "HANDOUT-UNKNOWN",
    "level": "LEVEL-UNKNOWN",
    "strand": "STRAND-UNKNOWN",
    "growth": "GROWTH-UNKNOWN",
    "role": "ROLE-UNKNOWN",
    "step": "STEP-UNKNOWN",
    "form": "FORM-UNKNOWN",
    "program": "PROGRAM-UNKNOWN",
    "need": "NEED-UNKNOWN",
    "conversation": "CONVERSATION-UNKNOWN",
    "measure": "MEASURE-UNKNOWN",
    "plan-audience": "PLAN-AUDIENCE-UNKNOWN",
    "channel": "CHANNEL-UNKNOWN",
    "message": "MESSAGE-UNKNOWN",
    "activity": "ACTIVITY-UNKNOWN",
}
"""The code of the problem that a record of a kind does not exist."""

_KIND_WORDS = {"step": "action step", "growth": "growth group", "level": "growth level", "strand": "growth strand"}


def kind_in_words(kind: str) -> str:
    """What people call records of a kind.

    >>> kind_in_words("growth"), kind_in_words("term")
    ('growth group', 'term')
    """
    return _KIND_WORDS.get(kind, kind)


class UnknownIdError(LookupError):
    """A record was asked for that does not exist."""

    def __init__(
        self, kind: str, wrong: str, known: Iterable[str], *, renamed: str | None = None, unread: bool = False
    ) -> None:
        super().__init__(f'There is no {kind_in_words(kind)} with the id "{wrong}".')
        self.kind = kind
        self.wrong = wrong
        self.known = tuple(known)
        self.renamed = renamed  # the id that it has now
        self.unread = unread  # it may be there, and has faults


class Index:
    """The look-ups of one framework."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.tables: Mapping[str, Mapping[str, Entry[Any]]] = {
            "term": by_id(framework.terms),
            "source": by_id(framework.sources),
            "category": by_id(framework.categories),
            "audience": by_id(framework.audiences),
            "decision": by_id(framework.decisions),
            "figure": by_id(framework.figures),
            "curriculum": by_id(framework.curricula),
            "session": by_id(framework.sessions),
            "handout": _handouts(framework),
            "level": by_id(framework.levels),
            "strand": by_id(framework.strands),
            "growth": by_id(framework.growth_groups),
            "role": by_id(framework.roles),
            "step": _steps(framework),
            "form": by_id(framework.forms),
            "program": by_id(framework.programs),
            "need": by_id(framework.needs),
            "resource": by_id(framework.resources),
            "conversation": by_id(framework.conversations),
            "measure": by_id(framework.measures),
            "plan-audience": by_id(framework.plan_audiences),
            "channel": by_id(framework.channels),
            "message": by_id(framework.messages),
            "activity": by_id(framework.activities),
        }

    @cached_property
    def terms(self) -> Mapping[str, Entry[Term]]:
        """Terms by id."""
        return self.tables["term"]

    def find(self, kind: str, wanted: str) -> Entry[Any]:
        """The entry of a record; raises UnknownIdError, which knows the ids there are."""
        table = self.tables[kind]
        entry = table.get(wanted) if isinstance(wanted, str) else None
        if entry is None:
            now = self.former_ids.get(str(wanted)) if kind == "term" else None
            unread = self.framework.may_hold(kind, str(wanted))
            raise UnknownIdError(kind, str(wanted), table, renamed=now.record.id if now else None, unread=unread)
        return entry

    @cached_property
    def sessions(self) -> Mapping[str, tuple[Entry[Session], ...]]:
        """The sessions of each curriculum, by its id, in their order."""
        found: dict[str, list[Entry[Session]]] = defaultdict(list)
        for entry in self.framework.sessions:
            found[entry.record.curriculum].append(entry)
        return {name: tuple(sorted(entries, key=lambda one: one.record.number)) for name, entries in found.items()}

    @cached_property
    def narrower(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the terms that name a term as broader."""
        return self._turned_round("broader")

    @cached_property
    def related(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of related terms, whichever of the two terms says so; a term's own list comes first."""
        back = self._turned_round("related")
        return {
            term_id: tuple(
                dict.fromkeys([*(r for r in entry.record.related if r in self.terms), *back.get(term_id, ())])
            )
            for term_id, entry in self.terms.items()
        }

    def _turned_round(self, field: str) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for term_id, entry in self.terms.items():
            for other in getattr(entry.record, field):
                found[other].append(term_id)
        return {term_id: tuple(others) for term_id, others in found.items()}

    @cached_property
    def current_terms(self) -> tuple[Entry[Term], ...]:
        """Terms that are not retired, in alphabetical order of their names."""
        alive = (entry for entry in self.terms.values() if entry.record.status != "retired")
        return tuple(sorted(alive, key=lambda entry: alphabetical(entry.record.term)))

    @cached_property
    def former_ids(self) -> Mapping[str, Entry[Term]]:
        """Terms by the ids that they had before."""
        return {old: entry for entry in self.terms.values() for old in entry.record.former_ids}

    @cached_property
    def matcher(self) -> Matcher[str]:
        """Finds in prose the names that become links, with the id of their term."""
        return Matcher(label for entry in self.current_terms for label in _link_labels(entry.record))

    @cached_property
    def spanish_matcher(self) -> Matcher[str]:
        """The same for texts in Spanish: the names of the terms that have an explanation in Spanish."""
        named = (entry.record for entry in self.current_terms if entry.record.in_prose != "never")
        return Matcher(
            Label(name, term.id, exact=_has_capitals_inside(name))
            for term in named
            if term.es and term.es.definition
            for name in (term.es.term, *term.es.synonyms)
        )

    @cached_property
    def wordings(self) -> Matcher[Wording]:
        """Finds in prose the retired names and the wordings to avoid."""
        return Matcher(
            Label(wording.text, wording, exact=_has_capitals_inside(wording.text))
            for entry in self.terms.values()
            for wording in wordings_of(entry.record, searched_only=True)
        )

    @cached_property
    def wordings_by_name(self) -> Mapping[str, Wording]:
        """Every retired name and wording to avoid, by its lower-case text."""
        return {wording.text.lower(): wording for entry in self.terms.values() for wording in wordings_of(entry.record)}


def _handouts(framework: Framework) -> dict[str, Entry[Handout]]:
    """Handouts by what links name them by: coaching-foundations/request-cards. Of two the first one counts."""
    table: dict[str, Entry[Handout]] = {}
    for session in framework.sessions:
        for number, handout in enumerate(session.record.handouts):
            entry = Entry(handout, session.document, (*session.path, "handouts", number))
            table.setdefault(f"{session.record.curriculum}/{handout.id}", entry)
    return table


def _steps(framework: Framework) -> dict[str, Entry[StrategyStep]]:
    """The action steps of the strategy by their numbers."""
    strategy = framework.strategy
    steps = enumerate(strategy.record.action_steps) if strategy else ()
    return {
        step.id: Entry(step, strategy.document, (*strategy.path, "action_steps", number))
        for number, step in steps
        if strategy
    }


def alphabetical(name: str) -> str:
    """What names are sorted by: capitals and accents do not matter.

    >>> sorted(["Zeal", "exit", "Évaluation", "Equity"], key=alphabetical)
    ['Equity', 'Évaluation', 'exit', 'Zeal']
    """
    letters = unicodedata.normalize("NFKD", name)
    return "".join(char for char in letters if not unicodedata.combining(char)).lower()


def name_of(record: Record) -> str:
    """What a person calls a record: its term, its short title or its title.

    >>> from coaching_manual.model import ListEntry
    >>> name_of(ListEntry(id="process", title="How coaching works", description="The cycle and its steps."))
    'How coaching works'
    """
    names = (getattr(record, field, None) for field in ("term", "short", "title"))
    return str(next(filter(None, names), ""))


def names_of(term: Term) -> Iterator[Name]:
    """Every name that a term claims; each must be unique in the whole vocabulary."""
    yield Name(term.term, "preferred term", term.id, ("term",))
    for number, text in enumerate(term.synonyms):
        yield Name(text, "synonym", term.id, ("synonyms", number))
    for number, text in enumerate(term.search_words):
        yield Name(text, "search word", term.id, ("search_words", number))
    for number, acronym in enumerate(term.acronyms):
        yield Name(acronym.short, "acronym", term.id, ("acronyms", number, "short"))
    for number, old in enumerate(term.retired_names):
        yield Name(old.name, "retired name", term.id, ("retired_names", number, "name"))
    for number, avoid in enumerate(term.do_not_say):
        yield Name(avoid.wording, "wording to avoid", term.id, ("do_not_say", number, "wording"))


def wordings_of(term: Term, *, searched_only: bool = False) -> Iterator[Wording]:
    """A term's retired names and wordings to avoid; with ``searched_only`` those that texts are searched for."""
    for old in term.retired_names:
        yield Wording(old.name, term.id, term.term, old.changed, retired=True)
    for avoid in term.do_not_say:
        if avoid.check or not searched_only:
            yield Wording(
                avoid.wording,
                term.id,
                avoid.say or term.term,
                avoid.reason,
                retired=False,
                sure=avoid.say is not None,
                everyday=not avoid.check,
            )


def _link_labels(term: Term) -> Iterator[Label[str]]:
    if term.in_prose != "never":
        yield Label(term.term, term.id, exact=term.in_prose == "capitals")
    for synonym in term.synonyms:
        yield Label(synonym, term.id, exact=_has_capitals_inside(synonym))
    for acronym in term.acronyms:
        yield Label(acronym.short, term.id, exact=True)


def _has_capitals_inside(text: str) -> bool:
    """Whether a name holds capitals that tell it from everyday words: BTSA, Tier II."""
    return sum(char.isupper() for char in text) > 1
