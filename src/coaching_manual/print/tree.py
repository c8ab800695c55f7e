"""The HTML of a page as a tree, without what is only for the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from html.parser import HTMLParser

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(
    "address article aside blockquote details dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr legend li main ol p pre section summary table textarea ul".split()
)
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_NOT_PRINTED = frozenset({"script", "style", "template", "nav", "button", "noscript", "dialog"})
_ON_SCREEN_ONLY = frozenset(
    "filters letters jumps print-button skip-link start-time neighbours session-views live-problems copy-button "
    "sheet-ways sheet-private sheet-facts__screen talk-card__more".split()
)


@cache
def _names(words: str) -> frozenset[str]:
    """The same few classes are asked for again and again."""
    return frozenset(words.split())


@dataclass
class Node:
    """An element: its tag, attributes, and what it holds."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The names in its class attribute."""
        return _names(self.attributes.get("class", ""))

    def get(self, name: str) -> str:
        """An attribute, or nothing."""
        return self.attributes.get(name, "")

    @property
    def is_block(self) -> bool:
        """Whether it stands on lines of its own: a drawing does, a small sign in a line does not."""
        drawing = self.tag == "svg" and self.get("role") == "img"
        return self.tag in _BLOCKS or drawing or self.holds_blocks

    @cached_property
    def holds_blocks(self) -> bool:
        """Whether something in it stands on lines of its own. Asked for when it is whole."""
        return any(child.is_block for child in self.elements)

    @property
    def elements(self) -> Iterator[Node]:
        """The elements that it holds itself."""
        return (child for child in self.children if isinstance(child, Node))

    def walk(self) -> Iterator[Node]:
        """It and every element inside it, in reading order."""
        left = [self]
        while left:
            node = left.pop()
            yield node
            left.extend([child for child in reversed(node.children) if isinstance(child, Node)])

    def find(self, *tags: str) -> Iterator[Node]:
        """Every element inside it with one of these tags."""
        return (node for node in self.walk() if node.tag in tags and node is not self)

    def text(self, *, unseen: bool = False) -> str:
        """What a reader sees of it, in one line; ``unseen`` adds what only a screen reader says."""
        return " ".join("".join(_texts(self, unseen=unseen)).split())


def _texts(node: Node, *, unseen: bool) -> Iterator[str]:
    if node.tag == "br":
        yield " "
    if "unseen" in node.classes and not unseen:
        return
    for child in node.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _texts(child, unseen=unseen)


def parse(html: str) -> Node:
    """The tree of a piece of HTML, under an element without a name."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def for_paper(node: Node) -> Node:
    """The same tree without what is not printed."""
    kept = [child if isinstance(child, str) else for_paper(child) for child in node.children if _is_printed(child)]
    return Node(node.tag, node.attributes, kept)


def _is_printed(child: Node | str) -> bool:
    if isinstance(child, str):
        return True
    if child.tag in HEADINGS and "unseen" in child.classes:
        return False
    if child.tag in _NOT_PRINTED or child.classes & _ON_SCREEN_ONLY or child.get("data-print") == "off":
        return False
    if child.tag == "input" and child.get("type") in {"hidden", "submit", "reset", "button", "search"}:
        return False
    return not ("hidden" in child.attributes or child.get("aria-hidden") == "true")


def section_of(tree: Node, name: str) -> Node:
    """The section under the heading with this id, after what stands before the first section."""
    kept: list[Node | str] = []
    wanted = True
    for child in tree.children:
        if isinstance(child, Node) and child.tag == "h2":
            wanted = child.get("id") == name
        if wanted:
            kept.append(child)
    return Node(tree.tag, tree.attributes, kept)


def without(node: Node, unwanted: Iterable[Node]) -> Node:
    """The tree without some of its elements."""
    ids = {id(one) for one in unwanted}
    return _without(node, ids)


def _without(node: Node, ids: set[int]) -> Node:
    kept = [
        child if isinstance(child, str) else _without(child, ids)
        for child in node.children
        if isinstance(child, str) or id(child) not in ids
    ]
    return Node(node.tag, node.attributes, kept)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._open = [self.root]

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002
        """Lines are not counted: nobody asks where something stands."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)

    def handle_endtag(self, tag: str) -> None:
        places = [place for place, node in enumerate(self._open) if node.tag == tag]
        if places and places[-1] > 0:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
