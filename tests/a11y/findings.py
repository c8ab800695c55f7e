"""What checks find, and which pages they saw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Found(NamedTuple):
    """What a check says about a page."""

    rule: str
    """Name of the rule that is broken, by the engine's name for it where an engine found it."""
    selector: str
    """Which element, as short as it can be said; empty for a fault of the whole page."""
    message: str


@dataclass(frozen=True, order=True)
class Fault:
    """A fault with its place."""

    check: str
    rule: str
    page: str
    """Address below the root; empty for the first page."""
    screen: str
    """Name of the screen on which it was seen; empty where no browser was needed."""
    selector: str
    message: str


@dataclass
class Findings:
    """Faults, and for each check the pages that it saw: a check that saw nothing proves nothing."""

    faults: set[Fault] = field(default_factory=set)
    seen: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, check: str, page: str, found: Iterable[Found], screen: str = "") -> None:
        """Note that a check has seen a page, and what it found there."""
        self.seen[check].add(page)
        self.faults.update(Fault(check, one.rule, page, screen, one.selector, one.message) for one in found)

    def merge(self, other: Findings) -> None:
        """Take over what others found."""
        self.faults |= other.faults
        for check, pages in other.seen.items():
            self.seen[check] |= pages
