"""The part of ``make a11y`` that every test run can afford: most seeded faults, and some real pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.a11y import plan, tools
from tests.a11y.findings import Fault, Findings
from tests.a11y.kinds import kinds
from tests.a11y.known import read_exemptions
from tests.a11y.report import fault_lines
from tests.a11y.run import site_job, visit_job, work_off
from tests.a11y.seeded import CLEAN, Seed, hunt, read_seeds, write_site
from tests.a11y.sites import Site

SLOW = {"ibm", "states", "nu", "html-validate"}
QUICK_SITE_CHECKS = tuple(name for name in plan.SITE_CHECKS if name not in SLOW)
SEEDS = [seed for seed in read_seeds() if seed.check not in SLOW]
REAL_PAGES = 8


@pytest.fixture(scope="module", autouse=True)
def engines() -> None:
    """The engines are installed."""
    tools.install()


@pytest.fixture(scope="module")
def on_seeds(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """What the quick checks find on the seeded pages."""
    site = write_site(SEEDS, tmp_path_factory.mktemp("seeded") / "site")
    clean_visits = [visit_job(f"{CLEAN}/", visit) for visit in plan.ON_EVERY_PAGE]
    hunts = [hunt(seed) for seed in SEEDS if seed.check in plan.PAGE_CHECKS]
    return work_off(site, [*(site_job(site, name) for name in QUICK_SITE_CHECKS), *clean_visits, *hunts])


def rules(findings: Findings) -> Mapping[str, set[tuple[str, str]]]:
    """The check and rule of every fault, by page."""
    pages = {fault.page for fault in findings.faults}
    return {page: {(one.check, one.rule) for one in findings.faults if one.page == page} for page in pages}


@pytest.mark.parametrize("seed", [seed for seed in SEEDS if seed.rule], ids=lambda seed: seed.name)
def test_seeded_fault_is_found(seed: Seed, on_seeds: Findings) -> None:
    assert (seed.check, seed.rule) in rules(on_seeds).get(seed.address, set()), seed.fault


@pytest.mark.parametrize("seed", [seed for seed in SEEDS if not seed.rule], ids=lambda seed: seed.name)
def test_clean_page_passes(seed: Seed, on_seeds: Findings) -> None:
    assert [fault for fault in on_seeds.faults if fault.page == seed.address] == []


def test_every_check_has_a_seed() -> None:
    assert {seed.check for seed in read_seeds() if seed.rule} == {*plan.PAGE_CHECKS, *plan.SITE_CHECKS}


def test_every_check_is_explained() -> None:
    assert set(plan.EXPLAINED) == {*plan.PAGE_CHECKS, *plan.SITE_CHECKS}


def test_real_pages_have_no_fault(shared_site: Path) -> None:
    site = Site(shared_site)
    visits = [visit_job(address, visit) for address in kinds(site.pages)[:REAL_PAGES] for visit in plan.ON_EVERY_PAGE]
    findings = work_off(site, [*(site_job(site, name) for name in QUICK_SITE_CHECKS), *visits])
    assert "\n".join(fault_lines([fault for fault in sorted(findings.faults) if not accepted(fault)])) == ""
    assert len(findings.seen["axe"]) == REAL_PAGES


def accepted(fault: Fault) -> bool:
    """Whether the list of exceptions knows a fault."""
    return any(one.covers(fault) for one in read_exemptions())
