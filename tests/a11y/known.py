"""Exceptions: faults that are known, with a date and a reason. The best list is an empty one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from tests.a11y.findings import Fault

FILE = Path(__file__).parent / "exceptions.yml"


class Exemption(BaseModel):
    """An entry of exceptions.yml. Page and selector may hold a * for anything."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    check: str
    rule: str
    page: str
    selector: str = "*"
    reason: str
    """Why it cannot be mended now, in words for the readers of the accessibility statement."""
    since: datetime.date
    until: datetime.date
    """The last day on which it is accepted."""

    def covers(self, fault: Fault) -> bool:
        """Whether it is about this fault."""
        same = (self.check, self.rule) == (fault.check, fault.rule)
        # square brackets are common in selectors: only the star is special
        return same and _matches(fault.page, self.page) and _matches(fault.selector, self.selector)


def _matches(text: str, pattern: str) -> bool:
    return fnmatchcase(text, pattern.replace("[", "[[]").replace("?", "[?]"))


def read_exemptions(file: Path = FILE) -> list[Exemption]:
    """The exceptions of a file; a faulty entry raises, with its place in the list."""
    return TypeAdapter(list[Exemption]).validate_python(yaml.safe_load(file.read_text(encoding="utf-8")) or [])


class Sorted(NamedTuple):
    """Faults, told apart."""

    open: list[Fault]
    accepted: list[Fault]


def sort_faults(faults: Iterable[Fault], exemptions: Sequence[Exemption], today: datetime.date) -> Sorted:
    """Take out the faults that are accepted today; an exception that is overdue or matches nothing is a fault."""
    found = sorted(faults)
    current = [one for one in exemptions if one.until >= today]
    accepted = [fault for fault in found if any(one.covers(fault) for one in current)]
    still_open = [fault for fault in found if fault not in accepted]
    for one in exemptions:
        if one not in current:
            still_open.append(_about(one, "overdue", f"The exception ended on {one.until}."))
        elif not any(one.covers(fault) for fault in found):
            still_open.append(_about(one, "unused", "The exception matches nothing any more: take it out."))
    return Sorted(still_open, accepted)


def _about(one: Exemption, rule: str, message: str) -> Fault:
    return Fault("exceptions", rule, one.page, "", one.selector, f"{one.check}, {one.rule}: {message}")
