"""What a built site offers to print: which files, for which pages, and how many copies to order."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from coaching_manual.languages import Language
from coaching_manual.manual import Manual
from coaching_manual.print.families import packs_of
from coaching_manual.print.packs import FILLABLE, PLAIN, Pack, Variant
from coaching_manual.print.press import Job, Printed, Printer

FOLDER = "print"
USUAL_GROUP = 12
"""For how many participants copies are ordered until somebody says another number."""
_KILO, _MEGA = 1024, 1024 * 1024


@dataclass(frozen=True)
class Offer:
    """A PDF that can be printed; ``address`` is relative to the site's root."""

    address: str
    edition: str
    language: Language
    fillable: bool
    pages: int
    size: str
    copies: bool

    @property
    def sheets(self) -> int:
        """Sheets of paper for one copy, printed on both sides."""
        return (self.pages + 1) // 2


@dataclass(frozen=True)
class Shelf:
    """The packs of one record."""

    group: str
    title: str
    src: str
    offers: tuple[Offer, ...]


class Shop:
    """Prints the packs of a manual for its site."""

    def __init__(self, manual: Manual, kept: Path) -> None:
        self._printer = Printer(manual, kept)
        self._jobs = [Job(pack, variant) for pack in packs_of(manual) for variant in _offered(pack)]
        self._printed: Sequence[Printed] = ()

    def print(self) -> None:
        """Make what has changed. Raises PrintError."""
        self._printed = self._printer.print(self._jobs)

    @property
    def offers(self) -> Mapping[str, tuple[Offer, ...]]:
        """What each page offers, by its path below docs/."""
        found: dict[str, list[Offer]] = {}
        for one in self._printed:
            for src in one.job.pack.of:
                found.setdefault(src, []).append(_offer(one))
        return {src: tuple(offers) for src, offers in found.items()}

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """Everything, by what it is of."""
        kept = ((key, list(some)) for key, some in groupby(self._printed, key=lambda one: _shelf_of(one.job.pack)))
        return tuple(Shelf(group, some[0].job.pack.title, src, tuple(map(_offer, some))) for (group, src), some in kept)

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


def _shelf_of(pack: Pack) -> tuple[str, str]:
    return pack.group, pack.of[0]


def _offered(pack: Pack) -> tuple[Variant, ...]:
    """Sheets to be written on are also there to be filled in on a screen; other variants are made when asked for."""
    return (PLAIN, FILLABLE) if pack.fillable and pack.kind in {"handouts", "sheet"} else (PLAIN,)


def _offer(one: Printed) -> Offer:
    pack = one.job.pack
    return Offer(
        address=f"{FOLDER}/{one.job.file}",
        edition=pack.edition,
        language=pack.language,
        fillable=one.job.variant.fillable,
        pages=one.pages,
        size=in_bytes(one.size),
        copies=pack.copies and not one.job.variant.fillable,
    )


def in_bytes(size: int) -> str:
    """A size as people read it.

    >>> in_bytes(150_000), in_bytes(2_500_000)
    ('146 KB', '2.4 MB')
    """
    return f"{size / _MEGA:.1f} MB" if size >= _MEGA else f"{round(size / _KILO)} KB"
