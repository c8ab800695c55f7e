"""Opening pages of a site in one browser, on any screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.a11y.screens import Screen
from tests.a11y.sites import Site
from tests.browser import launch, served

_IN_PAGE = Path(__file__).parent / "in_page"
_LISTEN = (_IN_PAGE / "listen.js").read_text(encoding="utf-8")
_LOOK = "\n".join(
    (_IN_PAGE / f"{name}.js").read_text(encoding="utf-8") for name in ("look", "walk", "layout", "controls")
)
# Whatever is not this machine cannot be found: a closed network answers alike everywhere, and nobody is asked.
_ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
_PATIENCE = 15_000  # milliseconds


@dataclass
class Opened:
    """A page of the site in a window, and what the browser has said about it so far."""

    page: Page
    site: Site
    root: str
    """Where the site is served, with a slash at the end."""
    address: str
    """The page's address below the root."""
    screen: Screen
    requests: list[str] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)
    """Addresses that could not be fetched, with the reason."""
    complaints: list[str] = field(default_factory=list)
    """Errors of the console and of scripts."""

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Note what the browser says from here on."""
        hearers: dict[str, Callable[[Any], None]] = {
            "request": lambda request: self.requests.append(request.url),
            "requestfailed": lambda request: self.failures.append((request.url, request.failure or "failed")),
            "response": lambda answer: self._note_answer(answer.url, answer.status),
            "console": self._note_message,
            "pageerror": lambda error: self.complaints.append(str(error)),
        }
        for event, hearer in hearers.items():
            self.page.on(event, hearer)  # type: ignore[call-overload]  # one overload for each event's name
        try:
            yield
        finally:
            for event, hearer in hearers.items():
                self.page.remove_listener(event, hearer)

    def load(self) -> None:
        """Go to the page, and make our way of looking known in it."""
        self.page.goto(self.root + self.address)
        self.page.evaluate(f"{_LOOK}; 0")

    def turn_to(self, screen: Screen) -> None:
        """Show the loaded page in another window size and palette."""
        if screen != self.screen:
            self.page.emulate_media(color_scheme=screen.scheme)
            self.page.set_viewport_size({"width": screen.width, "height": screen.height})
            self.screen = screen

    def _note_answer(self, url: str, status: int) -> None:
        if status >= 400:
            self.failures.append((url, f"answer {status}"))

    def _note_message(self, message: ConsoleMessage) -> None:
        # a refusal by the site's own policy is told once, by the check for it
        if message.type == "error" and "Content Security Policy" not in message.text:
            self.complaints.append(message.text)


class Browsing:
    """One browser that opens pages of one site, in one window for each screen: a new window costs more than a page."""

    def __init__(self, browser: Browser, site: Site, root: str) -> None:
        self._browser = browser
        self._windows: dict[Screen, Page] = {}
        self.site = site
        self.root = root

    @contextmanager
    def open(self, address: str, screen: Screen) -> Iterator[Opened]:
        """A page of the site; it is left at the end, and after a fault its window too."""
        window = self._windows.pop(screen, None) or self._window(screen)
        opened = Opened(window, self.site, self.root, address, screen)
        with opened.listening():
            opened.load()
            yield opened
            opened.turn_to(screen)
            window.goto("about:blank")  # whatever is still under way belongs to this page
        self._windows[screen] = window

    def _window(self, screen: Screen) -> Page:
        context = self._browser.new_context(
            viewport={"width": screen.width, "height": screen.height},
            color_scheme=screen.scheme,
            forced_colors="active" if screen.forced_colors else "none",
            java_script_enabled=screen.scripts,
            reduced_motion="reduce",
            service_workers="block",
        )
        context.set_default_timeout(_PATIENCE)
        context.add_init_script(_LISTEN)
        return context.new_page()


@contextmanager
def browsing(site: Site, root: str) -> Iterator[Browsing]:
    """Start a browser for a site that is served at ``root``."""
    with sync_playwright() as playwright:
        browser = launch(playwright, _ALONE)
        try:
            yield Browsing(browser, site, root)
        finally:
            browser.close()


@contextmanager
def hosted(site: Site) -> Iterator[str]:
    """Serve a site as its host would, headers included; gives the address of its root."""
    with served(site.folder, headers=site.headers) as root:
        yield root
