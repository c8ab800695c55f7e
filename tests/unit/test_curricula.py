from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from coaching_manual.manual import Manual
from coaching_manual.pages import WrittenPage
from coaching_manual.print.families.training import training_packs
from coaching_manual.search import search_records
from tests.unit.sample import Sample

CASE = Path(__file__).parent.parent / "cases" / "clean--curriculum" / "framework"
COURSE = "framework/curricula/first-steps/curriculum.yml"
FIRST = "framework/curricula/first-steps/session-1.yml"
SECOND = """\
title: The second talk
summary: You go on.
minutes: 60
outcomes:
  - {id: go-on, text: You go on talking.}
materials: [Pens]
room: SECRET room
technology: SECRET screen
pre_work: Think of **a question**.
agenda:
  - title: Look back
    minutes: 20
    part: opening
    grouping: pairs
    do: SECRET do
    say: SECRET say
    participants: Tell a partner.
    handouts: [card, answers]
  - {title: Break, minutes: 10, part: break}
  - title: Go on
    minutes: 30
    part: practice
    grouping: trios
    do: |
      1. SECRET list
    participants: Go on with [coaching](term:coaching).
    outcomes: [go-on]
handouts:
  - {id: answers, title: SECRET answers, for: facilitator, body: SECRET body}
  - id: letter
    title: A letter home
    for: families
    body: "Dear family,\\n\\n[[lines 2]]"
    es: {title: Una carta, body: "Estimada familia:\\n\\n[[lines 1]]"}
exit_ticket:
  - {text: SECRET question, outcomes: [go-on]}
remote: SECRET remote
access: SECRET access
follow_up: Talk once more.
"""


@pytest.fixture
def course(sample: Sample) -> Sample:
    shutil.copytree(CASE, sample.root / "framework", dirs_exist_ok=True)
    sample.write(
        "framework/curricula/first-steps/session-2.yml", SECOND.replace("[card, answers]", "[card, answers, letter]")
    )
    return sample


@pytest.fixture
def manual(course: Sample) -> Manual:
    assert course.report() == ""
    return course.manual()


def page(manual: Manual, src: str) -> WrittenPage:
    return next(page for page in manual.pages if page.src == src)


def soup(manual: Manual, src: str) -> BeautifulSoup:
    return BeautifulSoup(page(manual, src).markdown, "html.parser")


def texts(found: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(tag.get_text(" ").split()) for tag in found.select(selector)]


def hrefs(found: BeautifulSoup, selector: str) -> list[str]:
    return [str(link["href"]) for link in found.select(f"{selector} a")]


def test_every_record_has_its_pages(manual: Manual) -> None:
    assert {one.src: one.title for one in manual.pages if one.within == "training/index.md"} == {
        "training/first-steps/index.md": "First steps",
        "training/first-steps/session-1.md": "Session 1: The first talk · First steps",
        "training/first-steps/session-1/facilitator.md": "Lead session 1: The first talk · First steps",
        "training/first-steps/handouts/card.md": "A card · First steps, session 1",
        "training/first-steps/session-2.md": "Session 2: The second talk · First steps",
        "training/first-steps/session-2/facilitator.md": "Lead session 2: The second talk · First steps",
        "training/first-steps/handouts/answers.md": "SECRET answers · First steps, session 2",
        "training/first-steps/handouts/letter.md": "A letter home · First steps, session 2",
    }


def test_pages_know_where_their_text_stands(manual: Manual) -> None:
    letter = page(manual, "training/first-steps/handouts/letter.md")
    line = SECOND.split("\n").index("  - id: letter") + 1
    assert (letter.origin, letter.origin_line) == ("framework/curricula/first-steps/session-2.yml", line)
    assert letter.above == (("First steps", "training/first-steps/index.md"),)
    lead = page(manual, "training/first-steps/session-2/facilitator.md")
    assert lead.above[1:] == (("Session 2", "training/first-steps/session-2.md"),)


def test_participants_see_nothing_of_the_facilitator(manual: Manual) -> None:
    assert "SECRET" not in page(manual, "training/first-steps/session-2.md").markdown
    assert page(manual, "training/first-steps/session-2/facilitator.md").markdown.count("SECRET") == 10


def test_clock_times_follow_from_the_start(manual: Manual) -> None:
    found = soup(manual, "training/first-steps/session-2.md")
    assert texts(found, ".agenda tbody tr") == [
        "3:30 p.m. Look back 20 pairs",
        "3:50 p.m. Break 10 –",
        "4:00 p.m. Go on 30 trios",
    ]
    assert texts(found, ".agenda caption") == ["From 3:30 p.m. to 4:30 p.m."]
    assert [(time["datetime"], time["data-after"]) for time in found.select(".agenda tbody time")] == [
        ("15:30", "0"),
        ("15:50", "20"),
        ("16:00", "30"),
    ]


def test_steps_in_full_for_participants(manual: Manual) -> None:
    found = soup(manual, "training/first-steps/session-2.md")
    assert texts(found, ".step h3") == ["Look back", "Go on"]
    assert texts(found, ".step > p:nth-of-type(2)") == ["Tell a partner.", "Go on with coaching ."]
    assert hrefs(found, ".step") == [
        "handout:first-steps/card",
        "handout:first-steps/letter",
        "term:coaching",
    ]


def test_steps_in_full_for_the_facilitator(manual: Manual) -> None:
    found = soup(manual, "training/first-steps/session-2/facilitator.md")
    assert texts(found, "#step-1 ~ .step__parts > div") == [
        "Do SECRET do",
        "Say SECRET say",
        "Participants Tell a partner.",
    ]
    assert texts(found, ".step__parts ol > li") == ["SECRET list"]
    assert "handout:first-steps/answers" in hrefs(found, ".step")
    assert texts(found, ".step h3") == ["Look back", "Break", "Go on"]


def test_the_two_pages_of_a_session_and_its_neighbours(manual: Manual) -> None:
    lead = "page:training/first-steps/session-{}/facilitator.md"
    first, second = (soup(manual, f"training/first-steps/session-{number}.md") for number in (1, 2))
    assert hrefs(first, ".session-views") == ["session:first-steps/1", lead.format(1)]
    assert hrefs(first, ".session-neighbours") == ["session:first-steps/2"]
    assert texts(second, "#after") == ["After the course"]
    assert hrefs(second, ".session-neighbours") == ["session:first-steps/1"]
    facilitator = soup(manual, "training/first-steps/session-1/facilitator.md")
    assert hrefs(facilitator, ".session-neighbours") == [lead.format(2)]
    assert [link.get("aria-current") for link in facilitator.select(".session-views a")] == [None, "page"]


def test_the_page_of_a_course(manual: Manual) -> None:
    found = soup(manual, "training/first-steps/index.md")
    assert texts(found, ".sessions tbody th") == ["1. The first talk", "2. The second talk"]
    assert "2 sessions, 2 hours in all" in texts(found, ".facts dd")
    assert hrefs(found, "td[data-label=Print]") == [
        "handout:first-steps/card",
        "handout:first-steps/answers",
        "handout:first-steps/letter",
    ]
    assert "source:study-2020" in hrefs(found, ".chips")


@pytest.mark.parametrize(
    ("shared", "told"),
    [
        ("", "A card · One for each participant."),
        ("    copies_for: trio\n", "A card · One for each trio."),
        ("    copies: 3\n", "A card · 3 for each participant."),
        ("    copies: 4\n    copies_for: room\n", "A card · 4 for the whole room."),
    ],
)
def test_the_print_list_says_who_shares_a_copy(course: Sample, shared: str, told: str) -> None:
    course.write(FIRST, course.read(FIRST).replace("    for: participants\n", f"    for: participants\n{shared}"))
    manual = course.manual()
    assert texts(soup(manual, "training/first-steps/session-1/facilitator.md"), ".print-list li") == [told]
    assert "one for" not in page(manual, "training/first-steps/session-1.md").markdown


def test_a_sheet_of_an_earlier_session_is_used_again_and_not_printed_again(manual: Manual) -> None:
    found = soup(manual, "training/first-steps/session-2/facilitator.md")
    assert texts(found, ".print-list li") == [
        "SECRET answers · For the facilitator only.",
        "A letter home · For families, one for each participant.",
    ]
    again = next(fact for fact in found.select(".facts > div") if fact.dt and fact.dt.string == "Used again")
    assert [" ".join(entry.get_text(" ").split()) for entry in again.select("li")] == ["A card · from session 1"]


def test_a_handout_in_two_languages(manual: Manual) -> None:
    found = soup(manual, "training/first-steps/handouts/letter.md")
    assert texts(found, "h1") == ["A letter home"]
    assert texts(found, "section[lang=es] h2") == ["Una carta"]
    assert texts(found, "section[lang=es] .tag") == ["borrador: falta la revisión de traducción"]
    assert texts(found, ".space .unseen") == ["Space to write: 2 lines", "Espacio para escribir: una línea"]
    assert hrefs(found, ".handout__from")[:2] == ["curriculum:first-steps", "session:first-steps/2"]
    assert texts(found, "section[lang=es] .handout__from") == ["Para las familias. De First steps , Sesión 2 de 2 ."]
    assert [link.get("lang") for link in found.select("section[lang=es] .handout__from a")] == ["en", None]
    assert [line.get("data-print") for line in found.select(".handout__from")] == ["off", "off"]


def test_the_facilitators_sheet_leads_to_the_facilitators_page(manual: Manual) -> None:
    found = soup(manual, "training/first-steps/handouts/answers.md")
    assert hrefs(found, ".handout__from")[1] == "page:training/first-steps/session-2/facilitator.md"
    assert texts(found, ".handout__from")[0].startswith("For the facilitator only.")
    assert found.select(".handout__from[data-print]") == []


def test_search_finds_courses_sessions_and_handouts(manual: Manual) -> None:
    found = {
        one.src: one for one in search_records(manual.index, manual.pages).pages if one.src.startswith("training/")
    }
    assert {src: (one.kind, one.title, one.words) for src, one in found.items()} == {
        "training/first-steps/index.md": ("curriculum", "First steps", ()),
        "training/first-steps/session-1.md": ("session", "The first talk", ()),
        "training/first-steps/session-2.md": ("session", "The second talk", ()),
        "training/first-steps/handouts/card.md": ("handout", "A card", ()),
        "training/first-steps/handouts/answers.md": ("handout", "SECRET answers", ()),
        "training/first-steps/handouts/letter.md": ("handout", "A letter home", ("Una carta",)),
    }
    assert {one.audience for one in found.values()} == {("all-staff",)}


def test_a_source_and_a_term_name_the_training(course: Sample) -> None:
    course.write(FIRST, course.read(FIRST).replace("agenda:", "terms: [mentoring]\nagenda:"))
    course.add("docs/sources.md", "\n{{ sources() }}\n")
    manual = course.manual()
    assert "curriculum:first-steps" in hrefs(soup(manual, "sources.md"), ".source")
    entry = soup(manual, "common-language/terms/mentoring.md")
    assert "page:training/first-steps/index.md" in hrefs(entry, ".uses")


def test_open_questions_of_a_course_are_listed(course: Sample) -> None:
    course.add(COURSE, "to_confirm: [Who pays?]\n")
    question = next(one for one in course.manual().views.questions() if one.text == "Who pays?")
    assert (question.subject, question.href) == ("First steps", "curriculum:first-steps")


def test_sessions_are_in_the_order_of_their_numbers(course: Sample) -> None:
    for number in range(3, 11):
        text = SECOND.replace("id: answers", f"id: answers-{number}").replace("id: letter", f"id: letter-{number}")
        text = text.replace("[card, answers]", f"[answers-{number}, letter-{number}]")
        course.write(f"framework/curricula/first-steps/session-{number}.yml", text)
    assert course.report() == ""
    sessions = course.manual().index.sessions["first-steps"]
    assert [entry.record.number for entry in sessions] == list(range(1, 11))


def test_what_cannot_be_read_is_not_reported_as_missing(course: Sample) -> None:
    course.write(FIRST, course.read(FIRST).replace("minutes: 60\n", "minutes: sixty\n"))
    course.add("docs/index.md", "\nSee [one](session:first-steps/1) and [a card](handout:first-steps/card).\n")
    problems = [(problem.code, problem.place.file) for problem in course.manual().problems]
    assert problems == [("FIELD-KIND", FIRST)]


def test_a_course_that_cannot_be_read_is_not_reported_as_missing(course: Sample) -> None:
    course.write(COURSE, course.read(COURSE).replace("title: First steps", "title: First: steps"))
    course.add("docs/index.md", "\nTake [it](curriculum:first-steps).\n")
    assert [problem.code for problem in course.manual().problems] == ["YAML-SYNTAX"]


def test_texts_are_escaped_and_links_are_kept(course: Sample) -> None:
    course.write(FIRST, course.read(FIRST).replace("title: Try it", 'title: "Try <b> & *more*"'))
    found = soup(course.manual(), "training/first-steps/session-1.md")
    assert texts(found, "#step-2") == ["Try <b> & *more*"]


@pytest.mark.parametrize(("own_paper", "alone"), [("", [False, True]), ("    own_paper: true\n", [True, True])])
def test_a_sheet_for_somebody_else_has_paper_of_its_own(course: Sample, own_paper: str, alone: list[bool]) -> None:
    course.write(FIRST, course.read(FIRST).replace("    for: participants\n", f"    for: participants\n{own_paper}"))
    packs = {pack.id: pack for pack in training_packs(course.manual())}
    sheets = [part for part in packs["first-steps-participant"].parts if part.is_sheet]
    assert [part.leaf for part in sheets] == alone  # a card, and a letter for families
    assert all(part.leaf for part in packs["first-steps-handouts"].parts)
