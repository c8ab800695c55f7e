"""Views over the strategy and the roles: what serves a step and what it serves, both ways, and how far each is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from coaching_manual.views.shapes import Link
from coaching_manual.views.strategy import Piece
from tests.unit.sample import Sample

CASES = Path(__file__).parent.parent / "cases"
ACTIVITIES = "framework/communication/activities/all.yml"
BUDDY = "framework/roles/buddy.yml"
STRATEGY = "framework/strategy.yml"
GROWTH_TERMS = "framework/vocabulary/growth.yml"


@pytest.fixture
def traced(sample: Sample) -> Sample:
    """A project with a role, growth, a communication plan, and a strategy over all of them."""
    for case in ("clean--communication", "clean--strategy"):
        shutil.copytree(CASES / case / "framework", sample.root / "framework", dirs_exist_ok=True)
    return sample


def change(sample: Sample, file: str, before: str, after: str) -> None:
    text = sample.read(file)
    assert text.count(before) == 1
    sample.write(file, text.replace(before, after))


def step(sample: Sample, number: int) -> Piece:
    whole = sample.manual().views.strategy.whole()
    assert whole
    return next(piece for piece in whole.steps if piece.id == f"step-{number}")


# ---- The strategy ----


def test_an_activity_that_says_its_step_stands_there_and_names_the_step(traced: Sample) -> None:
    change(traced, ACTIVITIES, "    phase: launch\n", "    phase: launch\n    action_steps: [3]\n")
    piece = step(traced, 3)
    assert [(part.title, part.href) for part in piece.own] == [("Buddy", "role:buddy")]
    assert [(part.title, part.href, part.what) for part in piece.told] == [
        ("Tell", "activity:tell", "Somebody tells it."),
    ]
    assert traced.manual().views.plan.activity("tell").steps == (Link("Action step 3", "step:3", "Find people."),)


def test_an_activity_that_the_step_names_knows_it_too(traced: Sample) -> None:
    change(
        traced,
        STRATEGY,
        "    text: Find people.\n",
        "    text: Find people.\n    carried_by: [{link: 'activity:ask', what: They ask.}]\n",
    )
    assert [part.what for part in step(traced, 3).told] == ["They ask."]
    assert [link.text for link in traced.manual().views.plan.activity("ask").steps] == ["Action step 3"]


def test_what_says_its_step_and_is_named_there_stands_once(traced: Sample) -> None:
    change(
        traced,
        STRATEGY,
        "    text: Find people.\n",
        "    text: Find people.\n    carried_by: [{link: 'role:buddy', what: They ride along.}]\n",
    )
    assert [(part.title, part.what) for part in step(traced, 3).parts] == [("Buddy", "They ride along.")]


@pytest.mark.parametrize(("status", "state"), [("planned", "draft"), ("under way", "works"), ("done", "works")])
def test_how_far_an_activity_is(traced: Sample, status: str, state: str) -> None:
    lines = f"    phase: launch\n    action_steps: [3]\n    status: {status}\n"
    change(traced, ACTIVITIES, "    phase: launch\n", lines)
    assert [part.state for part in step(traced, 3).told] == [state]


def test_what_was_dropped_or_retired_serves_nothing(traced: Sample) -> None:
    change(traced, ACTIVITIES, "    phase: launch\n", "    phase: launch\n    action_steps: [3]\n    status: dropped\n")
    change(traced, BUDDY, "action_steps: [3]", "action_steps: [3]\nstatus: retired")
    assert step(traced, 3).parts == ()
    assert 'warning STRATEGY-EMPTY: Nothing carries out "Action step 3".' in traced.report()


def test_a_growth_level_is_as_far_as_its_term(traced: Sample) -> None:
    change(
        traced,
        STRATEGY,
        "    text: Find people.\n",
        "    text: Find people.\n    carried_by: [{link: 'level:beginning', what: The first.}]\n",
    )
    assert step(traced, 3).parts[0].state == "draft"
    change(traced, GROWTH_TERMS, "    term: Beginning\n", "    term: Beginning\n    status: adopted\n")
    assert step(traced, 3).parts[0].state == "works"


def test_questions_make_a_part_one_to_confirm(traced: Sample) -> None:
    change(traced, BUDDY, "action_steps: [3]", "action_steps: [3]\nto_confirm: [Who pays?]")
    assert step(traced, 3).states == (("to confirm", 1),)


def test_what_has_no_link_is_missing(traced: Sample) -> None:
    change(
        traced,
        STRATEGY,
        "    text: Find people.\n",
        "    text: Find people.\n    carried_by: [{what: A notice in the yard.}]\n",
    )
    missing = step(traced, 3).parts[0]
    assert (missing.title, missing.href, missing.what, missing.state) == (
        "Not there yet",
        "",
        "A notice in the yard.",
        "missing",
    )


def test_without_a_strategy_a_role_says_its_step_without_a_link(traced: Sample) -> None:
    (traced.root / STRATEGY).unlink()
    assert traced.manual().views.strategy.whole() is None
    assert traced.manual().views.roles.role("buddy").steps == (Link("Action step 3", ""),)


def test_the_page_of_an_activity_says_what_it_serves(traced: Sample) -> None:
    change(traced, ACTIVITIES, "    phase: launch\n", "    phase: launch\n    action_steps: [3]\n")
    page = traced.manual().by_src["communication/activities/tell.md"]
    names = {dt.get_text(): dt.find_next("dd") for dt in BeautifulSoup(page.markdown, "html.parser").select("dt")}
    served = names["What it serves"]
    assert served
    assert served.get_text(strip=True) == "Action step 3: Find people."


# ---- Roles ----


def test_a_role_knows_who_gets_support_from_it_at_which_levels(traced: Sample) -> None:
    role = traced.manual().views.roles.role("buddy")
    assert role.gives == (Link("Drivers", "growth:drivers", "Beginning, Going on"),)
    assert role.steps == (Link("Action step 3", "step:3", "Find people."),)
    assert (role.href, role.card_href) == ("role:buddy", "page:roles/cards/buddy.md")


def test_roles_stand_by_their_titles(traced: Sample) -> None:
    other = traced.read(BUDDY).replace("id: buddy", "id: zebra").replace("title: Buddy", "title: A helper")
    traced.write("framework/roles/zebra.yml", other)
    assert [one.role.title for one in traced.manual().views.roles.all()] == ["A helper", "Buddy"]


def test_what_a_role_names_and_nobody_wrote_is_left_out_of_its_page(traced: Sample) -> None:
    change(
        traced, BUDDY, "action_steps: [3]", "action_steps: [3]\nterms: [coach, gone]\nnear: [gone]\ntraining: [gone]"
    )
    change(traced, BUDDY, "ready: {years: 2}", "ready: {years: 2, groups: [drivers, gone], training: [gone]}")
    role = traced.manual().views.roles.role("buddy")
    assert [term.id for term in role.terms] == ["coach"]
    assert (role.near, role.training, role.needed) == ((), (), ())
    assert role.groups == (Link("Drivers", "growth:drivers"),)
