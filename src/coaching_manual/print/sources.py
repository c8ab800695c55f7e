"""The pages of a manual as trees for paper, each read once."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from markdown import Markdown

from coaching_manual.languages import ENGLISH
from coaching_manual.manual import Manual
from coaching_manual.pages import WrittenPage
from coaching_manual.print.page_numbers import SheetPlace, tell_pages
from coaching_manual.print.pictures import Pictures
from coaching_manual.print.tree import Node, for_paper, parse, without
from coaching_manual.terms.markdown import keep_switches

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ALWAYS = ("toc", "tables", "fenced_code")  # what site builders add without being asked


class Sources:
    """The pages of a manual by their path below docs/."""

    def __init__(self, manual: Manual) -> None:
        self._pages: Mapping[str, WrittenPage] = {page.src: page for page in manual.pages}
        self._trees: dict[tuple[str, str], Node] = {}
        self._converted: dict[str, str] = {}
        self.places: dict[str, Sequence[SheetPlace]] = {}
        """Where sheets stand in packs that are printed already: print lists tell it."""
        self._docs = manual.project.docs
        self._markdown = _converter(manual.project.markdown_extensions)

    def __contains__(self, src: str) -> bool:
        """Whether there is such a page."""
        return src in self._pages

    def page(self, src: str) -> WrittenPage:
        """A page."""
        return self._pages[src]

    def html(self, src: str) -> str:
        """What a page says, as HTML."""
        page = self._pages[src]
        if page.source is None:
            return tell_pages(page.markdown, self.places, _on_paper)
        if src not in self._converted:
            self._converted[src] = self._markdown.reset().convert(keep_switches(page.markdown))
        return self._converted[src]

    def tree(self, src: str, language: str = "en") -> Node:
        """What a page says in a language, without what is only for the screen.

        A page may hold its text in a second language, in a section of its own: that one is taken for a pack in
        this language, and left out for all others.
        """
        if (src, language) not in self._trees:
            whole = for_paper(parse(self.html(src)))
            twins = [node for node in whole.find("section") if node.get("lang")]
            own = next((node for node in twins if node.get("lang") == language), None)
            self._trees[src, language] = Node("", {}, [own]) if own else without(whole, twins)
        return self._trees[src, language]

    def pictures(self, src: str) -> Iterator[Path]:
        """The files of the pictures of a page."""
        if "<img" in self.html(src):
            find = Pictures(self._docs).of(src)
            yield from (self._docs / find.place(node.get("src")) for node in parse(self.html(src)).find("img"))

    def title(self, src: str, language: str = "en") -> str:
        """The first heading of what a page says in a language, or the title of the page."""
        heading = next(self.tree(src, language).find(*HEADINGS), None)
        return heading.text() if heading else self._pages[src].title

    def target(self, href: str, src: str) -> str:
        """The path below docs/, with its anchor, that a link on a page to another page leads to; "" if to none."""
        if not href or ":" in href.partition("#")[0] or href.startswith("/"):
            return ""
        path, mark, anchor = href.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(src), path)) if path else src
        return target + mark + anchor


def _on_paper(place: SheetPlace) -> str:
    return f'<span lang="{place.language}">{place.words}</span>' if place.language != ENGLISH else place.words


def _converter(extensions: tuple[Any, ...]) -> Markdown:
    """The same Markdown as on the site: ``extensions`` as they stand in mkdocs.yml."""
    names: list[str] = list(_ALWAYS)
    settings: dict[str, dict[str, Any]] = {}
    for entry in extensions:
        if isinstance(entry, str):
            names.append(entry)
        elif isinstance(entry, Mapping):
            for name, values in entry.items():
                names.append(str(name))
                settings[str(name)] = dict(values or {})
    return Markdown(extensions=list(dict.fromkeys(names)), extension_configs=settings)
