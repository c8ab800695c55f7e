"""Print packs: CPU for a page, and 1,000 pages by the clock."""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path

from coaching_manual.manual import read_manual
from coaching_manual.print.families import packs_of
from coaching_manual.print.packs import LARGE, PLAIN
from coaching_manual.print.press import Job, Printer

_PAGES = 1_000


def bench_printing(root: Path) -> None:
    """All packs of the real manual, made anew, and again in large print until there are 1,000 pages."""
    print("\nPrint packs of the real manual, from its pages to checked PDFs")
    manual = read_manual(root / "mkdocs.yml")
    packs = packs_of(manual)
    with tempfile.TemporaryDirectory() as name:
        printer = Printer(manual, Path(name))
        before, started = _cpu(), time.perf_counter()
        pages = sum(one.pages for one in printer.print([Job(pack, PLAIN) for pack in packs]))
        if pages < _PAGES:
            pages += sum(one.pages for one in printer.print([Job(pack, LARGE) for pack in packs]))
        seconds, used = time.perf_counter() - started, _cpu() - before
        again = time.perf_counter()
        printer.print([Job(pack, PLAIN) for pack in packs])
        kept = time.perf_counter() - again
    a_page, by_the_clock = used / pages * 1000, seconds / pages * _PAGES
    print(f"  {pages:,} pages: {a_page:.1f} ms of CPU a page, {by_the_clock:.0f} s by the clock for 1,000 pages")
    print(f"  asked for again, unchanged: {kept:.2f} s for {len(packs)} packs")


def _cpu() -> float:
    """CPU seconds of this process and of those that it has ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)
