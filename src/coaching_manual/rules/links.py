"""Links lead somewhere: to pages, headings and files that are there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from urllib.parse import unquote

from coaching_manual.addresses import LINK_KINDS, TERMS_FOLDER
from coaching_manual.index import UNKNOWN_ID_CODES, Index, kind_in_words
from coaching_manual.markup import anchors_of, link_targets, nameless_links, rendered_anchors
from coaching_manual.model import prose
from coaching_manual.pages import Page, WrittenPage
from coaching_manual.problems import Place, Problems, did_you_mean
from coaching_manual.rules.site_view import SiteView

_RECORD = re.compile(rf"^(?P<kind>{'|'.join(LINK_KINDS)}):(?P<id>.*)$")
_ELSEWHERE = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")
_NAMED_AT_MOST = 12
_OWN_FOLDER = "Links lead from this page's own folder: ../ goes one folder up."

_FindPlace = Callable[[], Place]


def check_record_links(index: Index, problems: Problems) -> None:
    """Texts of the framework stand on several pages, so their links name records, pages or web addresses."""
    for entry in index.framework.entries():
        for path, _mark, text in prose(entry.record):
            for target, _offset in link_targets(text) if "](" in text else ():
                if not _RECORD.match(target) and not _ELSEWHERE.match(target):
                    problems.add(
                        "LINK-PAGE",
                        f'A text of the framework cannot link to "{target}".',
                        entry.place(*path),
                        hint="Write  term:id , source:id , page:folder/page.md  or a whole web address.",
                    )


def check_links(site: SiteView, problems: Problems) -> None:
    """Report every link to a page, file, heading or record that is not there."""
    checker = _Checker(site, problems)
    for written in site.pages:
        if written.source is not None:
            checker.check_names(written.source)
        checker.check_page(written)


class _Checker:
    """Checks the links of a site. A place is looked for only when a link turns out to be dead."""

    def __init__(self, site: SiteView, problems: Problems) -> None:
        self._site = site
        self._problems = problems
        self._pages = {page.src: page for page in site.pages}
        self._made: set[str] = set()  # a template's dead link is reported once, not for each page made from it
        self._anchors = cache(lambda src: frozenset(anchors_of(self._pages[src].markdown)))
        self._rendered_anchors = cache(lambda src: rendered_anchors(self._pages[src].markdown))

    def check_names(self, page: Page) -> None:
        """Links that name an address, [text][name], have one: a line with [name]: and the address."""
        for text, name, offset, length in nameless_links(page.body):
            self._problems.add(
                "LINK-PAGE",
                f'This page gives no address for "{name}".',
                page.place_at(offset, length),
                hint=f"Write  [{text}](page.md) , or add a line  [{name}]: page.md  below.",
            )

    def check_page(self, written: WrittenPage) -> None:
        """Check every link of a page."""
        for target, find_place in self._links(written):
            if written.source is None:
                if target in self._made:
                    continue
                self._made.add(target)
            self._check(target, find_place, written)

    def _links(self, written: WrittenPage) -> Iterator[tuple[str, _FindPlace]]:
        """Every link of a page: those written by hand, each time, then those that macros made, once."""
        seen = set()
        source = written.source
        if source is not None:
            for target, offset in link_targets(source.body):
                seen.add(target)
                yield target, lambda target=target, offset=offset: source.place_at(offset, len(target))  # type: ignore[misc]
        if source is None or source.body is not written.markdown:
            for target, _offset in link_targets(written.markdown):
                if target not in seen:
                    seen.add(target)
                    yield target, lambda target=target: self._place_of_made(target, written)  # type: ignore[misc]

    def _place_of_made(self, target: str, written: WrittenPage) -> Place:
        """Where the link that a macro made comes from: a call, a text of the framework, or the page itself."""
        record = _RECORD.match(target)
        if record and written.source:
            offset = written.source.body.find(f'"{record["id"]}"')
            if offset >= 0:
                return written.source.place_at(offset + 1, len(record["id"]))
        whole = re.compile(rf"\]\({re.escape(target)}[)\s]")
        documents = self._site.index.framework.documents
        # the text that the page is made from first: others may hold the same link
        for document in sorted(documents, key=lambda one: one.file != written.origin):
            found = whole.search(document.text)
            if found:
                return document.place_at(found.start() + 2, len(target))
        return _origin(written)

    def _check(self, target: str, find_place: _FindPlace, written: WrittenPage) -> None:
        record = _RECORD.match(target)
        if record and record["kind"] != "page":
            self._check_record(record["kind"], record["id"], find_place, written)
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
            hint = self._nearest(posixpath.normpath(path).lstrip("/"), here)
            self._add_lost_page("A link that begins with a slash leads out of the manual.", hint, find_place, written)
        elif src not in self._pages and not self._site.may_be_there(src):
            hint = self._nearest(src, "" if record else here)
            self._add_lost_page(f'There is no page or file "{src}".', hint, find_place, written)
        elif anchor and src in self._pages and self._pages[src].whole and not self._has(src, anchor):
            self._add_lost_anchor(src, anchor, find_place, written)

    def _has(self, src: str, anchor: str) -> bool:
        """Whether a page has an anchor: the quick look first, and the page as Markdown makes it only in doubt."""
        return anchor in self._anchors(src) or anchor in self._rendered_anchors(src)

    def _add_lost_page(self, message: str, hint: str, find_place: _FindPlace, written: WrittenPage) -> None:
        self._problems.add("LINK-PAGE", message, find_place(), hint=hint or _OWN_FOLDER, subject=written.title)

    def _add_lost_anchor(self, src: str, anchor: str, find_place: _FindPlace, written: WrittenPage) -> None:
        if any(self._site.index.framework.may_hold(kind, anchor) for kind in self._site.index.tables):
            return
        addresses = sorted(f"#{one}" for one in self._anchors(src))
        more = ", …" if len(addresses) > _NAMED_AT_MOST else ""
        self._problems.add(
            "LINK-ANCHOR",
            f'"{src}" has no heading with the address "#{anchor}".',
            find_place(),
            hint=did_you_mean(f"#{anchor}", addresses)
            or "Its headings are: " + ", ".join(addresses[:_NAMED_AT_MOST]) + more + ".",
            subject=written.title,
        )

    def _check_record(self, kind: str, wanted: str, find_place: _FindPlace, written: WrittenPage) -> None:
        known = self._site.index.tables[kind]
        if wanted in known:
            if kind == "term" and known[wanted].record.status == "retired":
                self._add_retired(wanted, known[wanted].record.replaced_by, find_place(), written)
            return
        if self._site.index.framework.may_hold(kind, wanted):
            return
        renamed = self._site.index.former_ids.get(wanted) if kind == "term" else None
        self._problems.add(
            UNKNOWN_ID_CODES[kind],
            f'There is no {kind_in_words(kind)} with the id "{wanted}".',
            find_place(),
            hint=f'It is now called "{renamed.record.id}".'
            if renamed
            else did_you_mean(wanted, known) or f"Look the {kind_in_words(kind)} up in framework/.",
        )

    def _add_retired(self, wanted: str, successor: str | None, place: Place, written: WrittenPage) -> None:
        if place == _origin(written):
            return  # a record names it, and is reported there
        self._problems.add(
            "TERM-RETIRED",
            f'The term "{wanted}" is retired.',
            place,
            hint=f'Link to "{successor}" instead.' if successor else "Link to another term.",
        )

    def _nearest(self, src: str, here: str) -> str:
        """A hint that names the pages closest to a wrong path, as one writes them in a folder."""
        among_terms = src.startswith(TERMS_FOLDER)
        there = [page for page in self._pages if page.startswith(TERMS_FOLDER) == among_terms]
        name = _stem(src)
        same_name = [page for page in there if _stem(page) == name]
        addresses = [posixpath.relpath(page, here or ".") for page in same_name or there]
        hint = "" if same_name else did_you_mean(posixpath.relpath(src, here or "."), addresses)
        return hint or _named([address for address in addresses if did_you_mean(name, [_stem(address)])][:3])


def _named(addresses: Iterable[str]) -> str:
    words = " or ".join(f'"{address}"' for address in addresses)
    return f"Did you mean {words}?" if words else ""


def _stem(path: str) -> str:
    return posixpath.basename(path).removesuffix(".md")


def _origin(written: WrittenPage) -> Place:
    return Place(written.origin, written.origin_line)
