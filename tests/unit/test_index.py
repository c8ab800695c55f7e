from __future__ import annotations

import pytest

from coaching_manual.index import Index, UnknownIdError, names_of, wordings_of
from tests.unit.sample import CORE, Sample

TERMS = """\
category: core
terms:
  - id: coaching
    term: Coaching
    definition: Support.
    basis: seed
    audience: [all-staff]
    related: [plc]
  - id: peer-coaching
    term: Peer coaching
    definition: Support by a colleague.
    basis: seed
    audience: [all-staff]
    broader: [coaching]
    related: [coaching, goal]
    synonyms: [Collegial coaching, Team Coaching Visit]
  - id: plc
    term: Professional Learning Community
    definition: A team.
    basis: seed
    audience: [all-staff]
    broader: [coaching]
    in_prose: capitals
    acronyms: [{short: PLC}, {short: PLT, stands_for: Team}]
    search_words: [team meeting]
    former_ids: [learning-team, circle]
    do_not_say:
      - {wording: staff circle, reason: Vague.}
      - {wording: meeting, reason: Too wide., say: PLC meeting, check: false}
    retired_names: [{name: BTSA, changed: It ended., when: "2016"}]
  - id: goal
    term: goal
    definition: An aim.
    basis: seed
    audience: [all-staff]
    in_prose: never
  - id: old
    term: Old idea
    definition: Gone.
    basis: seed
    audience: [all-staff]
    status: retired
    replaced_by: goal
"""


@pytest.fixture
def index(sample: Sample) -> Index:
    sample.write(CORE, TERMS)
    manual = sample.manual()
    assert not manual.index.framework.unread
    return manual.index


def test_narrower_is_broader_turned_round(index: Index) -> None:
    assert index.narrower == {"coaching": ("peer-coaching", "plc")}


def test_related_goes_both_ways_and_ones_own_list_comes_first(index: Index) -> None:
    assert index.related == {
        "coaching": ("plc", "peer-coaching"),
        "peer-coaching": ("coaching", "goal"),
        "plc": ("coaching",),
        "goal": ("peer-coaching",),
        "old": (),
    }


def test_related_terms_that_are_not_there_are_left_out(sample: Sample) -> None:
    sample.write(CORE, TERMS.replace("related: [plc]", "related: [nothing, plc]"))
    assert sample.manual().index.related["coaching"] == ("plc", "peer-coaching")


def test_current_terms_are_sorted_by_name_without_regard_to_case(index: Index) -> None:
    names = [entry.record.term for entry in index.current_terms]
    assert names == ["Coaching", "goal", "Peer coaching", "Professional Learning Community"]


def test_every_name_with_its_kind_and_place(index: Index) -> None:
    entry = index.terms["plc"]
    names = list(names_of(entry.record))
    assert [(name.text, name.kind) for name in names] == [
        ("Professional Learning Community", "preferred term"),
        ("team meeting", "search word"),
        ("PLC", "acronym"),
        ("PLT", "acronym"),
        ("BTSA", "retired name"),
        ("staff circle", "wording to avoid"),
        ("meeting", "wording to avoid"),
    ]
    lines = TERMS.splitlines()
    for name in names:
        place = entry.place(*name.path)
        assert place.end_column is not None
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == name.text


def test_names_of_a_term_with_synonyms(index: Index) -> None:
    names = [(name.text, name.kind, name.term) for name in names_of(index.terms["peer-coaching"].record)]
    assert names == [
        ("Peer coaching", "preferred term", "peer-coaching"),
        ("Collegial coaching", "synonym", "peer-coaching"),
        ("Team Coaching Visit", "synonym", "peer-coaching"),
    ]


def found(index: Index, text: str) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.label.target) for match in index.matcher.find(text)]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("peer COACHING", [("peer COACHING", "peer-coaching")]),
        ("collegial coaching", [("collegial coaching", "peer-coaching")]),
        # a term for capitals only, an acronym, a synonym with capitals
        ("Professional Learning Communities", [("Professional Learning Communities", "plc")]),
        ("a professional learning community", []),
        ("PLCs, plc, PLT", [("PLCs", "plc"), ("PLT", "plc")]),
        ("a Team Coaching Visit", [("Team Coaching Visit", "peer-coaching")]),
        ("a team coaching visit", [("coaching", "coaching")]),
        # never linked: terms that say so, search words, retired terms and names, wordings to avoid
        ("a goal, a team meeting, an old idea, BTSA, staff circle", []),
    ],
)
def test_which_names_become_links(index: Index, text: str, links: list[tuple[str, str]]) -> None:
    assert found(index, text) == links


@pytest.mark.parametrize(
    ("text", "wordings"),
    [
        ("the staff circles", ["staff circles"]),
        ("BTSA and btsa", ["BTSA"]),
        ("a meeting", []),
    ],
)
def test_which_wordings_are_searched_for(index: Index, text: str, wordings: list[str]) -> None:
    assert [text[match.start : match.end] for match in index.wordings.find(text)] == wordings


def test_wordings_say_what_to_write_instead(index: Index) -> None:
    term = index.terms["plc"].record
    assert [(w.text, w.instead, w.reason, w.retired) for w in wordings_of(term)] == [
        ("BTSA", "Professional Learning Community", "It ended.", True),
        ("staff circle", "Professional Learning Community", "Vague.", False),
        ("meeting", "PLC meeting", "Too wide.", False),
    ]
    assert [wording.text for wording in wordings_of(term, searched_only=True)] == ["BTSA", "staff circle"]
    assert set(index.wordings_by_name) == {"btsa", "staff circle", "meeting"}


def test_finding_a_record(index: Index) -> None:
    assert index.find("term", "goal").record.term == "goal"
    assert index.find("audience", "all-staff").record.title == "All staff"
    assert index.find("source", "study-2020").record.short == "A study, 2020"
    assert {old: entry.record.id for old, entry in index.former_ids.items()} == {
        "learning-team": "plc",
        "circle": "plc",
    }


@pytest.mark.parametrize(
    ("kind", "wanted", "message", "known"),
    [
        ("audience", "staff", 'There is no audience with the id "staff".', ("all-staff",)),
        (
            "term",
            "Goal",
            'There is no term with the id "Goal".',
            ("coaching", "peer-coaching", "plc", "goal", "old"),
        ),
    ],
)
def test_finding_what_is_not_there(index: Index, kind: str, wanted: str, message: str, known: tuple[str, ...]) -> None:
    with pytest.raises(UnknownIdError) as missing:
        index.find(kind, wanted)
    assert str(missing.value) == message
    assert (missing.value.kind, missing.value.wrong, missing.value.known) == (kind, wanted, known)


def test_of_two_terms_with_one_id_the_first_counts(sample: Sample) -> None:
    sample.write(CORE, TERMS.replace("id: old", "id: goal"))
    assert sample.manual().index.terms["goal"].record.term == "goal"
