"""What belongs together on paper, and what is filled in there: labels, blanks, boxes to tick, and their words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from coaching_manual.print.fields import Fields
from coaching_manual.print.setting import Place, Setting
from coaching_manual.print.tree import parse

Block = dict[str, Any]
TICK = '<span class="tick"><span class="unseen">To tick:</span></span> '
LINE = '<span class="space"><span class="space__line"></span></span>'


def page(html: str) -> tuple[list[Block], list[str]]:
    """The blocks of a page, and what its fields say that they ask for."""
    fields = Fields()
    return Setting(Place("p0"), fields, lambda _: {}).page(parse(html)), [field.label for field in fields.all]


def blanks(found: object) -> Iterator[tuple[int, bool]]:
    """How wide each blank is, and whether it goes to the end of the line."""
    if isinstance(found, list):
        for one in found:
            yield from blanks(one)
    elif isinstance(found, dict):
        if "blank" in found:
            yield found["blank"], found["last"]
        yield from blanks(list(found.values()))


@pytest.mark.parametrize(
    ("line", "expected", "asked"),
    [
        ("I call: ____________", [(11, True)], ["I call"]),
        ("<b>Enrolled:</b> ______ Day 30: ____________.", [(5, False), (11, True)], ["Enrolled", "Day 30"]),
        ("I call ____________ (name: to confirm)", [(11, False)], ["I call"]),
        ("Line ___ in my words", [(3, False)], ["Line"]),
        ("Until ______. The reason is ______", [(5, False), (5, True)], ["Until", "The reason is"]),
        ("Snake_case and __two", [], []),
    ],
)
def test_a_blank_in_a_line_has_room_and_a_name(line: str, expected: list[tuple[int, bool]], asked: list[str]) -> None:
    found, labels = page(f"<p>{line}</p>")
    assert list(blanks(found)) == expected
    assert labels == asked


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ("<td>1</td><td>Notes of a talk</td><td></td>", "What I would say, 1: Notes of a talk"),
        ("<td>Office</td><td>Notes of a talk</td><td></td>", "What I would say, Office"),
    ],
)
def test_a_cell_to_write_in_says_its_row_which_a_number_does_not_name(row: str, asked: str) -> None:
    head = "<thead><tr><th>Number</th><th>What</th><th>What I would say</th></tr></thead>"
    fields = Fields()
    table = f"<table>{head}<tbody><tr>{row}</tr><tr>{row}</tr></tbody></table>"
    Setting(Place("p0"), fields, lambda _: {}).page(parse(table))
    # an answer may be longer than a line
    assert [(field.kind, field.label) for field in fields.all] == [("area", asked), ("area", f"{asked} (2)")]


def test_what_is_asked_twice_says_in_which_section() -> None:
    _, labels = page("<h2>Trust</h2><p>Mine: ______</p><h2>Craft</h2><p>Mine: ______</p><p>Mine: ______</p>")
    assert labels == ["Mine", "Mine (Craft)", "Mine (3)"]


def test_a_button_in_a_table_answers_its_row() -> None:
    cells = "".join(
        f'<td><input type="radio" name="a" value="{one}" aria-label="{one}, It helped"></td>' for one in "XY"
    )
    fields = Fields()
    Setting(Place("p0"), fields, lambda _: {}).page(parse(f"<table><tr><th>It helped</th>{cells}</tr></table>"))
    assert [(field.label, field.question) for field in fields.all] == [("X", "It helped"), ("Y", "It helped")]


def test_a_box_to_tick_says_what_stands_behind_it() -> None:
    boxes = "".join(f'<li class="to-tick">{TICK}{words}</li>' for words in ("I read the agreement.", "No", "No"))
    found, labels = page(f"<p>May we tell?</p><ul>{boxes}</ul>")
    assert labels == ["I read the agreement.", "May we tell? No", "May we tell? No (2)"]
    asks, choices = found
    assert asks["kind"] == "asks"  # a question stays with its few answers
    assert choices["whole"]
    assert [item[0]["kind"] for item in choices["items"]] == ["hangs"] * 3  # their later lines begin below the words


def test_a_choice_says_which_question_it_answers_and_none_after_it_does() -> None:
    box = '<input type="checkbox" id="{0}"><label for="{0}">{0}</label>'.format
    _, labels = page(f"<fieldset><legend>When?</legend>{box('Early')}</fieldset><div>{box('Agreed')}</div>")
    assert labels == ["When?: Early", "Agreed"]


def test_each_page_counts_its_labels_anew() -> None:
    fields = Fields()
    for name in ("p0", "p1"):
        Setting(Place(name), fields, lambda _: {}).page(parse(f"<p>Mine</p>{LINE}<p>Mine</p>{LINE}"))
    assert [field.label for field in fields.all] == ["Mine", "Mine (2)"] * 2
    assert len({field.name for field in fields.all}) == 4


def test_a_label_its_hint_and_its_line_stay_together() -> None:
    hint = '<p class="field__hint">Never a name.</p>'
    found, labels = page(f'<div class="field"><label for="a">Who</label>{hint}<input type="text" id="a"></div>')
    assert [block["t"] for block in found] == ["together"]
    assert labels == ["Who"]


DAY = '<div class="field"><label for="day">Date</label> <input id="day"></div>'
SIGN = '<p>Mentor <span class="sign"><span class="sign__note">(with a pen)</span></span></p>'


def test_a_line_that_is_signed_is_no_field_to_type_in() -> None:
    (line,), labels = page(SIGN)
    assert line["c"] == ["Mentor ", "(with a pen)", " ", {"t": "field", "kind": "sign"}]
    assert labels == []


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        ("<p>We promise.</p><h2>Signatures</h2>", ["p", "h", "p", "p", "p"]),
        ("<p>We promise.</p><h2>Answer</h2><p>Yes or no?</p>", ["h", "p", "p", "p", "p"]),
        (f"<h2>Answer</h2>{'<p>We promise.</p>' * 60}", ["p", "p", "p"]),  # more than a page
    ],
)
def test_lines_that_are_signed_stay_with_the_date_and_with_what_is_signed(above: str, kept: list[str]) -> None:
    found, _ = page(f"<h1>T</h1><p>First.</p>{above}{SIGN}{SIGN}{DAY}<p>Last.</p>")
    *_, signed, last = found
    assert signed["t"] == "together"
    assert [block["t"] for block in signed["c"]] == kept
    assert last["c"] == ["Last."]


def test_each_place_where_a_page_is_signed_has_its_own() -> None:
    found, _ = page(f"<h1>T</h1><h2>Family</h2><p>Yes?</p>{SIGN}{DAY}<h2>Student</h2>{SIGN}")
    assert [[block["t"] for block in one.get("c", ()) if isinstance(block, dict)] for one in found[1:]] == [
        ["h", "p", "p", "p"],
        ["h", "p"],
    ]


def test_what_is_asked_below_levels_ends_the_last_of_them() -> None:
    level = '<div class="assess__level"><p class="assess__choice">{}</p></div>'.format
    levels = f'<div class="assess__levels">{level("New")}{level("Leading")}</div>'
    (frame,), _ = page(f"<fieldset><legend>Trust</legend>{levels}<p>What shows it?</p>{LINE}</fieldset>")
    title, beside = frame["c"]
    assert (title["kind"], beside["t"]) == ("bold", "beside")
    assert [block["kind"] for level in beside["c"] for block in level] == ["bold", "bold"]
    assert [block["t"] for block in beside["end"]] == ["p", "field"]


def test_a_blank_in_a_heading_that_is_repeated_is_no_field() -> None:
    row = "<tr><td>A question</td><td></td></tr>"
    small, large = (
        f"<table><thead><tr><th>Question</th><th>Case ____</th></tr></thead><tbody>{row * count}</tbody></table>"
        for count in (2, 60)
    )
    urls = [block["head"][0]["cells"][1]["c"][0]["c"][1]["url"] for block in page(small + large)[0]]
    assert [bool(url) for url in urls] == [True, False]


@pytest.mark.parametrize(("entries", "whole"), [(4, True), (40, False)])
def test_a_short_list_is_not_split_and_stays_with_what_announces_it(entries: int, *, whole: bool) -> None:
    (says, items), _ = page(f"<p>You bring:</p><ul>{'<li>One thing</li>' * entries}</ul>")
    assert items["whole"] is whole
    assert says["kind"] == ("asks" if whole else "")
    (tells, _), _ = page("<p>You bring much.</p><ul><li>One thing</li></ul>")
    assert tells["kind"] == ""


@pytest.mark.parametrize(("rows", "words", "whole"), [(6, 30, True), (11, 10, True), (20, 10, False), (6, 200, False)])
def test_a_table_of_a_few_rows_is_not_split(rows: int, words: int, *, whole: bool) -> None:
    body = f"<tr><td>{'word ' * words}</td><td>One</td></tr>" * rows
    (found,), _ = page(f"<table><tr><th>Step</th><th>Who</th></tr>{body}</table>")
    assert found["whole"] is whole


def test_names_of_definitions_are_as_wide_on_a_whole_page_as_the_longest_word_needs() -> None:
    found, _ = page("<dl><dt>meta</dt><dd>One.</dd></dl><dl><dt>administradores(as)</dt><dd>Two.</dd></dl>")
    assert [block["names"] for block in found] == [9.8, 9.8]
    (few,), _ = page("<dl><dt>meta</dt><dd>One.</dd></dl>")
    assert few["names"] == 8.4


@pytest.mark.parametrize(
    ("first", "bare"), [("<b>A.</b> Office", True), ("<b>12.</b> Bus", True), ("<b>Ask.</b> Why", False)]
)
def test_entries_that_begin_with_a_bold_letter_or_number_have_no_other_mark(first: str, *, bare: bool) -> None:
    (found,), _ = page(f"<ul><li>{first}</li><li>{first}</li></ul>")
    assert found["bare"] is bare
    assert [item[0]["kind"] for item in found["items"]] == (["hangs"] * 2 if bare else ["", ""])


def test_the_handouts_of_a_step_stay_with_its_last_part() -> None:
    parts = '<dl class="step__parts"><dt>Do</dt><dd>Read.</dd><dt>Participants</dt><dd>Write.</dd></dl>'
    small = '<p class="step__handouts">Practices: asking</p><p class="step__handouts">Handouts: a card</p>'
    first, last = page(parts + small)[0]
    assert [item["name"] for item in first["items"]] == [["Do"]]
    assert [block["t"] for block in last["c"]] == ["definitions", "p", "p"]
    assert [item["name"] for item in last["c"][0]["items"]] == [["Participants"]]


@pytest.mark.parametrize(("entries", "kinds"), [(8, ["together"]), (40, ["h", "p", "list"])])
def test_a_short_step_of_an_agenda_is_not_split(entries: int, kinds: list[str]) -> None:
    step = f'<h3>Begin</h3><p class="step__facts">3:30</p><ul>{"<li>Do it</li>" * entries}</ul>'
    found, _ = page(f'<section class="step">{step}</section>')
    assert [block["t"] for block in found] == kinds


def test_the_parts_of_a_long_step_are_not_split_if_they_are_short() -> None:
    parts = "".join(
        f"<div><dt>{name}</dt><dd>{'<p>Words.</p>' * count}</dd></div>" for name, count in (("Do", 30), ("Say", 5))
    )
    (found,), _ = page(f'<dl class="step__parts">{parts}</dl>')
    assert [item["whole"] for item in found["items"]] == [False, True]


@pytest.mark.parametrize(("entries", "kept"), [(3, []), (20, [2])])
def test_the_last_of_many_facts_does_not_go_to_the_next_page_alone(entries: int, kept: list[int]) -> None:
    facts = "".join(f"<div><dt>{number}</dt><dd>What it is.</dd></div>" for number in range(entries))
    found, _ = page(f'<dl class="facts">{facts}</dl>')
    assert [len(block["c"][0]["items"]) for block in found if block["t"] == "together"] == kept


@pytest.mark.parametrize(("name", "whole"), [("agenda", True), ("", False)])
def test_an_agenda_is_not_split(name: str, *, whole: bool) -> None:
    rows = "<tr><td>3:30</td><td>Begin</td></tr>" * 16
    (found,), _ = page(f'<table class="{name}">{rows}</table>')
    assert found["whole"] is whole
