"""Links lead somewhere: to pages, headings and files that are there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import unquote

from markdown.extensions.toc import slugify, unique

from coaching_manual.pages import Page
from coaching_manual.problems import Place, Problems, did_you_mean
from coaching_manual.rules.references import CODES_FOR_KINDS
from coaching_manual.rules.site_view import SiteView, WrittenPage
from coaching_manual.terms.markdown import without_code

_MARKDOWN_LINK = re.compile(r"\]\(\s*<?(?P<target>[^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)>?(?:\s+[\"'][^\n]*?[\"'])?\s*\)")
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:\s*<?(?P<target>[^\s<>]+)", re.MULTILINE)
_ATTRIBUTE = re.compile(r"<[a-zA-Z][^<>]*?\s(?:href|src)=[\"'](?P<target>[^\"'{}]*)[\"']")
_RECORD = re.compile(r"^(?P<kind>term|source|page):(?P<id>.*)$")
_ELSEWHERE = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>[^\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?(?P<inside>[^{}]*)\}[ \t]*$")
_OWN_ID = re.compile(r"(?:^|\s)#(?P<id>[^\s}]+)")
_HTML_ID = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)=[\"'](?P<id>[^\"']+)[\"']")
_BLOCK_ID = re.compile(r"\{:?[^{}\n]*#(?P<id>[\w.:-]+)[^{}\n]*\}")
_INLINE_MARKS = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])|<[^>]+>|[*`]|(?<!\w)_|_(?!\w)")


def check_links(site: SiteView, problems: Problems) -> None:
    """Report every link to a page, file, heading or record that is not there."""
    pages = {page.src: page for page in site.pages}

    @cache
    def anchors(src: str) -> frozenset[str]:
        return frozenset(anchors_of(pages[src].markdown))

    made: set[str] = set()  # a page template's dead link is reported once, not for each page made from it
    for written in site.pages:
        checked = set() if written.source else made
        for target, place in _links(written):
            if target not in checked:
                checked.add(target)
                _check(target, place, written, pages, anchors, site, problems)


def _links(written: WrittenPage) -> Iterator[tuple[str, Place]]:
    """Every link of a page: those written by hand with their places, then those that macros made."""
    seen = set()
    if written.source is not None:
        for target, offset in link_targets(written.source.body):
            seen.add(target)
            yield target, written.source.place_at(offset, len(target))
    for target, _offset in link_targets(written.markdown):
        if target not in seen:
            seen.add(target)
            yield target, Place(written.origin, written.origin_line)


def link_targets(markdown: str) -> Iterator[tuple[str, int]]:
    """Where the links and images of a Markdown text lead, with the offset of each address."""
    text = without_code(markdown)
    for pattern in (_MARKDOWN_LINK, _DEFINITION, _ATTRIBUTE):
        for found in pattern.finditer(text):
            if "{{" not in found["target"]:
                yield found["target"], found.start("target")


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


def _headings_source(markdown: str, without: str) -> str:
    """Headings with their code spans, which count in the id, but without fenced code."""
    lines = zip(markdown.split("\n"), without.split("\n"), strict=True)
    return "\n".join(line if blanked.lstrip().startswith("#") else blanked for line, blanked in lines)


def _check(  # noqa: PLR0913
    target: str,
    place: Place,
    written: WrittenPage,
    pages: Mapping[str, WrittenPage],
    anchors: object,
    site: SiteView,
    problems: Problems,
) -> None:
    record = _RECORD.match(target)
    if record and record["kind"] != "page":
        _check_record(record["kind"], record["id"], place, site, problems)
        return
    if record:
        target = posixpath.relpath(record["id"], posixpath.dirname(written.src) or ".")
    if not target or (_ELSEWHERE.match(target)) or target.startswith("/"):
        return
    path, _, anchor = unquote(target).partition("#")
    path = path.partition("?")[0]
    src = posixpath.normpath(posixpath.join(posixpath.dirname(written.src), path)) if path else written.src
    if src not in pages:
        if (site.docs / src).is_file():
            return
        hint = did_you_mean(src, pages) if not src.startswith("..") else ""
        problems.add(
            "LINK-PAGE",
            f'There is no page or file "{src}".',
            place,
            hint=hint or "Links lead from this page's own folder: ../ goes one folder up.",
            subject=written.title,
        )
    elif anchor and anchor not in anchors(src):  # type: ignore[operator]  # a cached function
        there = anchors(src)  # type: ignore[operator]
        problems.add(
            "LINK-ANCHOR",
            f'"{src}" has no heading with the address "#{anchor}".',
            place,
            hint=did_you_mean(anchor, there, quote="") or "Its headings are: " + ", ".join(sorted(there)) + ".",
            subject=written.title,
        )


def _check_record(kind: str, wanted: str, place: Place, site: SiteView, problems: Problems) -> None:
    known = site.index.tables[kind]
    if wanted not in known:
        problems.add(
            CODES_FOR_KINDS[kind],
            f'There is no {kind} with the id "{wanted}".',
            place,
            hint=did_you_mean(wanted, known) or f"Look the {kind} up in framework/.",
        )


