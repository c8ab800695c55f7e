"""The days of the school year fit together, and activities lie on school days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from zoneinfo import available_timezones

from coaching_manual.model import Activity, SchoolCalendar
from coaching_manual.plan import Plan
from coaching_manual.problems import Place, Problems, did_you_mean
from coaching_manual.schedule import SchoolDays, is_weekend
from coaching_manual.structure import Entry


def check_calendar(plan: Plan, problems: Problems) -> None:
    """The year, its semesters and its breaks begin before they end, and lie within each other."""
    entry = plan.year_entry
    if entry is None:
        return
    year = entry.record
    for message, place in _faults(entry):
        hint = f"The school year is from {year.first_day} to {year.last_day}."
        problems.add("CALENDAR-DAYS", message, place, hint=hint, subject=year.title)
    if year.time_zone not in available_timezones():
        hint = did_you_mean(year.time_zone, available_timezones()) or "Write it as  America/Los_Angeles ."
        place = entry.place("time_zone")
        problems.add("FIELD-VALUE", f'"{year.time_zone}" is not a time zone.', place, hint=hint, subject=year.title)


def _faults(entry: Entry[SchoolCalendar]) -> Iterator[tuple[str, Place]]:
    year = entry.record
    if year.last_day <= year.first_day:
        yield "The school year ends before it begins.", entry.place("last_day")
        return
    before: datetime.date | None = None
    for number, semester in enumerate(year.semesters):
        place = entry.place("semesters", number, "first_day")
        if semester.last_day <= semester.first_day:
            yield f"{semester.title} ends before it begins.", place
        if semester.first_day < year.first_day or semester.last_day > year.last_day:
            yield f"{semester.title} is not within the school year.", place
        if before and semester.first_day <= before:
            yield f"{semester.title} begins before the one above it is over.", place
        before = semester.last_day
    for number, one in enumerate(year.breaks):
        if one.last_day and one.last_day < one.first_day:
            yield f"{one.title} ends before it begins.", entry.place("breaks", number, "last_day")


def check_days(entry: Entry[Activity], plan: Plan, problems: Problems) -> None:
    """The days of an activity are school days, or it says why not; its rule names at least one."""
    days = plan.days
    if days is None:
        return
    activity = entry.record
    for message, place in _rule_faults(entry, plan):
        hint = "Compare it with the calendar, and with the field  repeats  in “Fields”."
        problems.add("ACTIVITY-RULE", message, place, hint=hint, subject=activity.title)
    if activity.why_then:
        return
    for day, place in _written(entry):
        why = _why_not(day, days)
        if why:
            problems.add(
                "ACTIVITY-DATE",
                f"{day:%A, %B} {day.day}, {day.year} {why}.",
                place,
                hint="Choose a school day, or say under  why_then:  why it is that day.",
                subject=activity.title,
            )


def _written(entry: Entry[Activity]) -> Iterator[tuple[datetime.date, Place]]:
    if entry.record.date:
        yield entry.record.date, entry.place("date")
    for number, day in enumerate(entry.record.dates):
        yield day, entry.place("dates", number)


def _why_not(day: datetime.date, days: SchoolDays) -> str:
    if not days.holds(day):
        return "is outside the school year"
    break_on = days.break_on(day)
    if break_on:
        return f"is in a break ({break_on.title})"
    return "is on a weekend" if is_weekend(day) else ""


def _rule_faults(entry: Entry[Activity], plan: Plan) -> Iterator[tuple[str, Place]]:
    repeat = entry.record.repeats
    if repeat is None:
        return
    if repeat.every == "month" and repeat.week is None:
        yield (
            "A rule for months says which week: first, second, third, fourth or last.",
            entry.place("repeats", "every"),
        )
    elif repeat.every != "month" and repeat.week is not None:
        yield "Only a rule for months names a week.", entry.place("repeats", "week")
    elif not plan.schedule(entry.record).days:
        yield "This rule names no school day.", entry.place("repeats")
    elif repeat.day in {"Saturday", "Sunday"} and not entry.record.why_then:
        yield "This rule names days of weekends, and nothing says why.", entry.place("repeats", "day")
