"""The colours of the site are told apart by everybody (WCAG 2.2: 1.4.3 and 1.4.11), in both schemes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coaching_manual.look import DARK_GROUNDS, LIGHT_GROUNDS, stylesheet
from coaching_manual.project import DEFAULT_COLOUR

STYLES = Path(__file__).parents[2] / "src" / "coaching_manual" / "theme" / "assets" / "manual"
SCHEMES = ("light", "dark")
GROUNDS = ("paper", "surface", "tint")
TEXTS = [
    *[(ink, ground) for ink in ("ink", "ink-soft", "link", "good", "bad") for ground in GROUNDS],
    ("mark-ink", "mark"),
    ("brand-ink", "brand"),
]
SHAPES = [
    *[("line", ground) for ground in GROUNDS],
    ("mark-line", "mark"),
]
# a district may choose any colour: strong ones, pale ones, none at all, and the one that is hardest to write on
COLOURS = (DEFAULT_COLOUR, "#ffcc00", "#c8102e", "#ffffff", "#000000", "#777777", "#00ff00", "#0000ff", "#ff00ff")
TOKEN = re.compile(r"--([a-z-]+): ([^;]+);")


def tokens(text: str) -> dict[str, str]:
    """What the custom properties of a style sheet are set to; each one alike wherever it is set."""
    found = TOKEN.findall(text)
    assert len(set(found)) == len(dict(found))
    return dict(found)


def test_both_ways_to_a_dark_page_set_the_same_colours() -> None:
    by_device, by_choice = re.findall(r"\{([^{}]+)\}", (STYLES / "dark.css").read_text("utf-8"))
    assert by_device.split() == by_choice.split()


def colours(scheme: str, district: str = DEFAULT_COLOUR) -> dict[str, str]:
    """The colours of a scheme by name, for a district with a colour of its own."""
    own = tokens(stylesheet(district))
    named = tokens((STYLES / f"{scheme}.css").read_text("utf-8"))
    return {name: own.get(said.removeprefix("var(--").removesuffix(")"), said) for name, said in named.items()}


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """How bright a colour is, from 0 to 1."""
    assert re.fullmatch(r"#[0-9a-f]{6}", colour), colour
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_both_schemes_name_the_same_colours() -> None:
    assert set(colours("light")) == set(colours("dark"))


def test_paper_names_no_colour_that_screens_do_not_know() -> None:
    known = {*colours("light"), *tokens((STYLES / "base.css").read_text("utf-8"))}
    assert set(tokens((STYLES / "print.css").read_text("utf-8"))) <= known


@pytest.mark.parametrize("district", COLOURS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read(scheme: str, ink: str, ground: str, district: str) -> None:
    named = colours(scheme, district)
    assert contrast(named[ink], named[ground]) >= 4.5


@pytest.mark.parametrize("district", COLOURS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("line", "ground"), SHAPES)
def test_shapes_can_be_seen(scheme: str, line: str, ground: str, district: str) -> None:
    named = colours(scheme, district)
    assert contrast(named[line], named[ground]) >= 3


def test_the_two_colours_of_the_focus_ring_differ() -> None:
    """So one of them stands out from whatever lies behind: no ground is close to both."""
    ring = tokens((STYLES / "base.css").read_text("utf-8"))
    assert contrast(ring["focus-near"], ring["focus-far"]) >= 9


@pytest.mark.parametrize(("scheme", "grounds"), [("light", LIGHT_GROUNDS), ("dark", DARK_GROUNDS)])
def test_links_are_made_for_the_grounds_there_are(scheme: str, grounds: tuple[str, ...]) -> None:
    named = colours(scheme)
    assert grounds == (named["paper"], named["surface"])


@pytest.mark.parametrize("name", ["base", "frame", "parts"])
def test_colours_are_named_once(name: str) -> None:
    """Outside the palettes, and the focus ring that both share, no colour is written: so both schemes stay whole."""
    text = (STYLES / f"{name}.css").read_text("utf-8")
    assert re.findall(r"(?<!focus-near: )(?<!focus-far: )#[0-9a-fA-F]{3,8}\b", text) == []
