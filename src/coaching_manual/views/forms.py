"""Forms, blank and filled in as an example, in each language they are in, and conversation guides with their cards."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from coaching_manual.addresses import conversation_page, form_page
from coaching_manual.index import Index, alphabetical, name_of
from coaching_manual.languages import ENGLISH, in_words, language_of
from coaching_manual.model import (
    Conversation,
    Form,
    FormColumn,
    FormExample,
    FormField,
    FormSection,
    SpanishColumn,
    SpanishField,
    SpanishForm,
    SpanishSection,
)
from coaching_manual.views.form_shapes import (
    CardPhase,
    CellView,
    ConversationView,
    FieldView,
    FormRow,
    FormView,
    OptionView,
    RowView,
    SectionView,
)
from coaching_manual.views.form_words import FORM_WORDS
from coaching_manual.views.shapes import Link, PageUse, TermLink

_ON_THE_CARD = 2
_LINES = 3
_TICKS = 5  # with more answers than this, a grid would be wider than a page


class Forms:
    """The views over all forms and conversation guides. ``uses`` says which pages link them."""

    def __init__(self, index: Index, uses: Mapping[str, tuple[PageUse, ...]]) -> None:
        self._index = index
        self._uses = uses

    def forms(self) -> tuple[FormRow, ...]:
        """All forms that are in use, in alphabetical order."""
        records: Iterable[Form] = (entry.record for entry in self._index.tables["form"].values())
        alive = (form for form in records if form.status != "retired")
        return tuple(_row(form) for form in sorted(alive, key=lambda form: alphabetical(form.title)))

    def form(self, form_id: str, language: str = "en", *, filled: bool = False) -> FormView:
        """A form, blank or filled in; ValueError if it is not there in that language."""
        form: Form = self._index.find("form", form_id).record
        if language == "es" and form.es is None:
            raise ValueError(f'The form "{form_id}" has no Spanish.')
        said: Form | SpanishForm = form.es if language == "es" and form.es else form
        example = said.example if filled else None
        words = FORM_WORDS[language]
        made = _Sections(words, example, form.example)
        return FormView(
            id=form.id,
            language=language,
            title=said.title,
            purpose=said.purpose,
            when=said.when,
            minutes=form.minutes,
            filled_by=said.filled_by,
            seen_by=said.seen_by,
            kept=said.kept,
            hand_in=said.hand_in,
            sections=tuple(made.sections(form, form.es if language == "es" else None)),
            example_of=example.about if example else None,
            to_confirm=said.to_confirm,
            used_on=self._used_on("form", form.id, language),
            words=words,
            href=_page(form_page(form.id, language=language)),
            example_href=_page(form_page(form.id, example=True, language=language)) if said.example else None,
            other_href=_other(form, language, filled=filled),
        )

    def conversations(self) -> tuple[ConversationView, ...]:
        """All conversation guides that are in use, as they come up in the work; those without a place come last."""
        records: list[Conversation] = [entry.record for entry in self._index.tables["conversation"].values()]
        records.sort(key=lambda guide: guide.place)
        return tuple(self.conversation(guide.id) for guide in records if guide.status != "retired")

    def conversation(self, conversation_id: str) -> ConversationView:
        """A conversation guide."""
        guide: Conversation = self._index.find("conversation", conversation_id).record
        return ConversationView(
            guide=guide,
            href=f"conversation:{guide.id}",
            card_href=_page(conversation_page(guide.id, card=True)),
            forms=self._links("form", guide.forms),
            terms=tuple(
                TermLink(one.record.id, one.record.term, one.record.definition)
                for one in (self._index.terms.get(term_id) for term_id in guide.terms)
                if one
            ),
            sources=self._links("source", guide.sources),
            used_on=self._used_on("conversation", guide.id),
            card=tuple(CardPhase(one.title, one.minutes, one.questions[:_ON_THE_CARD]) for one in guide.phases),
        )

    def _links(self, kind: str, ids: Iterable[str]) -> tuple[Link, ...]:
        table = self._index.tables[kind]
        return tuple(Link(name_of(table[one].record), f"{kind}:{one}") for one in ids if one in table)

    def _used_on(self, kind: str, record_id: str, language: str = ENGLISH) -> tuple[Link, ...]:
        """The conversation guides that name a form, then the pages that link it; in Spanish only what is in Spanish."""
        guides = (entry.record for entry in self._index.tables["conversation"].values())
        named = (Link(guide.title, f"conversation:{guide.id}") for guide in guides if record_id in guide.forms)
        uses = (use for use in self._uses.get(f"{kind}:{record_id}", ()) if language_of(use.src) == language)
        pages = (Link(use.title, _page(use.src)) for use in uses)
        return tuple(chain(named if kind == "form" and language == ENGLISH else (), pages))


def _page(src: str) -> str:
    return f"page:{src}"


def _row(form: Form) -> FormRow:
    return FormRow(
        id=form.id,
        title=form.title,
        purpose=form.purpose,
        filled_by=form.filled_by,
        minutes=form.minutes,
        href=f"form:{form.id}",
        example_href=_page(form_page(form.id, example=True)),
        spanish_href=_page(form_page(form.id, language="es")) if form.es else None,
        spanish_title=form.es.title if form.es else None,
    )


def _other(form: Form, language: str, *, filled: bool) -> str | None:
    """The same page in the other language, if there is one."""
    if form.es is None or (filled and form.es.example is None):
        return None
    return _page(form_page(form.id, example=filled, language="en" if language == "es" else "es"))


class _Sections:
    """Puts a form, its Spanish and its example together, part by part."""

    def __init__(self, words: Mapping[str, str], example: FormExample | None, english: FormExample) -> None:
        self._words = words
        self._values = example.values if example else {}
        self._has_values = example is not None
        self._english = english.values

    def sections(self, form: Form, spanish: SpanishForm | None) -> Iterator[SectionView]:
        """The parts; what has no Spanish yet stays English."""
        for number, section in enumerate(form.sections):
            said: FormSection | SpanishSection = section
            translated: Mapping[str, SpanishField] = {}
            if spanish and number < len(spanish.sections):
                said = spanish.sections[number]
                translated = {field.id: field for field in spanish.sections[number].fields}
            fields = tuple(self._field(field, translated.get(field.id)) for field in section.fields)
            yield SectionView(f"part-{number + 1}", said.title, said.text, fields)

    def _field(self, field: FormField, spanish: SpanishField | None) -> FieldView:
        said = spanish or field
        value = self._values.get(field.id)
        return FieldView(
            id=field.id,
            label=said.label,
            kind=field.kind,
            hint=said.hint,
            reason=said.reason,
            required=field.required,
            lines=field.lines or _LINES,
            options=_options(field.id, field.options, said.options, _several(value)),
            columns=tuple(head for column in field.columns for head in self._heads(field, column, spanish)),
            rows=tuple(self._rows(field, spanish, value)),
            answer=self._answer(value),
        )

    def _rows(self, field: FormField, spanish: SpanishField | None, value: object) -> Iterator[RowView]:
        given = [one for one in _several(value) if isinstance(one, Mapping)]
        labels: Sequence[str] = (spanish.row_labels if spanish else ()) or field.row_labels
        count = len(given) if self._has_values and not labels else len(labels) or field.rows or 0
        for number in range(count):
            label = labels[number] if labels else ""
            row = given[number] if number < len(given) else {}
            named = label or self._words["row"].format(number=number + 1)
            at = (number, row)
            cells = (cell for column in field.columns for cell in self._cells(field, column, spanish, named, at))
            yield RowView(label, tuple(cells))

    def _ticks(self, field: FormField, column: FormColumn) -> bool:
        """Whether the answers of a column are columns themselves, to tick in: they are few, and the rows have names."""
        return not self._has_values and bool(field.row_labels) and 0 < len(column.options) <= _TICKS

    def _heads(
        self, field: FormField, column: FormColumn, spanish: SpanishField | None
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        said = _column(column, spanish)
        options = said.options or column.options
        if self._ticks(field, column):
            yield from ((text, ()) for text in options)
        else:
            yield said.label, options

    def _cells(
        self,
        field: FormField,
        column: FormColumn,
        spanish: SpanishField | None,
        named: str,
        at: tuple[int, Mapping[str, Any]],
    ) -> Iterator[CellView]:
        cell = self._cell(field, column, spanish, named, at)
        if not self._ticks(field, column):
            yield cell
            return
        for one in cell.options:
            says = f"{one.text}, {named}"
            yield CellView(one.id, "tick", says, one.text, name=cell.id, value=one.value)

    def _cell(
        self,
        field: FormField,
        column: FormColumn,
        spanish: SpanishField | None,
        named: str,
        at: tuple[int, Mapping[str, Any]],
    ) -> CellView:
        said = _column(column, spanish)
        number, row = at
        cell_id = f"{field.id}-{number + 1}-{column.id}"
        return CellView(
            id=cell_id,
            kind=column.kind,
            says=f"{said.label}, {named}",
            column=said.label,
            options=_options(cell_id, column.options, said.options),
            answer=self._answer(row.get(column.id)),
        )

    def _answer(self, value: object) -> str:
        if isinstance(value, bool):
            return self._words["yes" if value else "no"]
        if isinstance(value, datetime.date):
            return in_words(value, "en" if self._words is FORM_WORDS["en"] else "es")
        return "" if value is None or isinstance(value, (tuple, Mapping)) else str(value)


def _column(column: FormColumn, spanish: SpanishField | None) -> FormColumn | SpanishColumn:
    translated = {one.id: one for one in spanish.columns} if spanish else {}
    return translated.get(column.id, column)


def _options(
    name: str, values: Sequence[str], texts: Sequence[str], chosen: Sequence[object] = ()
) -> tuple[OptionView, ...]:
    """The answers to choose, in the words of a language as far as there are any."""
    said = texts if len(texts) == len(values) else values
    return tuple(
        OptionView(f"{name}-{number}", text, value, text in chosen)
        for number, (value, text) in enumerate(zip(values, said, strict=True), start=1)
    )


def _several(value: object) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
