"""The parts of the page frame that checks take hold of, and whether every page has them.

All selectors stand here: when the theme changes, this is the one place to follow.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.a11y.findings import Found
from tests.site.built import BuiltPage, value

SKIP_LINK = "a.skip-link"
MAIN = "main#main"
MENU = "#site-menu"
MENU_BUTTON = "header [popovertarget='site-menu'], header [aria-controls='site-menu']"
PALETTE = "header.site-header button[aria-pressed]"
SEARCH_BOX = "dialog[open]"
SEARCH_FIELD = f"{SEARCH_BOX} input"
SEARCH_RESULT = f"{SEARCH_BOX} li a[href]"
SEARCH_WORDS = {"en": "coaching", "es": "mentor"}
TERM = f"{MAIN} a.term"
TERM_BOX = "#term-box"

_ONCE = {
    SKIP_LINK: "a link that skips to the text",
    f"{MAIN}[tabindex='-1']": "a main part that can take the focus",
    "header.site-header": "a header",
    "footer.site-footer": "a footer",
    MENU: "a menu",
    PALETTE: "a button for dark and light",
}


def frame(page: BuiltPage) -> Iterator[Found]:
    """Every page has the parts of the frame once, and the skip link comes first."""
    for selector, what in _ONCE.items():
        count = len(page.soup.select(selector))
        if count != 1:
            yield Found("frame-part", selector, f"The page must have {what} once; it has {count}.")
    first = page.soup.select_one("body a[href], body button")
    if first is not None and (first.name != "a" or value(first, "href") != "#main"):
        yield Found("skip-link-first", first.name, "What the keyboard reaches first must be a link to #main.")
