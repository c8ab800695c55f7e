"""Shades that everybody can read, from whatever colour a district has."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from coaching_manual.look import DARK_GROUNDS, LIGHT_GROUNDS, stylesheet
from tests.unit.test_palette import contrast, tokens

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@settings(deadline=None)
@given(COLOURS)
@example("#0179d2")  # white on it reaches 4.4998
def test_any_colour_gives_shades_that_can_be_read(colour: str) -> None:
    made = tokens(stylesheet(colour))
    for scheme, grounds in (("light", LIGHT_GROUNDS), ("dark", DARK_GROUNDS)):
        for ground in (*grounds, made[f"{scheme}-tint"]):
            assert contrast(made[f"{scheme}-link"], ground) >= 4.5
        assert contrast(made[f"{scheme}-brand-ink"], made[f"{scheme}-brand"]) >= 4.5


@settings(deadline=None)
@given(COLOURS)
def test_the_band_at_the_top_has_the_very_colour_in_light(colour: str) -> None:
    assert tokens(stylesheet(colour))["light-brand"] == colour


def test_a_colour_that_can_be_read_is_kept_for_links() -> None:
    assert tokens(stylesheet("#0b5a6b"))["light-link"] == "#0b5a6b"


def test_a_pale_colour_is_darkened_for_links_and_keeps_its_hue() -> None:
    made = tokens(stylesheet("#ffcc00"))
    assert made["light-link"] == "#826700"
    assert made["light-brand-ink"] == "#000000"


def test_the_style_sheet_holds_colours_and_nothing_else() -> None:
    sheet = stylesheet("#c8102e")
    assert re.fullmatch(r"/\*[^*]+\*/\n\n:root \{\n(?:  --[a-z-]+: #[0-9a-f]{6};\n){8}\}\n", sheet)
