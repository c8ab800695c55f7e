"""The courses of the manual have everything that somebody needs who leads them on Monday."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.projects import ROOT

FOLDERS = sorted(file.parent for file in (ROOT / "framework" / "curricula").glob("*/curriculum.yml"))


def _read(name: str, file: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load((ROOT / "framework" / "curricula" / name / file).read_bytes(), yaml.CSafeLoader)
    return data


@pytest.mark.parametrize("folder", [folder.name for folder in FOLDERS])
def test_a_course_can_be_led_on_monday(folder: str) -> None:
    course = _read(folder, "curriculum.yml")
    files = sorted(file.name for file in (ROOT / "framework" / "curricula" / folder).glob("session-*.yml"))
    assert 4 <= len(files) <= 8
    assert "30 days" in course["follow_up"]
    assert course["standards"] or any("standards" in question for question in course["to_confirm"])
    for file in files:
        session = _read(folder, file)
        lacking = [one for one in ("materials", "room", "technology", "remote", "access") if not session.get(one)]
        lacking += [one for one in ("exit_ticket", "follow_up") if not session.get(one)]
        assert lacking == [], file
        silent = [step["title"] for step in session["agenda"] if step["part"] != "break" and not step.get("say")]
        assert silent == [], file
        assert {"demonstration", "practice"} <= {step["part"] for step in session["agenda"]}, file


def test_there_are_the_eight_courses_of_the_plan() -> None:
    assert len(FOLDERS) == 8


@pytest.mark.parametrize("folder", ["student-mentors", "outreach-sponsors"])
def test_whoever_reads_spanish_gets_all_that_participants_and_families_get(folder: str) -> None:
    for number in range(1, 7):
        session = _read(folder, f"session-{number}.yml")
        english = [one["id"] for one in session["handouts"] if one["for"] != "facilitator" and "es" not in one]
        english += [step["title"] for step in session["agenda"] if "es" not in step]
        english += [question["text"] for question in session["exit_ticket"] if "es" not in question]
        assert english == [], number
        assert session["es"]["title"]
