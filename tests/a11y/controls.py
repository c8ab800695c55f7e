"""What engines do not look at: the edge of form fields, and movement."""

from __future__ import annotations

from collections.abc import Iterator

from tests.a11y.browsing import Opened
from tests.a11y.findings import Found


def field_edges(opened: Opened) -> Iterator[Found]:
    """The edge of every form field stands out from what is around it (WCAG 1.4.11)."""
    yield from (Found(*fault) for fault in opened.page.evaluate("a11y.controls.fields()"))


def motion(opened: Opened) -> Iterator[Found]:
    """Nothing moves for people who asked their system for less motion."""
    yield from (Found(*fault) for fault in opened.page.evaluate("a11y.controls.motion()"))
