"""Which check runs where: the one table to read, and to change.

Every page is looked at light on a desktop and dark on a phone, and all checks share one load. The pages that together
show every kind of element are also loaded in every other way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.a11y import content, controls, engines, fallbacks, frame, languages, layout, markup, traffic
from tests.a11y.browsing import Opened
from tests.a11y.findings import Found
from tests.a11y.screens import (
    DARK_DESKTOP,
    DARK_PHONE,
    FORCED_COLORS,
    LIGHT_DESKTOP,
    LIGHT_PHONE,
    NO_SCRIPT,
    PAPER,
    ZOOMED,
    Screen,
)
from tests.a11y.sites import Site
from tests.a11y.states import states
from tests.a11y.walk import walk

PageCheck = Callable[[Opened], Iterable[Found]]
"""Looks at a page in the browser, and leaves it as it was."""
SiteCheck = Callable[[Site], Iterable[tuple[str, Found]]]
"""Looks at the files of a whole site; gives the address of the page with each fault."""


@dataclass(frozen=True)
class Look:
    """A screen, and the checks that look at it, by their names."""

    screen: Screen
    checks: tuple[str, ...]


Visit = tuple[Look, ...]
"""The looks that share one load of a page: for the second one the window and the palette are changed."""


PAGE_CHECKS: dict[str, PageCheck] = {
    "axe": engines.axe,
    "ibm": engines.ibm,
    "keyboard": walk,
    "reflow": layout.reflow,
    "text spacing": layout.text_spacing,
    "large text": layout.large_text,
    "field edges": controls.field_edges,
    "motion": controls.motion,
    "states": states,
    "no scripts": fallbacks.without_scripts,
    "paper": fallbacks.paper,
    "requests": traffic.requests,
    "console": traffic.console,
    "policy": traffic.policy,
    "weight": traffic.weight,
}
_TRAFFIC = ("requests", "console", "policy")  # last: they tell what happened up to then

ON_EVERY_PAGE: tuple[Visit, ...] = (
    (
        Look(
            LIGHT_DESKTOP,
            ("axe", "field edges", "motion", "large text", "text spacing", "reflow", "keyboard", "weight"),
        ),
        Look(DARK_PHONE, ("axe", "field edges", "text spacing", *_TRAFFIC)),
    ),
)
ON_EVERY_KIND: tuple[Visit, ...] = (
    (Look(LIGHT_DESKTOP, ("states",)),),
    (Look(DARK_PHONE, ("states",)),),
    (Look(LIGHT_PHONE, ("axe", "field edges", "large text", "keyboard")),),
    (Look(DARK_DESKTOP, ("axe", "ibm", "keyboard", *_TRAFFIC)),),
    (Look(ZOOMED, ("keyboard",)),),
    (Look(FORCED_COLORS, ("axe", "field edges", "keyboard")),),
    (Look(NO_SCRIPT, ("no scripts",)),),
    (Look(PAPER, ("paper",)),),
)


def _of_each_page(check: Callable[..., Iterable[Found]]) -> SiteCheck:
    def over_all(site: Site) -> Iterator[tuple[str, Found]]:
        for address, page in site.pages.items():
            for found in check(page):
                yield address, found

    return over_all


def _of_folder(check: Callable[[Path], Iterable[tuple[str, Found]]]) -> SiteCheck:
    return lambda site: check(site.folder)


SITE_CHECKS: dict[str, SiteCheck] = {
    "nu": _of_folder(markup.nu),
    "html-validate": _of_folder(markup.html_validate),
    "content": _of_each_page(content.content),
    "titles": lambda site: content.doubled_titles(site.pages),
    "languages": _of_each_page(languages.marked_languages),
    "translations": lambda site: languages.language_pairs(site.pages),
    "frame": _of_each_page(frame.frame),
}

EXPLAINED = {
    "axe": "axe-core: its rules for WCAG 2.0 to 2.2, levels A and AA, and its best practice",
    "ibm": "IBM Equal Access: its rules for WCAG 2.2, levels A and AA",
    "keyboard": "A walk with the Tab key: each stop is in the window, uncovered and ringed; nothing is left out",
    "reflow": "A window of 320 by 256 pixels, as at 400 % zoom: nothing scrolls sideways or is cut off",
    "text spacing": "Wide text spacing: nothing is cut off or runs into other text",
    "large text": "Text at 200 %: all of it grows and can be read",
    "field edges": "The edges of form fields stand out",
    "motion": "Nothing moves when less motion is asked for",
    "states": "axe-core again with details, menu, search and term box open, and with forms half filled",
    "no scripts": "Without scripts the text is there and the menu works",
    "paper": "On paper nothing is cut off and long tables repeat their headers",
    "requests": "No request leaves the site, and none fails",
    "console": "The browser reports no error",
    "policy": "The page keeps to a strict content security policy",
    "weight": "Script and style, and the whole page, stay light",
    "nu": "Nu HTML checker: valid HTML",
    "html-validate": "html-validate: recommended and accessibility rules",
    "content": "Link texts, tables, pictures, labels and headings say what they must",
    "titles": "No two pages have the same title",
    "languages": "Text in another language is marked, as far as small words tell",
    "translations": "Each page names its language, and translations point at each other",
    "frame": "Each page has the parts of the frame, skip link first",
}
