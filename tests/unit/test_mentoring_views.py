"""The checklist of a mentoring program, answered and not."""

from __future__ import annotations

import pytest

from coaching_manual.views.mentoring import Mentoring
from tests.projects import ROOT
from tests.unit.sample import Sample

CASE = ROOT / "tests" / "cases" / "PROGRAM-UNANSWERED" / "framework" / "mentoring"
ANSWERED = "mentoring/programs/group-mentoring.md"
NOT_ANSWERED = "mentoring/programs/one-to-one.md"


@pytest.fixture
def programs(sample: Sample) -> Sample:
    """Two programs and two points: one has answered one of them, the other nothing."""
    for path in CASE.glob("*.yml"):
        sample.write(f"framework/mentoring/{path.name}", path.read_text(encoding="utf-8"))
    return sample


def test_answers_are_counted_in_words(programs: Sample) -> None:
    mentoring = Mentoring(programs.manual().index)
    answers = mentoring.checklist("group-mentoring")
    assert (answers.answered, answers.summary) == (True, "Of 2 points, 1 in place and 1 not answered yet.")
    assert [(view.standard.id, view.in_place, len(view.items)) for view in answers.standards] == [("screening", 1, 2)]
    nothing = mentoring.checklist("one-to-one")
    assert (nothing.answered, nothing.summary, nothing.count) == (False, "", 2)
    assert [program.program.id for program, answers in mentoring.answered() if answers.answered] == ["group-mentoring"]


def test_an_answered_checklist_shows_the_state_of_each_point_and_how(programs: Sample) -> None:
    page = programs.manual().by_src[ANSWERED].markdown
    assert "<strong>Of 2 points, 1 in place and 1 not answered yet.</strong>" in page
    assert '<h3 id="screening">Screening: 1 of 2 in place</h3>' in page
    first, second = (line for line in page.splitlines() if line.startswith('<li><span class="tag'))
    assert first == (
        '<li><span class="tag tag--yes">In place</span> Every mentor is cleared first. '
        '<span class="small">Checked before the first meeting.</span></li>'
    )
    assert second.startswith('<li><span class="tag tag--open">Not answered yet</span> Every mentor promised to stay.')


def test_a_checklist_without_answers_is_folded_and_says_what_to_do(programs: Sample) -> None:
    page = programs.manual().by_src[NOT_ANSWERED].markdown
    assert "Until then you can ask its coordinator about each of these points." in page
    assert "<summary>The 2 points that the program will answer</summary>" in page
    assert "Not answered yet" not in page
