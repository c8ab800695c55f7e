from __future__ import annotations

import pytest

from coaching_manual.terms.matcher import Label, Matcher, forms, other_number


def found(labels: list[str], text: str, *, exact: bool = False) -> list[str]:
    """The words of a text that match."""
    matcher = Matcher(Label(label, label, exact=exact) for label in labels)
    return [text[match.start : match.end] for match in matcher.find(text)]


@pytest.mark.parametrize(
    ("label", "text", "words"),
    [
        # case
        ("Coach", "A coach, a COACH and a Coach.", ["coach", "COACH", "Coach"]),
        ("Évaluation", "une évaluation", ["évaluation"]),
        # plural and singular
        ("Coach", "Two coaches", ["coaches"]),
        ("Coaches", "Many coaches", ["coaches"]),
        ("Contact hours", "one contact hour", ["contact hour"]),
        ("Community", "communities", ["communities"]),
        ("Survey", "surveys", ["surveys"]),
        ("Process", "the process", ["process"]),
        ("Coach of coaches", "coaches of coaches", ["coaches of coaches"]),
        ("Letter of agreement", "letters of agreement", ["letters of agreement"]),
        # possessive: the apostrophe and what follows stay outside
        ("Coach", "the coach's room", ["coach"]),
        ("Coach", "the coach’s room", ["coach"]),
        ("Coach", "the coaches’ room", ["coaches"]),
        ("Coach", "the coach&rsquo;s room", ["coach"]),
        # a possessive inside a label is written in any of these ways
        ("Principal's agreement", "a principal's agreement", ["principal's agreement"]),
        ("Principal's agreement", "a principal’s agreement", ["principal’s agreement"]),
        ("Principal’s agreement", "a principal&rsquo;s agreement", ["principal&rsquo;s agreement"]),
        ("Principal's agreement", "a principal&#39;s agreement", ["principal&#39;s agreement"]),
        # spaces and hyphens
        ("Coaching cycle", "a coaching-cycle", ["coaching-cycle"]),
        ("Coaching cycle", "a coaching\n   cycle", ["coaching\n   cycle"]),
        ("Coaching cycle", "a coaching\u00a0cycle", ["coaching\u00a0cycle"]),
        ("Coaching cycle", "a coaching&nbsp;cycle", ["coaching&nbsp;cycle"]),
        ("Co-teaching", "co-teaching, co teaching, coteaching", ["co-teaching", "co teaching", "coteaching"]),
        ("Co-teaching", "co‑teaching", ["co‑teaching"]),
        ("Coaching cycle", "coaching, cycle", []),
        ("Coaching cycle", "coachingcycle", []),
        # the label stands alone
        ("Coach", "coachee, recoach, coach2", []),
        ("Coach", "coach-led and non-coach", []),
        ("Coach", "coach@example.org, coach.md, _coach", []),
        ("Coach", "coach. Then coach, (coach) coach/mentor", ["coach", "coach", "coach", "coach"]),
        ("Coach", "coach – mentor", ["coach"]),
        ("Coach", "coach", ["coach"]),
        # signs
        ("Check & Connect", "Check & Connect", ["Check & Connect"]),
        ("Check & Connect", "check &amp; connect", ["check &amp; connect"]),
        ("Check & Connect", "check and connect", []),
        ("K/12 plan", "a K/12 plan", ["K/12 plan"]),
        ("15 percent rule", "15 percent rules", ["15 percent rules"]),
        # nothing
        ("Coach", "", []),
        ("…", "…", []),
    ],
)
def test_what_counts_as_the_same_words(label: str, text: str, words: list[str]) -> None:
    assert found([label], text) == words


@pytest.mark.parametrize(
    ("label", "text", "words"),
    [
        ("PLC", "PLC, PLCs, PLC's; plc, Plc", ["PLC", "PLCs", "PLC"]),
        ("Tier II", "Tier II and tier ii and Tier ii", ["Tier II"]),
        ("Impact Cycle", "Impact Cycles, impact cycles, IMPACT CYCLE", ["Impact Cycles"]),
        ("Learning Community", "Learning Communities, learning communities", ["Learning Communities"]),
        ("Letter of Agreement", "Letters of Agreement, letters of agreement", ["Letters of Agreement"]),
        ("Co-Teaching", "Co-Teaching, CoTeaching, co-teaching, coteaching", ["Co-Teaching", "CoTeaching"]),
        ("Check & Connect", "Check &amp; Connect, check &amp; connect", ["Check &amp; Connect"]),
    ],
)
def test_exact_labels_keep_their_capitals(label: str, text: str, words: list[str]) -> None:
    assert found([label], text, exact=True) == words


@pytest.mark.parametrize(
    ("labels", "text", "words"),
    [
        (["Coach", "Coach of coaches"], "A coach of coaches is a coach", ["coach of coaches", "coach"]),
        (["Coach of coaches", "Coach"], "A coach of teachers", ["coach"]),
        (["Coaching", "Coaching cycle", "Cycle"], "coaching cycle, cycle", ["coaching cycle", "cycle"]),
        (["Peer coaching", "Coaching cycle"], "peer coaching cycle", ["peer coaching"]),
        (["One two three four", "Two three"], "one two three five", ["two three"]),
    ],
)
def test_the_longest_label_wins_and_none_overlap(labels: list[str], text: str, words: list[str]) -> None:
    assert found(labels, text) == words


def test_a_longer_exact_label_with_other_capitals_leaves_room_for_a_shorter_one() -> None:
    matcher = Matcher([Label("Coach", "coach"), Label("Coach Academy", "academy", exact=True)])
    assert [m.label.target for m in matcher.find("The coach academy")] == ["coach"]
    assert [m.label.target for m in matcher.find("The Coach Academy")] == ["academy"]


def test_of_two_labels_with_the_same_words_the_first_counts() -> None:
    matcher = Matcher([Label("Coach", 1), Label("Coaches", 2)])
    assert [match.label.target for match in matcher.find("coaches")] == [1]


def test_places_hold_after_letters_that_grow_in_lower_case() -> None:
    # the lower case of this capital has two characters
    text = "İstanbul’s İİ coach"
    assert found(["Coach"], text) == ["coach"]


def test_a_matcher_can_search_many_texts() -> None:
    matcher = Matcher([Label("Coach", "coach")])
    assert [len(list(matcher.find("coach"))) for _ in range(3)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("label", "known"),
    [
        ("Coach", {"coach", "coaches"}),
        ("Co-teacher", {"co-teacher", "co-teachers", "coteacher", "coteachers"}),
        ("Goals", {"goals", "goal"}),
        ("Status", {"status"}),
        ("Bus", {"bus"}),
        ("Point of view", {"point of view", "points of view"}),
    ],
)
def test_forms(label: str, known: set[str]) -> None:
    assert forms(label) == known


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("box", "boxes"),
        ("dish", "dishes"),
        ("day", "days"),
        ("analysis", "analysis"),
        ("class", "class"),
        ("coaches", "coaches"),
        ("plans", "plan"),
        ("ies", "ies"),
        ("what?", "what?"),
    ],
)
def test_other_number(words: str, other: str) -> None:
    assert other_number(words) == other
