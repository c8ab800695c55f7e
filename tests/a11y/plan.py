"""Which check runs where: the one table to read, and to change.

More than a thousand pages are made from some fifty templates with other words. So there are circles (``kinds``):

- **every page** is loaded once, light on a desktop, and meets everything that can depend on its own words: axe, reflow,
  text spacing, large text, where the focus goes, requests, console, policy, weight, and all checks of its file;
- **every shape** (an element with its classes and role, inside which other) is met in two pages with real Tab keys, and
  dark on a phone, and its contrast is measured: colors, order of focus and traps come with the template and not with
  the words;
- **every kind** of element is met in one page in all other ways: a second engine, opened and half filled, zoomed,
  with forced colors, without scripts, on paper;
- **every language** has one page where menu, search and the box of a term are opened: all pages share them.

The report tells for each check how many pages it saw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tests.a11y import content, controls, engines, fallbacks, frame, languages, layout, markup, traffic
from tests.a11y.browsing import Opened
from tests.a11y.findings import Found
from tests.a11y.kinds import Circles
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
from tests.a11y.states import boxes, states
from tests.a11y.walk import focus, walk
from tests.site.built import BuiltPage

PageCheck = Callable[[Opened], Iterable[Found]]
"""Looks at a page in the browser, and leaves it as it was."""
FileCheck = Callable[[BuiltPage], Iterable[Found]]
"""Looks at the HTML of a page."""
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
    "contrast": engines.contrast,
    "ibm": engines.ibm,
    "focus": focus,
    "keyboard": walk,
    "reflow": layout.reflow,
    "text spacing": layout.text_spacing,
    "large text": layout.large_text,
    "field edges": controls.field_edges,
    "motion": controls.motion,
    "states": states,
    "boxes": boxes,
    "no scripts": fallbacks.without_scripts,
    "paper": fallbacks.paper,
    "requests": traffic.requests,
    "console": traffic.console,
    "policy": traffic.policy,
    "weight": traffic.weight,
}
_TRAFFIC = ("requests", "console", "policy")  # last: they tell what happened up to then

ON_EVERY_PAGE = (
    Look(
        LIGHT_DESKTOP,
        ("axe", "field edges", "motion", "large text", "text spacing", "reflow", "focus", "weight", *_TRAFFIC),
    ),
)
ON_EVERY_SHAPE = (  # these looks follow in the same load
    Look(LIGHT_DESKTOP, ("contrast", "keyboard")),
    Look(DARK_PHONE, ("axe", "contrast", "field edges", "text spacing", "focus", *_TRAFFIC)),
)
ON_EVERY_KIND: tuple[Visit, ...] = (
    (
        Look(LIGHT_PHONE, ("axe", "contrast", "field edges", "large text", "focus")),
        Look(DARK_DESKTOP, ("contrast", "field edges", "focus", "ibm")),
        Look(FORCED_COLORS, ("contrast", "field edges", "focus")),
        Look(ZOOMED, ("keyboard", *_TRAFFIC)),
        Look(PAPER, ("paper",)),
    ),
    (Look(LIGHT_DESKTOP, ("states",)),),
    (Look(DARK_PHONE, ("states",)),),
    (Look(NO_SCRIPT, ("no scripts",)),),
)
IN_EVERY_LANGUAGE: tuple[Visit, ...] = (
    (Look(LIGHT_DESKTOP, ("boxes",)),),
    (Look(LIGHT_PHONE, ("boxes",)),),
    (Look(DARK_DESKTOP, ("boxes",)),),
    (Look(DARK_PHONE, ("boxes",)),),
)
EVERY_WAY: tuple[Visit, ...] = ((*ON_EVERY_PAGE, *ON_EVERY_SHAPE), *ON_EVERY_KIND, *IN_EVERY_LANGUAGE)


def visits(addresses: Iterable[str], circles: Circles) -> Iterator[tuple[str, Visit]]:
    """Every page with its looks, the pages first in which most can be wrong."""
    for address in circles.languages:
        yield from ((address, visit) for visit in IN_EVERY_LANGUAGE)
    for address in circles.kinds:
        yield from ((address, visit) for visit in ON_EVERY_KIND)
    for address in circles.shapes:
        yield address, (*ON_EVERY_PAGE, *ON_EVERY_SHAPE)
    for address in addresses:
        if address not in circles.shapes:
            yield address, ON_EVERY_PAGE


FILE_CHECKS: dict[str, FileCheck] = {
    "content": content.content,
    "languages": languages.marked_languages,
    "frame": frame.frame,
}
SITE_CHECKS: dict[str, SiteCheck] = {
    "nu": lambda site: markup.nu(site.folder),
    "html-validate": lambda site: markup.html_validate(site.folder),
    "titles": lambda site: content.doubled_titles(site.pages),
    "translations": lambda site: languages.language_pairs(site.pages),
}
CHECKS = frozenset((*PAGE_CHECKS, *FILE_CHECKS, *SITE_CHECKS))

EXPLAINED = {
    "axe": "axe-core: its rules for WCAG 2.0 to 2.2, levels A and AA, and its best practice, without contrast",
    "contrast": "axe-core: contrast of text; in drawings, measured by what is painted beneath",
    "ibm": "IBM Equal Access: its rules for WCAG 2.2, levels A and AA",
    "focus": "Whatever can be used takes the focus in the window, uncovered and with a ring",
    "keyboard": "A walk with the Tab key: it comes round, is caught nowhere, and leaves nothing out",
    "reflow": "A window of 320 by 256 pixels, as at 400 % zoom: nothing scrolls sideways or is cut off",
    "text spacing": "Wide text spacing: nothing is cut off or runs into other text",
    "large text": "Text at 200 %: all of it grows and can be read",
    "field edges": "The edges of form fields stand out",
    "motion": "Nothing moves when less motion is asked for",
    "states": "axe-core again, and whether text fits, with details open, the second tab chosen, and forms half filled",
    "boxes": "axe-core again with the phone menu, search with results, and the box of a term open",
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
