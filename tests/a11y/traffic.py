"""What a page asks for, what that weighs, and what the browser complains about."""

from __future__ import annotations

from collections.abc import Iterator

from tests.a11y.browsing import Opened
from tests.a11y.findings import Found

SCRIPT_AND_STYLE = 60  # kilobytes of 1,000 bytes, compressed
WHOLE_PAGE = 100  # with fonts and pictures
_OWN = ("data:", "blob:", "about:")


def requests(opened: Opened) -> Iterator[Found]:
    """Nobody but the site itself is asked, and it has an answer."""
    for url in (request.url for request in opened.requests):
        if not url.startswith((opened.root, *_OWN)):
            yield Found("third-party", "", f"The page asks another server for {url}")
    for url, reason in opened.failures:
        if url.startswith(opened.root):
            yield Found("not-found", "", f"{url.removeprefix(opened.root)}: {reason}")


def console(opened: Opened) -> Iterator[Found]:
    """No script fails, and the browser reports no error."""
    yield from (Found("console-error", "", complaint) for complaint in opened.complaints)


def policy(opened: Opened) -> Iterator[Found]:
    """The page needs nothing that the content security policy forbids."""
    for directive, element, what in opened.page.evaluate("window.refusedByPolicy"):
        yield Found(directive, element, f"The policy refused: {what}")


def weight(opened: Opened) -> Iterator[Found]:
    """A page stays light on a phone between two classrooms."""
    used: list[tuple[str, str]] = opened.page.evaluate(
        "performance.getEntriesByType('resource').map(({ name }) => [name, new URL(name).pathname])"
    )
    sizes = {path: opened.site.size(path) for url, path in used if url.startswith(opened.root)}
    code = sum(size for path, size in sizes.items() if path.endswith((".js", ".css"))) / 1000
    whole = sum(sizes.values()) / 1000 + opened.site.size(opened.address) / 1000
    if code > SCRIPT_AND_STYLE:
        yield Found("script-and-style", "", f"{code:.0f} KB compressed; at most {SCRIPT_AND_STYLE} KB.")
    if whole > WHOLE_PAGE:
        yield Found("whole-page", "", f"{whole:.0f} KB compressed; at most {WHOLE_PAGE} KB.")
