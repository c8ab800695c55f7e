"""The states that a page can be brought into, each looked at by axe: faults hide in what is closed at first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as WaitedInVainError

from tests.a11y import frame
from tests.a11y.browsing import Opened
from tests.a11y.engines import axe, contrast
from tests.a11y.findings import Found
from tests.a11y.layout import fits

_SOON = 5_000  # milliseconds for something to appear
State = Callable[[Page], bool]


def states(opened: Opened) -> Iterator[Found]:
    """What axe finds once everything is open, chosen and half filled, and what no longer fits, and did not before."""
    reached = [_name(state) for state in IN_PLACE if state(opened.page)]
    if reached:
        yield from (_in(" ".join(reached), one) for one in _new(opened))


def boxes(opened: Opened) -> Iterator[Found]:
    """What axe finds once something lies over the page, and boxes that cannot be opened."""
    for state in ON_TOP:
        opened.load()
        try:
            reached = state(opened.page)
        except WaitedInVainError:
            yield Found("state-not-reached", "", f"{_name(state)} It did not come about.")
            continue
        if reached:
            yield from (_in(_name(state), one) for one in _new(opened))


def _seen(opened: Opened) -> list[Found]:
    return [*axe(opened), *contrast(opened), *fits(opened)]


def _new(opened: Opened) -> list[Found]:
    """What is seen now and not at rest. The page is loaded again to tell, which is hardly ever needed."""
    found = _seen(opened)
    if not found:
        return []
    opened.load()
    at_rest = frozenset(_seen(opened))
    return [one for one in found if one not in at_rest]


def _in(state: str, found: Found) -> Found:
    return found._replace(message=f"{state} {found.message}")


def _name(state: State) -> str:
    return state.__doc__ or ""


def details_open(page: Page) -> bool:
    """All details open."""
    closed = page.locator(f"{frame.MAIN} details:not([open])")
    closed.evaluate_all("all => all.forEach((one) => { one.open = true; })")
    return page.locator(f"{frame.MAIN} details").count() > 0


def menu_open(page: Page) -> bool:
    """The phone menu open."""
    button = page.locator(frame.MENU_BUTTON).first
    if not button.is_visible() or page.locator(frame.MENU).is_visible():
        return False
    button.click(timeout=_SOON)
    page.locator(frame.MENU).wait_for(timeout=_SOON)
    return True


def search_open(page: Page) -> bool:
    """Search open with results."""
    page.locator("body").press("/")
    page.locator(frame.SEARCH_FIELD).first.wait_for(timeout=_SOON)
    language = page.locator("html").get_attribute("lang") or "en"
    page.locator(frame.SEARCH_FIELD).first.press_sequentially(frame.SEARCH_WORDS.get(language, "coaching"))
    page.locator(frame.SEARCH_RESULT).first.wait_for(timeout=_SOON)
    return True


def term_box_open(page: Page) -> bool:
    """The box of a term open."""
    term = page.locator(frame.TERM).first
    if not page.locator(frame.TERM).count():
        return False
    term.focus()
    page.locator(frame.TERM_BOX).wait_for(timeout=_SOON)
    return True


def form_half_filled(page: Page) -> bool:
    """A form half filled."""
    texts = page.locator(f"{frame.MAIN} form :is(textarea, input:not([type]), input[type=text]):visible")
    boxes = page.locator(f"{frame.MAIN} form :is(input[type=checkbox], input[type=radio]):visible")
    for text in texts.all()[::2]:
        text.fill("May 4")
    for box in boxes.all()[::2]:
        box.check()
    return texts.count() + boxes.count() > 0


def second_tab_chosen(page: Page) -> bool:
    """The second tab chosen."""
    tabs = page.locator("[role=tab]:visible")
    if tabs.count() > 1:
        tabs.nth(1).click(timeout=_SOON)
        return True
    return False


IN_PLACE: tuple[State, ...] = (details_open, second_tab_chosen, form_half_filled)
"""They do not get in each other's way."""
ON_TOP: tuple[State, ...] = (menu_open, search_open, term_box_open)
"""Each lies over the page, and needs it afresh."""
