"""The drawings of a page, which are SVG, for paper: the same shapes, and what they say in words.

Their colors are those of the screen, so they are left behind: macros/print/blocks.typ dresses their classes anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from coaching_manual.print.tree import Node

_WORDS = ("title", "desc")
_FOR_PHONES = "--narrow"
"""What the class of a drawing ends with that stands a second time, for narrow screens."""


def drawings(node: Node, named: Mapping[str, Node]) -> Iterator[dict[str, Any]]:
    """The block of a drawing; none for a second one that is for phones. ``named`` are elements by their ids."""
    if any(one.endswith(_FOR_PHONES) for one in node.classes):
        return
    words = [one.text() for one in node.elements if one.tag in _WORDS]
    words = words or [named[one].text() for one in node.get("aria-labelledby").split() if one in named]
    box = node.get("viewbox")  # small letters, as HTML has no others
    inner = "".join(_written(child) for child in node.children if isinstance(child, str) or child.tag not in _WORDS)
    yield {"t": "drawing", "box": box, "inner": inner, "wide": float(box.split()[2]), "alt": " ".join(words)}


def _written(node: Node | str) -> str:
    if isinstance(node, str):
        return escape(node)
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    return f"<{node.tag}{attributes}>{''.join(map(_written, node.children))}</{node.tag}>"
