"""Looking up, sorting and grouping records for those who show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from coaching_manual.index import Index, Wording, alphabetical, wordings_of
from coaching_manual.model import (
    AccessibilityReport,
    AcronymClash,
    Decision,
    District,
    ListEntry,
    Quotation,
    Source,
    Term,
)
from coaching_manual.pages import Page
from coaching_manual.problems import did_you_mean
from coaching_manual.structure import Entry
from coaching_manual.views.communication import Communication
from coaching_manual.views.curricula import Training
from coaching_manual.views.figures import figure_view
from coaching_manual.views.forms import Forms
from coaching_manual.views.growth import Growth
from coaching_manual.views.measures import Accountability
from coaching_manual.views.mentoring import Mentoring
from coaching_manual.views.roles import Roles
from coaching_manual.views.shapes import (
    AcronymRow,
    FigureView,
    Glossary,
    GlossaryEntry,
    PageUse,
    Question,
    Said,
    SourceView,
    TermLink,
    TermView,
)
from coaching_manual.views.spanish import InSpanish
from coaching_manual.views.strategy import StrategyViews
from coaching_manual.views.texts import first_letter, in_running_text
from coaching_manual.views.training_spanish import TrainingInSpanish

BASIS_WORDS = {
    "seed": "The district's plan",
    "law": "State or federal law",
    "district": "A page of the district",
    "practice": "Common practice in the field",
    "draft": "Proposed in this manual",
}
SOURCE_KINDS = {
    "district": "The district's own pages",
    "law": "Laws and rules",
    "standard": "Professional standards",
    "meta-analysis": "Meta-analyses (many studies taken together)",
    "trial": "Trials (groups chosen by lot)",
    "study": "Other studies",
    "review": "Reviews of research",
    "report": "Reports",
    "framework": "Frameworks",
    "book": "Books that describe practice (not evidence of effect)",
}
CHECKED_WORDS = {
    "seen": "Seen in a stored copy of the source.",
    "partly-seen": "Partly seen in a stored copy; the rest is general knowledge.",
    "general-knowledge": "From general knowledge; not yet checked against the source.",
}
TIER_WORDS = {1: "strong", 2: "moderate", 3: "promising", 4: "demonstrates a rationale"}


class Views:
    """The views over one framework.

    ``uses`` says on which pages each term is used; ``pages`` are those written by hand, by their paths.
    """

    def __init__(
        self,
        index: Index,
        questions: Sequence[Question] = (),
        uses: Mapping[str, tuple[PageUse, ...]] | None = None,
        pages: Mapping[str, Page] | None = None,
    ) -> None:
        self._index = index
        self._questions = tuple(questions)
        self._uses = uses or {}
        self.strategy = StrategyViews(index, pages or {}, self._questions)
        self.plan = Communication(index, self.strategy)
        self.training = Training(index, self.strategy)
        self.forms = Forms(index, self._uses)
        self.spanish = InSpanish(index)
        self.training_in_spanish = TrainingInSpanish(index, self.training, self.spanish)
        self.growth = Growth(index)
        self.roles = Roles(index, self.growth, self.strategy)
        self.accountability = Accountability(index)
        self.mentoring = Mentoring(index)

    @property
    def district(self) -> District | None:
        """Who publishes the manual."""
        return self._index.framework.district.record if self._index.framework.district else None

    def accessibility(self) -> AccessibilityReport | None:
        """What was tested for accessibility, and what came of it; None if nothing was."""
        tested = self._index.framework.accessibility
        return tested.record if tested else None

    def link(self, term_id: str, text: str | None = None) -> TermLink:
        """A link to a term, with its own name or other words."""
        term: Term = self._index.find("term", term_id).record
        name = term.term if term.in_prose == "capitals" else in_running_text(term.term)
        return TermLink(term.id, text or name, term.definition)

    def term(self, term_id: str) -> TermView:
        """A term with everything that belongs to it."""
        term: Term = self._index.find("term", term_id).record
        shorts = {acronym.short for acronym in term.acronyms}
        return TermView(
            term=term,
            category=self._list_entry("category", term.category),
            audiences=self.audience_titles(term.audience),
            basis=self._basis(term.basis),
            broader=self._links(term.broader),
            narrower=self._links(self._index.narrower.get(term.id, ())),
            related=self._links(self._index.related.get(term.id, ())),
            said=tuple(self._said(wording) for wording in wordings_of(term) if not wording.retired),
            retired_names=term.retired_names,
            official_source=self._official_source(term.official_wording),
            sources=tuple(self._sources(term.sources)),
            replaced_by=next(iter(self._links([term.replaced_by] if term.replaced_by else [])), None),
            clashes=tuple(c for c in self._clash_records() if c.acronym in shorts),
            uses=self._uses.get(term.id, ()),
        )

    def quotation(self, term_id: str) -> TermView:
        """A term with its official wording; ValueError if it has none."""
        entry = self.term(term_id)
        if entry.term.official_wording is None:
            raise ValueError(f'"{term_id}" has no official wording to quote. Use definition("{term_id}").')
        return entry

    def figure(self, figure_id: str, language: str = "en") -> FigureView:
        """A figure in English ("en") or Spanish ("es"); ValueError if it is not there in that language."""
        return figure_view(self._index.find("figure", figure_id).record, language, self._index.terms)

    def glossary(self, category: str | None = None, audience: str | None = None) -> Glossary:
        """The terms, all of them or those of a category or an audience, by first letter."""
        if category is not None:
            self._index.find("category", category)
        if audience is not None:
            self._index.find("audience", audience)
        chosen = [
            self._glossary_entry(entry.record)
            for entry in self._index.current_terms
            if category in (None, entry.record.category) and (audience is None or audience in entry.record.audience)
        ]
        letters = tuple((letter, tuple(entries)) for letter, entries in groupby(chosen, lambda e: first_letter(e.term)))
        return Glossary(letters, self._occurring("category", chosen), self._occurring("audience", chosen), len(chosen))

    def compare(self, term_ids: Iterable[str]) -> tuple[TermView, ...]:
        """Several terms for showing them side by side."""
        if isinstance(term_ids, str):
            raise ValueError(f'Several ids are needed, in square brackets: ["{term_ids}", "…"].')
        return tuple(self.term(term_id) for term_id in term_ids)

    def say_this(self) -> tuple[Said, ...]:
        """Every retired name and every wording to avoid anywhere, in alphabetical order."""
        return self._all_said(everyday=False)

    def mixed_up(self) -> tuple[Said, ...]:
        """Everyday words that are fine elsewhere and are not the same as a term, in alphabetical order."""
        return self._all_said(everyday=True)

    def _all_said(self, *, everyday: bool) -> tuple[Said, ...]:
        wordings = (wording for entry in self._index.current_terms for wording in wordings_of(entry.record))
        rows = (self._said(wording) for wording in wordings if wording.everyday == everyday)
        return tuple(sorted(rows, key=lambda row: alphabetical(row.avoid)))

    def wording(self, name: str) -> Said:
        """A retired name or a wording to avoid, for texts that talk about it."""
        wording = self._index.wordings_by_name.get(name.lower())
        if wording is None:
            hint = did_you_mean(name, self._index.wordings_by_name)
            raise ValueError(f'"{name}" is neither a retired name nor a wording to avoid. {hint}'.strip())
        return self._said(wording)

    def acronyms(self) -> tuple[AcronymRow, ...]:
        """Every acronym, in alphabetical order."""
        clashes = {clash.acronym: clash for clash in self._clash_records()}
        rows = [
            AcronymRow(
                acronym.short,
                acronym.stands_for or entry.record.term,
                self.link(entry.record.id),
                clashes.get(acronym.short),
            )
            for entry in self._index.current_terms
            for acronym in entry.record.acronyms
        ]
        return tuple(sorted(rows, key=lambda row: alphabetical(row.short)))

    def clashes(self) -> tuple[AcronymClash, ...]:
        """The acronyms that mean different things to different people."""
        return tuple(sorted(self._clash_records(), key=lambda clash: alphabetical(clash.acronym)))

    def source(self, source_id: str) -> SourceView:
        """A source."""
        source: Source = self._index.find("source", source_id).record
        tier = f"{source.essa_tier} ({TIER_WORDS[source.essa_tier]})" if source.essa_tier else None
        training = self.training.resting_on(source.id)
        return SourceView(source, SOURCE_KINDS[source.kind], tier, CHECKED_WORDS[source.checked], training)

    def bibliography(self) -> tuple[tuple[str, tuple[SourceView, ...]], ...]:
        """All sources, grouped by kind, each group in alphabetical order."""
        groups: dict[str, list[SourceView]] = {kind: [] for kind in SOURCE_KINDS}
        for entry in self._index.framework.sources:
            groups[entry.record.kind].append(self.source(entry.record.id))
        return tuple(
            (
                SOURCE_KINDS[kind],
                tuple(sorted(views, key=lambda view: (alphabetical(view.source.short), view.source.id))),
            )
            for kind, views in groups.items()
            if views
        )

    def decisions(self) -> tuple[Decision, ...]:
        """The open decisions, in the order of their file."""
        return tuple(e.record for e in self._index.framework.decisions if e.record.decided is None)

    def decided(self) -> tuple[Decision, ...]:
        """The decisions that have been taken."""
        return tuple(e.record for e in self._index.framework.decisions if e.record.decided is not None)

    def questions(self) -> tuple[Question, ...]:
        """Everything else that is marked "to confirm", in records and on pages."""
        return self._questions

    def questions_by_subject(self) -> tuple[tuple[str, tuple[Question, ...]], ...]:
        """The questions, grouped by the entry or page that they belong to."""
        ordered = sorted(self._questions, key=lambda question: (alphabetical(question.subject), question.href))
        groups = groupby(ordered, key=lambda question: (question.subject, question.href))
        return tuple((subject, tuple(group)) for (subject, _), group in groups)

    def _links(self, term_ids: Iterable[str]) -> tuple[TermLink, ...]:
        known = (term_id for term_id in term_ids if term_id in self._index.terms)
        return tuple(
            TermLink(entry.record.id, entry.record.term, entry.record.definition)
            for entry in map(self._index.terms.__getitem__, known)
        )

    def _said(self, wording: Wording) -> Said:
        link = self.link(wording.term)
        own_name = wording.instead == self._index.terms[wording.term].record.term
        return Said(
            wording.text,
            link.text if own_name else in_running_text(wording.instead),
            wording.reason,
            wording.retired,
            link,
        )

    def _list_entry(self, kind: str, wanted: str) -> ListEntry | None:
        entry = self._index.tables[kind].get(wanted)
        return entry.record if entry else None

    def _readers(self, audience_ids: Sequence[str]) -> tuple[str, ...]:
        """Audiences with those that are part of them: what is for all staff is for coaches too."""
        entries = (entry.record for entry in self._index.tables["audience"].values())
        return tuple(a.id for a in entries if a.id in audience_ids or a.part_of in audience_ids)

    def _basis(self, basis: str) -> str:
        """Where a definition comes from, in words."""
        strategy = self.district.strategy if self.district and basis == "seed" else ""
        return f"{BASIS_WORDS[basis]}: {strategy}" if strategy else BASIS_WORDS[basis]

    def audience_titles(self, audience_ids: Iterable[str]) -> tuple[str, ...]:
        """What audiences are called, as far as they exist."""
        found = (self._list_entry("audience", audience_id) for audience_id in audience_ids)
        return tuple(entry.title for entry in found if entry)

    def _sources(self, source_ids: Iterable[str]) -> Iterable[Source]:
        table: Mapping[str, Entry[Source]] = self._index.tables["source"]
        return (table[source_id].record for source_id in source_ids if source_id in table)

    def _official_source(self, quotation: Quotation | None) -> Source | None:
        return next(iter(self._sources([quotation.source])), None) if quotation else None

    def _clash_records(self) -> Iterable[AcronymClash]:
        return (entry.record for entry in self._index.framework.clashes)

    def _glossary_entry(self, term: Term) -> GlossaryEntry:
        category = self._list_entry("category", term.category)
        return GlossaryEntry(
            id=term.id,
            term=term.term,
            definition=term.definition,
            also=(*(acronym.short for acronym in term.acronyms), *term.synonyms),
            spanish=term.es.term if term.es else None,
            category=category or ListEntry(id="none", title="No category"),
            audiences=self._readers(term.audience),
            draft=term.status == "draft",
        )

    def _occurring(self, kind: str, entries: Sequence[GlossaryEntry]) -> tuple[ListEntry, ...]:
        if kind == "category":
            used = {entry.category.id for entry in entries}
        else:
            used = {audience for entry in entries for audience in entry.audiences}
        return tuple(e.record for e in self._index.tables[kind].values() if e.record.id in used)
