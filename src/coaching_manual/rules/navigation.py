"""Pages can be found, and told apart."""

from __future__ import annotations

from coaching_manual.pages import WrittenPage
from coaching_manual.problems import Place, Problems, did_you_mean
from coaching_manual.rules.site_view import SiteView


def check_navigation(site: SiteView, problems: Problems) -> None:
    """Every page written by hand is in the navigation, and the navigation names only pages that exist."""
    nav = site.project.nav
    if nav is None:
        return
    there = {page.src for page in site.pages}
    named = {item.src for item in nav}
    meant = set()
    for item in nav:
        if item.src in there or site.may_be_there(item.src):
            continue
        near = [src for src in there - named if did_you_mean(item.src, [src])]
        meant.update(near)
        problems.add(
            "NAV-MISSING",
            f'The navigation names "{item.src}", and there is no such page.'
            if item.src
            else "This line of the navigation names no page.",
            item.place,
            hint=did_you_mean(item.src, near) or "Write the page, or take the line out.",
        )
    for written, page in site.handwritten:
        if written.src not in named | meant and not site.project.unlisted.match_file(written.src):
            problems.add(
                "PAGE-NAV",
                "No reader can find this page: it is not in the navigation.",
                Place(page.file),
                hint=f"Add  - {written.src}  under nav: in mkdocs.yml.",
            )


def check_titles(site: SiteView, problems: Problems) -> None:
    """Every page has a title that no other page has."""
    seen: dict[tuple[str, str], WrittenPage] = {}
    for page in sorted(site.pages, key=lambda page: page.source is not None):
        place = Place(page.origin, page.origin_line)
        if not page.title:
            if page.source and page.source.settings_lost:
                continue
            problems.add(
                "PAGE-TITLE",
                "This page has no title.",
                place,
                hint="Begin it with a heading: # Title.",
            )
            continue
        other = seen.setdefault((page.language, page.title.lower()), page)
        if other is not page and (other.source or page.source):  # two entries: see LABEL-DUPLICATE
            problems.add(
                "PAGE-TITLE",
                f'Another page has the same title, "{page.title}".',
                place,
                hint="Titles must differ, or readers cannot tell browser tabs and search results apart.",
                related=[(Place(other.origin, other.origin_line), "the other page")],
            )


def check_audiences(site: SiteView, problems: Problems) -> None:
    """The readers that a page names exist."""
    known = site.index.tables["audience"]
    for _written, page in site.handwritten:
        for number, wanted in enumerate(page.settings.audience):
            lost = wanted not in known and not site.index.framework.may_hold("audience", wanted)
            if lost and page.front_matter is not None:
                problems.add(
                    "AUDIENCE-UNKNOWN",
                    f'There is no audience with the id "{wanted}".',
                    page.front_matter.place(("audience", number)),
                    hint=did_you_mean(wanted, known) or "The audiences stand in framework/audiences.yml.",
                )
