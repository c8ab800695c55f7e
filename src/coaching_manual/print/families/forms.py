"""Packs of the forms, a sheet each in the languages that it is in, and the cards of the conversation guides."""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.addresses import CONVERSATIONS_PAGE, FORMS_PAGE, conversation_page, form_page
from coaching_manual.languages import Language
from coaching_manual.manual import Manual
from coaching_manual.model import Form, SpanishForm
from coaching_manual.print.packs import Pack, Part


def form_packs(manual: Manual) -> Iterator[Pack]:
    """A pack for each form, and one with all cards."""
    for entry in manual.index.framework.forms:
        form = entry.record
        yield _sheet(form, form, "en")
        if form.es:
            yield _sheet(form, form.es, "es")
    guides = [entry.record for entry in manual.index.framework.conversations]
    if guides:
        yield Pack(
            record="conversations",
            id="conversation-cards",
            title="Conversation guides",
            kind="book",
            edition="Cards, one a page",
            parts=tuple(Part(conversation_page(guide.id, card=True)) for guide in guides),
            of=(CONVERSATIONS_PAGE,),
            group="Conversation guides",
            front="list",
        )


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
    )
