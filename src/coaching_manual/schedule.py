"""On which days things happen: rules of recurrence in a school year with its breaks.

Days are days of the calendar, without a clock, so that no change to daylight-saving time moves them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from dateutil import rrule

from coaching_manual.model import Activity, DayName, MonthName, Repeat, SchoolBreak, SchoolCalendar, Semester

WEEKDAYS: tuple[str, ...] = get_args(DayName)
MONTHS: tuple[str, ...] = get_args(MonthName)
WEEKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_DAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)
_SATURDAY = 5


@dataclass(frozen=True)
class Schedule:
    """The days of an activity, and those that its rule names and a break takes away."""

    days: tuple[datetime.date, ...]
    left_out: tuple[datetime.date, ...] = ()


@dataclass(frozen=True)
class SchoolDays:
    """A school year that can be asked about its days."""

    year: SchoolCalendar

    def holds(self, day: datetime.date) -> bool:
        """Whether a day lies within the school year."""
        return self.year.first_day <= day <= self.year.last_day

    def break_on(self, day: datetime.date) -> SchoolBreak | None:
        """The break or holiday that a day is part of."""
        return next((one for one in self.year.breaks if one.first_day <= day <= (one.last_day or one.first_day)), None)

    def semester_of(self, day: datetime.date) -> Semester | None:
        """The semester that a day is part of."""
        return next((one for one in self.year.semesters if one.first_day <= day <= one.last_day), None)

    def schedule(self, activity: Activity) -> Schedule:
        """The days of an activity in this year, in their order. Days that are written out count as they are."""
        written = {*activity.dates, *([activity.date] if activity.date else [])}
        ruled = set(self._ruled(activity.repeats)) if activity.repeats else set()
        left_out = {day for day in ruled if self.break_on(day)} - written
        return Schedule(tuple(sorted(written | ruled - left_out)), tuple(sorted(left_out)))

    def _ruled(self, repeat: Repeat) -> Iterator[datetime.date]:
        first, last = self.limits(repeat)
        return (day.date() for day in rrule_of(repeat, first, last))

    def limits(self, repeat: Repeat) -> tuple[datetime.date, datetime.date]:
        """The first and the last day on which a rule may name a day: never outside the school year."""
        first = max(repeat.begins or self.year.first_day, self.year.first_day)
        return first, min(repeat.ends or self.year.last_day, self.year.last_day)


def rrule_of(repeat: Repeat, first: datetime.date, last: datetime.date) -> rrule.rrule:
    """The rule as dateutil knows it. A rule for months that names no week means the first one."""
    start, end = (datetime.datetime.combine(day, datetime.time()) for day in (first, last))
    months = [number_of_month(name) for name in repeat.months] or None
    day = _DAYS[WEEKDAYS.index(repeat.day)]
    if repeat.every == "month":
        nth = WEEKS[repeat.week or "first"]
        return rrule.rrule(rrule.MONTHLY, dtstart=start, until=end, byweekday=day(nth), bymonth=months)
    interval = 2 if repeat.every == "two weeks" else 1
    return rrule.rrule(rrule.WEEKLY, dtstart=start, until=end, interval=interval, byweekday=day, bymonth=months)


def number_of_month(name: str) -> int:
    """The number of a month.

    >>> number_of_month("March")
    3
    """
    return MONTHS.index(name) + 1


def is_weekend(day: datetime.date) -> bool:
    """Whether a day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def week_of(day: datetime.date) -> datetime.date:
    """The Monday of a day's week."""
    return day - datetime.timedelta(days=day.weekday())


def in_rule_words(repeat: Repeat) -> str:
    """A rule as people say it.

    >>> in_rule_words(Repeat(every="month", week="third", day="Tuesday"))
    'the third Tuesday of each month'
    >>> in_rule_words(Repeat(every="two weeks", day="Friday")), in_rule_words(Repeat(every="week", day="Monday"))
    ('every second Friday', 'every Monday')
    >>> in_rule_words(Repeat(every="month", week="last", day="Friday", months=("October", "March")))
    'the last Friday of October and March'
    """
    if repeat.every == "month":
        months = " and ".join(filter(None, [", ".join(repeat.months[:-1]), *repeat.months[-1:]]))
        return f"the {repeat.week or 'first'} {repeat.day} of {months or 'each month'}"
    often = "every second" if repeat.every == "two weeks" else "every"
    months = f" in {', '.join(repeat.months)}" if repeat.months else ""
    return f"{often} {repeat.day}{months}"
