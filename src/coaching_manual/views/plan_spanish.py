"""The communication plan in Spanish: what families, students and bilingual staff hear, when, and how they answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from coaching_manual.addresses import calendar_file, flyer_page
from coaching_manual.index import Index
from coaching_manual.languages import SPANISH, days_named, in_words, listed, months_named, twin_of
from coaching_manual.model import (
    Activity,
    Message,
    PlanAudience,
    Repeat,
    Source,
    SpanishActivity,
    SpanishMessage,
    SpanishPlanAudience,
    SpanishReadyText,
)
from coaching_manual.plan import TEXT_MESSAGE, Plan
from coaching_manual.schedule import MONTHS, WEEKDAYS
from coaching_manual.text_messages import TextMessage, count
from coaching_manual.views.shapes import Link

_WEEKS = {"first": "primer", "second": "segundo", "third": "tercer", "fourth": "cuarto", "last": "último"}
_SIDES = {
    "staff": "El personal lo escucha antes que el público.",
    "public": "Las familias, los estudiantes y el público lo escuchan cuando el personal ya puede responder preguntas.",
}
_KINDS = {
    "email": "Correo electrónico",
    "slide": "Lámina para una reunión",
    "text message": "Mensaje de texto",
    "flyer": "Volante",
}
_FEW_DAYS = 3
_NOON = 12


@dataclass(frozen=True)
class SpanishActivityView:
    """An activity in Spanish, with its days as Spanish writes them."""

    es: SpanishActivity
    href: str
    when: str
    days: tuple[str, ...]
    channels: tuple[str, ...]


@dataclass(frozen=True)
class SpanishTextView:
    """A text to copy in Spanish; ``counted`` is how phones count it, if it is a text message."""

    es: SpanishReadyText
    kind: str
    key: str
    counted: TextMessage | None


@dataclass(frozen=True)
class SpanishProofView:
    """Why people can believe a message; ``language`` is en where nobody has translated it yet."""

    text: str
    language: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class SpanishMessageView:
    """A key message in Spanish: who hears it, through what, and the texts that carry it."""

    message: Message
    es: SpanishMessage
    href: str
    audiences: tuple[Link, ...]
    activities: tuple[SpanishActivityView, ...]
    proof: tuple[SpanishProofView, ...]
    texts: tuple[SpanishTextView, ...]
    flyer_href: str | None


@dataclass(frozen=True)
class SpanishAudienceView:
    """An audience in Spanish: what it hears, when, and how it answers."""

    audience: PlanAudience
    es: SpanishPlanAudience
    href: str
    calendar_href: str
    side: str
    messages: tuple[SpanishMessageView, ...]
    activities: tuple[SpanishActivityView, ...]


class SpanishPlan:
    """The Spanish views over the communication plan."""

    def __init__(self, index: Index, plan: Plan) -> None:
        self._index = index
        self._plan = plan

    @property
    def sample(self) -> bool:
        """Whether the days are samples, because the district has not confirmed its school year."""
        return bool(self._plan.days and self._plan.days.year.status == "draft")

    def audiences(self) -> tuple[SpanishAudienceView, ...]:
        """The audiences that have Spanish, in the order of their file."""
        return tuple(self.audience(name) for name, entry in self._plan.audiences.items() if entry.record.es)

    def audience(self, audience_id: str) -> SpanishAudienceView:
        """An audience; ValueError if it has no Spanish."""
        audience: PlanAudience = self._index.find("plan-audience", audience_id).record
        if audience.es is None:
            raise ValueError(f'The audience "{audience_id}" has no Spanish.')
        return SpanishAudienceView(
            audience=audience,
            es=audience.es,
            href=f"plan-audience:{audience_id}",
            calendar_href=f"page:{calendar_file(audience_id, SPANISH)}",
            side=_SIDES[audience.side],
            messages=tuple(one for one in self.messages() if audience_id in one.message.audiences),
            activities=tuple(
                self.activity(entry.record.id)
                for entry in self._plan.activities
                if entry.record.es and audience_id in entry.record.audiences
            ),
        )

    def activity(self, activity_id: str) -> SpanishActivityView:
        """An activity; ValueError if it has no Spanish."""
        activity: Activity = self._index.find("activity", activity_id).record
        if activity.es is None:
            raise ValueError(f'The activity "{activity_id}" has no Spanish.')
        known = (self._plan.channels[one].record for one in activity.channels if one in self._plan.channels)
        days = self._plan.schedule(activity).days
        return SpanishActivityView(
            es=activity.es,
            href=f"activity:{activity.id}",
            when=_when(activity, days),
            days=tuple(in_words(day, SPANISH) for day in days),
            channels=tuple(one.es or one.title for one in known),
        )

    def messages(self) -> tuple[SpanishMessageView, ...]:
        """The key messages that have Spanish, in the order of their files."""
        return tuple(self.message(name) for name, entry in self._plan.messages.items() if entry.record.es)

    def message(self, message_id: str) -> SpanishMessageView:
        """A key message; ValueError if it has no Spanish."""
        message: Message = self._index.find("message", message_id).record
        if message.es is None:
            raise ValueError(f'The message "{message_id}" has no Spanish.')
        has_flyer = any(text.kind == "flyer" and text.es for text in message.texts)
        return SpanishMessageView(
            message=message,
            es=message.es,
            href=f"message:{message_id}",
            audiences=tuple(self._audience_links(message)),
            activities=tuple(
                self.activity(entry.record.id)
                for entry in self._plan.activities
                if entry.record.es and message_id in entry.record.messages
            ),
            proof=tuple(self._proof(message)),
            texts=tuple(_texts(message)),
            flyer_href=f"page:{twin_of(flyer_page(message_id))}" if has_flyer else None,
        )

    def _audience_links(self, message: Message) -> Iterator[Link]:
        for name, entry in self._plan.audiences.items():
            if name in message.audiences and entry.record.es:
                yield Link(entry.record.es.title, f"plan-audience:{name}")

    def _proof(self, message: Message) -> Iterator[SpanishProofView]:
        table = self._index.tables["source"]
        for one in message.proof:
            sources = tuple(table[name].record for name in one.sources if name in table)
            yield SpanishProofView(one.es.text if one.es else one.text, "es" if one.es else "en", sources)


def _texts(message: Message) -> Iterator[SpanishTextView]:
    for number, text in enumerate(message.texts, 1):
        if text.es and text.kind != "flyer":
            counted = count(text.es.body) if text.kind == TEXT_MESSAGE else None
            yield SpanishTextView(text.es, _KINDS[text.kind], f"texto-{number}", counted)


def _when(activity: Activity, days: Sequence[datetime.date]) -> str:
    if not days:
        return "por confirmar"
    at = f", {clock_in_spanish(activity.at)}" if activity.at else ""
    if activity.repeats:
        return rule_in_spanish(activity.repeats) + at
    if len(days) > _FEW_DAYS:
        return f"{len(days)} días, del {in_words(days[0], SPANISH)} al {in_words(days[-1], SPANISH)}{at}"
    return days_in_spanish(days) + at


def days_in_spanish(days: Sequence[datetime.date]) -> str:
    """Some days as Spanish writes them: the month and the year stand once.

    >>> days_in_spanish([datetime.date(2026, 9, 1), datetime.date(2026, 9, 3)])
    '1 y 3 de septiembre de 2026'
    >>> days_in_spanish([datetime.date(2026, 10, 7), datetime.date(2026, 11, 4), datetime.date(2027, 1, 13)])
    '7 de octubre y 4 de noviembre de 2026 y 13 de enero de 2027'
    """
    years = []
    for year, in_year in groupby(sorted(days), key=lambda day: day.year):
        months = [
            f"{listed([str(day.day) for day in in_month], SPANISH)} de {months_named(SPANISH)[month - 1]}"
            for month, in_month in groupby(in_year, key=lambda day: day.month)
        ]
        years.append(f"{listed(months, SPANISH)} de {year}")
    return listed(years, SPANISH)


def clock_in_spanish(at: str) -> str:
    r"""A time of day as people in California say it in Spanish; its pieces are not parted at the end of a line.

    >>> [clock_in_spanish(at).replace("\u00a0", " ") for at in ("17:30", "13:00", "08:05")]
    ['a las 5:30 p. m.', 'a la 1:00 p. m.', 'a las 8:05 a. m.']
    """
    hours, minutes = map(int, at.split(":"))
    hour = hours % 12 or 12
    return f"{'a la' if hour == 1 else 'a las'} {hour}:{minutes:02}\u00a0{'p.' if hours >= _NOON else 'a.'}\u00a0m."


def rule_in_spanish(repeat: Repeat) -> str:
    """A rule as people say it in Spanish.

    >>> rule_in_spanish(Repeat(every="month", week="third", day="Tuesday"))
    'El tercer martes de cada mes'
    >>> rule_in_spanish(Repeat(every="month", week="second", day="Wednesday", months=("January", "March")))
    'El segundo miércoles de enero y marzo'
    >>> rule_in_spanish(Repeat(every="two weeks", day="Friday"))
    'Un viernes sí y otro no'
    """
    day = days_named(SPANISH)[WEEKDAYS.index(repeat.day)]
    months = listed([months_named(SPANISH)[MONTHS.index(name)] for name in repeat.months], SPANISH)
    if repeat.every == "month":
        return f"El {_WEEKS[repeat.week or 'first']} {day} de {months or 'cada mes'}"
    often = f"Un {day} sí y otro no" if repeat.every == "two weeks" else f"Cada {day}"
    return f"{often} de {months}" if months else often
