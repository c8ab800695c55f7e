"""Which links name a title within a sentence: on the web their color tells where the title begins and ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from coaching_manual.print.links import ELSEWHERE
from coaching_manual.print.tree import Node

_NOT_TITLES = ("term:", "source:", "#", *ELSEWHERE)
_WORD_BEFORE = re.compile(r"[\w,”»)] \Z")
_WORD_AFTER = re.compile(r" [^\W\d_A-ZÁÉÍÓÚÑ]")


def titles_within_sentences(nodes: Iterable[Node], title: Callable[[str], str]) -> Iterator[Node]:
    """The links whose words would run into those before or after them; ``title`` tells that of the page of a link."""
    for node in nodes:
        last = len(node.children) - 1
        for place, child in enumerate(node.children):
            if isinstance(child, Node) and child.tag == "a" and child.children:
                before = node.children[place - 1] if place else ""
                after = node.children[place + 1] if place < last else ""
                if _is_title(child, _spaced(before), _spaced(after), title):
                    yield child


def _is_title(link: Node, before: str, after: str, title: Callable[[str], str]) -> bool:
    words, href = link.text(), link.get("href")
    if not words[:1].isupper() or href.startswith(_NOT_TITLES):
        return False
    if _WORD_BEFORE.search(before):
        return True
    # any sentence begins with a capital letter: only what a page is called is a title there
    return bool(_WORD_AFTER.match(after)) and bool(re.match(rf"{re.escape(words)}(?:[,:]|\Z)", title(href)))


def _spaced(part: Node | str) -> str:
    """A text with single spaces; nothing for an element."""
    return re.sub(r"\s+", " ", part) if isinstance(part, str) else ""
