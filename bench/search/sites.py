"""The same pages as two sites: ours, and plain Material with the search that it brings."""

from __future__ import annotations

import functools
import os
import shutil
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from bench.processes import MKDOCS, TOOL, run
from bench.synthetic import Size, make_project, names, page_text
from coaching_manual.addresses import page_address
from coaching_manual.manual import read_manual
from coaching_manual.search import SearchSite, search_records, sections_of

_ROOT = Path(__file__).parent.parent.parent
_BASE = _ROOT / "tests" / "cases" / "_base" / "framework"
_WORDS = 4_000
_TIMES_OF_FIRST_WORD = 3_000


@dataclass(frozen=True)
class Site:
    """A built site, with how a reader searches on it.

    ``opens`` is the button that opens the box (None: the box stands on the page), ``event`` tells the page that
    something was typed, and ``hears_early`` whether that is heard before all scripts have come (if not, the reader
    types on). ``card`` is the first answer, ``page`` the first page among the answers; ``in_page`` matches what of
    the search stands in every page, and ``start`` is the page that the reader is on. ``build_cpu`` is how many CPU
    seconds the search adds to the build.
    """

    name: str
    folder: Path
    opens: str | None
    box: str
    event: str
    hears_early: bool
    card: str
    page: str
    in_page: str
    start: str = "unit-1/page-10/"
    build_cpu: float = 0.0

    def bytes_on_disk(self) -> int:
        """What the search's own files take."""
        return sum(path.stat().st_size for path in (self.folder / "search").rglob("*") if path.is_file())


def term_query(size: Size) -> str:
    """A name of a term from the middle of the list."""
    return names(size.terms)[size.terms // 2]


def page_query() -> str:
    """A word that stands on some pages and is no name of a term."""
    return _prose_words()[_WORDS // 4]


def build_sites(folder: Path, size: Size) -> tuple[Site, Site]:
    """Build both, ours first."""
    make_project(folder, size, _BASE, functools.partial(page_text, prose=_prose()))
    (folder / "framework" / "search").mkdir()
    shutil.copy(_ROOT / "framework" / "search" / "words.yml", folder / "framework" / "search")
    run([TOOL, "write", "written"], folder)
    run([*MKDOCS, "site-ours"], folder)
    with_search = run([*MKDOCS, "site-stock", "-f", "plain.yml"], folder)
    without = run([*MKDOCS, "site-bare", "-f", _bare(folder)], folder)
    own, other = ours(folder / "site-ours"), stock(folder / "site-stock")
    return replace(own, build_cpu=_own_cpu(folder)), replace(other, build_cpu=with_search.cpu - without.cpu)


def _bare(folder: Path) -> str:
    """The settings of the plain site without any search."""
    plain = (folder / "plain.yml").read_text(encoding="utf-8")
    (folder / "bare.yml").write_text(plain.replace("plugins:\n  - material/search", "plugins: []"), encoding="utf-8")
    return "bare.yml"


def _own_cpu(folder: Path) -> float:
    """CPU seconds for cutting finished pages into sections and making the files of our search."""
    manual = read_manual(folder / "mkdocs.yml")
    pages = {page.src: folder / "site-ours" / page_address(page.src) for page in manual.pages if page.source}
    html = {src: _article((path / "index.html").read_text(encoding="utf-8")) for src, path in pages.items()}
    before = sum(os.times()[:4])  # with the programs that were run for it
    sections = {src: sections_of(text) for src, text in html.items()}
    SearchSite(search_records(manual.index, manual.pages), sections).files()
    return sum(os.times()[:4]) - before


def _article(page: str) -> str:
    """What the plugin is given of a page: not its frame."""
    return page.partition("<article")[2].partition("</article>")[0]


def ours(folder: Path, start: str = Site.start) -> Site:
    """A site of this project."""
    return Site(
        name="ours",
        folder=folder,
        opens="[data-search-open]",
        box="[data-search] input[name=q]",
        event="input",
        hears_early=True,
        card="[data-search-results] > [data-key^=t]",
        page="[data-search-results] > [data-key^=p]",
        in_page='<form class="search-way".*?</dialog>',
        start=start,
    )


def stock(folder: Path) -> Site:
    """A site of plain Material, whose box stands on the page; terms are pages like all others."""
    item = ".md-search-result__item"
    return Site(
        name="stock",
        folder=folder,
        opens=None,
        box="[data-md-component=search-query]",
        event="keyup",
        hears_early=False,
        card=item,
        page=item,
        in_page='<div class="md-search" .*?</ol>',
    )


@functools.cache
def _prose_words() -> list[str]:
    """Made-up words, the commonest first; none is the name of a term."""
    words = (name.lower() for name in names(3 * _WORDS)[1_000:] if " " not in name)
    return list(words)[:_WORDS]


@functools.cache
def _prose() -> list[str]:
    """Words as often as in real texts: the second half as often as the first, the third a third as often, and so on."""
    ranked = enumerate(_prose_words(), start=1)
    return [word for rank, word in ranked for _ in range(ceil(_TIMES_OF_FIRST_WORD / rank))]
