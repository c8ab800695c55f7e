"""How soon a reader sees an answer, in a real browser on a slow line and a slow processor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from bench.search.line import Line, behind_line, packed
from bench.search.sites import Site
from bench.search.slow import pages_of, slowed

_RACE = (Path(__file__).parent / "race.js").read_text(encoding="utf-8")
_SCREEN = ViewportSize(width=390, height=844)
_PATIENCE = 300_000  # milliseconds, behind the slow line
_LITTLE_PATIENCE = 15_000  # without it


@dataclass(frozen=True)
class Answered:
    """When the first answer stood on the page, from the start of its loading, and what search had loaded by then."""

    milliseconds: float
    bytes: int


def first_card(browser: Browser, site: Site, words: str) -> Answered:
    """A term, looked for as soon as the page allows, on a phone.

    That is 1.6 Mbit/s, 150 ms for each request and a quarter of this processor.
    """
    line = Line(bits_in_second=1.6e6, seconds_late=0.15)
    with behind_line(site.folder, line) as root, _phone(browser, site, site.card, words) as page:
        page.goto(f"{root}nothing-here")  # the process that will show the page
        processes = pages_of(browser)
        with slowed(processes):
            return _answer(page, site, root)


def answer(browser: Browser, site: Site, words: str, shown: str) -> Answered:
    """Words looked for without hindrance: how much is loaded until something is shown."""
    line = Line(bits_in_second=1e9, seconds_late=0)
    with behind_line(site.folder, line) as root, _phone(browser, site, shown, words) as page:
        return _answer(page, site, root)


def bytes_without_search(browser: Browser, site: Site) -> int:
    """What search loads on a page where nobody searches, without what stands in the page itself."""
    line = Line(bits_in_second=1e9, seconds_late=0)
    with behind_line(site.folder, line) as root, _phone(browser, site, site.card, "") as page:
        page.goto(f"{root}{site.start}", wait_until="networkidle")
        return _size(site, page.evaluate("loadedForSearch()"))


def works_under_policy(browser: Browser, site: Site, words: str, policy: str) -> bool:
    """Whether a term is found when the pages are sent with a content security policy."""
    line = Line(bits_in_second=1e9, seconds_late=0)
    with (
        behind_line(site.folder, line, policy) as root,
        _phone(browser, site, site.card, words, _LITTLE_PATIENCE) as page,
    ):
        return _is_answered(page, f"{root}{site.start}")


def works_from_disk(browser: Browser, site: Site, words: str) -> bool:
    """Whether a term is found when a page is opened without a server."""
    with _phone(browser, site, site.card, words, _LITTLE_PATIENCE) as page:
        return _is_answered(page, (site.folder / site.start / "index.html").as_uri())


@contextmanager
def _phone(browser: Browser, site: Site, shown: str, words: str, patience: int = _PATIENCE) -> Iterator[Page]:
    """A page that has loaded nothing yet, with the runner of race.js in it."""
    told = {
        "opens": site.opens,
        "box": site.box,
        "event": site.event,
        "hearsEarly": site.hears_early,
        "shown": shown,
        "words": words,
        "patience": patience,
    }
    with browser.new_context(viewport=_SCREEN) as context:
        context.add_init_script(f"({_RACE.strip()})({json.dumps(told)})")
        yield context.new_page()


def _answer(page: Page, site: Site, root: str) -> Answered:
    page.goto(f"{root}{site.start}", wait_until="commit")
    answer = page.evaluate("answer")
    if answer is None:
        raise SystemExit(f"{site.name} gave no answer")
    return Answered(answer["milliseconds"], _size(site, answer["loaded"]))


def _is_answered(page: Page, address: str) -> bool:
    page.goto(address, wait_until="commit")
    return page.evaluate("answer") is not None


def _size(site: Site, paths: list[str]) -> int:
    return sum(len(packed(site.folder / path.lstrip("/"))) for path in paths)
