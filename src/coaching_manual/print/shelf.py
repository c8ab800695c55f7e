"""What a built site offers to print: which files, for which pages, and how many copies to order."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from coaching_manual.addresses import way_to_root
from coaching_manual.languages import ENGLISH, SPANISH, Language, in_language, language_of
from coaching_manual.manual import Manual
from coaching_manual.model import Copies
from coaching_manual.print.families import packs_of
from coaching_manual.print.packs import FILLABLE, LARGE, PLAIN, Pack, Variant
from coaching_manual.print.page_numbers import FOLDER, Places, SheetPlace, tell_pages
from coaching_manual.print.press import Job, Printed, Printer, places_of
from coaching_manual.print.words import WORDS
from coaching_manual.views.training_words import copies_in_words

Letters = Literal["large", "usual"]
_KILO, _MEGA = 1024, 1024 * 1024


@dataclass(frozen=True)
class Sheet:
    """A part of a pack that is copied by itself, such as a handout: on which pages, and how many copies are needed.

    ``session`` says when it is needed. ``address`` opens the pack at its first page; ``spanish`` is where the same
    sheet is in Spanish.
    """

    session: str
    title: str
    address: str
    numbers: str
    pages: int
    copies: Copies
    copies_words: str
    spanish: Spanish | None = None

    @property
    def paper(self) -> int:
        """Pieces of paper for one copy, printed on both sides."""
        return (self.pages + 1) // 2

    def paper_for(self, group: int) -> int:
        """Pieces of paper for a group."""
        return self.paper * self.copies.for_group(group)


@dataclass(frozen=True)
class Spanish:
    """Where a sheet is in Spanish: the pages, and the address that opens the pack there."""

    address: str
    numbers: str


@dataclass(frozen=True)
class SheetsOfSession:
    """The sheets that a session needs."""

    title: str
    sheets: tuple[Sheet, ...]

    def paper_for(self, group: int) -> int:
        """Pieces of paper for a group."""
        return sum(sheet.paper_for(group) for sheet in self.sheets)


@dataclass(frozen=True)
class Offer:
    """A PDF that can be printed; ``address`` is relative to the site's root, ``parts`` are its sheets.

    ``record`` is the id of what it is of, and ``kind`` tells its packs apart. ``letters`` say who of a group
    gets it: those who need large print, the others if there is the same in large print, or everybody.
    """

    record: str
    kind: str
    address: str
    title: str
    edition: str
    language: Language
    pages: int
    size: str
    on_paper: bool
    copies: bool
    letters: Letters | None
    one_side: bool
    parts: tuple[Sheet, ...]

    @property
    def paper(self) -> int:
        """Pieces of paper for one copy, printed on both sides; cards to cut are on one side only."""
        return self.pages if self.one_side else (self.pages + 1) // 2

    @property
    def sessions(self) -> tuple[SheetsOfSession, ...]:
        """The sheets by the session that needs them."""
        grouped = groupby(self.parts, key=lambda sheet: sheet.session)
        return tuple(SheetsOfSession(title, tuple(sheets)) for title, sheets in grouped)

    def parts_for(self, group: int) -> int:
        """Pieces of paper for a group, if the sheets are copied one by one."""
        return sum(part.paper_for(group) for part in self.parts)


@dataclass(frozen=True)
class Shelf:
    """The packs of one record, or all single sheets of a kind (``mixed``)."""

    group: str
    title: str
    mixed: bool
    offers: tuple[Offer, ...]

    @property
    def record(self) -> str:
        """The id of what it is of, or of the first of several."""
        return self.offers[0].record

    def readers(self, offer: Offer) -> Language | None:
        """Those of a group who get a pack, if the others get its twin in the other language; None: everybody.

        Who reads in Spanish needs a pack in English too, as long as some of its sheets are not in Spanish.
        """
        alike = [one for one in self.offers if one.copies and (one.record, one.kind) == (offer.record, offer.kind)]
        sheets = {one.language: len(one.parts) for one in alike if one.letters != "large"}
        english, spanish = sheets.get(ENGLISH), sheets.get(SPANISH)
        if not offer.copies or english is None or spanish is None:
            return None
        return offer.language if offer.language == SPANISH or english == spanish else None

    @property
    def sheets(self) -> int:
        """How many sheets are copied one by one."""
        return max((len(offer.parts) for offer in self.offers), default=0)

    @property
    def sheets_in_spanish(self) -> int:
        """How many of them are there in Spanish."""
        return sum(len(offer.parts) for offer in self.offers if offer.language == SPANISH)


@dataclass(frozen=True)
class ShelfGroup:
    """The shelves of a part of the manual."""

    title: str
    shelves: tuple[Shelf, ...]


class Shop:
    """Prints the packs of a manual for its site."""

    def __init__(self, manual: Manual, kept: Path) -> None:
        self._printer = Printer(manual, kept)
        self._jobs = jobs_of(manual)
        self._printed: Sequence[Printed] = ()
        self._places: Places = {}
        self.offers: Mapping[str, tuple[Offer, ...]] = {}
        """What each page offers, by its path below docs/, once everything is printed."""

    def print(self) -> None:
        """Make what has changed. Raises PrintError."""
        printed = self._printer.print(self._jobs)
        # what nobody can fill in is no edition to fill in: a course of which few sheets are there in Spanish
        self._printed = tuple(one for one in printed if one.fields or not one.job.variant.fillable)
        self._places = places_of(self._printed)
        self.offers = self._by_page()

    def sheets_on(self, src: str) -> tuple[SheetPlace, ...]:
        """Where the sheet that a page shows is in packs: on its page in Spanish, only that in Spanish."""
        places = self._places.get(in_language(src, ENGLISH), ())
        return tuple(place for place in places if language_of(src) in {ENGLISH, place.language})

    def copied_on(self, src: str) -> str | None:
        """The id of the course whose copies are counted for what a page shows."""
        courses = (offer.record for offer in self.offers.get(src, ()) if offer.parts)
        return next(iter((*courses, *(place.record for place in self.sheets_on(src)))), None)

    def _by_page(self) -> Mapping[str, tuple[Offer, ...]]:
        found: dict[str, list[Offer]] = {}
        for one in self._printed:
            for src in one.job.pack.of:
                found.setdefault(src, []).append(self._offer(one))
        return {src: tuple(offers) for src, offers in found.items()}

    @property
    def groups(self) -> tuple[ShelfGroup, ...]:
        """Everything, by the part of the manual and by what it is of."""
        kept: dict[str, list[Shelf]] = {}
        for shelf in self._shelves():
            kept.setdefault(shelf.group, []).append(shelf)
        return tuple(ShelfGroup(title, tuple(shelves)) for title, shelves in kept.items())

    def _shelves(self) -> tuple[Shelf, ...]:
        kept: dict[tuple[str, str, bool], list[Offer]] = {}
        for one in self._printed:
            pack = one.job.pack
            single = pack.kind == "sheet"
            title = pack.group if single else self._title_of(pack)
            kept.setdefault((pack.group, title, single), []).append(self._offer(one))
        return tuple(Shelf(group, title, single, tuple(offers)) for (group, title, single), offers in kept.items())

    def _title_of(self, pack: Pack) -> str:
        """What a pack is of: its title, or that of the English pack of the same record."""
        packs = (job.pack for job in self._jobs)
        return next(one.title for one in packs if one.record == pack.record and one.group == pack.group)

    def _offer(self, one: Printed) -> Offer:
        pack, variant = one.job.pack, one.job.variant
        words = WORDS[pack.language]
        more = (words["fillable"] if variant.fillable else "", words["large"] if variant.large else "")
        plain = variant == PLAIN
        return Offer(
            record=pack.record,
            kind=pack.kind,
            address=f"{FOLDER}/{one.job.file}",
            title=pack.title,
            edition=" · ".join(filter(None, (pack.edition, *more))),
            language=pack.language,
            pages=one.pages,
            size=in_bytes(one.size),
            on_paper=not variant.fillable,
            copies=pack.copies and (plain or variant == LARGE),
            letters=_letters(pack, variant),
            one_side=pack.layout == "cards" and not variant.large,
            parts=tuple(self._sheets(pack)) if plain and pack.kind == "handouts" else (),
        )

    def _sheets(self, pack: Pack) -> Iterator[Sheet]:
        """The sheets of a pack of handouts."""
        for part in pack.parts:
            places = {place.language: place for place in self._places[part.src] if place.kind == pack.kind}
            here, there = places[pack.language], places.get(SPANISH) if pack.language == ENGLISH else None
            copies = part.copies or Copies()
            yield Sheet(
                session=part.numbered,
                title=self._printer.title_of(part.src, pack.language),
                address=here.address,
                numbers=here.numbers,
                pages=here.pages,
                copies=copies,
                copies_words=copies_in_words(copies),
                spanish=Spanish(there.address, there.numbers) if there else None,
            )

    def tell_pages(self, html: str, here: str) -> str:
        """The text of a page, whose print lists lead to the pages of the PDFs; ``here`` is the page's address."""

        def say(place: SheetPlace) -> str:
            tongue = f' lang="{place.language}" hreflang="{place.language}"' if place.language != ENGLISH else ""
            return f'<a href="{way_to_root(here)}{place.address}"{tongue}>{place.words}</a>'

        return tell_pages(html, self._places, say)

    def write(self, site: Path) -> None:
        """Put the files into a built site."""
        folder = site / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for one in self._printed:
            shutil.copyfile(one.path, folder / one.job.file)
        for address, page in self._printer.short_addresses(self._jobs).items():
            target = site / address
            target.mkdir(parents=True, exist_ok=True)
            (target / "index.html").write_text(page, encoding="utf-8", newline="\n")


def jobs_of(manual: Manual) -> list[Job]:
    """All that a site offers to print."""
    return [Job(pack, variant) for pack in packs_of(manual) for variant in _offered(pack)]


def _offered(pack: Pack) -> tuple[Variant, ...]:
    """What is handed out is there to fill in on a screen and in large print too; the rest is made when asked for."""
    if pack.kind not in {"handouts", "sheet"} or not pack.fillable:
        return (PLAIN,)
    return (PLAIN, FILLABLE) if pack.look == "flyer" else (PLAIN, FILLABLE, LARGE)  # a flyer has large letters anyway


def _letters(pack: Pack, variant: Variant) -> Letters | None:
    """Whether those get a pack who need large print, or the others; None if there is one for all."""
    if not pack.copies or LARGE not in _offered(pack):
        return None
    return "large" if variant == LARGE else "usual"


def in_bytes(size: int) -> str:
    """A size as people read it.

    >>> in_bytes(150_000), in_bytes(2_500_000)
    ('146 KB', '2.4 MB')
    """
    return f"{size / _MEGA:.1f} MB" if size >= _MEGA else f"{round(size / _KILO)} KB"
