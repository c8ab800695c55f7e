"""The page without scripts, and on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from playwright.sync_api import TimeoutError as WaitedInVainError
from pypdf import PdfReader

from tests.a11y import frame
from tests.a11y.browsing import Opened
from tests.a11y.findings import Found

_SOON = 5_000  # milliseconds for the menu to appear
# A button of a form, or one that the browser itself gives something to do, works without scripts.
_DEAD_BUTTONS = """() => [...document.querySelectorAll("button, [role=button]")]
  .filter((one) => a11y.shown(one) && !one.popoverTargetElement && !one.command && !one.form)
  .map((one) => a11y.fault("dead-button", one, `“${a11y.words(one)}” does nothing without scripts.`))"""
_LOST_TEXT = """(selector) => {
  const main = document.querySelector(selector);
  return main && main.innerText.trim() ? [] : [a11y.fault("no-text", main, "Without scripts the page has no text.")];
}"""
_LONG_TABLES = """(height) => [...document.querySelectorAll("table")]
  .filter((table) => table.tHead && table.getBoundingClientRect().height > height)
  .map((table) => [a11y.named(table), table.tHead.innerText])"""
_LEFT_OUT = """() => a11y.layout.look().map(([rule, selector, message]) => [rule, selector, `On paper: ${message}`])"""


def without_scripts(opened: Opened) -> Iterator[Found]:
    """Without scripts the text is there, the menu opens, and no button is dead."""
    page = opened.page
    yield from (Found(*fault) for fault in page.evaluate(_LOST_TEXT, frame.MAIN))
    yield from (Found(*fault) for fault in page.evaluate(_DEAD_BUTTONS))
    menu = page.locator(frame.MENU)
    try:
        if not menu.is_visible():
            page.locator(frame.MENU_BUTTON).first.click(timeout=_SOON)
        menu.wait_for(timeout=_SOON)
    except WaitedInVainError:
        yield Found("no-menu", frame.MENU, "The menu cannot be opened without scripts.")


def paper(opened: Opened) -> Iterator[Found]:
    """On paper nothing is cut, no page is empty, and a table repeats its headers on each sheet."""
    page = opened.page
    page.emulate_media(media="print")
    yield from (Found(*fault) for fault in page.evaluate(_LEFT_OUT))
    long_tables = page.evaluate(_LONG_TABLES, opened.screen.height)
    sheets = [_squeezed(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages]
    page.emulate_media(media="screen")
    for number, sheet in enumerate(sheets, start=1):
        if not sheet:
            yield Found("empty-sheet", "", f"Sheet {number} of {len(sheets)} is empty.")
    for selector, headers in long_tables:
        if sum(_squeezed(headers) in sheet for sheet in sheets) < 2:
            yield Found(
                "headers-once", selector, f"A long table shows its headers only once: {' '.join(headers.split())}"
            )


def _squeezed(text: str) -> str:
    """A text without any spaces: paper breaks lines where the screen does not."""
    return re.sub(r"\s+", "", text)
