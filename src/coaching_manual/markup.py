"""What a Markdown text links to, and what can be linked to in it.

Good enough for checking, and much faster than rendering every page: only links, headings and ids are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown import Markdown
from markdown.extensions.toc import slugify, unique

from coaching_manual.terms.markdown import without_code

_MARKDOWN_LINK = re.compile(
    r"\]\(\s*<?(?P<target>[^\s<>()]*(?:(?:\([^\n()]*\)|[ ]+(?![\"' )]))[^\s<>()]*)*)>?(?:\s+[\"'][^\n]*?[\"'])?\s*\)"
)
_BY_NAME = re.compile(r"(?<![\]!\\])\[(?P<text>[^\]\[\n]+)\]\[(?P<name>[^\]\[\n^]*)\]")
_NAME = re.compile(r"^[ ]{0,3}\[(?P<name>[^\]\n]+)\]:", re.MULTILINE)
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:\s*<?(?P<target>[^\s<>]+)", re.MULTILINE)
_ATTRIBUTE = re.compile(r"<[a-zA-Z][^<>]*?\s(?:href|src|action)=[\"'](?P<target>[^\"'{}]*)[\"']")
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>[^\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?(?P<inside>[^{}]*)\}[ \t]*$")
_OWN_ID = re.compile(r"(?:^|\s)#(?P<id>[^\s}]+)")
_HTML_ID = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)=[\"'](?P<id>[^\"']+)[\"']")
_BLOCK_ID = re.compile(r"\{:?[^{}\n]*#(?P<id>[\w.:-]+)[^{}\n]*\}")
_INLINE_MARKS = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])|<[^>]+>|[*`]|(?<!\w)_|_(?!\w)")


def link_targets(markdown: str) -> Iterator[tuple[str, int]]:
    """Where the links and images of a Markdown text lead, with the offset of each address."""
    text = without_code(markdown)
    for pattern in (_MARKDOWN_LINK, _DEFINITION, _ATTRIBUTE):
        for found in pattern.finditer(text):
            if "{{" not in found["target"]:
                yield found["target"], found.start("target")


def nameless_links(markdown: str) -> Iterator[tuple[str, str, int, int]]:
    """Links like ``[text][name]`` whose name has no address: text, name, offset and length."""
    text = without_code(markdown)
    named = {found["name"].lower() for found in _NAME.finditer(text)}
    for found in _BY_NAME.finditer(text):
        name = found["name"] or found["text"]
        if name.lower() not in named and not _in_call(text, found.start()):
            yield found["text"], name, found.start(), len(found[0])


def _in_call(text: str, offset: int) -> bool:
    return text.rfind("{{", 0, offset) > text.rfind("}}", 0, offset)


def anchors_of(markdown: str) -> Iterator[str]:
    """The ids that a page's headings and elements get.

    Headings without an id of their own get one the way Python-Markdown's toc extension makes it.
    """
    text = without_code(markdown)
    used: set[str] = set()
    for pattern in (_HTML_ID, _BLOCK_ID):
        for found in pattern.finditer(text):
            used.add(found["id"])
    yield from tuple(used)
    for found in _HEADING.finditer(_headings_source(markdown, text)):
        heading, attributes = found["text"], _ATTRIBUTES.search(found["text"])
        if attributes:
            if _OWN_ID.search(attributes["inside"]):
                continue
            heading = heading[: attributes.start()]
        yield unique(slugify(_INLINE_MARKS.sub(r"\1", heading), "-"), used)


def rendered_anchors(markdown: str) -> frozenset[str]:
    """Every id in a page as Markdown makes it with the usual extensions: exact, and slow."""
    extensions = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
    return frozenset(re.findall(r"<[^<>]*\bid=[\"']([^\"']+)[\"']", Markdown(extensions=extensions).convert(markdown)))


def _headings_source(markdown: str, without: str) -> str:
    """Headings with their code spans, which count in the id, but without fenced code."""
    lines = zip(markdown.split("\n"), without.split("\n"), strict=True)
    return "\n".join(line if blanked.lstrip().startswith("#") else blanked for line, blanked in lines)
