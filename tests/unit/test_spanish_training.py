"""A course in Spanish: what participants read, and what is missing, which is said and never English without a word."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from coaching_manual.manual import Manual
from coaching_manual.print.families import packs_of
from tests.unit.sample import Sample
from tests.unit.test_curricula import COURSE, FIRST, SECOND

CASES = Path(__file__).parent.parent / "cases"
TWO = "framework/curricula/first-steps/session-2.yml"
SPANISH_SECOND = (
    SECOND.replace("text: You go on talking.}", "text: You go on talking., es: Sigue platicando.}")
    .replace(
        "    say: SECRET say\n",
        "    say: SECRET say\n    es: {title: Mirar atrás, participants: Cuéntele a su pareja.}\n",
    )
    .replace("part: break}", "part: break, es: {title: Descanso}}")
    .replace(
        "    outcomes: [go-on]\nhandouts",
        "    es: {title: Seguir, participants: Siga.}\n    outcomes: [go-on]\nhandouts",
    )
    .replace("text: SECRET question,", "text: SECRET question, es: ¿Cómo sigue?,")
    .replace("[card, answers]", "[card, answers, letter]")
    + "es: {title: La segunda plática, summary: Usted sigue., pre_work: Piense., follow_up: Hable otra vez.}\n"
)


@pytest.fixture
def course(sample: Sample) -> Sample:
    shutil.copytree(CASES / "clean--curriculum" / "framework", sample.root / "framework", dirs_exist_ok=True)
    sample.write("docs/es/index.md", "---\ntitle: Inicio\n---\n\n# Inicio\n\nHola.\n")
    sample.add(COURSE, "es: {title: Primeros pasos, purpose: Usted platica.}\n")
    sample.write(TWO, SPANISH_SECOND)
    return sample


def soup(manual: Manual, src: str) -> BeautifulSoup:
    return BeautifulSoup(manual.by_src[src].markdown, "html.parser")


def texts(found: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(tag.get_text(" ").split()) for tag in found.select(selector)]


def test_a_session_in_spanish_says_all_in_spanish(course: Sample) -> None:
    manual = course.manual()
    page, found = (
        manual.by_src["es/training/first-steps/session-2.md"],
        soup(manual, "es/training/first-steps/session-2.md"),
    )
    assert (page.language, page.title) == ("es", "Sesión 2: La segunda plática · Primeros pasos")
    assert page.above == (("Primeros pasos", "es/training/first-steps/index.md"),)
    assert texts(found, "h1, h2") == [
        "La segunda plática",
        "Lo que podrá hacer después",
        "Antes de venir",
        "Agenda",
        "Paso a paso",
        "Hojas de trabajo",
        "Después del curso",
    ]
    assert texts(found, ".agenda tbody tr") == [
        "3:30 p. m. Mirar atrás 20 en parejas",
        "3:50 p. m. Descanso 10 –",
        "4:00 p. m. Seguir 30 en tríos",
    ]
    assert texts(found, ".session-when") == ["Sesión 2 de 2 de Primeros pasos . Dura 1 hora."]
    assert texts(found, ".step > p:nth-of-type(2)") == ["Cuéntele a su pareja.", "Siga."]
    assert not found.select(".note")
    assert "SECRET" not in page.markdown


def test_a_handout_without_spanish_is_marked_as_english(course: Sample) -> None:
    found = soup(course.manual(), "es/training/first-steps/session-2.md")
    assert texts(found, "#handouts + ul li") == ["A card", "Una carta · Para las familias"]
    assert [link.get("lang") for link in found.select("#handouts + ul a")] == ["en", None]


def test_a_session_without_spanish_has_no_page_and_is_named(course: Sample) -> None:
    manual = course.manual()
    assert "es/training/first-steps/session-1.md" not in manual.by_src
    found = soup(manual, "es/training/first-steps/index.md")
    assert texts(found, ".note") == ["Todavía no están en español: Sesión 1 ( The first talk )."]
    assert texts(found, ".sessions tbody th") == ["2. La segunda plática"]
    assert [link["lang"] for link in found.select(".note a")] == ["en"]


def test_a_step_without_spanish_is_named_on_the_page_and_to_the_coordinator(course: Sample) -> None:
    course.write(TWO, SPANISH_SECOND.replace("    es: {title: Seguir, participants: Siga.}\n", ""))
    manual = course.manual()
    found = soup(manual, "es/training/first-steps/session-2.md")
    assert texts(found, ".note") == ["Todavía no está en español: el paso 3.", "Este paso todavía no está en español."]
    assert texts(found, "h3 span[lang=en]") == ["Go on"]
    assert "Go on with" not in manual.by_src["es/training/first-steps/session-2.md"].markdown
    told = [one.message for one in manual.problems if one.code == "SPANISH-MISSING" and one.place.file == TWO]
    assert told == ["Participants read this in English only: step 3."]


def test_the_exit_ticket_in_spanish_stands_on_the_facilitators_page_only(course: Sample) -> None:
    manual = course.manual()
    lead = soup(manual, "training/first-steps/session-2/facilitator.md")
    assert texts(lead, "li span[lang=es]") == ["¿Cómo sigue?"]
    assert "¿Cómo sigue?" not in manual.by_src["es/training/first-steps/session-2.md"].markdown


def test_the_participant_edition_in_spanish_lists_what_is_missing(course: Sample) -> None:
    packs = {pack.id: pack for pack in packs_of(course.manual())}
    pack = packs["first-steps-participant-es"]
    assert (pack.language, pack.title, pack.edition) == ("es", "Primeros pasos", "Edición para participantes")
    assert [(part.src, part.running) for part in pack.parts] == [
        ("es/training/first-steps/session-2.md", "Sesión 2 de 2"),
        ("training/first-steps/handouts/letter.md", "Sesión 2 de 2 · Una carta"),
    ]
    assert pack.missing == ("Session 1, The first talk", "A card")


def test_a_course_without_spanish_sessions_is_in_english_only(course: Sample) -> None:
    course.write(TWO, SECOND)
    manual = course.manual()
    spanish = {src for src in manual.by_src if src.startswith("es/training/")}
    assert spanish == {"es/training/first-steps/handouts/letter.md"}
    assert "first-steps-participant-es" not in {pack.id for pack in packs_of(manual)}
    assert "SPANISH-MISSING" not in {one.code for one in manual.problems if one.place.file in {FIRST, TWO, COURSE}}


def test_courses_in_spanish_are_listed_on_a_page_in_spanish(course: Sample) -> None:
    course.write("docs/es/training/index.md", '---\ntitle: Cursos\n---\n\n# Cursos\n\n{{ curricula(language="es") }}\n')
    course.write("docs/training/index.md", "---\ntitle: Courses\n---\n\n# Courses\n\n{{ curricula() }}\n")
    manual = course.manual()
    found = soup(manual, "es/training/index.md")
    assert texts(found, ".course h2") == ["Primeros pasos"]
    assert texts(found, ".course dd")[-2:] == ["2 sesiones, 2 horas en total", "Sesión 1"]
    assert manual.by_src["es/training/first-steps/session-2.md"].within == "es/training/index.md"


def test_a_sheet_in_spanish_names_its_course_and_session_in_spanish(course: Sample) -> None:
    found = soup(course.manual(), "es/training/first-steps/handouts/letter.md")
    assert texts(found, ".handout__from") == ["Para las familias. De Primeros pasos , Sesión 2: La segunda plática ."]
    assert found.select(".handout__from [lang]") == []


def test_a_sheet_in_spanish_of_a_session_without_spanish_says_its_number_and_no_english(course: Sample) -> None:
    course.write(TWO, SECOND)
    found = soup(course.manual(), "es/training/first-steps/handouts/letter.md")
    assert texts(found, ".handout__from") == ["Para las familias. De Primeros pasos , Sesión 2 de 2 ."]
    assert found.select(".handout__from [lang]") == []
