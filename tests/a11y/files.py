"""The checks that need no browser, spread over the processors; what each page shows is found on the way."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from tests.a11y import plan
from tests.a11y.findings import Findings
from tests.a11y.kinds import Shown, shown
from tests.a11y.sites import Site
from tests.site.built import BuiltPage

_AT_ONCE = 40  # pages that a process takes from the heap
_PROCESSES = 2


@dataclass
class Read:
    """What was found in the files of pages, and what the pages show."""

    findings: Findings = field(default_factory=Findings)
    shown: dict[str, Shown] = field(default_factory=dict)


def read_site(site: Site) -> Read:
    """Carry out every check of files on a site."""
    read = Read()
    with ProcessPoolExecutor(_PROCESSES, multiprocessing.get_context("spawn")) as pool:
        whole = [pool.submit(check_whole, site.folder, name) for name in plan.SITE_CHECKS]
        parts: list[Future[Read]] = [
            pool.submit(read_pages, tuple(plan.FILE_CHECKS), dict(part)) for part in _parts(site.pages)
        ]
        for done in whole:
            read.findings.merge(done.result())
        for part in parts:
            read.findings.merge(part.result().findings)
            read.shown.update(part.result().shown)
    # the order of the site and not of the processes: which pages are chosen must not depend on chance
    read.shown = {address: read.shown[address] for address in site.pages}
    return read


def _parts(pages: Mapping[str, BuiltPage]) -> Iterator[list[tuple[str, BuiltPage]]]:
    left = iter(pages.items())
    while part := list(islice(left, _AT_ONCE)):
        yield part


def check_whole(folder: Path, name: str) -> Findings:
    """One check that looks at all pages together."""
    site, findings = Site(folder), Findings()
    for address in site.pages:
        findings.add(name, address, ())
    for address, found in plan.SITE_CHECKS[name](site):
        findings.add(name, address, [found])
    return findings


def read_pages(names: Iterable[str], pages: Mapping[str, BuiltPage]) -> Read:
    """The checks that look at one page after another."""
    read = Read()
    for address, page in pages.items():
        for name in names:
            read.findings.add(name, address, plan.FILE_CHECKS[name](page))
        read.shown[address] = shown(page)
    return read
