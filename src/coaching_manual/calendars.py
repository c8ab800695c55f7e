"""The communication plan for calendar programs, as iCalendar files: one of everyone, and one for each audience.

A second import updates and does not double: the UID of an event is made from the id of its activity, and SEQUENCE
and DTSTAMP from the day of the last change. The same plan gives the same bytes.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from coaching_manual.addresses import WHOLE_CALENDAR, calendar_file
from coaching_manual.index import Index
from coaching_manual.languages import ENGLISH, SPANISH, Language, listed
from coaching_manual.model import Activity, Repeat, SchoolCalendar, SpanishActivity
from coaching_manual.plan import Plan
from coaching_manual.schedule import WEEKDAYS, WEEKS, Schedule, SchoolDays, number_of_month

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:coaching-manual:activity")
_COUNTED_FROM = datetime.date(2020, 1, 1)
_STATUS = {"planned": "TENTATIVE", "under way": "CONFIRMED", "done": "CONFIRMED", "dropped": "CANCELLED"}
_NOT_ANSWERED = "TRANSPARENT"  # an event that takes no time of anybody
_SAMPLE = {
    ENGLISH: "SAMPLE DAY: the school year in this plan is not confirmed yet.",
    SPANISH: "FECHA DE EJEMPLO: el calendario escolar de este plan todavía no está confirmado.",
}
_UNREVIEWED = "BORRADOR: la traducción todavía no está revisada."
_PHASES = {"prepare": "Preparar", "launch": "Empezar", "sustain": "Mantener", "report": "Informar"}


def calendar_paths(index: Index) -> tuple[str, ...]:
    """The paths below docs/ of all calendars; none without a plan and a school year."""
    if index.framework.school_year is None or not index.tables["plan-audience"]:
        return ()
    audiences = index.tables["plan-audience"]
    english = [calendar_file(name) for name in (WHOLE_CALENDAR, *audiences)]
    return (*english, *(calendar_file(name, SPANISH) for name, entry in audiences.items() if entry.record.es))


def calendars(index: Index) -> dict[str, str]:
    """Every calendar of the plan, by its path below docs/."""
    plan = Plan(index)
    if plan.days is None or not plan.audiences:
        return {}
    writer = _Writer(index, plan, plan.days)
    audiences = [entry.record for entry in plan.audiences.values()]
    return (
        {calendar_file(WHOLE_CALENDAR): writer.calendar("Communication plan", None)}
        | {calendar_file(one.id): writer.calendar(f"News for: {one.title}", one.id) for one in audiences}
        | {
            calendar_file(one.id, SPANISH): writer.calendar(f"Noticias para: {one.es.title}", one.id, SPANISH)
            for one in audiences
            if one.es
        }
    )


class _Writer:
    """Writes the calendars of a plan."""

    def __init__(self, index: Index, plan: Plan, days: SchoolDays) -> None:
        district = index.framework.district.record if index.framework.district else None
        self._district = district.short_name if district else ""
        self._plan = plan
        self._days = days

    @property
    def _year(self) -> SchoolCalendar:
        return self._days.year

    def calendar(self, title: str, audience: str | None, language: Language = ENGLISH) -> str:
        """The calendar of an audience, or of everyone; dropped activities are in it, so that they vanish.

        In Spanish it says what the records say in Spanish. Events keep their names, so that whoever takes over both
        has each event once.
        """
        calendar = Calendar()
        calendar.add("prodid", f"-//coaching-manual//communication plan//{language.upper()}")
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", "PUBLISH")
        name = f"{self._district} {title}, {self._year.title}".strip()
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("x-wr-timezone", self._year.time_zone)
        entries = sorted(self._plan.all_activities.values(), key=lambda entry: entry.record.id)
        chosen = [one.record for one in entries if audience is None or audience in one.record.audiences]
        events = [event for activity in chosen for event in self._events(activity, language)]
        if any(activity.at for activity in chosen):
            calendar.add_component(self._time_zone(chosen))
        for event in events:
            calendar.add_component(event)
        return bytes(calendar.to_ical()).decode()

    def _time_zone(self, activities: Sequence[Activity]) -> Timezone:
        """The changes of the clock from the summer before the first day to the one after the last."""
        days = [day for one in activities for day in self._plan.schedule(one).days] or [self._year.first_day]
        first, last = datetime.date(min(days).year, 1, 1), datetime.date(max(days).year + 1, 1, 1)
        return Timezone.from_tzid(self._year.time_zone, first_date=first, last_date=last)

    def _events(self, activity: Activity, language: Language) -> Iterator[Event]:
        """An event that comes again for a rule, and one for each day that is written out."""
        schedule = self._plan.schedule(activity)
        written = sorted({*activity.dates, *([activity.date] if activity.date else [])})
        for number, day in enumerate(written, 1):
            yield self._event(activity, f"{activity.id}/{number}", day, language)
        ruled = [day for day in schedule.days if day not in written]
        if activity.repeats and ruled:
            event = self._event(activity, activity.id, ruled[0], language)
            self._add_rule(event, activity, activity.repeats, Schedule(tuple(ruled), schedule.left_out))
            yield event

    def _event(self, activity: Activity, name: str, day: datetime.date, language: Language) -> Event:
        event = Event()
        changed = max(filter(None, (activity.updated, self._year.updated)))
        event.add("uid", str(uuid.uuid5(_NAMESPACE, f"{self._district}/{name}")))
        event.add("dtstamp", datetime.datetime.combine(changed, datetime.time(), datetime.UTC))
        event.add("last-modified", datetime.datetime.combine(changed, datetime.time(), datetime.UTC))
        event.add("sequence", (changed - _COUNTED_FROM).days)
        spanish = activity.es if language == SPANISH else None
        event.add("summary", spanish.title if spanish else activity.title)
        event.add("description", self._in_spanish(spanish) if spanish else self._description(activity))
        event.add("categories", [_PHASES[activity.phase] if spanish else activity.phase.capitalize()])
        event.add("status", _STATUS[activity.status])
        event.add("dtstart", self._start(activity, day))
        if activity.at:
            event.add("duration", datetime.timedelta(minutes=activity.minutes or 30))
        else:
            event.add("dtend", day + datetime.timedelta(days=1))
            event.add("transp", _NOT_ANSWERED)
        return event

    def _start(self, activity: Activity, day: datetime.date) -> datetime.datetime | datetime.date:
        if activity.at is None:
            return day
        at = datetime.time.fromisoformat(activity.at)
        return datetime.datetime.combine(day, at, ZoneInfo(self._year.time_zone))

    def _add_rule(self, event: Event, activity: Activity, repeat: Repeat, schedule: Schedule) -> None:
        last = self._start(activity, schedule.days[-1])
        # with a time zone the end of a rule is written in UTC (RFC 5545, 3.3.10)
        until = last.astimezone(datetime.UTC) if isinstance(last, datetime.datetime) else last
        event.add("rrule", {**_rule(repeat), "until": until})
        within = [day for day in schedule.left_out if schedule.days[0] < day < schedule.days[-1]]
        if within:
            parameters = {} if activity.at else {"value": "DATE"}
            event.add("exdate", [self._start(activity, day) for day in within], parameters=parameters)

    def _description(self, activity: Activity) -> str:
        known = self._plan.audiences
        return _joined(
            activity.what,
            f"For: {listed([known[one].record.title for one in activity.audiences if one in known])}.",
            f"Owner: {activity.owner}. Back-up: {activity.backup or 'to confirm'}." if activity.owner else "",
            f"How people answer: {activity.two_way}" if activity.two_way else "",
            self._sample(ENGLISH),
        )

    def _in_spanish(self, said: SpanishActivity) -> str:
        draft = "" if said.reviewed else _UNREVIEWED
        return _joined(said.what, f"Cómo contestar: {said.two_way}", self._sample(SPANISH), draft)

    def _sample(self, language: Language) -> str:
        return _SAMPLE[language] if self._year.status == "draft" else ""


def _joined(*lines: str) -> str:
    return "\n\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _rule(repeat: Repeat) -> dict[str, object]:
    """A rule of the plan as iCalendar writes it."""
    day = WEEKDAYS.index(repeat.day)
    short = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day]
    months = {"bymonth": [number_of_month(name) for name in repeat.months]} if repeat.months else {}
    if repeat.every == "month":
        return {"freq": "monthly", "byday": f"{WEEKS[repeat.week or 'first']}{short}", **months}
    return {"freq": "weekly", "interval": 2 if repeat.every == "two weeks" else 1, "byday": short, **months}
