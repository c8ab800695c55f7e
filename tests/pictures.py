"""Pictures of the main pages for a person to look through: python -m tests.pictures [--site SITE] [NAME …].

They are written to pictures/; README shows some of them. Faults that no check finds are found by looking: axe said
nothing while a table had been pulled apart.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser import launch, served
from tests.projects import ROOT, build_site

OUT = ROOT / "pictures"
PAGES = {
    "start": "",
    "at-a-glance": "at-a-glance/",
    "why-we-coach": "why-we-coach/",
    "chapter": "manual/cycle/agree/",
    "chapters": "manual/",
    "form": "forms/goal-sheet/",
    "conversation": "conversations/planning/",
    "a-z": "common-language/",
    "term": "common-language/terms/coaching/",
    "side-by-side": "common-language/side-by-side/",
    "growth-matrix": "growth/compare/",
    "growth-group": "growth/groups/classified-instructional/",
    "self-assessment": "growth/self-assessment/",
    "role": "roles/instructional-coach/",
    "curriculum": "training/coaching-foundations/",
    "session": "training/coaching-foundations/session-1/",
    "facilitator": "training/coaching-foundations/session-1/facilitator/",
    "print-center": "print/",
    "match": "mentoring/match/",
    "plan-calendar": "communication/calendar/",
    "audience": "communication/audiences/families/",
    "measures": "measures/",
    "measure": "measures/cleared-new-teacher-credentials/",
    "accessibility": "accessibility/",
    "es-start": "es/",
    "es-term": "es/common-language/terms/coaching/",
    "es-form": "es/forms/mentor-first-meeting/",
    "es-families": "es/mentoring/families/",
    "not-found": "404.html",
}
SHORT = frozenset({"start", "term", "side-by-side", "a-z"})
"""Pages whose pictures stand side by side in README: what a window shows, and not more."""


@dataclass(frozen=True)
class View:
    """One way to look at a page."""

    name: str
    width: int
    height: int
    tall: int
    """How much of a page is taken where the picture need not be short."""
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


VIEWS = (
    View("desktop-light", 1280, 860, 2000),
    View("desktop-dark", 1280, 860, 2000, scheme="dark"),
    View("phone-light", 390, 780, 2000),
    View("phone-dark", 390, 780, 2000, scheme="dark"),
    View("paper", 718, 1000, 2000, media="print"),
)


def main() -> None:
    """Take every picture, or those of the pages that are named."""
    parser = argparse.ArgumentParser(prog="make pictures", description="Take pictures of the main pages.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one or more of: {', '.join(PAGES)}")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--out", type=Path, default=OUT, help="the folder for the pictures")
    options = parser.parse_args()
    if unknown := [name for name in options.names if name not in PAGES]:
        parser.error(f"there is no page with the name {', '.join(unknown)}")
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = options.site or build_site(Path(name) / "site")
        browser = launch(playwright)
        with served(site) as root:
            for view in VIEWS:
                for file, picture in _taken(browser, root, view, options.names or list(PAGES)):
                    (options.out / file).write_bytes(picture)
        browser.close()


def _taken(browser: Browser, root: str, view: View, names: list[str]) -> Iterator[tuple[str, bytes]]:
    """The name of a file and the picture, page after page in one window."""
    context = browser.new_context(color_scheme=view.scheme, service_workers="block")
    page = context.new_page()
    page.emulate_media(media=view.media)
    for name in names:
        page.set_viewport_size({"width": view.width, "height": view.height if name in SHORT else view.tall})
        answer = page.goto(root + PAGES[name])
        if not answer or not answer.ok:
            raise SystemExit(f"The page {PAGES[name]} of the picture “{name}” is not there any more.")
        page.evaluate("document.fonts.ready")
        yield f"{name}-{view.name}.png", page.screenshot()
    context.close()


if __name__ == "__main__":
    main()
