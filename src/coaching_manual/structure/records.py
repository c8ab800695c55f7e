"""What the framework says: its records, each with the place it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import Any, Generic, TypeVar

from coaching_manual import model
from coaching_manual.problems import Place
from coaching_manual.source import Document, Key, KeyPath

R = TypeVar("R", bound=model.Record)

ANY = ""
"""The id of a record that could not be read, and nobody knows what it is called."""
_NO_RECORDS = frozenset({"documents", "unread", "import_settings", "contacts"})


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record together with the place it came from."""

    record: R
    document: Document
    path: KeyPath

    def place(self, *steps: Key, key: bool = False) -> Place:
        """Where the record stands, or one of its values."""
        return self.document.place((*self.path, *steps), key=key)


def by_id(entries: Iterable[Entry[Any]]) -> dict[str, Entry[Any]]:
    """Entries by id; of two with the same id the first one counts (``rules`` reports the second)."""
    table: dict[str, Entry[Any]] = {}
    for entry in entries:
        table.setdefault(entry.record.id, entry)
    return table


@dataclass(frozen=True)
class Framework:
    """Everything that framework/ says, as records with their places.

    Records with faults are left out; ``unread`` holds kind and id of each, as far as they can be told, so
    that nobody reports as missing what is only faulty.
    """

    terms: tuple[Entry[model.Term], ...] = ()
    categories: tuple[Entry[model.ListEntry], ...] = ()
    audiences: tuple[Entry[model.Audience], ...] = ()
    sources: tuple[Entry[model.Source], ...] = ()
    clashes: tuple[Entry[model.AcronymClash], ...] = ()
    decisions: tuple[Entry[model.Decision], ...] = ()
    figures: tuple[Entry[model.Figure], ...] = ()
    curricula: tuple[Entry[model.Curriculum], ...] = ()
    sessions: tuple[Entry[model.Session], ...] = ()
    queries: tuple[Entry[model.Query], ...] = ()
    levels: tuple[Entry[model.GrowthLevel], ...] = ()
    strands: tuple[Entry[model.GrowthStrand], ...] = ()
    growth_groups: tuple[Entry[model.GrowthGroup], ...] = ()
    roles: tuple[Entry[model.Role], ...] = ()
    forms: tuple[Entry[model.Form], ...] = ()
    conversations: tuple[Entry[model.Conversation], ...] = ()
    measures: tuple[Entry[model.Measure], ...] = ()
    results: tuple[Entry[model.Result], ...] = ()
    services: tuple[Entry[model.ServiceCount], ...] = ()
    illustrative: tuple[Entry[model.Result], ...] = ()
    illustrative_services: tuple[Entry[model.ServiceCount], ...] = ()
    accreditation: Entry[model.Accreditation] | None = None
    logic_model: Entry[model.LogicModel] | None = None
    illustration: Entry[model.Illustration] | None = None
    import_settings: Entry[model.ImportSettings] | None = None
    contacts: Entry[model.AllowedContacts] | None = None
    programs: tuple[Entry[model.Program], ...] = ()
    standards: tuple[Entry[model.Standard], ...] = ()
    stages: tuple[Entry[model.MatchStage], ...] = ()
    meetings: tuple[Entry[model.Meeting], ...] = ()
    needs: tuple[Entry[model.Need], ...] = ()
    resources: tuple[Entry[model.Resource], ...] = ()
    plan_audiences: tuple[Entry[model.PlanAudience], ...] = ()
    channels: tuple[Entry[model.Channel], ...] = ()
    messages: tuple[Entry[model.Message], ...] = ()
    activities: tuple[Entry[model.Activity], ...] = ()
    school_year: Entry[model.SchoolCalendar] | None = None
    district: Entry[model.District] | None = None
    strategy: Entry[model.Strategy] | None = None
    search_words: Entry[model.SearchWords] | None = None
    accessibility: Entry[model.AccessibilityReport] | None = None
    documents: tuple[Document, ...] = field(default=(), repr=False)
    unread: frozenset[tuple[str, str]] = frozenset()

    def may_hold(self, kind: str, wanted: str) -> bool:
        """Whether a record that is not there may be one that could not be read."""
        return (kind, wanted) in self.unread or (kind, ANY) in self.unread

    def entries(self) -> Iterator[Entry[Any]]:
        """Every record, kind by kind, in the order of the fields; not what only programs read."""
        for one in fields(self):
            said = getattr(self, one.name)
            if one.name in _NO_RECORDS or said is None:
                continue
            yield from said if isinstance(said, tuple) else (said,)
