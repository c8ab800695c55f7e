"""Views over growth and strategy: the matrix, its holes, pairs of levels; the strategy word for word; coverage."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from coaching_manual.cli import main
from coaching_manual.views.growth import Growth
from coaching_manual.views.growth_shapes import Count
from tests.projects import ROOT
from tests.unit.sample import Sample

CASES = Path(__file__).parent.parent / "cases"
GROUP = "framework/growth/groups/drivers.yml"

STATEMENTS = {
    "goal": "We will strengthen human capacity through systems of coaching and mentoring throughout the organization.",
    "coaching": "Coaching is intentional relationship-based individualized professional development and support "
    "focused on increasing student achievement. Coaching increases capacity and expertise, stimulating new "
    "perspectives which evoke internal dialogue and motivation, creating a sustained transformational impact.",
    "mentoring": "Mentoring provides novices with guidance from a more experienced person to successfully "
    "navigate challenges and access opportunities to achieve their goals.",
    "high-expectations": "We have high expectations for all by ensuring that all district coaches and mentors are "
    "trained in evidence-based effective coaching and mentoring practices that increase student performance.",
    "success": "We will measure the success of our coaching and mentoring action steps by monitoring coaching and "
    "mentoring training and services, ensuring continuing accreditation for state credentialing programs, and "
    "measuring the impact of coaching and mentoring on success and achievement.",
}
STEPS = {
    1: "Create district coaching/mentoring frameworks to establish common language and systematic implementation, "
    "including a communication plan",
    2: "Expand the coaching strand of our Professional Growth Systems to include all employee groups at each level: "
    "New/Emerging, Practicing, Progressing, and Leading/Aspiring",
    3: "Identify appropriate employees to train as coaches/mentors across all employee groups",
    4: "Provide evidence-based training for all district coaches/mentors",
    5: "Create and communicate district mentoring systems for students",
    6: "Offer mentor/ sponsorship training to community outreach staff at sites and departments to better support "
    "families when coordinating resources",
    7: "Implement accountability measures to monitor effectiveness of coaching programs and employee engagement by "
    "measuring:",
}
MEASURES = [
    "Number/Percentage of Cleared New Teacher Credentials",
    "Number/Percentage of Cleared New Administrative Credentials",
    "Completion of Aspiring Administrators Programs",
    "Number/Percentage of Site Technology Coaches",
    "Number/Percentage of Coaching Principals",
    "Number of highly trained Teacher Coaches",
    "Number of Certified Administrative Coaches",
]


def test_the_strategy_is_word_for_word_that_of_the_district() -> None:
    strategy = yaml.safe_load((ROOT / "framework" / "strategy.yml").read_bytes())
    assert strategy["title"] == "Strategy 2: Coaching and Mentoring"
    assert {one["id"]: one["text"] for one in strategy["statements"]} == STATEMENTS
    assert {one["number"]: one["text"] for one in strategy["action_steps"]} == STEPS
    points = {one["number"]: one["points"] for one in strategy["action_steps"] if "points" in one}
    assert points == {1: ["Develop an instructional coaching manual"]}
    assert [one["text"] for one in strategy["measures"]] == MEASURES


def laid_over(sample: Sample, case: str) -> Sample:
    shutil.copytree(CASES / case / "framework", sample.root / "framework", dirs_exist_ok=True)
    return sample


@pytest.fixture
def grown(sample: Sample) -> Sample:
    return laid_over(sample, "clean--growth")


def growth(sample: Sample) -> Growth:
    return sample.manual().views.growth


def test_a_matrix_has_a_cell_for_each_level_of_each_strand(grown: Sample) -> None:
    rows = growth(grown).group("drivers").rows
    assert [[cell.anchor for cell in row.cells] for row in rows] == [
        ["trust-beginning", "trust-going-on"],
        ["work-beginning", "work-going-on"],
    ]
    assert rows[1].cells[0].cell.indicators == ("You walk around the bus before you start.",)
    assert rows[1].cells[1].cell.empty == "Nobody has written it yet."
    assert not any(cell.hole for row in rows for cell in row.cells)


def test_a_level_knows_its_neighbors_and_its_groups(grown: Sample) -> None:
    first, last = (growth(grown).level(one) for one in ("beginning", "going-on"))
    assert (first.previous, last.next) == (None, None)
    assert first.next
    assert first.next.text == "Going on"
    assert (last.number, last.count) == (2, 2)
    assert [(row.group.text, row.how_often) for row in last.coaching] == [("Drivers", "Every month.")]


def test_each_two_levels_are_compared_once(grown: Sample) -> None:
    pairs = growth(grown).pairs("drivers")
    assert [(pair.before.id, pair.after.id) for pair in pairs] == [("beginning", "going-on")]
    assert pairs[0].href == "page:growth/compare/drivers.md#beginning.going-on"


def test_coverage_tells_written_empty_and_holes_apart(sample: Sample) -> None:
    coverage = growth(laid_over(sample, "GROWTH-HOLE")).coverage()
    assert coverage.total == Count(written=2, empty=0, holes=2)
    assert [(gap.group.text, gap.strand, gap.level) for gap in coverage.holes] == [
        ("Drivers", "Trust", "Going on"),
        ("Drivers", "Work", "Going on"),
    ]


def test_a_reason_makes_an_empty_cell_no_hole(grown: Sample) -> None:
    coverage = growth(grown).coverage()
    assert coverage.total == Count(written=3, empty=1, holes=0)
    assert [(gap.level, gap.reason) for gap in coverage.empty] == [("Going on", "Nobody has written it yet.")]


def test_levels_far_apart_and_other_groups_may_sound_alike(grown: Sample) -> None:
    other = grown.read(GROUP).replace("id: drivers", "id: pilots").replace("title: Drivers", "title: Pilots")
    other = other.replace("door.", "door now.").replace("late.", "late today.").replace("moves.", "moves away.")
    grown.write("framework/growth/groups/pilots.yml", other.replace("around the bus", "around the plane"))
    assert "GROWTH-ALIKE" not in grown.report()


def test_coverage_as_json_holds_every_piece(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    laid_over(sample, "STRATEGY-EMPTY")
    assert main(["--config", str(sample.root / "mkdocs.yml"), "coverage", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["title", "statements", "action_steps", "measures"]
    goal = told["statements"][0]
    assert (goal["title"], goal["text"], goal["states"]) == ("Goal", "We grow.", {"draft": 1})
    steps = {one["title"]: [(part["title"], part["state"]) for part in one["parts"]] for one in told["action_steps"]}
    assert steps["Action step 3"] == []
    assert steps["Action step 1"][1] == ("Buddy", "draft")
    assert told["measures"] == []
