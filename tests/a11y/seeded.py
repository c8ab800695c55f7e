"""The proof that the checks work: a clean page that they must pass, and pages with one fault each that they must find.

A seeded page is the clean page with the edits of one entry of ``seeded/faults.yml``: nothing else can be its fault.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from tests.a11y import plan
from tests.a11y.browsing import Browsing
from tests.a11y.files import read_site
from tests.a11y.findings import Findings
from tests.a11y.plan import Look
from tests.a11y.run import Job, visit_job, work_off
from tests.a11y.sites import Site

FOLDER = Path(__file__).parent / "seeded"
CLEAN = "clean"
_LOOKS = tuple(look for visit in plan.EVERY_WAY for look in visit)
SLOW = frozenset({"ibm", "states", "boxes", "nu", "html-validate"})
"""Checks that take long: tests leave their faults out, and make a11y does not."""
_PARTS = ("index.html", "style.css", "script.js")


class Edit(NamedTuple):
    """A change of one part of the clean page; the old text stands there exactly once."""

    part: str
    old: str
    new: str


class Seed(NamedTuple):
    """A page with one fault."""

    name: str
    fault: str
    """What is wrong, for a reader of the list."""
    check: str
    """The check that must find it."""
    rule: str
    """What it must be called; empty for a page that is clean."""
    edits: tuple[Edit, ...]

    @property
    def address(self) -> str:
        """Where it stands in the seeded site."""
        return f"{self.name}/"


def read_seeds() -> list[Seed]:
    """Every seeded page; the first one is the clean page itself."""
    entries = yaml.safe_load((FOLDER / "faults.yml").read_text(encoding="utf-8"))
    clean = Seed(CLEAN, "nothing", "", "", ())
    return [clean, *(_seed(**entry) for entry in entries)]


def one_of_each(seeds: Sequence[Seed], *, slow: bool) -> list[Seed]:
    """The clean pages, and one fault for each check that is slow, or for each that is not."""
    first = {seed.check: seed for seed in reversed(seeds)}
    return [seed for seed in seeds if not seed.rule or (seed == first[seed.check] and (seed.check in SLOW) == slow)]


def _seed(name: str, fault: str, edits: Sequence[dict[str, str]], check: str = "", rule: str = "") -> Seed:
    return Seed(name, fault, check, rule, tuple(Edit(edit["in"], edit["old"], edit["new"]) for edit in edits))


def write_site(seeds: Sequence[Seed], folder: Path) -> Site:
    """Write each seeded page into a folder of its own."""
    for seed in seeds:
        own = folder / seed.name
        shutil.copytree(FOLDER / "page", own)
        (own / "ballast.js").write_text(_ballast("// "), encoding="utf-8")
        (own / "ballast.png").write_text(_ballast(""), encoding="utf-8")
        for part in _PARTS:
            (own / part).write_text(_edited(part, seed), encoding="utf-8")
    return Site(folder)


def _ballast(start: str) -> str:
    """A comment that hardly gets smaller when it is compressed, and so is too heavy for a page."""
    return start + "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(3000))


def _edited(part: str, seed: Seed) -> str:
    text = (FOLDER / "page" / part).read_text(encoding="utf-8").replace("NAME", seed.name)
    for edit in seed.edits:
        if edit.part == part:
            if text.count(edit.old) != 1:
                raise ValueError(f"{seed.name}: “{edit.old}” stands {text.count(edit.old)} times in {part}.")
            text = text.replace(edit.old, edit.new)
    return text


def prove(seeds: Sequence[Seed], folder: Path) -> list[str]:
    """Run the checks on the seeded pages; gives what is wrong with the checks, best nothing."""
    site = write_site(seeds, folder)
    findings = read_site(site).findings
    findings.merge(work_off(site, jobs(seeds)))
    return [*_missed(seeds, findings), *_false_alarms(seeds, findings)]


def jobs(seeds: Sequence[Seed]) -> Iterator[Job]:
    """The clean page meets every check; a fault meets only the check that is meant, which has to find it alone."""
    for seed in seeds:
        if seed.name == CLEAN:
            yield from (visit_job(seed.address, visit) for visit in plan.EVERY_WAY)
        elif seed.check in plan.PAGE_CHECKS:
            yield hunt(seed)


def hunt(seed: Seed) -> Job:
    """The looks that hold the check which is meant, one after another until it has found the fault."""

    def job(browser: Browsing) -> Findings:
        findings = Findings()
        for look in _LOOKS:
            if seed.check in look.checks and not _found(seed, findings):
                findings.merge(visit_job(seed.address, (Look(look.screen, (seed.check,)),))(browser))
        return findings

    return job


def _found(seed: Seed, findings: Findings) -> bool:
    return any(
        (fault.page, fault.check, fault.rule) == (seed.address, seed.check, seed.rule) for fault in findings.faults
    )


def _missed(seeds: Sequence[Seed], findings: Findings) -> Iterator[str]:
    for seed in seeds:
        if seed.rule and not _found(seed, findings):
            yield f"{seed.name}: {seed.check} did not report {seed.rule}. The fault: {seed.fault}"


def _false_alarms(seeds: Sequence[Seed], findings: Findings) -> Iterator[str]:
    clean = {seed.address for seed in seeds if not seed.rule}
    for fault in sorted(findings.faults):
        if fault.page in clean:
            yield f"{fault.page} is clean, but {fault.check} reports {fault.rule}: {fault.selector} {fault.message}"
