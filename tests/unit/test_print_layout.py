"""Where blocks lie on paper: wide tables on turned pages, and cards on leaves of their own."""

from __future__ import annotations

from typing import Any

import pytest

from coaching_manual.print.cards import LEAF, on_leaves
from coaching_manual.print.ends import own_part, with_end
from coaching_manual.print.fields import Fields
from coaching_manual.print.setting import Place, Setting
from coaching_manual.print.tree import parse
from coaching_manual.print.turning import turned

Block = dict[str, Any]
WIDTH, LINES = 48.0, 46.0


def text(lines: int) -> Block:
    return {"t": "p", "kind": "", "c": ["words " * 12 * lines]}


def heading(words: str) -> Block:
    return {"t": "h", "c": [words]}


def table(*, wide: bool) -> Block:
    return {"t": "table", "wide": wide, "head": [], "body": [], "widths": []}


PAGE, LINE, WIDE = text(40), text(1), table(wide=True)
TITLE, HEAD = heading("Title"), heading("Heading")


@pytest.mark.parametrize(
    ("blocks", "groups"),
    [
        ([TITLE, PAGE, HEAD, WIDE, HEAD, PAGE], [[HEAD, WIDE]]),
        ([TITLE, PAGE, HEAD, LINE, LINE, WIDE, HEAD, PAGE], [[HEAD, LINE, LINE, WIDE]]),
        ([TITLE, PAGE, HEAD, HEAD, LINE, WIDE, HEAD, PAGE], [[HEAD, HEAD, LINE, WIDE]]),
        ([TITLE, HEAD, PAGE, LINE, LINE, WIDE, PAGE], [[LINE, WIDE]]),  # too much stands between
        ([TITLE, PAGE, HEAD, WIDE, LINE, HEAD, WIDE, PAGE], [[HEAD, WIDE, LINE, HEAD, WIDE]]),
        ([TITLE, PAGE, HEAD, WIDE, LINE], [[HEAD, WIDE, LINE]]),  # a line gets no page of its own
        ([TITLE, PAGE, table(wide=False), PAGE], []),
    ],
)
def test_a_wide_table_turns_the_page_with_what_belongs_to_it(blocks: list[Block], groups: list[list[Block]]) -> None:
    done, whole = turned(blocks, WIDTH, LINES)
    assert not whole
    assert [block["c"] for block in done if block["t"] == "turned"] == groups
    flat = [one for block in done for one in (block["c"] if block["t"] == "turned" else [block])]
    assert flat == blocks


@pytest.mark.parametrize("blocks", [[TITLE, LINE, WIDE], [TITLE, WIDE, PAGE], [WIDE], [TITLE, LINE, WIDE, LINE]])
def test_a_title_does_not_stay_behind_alone(blocks: list[Block]) -> None:
    assert turned(blocks, WIDTH, LINES) == (blocks, True)


def cards(count: int, lines: int) -> Block:
    return {"t": "cards", "ordered": True, "items": [[text(lines)] for _ in range(count)]}


def test_cards_are_as_high_as_the_page_allows() -> None:
    few, many = on_leaves([cards(4, 1)], WIDTH, LINES), on_leaves([cards(16, 1)], WIDTH, LINES)
    assert [(block["start"], len(block["items"])) for block in (*few, *many)] == [(1, 4), (1, 16)]
    assert few[0]["height"] > many[0]["height"] > 4


def test_cards_that_fill_more_than_a_page_leave_its_back_empty() -> None:
    done = on_leaves([cards(20, 4)], WIDTH, LINES)
    first, leaf, second = done[:3]
    assert leaf is LEAF
    assert len(first["items"]) % 2 == 0
    assert second["start"] == len(first["items"]) + 1
    assert sum(len(block["items"]) for block in done if block is not LEAF) == 20


def test_what_comes_after_cards_stands_on_their_page_or_on_another_leaf() -> None:
    assert LEAF not in on_leaves([cards(10, 1), LINE], WIDTH, LINES)
    assert on_leaves([cards(10, 2), PAGE], WIDTH, LINES)[1:] == [LEAF, PAGE]


@pytest.mark.parametrize(
    ("blocks", "count"),
    [
        ([PAGE, *[LINE] * 30], 9),  # enough for a last page
        ([PAGE, HEAD, *[LINE] * 8], 9),  # a heading comes along
        ([PAGE, LINE, LINE], 2),  # a page of text cannot be kept on one
        ([WIDE, LEAF], 0),
    ],
)
def test_the_end_of_a_part_is_more_than_a_few_lines(blocks: list[Block], count: int) -> None:
    assert with_end(blocks, WIDTH, LINES) == (blocks, count)


def test_a_table_above_a_few_lines_comes_along_if_enough_is_left_for_the_page_before() -> None:
    table = {"t": "table", "widths": [WIDTH], "head": [], "body": [{"cells": [{"c": [text(1)], "across": 1}]}] * 20}
    above = [LINE] * int(LINES * 0.4)
    assert with_end([*above, table, LINE], WIDTH, LINES)[1] == 2
    assert with_end([LINE, table, LINE], WIDTH, LINES)[1] == 1  # a page with a line would be left


def test_the_last_entries_of_a_long_list_come_along() -> None:
    entries = {"t": "list", "ordered": True, "start": 1, "bare": False, "items": [[text(2)] for _ in range(20)]}
    done, count = with_end([TITLE, entries, LINE], WIDTH, LINES)
    first, second = done[1:3]
    assert count == 2
    assert first["items"] + second["items"] == entries["items"]
    assert 1 < len(second["items"]) < 10
    assert second["start"] == len(first["items"]) + 1


@pytest.mark.parametrize(("between", "kinds"), [("<p>One.</p>" * 2, ["stays", "asks"]), ("<p>One.</p>" * 4, [""] * 4)])
def test_a_sentence_between_a_heading_and_a_table_stays_with_both(between: str, kinds: list[str]) -> None:
    page = f"<h2>Health</h2>{between}<table><tr><th>Where</th></tr></table>"
    blocks = Setting(Place("p0"), Fields(), lambda _: {}).page(parse(page))
    assert [block["kind"] for block in blocks if block["t"] == "p"] == kinds


def test_what_a_chart_is_about_stays_with_it() -> None:
    chart = '<figure><figcaption>2025</figcaption><svg role="img" viewbox="0 0 640 200"><title>9</title></svg></figure>'
    page = f"<h2>Coaches</h2><p>How many?</p><p>9 of 12.</p>{chart}"
    blocks = Setting(Place("p0"), Fields(), lambda _: {}).page(parse(page))
    assert [block.get("kind", block["t"]) for block in blocks] == ["h", "stays", "stays", "asks", "drawing"]


FIELD: Block = {"t": "field", "kind": "area", "lines": 4}
MINE = heading("Mine")
OURS: Block = {"t": "p", "kind": "label", "c": ["Ours"]}


@pytest.mark.parametrize(
    ("blocks", "own"),
    [
        ([text(30), MINE, FIELD, LINE, FIELD], [MINE, FIELD, LINE, FIELD]),
        ([text(30), OURS, FIELD], [OURS, FIELD]),
        ([text(30), MINE, FIELD, HEAD, FIELD], [MINE, FIELD, HEAD, FIELD]),  # all that is filled in
        ([FIELD, text(30), MINE, FIELD, HEAD, text(4)], [MINE, FIELD, HEAD, text(4)]),  # the last of it
        ([text(4), MINE, FIELD], []),  # the page before would be nearly empty
        ([text(30), MINE, FIELD, PAGE, PAGE], []),  # it does not fit on a page
        ([text(30), HEAD, LINE], []),  # nothing is filled in
        ([text(30), FIELD], []),  # it has no heading
    ],
)
def test_what_is_filled_in_on_a_sheet_is_a_part_of_its_own(blocks: list[Block], own: list[Block]) -> None:
    count = own_part(blocks, WIDTH, LINES)
    assert blocks[len(blocks) - count :] == own
