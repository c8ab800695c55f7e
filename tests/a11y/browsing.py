"""Opening pages of a site in one browser, on any screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.a11y import tools
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
    requests: list[Request] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)
    """Addresses that could not be fetched, with the reason."""
    complaints: list[str] = field(default_factory=list)
    """Errors of the console and of scripts."""

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Note what the browser says from here on."""
        hearers: dict[str, Callable[[Any], None]] = {
            "request": self._note_request,
            "requestfailed": lambda request: self._note_failure(request, request.failure or "failed"),
            "response": lambda answer: self._note_answer(answer.request, answer.status),
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
        """Go to the page. Our way of looking comes along by itself, but not where scripts may not run."""
        self.page.goto(self.root + self.address)
        if not self.screen.scripts:
            self.page.evaluate(f"{_LOOK}; 0")

    def turn_to(self, screen: Screen) -> None:
        """Show the loaded page in another window size and palette."""
        if screen != self.screen:
            self.page.emulate_media(
                color_scheme=screen.scheme, forced_colors="active" if screen.forced_colors else "none"
            )
            self.page.set_viewport_size({"width": screen.width, "height": screen.height})
            self.screen = screen

    def _note_request(self, request: Request) -> None:
        self.requests.append(request)

    def _note_answer(self, request: Request, status: int) -> None:
        if status >= 400:
            self._note_failure(request, f"answer {status}")

    def _note_failure(self, request: Request, reason: str) -> None:
        # what the page before asked for, and was left before it came, is none of this page's
        if request in self.requests:
            self.failures.append((request.url, reason))

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
        """A page of the site. Its window serves the next page, but not after a fault."""
        window = self._windows.pop(screen, None) or self._window(screen)
        opened = Opened(window, self.site, self.root, address, screen)
        with opened.listening():
            opened.load()
            yield opened
            opened.turn_to(screen)
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
        for script in (_LISTEN, _LOOK, tools.axe_script()):
            context.add_init_script(script)
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
    """Serve a site as its host would, headers included; gives the address of its root.

    The browser keeps scripts and styles, which are the same for every page, as it does for a reader.
    """

    def headers(path: str) -> Mapping[str, str]:
        kept = {"Cache-Control": "max-age=3600"} if path.startswith("/assets/") else {}
        return {**kept, **site.headers(path)}

    with served(site.folder, headers=headers) as root:
        yield root
