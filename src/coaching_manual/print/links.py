"""Where the links of a page lead on paper, and what is called there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urljoin

from coaching_manual.addresses import LINK_KINDS, page_address, target_of
from coaching_manual.languages import in_language
from coaching_manual.print.packs import Pack
from coaching_manual.print.sources import HEADINGS, Sources
from coaching_manual.print.tree import Node
from coaching_manual.project import Project

ELSEWHERE = ("http://", "https://", "mailto:", "tel:")
"""What links begin with that lead out of the manual."""


class Links:
    """Where links lead: to a heading of the same pack, to the web, or nowhere."""

    def __init__(self, pack: Pack, trees: Sequence[Node], project: Project, sources: Sources) -> None:
        self._site = project.site_url
        self._directory_urls = project.directory_urls
        self._sources = sources
        self._language = pack.language
        self._parts = {part.src: f"p{number}" for number, part in reversed(list(enumerate(pack.parts)))}
        self._anchors: set[str] = set()
        for number, tree in enumerate(trees):
            headings = list(tree.find(*HEADINGS))[1:]  # the first is its title
            self._anchors.update(f"p{number}--{node.get('id')}" for node in headings if node.get("id"))

    def find(self, href: str, src: str) -> Mapping[str, str]:
        """What the template needs to make a link; nothing if it leads nowhere on paper."""
        if href.startswith(ELSEWHERE):
            return {"url": href}
        path, spoken, anchor = self._place(href, src)
        name = self._parts.get(path) or self._parts.get(spoken)
        if name:
            exact = f"{name}--{anchor}"
            return {"to": exact if exact in self._anchors else name}
        if self._site and path in self._sources:
            there = spoken if _names_a_record(href) and spoken in self._sources else path
            address = page_address(there, directory_urls=self._directory_urls)
            return {"url": urljoin(self._site, address) + (f"#{anchor}" if anchor else "")}
        return {}

    def title(self, href: str, src: str) -> str:
        """What the page that a link leads to is called, as the pack says it; nothing if there is none."""
        path, spoken, _ = self._place(href, src)
        found = next((place for place in (spoken, path) if place in self._sources), "")
        return self._sources.title(found, self._language) if found else ""

    def _place(self, href: str, src: str) -> tuple[str, str, str]:
        """The path of a page that a link leads to, the same in the language of the pack, and the anchor there."""
        kind, _, record = href.partition(":")
        target = target_of(kind, record) if _names_a_record(href) else self._sources.target(href, src)
        path, _, anchor = target.partition("#")
        return path, in_language(path, self._language), anchor


def _names_a_record(href: str) -> bool:
    kind, mark, _ = href.partition(":")
    return bool(mark) and kind in LINK_KINDS
