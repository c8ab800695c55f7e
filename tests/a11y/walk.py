"""A walk through the page with the Tab key: what people without a mouse meet, and can they see where they are?"""

from __future__ import annotations

from collections.abc import Iterator

from tests.a11y.browsing import Opened
from tests.a11y.findings import Found

_TAB = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
_STEPS_AT_ONCE = 10  # keys that are pressed before we ask whether the walk has come round


def focus(opened: Opened) -> Iterator[Found]:
    """Every stop takes the focus, in the window, on top and with a ring: each is asked to, without a key."""
    yield from (Found(*fault) for fault in opened.page.evaluate("a11y.walk.visited()"))


def walk(opened: Opened) -> Iterator[Found]:
    """Every stop is in the window, on top, and has a ring; the walk comes round and leaves nothing out."""
    page = opened.page
    keys = page.context.new_cdp_session(page)
    stops = page.evaluate("a11y.walk.start()")
    # a stop may open a box with stops of its own
    for _ in range(2 * stops // _STEPS_AT_ONCE + 3):
        for _ in range(_STEPS_AT_ONCE):
            keys.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **_TAB})  # held down, the key repeats itself
        keys.send("Input.dispatchKeyEvent", {"type": "keyUp", **_TAB})
        if page.evaluate("a11y.walk.done()"):
            break
    keys.detach()
    yield from (Found(*fault) for fault in page.evaluate("a11y.walk.end()")["faults"])
