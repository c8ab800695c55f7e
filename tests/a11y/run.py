"""Carrying out the plan: two browsers side by side work off one list of jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue

from playwright.sync_api import Error as BrowserError

from tests.a11y import plan
from tests.a11y.browsing import Browsing, browsing, hosted
from tests.a11y.findings import Findings, Found
from tests.a11y.kinds import kinds
from tests.a11y.plan import Visit
from tests.a11y.sites import Site

Job = Callable[[Browsing], Findings]
BROWSERS = 2


def check_site(site: Site) -> tuple[Findings, list[str]]:
    """Run every check on a built site; gives what was found, and the addresses of the pages of each kind."""
    of_each_kind = kinds(site.pages)
    jobs = [
        *(site_job(site, name) for name in plan.SITE_CHECKS),
        *(visit_job(address, visit) for address in of_each_kind for visit in plan.ON_EVERY_KIND),
        *(visit_job(address, visit) for address in site.pages for visit in plan.ON_EVERY_PAGE),
    ]
    return work_off(site, jobs), of_each_kind


def work_off(site: Site, jobs: Iterable[Job]) -> Findings:
    """Carry out jobs on a site; gives everything that was found."""
    waiting: SimpleQueue[Job] = SimpleQueue()
    for job in jobs:
        waiting.put(job)
    everything = Findings()
    with hosted(site) as root, ThreadPoolExecutor(BROWSERS) as pool:
        for findings in [pool.submit(_work, site, root, waiting) for _ in range(BROWSERS)]:
            everything.merge(findings.result())
    return everything


def _work(site: Site, root: str, waiting: SimpleQueue[Job]) -> Findings:
    findings = Findings()
    with browsing(site, root) as browser:
        for job in _left(waiting):
            findings.merge(job(browser))
    return findings


def _left(waiting: SimpleQueue[Job]) -> Iterator[Job]:
    while True:
        try:
            yield waiting.get_nowait()
        except Empty:
            return


def site_job(site: Site, name: str) -> Job:
    """A check of the site's files, as a job."""

    def job(_browser: Browsing) -> Findings:
        findings = Findings()
        for address in site.pages:
            findings.add(name, address, ())
        for address, found in plan.SITE_CHECKS[name](site):
            findings.add(name, address, [found])
        return findings

    return job


def visit_job(address: str, visit: Visit) -> Job:
    """One load of a page with its looks, as a job."""

    def job(browser: Browsing) -> Findings:
        findings = Findings()
        try:
            with browser.open(address, visit[0].screen) as opened:
                for look in visit:
                    opened.turn_to(look.screen)
                    for name in look.checks:
                        findings.add(name, address, list(plan.PAGE_CHECKS[name](opened)), look.screen.name)
        except BrowserError as error:
            # a page that a check cannot even be carried out on is a fault of that page, and the others go on
            findings.add("visit", address, [Found("failed", "", str(error).strip())], visit[0].screen.name)
        return findings

    return job
