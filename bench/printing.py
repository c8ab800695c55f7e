"""Print packs: CPU for a page, and 1,000 pages by the clock."""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path

from coaching_manual.manual import read_manual
from coaching_manual.print.press import Printer
from coaching_manual.print.shelf import jobs_of

_PAGES = 1_000


def bench_printing(root: Path) -> None:
    """All that the site of the real manual offers to print: every audience, language, size and edition."""
    print("\nPrint packs that the site offers, from their pages to checked PDFs")
    manual = read_manual(root / "mkdocs.yml")
    jobs = jobs_of(manual)
    with tempfile.TemporaryDirectory() as name:
        printer = Printer(manual, Path(name))
        before, started = _cpu(), time.perf_counter()
        pages = sum(one.pages for one in printer.print(jobs))
        seconds, used = time.perf_counter() - started, _cpu() - before
        again = time.perf_counter()
        printer.print(jobs)
        kept = time.perf_counter() - again
    a_page, by_the_clock = used / pages * 1000, seconds / pages * _PAGES
    print(f"  {pages:,} pages: {a_page:.1f} ms of CPU a page, {by_the_clock:.0f} s by the clock for 1,000 pages")
    print(f"  asked for again, unchanged: {kept:.2f} s for {len(jobs)} packs")


def _cpu() -> float:
    """CPU seconds of this process and of those that it has ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)
