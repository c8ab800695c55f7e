"""Carrying out the plan: two browsers side by side work off one list of jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatchcase
from queue import Empty, SimpleQueue

from playwright.sync_api import Error as BrowserError

from tests.a11y import plan
from tests.a11y.browsing import Browsing, browsing, hosted
from tests.a11y.files import read_site
from tests.a11y.findings import Fault, Findings, Found
from tests.a11y.kinds import Circles, circles
from tests.a11y.plan import Visit
from tests.a11y.sites import Site

Job = Callable[[Browsing], Findings]
Tell = Callable[[Iterable[Fault]], None]
"""Hears of faults as soon as they are found."""
BROWSERS = 2


def check_site(site: Site, tell: Tell, only: str = "*", *, few: bool = False) -> tuple[Findings, Circles]:
    """Run every check on a built site; gives what was found, and which pages were looked at closely.

    The browser opens the pages only whose address fits ``only``, and with ``few`` only those that
    together show every kind of element; files are read in any case.
    """
    read = read_site(site)
    tell(read.findings.faults)
    chosen = circles(read.shown)
    opened = chosen.few if few else site.pages.keys()
    visits = [
        visit_job(address, visit)
        for address, visit in plan.visits(site.pages, chosen)
        if address in opened and fnmatchcase(address, only)
    ]
    read.findings.merge(work_off(site, visits, tell))
    return read.findings, chosen


def _silent(_faults: Iterable[Fault]) -> None:
    pass


def work_off(site: Site, jobs: Iterable[Job], tell: Tell = _silent) -> Findings:
    """Carry out jobs on a site, telling of faults as they are found; gives everything."""
    waiting: SimpleQueue[Job] = SimpleQueue()
    for job in jobs:
        waiting.put(job)
    everything = Findings()
    with hosted(site) as root, ThreadPoolExecutor(BROWSERS) as pool:
        for findings in [pool.submit(_work, site, root, waiting, tell) for _ in range(BROWSERS)]:
            everything.merge(findings.result())
    return everything


def _work(site: Site, root: str, waiting: SimpleQueue[Job], tell: Tell) -> Findings:
    findings = Findings()
    with browsing(site, root) as browser:
        for job in _left(waiting):
            found = job(browser)
            tell(found.faults)
            findings.merge(found)
    return findings


def _left(waiting: SimpleQueue[Job]) -> Iterator[Job]:
    while True:
        try:
            yield waiting.get_nowait()
        except Empty:
            return


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
