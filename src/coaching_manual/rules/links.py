"""Links lead somewhere: to pages, headings and files that are there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from urllib.parse import unquote

from markdown.extensions.toc import slugify, unique

from coaching_manual.addresses import TERMS_FOLDER
from coaching_manual.pages import Page
from coaching_manual.problems import Place, Problems, did_you_mean
from coaching_manual.rules.references import CODES_FOR_KINDS
from coaching_manual.rules.site_view import SiteView, WrittenPage
from coaching_manual.terms.markdown import without_code

_MARKDOWN_LINK = re.compile(
    r"\]\(\s*<?(?P<target>[^\s<>()]*(?:(?:\([^\n()]*\)|[ ]+(?![\"' )]))[^\s<>()]*)*)>?(?:\s+[\"'][^\n]*?[\"'])?\s*\)"
)
_BY_NAME = re.compile(r"(?<![\]!\\])\[(?P<text>[^\]\[\n]+)\]\[(?P<name>[^\]\[\n^]*)\]")
_NAME = re.compile(r"^[ ]{0,3}\[(?P<name>[^\]\n]+)\]:", re.MULTILINE)
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:\s*<?(?P<target>[^\s<>]+)", re.MULTILINE)
_ATTRIBUTE = re.compile(r"<[a-zA-Z][^<>]*?\s(?:href|src)=[\"'](?P<target>[^\"'{}]*)[\"']")
_RECORD = re.compile(r"^(?P<kind>term|source|page):(?P<id>.*)$")
_ELSEWHERE = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>[^\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?(?P<inside>[^{}]*)\}[ \t]*$")
_OWN_ID = re.compile(r"(?:^|\s)#(?P<id>[^\s}]+)")
_HTML_ID = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)=[\"'](?P<id>[^\"']+)[\"']")
_BLOCK_ID = re.compile(r"\{:?[^{}\n]*#(?P<id>[\w.:-]+)[^{}\n]*\}")
_NAMED_AT_MOST = 12
_OWN_FOLDER = "Links lead from this page's own folder: ../ goes one folder up."
_INLINE_MARKS = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])|<[^>]+>|[*`]|(?<!\w)_|_(?!\w)")


def check_links(site: SiteView, problems: Problems) -> None:
    """Report every link to a page, file, heading or record that is not there."""
    pages = {page.src: page for page in site.pages}

    @cache
    def anchors(src: str) -> frozenset[str]:
        return frozenset(anchors_of(pages[src].markdown))

    made: set[str] = set()  # a page template's dead link is reported once, not for each page made from it
    for written in site.pages:
        if written.source is not None:
            _check_names(written.source, problems)
        for target, place in _links(written, site):
            if written.source is None and target in made:
                continue
            if written.source is None:
                made.add(target)
            _check(target, place, written, pages, anchors, site, problems)


def _links(written: WrittenPage, site: SiteView) -> Iterator[tuple[str, Place]]:
    """Every link of a page: those written by hand with their places, then those that macros made."""
    seen = set()
    if written.source is not None:
        for target, offset in link_targets(written.source.body):
            seen.add(target)
            yield target, written.source.place_at(offset, len(target))
    for target, _offset in link_targets(written.markdown):
        if target not in seen:
            seen.add(target)
            place = _place_in_call(target, written.source) or _place_in_records(target, site)
            yield target, place or Place(written.origin, written.origin_line)


def _place_in_call(target: str, page: Page | None) -> Place | None:
    """Where a page names, in a macro call, the record that a link leads to."""
    record = _RECORD.match(target)
    offset = page.body.find(f'"{record["id"]}"') if record and page else -1
    return page.place_at(offset + 1, len(record["id"])) if record and page and offset >= 0 else None


def _place_in_records(target: str, site: SiteView) -> Place | None:
    """Where a text of the framework holds a link that a macro showed."""
    for document in site.index.framework.documents:
        offset = document.text.find(f"]({target}")
        if offset >= 0:
            return document.place_at(offset + 2, len(target))
    return None


def _check_names(page: Page, problems: Problems) -> None:
    """Links that name an address, [text][name], have one: a line with [name]: and the address."""
    text = without_code(page.body)
    named = {found["name"].lower() for found in _NAME.finditer(text)}
    for found in _BY_NAME.finditer(text):
        name = found["name"] or found["text"]
        if name.lower() not in named and not _in_call(text, found.start()):
            problems.add(
                "LINK-PAGE",
                f'This page gives no address for "{name}".',
                page.place_at(found.start(), found.end() - found.start()),
                hint=f"Write  [{found['text']}](page.md) , or add a line  [{name}]: page.md  below.",
            )


def _in_call(text: str, offset: int) -> bool:
    return text.rfind("{{", 0, offset) > text.rfind("}}", 0, offset)


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
        _check_record(record["kind"], record["id"], place, written, site, problems)
        return
    if record and not record["id"].startswith("#"):
        target = posixpath.relpath(record["id"], posixpath.dirname(written.src) or ".")
    if not target or _ELSEWHERE.match(target):
        return
    path, _, anchor = unquote(target).partition("#")
    path = path.partition("?")[0]
    here = posixpath.dirname(written.src)
    src = posixpath.normpath(posixpath.join(here, path)) if path else written.src
    if path.startswith("/"):
        message = "A link that begins with a slash leads out of the manual."
        hint = _nearest(posixpath.normpath(path).lstrip("/"), here, pages)
        problems.add("LINK-PAGE", message, place, hint=hint or _OWN_FOLDER, subject=written.title)
    elif src not in pages and not site.may_be_there(src):
        hint = _nearest(src, "" if record else here, pages)
        message = f'There is no page or file "{src}".'
        problems.add("LINK-PAGE", message, place, hint=hint or _OWN_FOLDER, subject=written.title)
    elif anchor and src in pages and pages[src].whole and anchor not in anchors(src):  # type: ignore[operator]
        _add_lost_anchor(src, anchor, anchors(src), place, written, site, problems)  # type: ignore[operator]


def _nearest(src: str, here: str, pages: Iterable[str]) -> str:
    """A hint that names the pages closest to a wrong path, as one writes them in a folder."""
    among_terms = src.startswith(TERMS_FOLDER)
    there = [page for page in pages if page.startswith(TERMS_FOLDER) == among_terms]
    name = _stem(src)
    same_name = [page for page in there if _stem(page) == name]
    addresses = [posixpath.relpath(page, here or ".") for page in same_name or there]
    hint = "" if same_name else did_you_mean(posixpath.relpath(src, here or "."), addresses)
    near = [address for address in addresses if did_you_mean(name, [_stem(address)])][:3]
    return hint or ("Did you mean " + " or ".join(f'"{address}"' for address in near) + "?" if near else "")


def _stem(path: str) -> str:
    return posixpath.basename(path).removesuffix(".md")


def _add_lost_anchor(  # noqa: PLR0913
    src: str,
    anchor: str,
    there: Iterable[str],
    place: Place,
    written: WrittenPage,
    site: SiteView,
    problems: Problems,
) -> None:
    if any(site.index.framework.may_hold(kind, anchor) for kind in site.index.tables):
        return
    addresses = sorted(f"#{one}" for one in there)
    more = ", …" if len(addresses) > _NAMED_AT_MOST else ""
    problems.add(
        "LINK-ANCHOR",
        f'"{src}" has no heading with the address "#{anchor}".',
        place,
        hint=did_you_mean(f"#{anchor}", addresses)
        or "Its headings are: " + ", ".join(addresses[:_NAMED_AT_MOST]) + more + ".",
        subject=written.title,
    )


def _check_record(  # noqa: PLR0913
    kind: str, wanted: str, place: Place, written: WrittenPage, site: SiteView, problems: Problems
) -> None:
    known = site.index.tables[kind]
    if site.index.framework.may_hold(kind, wanted):
        return
    renamed = site.index.former_ids.get(wanted) if kind == "term" else None
    made = place == Place(written.origin, written.origin_line)  # and so reported where the record names it
    if kind == "term" and wanted in known and known[wanted].record.status == "retired" and not made:
        successor = known[wanted].record.replaced_by
        problems.add(
            "TERM-RETIRED",
            f'The term "{wanted}" is retired.',
            place,
            hint=f'Link to "{successor}" instead.' if successor else "Link to another term.",
        )
    if wanted not in known:
        problems.add(
            CODES_FOR_KINDS[kind],
            f'There is no {kind} with the id "{wanted}".',
            place,
            hint=f'It is now called "{renamed.record.id}".'
            if renamed
            else did_you_mean(wanted, known) or f"Look the {kind} up in framework/.",
        )


