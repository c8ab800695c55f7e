"""On which pages of which pack a sheet stands: print lists tell it, on the web and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from coaching_manual.addresses import handout_page
from coaching_manual.languages import Language
from coaching_manual.print.words import WORDS

FOLDER = "print"
"""The folder of a site that holds its PDFs."""
COPIED_FROM = frozenset({"handouts", "facilitator"})
"""The kinds of packs that sheets are copied from."""
_PLACE = re.compile(r'<span data-pages="(?P<sheet>[^"]+)"></span>')


@dataclass(frozen=True)
class SheetPlace:
    """The pages of a pack on which a sheet stands.

    ``file`` is the name of the pack's file; ``record`` (the id of the course) and ``kind`` are those of the pack.
    """

    file: str
    record: str
    kind: str
    language: Language
    first: int
    pages: int

    @property
    def numbers(self) -> str:
        """The pages as one types them when printing.

        >>> SheetPlace("a.pdf", "first-steps", "handouts", "en", 4, 2).numbers
        '4–5'
        """
        return f"{self.first}–{self.first + self.pages - 1}" if self.pages > 1 else str(self.first)

    @property
    def words(self) -> str:
        """The same in the language of the sheet, with what the pack is called.

        >>> SheetPlace("a.pdf", "first-steps", "handouts", "es", 4, 2).words
        'Hojas de trabajo, páginas 4–5'
        """
        words = WORDS[self.language]
        pages = words["sheet_pages" if self.pages > 1 else "sheet_page"].format(numbers=self.numbers)
        return f"{words[f'pack_{self.kind}']}, {pages}"

    @property
    def address(self) -> str:
        """What opens the pack where the sheet begins, below the site's root.

        >>> SheetPlace("a.pdf", "first-steps", "handouts", "es", 4, 2).address
        'print/a.pdf#page=4'
        """
        return f"{FOLDER}/{self.file}#page={self.first}"


Places = Mapping[str, Sequence[SheetPlace]]
"""Where sheets stand, by the path of their page below docs/."""


def tell_pages(html: str, places: Places, say: Callable[[SheetPlace], str]) -> str:
    """A print list that tells the pages of its sheets, as ``say`` puts them; nothing about a sheet in no pack."""

    def told(found: re.Match[str]) -> str:
        return "".join(f" {say(place)}." for place in places.get(handout_page(found["sheet"]), ()))

    return _PLACE.sub(told, html)
