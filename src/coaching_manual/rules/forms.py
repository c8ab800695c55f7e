"""Forms: each says who sees it and for how long, asks no more than it needs, and judges nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coaching_manual.index import Index
from coaching_manual.model import Form, FormColumn, FormField, SpanishField
from coaching_manual.problems import Problems
from coaching_manual.rules.form_examples import check_example
from coaching_manual.rules.handouts import FOR_SPANISH_SPEAKERS
from coaching_manual.rules.rating_words import RATING_WORDS
from coaching_manual.rules.site_view import SiteView
from coaching_manual.source import KeyPath
from coaching_manual.structure import Entry

_TOO_MUCH = {
    "the name of a student": re.compile(
        r"\b(?:student|child|pupil|mentee)(?:['’]s|s['’])? (?:full |first |last )?name\b"
        r"|\bnames? of (?:the |your |each |a )?(?:student|child|pupil|mentee)",
        re.IGNORECASE,
    ),
    "health": re.compile(
        r"\b(?:health|medical|medications?|medicines?|diagnos\w+|disabilit\w+|illness\w*|allerg\w+|therap\w+)\b",
        re.IGNORECASE,
    ),
    "a rating": re.compile(
        r"\b(?:ratings?|rate (?:the|your|this|him|her|them)|scores?|on a scale|performance level|stars out of)\b",
        re.IGNORECASE,
    ),
}
_BELONGS_TO = {
    "lines": ("lines",),
    "options": ("choice", "choices"),
    "columns": ("table",),
    "rows": ("table",),
    "row_labels": ("table",),
}
_NEEDS = {"choice": "options", "choices": "options", "table": "columns"}


def check_forms(index: Index, problems: Problems) -> None:
    """Everything that can be said of a form by itself."""
    for entry in index.framework.forms:
        _check_kept(entry, problems)
        _check_ids(entry, problems)
        for path, field in fields_of(entry.record):
            _check_parts(entry, path, field, problems)
            _check_need(entry, path, field, problems)
        _check_words(entry, problems)
        check_example(entry, ("example",), entry.record.example, problems)
        _check_spanish(entry, problems)


def check_unused_forms(site: SiteView, problems: Problems) -> None:
    """Advice for each form that no chapter and no conversation guide uses, as soon as pages use any."""
    framework = site.index.framework
    used = {name.removeprefix("form:") for name in site.uses if name.startswith("form:")}
    if not used or framework.unread or not all(page.whole for page in site.pages):
        return
    used.update(form for guide in framework.conversations for form in guide.record.forms)
    for entry in framework.forms:
        if entry.record.id not in used and entry.record.status != "retired":
            problems.add(
                "FORM-UNUSED",
                "No page and no conversation guide uses this form.",
                entry.place("id"),
                hint=f"Link it where people need it:  [{entry.record.title}](form:{entry.record.id}) .",
                subject=entry.record.title,
            )


def fields_of(form: Form) -> Iterator[tuple[KeyPath, FormField]]:
    """Every field of a form with the path to it."""
    for number, section in enumerate(form.sections):
        for place, field in enumerate(section.fields):
            yield ("sections", number, "fields", place), field


def _check_kept(entry: Entry[Form], problems: Problems) -> None:
    if entry.record.kept is None and not entry.record.to_confirm:
        problems.add(
            "FORM-KEPT",
            "This form does not say how long it is kept.",
            entry.place("id"),
            hint="Write  kept: …  or, if it is not decided, ask it under  to_confirm:  (How long is it kept?)",
            subject=entry.record.title,
        )


def _check_ids(entry: Entry[Form], problems: Problems) -> None:
    first: dict[str, KeyPath] = {}
    for path, field in fields_of(entry.record):
        earlier = first.setdefault(field.id, path)
        if earlier is not path:
            problems.add(
                "ID-DUPLICATE",
                f'The id "{field.id}" is used twice in this form.',
                entry.place(*path, "id"),
                hint="Give one of the two fields another id.",
                related=[(entry.place(*earlier, "id"), "first used here")],
            )


def _check_parts(entry: Entry[Form], path: KeyPath, field: FormField, problems: Problems) -> None:
    """A choice has answers, a table has columns and rows, and nothing has what belongs to another kind."""
    for name, kinds in _BELONGS_TO.items():
        if getattr(field, name) and field.kind not in kinds:
            message = f'"{name}" belongs to {" and ".join(kinds)}, and this field is a {field.kind}.'
            hint = f'Change the kind, or take "{name}" out.'
            problems.add("FORM-FIELD", message, entry.place(*path, name, key=True), hint=hint, subject=field.label)
    needed = _NEEDS.get(field.kind)
    if needed and not getattr(field, needed):
        message, hint = f'A {field.kind} needs "{needed}".', f"Write  {needed}: [ … ]  below it."
        problems.add("FORM-FIELD", message, entry.place(*path, "kind"), hint=hint, subject=field.label)
    if field.kind == "table" and bool(field.rows) == bool(field.row_labels):
        message, hint = (
            "A table has either a number of rows, or rows with names.",
            "Write  rows: 6  or  row_labels: [ … ] .",
        )
        problems.add("FORM-FIELD", message, entry.place(*path, "kind"), hint=hint, subject=field.label)
    for number, column in enumerate(field.columns):
        if (column.kind == "choice") != bool(column.options):
            place = entry.place(*path, "columns", number, "id")
            message = "A column has answers to choose if it is a choice, and only then."
            problems.add(
                "FORM-FIELD", message, place, hint="Write  kind: choice  with  options: [ … ] .", subject=field.label
            )


def _check_need(entry: Entry[Form], path: KeyPath, field: FormField, problems: Problems) -> None:
    """No field asks for a student's name, for health or for a rating, unless it says why it must."""
    if field.reason:
        return
    for place, text in _asked(path, field):
        for what, words in _TOO_MUCH.items():
            if words.search(text):
                problems.add(
                    "FORM-ASKS",
                    f"This asks for {what}, and does not say why it must.",
                    entry.place(*place),
                    hint="Leave it out, or write  reason: …  so that whoever is asked can read why.",
                    subject=field.label,
                )


def _asked(path: KeyPath, field: FormField) -> Iterator[tuple[KeyPath, str]]:
    """The words of a field that ask for something."""
    yield (*path, "label"), field.label
    for name in ("options", "row_labels"):
        for number, text in enumerate(getattr(field, name)):
            yield (*path, name, number), text
    columns: tuple[FormColumn, ...] = field.columns
    for number, column in enumerate(columns):
        yield (*path, "columns", number, "label"), column.label


def _check_words(entry: Entry[Form], problems: Problems) -> None:
    """What a form asks and what its example answers is evidence, not judgment."""
    texts = [asked for path, field in fields_of(entry.record) for asked in _asked(path, field)]
    texts += [(("example", "values", *path), text) for path, text in _texts((), entry.record.example.values)]
    for path, text in texts:
        found = RATING_WORDS.search(text)
        if found:
            problems.add(
                "FORM-JUDGES",
                f'"{found[0]}" judges a person or their work.',
                entry.place(*path),
                hint="Write what can be seen, heard or counted.",
                subject=entry.record.title,
            )


def _texts(path: KeyPath, value: object) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts((*path, name), one)
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _texts((*path, number), one)


def _check_spanish(entry: Entry[Form], problems: Problems) -> None:
    form = entry.record
    if form.es is None:
        readers = sorted(FOR_SPANISH_SPEAKERS & set(form.audience))
        if readers:
            problems.add(
                "SPANISH-MISSING",
                f"This form is for {' and '.join(readers)}, and has no Spanish.",
                entry.place("id"),
                hint="Add  es:  with the title, the purpose and the sections below the English.",
                subject=form.title,
            )
        return
    if len(form.es.sections) != len(form.sections):
        _add_spanish(entry, ("es", "sections"), f"The form has {len(form.sections)} parts in English.", problems)
        return
    for number, (section, spanish) in enumerate(zip(form.sections, form.es.sections, strict=True)):
        said = {field.id: (place, field) for place, field in enumerate(spanish.fields)}
        for field in section.fields:
            place, translated = said.pop(field.id, (0, None))
            path: KeyPath = ("es", "sections", number, "fields", place)
            if translated is None:
                message = f'The field "{field.id}" is missing in the Spanish.'
                _add_spanish(entry, ("es", "sections", number, "title"), message, problems)
            elif fault := _spanish_fault(field, translated):
                _add_spanish(entry, (*path, "id"), fault, problems)
        for name, (place, _field) in said.items():
            path = ("es", "sections", number, "fields", place, "id")
            _add_spanish(entry, path, f'This part has no field "{name}" in English.', problems)
    if form.es.example:
        check_example(entry, ("es", "example"), form.es.example, problems, spanish=True)


def _spanish_fault(field: FormField, spanish: SpanishField) -> str:
    """What does not fit between a field and its Spanish."""
    for name, words in (("options", "answers"), ("row_labels", "rows with names")):
        if len(getattr(field, name)) != len(getattr(spanish, name)):
            return f"The field has {len(getattr(field, name))} {words} in English."
    columns = {column.id: column for column in spanish.columns}
    for column in field.columns:
        if column.id not in columns or len(columns[column.id].options) != len(column.options):
            return f'The column "{column.id}" is missing in the Spanish, or has other answers.'
    return ""


def _add_spanish(entry: Entry[Form], path: KeyPath, message: str, problems: Problems) -> None:
    hint = "The Spanish has the same parts, fields and answers in the same order."
    problems.add("FORM-SPANISH", message, entry.place(*path), hint=hint, subject=entry.record.title)
