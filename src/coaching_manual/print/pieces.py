"""What stands in a line of a page: texts, and pieces that are set apart from them, lead somewhere or are filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from coaching_manual.print.controls import Controls
from coaching_manual.print.lines import Piece, breakable, trimmed
from coaching_manual.print.tree import Node

_STYLES = {"strong": "b", "b": "b", "em": "i", "i": "i", "code": "code", "kbd": "code", "sup": "sup", "sub": "sub"}
_MARKED = {
    "matrix__question": "aside",
    "small": "i",
    "tag": "mark",
    "to-confirm__label": "mark",
}
"""What sets a piece of a line apart from the words before it."""
_WHITE = re.compile(r"[ \t\r\n\f]+")


class Pieces:
    """Turns what stands in the lines of one page into pieces; ``link`` and ``picture`` are those of its setting."""

    def __init__(
        self,
        language: str,
        controls: Controls,
        link: Callable[[str], Mapping[str, str]],
        picture: Callable[[str], str],
    ) -> None:
        self._titles: frozenset[int] = frozenset()
        self._language = language
        self._controls = controls
        self._link = link
        self._picture = picture

    def begin_page(self, titles: Iterable[Node]) -> None:
        """Another page: these of its links are titles within sentences."""
        self._titles = frozenset(map(id, titles))

    def line(self, node: Node) -> list[Piece]:
        """All that an element holds, as one line."""
        return self._controls.with_blanks(trimmed([piece for child in node.children for piece in self.of(child)]))

    def of(self, child: Node | str) -> Iterator[Piece]:
        """The pieces of a text or of an element that stands in a line."""
        if isinstance(child, str):
            yield breakable(_WHITE.sub(" ", child))
            return
        language = child.get("lang")
        pieces = list(self._plain(child))
        if language and language != self._language and pieces:
            yield {"t": "lang", "lang": language, "c": pieces}
        else:
            yield from pieces

    def _plain(self, node: Node) -> Iterator[Piece]:
        tag = node.tag
        inner = [piece for child in node.children for piece in self.of(child)]
        if "unseen" in node.classes or tag == "svg":
            return
        if "tick" in node.classes:
            yield self._controls.tick(node)
        elif "sign" in node.classes:
            yield from (*inner, " ", {"t": "field", "kind": "sign"})
        elif tag == "br":
            yield {"t": "br"}
        elif tag == "img":
            yield {"t": "image", "path": self._picture(node.get("src")), "alt": node.get("alt")}
        elif tag in {"input", "textarea", "select"}:
            yield from self._controls.fields_of(node)
        elif tag in _STYLES:
            yield {"t": _STYLES[tag], "c": inner}
        elif node.classes & _MARKED.keys():
            yield {"t": next(kind for name, kind in _MARKED.items() if name in node.classes), "c": inner}
        elif tag == "a":
            words: list[Piece] = [{"t": "i", "c": inner}] if id(node) in self._titles else inner
            target = self._link(node.get("href"))
            yield from [{"t": "a", **target, "c": words}] if target else words
        else:
            yield from inner
