"""Measure, and print ratios: python -m bench [--quick].

Figures are CPU seconds (user and system, of whole processes) unless they say otherwise, because they move
less with the load of the machine than the clock does. Only ratios of one run mean anything.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import yaml

from bench.printing import bench_printing
from bench.processes import MKDOCS, TOOL, Cost, run
from bench.search.report import bench_search
from bench.synthetic import Size, make_project, names, page_text
from coaching_manual.manual import read_records
from coaching_manual.problems import Problems
from coaching_manual.terms.html import mark_terms
from coaching_manual.terms.matcher import Label, Matcher

ROOT = Path(__file__).parent.parent
BASE = ROOT / "tests" / "cases" / "_base" / "framework"
SIZES = (Size(100, 200), Size(1_000, 1_000), Size(3_000, 5_000))


def build_costs(size: Size, folder: Path, pairs: int) -> tuple[list[Cost], list[Cost]]:
    """Builds with the plugin and plain builds of the same rendered Markdown, taken in turns."""
    make_project(folder, size, BASE)
    run([TOOL, "write", "written"], folder)
    ours, plain = [], []
    for _ in range(pairs):
        ours.append(run([*MKDOCS, "site-ours"], folder))
        plain.append(run([*MKDOCS, "site-plain", "-f", "plain.yml"], folder))
    return ours, plain


def bench_builds(sizes: tuple[Size, ...], pairs: int) -> None:
    """Whole builds: with the plugin against plain Material, and how both grow."""
    print("\nWhole build against plain Material on the same Markdown")
    medians: list[tuple[Size, float, float]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            ours, plain = build_costs(size, Path(name), pairs if size.total < 5_000 else 1)  # noqa: PLR2004
        cpu, base = (statistics.median(cost.cpu for cost in costs) for costs in (ours, plain))
        memory = max(cost.peak_mib for cost in ours)
        print(
            f"  {size!s:28} ratio {cpu / base:5.2f}   ({cpu:6.1f} s against {base:6.1f} s; "
            f"{cpu / size.total * 1000:.1f} ms a page; peak {memory:.0f} MiB, "
            f"plain {max(cost.peak_mib for cost in plain):.0f} MiB)"
        )
        medians.append((size, cpu, memory))
    for (small, less, less_memory), (large, more, more_memory) in pairwise(medians):
        growth = math.log(large.total / small.total)
        print(
            f"  growth {small.total:,} to {large.total:,} pages: CPU exponent {math.log(more / less) / growth:.2f}, "
            f"memory exponent {math.log(more_memory / less_memory) / growth:.2f}"
        )


def bench_marking() -> None:
    """Marking terms on a page, with 5,000 terms against 200. The pages are the same in both."""
    print("\nMarking terms, for each page of 700 words and 30 mentions")
    few, many = 200, 5_000
    all_names = names(many)
    chance_pages = [_as_html(page_text(number, all_names[:few])) for number in range(200)]
    seconds = {}
    for count in (few, many):
        labels = [Label(form, name) for name in all_names[:count] for form in (name, f"{name} way", f"{name} kind")]
        matcher = Matcher(labels)
        seconds[count] = _best(lambda matcher=matcher: [mark_terms(page, matcher, _open) for page in chance_pages])  # type: ignore[misc]
        links = sum(mark_terms(page, matcher, _open).html.count("<a class") for page in chance_pages)
        print(f"  {count:5,} terms: {seconds[count] / len(chance_pages) * 1000:.3f} ms a page, {links:,} links")
    print(f"  ratio {many:,} to {few}: {seconds[many] / seconds[few]:.2f}")


def _open(term: str) -> str:
    return f'<a class="term" href="../{term}/">'


def _as_html(markdown: str) -> str:
    from markdown import Markdown  # noqa: PLC0415

    return Markdown(extensions=["tables", "toc"]).convert(markdown)


def bench_check() -> None:
    """Reading and checking 5,000 terms against parsing their YAML alone."""
    print("\nReading and checking 5,000 terms against the C YAML parse alone")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_project(folder, Size(1, 5_000), BASE)
        files = sorted((folder / "framework").rglob("*.yml"))
        parse = _best(lambda: [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in files], times=3)

        def check() -> None:
            read_records(folder / "framework", folder, Problems())

        whole = _best(check, times=3)
    print(f"  ratio {whole / parse:.2f}   ({whole:.2f} s against {parse:.2f} s)")
    started = time.perf_counter()
    run([TOOL, "check", "--format", "json"], ROOT)
    print(f"  coaching-manual check on the real framework: {time.perf_counter() - started:.2f} s by the clock")


def _best(action: Callable[[], object], times: int = 5) -> float:
    """The least CPU seconds of several runs."""
    taken = []
    for _ in range(times):
        gc.collect()
        start = time.process_time()
        action()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Run every benchmark."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave the largest site out")
    options = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    # builds first: a process starts with the memory of the one that starts it
    bench_builds(SIZES[:2] if options.quick else SIZES, pairs=2)
    bench_marking()
    bench_check()
    bench_search(quick=options.quick)
    bench_printing(ROOT)


if __name__ == "__main__":
    main()
