"""Calendar files of the real plan, read by another library and taken over by a real calendar program."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from coaching_manual.calendars import calendar_paths, calendars
from coaching_manual.index import Index
from coaching_manual.plan import Plan
from coaching_manual.problems import Problems
from coaching_manual.structure import read_framework
from tests.projects import ROOT
from tests.unit.sample import Sample

WHOLE = "communication/calendars/whole.ics"
CASE = ROOT / "tests" / "cases" / "clean--communication" / "framework" / "communication"
PACIFIC = ZoneInfo("America/Los_Angeles")


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(read_framework(ROOT / "framework", ROOT, Problems()))


@pytest.fixture(scope="module")
def files(index: Index) -> dict[str, str]:
    return calendars(index)


def events(text: str) -> list[Any]:
    return list(vobject.readOne(text).vevent_list)


def days_of(event: Any) -> Iterator[datetime.date]:
    """The days of an event as the other library works them out."""
    start = event.dtstart.value
    for moment in event.getrruleset(addRDate=True) or [start]:
        if isinstance(moment, datetime.datetime):
            yield moment.astimezone(PACIFIC).date() if moment.tzinfo else moment.date()
        else:
            yield moment


def test_a_calendar_for_everyone_and_one_for_each_audience(index: Index, files: dict[str, str]) -> None:
    assert tuple(files) == calendar_paths(index)
    audiences = [entry.record for entry in index.framework.plan_audiences]
    assert len(files) == 1 + len(audiences) + sum(1 for one in audiences if one.es)


def test_another_library_finds_the_same_days(index: Index, files: dict[str, str]) -> None:
    plan = Plan(index)
    expected = sorted(
        (entry.record.title, day) for entry in plan.activities for day in plan.schedule(entry.record).days
    )
    found = sorted((event.summary.value, day) for event in events(files[WHOLE]) for day in days_of(event))
    assert found == expected


def test_the_clock_on_the_wall_stays_over_changes_of_the_clock(files: dict[str, str]) -> None:
    circle = next(one for one in events(files[WHOLE]) if one.summary.value == "Monthly circle of coaches")
    starts = [moment.astimezone(datetime.UTC).time() for moment in circle.getrruleset(addRDate=True)]
    # winter, then summer from March 14 on
    assert starts == [datetime.time(23, 30)] * 4 + [datetime.time(22, 30)] * 3


def test_an_audience_gets_its_own_activities_only(index: Index, files: dict[str, str]) -> None:
    for entry in index.framework.plan_audiences:
        name = entry.record.id
        own = {one.record.title for one in index.framework.activities if name in one.record.audiences}
        assert {one.summary.value for one in events(files[f"communication/calendars/{name}.ics"])} == own


def test_families_get_the_same_events_in_spanish(index: Index, files: dict[str, str]) -> None:
    english, spanish = (events(files[f"{folder}communication/calendars/families.ics"]) for folder in ("", "es/"))
    said = {one.record.title: one.record.es.title for one in index.framework.activities if one.record.es}
    assert [one.summary.value for one in spanish] == [said[one.summary.value] for one in english]
    for same in ("uid", "sequence", "dtstart"):
        assert [getattr(one, same).value for one in spanish] == [getattr(one, same).value for one in english]
    assert "Cómo contestar: Las familias llaman, visitan la escuela" in spanish[-1].description.value
    assert "BORRADOR" in spanish[-1].description.value  # nobody has reviewed it
    assert "SAMPLE" not in files["es/communication/calendars/families.ics"]


def test_names_of_events_are_unique_and_the_same_in_every_calendar(files: dict[str, str]) -> None:
    whole = [event.uid.value for event in events(files[WHOLE])]
    assert len(set(whole)) == len(whole)
    for text in files.values():
        assert {event.uid.value for event in events(text)} <= set(whole)


def test_the_same_plan_gives_the_same_bytes(index: Index, files: dict[str, str]) -> None:
    assert calendars(index) == files


def test_lines_are_short_and_end_as_the_standard_says(files: dict[str, str]) -> None:
    for text in files.values():
        lines = text.encode().split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert b"\n" not in b"".join(lines)


def plan_of(sample: Sample, *changes: tuple[str, str, str]) -> str:
    """The calendar of the small plan of the cases, with some changes: file, old, new."""
    for path in CASE.rglob("*.yml"):
        sample.write(f"framework/communication/{path.relative_to(CASE)}", path.read_text(encoding="utf-8"))
    for file, old, new in changes:
        text = sample.read(f"framework/communication/{file}")
        assert old in text
        sample.write(f"framework/communication/{file}", text.replace(old, new, 1))
    return calendars(sample.manual().index)[WHOLE]


def test_a_change_keeps_the_name_and_raises_the_number(sample: Sample) -> None:
    before = events(plan_of(sample))
    after = events(
        plan_of(
            sample,
            ("activities/all.yml", "date: 2026-09-01", "date: 2026-09-02"),
            ("calendar.yml", "updated: 2026-11-22", "updated: 2026-11-30"),
        )
    )
    assert [one.uid.value for one in after] == [one.uid.value for one in before]
    assert {int(one.sequence.value) for one in after} == {int(before[0].sequence.value) + 8}
    assert after[0].dtstamp.value.date() == datetime.date(2026, 11, 30)


def test_a_break_is_an_exception_of_the_rule(sample: Sample) -> None:
    text = plan_of(sample)
    assert "RRULE:FREQ=MONTHLY;UNTIL=20270525;BYDAY=4TU" in text
    assert "EXDATE;VALUE=DATE:20261124" in text
    repeat = next(one for one in events(text) if one.summary.value == "Repeat")
    assert datetime.date(2026, 11, 24) not in list(days_of(repeat))


def test_a_leap_day_and_the_clock_in_march(sample: Sample) -> None:
    text = plan_of(
        sample,
        ("calendar.yml", "first_day: 2026-08-10", "first_day: 2027-08-10"),
        ("calendar.yml", "first_day: 2026-08-10", "first_day: 2027-08-10"),
        ("calendar.yml", "last_day: 2027-06-03", "last_day: 2028-06-02"),
        ("calendar.yml", "last_day: 2026-12-18", "last_day: 2027-12-17"),
        # the other library remembers the first zone of a name, and those of the real plan end before
        ("calendar.yml", "updated:", "time_zone: US/Pacific\nupdated:"),
        *(("activities/all.yml", f"date: 2026-{day}", f"date: 2027-{day}") for day in ("09-01", "10-06", "12-01")),
        ("activities/all.yml", "week: fourth, day: Tuesday}", 'week: last, day: Tuesday}\n    at: "15:30"'),
    )
    repeat = next(one for one in events(text) if one.summary.value == "Repeat")
    starts = [moment.astimezone(datetime.UTC) for moment in repeat.getrruleset(addRDate=True)]
    # February 29 is in winter time, March 28 in summer time
    assert datetime.datetime(2028, 2, 29, 23, 30, tzinfo=datetime.UTC) in starts
    assert datetime.datetime(2028, 3, 28, 22, 30, tzinfo=datetime.UTC) in starts


def test_a_dropped_activity_is_cancelled(sample: Sample) -> None:
    text = plan_of(
        sample, ("activities/all.yml", "    owner: Principal\n", "    owner: Principal\n    status: dropped\n")
    )
    assert [one.status.value for one in events(text)].count("CANCELLED") == 1


def test_without_a_school_year_there_is_no_calendar(sample: Sample) -> None:
    assert calendars(sample.manual().index) == {}
    assert calendar_paths(sample.manual().index) == ()


# ---- khal, a calendar program ----


@pytest.fixture
def khal(tmp_path: Path) -> Any:
    """Runs khal with a calendar of its own."""
    (tmp_path / "calendar").mkdir()
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[plan]]\npath = {tmp_path / 'calendar'}\n[sqlite]\npath = {tmp_path / 'khal.db'}\n"
        "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        "local_timezone = America/Los_Angeles\ndefault_timezone = America/Los_Angeles\n",
        encoding="utf-8",
    )

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "khal", "-c", str(config), *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def agenda(khal: Any) -> list[str]:
    told: str = khal("list", "--day-format", "", "--format", "{start-date} {title}", "2026-08-01", "2027-07-31")
    return sorted(filter(None, told.splitlines()))


def test_a_calendar_program_shows_every_day_and_does_not_double(
    index: Index, files: dict[str, str], khal: Any, tmp_path: Path
) -> None:
    plan = Plan(index)
    expected = sorted(
        f"{day} {entry.record.title}" for entry in plan.activities for day in plan.schedule(entry.record).days
    )
    file = tmp_path / "whole.ics"
    file.write_bytes(files[WHOLE].encode())
    for _ in range(2):
        khal("import", "--batch", str(file))
        assert agenda(khal) == expected


def test_a_calendar_program_takes_over_what_has_changed(sample: Sample, khal: Any, tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    file.write_bytes(plan_of(sample).encode())
    khal("import", "--batch", str(file))
    file.write_bytes(plan_of(sample, ("activities/all.yml", "date: 2026-09-01", "date: 2026-09-02")).encode())
    khal("import", "--batch", str(file))
    asked = [line for line in agenda(khal) if line.endswith(" Ask")]
    assert asked == ["2026-09-02 Ask"]
