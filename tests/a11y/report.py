"""What came of the checks: for the person at the terminal, and as a record for the accessibility statement."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

from tests.a11y import tools
from tests.a11y.findings import Fault, Findings
from tests.a11y.kinds import Circles
from tests.a11y.known import Exemption, Sorted
from tests.a11y.plan import EXPLAINED

BY_HAND = Path(__file__).parent / "by_hand.yml"
_SHOWN = 5  # faults of one rule that are printed; the file has all
_ENGINE_NAMES = {
    "axe-core": "axe-core",
    "accessibility-checker-engine": "IBM Equal Access",
    "vnu-jar": "Nu HTML Checker",
    "html-validate": "html-validate",
}


@dataclass(frozen=True)
class Tested:
    """Everything that a report tells."""

    date: datetime.date
    findings: Findings
    faults: Sorted
    exemptions: Sequence[Exemption]
    pages: int
    circles: Circles
    seeded: int
    browser: str


def table(tested: Tested) -> Iterator[str]:
    """A line for each check: how many pages it saw, and how many faults it found."""
    counts = Counter(fault.check for fault in tested.faults.open)
    yield f"{'check':<16}{'pages':>6}{'faults':>8}"
    for check in sorted({*tested.findings.seen, *counts}, key=[*EXPLAINED, *counts].index):
        yield f"{check:<16}{len(tested.findings.seen[check]):>6}{counts[check]:>8}"


def fault_lines(faults: Sequence[Fault]) -> Iterator[str]:
    """The faults, grouped by their rule: of each rule only the first few, because one template makes many."""
    for (check, rule), count in Counter((fault.check, fault.rule) for fault in faults).items():
        same = [fault for fault in faults if (fault.check, fault.rule) == (check, rule)]
        yield f"\n{check}: {rule} ({count})"
        for fault in same[:_SHOWN]:
            where = f"{fault.page or '(first page)'}{f', {fault.screen}' if fault.screen else ''}"
            yield f"  {where}: {fault.selector}\n    {fault.message}"
        if count > _SHOWN:
            yield f"  and {count - _SHOWN} more, in the report file"


def record(tested: Tested) -> dict[str, Any]:
    """The record that the accessibility statement is made from: only what was tested, and with what."""
    counts = Counter(fault.check for fault in tested.faults.open)
    return {
        "date": tested.date,
        "edition": version("coaching-manual"),
        "pages": tested.pages,
        "shapes": len(tested.circles.shapes),
        "kinds": len(tested.circles.kinds),
        "seeded": tested.seeded,
        "browser": f"Chromium {tested.browser}",
        "engines": [{"name": _ENGINE_NAMES[name], "version": number} for name, number in tools.versions().items()],
        "checks": [
            {"what": what, "pages": len(tested.findings.seen[check]), "faults": counts[check]}
            for check, what in EXPLAINED.items()
        ],
        "exceptions": [one.model_dump() for one in tested.exemptions],
        "by_hand": yaml.safe_load(BY_HAND.read_text(encoding="utf-8")) or [],
    }


def write_report(tested: Tested, file: Path) -> None:
    """Write the record with every single fault, as JSON."""
    everything = {**record(tested), "faults": [asdict(fault) for fault in tested.faults.open]}
    file.write_text(json.dumps(everything, indent=2, default=str, ensure_ascii=False) + "\n", encoding="utf-8")


def write_record(tested: Tested, file: Path) -> None:
    """Write the record as the YAML file that the statement of the site is made from."""
    head = (
        "# yaml-language-server: $schema=schemas/accessibility.schema.json\n"
        "# Written by make a11y; do not edit. The page docs/accessibility.md shows it.\n"
    )
    body = yaml.safe_dump(record(tested), sort_keys=False, allow_unicode=True, width=110)
    file.write_text(head + body, encoding="utf-8")
