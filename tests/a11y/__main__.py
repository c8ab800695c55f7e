"""Check that everybody can use the site: python -m tests.a11y (or: make a11y).

First the checks prove themselves on pages with seeded faults, then they look at every page of the real site.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.a11y import report, tools
from tests.a11y.findings import Fault
from tests.a11y.known import read_exemptions, sort_faults
from tests.a11y.run import check_site
from tests.a11y.seeded import one_of_each, prove, read_seeds
from tests.a11y.sites import Site
from tests.browser import launch
from tests.projects import build_site


def main() -> int:
    """Prove the checks, check the site, report. Gives 0 if nothing is wrong."""
    options = _options()
    tools.install()
    with tempfile.TemporaryDirectory() as name:
        # in CI, the tests have proved the quick checks on one fault each
        seeds = one_of_each(read_seeds(), slow=True) if options.few else read_seeds()
        _say([f"Trying the checks out on {len(seeds)} seeded pages …"])
        if wrong := prove(seeds, Path(name) / "seeded"):
            _say(["The checks do not find what they must find:", *wrong])
            return 1
        faulty = sum(bool(seed.rule) for seed in seeds)
        _say([f"The checks found all of {faulty} seeded faults, and passed {len(seeds) - faulty} clean pages."])
        tested = _tested(options, options.site or build_site(Path(name) / "site"), faulty)
    _say([*report.fault_lines(tested.faults.open), "", *report.table(tested)])
    report.write_report(tested, options.report)
    if options.record:
        report.write_record(tested, options.record)
    accepted, still_open = len(tested.faults.accepted), len(tested.faults.open)
    in_every_way = len(tested.circles.kinds)
    _say([f"\n{tested.pages} pages, {in_every_way} in every way: {still_open} faults, {accepted} accepted."])
    return 1 if still_open else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make a11y", description="Check that everybody can use the site.")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--report", type=Path, default=Path("a11y-report.json"), help="where all results go, as JSON")
    parser.add_argument("--only", default="*", help="open only pages whose address fits, for instance 'forms/*'")
    parser.add_argument(
        "--few", action="store_true", help="open only the pages that together show every element, as CI does"
    )
    parser.add_argument("--record", type=Path, help="where the accessibility statement takes its facts from, as YAML")
    options = parser.parse_args()
    if options.record and (options.few or options.only != "*"):
        parser.error("a record tells of all pages: leave --record out, or --few and --only")
    return options


def _tested(options: argparse.Namespace, folder: Path, seeded: int) -> report.Tested:
    site = Site(folder)
    _say([f"Looking at {len(site.pages)} pages; this takes a few minutes …"])
    findings, circles = check_site(site, _Telling(), options.only, few=options.few)
    exemptions = read_exemptions()
    today = datetime.datetime.now(tz=datetime.UTC).date()
    faults = sort_faults(findings.faults, exemptions, today)
    return report.Tested(today, findings, faults, exemptions, len(site.pages), circles, seeded, _browser_version())


class _Telling:
    """Tells of the first fault of each rule at once: nobody should wait for the end to hear of it."""

    def __init__(self) -> None:
        self._told: set[tuple[str, str]] = set()

    def __call__(self, faults: Iterable[Fault]) -> None:
        for fault in sorted(faults):
            if (fault.check, fault.rule) not in self._told:
                self._told.add((fault.check, fault.rule))
                _say([f"  found {fault.check}: {fault.rule}, first on {fault.page or '(first page)'}"])


def _browser_version() -> str:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        found = browser.version
        browser.close()
        return found


def _say(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
