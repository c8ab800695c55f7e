"""Days that come again: over changes of the clock, in leap years, around breaks, and never outside the school year."""

from __future__ import annotations

import datetime

import pytest

from coaching_manual.model import Activity, Repeat, SchoolCalendar
from coaching_manual.schedule import SchoolDays, in_rule_words

DAY = datetime.date


def school(first: datetime.date, last: datetime.date, *breaks: tuple[datetime.date, datetime.date]) -> SchoolDays:
    return SchoolDays(
        SchoolCalendar.model_validate(
            {
                "title": "A year",
                "first_day": first,
                "last_day": last,
                "semesters": ({"id": "all", "title": "All", "first_day": first, "last_day": last},),
                "breaks": tuple({"title": "Break", "first_day": a, "last_day": b} for a, b in breaks),
                "updated": first,
            }
        )
    )


def activity(**fields: object) -> Activity:
    told = {"id": "a", "title": "A", "what": "A.", "phase": "sustain", "audiences": ("all",), "channels": ("mail",)}
    return Activity.model_validate({**told, **fields})


def days(of: SchoolDays, **rule: object) -> list[str]:
    return [day.isoformat() for day in of.schedule(activity(repeats=rule)).days]


def test_third_tuesday_over_both_changes_of_the_clock() -> None:
    # clocks change on November 1, 2026 and on March 14, 2027
    year = school(DAY(2026, 8, 10), DAY(2027, 6, 3), (DAY(2026, 12, 14), DAY(2027, 1, 8)))
    assert days(year, every="month", week="third", day="Tuesday") == [
        "2026-08-18",
        "2026-09-15",
        "2026-10-20",
        "2026-11-17",
        "2027-01-19",
        "2027-02-16",
        "2027-03-16",
        "2027-04-20",
        "2027-05-18",
    ]
    assert year.schedule(activity(repeats={"every": "month", "week": "third", "day": "Tuesday"})).left_out == (
        DAY(2026, 12, 15),
    )


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"every": "week", "day": "Thursday"}, ["2028-02-24", "2028-03-02", "2028-03-09"]),
        ({"every": "two weeks", "day": "Tuesday"}, ["2028-02-22", "2028-03-07"]),
        ({"every": "month", "week": "last", "day": "Tuesday"}, ["2028-02-29"]),
        ({"every": "month", "week": "last", "day": "Tuesday", "months": ("March",)}, []),
    ],
)
def test_leap_year(rule: dict[str, object], expected: list[str]) -> None:
    assert days(school(DAY(2028, 2, 21), DAY(2028, 3, 13)), **rule) == expected


def test_year_2100_is_no_leap_year() -> None:
    year = school(DAY(2100, 2, 22), DAY(2100, 3, 2))
    assert days(year, every="week", day="Monday") == ["2100-02-22", "2100-03-01"]


def test_two_weeks_keep_their_beat_over_a_break() -> None:
    year = school(DAY(2026, 11, 2), DAY(2026, 12, 31), (DAY(2026, 11, 16), DAY(2026, 11, 20)))
    assert days(year, every="two weeks", day="Monday") == ["2026-11-02", "2026-11-30", "2026-12-14", "2026-12-28"]


def test_rules_stay_within_the_school_year_and_their_own_limits() -> None:
    year = school(DAY(2026, 9, 2), DAY(2026, 9, 30))
    assert days(year, every="week", day="Wednesday", begins=DAY(2020, 1, 1), ends=DAY(2030, 1, 1)) == [
        "2026-09-02",
        "2026-09-09",
        "2026-09-16",
        "2026-09-23",
        "2026-09-30",
    ]
    assert days(year, every="week", day="Wednesday", begins=DAY(2026, 9, 10), ends=DAY(2026, 9, 22)) == ["2026-09-16"]


def test_written_days_count_as_they_are() -> None:
    year = school(DAY(2026, 9, 1), DAY(2026, 9, 30), (DAY(2026, 9, 7), DAY(2026, 9, 7)))
    one = activity(
        date=DAY(2026, 9, 7), dates=(DAY(2026, 10, 1),), repeats={"every": "month", "week": "first", "day": "Monday"}
    )
    schedule = year.schedule(one)
    assert schedule.days == (DAY(2026, 9, 7), DAY(2026, 10, 1))
    assert schedule.left_out == ()


def test_days_know_their_semester_and_their_break() -> None:
    year = school(DAY(2026, 9, 1), DAY(2026, 9, 30), (DAY(2026, 9, 7), DAY(2026, 9, 8)))
    semester, gap = year.semester_of(DAY(2026, 9, 1)), year.break_on(DAY(2026, 9, 8))
    assert semester is not None
    assert semester.id == "all"
    assert gap is not None
    assert year.semester_of(DAY(2026, 10, 1)) is None
    assert year.break_on(DAY(2026, 9, 9)) is None


def test_rules_in_words() -> None:
    assert in_rule_words(Repeat(every="month", week="last", day="Friday", months=("May",))) == "the last Friday of May"
    assert in_rule_words(Repeat(every="week", day="Monday", months=("May", "June"))) == "every Monday in May, June"
