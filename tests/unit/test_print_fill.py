"""Which parts of a pack are set closer, as the marks of its first setting tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from coaching_manual.print.fill import LONGER_END, MARKED, OWN_END, Mark, looks

Block = dict[str, Any]
LINE: Block = {"t": "p", "kind": "", "c": ["A line of words."]}
TEXT = [LINE] * 60
TURNED: Block = {"t": "turned", "c": []}
TOP, MIDDLE, FOOT = 68.0, 396.0, 720.0  # points from the top of a page of US Letter


def part(*blocks: Block, turned: bool = False, sheet: bool = False) -> Block:
    return {"turned": turned, "sheet": sheet, "room": (48.0, 44.0), "c": list(blocks)}


def looks_of(marks: list[Mark], *parts: Block, letters: float = 11.0) -> Mapping[int, int]:
    return looks(marks, parts, "letter", letters)


def marks(*places: tuple[int, float]) -> list[Mark]:
    """Of the first part: its title, its first blocks, its end."""
    return [Mark(0, block, page, down) for block, (page, down) in enumerate(places, -1)]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([(1, TOP), (1, 110), (1, FOOT)], {}),  # a page
        ([(1, TOP), (1, 110), (2, 140)], {0: 2}),  # a few lines on a second page
        ([(1, TOP), (1, 110), (2, 220)], {0: 2}),
        ([(1, TOP), (1, 110), (2, 240)], {}),  # a quarter of a page
        ([(4, TOP), (4, 110), (6, 140)], {0: 1}),  # there are more pages to save the lines on
        ([(4, TOP), (4, 110), (6, MIDDLE)], {}),
    ],
)
def test_a_last_page_of_a_few_lines_sets_its_part_closer(
    places: list[tuple[int, float]], expected: dict[int, int]
) -> None:
    assert looks_of(marks(*places), part(*TEXT)) == expected


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([(1, TOP), (2, TOP), (2, 600)], {0: 2}),  # all that follows the title
        ([(1, TOP), (1, 110), (2, TOP), (2, 600)], {0: 2}),  # all that follows a line
        ([(1, TOP), (1, MIDDLE), (2, TOP), (2, 600)], {}),  # the page is half full
        ([(1, TOP), (1, 110), (2, 300), (2, 600)], {}),  # the first block goes on over the page
        ([(1, TOP), *[(1, 110)] * MARKED, (2, 600)], {}),  # nobody knows where what follows begins
    ],
)
def test_a_first_page_that_stays_half_empty_sets_its_part_closer(
    places: list[tuple[int, float]], expected: dict[int, int]
) -> None:
    assert looks_of(marks(*places), part(*[LINE] * (len(places) - 2))) == expected


def test_a_turned_page_is_not_as_high() -> None:
    places = marks((1, TOP), (1, 110), (1, FOOT), (2, 190))
    assert looks_of(places, part(*TEXT)) == {0: 2}
    assert looks_of(places, part(*TEXT, turned=True)) == {}
    assert looks_of(marks((1, TOP), (1, FOOT), (3, TOP)), part(*TEXT, TURNED)) == {}  # the end is behind that page


def test_what_is_a_page_of_its_own_leaves_the_page_before_it_as_it_is() -> None:
    places = marks((1, TOP), (1, 110), (2, TOP), (2, 190))
    assert looks_of(places, part(*TEXT)) == {0: 2}
    assert looks_of(places, part(LINE, TURNED)) == {}


def test_each_part_is_looked_at_by_itself() -> None:
    second = [Mark(1, -1, 2, TOP), Mark(1, 0, 2, 110.0), Mark(1, 1, 3, 110.0)]
    assert looks_of([*marks((1, TOP), (1, 110), (1, FOOT)), *second], part(*TEXT), part(*TEXT)) == {1: 2}


def test_a_sheet_of_two_pages_keeps_what_is_filled_in_on_one() -> None:
    places = marks((1, TOP), (1, 110), (2, MIDDLE))
    assert looks_of(places, part(LINE, sheet=True)) == {0: OWN_END}
    assert looks_of(places, part(LINE)) == {}


FIELD: Block = {"t": "field", "kind": "area", "lines": 4}
CELLS: Block = {"t": "table", "head": [], "body": [{"cells": [{"c": [{**FIELD, "cell": True}]}]}] * 4}


@pytest.mark.parametrize(
    ("blocks", "look"),
    [
        ([LINE] * 30, 2),
        ([FIELD] * 6, LONGER_END),  # lines to write on are as far apart as before
        ([CELLS], 2),  # but in cells, one must do
        ([{"t": "together", "c": [LINE] * 30}, {"t": "list", "items": [[LINE]]}], 2),
        ([{"t": "definitions", "names": 8.0, "items": [{"c": [LINE]}]}, {"t": "drawing"}], LONGER_END),
        ([{"t": "pair", "c": [[LINE] * 40, [LINE] * 20]}], 2),
    ],
)
def test_letters_get_smaller_only_if_that_saves_a_page(blocks: list[Block], look: int) -> None:
    places = marks((1, TOP), (1, 110), (2, 180))  # a sixth of the second page
    assert looks_of(places, part(*blocks)) == {0: look}


@pytest.mark.parametrize(("letters", "look"), [(10.5, 2), (11.0, LONGER_END), (18.0, 2)])
def test_where_letters_stay_as_they_are_a_part_may_be_set_closer_for_nothing(letters: float, look: int) -> None:
    assert looks_of(marks((1, TOP), (1, 110), (2, 180)), part(FIELD), letters=letters) == {0: look}
