"""The figures of search, printed: how often the right term comes first, how soon, and after how many bytes."""

from __future__ import annotations

import gzip
import os
import re
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tests.browser import launch

from bench.processes import TOOL, run
from bench.search.browser import (
    Answered,
    answer,
    bytes_without_search,
    first_card,
    works_from_disk,
    works_under_policy,
)
from bench.search.lookup import look_ups
from bench.search.sites import Site, build_sites, ours, page_query, term_query
from bench.search.variants import by_kind, outcomes, share_right
from bench.synthetic import Size
from coaching_manual.manual import read_manual
from coaching_manual.search import SearchRecords, search_records

_ROOT = Path(__file__).parent.parent.parent
_COLUMNS = ("to first card", "to first page", "unused", "on the server", "build")
_POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'"


@dataclass(frozen=True)
class Plan:
    """A size of site, how often it is measured, and the share of stock's time that ours may take."""

    size: Size
    times: int
    bar: float


_PLANS = (Plan(Size(150, 200), 3, 0.65), Plan(Size(4_800, 200), 2, 0.05))


def bench_search(*, quick: bool) -> None:
    """Everything that is measured of search; ``quick`` leaves the largest site out."""
    manual = read_manual(_ROOT / "mkdocs.yml")
    records = search_records(manual.index, manual.pages)
    bench_variants(records)
    bench_look_ups(records)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        bench_real_site(browser)
        for plan in _PLANS[:1] if quick else _PLANS:
            with tempfile.TemporaryDirectory() as name:
                sites = build_sites(Path(name), plan.size)
                bench_sites(browser, sites, plan)
                if plan is _PLANS[0]:
                    bench_places(browser, sites, term_query(plan.size))


def bench_variants(records: SearchRecords) -> None:
    """How often the own term comes first when a name is typed in a hurry."""
    print("\nOwn term first, for machine-made variants of every name of the real vocabulary (bar 95 %)")
    found = outcomes(records)
    for kind, group in by_kind(found).items():
        print(f"  {kind:14} {share_right(group):6.1%} of {len(group):,}")
    print(f"  {'all':14} {share_right(found):6.1%} of {len(found):,}")


def bench_look_ups(records: SearchRecords) -> None:
    """How long the matcher takes; each query counts with the best of its tries."""
    print("\nOne look-up, without a browser (bar 10 ms at 2,000 terms)")
    for terms, names in ((len(records.terms), None), (2_000, 4), (2_000, None)):
        taken = look_ups(records, terms, names, 500)
        times = f"median {taken.median:.2f} ms, 95 of 100 below {taken.most:.2f} ms"
        print(f"  {taken.terms:5,} terms, {taken.names:6,} names: {times}")


def bench_real_site(browser: Browser) -> None:
    """What search loads on the real site, where names and definitions are as long as they are."""
    print("\nBytes of search on the real site, as they are sent (bars: 15 KB to the first card, 3 KB unused)")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        run([TOOL, "build", "--site", str(folder)], _ROOT)
        site = ours(folder, start="why-we-coach/")
        share = share_of_page(site)
        print(f"  unused: {_kb(bytes_without_search(browser, site) + share)}")
        for words in ("warm handoff", "warm handof"):
            print(f"  to the first card for {words!r}: {_kb(answer(browser, site, words, site.card).bytes + share)}")


def bench_sites(browser: Browser, sites: tuple[Site, Site], plan: Plan) -> None:
    """Ours against stock on the same pages."""
    words = term_query(plan.size)
    print(f"\nSearch on {plan.size}, load {os.getloadavg()[0]:.1f}")
    taken: dict[str, list[Answered]] = {site.name: [] for site in sites}
    for _ in range(plan.times):
        for site in sites:
            taken[site.name].append(first_card(browser, site, words))
    own, stock = (statistics.median(one.milliseconds for one in taken[site.name]) for site in sites)
    print(f"  first card on a phone: ratio {own / stock:.3f}, bar {plan.bar}   ({own:,.0f} ms against {stock:,.0f} ms)")
    print("  " + "".join(f"{title:>15}" for title in ("", *_COLUMNS)))
    for site in sites:
        figures = _figures(browser, site, taken[site.name][0].bytes)
        print("  " + "".join(f"{figure:>15}" for figure in (site.name, *figures)))


def _figures(browser: Browser, site: Site, until_card: int) -> Iterator[str]:
    share = share_of_page(site)
    yield _kb(until_card + share)
    yield _kb(answer(browser, site, page_query(), site.page).bytes + share)
    yield _kb(bytes_without_search(browser, site) + share)
    yield _kb(site.bytes_on_disk())
    yield f"{site.build_cpu:.1f} s CPU"


def bench_places(browser: Browser, sites: tuple[Site, Site], words: str) -> None:
    """Where search answers at all."""
    for site in sites:
        policy = works_under_policy(browser, site, words, _POLICY)
        disk = works_from_disk(browser, site, words)
        print(f"  {site.name} answers under a strict policy: {policy}, opened from a disk: {disk}")


def share_of_page(site: Site) -> int:
    """How many bytes of a page, as they are sent, are the search box that stands in it."""
    page = (site.folder / site.start / "index.html").read_text(encoding="utf-8")
    without = re.sub(site.in_page, "", page, flags=re.DOTALL)
    return len(gzip.compress(page.encode(), 6)) - len(gzip.compress(without.encode(), 6))


def _kb(size: int) -> str:
    return f"{size / 1000:,.1f} KB"
