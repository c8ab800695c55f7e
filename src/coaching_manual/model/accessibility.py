"""What was tested for accessibility, as the accessibility statement tells it."""

from __future__ import annotations

import datetime

from pydantic import Field

from coaching_manual.model.base import Line, Note, Record


class Engine(Record):
    """A program that tested."""

    name: Line = Field(description="What it is called.")
    version: Line = Field(description="Its version.")


class Check(Record):
    """A kind of test, and what came of it."""

    what: Line = Field(description="What was tested, in a reader's words.")
    pages: int = Field(ge=0, description="How many pages it saw.")
    faults: int = Field(ge=0, description="How many faults it found that are not mended.")


class KnownFault(Record):
    """A fault that is accepted for a while."""

    check: Line = Field(description="The check that finds it.")
    rule: Line = Field(description="The rule that it breaks.")
    page: Line = Field(description="The pages that have it.")
    selector: Line | None = Field(default=None, description="The element.")
    reason: Note = Field(description="What is wrong, and why it is not mended yet.")
    since: datetime.date = Field(description="The day it was found.")
    until: datetime.date = Field(description="The last day on which it is accepted.")


class TestByHand(Record):
    """What a person has tested."""

    date: datetime.date = Field(description="The day.")
    who: Line = Field(description="A role, never a name.")
    what: Line = Field(description="What was tested.")
    how: Line = Field(description="With which program and device.")
    result: Line = Field(description="What came of it.")


class AccessibilityReport(Record):
    """framework/accessibility.yml: written by make a11y, not by hand."""

    date: datetime.date = Field(description="The day of the test.")
    edition: Line = Field(description="The edition that was tested.")
    pages: int = Field(ge=1, description="How many pages were tested.")
    shapes: int = Field(ge=1, description="How many of them with the keyboard, and dark on a phone.")
    kinds: int = Field(ge=1, description="How many of them were tested in every way.")
    seeded: int = Field(ge=0, description="How many pages with a known fault the tests were tried out on.")
    browser: Line = Field(description="The browser and its version.")
    engines: tuple[Engine, ...] = Field(description="The programs that tested.")
    checks: tuple[Check, ...] = Field(description="What was tested.")
    exceptions: tuple[KnownFault, ...] = Field(default=(), description="Faults that are accepted for a while.")
    by_hand: tuple[TestByHand, ...] = Field(default=(), description="What people have tested.")

    @property
    def fault_count(self) -> int:
        """How many faults are not mended, over all checks."""
        return sum(check.faults for check in self.checks)
