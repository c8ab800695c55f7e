"""Which parts of a pack are set closer, as the marks of its first setting tell."""

from __future__ import annotations

from typing import Any

import pytest

from coaching_manual.print.fill import MARKED, OWN_END, Mark
from coaching_manual.print.fill import looks as looks_of

Block = dict[str, Any]
LINE: Block = {"t": "p", "kind": "", "c": ["A line of words."]}
TURNED: Block = {"t": "turned", "c": []}
TOP, MIDDLE, FOOT = 68.0, 396.0, 720.0  # points from the top of a page of US Letter


def part(*blocks: Block, turned: bool = False, sheet: bool = False) -> Block:
    return {"turned": turned, "sheet": sheet, "room": (48.0, 44.0), "c": list(blocks)}


def marks(*places: tuple[int, float]) -> list[Mark]:
    """Of the first part: its title, its first blocks, its end."""
    return [Mark(0, block, page, down) for block, (page, down) in enumerate(places, -1)]


@pytest.mark.parametrize(
    ("places", "looks"),
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
    places: list[tuple[int, float]], looks: dict[int, int]
) -> None:
    assert looks_of(marks(*places), [part(LINE)], "letter") == looks


@pytest.mark.parametrize(
    ("places", "looks"),
    [
        ([(1, TOP), (2, TOP), (2, 600)], {0: 2}),  # all that follows the title
        ([(1, TOP), (1, 110), (2, TOP), (2, 600)], {0: 2}),  # all that follows a line
        ([(1, TOP), (1, MIDDLE), (2, TOP), (2, 600)], {}),  # the page is half full
        ([(1, TOP), (1, 110), (2, 300), (2, 600)], {}),  # the first block goes on over the page
        ([(1, TOP), *[(1, 110)] * MARKED, (2, 600)], {}),  # nobody knows where what follows begins
    ],
)
def test_a_first_page_that_stays_half_empty_sets_its_part_closer(
    places: list[tuple[int, float]], looks: dict[int, int]
) -> None:
    assert looks_of(marks(*places), [part(*[LINE] * (len(places) - 2))], "letter") == looks


def test_a_turned_page_is_not_as_high() -> None:
    places = marks((1, TOP), (1, 110), (1, FOOT), (2, 190))
    assert looks_of(places, [part(LINE, LINE)], "letter") == {0: 2}
    assert looks_of(places, [part(LINE, LINE, turned=True)], "letter") == {}


def test_what_is_a_page_of_its_own_leaves_the_page_before_it_as_it_is() -> None:
    places = marks((1, TOP), (1, 110), (2, TOP), (2, 190))
    assert looks_of(places, [part(LINE, LINE)], "letter") == {0: 2}
    assert looks_of(places, [part(LINE, TURNED)], "letter") == {}


def test_each_part_is_looked_at_by_itself() -> None:
    second = [Mark(1, -1, 2, TOP), Mark(1, 0, 2, 110.0), Mark(1, 1, 3, 110.0)]
    assert looks_of([*marks((1, TOP), (1, 110), (1, FOOT)), *second], [part(LINE)] * 2, "letter") == {1: 2}


def test_a_sheet_of_two_pages_keeps_what_is_filled_in_on_one() -> None:
    places = marks((1, TOP), (1, 110), (2, MIDDLE))
    assert looks_of(places, [part(LINE, sheet=True)], "letter") == {0: OWN_END}
    assert looks_of(places, [part(LINE)], "letter") == {}
