"""The communication plan in Spanish: what families, students and bilingual staff hear, when, and how they answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coaching_manual.index import Index
from coaching_manual.languages import SPANISH, in_words, listed
from coaching_manual.model import Activity, PlanAudience, Repeat, SpanishActivity, SpanishMessage, SpanishPlanAudience
from coaching_manual.plan import Plan

_DAYS = {
    "Monday": "lunes",
    "Tuesday": "martes",
    "Wednesday": "miércoles",
    "Thursday": "jueves",
    "Friday": "viernes",
    "Saturday": "sábado",
    "Sunday": "domingo",
}
_MONTHS = {
    "January": "enero",
    "February": "febrero",
    "March": "marzo",
    "April": "abril",
    "May": "mayo",
    "June": "junio",
    "July": "julio",
    "August": "agosto",
    "September": "septiembre",
    "October": "octubre",
    "November": "noviembre",
    "December": "diciembre",
}
_WEEKS = {"first": "primer", "second": "segundo", "third": "tercer", "fourth": "cuarto", "last": "último"}
_SIDES = {
    "staff": "Personal: usted lo escucha antes que el público.",
    "public": "Usted lo escucha cuando el personal ya puede responder preguntas.",
}
_FEW_DAYS = 3


@dataclass(frozen=True)
class SpanishActivityView:
    """An activity in Spanish, with its days as Spanish writes them."""

    es: SpanishActivity
    href: str
    when: str
    days: tuple[str, ...]
    channels: tuple[str, ...]


@dataclass(frozen=True)
class SpanishAudienceView:
    """An audience in Spanish: what it hears, when, and how it answers."""

    audience: PlanAudience
    es: SpanishPlanAudience
    href: str
    side: str
    messages: tuple[SpanishMessage, ...]
    activities: tuple[SpanishActivityView, ...]
    sample: bool


class SpanishPlan:
    """The Spanish views over the communication plan."""

    def __init__(self, index: Index, plan: Plan) -> None:
        self._index = index
        self._plan = plan

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
            side=_SIDES[audience.side],
            messages=tuple(self._messages(audience_id)),
            activities=tuple(
                self.activity(entry.record.id)
                for entry in self._plan.activities
                if entry.record.es and audience_id in entry.record.audiences
            ),
            sample=bool(self._plan.days and self._plan.days.year.status == "draft"),
        )

    def activity(self, activity_id: str) -> SpanishActivityView:
        """An activity; ValueError if it has no Spanish."""
        activity: Activity = self._index.find("activity", activity_id).record
        if activity.es is None:
            raise ValueError(f'The activity "{activity_id}" has no Spanish.')
        known = (self._plan.channels[one].record for one in activity.channels if one in self._plan.channels)
        days = tuple(in_words(day, SPANISH) for day in self._plan.schedule(activity).days)
        return SpanishActivityView(
            es=activity.es,
            href=f"activity:{activity.id}",
            when=_when(activity, days),
            days=days,
            channels=tuple(one.es or one.title for one in known),
        )

    def _messages(self, audience_id: str) -> Iterator[SpanishMessage]:
        for entry in self._plan.messages.values():
            if entry.record.es and audience_id in entry.record.audiences:
                yield entry.record.es


def _when(activity: Activity, days: tuple[str, ...]) -> str:
    if not days:
        return "por confirmar"
    at = f", a las {activity.at}" if activity.at else ""
    if activity.repeats:
        return rule_in_spanish(activity.repeats) + at
    if len(days) > _FEW_DAYS:
        return f"{len(days)} días, del {days[0]} al {days[-1]}{at}"
    return listed(days, SPANISH) + at


def rule_in_spanish(repeat: Repeat) -> str:
    """A rule as people say it in Spanish.

    >>> rule_in_spanish(Repeat(every="month", week="third", day="Tuesday"))
    'El tercer martes de cada mes'
    >>> rule_in_spanish(Repeat(every="month", week="second", day="Wednesday", months=("January", "March")))
    'El segundo miércoles de enero y marzo'
    >>> rule_in_spanish(Repeat(every="two weeks", day="Friday"))
    'Un viernes sí y otro no'
    """
    day = _DAYS[repeat.day]
    months = listed([_MONTHS[name] for name in repeat.months], SPANISH)
    if repeat.every == "month":
        return f"El {_WEEKS[repeat.week or 'first']} {day} de {months or 'cada mes'}"
    often = f"Un {day} sí y otro no" if repeat.every == "two weeks" else f"Cada {day}"
    return f"{often} de {months}" if months else often
