from __future__ import annotations

from datetime import date

import pytest

from coaching_manual.index import UnknownIdError
from coaching_manual.problems import Place
from coaching_manual.views import PageUse, Question, TermLink, Views, first_letter, in_running_text, in_words
from tests.unit.sample import CORE, Sample

ROLES = """\
category: roles
terms:
  - id: evaluacion
    term: Évaluation
    definition: What leaders do in June.
    basis: law
    audience: [leaders]
    status: adopted
    sources: [study-2020]
    official_wording: {text: Rating it is., source: study-2020}
  - id: rule
    term: 15 percent rule
    definition: A limit on hours.
    basis: district
    audience: [leaders, all-staff]
    broader: [coaching]
    acronyms: [{short: FPR}, {short: abc, stands_for: Another thing}]
    synonyms: [The rule]
  - id: impact-cycle
    term: Impact Cycle
    definition: A round of visits.
    basis: practice
    in_prose: capitals
    audience: [coaches]
    retired_names: [{name: Old cycle, changed: Renamed., when: "2016"}]
    do_not_say:
      - {wording: loop, reason: Vague., say: Round trip}
      - {wording: Circle, reason: Wrong., check: false}
  - id: gone
    term: Gone idea
    definition: Something from earlier years.
    basis: draft
    audience: [leaders]
    status: retired
    replaced_by: impact-cycle
    do_not_say: [{wording: zzz, reason: Gone too.}]
"""


@pytest.fixture
def project(sample: Sample) -> Sample:
    sample.write("framework/vocabulary/roles.yml", ROLES)
    sample.add("framework/categories.yml", "  - {id: roles, title: Roles}\n  - {id: unused, title: Unused}\n")
    sample.add(
        "framework/audiences.yml",
        "  - {id: leaders, title: Leaders}\n  - {id: coaches, title: Coaches}\n  - {id: nobody, title: Nobody}\n",
    )
    sample.write(
        "framework/acronyms.yml",
        "clashes:\n"
        "  - acronym: FPR\n    advice: Spell it out.\n    readings:\n"
        "      - {stands_for: One, where: Here, term: rule}\n      - {stands_for: Two, where: There}\n"
        "  - acronym: ABA\n    advice: Beware.\n    readings:\n"
        "      - {stands_for: One, where: Here}\n      - {stands_for: Two, where: There}\n",
    )
    sample.write(
        "docs/common-language/acronyms.md",
        "---\nwhere_used: false\n---\n# Acronyms\n\n{{ acronyms() }}\n\n{{ clashes() }}\n",
    )
    return sample


@pytest.fixture
def views(project: Sample) -> Views:
    manual = project.manual()
    assert project.report() == ""
    return manual.views


def test_the_glossary_is_filed_by_letter(views: Views) -> None:
    glossary = views.glossary()
    assert [(letter, [entry.id for entry in entries]) for letter, entries in glossary.letters] == [
        ("0–9", ["rule"]),
        ("C", ["coach", "coaching"]),
        ("E", ["evaluacion"]),
        ("I", ["impact-cycle"]),
        ("M", ["mentoring"]),
    ]
    assert glossary.count == 6
    assert [entry.id for entry in glossary.categories] == ["core", "roles"]
    assert [entry.id for entry in glossary.audiences] == ["all-staff", "leaders", "coaches"]


@pytest.mark.parametrize(
    ("category", "audience", "ids", "categories", "audiences"),
    [
        (
            "roles",
            None,
            ["rule", "evaluacion", "impact-cycle"],
            ["roles"],
            ["all-staff", "leaders", "coaches"],
        ),
        (None, "leaders", ["rule", "evaluacion"], ["roles"], ["all-staff", "leaders"]),
        ("core", "all-staff", ["coach", "coaching", "mentoring"], ["core"], ["all-staff"]),
        ("core", "coaches", [], [], []),
        ("unused", None, [], [], []),
    ],
)
def test_a_part_of_the_glossary(
    views: Views,
    category: str | None,
    audience: str | None,
    ids: list[str],
    categories: list[str],
    audiences: list[str],
) -> None:
    glossary = views.glossary(category, audience)
    assert [entry.id for _, entries in glossary.letters for entry in entries] == ids
    assert glossary.count == len(ids)
    assert [entry.id for entry in glossary.categories] == categories
    assert [entry.id for entry in glossary.audiences] == audiences


def test_each_letter_stands_once(project: Sample) -> None:
    # É sorts behind Z as a character, and belongs to E
    project.add(
        CORE,
        "".join(
            f"  - {{id: {term_id}, term: {term}, definition: X., basis: draft, audience: [all-staff]}}\n"
            for term_id, term in (("equity", "Equity"), ("zeal", "Zeal"), ("exit", "exit"), ("f", "Fact"))
        ),
    )
    letters = [
        (letter, [entry.term for entry in entries]) for letter, entries in project.manual().views.glossary().letters
    ]
    assert letters == [
        ("0–9", ["15 percent rule"]),
        ("C", ["Coach", "Coaching"]),
        ("E", ["Equity", "Évaluation", "exit"]),
        ("F", ["Fact"]),
        ("I", ["Impact Cycle"]),
        ("M", ["Mentoring"]),
        ("Z", ["Zeal"]),
    ]


def test_an_entry_of_the_glossary(views: Views) -> None:
    entries = {entry.id: entry for _, entries in views.glossary().letters for entry in entries}
    assert entries["rule"].also == ("FPR", "abc", "The rule")
    assert (entries["rule"].spanish, entries["mentoring"].spanish) == (None, "mentoría")
    assert (entries["evaluacion"].draft, entries["rule"].draft) == (False, True)
    assert entries["rule"].category.title == "Roles"


@pytest.mark.parametrize(("category", "audience"), [("nothing", None), (None, "nothing"), (3, None)])
def test_an_unknown_part_of_the_glossary(views: Views, category: str | None, audience: str | None) -> None:
    with pytest.raises(UnknownIdError):
        views.glossary(category, audience)


def test_a_comparison_keeps_the_order_asked_for(views: Views) -> None:
    assert [view.term.id for view in views.compare(["mentoring", "coach", "coaching"])] == [
        "mentoring",
        "coach",
        "coaching",
    ]


def test_a_comparison_needs_a_list(views: Views) -> None:
    with pytest.raises(ValueError, match="in square brackets") as refused:
        views.compare("coaching")
    assert str(refused.value) == 'Several ids are needed, in square brackets: ["coaching", "…"].'


def test_say_this_lists_old_names_and_wordings_of_current_terms_in_order(views: Views) -> None:
    assert [(row.avoid, row.say, row.reason, row.retired, row.term.href) for row in views.say_this()] == [
        ("loop", "round trip", "Vague.", False, "term:impact-cycle"),
        ("Old cycle", "Impact Cycle", "Renamed.", True, "term:impact-cycle"),
    ]


def test_everyday_words_are_listed_apart(views: Views) -> None:
    assert [(row.avoid, row.term.text, row.reason) for row in views.mixed_up()] == [
        ("Circle", "Impact Cycle", "Wrong."),
    ]


def test_a_wording_is_found_in_any_case(views: Views) -> None:
    assert views.wording("OLD cycle").avoid == "Old cycle"
    with pytest.raises(ValueError, match="neither") as refused:
        views.wording("old cycl")
    assert (
        str(refused.value) == '"old cycl" is neither a retired name nor a wording to avoid. Did you mean "old cycle"?'
    )


@pytest.mark.parametrize(
    ("term", "text", "shown"),
    [
        ("coaching", None, "coaching"),
        ("impact-cycle", None, "Impact Cycle"),
        ("rule", None, "15 percent rule"),
        ("evaluacion", None, "évaluation"),
        ("coaching", "our coaches", "our coaches"),
    ],
)
def test_a_link_stands_in_running_text(views: Views, term: str, text: str | None, shown: str) -> None:
    assert views.link(term, text).text == shown


def test_a_term_with_everything(views: Views) -> None:
    coaching = views.term("coaching")
    assert coaching.narrower == (TermLink("rule", "15 percent rule", "A limit on hours."),)
    assert [link.id for link in coaching.related] == ["mentoring", "coach"]
    assert coaching.uses == (PageUse("index.md", "Start here"),)
    assert coaching.basis == "The district's plan: A strategy"
    rule = views.term("rule")
    assert [link.href for link in rule.broader] == ["term:coaching"]
    assert rule.audiences == ("Leaders", "All staff")
    assert [clash.advice for clash in rule.clashes] == ["Spell it out."]
    assert rule.uses == ()
    rating = views.term("evaluacion")
    assert rating.official_source is not None
    assert rating.official_source.id == "study-2020"
    assert [source.short for source in rating.sources] == ["A study, 2020"]
    cycle = views.term("impact-cycle")
    assert [(said.avoid, said.say) for said in cycle.said] == [
        ("loop", "round trip"),
        ("Circle", "Impact Cycle"),
    ]
    assert [old.name for old in cycle.retired_names] == ["Old cycle"]
    gone = views.term("gone")
    assert gone.replaced_by == TermLink("impact-cycle", "Impact Cycle", "A round of visits.")
    assert cycle.replaced_by is None


def test_a_quotation_needs_an_official_wording(views: Views) -> None:
    assert views.quotation("evaluacion").term.id == "evaluacion"
    with pytest.raises(ValueError, match="no official wording") as refused:
        views.quotation("coach")
    assert str(refused.value) == '"coach" has no official wording to quote. Use definition("coach").'


def test_acronyms_in_alphabetical_order(views: Views) -> None:
    rows = [(row.short, row.stands_for, row.term.id, row.clash is not None) for row in views.acronyms()]
    assert rows == [("abc", "Another thing", "rule", False), ("FPR", "15 percent rule", "rule", True)]
    assert [clash.acronym for clash in views.clashes()] == ["ABA", "FPR"]


def test_sources_are_grouped_by_kind(project: Sample) -> None:
    project.write(
        "framework/evidence.yml",
        "sources:\n"
        "  - {id: zeta, kind: study, short: zeta, title: Z, checked: seen, essa_tier: 2}\n"
        "  - {id: study-2020, kind: study, short: A study, title: A, checked: partly-seen}\n"
        "  - {id: a-law, kind: law, short: A law, title: L, checked: general-knowledge}\n",
    )
    views = project.manual().views
    groups = [(kind, [view.source.id for view in group]) for kind, group in views.bibliography()]
    assert groups == [("Laws and rules", ["a-law"]), ("Other studies", ["study-2020", "zeta"])]
    assert views.source("zeta").tier == "2 (moderate)"
    assert views.source("a-law").tier is None
    assert views.source("zeta").checked == "Seen in a stored copy of the source."


def test_decisions_keep_the_order_of_their_file(project: Sample) -> None:
    project.write(
        "framework/decisions.yml",
        "decisions:\n"
        "  - {id: z, question: Z?, why: It waits.}\n"
        "  - {id: m, question: M?, why: It waits., decided: Yes., decided_on: 2026-11-22}\n"
        "  - {id: a, question: A?, why: It waits.}\n",
    )
    views = project.manual().views
    assert [decision.id for decision in views.decisions()] == ["z", "a"]
    assert [decision.id for decision in views.decided()] == ["m"]


def test_questions_are_gathered_from_records_and_pages_and_grouped_by_subject(project: Sample) -> None:
    project.write(
        CORE,
        project.read(CORE).replace("    basis: draft", "    basis: draft\n    to_confirm: [Who?, When?]"),
    )
    project.add("framework/evidence.yml", "    to_confirm: [Seen?]\n")
    project.write("docs/index.md", '---\ntitle: coachland\n---\n# Start\n\n{{ to_confirm("How many?") }}\n')
    found = [
        (subject, [(question.text, question.href, str(question.place)) for question in questions])
        for subject, questions in project.manual().views.questions_by_subject()
    ]
    core, page = "framework/vocabulary/core.yml", "docs/index.md"
    assert found == [
        ("A study, 2020", [("Seen?", "source:study-2020", "framework/evidence.yml:7:18")]),
        ("Coach", [("Who?", "term:coach", f"{core}:20:18"), ("When?", "term:coach", f"{core}:20:24")]),
        ("coachland", [("How many?", "page:index.md", f"{page}:6:4")]),
    ]


def test_subjects_of_the_same_name_stay_apart(project: Sample) -> None:
    place = Place("a.md")
    index = project.manual().index
    views = Views(index, [Question("1", "Coach", "term:coach", place), Question("2", "Coach", "page:coach.md", place)])
    assert [(subject, [q.href for q in group]) for subject, group in views.questions_by_subject()] == [
        ("Coach", ["page:coach.md"]),
        ("Coach", ["term:coach"]),
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 1), "January 1, 2026"),
        (date(2026, 9, 30), "September 30, 2026"),
        (date(2027, 12, 31), "December 31, 2027"),
    ],
)
def test_a_day_in_words(day: date, words: str) -> None:
    assert in_words(day) == words


@pytest.mark.parametrize(
    ("name", "running"),
    [("Coach", "coach"), ("PLC", "PLC"), ("Évaluation", "évaluation"), ("A", "a"), ("", "")],
)
def test_names_in_running_text(name: str, running: str) -> None:
    assert in_running_text(name) == running


@pytest.mark.parametrize(("name", "letter"), [("coach", "C"), ("ñandú", "N"), ("٣ things", "0–9"), ("Øre", "Ø")])
def test_first_letters(name: str, letter: str) -> None:
    assert first_letter(name) == letter
