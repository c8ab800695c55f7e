"""Tables on paper: how wide their columns are, and which of their empty cells are to be written in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from coaching_manual.print.fields import Fields
from coaching_manual.print.setting import Place, Setting
from coaching_manual.print.tree import parse

Block = dict[str, Any]
WIDTH = 48.0


def table(head: str, *rows: str) -> str:
    """A table as HTML; cells are parted by bars."""
    heads = "".join(f"<th>{cell.strip()}</th>" for cell in head.split("|"))
    body = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody><tr>{'</tr><tr>'.join(body)}</tr></tbody></table>"


def tables(html: str) -> list[Block]:
    blocks = Setting(Place("p0", width=WIDTH), Fields(), lambda _: {}).page(parse(html))
    return [block for block in blocks if block["t"] == "table"]


def parts(found: Block) -> list[int]:
    """The widths of the columns as hundredths of the line."""
    return [round(100 * width / sum(found["widths"])) for width in found["widths"]]


def asked(found: Block) -> Sequence[tuple[int, int]]:
    """The cells to write in: row and column."""
    rows = [row["cells"] for row in found["body"]]
    return [(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell["blank"]]


LONG = "More families can fill in forms without help at the counter of the front office"


@pytest.mark.parametrize(
    ("head", "row", "least"),
    [
        ("Question | My words", f"{LONG} |", 45),
        ("Question | Example (invented) | Mine", f"{LONG} | {LONG} |", 45),
        ("No. | Situation | Color | Question", f"1 | {LONG} | |", 35),
    ],
)
def test_a_column_to_write_in_gets_room_for_an_answer(head: str, row: str, least: int) -> None:
    (found,) = tables(table(head, row, row))
    assert parts(found)[-1] >= least


def test_what_texts_leave_is_there_to_write_in() -> None:
    (found,) = tables(table("Point | My plan", "We meet |", "Until |"))
    assert parts(found)[1] > 80


@pytest.mark.parametrize("sign", ["Date", "Minutes", "D, B or O", "Try 1", "Núm.", "Sí"])
def test_a_column_for_a_number_a_date_or_a_letter_is_narrow(sign: str) -> None:
    (found,) = tables(table(f"{sign} | What | Who", "| |", "| |"))
    first, second, third = parts(found)
    assert first < 16
    assert second == third


def test_the_controls_of_a_form_tell_how_much_is_written() -> None:
    control = "<input type='{}' aria-label='x'>".format
    kind = "<select><option>Planning</option><option>Co-teaching or working together</option></select>"
    row = f"{control('date')} | {kind} | {control('text')}"
    (found,) = tables(table("Day that is set | Kind | Next step", row, row))
    first, second, third = parts(found)
    assert first < 20
    assert second == third


def test_a_long_heading_does_not_take_the_room_of_other_columns() -> None:
    (found,) = tables(table(f"Kind one of: {LONG} | Focus | Next step", "| |", "| |"))
    assert parts(found) == [44, 28, 28]


def test_short_headings_and_entries_are_not_broken() -> None:
    (found,) = tables(table("Try 2 | For participants | Text", f"Yes | No | {LONG} {LONG}"))
    assert found["widths"][0] >= 3.6
    assert found["widths"][1] >= 8.8


def test_tables_of_a_page_with_the_same_headings_are_alike() -> None:
    head = "Week | Good time | One small step"
    example = table(head, f"1 | Cards | {LONG}")
    mine, other = table(head, "1 | |", "If one is missed | |"), table("Week | What | Who", "1 | |")
    first, second, third = tables(example + mine + other)
    assert first["widths"] == second["widths"] != third["widths"]
    assert parts(second)[2] > parts(second)[1]  # as in the example


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (["a | b |", "c | d |"], [(0, 2), (1, 2)]),  # a column is empty
        (["a | b | c", "d | |", "e | |", "f | |"], [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2)]),  # but for one row
        (["a | b | c", "d | | e", "f | | g", "h | i | j"], []),  # an example has nothing to say
        (["a | b | c", "d | e | f", "Sum | | g"], []),
        (["a | b | c", "d | e | f", "Mine | |"], [(2, 1), (2, 2)]),
        (["| |", "| |"], [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]),
    ],
)
def test_an_empty_cell_is_to_be_written_in_where_its_row_or_column_is_empty(
    rows: list[str], cells: list[tuple[int, int]]
) -> None:
    (found,) = tables(table("One | Two | Three", *rows))
    assert asked(found) == cells


def room(found: Block) -> list[list[int]]:
    """The lines that each cell to write in has."""
    return [[cell["c"][0]["lines"] for cell in row["cells"] if cell["blank"]] for row in found["body"]]


@pytest.mark.parametrize(
    ("head", "rows", "lines"),
    [
        ("Wish | Purpose | Sign | Way | Other way", ["||||"] * 2, [[3] * 5] * 2),  # a fifth of a line holds few words
        ("Point | My plan", ["We meet |"] * 3, [[1]] * 3),  # a whole sentence fits
        ("Question | Example (invented) | Mine", [f"{LONG} | {LONG} |"] * 6, [[2]] * 6),
        ("Question | Example (invented) | Mine", [f"{LONG} | {LONG} |"] * 8, [[1]] * 8),  # many rows fill the page
        ("Date | Minutes | What we did", ["||"] * 3, [[1, 1, 1]] * 3),  # a date is short
    ],
)
def test_cells_are_as_high_as_a_sentence_needs_and_the_page_allows(
    head: str, rows: Sequence[str], lines: list[list[int]]
) -> None:
    (found,) = tables(table(head, *rows))
    assert room(found) == lines


@pytest.mark.parametrize(
    ("head", "row", "count", "wide"),
    [
        ("Step | Place | Coachee | Coach | Help", f"{LONG} | | | |", 6, [False, True]),  # too narrow to write in
        ("Step | What we say", "Agree |", 6, [False, False]),
        ("What | You | Program | Others", f"{LONG} | Yes | {LONG} | {LONG}", 6, [False, True]),  # long, of many columns
        ("What | You | Program | Others", f"{LONG} | Yes | {LONG} | {LONG}", 2, [False, False]),
        ("Time | Step | Minutes | Who", f"3:30 | {LONG} | 5 | pairs", 12, [False, False]),
    ],
)
def test_a_cramped_table_of_large_letters_lies_on_a_turned_page(
    head: str, row: str, count: int, wide: list[bool]
) -> None:
    html = parse(table(head, *[row] * count))
    places = [Place("p0", width=28.0, large=large) for large in (False, True)]
    found = [Setting(place, Fields(), lambda _: {}).page(html)[0]["wide"] for place in places]
    assert found == wide
