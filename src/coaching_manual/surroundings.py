"""What stands around the text of a page: draft mark, way back, words on the page, owner, where to write to.

Plain data for the theme, the same for every site builder.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from coaching_manual.addresses import relative_address, term_page
from coaching_manual.manual import Manual
from coaching_manual.pages import About, WrittenPage
from coaching_manual.render import Inline
from coaching_manual.views import in_words, page_feedback

_OPEN_DECISIONS = "open-decisions.md"


@dataclass(frozen=True)
class Word:
    """A term that a page links, for the list at its end."""

    id: str
    term: str
    definition: Markup
    address: str


@dataclass(frozen=True)
class Step:
    """A step on the way from the first page to this one; the address is None where there is no page."""

    title: str
    address: str | None


@dataclass(frozen=True)
class Spot:
    """Where a page stands on the site.

    ``address`` is its own below the site's root; ``above`` are the sections that it is part of, from the top, each
    with its title and the path below docs/ of the page that introduces it (None if there is none).
    """

    address: str
    above: Sequence[tuple[str, str | None]] = ()
    edit_url: str | None = None


@dataclass(frozen=True)
class Around:
    """Everything that the theme shows around a text. Addresses are relative to the page."""

    draft: bool
    updated: datetime.date | None
    updated_words: str
    reviewed_words: str
    owner: str | None
    audience: str
    is_term: bool
    trail: Sequence[Step]
    within: str | None  # the page in whose place the navigation opens
    changed: datetime.date | None
    feedback: str | None
    origin: str
    edit_url: str | None
    words: Sequence[Word]
    open_decisions: str
    card: str | None = None
    problems: Mapping[str, str] | None = None
    keep_navigation: Callable[[Callable[[], str]], str] | None = None


class Surroundings:
    """Tells what stands around each page of a manual."""

    def __init__(self, manual: Manual, *, directory_urls: bool) -> None:
        self._manual = manual
        self._directory_urls = directory_urls
        self._inline = Inline()

    def of(self, page: WrittenPage, spot: Spot, words: Sequence[str]) -> Around:
        """What stands around a page; ``words`` are the ids of the terms that it links."""
        about = page.about or About()
        updated, reviewed = about.updated, about.reviewed
        views = self._manual.views
        return Around(
            draft=about.status == "draft",
            updated=updated,
            updated_words=in_words(updated) if updated else "",
            reviewed_words=in_words(reviewed) if reviewed else "",
            owner=about.owner,
            audience="" if page.term else ", ".join(views.audience_titles(about.audience)),  # a term shows it itself
            is_term=page.term is not None,
            trail=self._trail(page, spot),
            within=page.within,
            changed=max(filter(None, (updated, reviewed)), default=None),
            feedback=page_feedback(views.district, page.title, page.src),
            origin=f"{page.origin}, line {page.origin_line}" if page.term else page.origin,
            edit_url=spot.edit_url,
            words=self._words(words, spot),
            open_decisions=self._address(_OPEN_DECISIONS, spot),
        )

    def _trail(self, page: WrittenPage, spot: Spot) -> list[Step]:
        """The way from the first page: the sections above a page, or the list that a record stands in."""
        listed = self._listing(page.within, spot) if page.within else []
        above = page.above if page.within else [(title, start) for title, start in spot.above if start != page.src]
        return [*listed, *(Step(title, self._address(src, spot) if src else None) for title, src in above)]

    def _listing(self, src: str, spot: Spot) -> list[Step]:
        """The step to a page that lists others, if the manual has it."""
        title = next((page.title for page in self._manual.pages if page.src == src), None)
        return [Step(title, self._address(src, spot))] if title else []

    def _words(self, term_ids: Sequence[str], spot: Spot) -> list[Word]:
        terms = self._manual.index.terms
        words = [
            Word(
                term_id,
                terms[term_id].record.term,
                self._inline(terms[term_id].record.definition),
                self._address(term_page(term_id), spot),
            )
            for term_id in term_ids
        ]
        return sorted(words, key=lambda word: word.term.lower())

    def _address(self, src: str, spot: Spot) -> str:
        return relative_address(src, spot.address, directory_urls=self._directory_urls)
