from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import hypot
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

import coaching_manual
from coaching_manual.figures import Box, Drawing, Label, draw_cycle, draw_layers, draw_path
from coaching_manual.figures.letters import Type
from coaching_manual.figures.shapes import MIDDLE, NAME, PART, RADIUS, WIDTH
from tests.unit.sample import Sample

PACKAGE = Path(coaching_manual.__file__).parent
FONT = PACKAGE / "theme/assets/manual/fonts/atkinson-hyperlegible-next-latin-400-700-normal.woff2"
WIDTHS = PACKAGE / "figures/letters.json"
WEIGHTS = {"regular": 400, "bold": 700}
TYPES = {"name": NAME, "whole": NAME, "part": PART, "middle": MIDDLE}
LETTERS = Type(size=10, leading=12)

words = st.text("abcdefghijklmnopqrstuvwxyzáñ", min_size=1, max_size=11)
names = st.lists(st.lists(words, min_size=1, max_size=3).map(" ".join), min_size=2, max_size=8)
layers = st.lists(
    st.tuples(names.map(lambda several: several[0]), st.one_of(st.just([]), names)), min_size=2, max_size=4
)


def advances(weight: int) -> dict[str, int]:
    """How far each letter of the site's font moves the next one, in thousandths of its size."""
    font = instantiateVariableFont(TTFont(FONT), {"wght": weight})
    units = font["head"].unitsPerEm
    return {
        chr(code): round(font["hmtx"][name][0] * 1000 / units)
        for code, name in sorted(font.getBestCmap().items())
        if chr(code).isprintable()
    }


def test_letters_are_as_wide_as_in_the_font(*, update: bool) -> None:
    found = {name: advances(weight) for name, weight in WEIGHTS.items()}
    if update:
        WIDTHS.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    assert json.loads(WIDTHS.read_text(encoding="utf-8")) == found


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Coaching", 200, ("Coaching",)),
        ("New/Emerging", 50, ("New/", "Emerging")),
        ("coach–principal agreement", 60, ("coach–", "principal", "agreement")),
        ("the  words\nare wrapped", 70, ("the words", "are wrapped")),
        ("an extraordinarily long word", 40, ("an", "extraordinarily", "long", "word")),
    ],
)
def test_lines(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert LETTERS.lines(text, width) == lines


def test_a_letter_that_the_font_lacks_is_as_wide_as_high() -> None:
    assert LETTERS.width("字") == pytest.approx(10.4)


def extent(label: Label) -> tuple[float, float]:
    """From where to where a label reaches."""
    width = TYPES[label.kind].width(label.text)
    start = label.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * width
    return start, start + width


def outside(drawing: Drawing) -> Iterator[str]:
    """The labels that leave the drawing."""
    for label in drawing.labels:
        start, end = extent(label)
        size = TYPES[label.kind].size
        if start < -1 or end > WIDTH + 1 or label.y - size * 0.8 < 0 or label.y + size * 0.2 > drawing.height:
            yield label.text


def said(drawing: Drawing, *kinds: str) -> str:
    """What the labels of some kinds say, in their order."""
    return " ".join(label.text for label in drawing.labels if label.kind in kinds)


def too_close(drawing: Drawing) -> list[tuple[int, int]]:
    return [
        (one.number, other.number)
        for one, other in combinations(drawing.discs, 2)
        if hypot(one.x - other.x, one.y - other.y) < 3 * RADIUS
    ]


@settings(deadline=None, derandomize=True)
@given(names)
def test_a_cycle_has_room_for_its_steps(steps: Sequence[str]) -> None:
    drawing = draw_cycle("The round", steps)
    assert list(outside(drawing)) == []
    assert said(drawing, "name") == " ".join(steps)
    assert said(drawing, "middle") == "The round"
    assert [disc.number for disc in drawing.discs] == list(range(1, len(steps) + 1))
    assert len(drawing.strokes) == len(steps)
    assert too_close(drawing) == []


@settings(deadline=None, derandomize=True)
@given(names)
def test_a_path_has_room_for_its_steps(steps: Sequence[str]) -> None:
    drawing = draw_path(steps)
    assert list(outside(drawing)) == []
    assert said(drawing, "name") == " ".join(steps)
    assert len(drawing.strokes) == len(steps) - 1
    assert too_close(drawing) == []


def test_a_path_with_long_words_goes_on_in_a_second_row() -> None:
    drawing = draw_path(["Conversation", "Understanding", "Reassignment", "Acknowledgment", "Goodbye"])
    assert [(disc.x, disc.y) for disc in drawing.discs] == [(107, 24), (320, 24), (533, 24), (107, 144), (320, 144)]


def around(label: Label, boxes: Sequence[Box]) -> Box:
    """The smallest box around the middle of a label."""
    middle = sum(extent(label)) / 2
    inside = [box for box in boxes if box.x <= middle <= box.x + box.width and box.y <= label.y <= box.y + box.height]
    return min(inside, key=lambda box: box.width)


@settings(deadline=None, derandomize=True)
@given(layers)
def test_layers_hold_their_names_and_parts(several: Sequence[tuple[str, Sequence[str]]]) -> None:
    drawing = draw_layers(several)
    assert list(outside(drawing)) == []
    assert said(drawing, "name", "whole") == " ".join(name for name, _ in several)
    assert said(drawing, "part") == " ".join(part for _, parts in several for part in parts)
    for label in drawing.labels:
        start, end = extent(label)
        box = around(label, drawing.boxes)
        assert box.x <= start
        assert end <= box.x + box.width
        assert box.kind == {"name": "layer"}.get(label.kind, label.kind)


WEEKS = """\
id: first-weeks
kind: path
title: The first *weeks*
summary: You meet and you **agree**.
es: {title: Las primeras semanas, summary: Se conocen y acuerdan.}
steps:
  - {title: Meet & talk, text: Say what you want., es: {title: Conocerse, text: Diga lo que quiere.}}
  - title: Agree
    text: Write it down.
    term: coaching
    es: {title: Acordar, text: Anótelo.}
"""
WHOLE = """\
id: whole
kind: layers
title: The whole
summary: What it is made of.
steps:
  - {title: Goal, text: What it is for.}
  - {title: Levels, text: How far you are., parts: [New, Leading]}
"""


@pytest.fixture
def project(sample: Sample) -> Sample:
    sample.write("framework/figures/first-weeks.yml", WEEKS)
    sample.write("framework/figures/whole.yml", WHOLE)
    return sample


def shown(project: Sample, call: str) -> BeautifulSoup:
    """What a call of the macro gives, on a page without a fault."""
    project.add("docs/index.md", f"\n{{{{ {call} }}}}\n")
    page = next(page for page in project.manual().pages if page.src == "index.md")
    assert "{{" not in page.markdown
    return BeautifulSoup(page.markdown, "html.parser")


def texts(found: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(tag.get_text().split()) for tag in found.select(selector)]


def test_a_path_is_a_numbered_list_with_a_drawing(project: Sample) -> None:
    found = shown(project, 'figure("first-weeks")')
    assert texts(found, "figcaption") == ["The first *weeks*. You meet and you agree."]
    assert texts(found, "ol > li") == ["1 Meet & talk. Say what you want.", "2 Agree. Write it down."]
    assert texts(found, "svg text") == ["1", "2", "Meet & talk", "Agree"]
    assert [link["href"] for link in found.select("figure a")] == ["term:coaching"]
    # a screen reader counts the entries of a list by itself
    assert texts(found, "ol > li > [aria-hidden=true]") == ["1", "2"]


def test_the_drawing_is_named_by_the_summary_and_says_nothing_in_attributes_of_style(project: Sample) -> None:
    found = shown(project, 'figure("first-weeks")')
    drawing = found.select("svg[role=img]")[0]
    assert texts(found, f"#{drawing['aria-labelledby']}") == ["You meet and you agree."]
    assert (drawing["width"], drawing["height"]) == ("40em", "4.875em")
    assert found.select("[style], style, script") == []


def test_the_spanish_is_marked_as_spanish_and_as_a_draft(project: Sample) -> None:
    found = shown(project, 'figure("first-weeks", language="es")')
    assert [figure["lang"] for figure in found.select("figure")] == ["es"]
    assert texts(found, ".tag") == ["borrador: falta la revisión de traducción"]
    assert texts(found, "ol > li") == ["1 Conocerse. Diga lo que quiere.", "2 Acordar. Anótelo."]
    assert texts(found, "svg text") == ["1", "2", "Conocerse", "Acordar"]


def test_reviewed_spanish_is_no_draft(project: Sample) -> None:
    project.write("framework/figures/first-weeks.yml", WEEKS.replace("acuerdan.}", "acuerdan., reviewed: 2026-11-22}"))
    assert texts(shown(project, 'figure("first-weeks", language="es")'), ".tag") == []


def test_both_languages_on_one_page_have_names_of_their_own(project: Sample) -> None:
    found = shown(project, 'figure("first-weeks") }}\n\n{{ figure("first-weeks", language="es")')
    assert [tag["id"] for tag in found.select("figure [id]")] == ["figure-first-weeks", "figure-first-weeks-es"]


def test_layers_have_no_numbers_and_list_their_parts(project: Sample) -> None:
    found = shown(project, 'figure("whole")')
    assert texts(found, "ul > li") == ["Goal. What it is for.", "Levels. New, Leading. How far you are."]
    assert texts(found, "svg text") == ["Goal", "Levels", "New", "Leading"]
    assert found.select("circle, ol") == []
    assert texts(found, ".figure__layer--whole") == ["Goal. What it is for."]


def test_steps_are_no_place_for_links_of_their_own(project: Sample) -> None:
    assert [figure["data-terms"] for figure in shown(project, 'figure("whole")').select("figure")] == ["off"]


def test_a_figure_with_a_fault_is_not_reported_as_missing(project: Sample) -> None:
    project.write("framework/figures/whole.yml", WHOLE.replace("kind: layers", "kind: stack"))
    project.add("docs/index.md", '\n{{ figure("whole") }}\n')
    codes = [problem.code for problem in project.manual().problems if problem.code != "SCHEMA-STALE"]
    assert codes == ["FIELD-VALUE"]
