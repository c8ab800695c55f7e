"""The real site, built once for all tests of this folder, and one browser to look at it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import launch, served
from tests.site.built import BuiltPage, read_site

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def site(shared_site: Path) -> Path:
    """The folder of the built site."""
    return shared_site


@pytest.fixture(scope="session")
def pages(site: Path) -> Mapping[str, BuiltPage]:
    """Every page of the built site by its address below the root: "" is the first page."""
    return read_site(site)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served, with a slash at the end."""
    with served(site) as root:
        yield root


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser; each test opens a context of its own in it."""
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens a page of the site in a context of its own; what is given goes to the context."""
    contexts: list[BrowserContext] = []

    def open_page(path: str, **options: Any) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    expect.set_options(timeout=15_000)
    yield open_page
    for context in contexts:
        context.close()
