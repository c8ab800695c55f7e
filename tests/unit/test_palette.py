"""The colours of manual.css are told apart by everybody (WCAG 2.2: 1.4.3 and 1.4.11), in both schemes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "src" / "coaching_manual" / "theme" / "assets" / "manual" / "manual.css"
SCHEMES = ("default", "slate")
GROUNDS = ("paper", "surface")
TEXTS = [
    *[(ink, ground) for ink in ("ink", "ink-soft", "link", "good", "bad") for ground in GROUNDS],
    ("mark-ink", "mark"),
    ("header-ink", "header"),
]
SHAPES = [
    *[(line, ground) for line in ("line", "focus-outer") for ground in GROUNDS],
    ("focus-inner", "focus-outer"),
    ("mark-line", "mark"),
    ("header-line", "header"),
    ("header-focus", "header"),
]


def colours(scheme: str) -> dict[str, str]:
    """The colour tokens of a scheme by name."""
    block = re.search(
        rf'\[data-md-color-scheme="{scheme}"\] \{{(?P<inside>[^}}]*--paper[^}}]*)\}}', CSS.read_text("utf-8")
    )
    assert block is not None
    tokens = re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block["inside"])
    assert len(tokens) == len(dict(tokens)) == block["inside"].count(";"), "each token once, as six hexadecimal digits"
    return dict(tokens)


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """How bright a colour is, from 0 to 1."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_both_schemes_name_the_same_colours() -> None:
    assert set(colours("default")) == set(colours("slate"))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read(scheme: str, ink: str, ground: str) -> None:
    named = colours(scheme)
    assert contrast(named[ink], named[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("line", "ground"), SHAPES)
def test_shapes_can_be_seen(scheme: str, line: str, ground: str) -> None:
    named = colours(scheme)
    assert contrast(named[line], named[ground]) >= 3


def test_colours_are_named_once() -> None:
    """Outside the palette and the print rules no colour is written, so that both schemes stay whole."""
    text = CSS.read_text("utf-8")
    after = text[text.index("/* Material reads these") : text.index("/* ---- Paper ---- */")]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", after) == []
