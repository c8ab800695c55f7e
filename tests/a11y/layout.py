"""Does the page still fit when people change sizes? WCAG 1.4.4, 1.4.10 and 1.4.12."""

from __future__ import annotations

from collections.abc import Iterator

from tests.a11y.browsing import Opened
from tests.a11y.findings import Found
from tests.a11y.screens import ZOOMED


def fits(opened: Opened) -> Iterator[Found]:
    """As the page is now, nothing is cut off, runs into anything or scrolls sideways."""
    yield from (Found(*fault) for fault in opened.page.evaluate("a11y.layout.look()"))


def text_spacing(opened: Opened) -> Iterator[Found]:
    """With the spacing of WCAG 1.4.12 nothing is cut off and nothing runs into anything."""
    yield from (Found(*fault) for fault in opened.page.evaluate("a11y.layout.spaced()"))


def large_text(opened: Opened) -> Iterator[Found]:
    """With text at 200 % all text grows and all of it can be read."""
    yield from (Found(*fault) for fault in opened.page.evaluate("a11y.layout.enlarged()"))


def reflow(opened: Opened) -> Iterator[Found]:
    """In a window of 320 by 256 pixels (400 % on a desktop) nothing scrolls sideways, is cut, or fills the window."""
    opened.page.set_viewport_size({"width": ZOOMED.width, "height": ZOOMED.height})
    found = opened.page.evaluate("a11y.layout.reflow()")
    opened.page.set_viewport_size({"width": opened.screen.width, "height": opened.screen.height})
    yield from (Found(*fault) for fault in found)
