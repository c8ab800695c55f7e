"""The school year as months with their weeks and days."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Sequence

from coaching_manual.languages import in_words
from coaching_manual.schedule import SchoolDays, is_weekend
from coaching_manual.views.plan_shapes import CalendarDay, MonthView, PlannedDay, YearView


def year_view(days: SchoolDays, planned: Sequence[PlannedDay]) -> YearView:
    """The months from the first to the last day on which there is school or something is planned."""
    year = days.year
    known = [year.first_day, year.last_day, *(one.day for one in planned)]
    months = tuple(_month(first, days, planned) for first in _months(min(known), max(known)))
    semesters = tuple((one.title, f"{in_words(one.first_day)} to {in_words(one.last_day)}") for one in year.semesters)
    return YearView(year, year.status == "draft", months, semesters, len(planned))


def _months(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + datetime.timedelta(days=31)).replace(day=1)


def _month(first: datetime.date, days: SchoolDays, planned: Sequence[PlannedDay]) -> MonthView:
    own = tuple(one for one in planned if (one.day.year, one.day.month) == (first.year, first.month))
    weeks = tuple(
        tuple(_day(day, days, own) if day.month == first.month else None for day in week)
        for week in calendar.Calendar(calendar.SUNDAY).monthdatescalendar(first.year, first.month)
    )
    return MonthView(f"{first:%Y-%m}", f"{first:%B %Y}", weeks, own, tuple(_breaks(first, days)))


def _breaks(first: datetime.date, days: SchoolDays) -> Iterator[str]:
    last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
    for one in days.year.breaks:
        begins, ends = one.first_day, one.last_day or one.first_day
        if begins <= last and ends >= first:
            words = in_words(begins) if begins == ends else f"{in_words(begins)} to {in_words(ends)}"
            yield f"{one.title}: {words}"


def _day(day: datetime.date, days: SchoolDays, planned: Sequence[PlannedDay]) -> CalendarDay:
    break_on = days.break_on(day)
    kind = "school"
    if not days.holds(day):
        kind = "outside"
    elif is_weekend(day):
        kind = "weekend"
    elif break_on:
        kind = "break"
    return CalendarDay(day, kind, break_on.title if break_on else "", tuple(one for one in planned if one.day == day))
