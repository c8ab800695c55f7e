"""Families and students hear in their language, and text messages fit."""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.languages import listed
from coaching_manual.model import Activity, Message, PlanAudience
from coaching_manual.plan import TEXT_MESSAGE, Plan
from coaching_manual.problems import Place, Problems, Severity
from coaching_manual.structure import Entry
from coaching_manual.text_messages import TextMessage, count

_LAW = "What families get in English they also get in Spanish (Ed Code 48985, where it applies)."


def check_languages(plan: Plan, problems: Problems) -> None:
    """What reaches an audience that must hear in Spanish has Spanish; text messages are short enough."""
    for audience in plan.audiences.values():
        if "es" in audience.record.languages and audience.record.es is None:
            _add(audience, "This audience hears in Spanish, and its page has none.", audience.place("id"), problems)
    for message in plan.messages.values():
        for lack, place in _lacking(message, plan):
            _add(message, lack, place, problems)
        _check_lengths(message, problems)
    for activity in plan.activities:
        if not plan.needs_spanish(activity.record.audiences):
            continue
        if activity.record.languages and "es" not in activity.record.languages:
            _add(
                activity,
                "This reaches an audience that hears in Spanish, and not in Spanish.",
                activity.place("languages"),
                problems,
            )
        if activity.record.es is None:
            _add(
                activity,
                "This reaches an audience that hears in Spanish, and has no Spanish.",
                activity.place("id"),
                problems,
            )


def _add(
    entry: Entry[PlanAudience] | Entry[Message] | Entry[Activity], message: str, place: Place, problems: Problems
) -> None:
    problems.add(
        "FAMILY-SPANISH", message, place, hint=f"Add  es:  below the English. {_LAW}", subject=entry.record.title
    )


def _lacking(entry: Entry[Message], plan: Plan) -> Iterator[tuple[str, Place]]:
    message = entry.record
    if message.es is None and plan.needs_spanish(message.audiences):
        yield "This message is meant for an audience that hears in Spanish, and has no Spanish.", entry.place("id")
    for number, text in enumerate(message.texts):
        if text.es is None and plan.needs_spanish(text.audiences or message.audiences):
            yield (
                f"This {_WORDS[text.kind]} is for an audience that hears in Spanish, and has none.",
                entry.place("texts", number, "kind"),
            )


_ROOM = 160
_WORDS = {"email": "e-mail", "slide": "slide", "text message": "text message", "flyer": "flyer"}


def _check_lengths(entry: Entry[Message], problems: Problems) -> None:
    for number, text in enumerate(entry.record.texts):
        if text.kind != TEXT_MESSAGE:
            continue
        written = [(text.body, ("body",)), *([(text.es.body, ("es", "body"))] if text.es else [])]
        for body, path in written:
            _check_length(count(body), entry.place("texts", number, *path), entry.record.title, problems)


def _check_length(sent: TextMessage, place: Place, subject: str, problems: Problems) -> None:
    """A text message arrives in one piece; with letters that need more room, that is advice only."""
    if sent.length > _ROOM:
        problems.add(
            "TEXT-LONG",
            f"This text message has {sent.length} characters, and {_ROOM} fit.",
            place,
            hint=f"Take out {sent.length - _ROOM} characters. Say one thing, and where to read on.",
            subject=subject,
        )
    elif sent.pieces > 1:
        letters = listed(sent.costly)
        problems.add(
            "TEXT-LONG",
            f"This text message has {sent.length} characters. With {letters} in it, {sent.room} fit, and phones get it "
            f"in {sent.pieces} pieces.",
            place,
            hint=f"Say it in words without {letters} (é, ñ, ¿ and ¡ take no more room). Never leave out an accent.",
            subject=subject,
            severity=Severity.ADVICE,
        )
