"""Packs of the forms, a sheet each in the languages that it is in."""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.addresses import FORMS_PAGE, form_page
from coaching_manual.languages import Language
from coaching_manual.manual import Manual
from coaching_manual.model import Form, SpanishForm
from coaching_manual.print.packs import Pack, Part


def form_packs(manual: Manual) -> Iterator[Pack]:
    """A pack for each form."""
    for entry in manual.index.framework.forms:
        form = entry.record
        yield _sheet(form, form, "en")
        if form.es:
            yield _sheet(form, form.es, "es")


def _sheet(form: Form, said: Form | SpanishForm, language: Language) -> Pack:
    src = form_page(form.id, language=language)
    return Pack(
        record=form.id,
        id=f"form-{form.id}" if language == "en" else f"form-{form.id}-{language}",
        title=said.title,
        kind="sheet",
        edition="To copy and to fill in" if language == "en" else "Para copiar y llenar",
        parts=(Part(src, running=said.title, address=True),),
        of=(src, FORMS_PAGE),
        group="Forms",
        language=language,
        front="none",
        fillable=True,
        copies=True,
        letters=10.5,
    )
