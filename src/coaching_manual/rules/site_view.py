"""What the rules for pages may know of the site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coaching_manual.addresses import TERMS_FOLDER
from coaching_manual.index import Index
from coaching_manual.pages import Page, WrittenPage
from coaching_manual.project import Project
from coaching_manual.views import PageUse, Question


@dataclass(frozen=True)
class SiteView:
    """The pages of a site with all that the rules compare them with."""

    index: Index
    pages: Sequence[WrittenPage]
    project: Project
    uses: Mapping[str, tuple[PageUse, ...]]
    questions: Sequence[Question]
    release: bool = False
    made_files: frozenset[str] = frozenset()

    def may_be_there(self, src: str) -> bool:
        """Whether something that is no page is a file, or would be a page if it could be read."""
        folder, _, name = src.rpartition("/")
        lost = folder == TERMS_FOLDER and self.index.framework.may_hold("term", name.removesuffix(".md"))
        return lost or src in self.made_files or bool(src and (self.project.docs / src).is_file())

    @property
    def handwritten(self) -> Sequence[tuple[WrittenPage, Page]]:
        """The pages that were written by hand, with their sources."""
        return [(page, page.source) for page in self.pages if page.source is not None]
