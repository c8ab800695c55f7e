"""The search box as a test uses it: what is typed, what is shown, and files that come late or never."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Route, expect

WAIT = 15_000  # milliseconds, on a busy machine


@dataclass(frozen=True)
class SearchBox:
    """The box of a page."""

    page: Page

    @property
    def dialog(self) -> Locator:
        return self.page.locator("dialog[data-search]")

    @property
    def field(self) -> Locator:
        return self.dialog.get_by_role("searchbox")

    @property
    def entries(self) -> Locator:
        """What is shown, best first."""
        return self.dialog.locator("[data-search-results] > li")

    @property
    def first(self) -> Locator:
        return self.entries.first

    @property
    def titles(self) -> Locator:
        return self.entries.locator(".hit__title")

    @property
    def status(self) -> Locator:
        """What a screen reader says without being asked."""
        return self.dialog.get_by_role("status")

    def ask(self, query: str) -> None:
        """Open the box if need be, and type."""
        if not self.dialog.is_visible():
            self.page.keyboard.press("/")
        self.field.fill(query)

    def entry(self, title: str) -> Locator:
        """The entry with a title."""
        return self.entries.filter(has=self.page.get_by_role("heading", name=title, exact=True))

    def set_ask_address(self, address: str) -> None:
        """Give the site an address where words can be asked for."""
        self.dialog.evaluate("(dialog, address) => { dialog.dataset.ask = address; }", address)


@dataclass
class Late:
    """Requests that wait until they are let through."""

    waiting: list[Route] = field(default_factory=list)
    is_open: bool = False

    def take(self, route: Route) -> None:
        if self.is_open:
            route.continue_()
        else:
            self.waiting.append(route)

    def let_through(self) -> None:
        """Answer what has waited, and from now on everything at once."""
        self.is_open = True
        for route in self.waiting:
            route.continue_()


def hold(page: Page, pattern: str) -> Late:
    """Let every request for a file of the search wait."""
    late = Late()
    page.route(f"**/search/{pattern}", late.take)
    return late


@contextmanager
def visited(browser: Browser, address: str, **options: Any) -> Iterator[SearchBox]:
    """Open a page in a context of its own; its box is closed, and nothing is kept on the device."""
    expect.set_options(timeout=WAIT)
    with browser.new_context(service_workers="block", **options) as context:
        context.set_default_timeout(WAIT)
        page = context.new_page()
        page.goto(address)
        yield SearchBox(page)
