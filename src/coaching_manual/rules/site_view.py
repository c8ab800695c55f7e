"""What the rules for pages may know of the site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coaching_manual.addresses import TERMS_FOLDER
from coaching_manual.index import Index
from coaching_manual.pages import Page
from coaching_manual.project import NavItem
from coaching_manual.views import PageUse, Question


@dataclass(frozen=True)
class WrittenPage:
    """A page with its macros expanded, as a site builder gets it.

    ``source`` is the page that was written by hand (None for a page made from records); ``origin`` is the
    file and line that an editor opens to change it; ``term`` is the id of the term whose page it is.
    """

    src: str
    title: str
    description: str
    markdown: str
    source: Page | None
    origin: str
    origin_line: int = 1
    term: str | None = None
    links_terms: bool = True
    whole: bool = True  # False: a macro call on it failed, so what macros would have made is not there


@dataclass(frozen=True)
class SiteView:
    """The pages of a site with all that the rules compare them with."""

    index: Index
    pages: Sequence[WrittenPage]
    docs: Path
    nav: Sequence[NavItem] | None
    uses: Mapping[str, tuple[PageUse, ...]]
    questions: Sequence[Question]
    release: bool = False

    def may_be_there(self, src: str) -> bool:
        """Whether something that is no page is a file, or would be a page if it could be read."""
        folder, _, name = src.rpartition("/")
        lost = folder == TERMS_FOLDER and self.index.framework.may_hold("term", name.removesuffix(".md"))
        return lost or bool(src and (self.docs / src).is_file())

    @property
    def handwritten(self) -> Sequence[tuple[WrittenPage, Page]]:
        """The pages that were written by hand, with their sources."""
        return [(page, page.source) for page in self.pages if page.source is not None]
