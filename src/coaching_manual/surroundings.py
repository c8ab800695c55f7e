"""What stands around the text of a page: draft mark, way back, words on the page, owner, where to write to.

Plain data for the theme, the same for every site builder.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from coaching_manual.addresses import in_language_of, page_address, relative_address, term_page
from coaching_manual.bilingual import changed_since, is_older
from coaching_manual.index import alphabetical
from coaching_manual.languages import ENGLISH, NAMES, SPANISH, Language, in_language, in_words, twin_of
from coaching_manual.manual import Manual
from coaching_manual.model import Term
from coaching_manual.pages import About, WrittenPage
from coaching_manual.print.page_numbers import SheetPlace
from coaching_manual.print.shelf import Offer, ShelfGroup
from coaching_manual.reading_time import minutes_to_read
from coaching_manual.render import Inline
from coaching_manual.views import page_feedback

_OPEN_DECISIONS = "open-decisions.md"
_LINE = {ENGLISH: "line", SPANISH: "línea"}

PRINT_CENTER = "print.md"
"""The page that lists everything that can be printed."""


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
class Edition:
    """The same page in a language: its address from the page, and ``path``, the one below the site's root."""

    code: Language
    title: str
    address: str
    path: str


@dataclass(frozen=True)
class FootLink:
    """A page that the foot of a page leads to, and the language that its title is in."""

    title: str
    address: str
    language: Language


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
    """Everything that the theme shows around a text. Addresses are relative to the page.

    ``languages`` are those in which the page is there, if it is there in more than one. A page in Spanish is
    ``unreviewed`` until a translator has approved it, and ``behind`` when its English was changed later;
    ``english_changed`` is the day of that, if it is known.
    """

    language: Language
    languages: Sequence[Edition]
    unreviewed: bool
    behind: bool
    english_changed: str
    site_name: str
    home: str
    draft: bool
    updated: datetime.date | None
    updated_words: str
    reviewed_words: str
    owner: str | None
    owner_language: Language
    audience: str
    minutes: int | None  # to read it; None where the page does not say whom it is for
    is_term: bool
    trail: Sequence[Step]
    within: str | None  # the page in whose place the navigation opens
    changed: datetime.date | None
    feedback: str | None
    origin: str
    edit_url: str | None
    words: Sequence[Word]
    open_decisions: str
    foot: Sequence[FootLink]
    card: str | None = None
    problems: Mapping[str, str] | None = None
    offers: Sequence[Offer] = ()
    sheets: Sequence[SheetPlace] = ()
    copy_order: str | None = None  # the address at which copies of what the page shows are counted
    print_center: Sequence[ShelfGroup] = ()
    keep_navigation: Callable[[Callable[[], str]], str] | None = None


def _is_read(page: WrittenPage) -> bool:
    """Whether a page is read from its first sentence to its last, and not looked up or filled in."""
    return page.source is not None or page.kind == "conversation"


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
        views, language = self._manual.views, page.language
        titles = views.spanish.audience_titles if language == SPANISH else views.audience_titles
        return Around(
            language=language,
            languages=self._languages(page, spot),
            unreviewed=language == SPANISH and page.kind != "untranslated" and reviewed is None,
            behind=bool((english := self._english_of(page)) and is_older(page, english)),
            english_changed=self._changed_on(page),
            site_name=self._site_name(language),
            home=self._address(in_language_of(page.src, "index.md", self._manual.by_src), spot),
            draft=about.status == "draft",
            updated=updated,
            updated_words=in_words(updated, language) if updated else "",
            reviewed_words=in_words(reviewed, language) if reviewed else "",
            owner=about.owner,
            owner_language=ENGLISH if page.source is None and not about.translated else language,
            audience="" if page.term else ", ".join(titles(about.audience)),  # a term shows it itself
            minutes=minutes_to_read(page.markdown) if _is_read(page) and about.audience else None,
            is_term=page.term is not None,
            trail=self._trail(page, spot),
            within=page.within,
            changed=max(filter(None, (updated, reviewed)), default=None),
            feedback=page_feedback(views.district, page.title, page.src),
            origin=f"{page.origin}, {_LINE[language]} {page.origin_line}" if page.term else page.origin,
            edit_url=spot.edit_url,
            words=self._words(words, page, spot),
            open_decisions=self._address(_OPEN_DECISIONS, spot),
            foot=self._foot(page, spot),
        )

    def _foot(self, page: WrittenPage, spot: Spot) -> list[FootLink]:
        """The pages that the settings name for the foot; one that is not there is told by the check.

        A page in Spanish leads only to what is in Spanish: the others are for the staff.
        """
        by_src = self._manual.by_src
        named = (in_language_of(page.src, src, by_src) for src in self._manual.project.footer)
        return [
            FootLink(by_src[src].title, self._address(src, spot), by_src[src].language)
            for src in named
            if src in by_src and (page.language == ENGLISH or by_src[src].language == page.language)
        ]

    def _languages(self, page: WrittenPage, spot: Spot) -> list[Edition]:
        """The page in both languages, if it is there in both: the switch between them leads to the same page."""
        if twin_of(page.src) not in self._manual.by_src:
            return []
        return [self._edition(in_language(page.src, language), language, spot) for language in (ENGLISH, SPANISH)]

    def _edition(self, src: str, language: Language, spot: Spot) -> Edition:
        path = page_address(src, directory_urls=self._directory_urls)
        return Edition(language, NAMES[language], self._address(src, spot), path)

    def _english_of(self, page: WrittenPage) -> WrittenPage | None:
        return self._manual.by_src.get(twin_of(page.src)) if page.language == SPANISH else None

    def _changed_on(self, page: WrittenPage) -> str:
        english = self._english_of(page)
        changed = changed_since(page, english) if english else None
        return in_words(changed, page.language) if changed else ""

    def _site_name(self, language: Language) -> str:
        """What the manual is called in Spanish; empty for English, whose name stands in the settings of the site."""
        district = self._manual.views.district
        return district.es.manual if language == SPANISH and district and district.es else ""

    def _trail(self, page: WrittenPage, spot: Spot) -> list[Step]:
        """The way from the first page: the sections above a page, or the list that a record stands in."""
        listed = self._listing(page.within, spot) if page.within else []
        # the whole part in Spanish is a section of the navigation, and its start is where this way begins
        sections = spot.above[1:] if page.language == SPANISH else spot.above
        above = page.above if page.within else [(title, start) for title, start in sections if start != page.src]
        return [*listed, *(Step(title, self._address(src, spot) if src else None) for title, src in above)]

    def _listing(self, src: str, spot: Spot) -> list[Step]:
        """The step to a page that lists others, if the manual has it."""
        page = self._manual.by_src.get(src)
        return [Step(page.title, self._address(src, spot))] if page else []

    def _words(self, term_ids: Sequence[str], page: WrittenPage, spot: Spot) -> list[Word]:
        """The terms that a page links, in its language."""
        words = (self._word(self._manual.index.terms[term_id].record, page.language, spot) for term_id in term_ids)
        return sorted(words, key=lambda word: alphabetical(word.term))

    def _word(self, term: Term, language: Language, spot: Spot) -> Word:
        spanish = term.es if language == SPANISH else None
        name, definition = (spanish.term, spanish.definition) if spanish else (term.term, term.definition)
        address = self._address(in_language(term_page(term.id), language), spot)
        return Word(term.id, name, self._inline(definition or term.definition), address)

    def _address(self, src: str, spot: Spot) -> str:
        return relative_address(src, spot.address, directory_urls=self._directory_urls)
