"""The part of ``make a11y`` that every test run can afford: most checks prove themselves, on one fault each."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.a11y import plan, tools
from tests.a11y.files import check_whole, read_pages
from tests.a11y.findings import Findings
from tests.a11y.run import visit_job, work_off
from tests.a11y.seeded import CLEAN, SLOW, Seed, hunt, one_of_each, read_seeds, write_site

ALL = read_seeds()
SEEDS = one_of_each(ALL, slow=False)
"""The clean pages and one fault for each quick check: make a11y tries out all of them."""


@pytest.fixture(scope="module", autouse=True)
def engines() -> None:
    """The engines are installed."""
    tools.install()


@pytest.fixture(scope="module")
def on_seeds(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """What the quick checks find on the seeded pages."""
    site = write_site(SEEDS, tmp_path_factory.mktemp("seeded") / "site")
    findings = read_pages(plan.FILE_CHECKS, site.pages).findings
    for name in plan.SITE_CHECKS.keys() - SLOW:
        findings.merge(check_whole(site.folder, name))
    hunts = [hunt(seed) for seed in SEEDS if seed.check in plan.PAGE_CHECKS]
    findings.merge(work_off(site, [visit_job(f"{CLEAN}/", plan.EVERY_WAY[0]), *hunts]))
    return findings


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
    assert {seed.check for seed in ALL if seed.rule} == plan.CHECKS


def test_every_check_is_explained() -> None:
    assert set(plan.EXPLAINED) == plan.CHECKS
