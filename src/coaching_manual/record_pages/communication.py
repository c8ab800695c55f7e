"""The pages of the communication plan: one for each audience, message, flyer and activity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coaching_manual.addresses import (
    COMMUNICATION_PAGE,
    activity_page,
    flyer_page,
    message_page,
    plan_audience_page,
)
from coaching_manual.index import Index
from coaching_manual.model import Activity, Message, PlanAudience
from coaching_manual.pages import About, WrittenPage
from coaching_manual.record_pages.making import made_page, spanish_page
from coaching_manual.render import Renderer

_DRAFT = About(status="draft")


def communication_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """Every page of the plan that is made from records."""
    yield from _audience_pages(index, renderer)
    yield from _message_pages(index, renderer)
    yield from _activity_pages(index, renderer)


def _audience_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    for entry in index.tables["plan-audience"].values():
        audience: PlanAudience = entry.record
        markdown = renderer.render_template("pages/plan_audience.html.j2", id=audience.id)
        title = f"What you will hear: {audience.title}"
        about = f"What you hear about coaching and mentoring, from whom, when, and how you answer. {audience.who}"
        page = made_page(entry, "plan-audience", plan_audience_page(audience.id), title, about, markdown)
        about_it = replace(_DRAFT, audience=audience.readers)
        page = replace(page, about=about_it, within=COMMUNICATION_PAGE, words=audience.search_words)
        yield page
        if audience.es:
            text = renderer.render_template("pages/plan_audience_es.html.j2", id=audience.id)
            title = f"Lo que escucharán: {audience.es.title}"
            yield spanish_page(page, title, audience.es.who, text, reviewed=audience.es.reviewed)


def _message_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    for entry in index.tables["message"].values():
        message: Message = entry.record
        src, title = message_page(message.id), f"Key message: {message.title}"
        markdown = renderer.render_template("pages/plan_message.html.j2", id=message.id)
        page = made_page(entry, "message", src, title, message.text, markdown)
        words = (*message.search_words, *((message.es.title,) if message.es else ()))
        page = replace(page, name=message.title, about=_DRAFT, within=COMMUNICATION_PAGE, words=words)
        yield page
        if message.es:
            text = renderer.render_template("pages/plan_message_es.html.j2", id=message.id)
            title, es = f"Mensaje clave: {message.es.title}", message.es
            yield replace(spanish_page(page, title, es.text, text, reviewed=es.reviewed), name=es.title)
        if any(text.kind == "flyer" for text in message.texts):
            markdown = renderer.render_template("pages/plan_flyer.html.j2", id=message.id)
            about = f"A flyer to print, in English and Spanish. {message.text}"
            page = made_page(entry, "flyer", flyer_page(message.id), f"Flyer: {message.title}", about, markdown)
            above = ((message.title, src),)
            page = replace(page, about=_DRAFT, within=COMMUNICATION_PAGE, above=above, links_terms=False)
            yield page
            if message.es and any(text.kind == "flyer" and text.es for text in message.texts):
                text = renderer.render_template("pages/plan_flyer_es.html.j2", id=message.id)
                title = f"Volante: {message.es.title}"
                yield spanish_page(page, title, message.es.text, text, reviewed=message.es.reviewed)


def _activity_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    for entry in index.tables["activity"].values():
        activity: Activity = entry.record
        markdown = renderer.render_template("pages/plan_activity.html.j2", id=activity.id)
        page = made_page(entry, "activity", activity_page(activity.id), activity.title, activity.what, markdown)
        words = (activity.es.title,) if activity.es else ()
        about = replace(_DRAFT, updated=activity.updated, owner=activity.owner)
        page = replace(page, about=about, within=COMMUNICATION_PAGE, words=words)
        yield page
        if activity.es:
            text = renderer.render_template("pages/plan_activity_es.html.j2", id=activity.id)
            spanish = spanish_page(page, activity.es.title, activity.es.what, text, reviewed=activity.es.reviewed)
            yield replace(spanish, about=replace(about, owner=None, reviewed=activity.es.reviewed))
