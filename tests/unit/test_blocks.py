from __future__ import annotations

import pytest

from coaching_manual.blocks import Blocks

LINE = '<span class="space__line"></span>'
BOX = '<span class="tick"><span class="unseen">To tick:</span></span>'


@pytest.fixture(scope="module")
def blocks() -> Blocks:
    return Blocks()


def test_a_list_may_begin_right_below_a_sentence(blocks: Blocks) -> None:
    assert blocks.html("Bring:\n- pens\n- paper\n  in two colors\n- tape") == (
        "<p>Bring:</p>\n<ul>\n<li>pens</li>\n<li>paper\n  in two colors</li>\n<li>tape</li>\n</ul>"
    )


def test_a_list_in_a_list_is_indented_by_two_spaces(blocks: Blocks) -> None:
    assert blocks.html("- a\n  - b\n- c") == "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>"


@pytest.mark.parametrize(
    ("text", "top", "levels"),
    [
        ("### One\n\n### Two", 2, ["h2", "h2"]),
        ("# One\n\n### Two\n\n# Three", 3, ["h3", "h4", "h3"]),
        ("#### One", 4, ["h4"]),
        ("# One\n\n## Two\n\n### Three", 5, ["h5", "h6", "h6"]),
    ],
)
def test_headings_get_levels_without_a_gap(blocks: Blocks, text: str, top: int, levels: list[str]) -> None:
    html = blocks.html(text, top)
    assert [line[1:3] for line in html.splitlines()] == levels
    assert [line[-3:-1] for line in html.splitlines()] == levels


def test_lines_to_write_on(blocks: Blocks) -> None:
    assert blocks.html("[[lines 2]]") == (
        f'<p><span class="space space--lines"><span class="unseen">Space to write: 2 lines</span>{LINE * 2}</span></p>'
    )
    assert "Space to write: one line</span>" in blocks.html("[[lines 1]]")
    assert "Espacio para escribir: 3 líneas</span>" in blocks.html("[[lines 3]]", language="es")


def test_a_frame_to_draw_in(blocks: Blocks) -> None:
    assert blocks.html("[[box 3]]") == (
        f'<p><span class="space space--box"><span class="unseen">Space to write or draw</span>{LINE * 3}</span></p>'
    )


def test_entries_of_a_list_are_cards_to_cut_out(blocks: Blocks) -> None:
    assert blocks.html("[[cards]]\n\n1. One\n2. Two") == ('<ol class="cut-cards">\n<li>One</li>\n<li>Two</li>\n</ol>')
    assert blocks.html("[[cards]]\n- One").startswith('<ul class="cut-cards">')
    assert blocks.html("[[cards]]\n\nOne") == "<p>[[cards]]</p>\n<p>One</p>"


def test_what_is_not_quite_a_place_to_write_on_stays(blocks: Blocks) -> None:
    assert blocks.html("[[line 3]] [[box 0]] [[box]]") == "<p>[[line 3]] [[box 0]] [[box]]</p>"


def test_boxes_to_tick(blocks: Blocks) -> None:
    assert blocks.html("- [ ] Read it") == f'<ul>\n<li class="to-tick">{BOX} Read it</li>\n</ul>'
    assert f"<td>{BOX} yes</td>" in blocks.html("| Done |\n|---|\n| [ ] yes |")
    assert "Para marcar:" in blocks.html("- [ ] Leerlo", language="es")
