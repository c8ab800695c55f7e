from __future__ import annotations

import pytest

from coaching_manual.answers import with_answers
from coaching_manual.blocks import Blocks


@pytest.fixture(scope="module")
def blocks() -> Blocks:
    return Blocks()


def button(name: str, answer: str, said: str) -> str:
    return f'<input type="radio" name="{name}" value="{answer}" aria-label="{said}" disabled>'


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_of_a_list_of_answers_one_can_be_chosen(blocks: Blocks, between: str) -> None:
    only = button("May we tell? 1", "Yes, but only this", "Yes, but only this, May we tell?")
    assert blocks.html(f"May we **tell**?\n\n- ( ) No{between}- ( ) Yes, but\n  only this:\n\n[[lines 1]]").startswith(
        "<p>May we <strong>tell</strong>?</p>\n"
        '<div class="one-of" role="radiogroup" aria-label="May we tell?">\n'
        f'<div class="one-of__answer">{button("May we tell? 1", "No", "No, May we tell?")} No</div>\n'
        f'<div class="one-of__answer">{only} Yes, but\n  only this:</div>\n'
        '</div>\n<p><span class="space'
    )


def test_answers_without_a_question_are_told_by_themselves(blocks: Blocks) -> None:
    assert blocks.html("- ( ) No\n- ( ) Yes") == (
        '<div class="one-of" role="radiogroup">\n'
        f'<div class="one-of__answer">{button("1", "No", "No")} No</div>\n'
        f'<div class="one-of__answer">{button("1", "Yes", "Yes")} Yes</div>\n'
        "</div>"
    )


def test_answers_stand_in_a_line(blocks: Blocks) -> None:
    assert blocks.html("Form: ( ) show ( ) watch") == (
        '<div class="one-of" role="radiogroup" aria-label="Form"><p>Form: '
        f'<span class="one-of__answer">{button("Form 1", "show", "show, Form")} show</span>\u2003'
        f'<span class="one-of__answer">{button("Form 1", "watch", "watch, Form")} watch</span></p></div>'
    )


def test_in_a_table_the_row_asks_and_the_column_answers(blocks: Blocks) -> None:
    html = blocks.html(
        '| No. | Piece | Yes | "No" |\n|---|---|---|---|\n| 1 | Day | ( ) | ( ) |\n| 2 | Day | ( ) | ( ) |'
    )
    first = button("1: Day 1", "Yes", "Yes, 1: Day")
    second = button("2: Day 1", "“No”", "“No”, 2: Day")
    assert f"<td>1</td>\n<td>Day</td>\n<td>{first}</td>" in html
    assert f"<td>{second}</td>\n</tr>" in html
    assert html.count("<input ") == 4


def test_the_same_question_twice_has_two_names(blocks: Blocks) -> None:
    html = blocks.html("Which? ( ) a ( ) b\n\nWhich? ( ) a ( ) b")
    assert [html.count(f'name="Which? {number}"') for number in (1, 2)] == [2, 2]


@pytest.mark.parametrize(
    "html", ["<p>f( ) is a sign</p>", "<p>One ( ) alone</p>", "<ul>\n<li>( ) a</li>\n<li>b</li>\n</ul>"]
)
def test_what_is_no_choice_stays(html: str) -> None:
    assert with_answers(html) == html
