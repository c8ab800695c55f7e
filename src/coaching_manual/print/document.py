"""A pack as plain data: everything that the templates in macros/print/ need, and nothing to look up."""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import segno

from coaching_manual.languages import SPANISH, in_short, in_words
from coaching_manual.manual import Manual
from coaching_manual.pages import WrittenPage
from coaching_manual.print.ends import own_part, with_end
from coaching_manual.print.fields import Field, Fields
from coaching_manual.print.fill import LONGER_END, MARKED, OWN_END, Mark, looks
from coaching_manual.print.lines import first_fitting, running_head
from coaching_manual.print.links import Links
from coaching_manual.print.packs import PAPERS, Pack, Part, Variant
from coaching_manual.print.pictures import Pictures
from coaching_manual.print.setting import Block, Place, Setting
from coaching_manual.print.short import short_address
from coaching_manual.print.sources import Sources
from coaching_manual.print.tree import Node, section_of, without
from coaching_manual.print.turning import turned
from coaching_manual.print.words import WORDS
from coaching_manual.typography import curled

_BODY, _SMALL, _LARGE = 11.0, 10.5, 18.0
_LINE = 7.0 * 72  # points between the margins
_TURNED_LINE, _CARD_LINE, _TABLOID_LINE = 9.5 * 72, 4.7 * 72, 16.0 * 72
_TURNED_HEIGHT, _HEIGHT = PAPERS["letter"]
_MANY = 100  # pages
_AIRY, _DENSE = (1.28, 2.0 * 72), (1.2, 1.4 * 72)  # how far lines are apart, in ems, and the margins above and below
_TALLEST, _TALLEST_LARGE = 1.1, 0.5  # of a page: a row that may be higher may be split; large rows leave large gaps


@dataclass(frozen=True)
class Document:
    """A pack in a variant, ready to be set: data for the template, fields, pictures by name, and its day.

    ``changed`` are the parts that are set another way than in ``data``, by their numbers.
    """

    data: Mapping[str, Any]
    fields: Sequence[Field]
    pictures: Mapping[str, Path]
    day: datetime.date | None
    changed: Mapping[str, Any] = field(default_factory=dict)

    def closer(self, marks: Sequence[Mark]) -> Document:
        """The same with those parts set closer whose pages are nearly empty, as marks of its first setting tell.

        What is filled in on a sheet of several pages stays on one of them.
        """
        parts = self.data["parts"]
        found = looks(marks, parts, self.data["paper"], self.data["size"]["body"])
        return replace(self, changed={str(number): _closer(parts[number], look) for number, look in found.items()})

    @property
    def has_backs(self) -> bool:
        """Whether a side of a leaf may stay empty."""
        return any(part["leaf"] or (part["right"] and self.data["duplex"]) for part in self.data["parts"])

    @cached_property
    def text(self) -> str:
        """The data as Typst reads it."""
        return in_json(self.data)


def in_json(data: Mapping[str, Any]) -> str:
    """Data as the templates read them: always the same for the same content."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Documents:
    """Makes documents from packs."""

    def __init__(self, manual: Manual) -> None:
        self._manual = manual
        self.sources = Sources(manual)
        self._last_day = _last_day(manual.pages)

    def document(self, pack: Pack, variant: Variant) -> Document:
        """A pack in a variant."""
        fields, pictures = Fields(), Pictures(self._manual.project.docs)
        trees = [_printed_of(self.sources, part, pack.language) for part in pack.parts]
        links = Links(pack, trees, self._manual.project, self.sources)
        pack_place = _place(pack, variant)
        beside = pack.title if pack.front == "cover" and not variant.large else ""  # large letters leave it no room
        parts = []
        for number, (part, tree) in enumerate(zip(pack.parts, trees, strict=True)):
            place = replace(pack_place, name=f"p{number}", level=part.level)
            link, title = partial(links.find, src=part.src), partial(links.title, src=part.src)
            setting = Setting(place, fields, link, pictures.of(part.src), title)
            head = running_head(curled(part.running) or self.sources.page(part.src).title, beside, place.width)
            parts.append({"head": head, **self._part(part, place, setting.page(tree))})
        day = self._day(pack)
        return Document({**self._frame(pack, variant, day), "parts": parts}, fields.all, pictures.all, day)

    def _part(self, part: Part, place: Place, blocks: list[Block]) -> dict[str, Any]:
        on_its_side = place.turned
        if not place.turned:
            blocks, on_its_side = turned(blocks, place.width, place.lines)
        title = next((block for block in blocks if block["t"] == "h"), None)
        if title is None:
            title = {"t": "h", "level": part.level, "c": [self.sources.page(part.src).title]}
            blocks.insert(0, title)
        title.update({"supplement": part.numbered, "listed": True, "name": place.name})
        top = [blocks.pop(0)] if blocks[0] is title else []
        url, shown = self._address(part)
        return {
            "name": place.name,
            "right": part.right,
            "leaf": place.on_paper and (part.leaf or any(block["t"] == "cards" for block in blocks)),
            "sheet": part.is_sheet,
            "closer": 0,
            "end": 0,
            "room": [place.width, place.lines],
            "turned": on_its_side,
            "address": shown,
            "url": url,
            "qr": _qr(url) if url else "",
            "top": top,
            "c": blocks,
        }

    def _address(self, part: Part) -> tuple[str, str]:
        """Where a part is on the web, and how that is printed; nothing while the site has no address."""
        site = self._manual.project.site_url
        if not part.address or not site:
            return "", ""
        url = urljoin(site, short_address(part.src))
        return url, url.removeprefix("https://").removeprefix("http://").rstrip("/")

    def _day(self, pack: Pack) -> datetime.date | None:
        """The last day on which one of its pages was changed; if none of them tells, that of the whole manual."""
        return _last_day(self.sources.page(part.src) for part in pack.parts) or self._last_day

    def _draft(self, pack: Pack) -> str:
        """That a pack is a draft, or holds Spanish that no translator has approved; empty if neither is so."""
        pages, words = [self.sources.page(part.src) for part in pack.parts], WORDS[pack.language]
        if any(page.language == SPANISH and not (page.about and page.about.reviewed) for page in pages):
            return words["unreviewed"]
        return words["draft"] if any(page.about and page.about.status == "draft" for page in pages) else ""

    def _frame(self, pack: Pack, variant: Variant, day: datetime.date | None) -> dict[str, Any]:
        words = WORDS[pack.language]
        district = self._manual.views.district
        title = curled(pack.title)
        edition, *shorter = _edition(pack, variant)
        dates = [say(day, pack.language) if day else "" for say in (in_words, in_short)]
        draft = self._draft(pack)
        imprints = [" · ".join(filter(None, (said, date, draft))) for said in shorter for date in dates]
        number = words["page"].format(page=_MANY, pages=_MANY)
        body = _LARGE if variant.large else pack.letters
        small = _LARGE if variant.large else _SMALL
        table = small if pack.letters <= _BODY else body
        return {
            "title": title,
            "edition": edition,
            "imprint": first_fitting(imprints, beside=number, width=_place(pack, variant).width),
            "publisher": district.name if district else self._manual.project.name,
            "description": f"{title}. {edition}.",
            "keywords": [pack.group, pack.kind, pack.language],
            "language": pack.language,
            "words": dict(words),
            "size": {"body": body, "small": small, "table": table},
            "fillable": variant.fillable,
            "duplex": variant.duplex,
            "turned": is_turned(pack, variant),
            "paper": pack.paper,
            "layout": "text" if variant.large else pack.layout,
            "front": pack.front,
            "look": pack.look,
            "about": list(pack.about),
            "missing": list(pack.missing),
            "marked": MARKED,
        }


def _closer(part: Mapping[str, Any], look: int) -> Mapping[str, Any]:
    """A part that is set closer; should it overflow all the same, its last page gets more than a few lines."""
    if look == OWN_END:
        return {**part, "end": own_part(part["c"], *part["room"])}
    blocks, end = with_end(part["c"], *part["room"])
    return {**part, "closer": 0 if look == LONGER_END else look, "c": blocks, "end": end}


def _printed_of(sources: Sources, part: Part, language: str) -> Node:
    """What is printed of a page."""
    tree = sources.tree(part.src, language)
    if part.section:
        tree = section_of(tree, part.section)
    unwanted = frozenset(part.without)
    left_out = [node for node in tree.walk() if (node.classes | {node.tag}) & unwanted] if unwanted else ()
    return without(tree, left_out) if left_out else tree


def _place(pack: Pack, variant: Variant) -> Place:
    """What the parts of a pack share: how much goes on its pages."""
    letters = _LARGE if variant.large else max(pack.letters, _SMALL)
    turned_all = is_turned(pack, variant)
    apart, margins = _AIRY if letters >= _BODY else _DENSE
    return Place(
        name="",
        language=pack.language,
        width=_line(pack, variant) / (letters if variant.large or pack.letters != _BODY else _SMALL),
        lines=((_TURNED_HEIGHT if turned_all else _HEIGHT) - margins) / (letters * apart),
        narrow_heads=pack.turned,
        turned=turned_all,
        on_paper=not variant.fillable,
        tallest=_TALLEST_LARGE if variant.large else _TALLEST,
        large=variant.large,
    )


def is_turned(pack: Pack, variant: Variant) -> bool:
    """Whether every page is landscape. Cards in large print are pages of their own."""
    return pack.turned or (pack.layout == "cards" and not variant.large)


def _edition(pack: Pack, variant: Variant) -> tuple[str, ...]:
    """For whom a pack is and how it is printed, in words; and what its foot says of it, the longest first."""
    words = WORDS[pack.language]
    kinds = [words["fillable"] if variant.fillable else "", words["large"] if variant.large else ""]
    variants = ", ".join(filter(None, kinds))
    alone = variants[:1].upper() + variants[1:]
    if variant.fillable and pack.group == "Forms":
        return alone, alone  # a form says in its edition that it is filled in
    edition = ", ".join(filter(None, (pack.edition, variants)))
    return (edition, alone) if variant.large else (edition, edition, alone)


def _line(pack: Pack, variant: Variant) -> float:
    """The width of a line of text, in points."""
    if pack.paper == "tabloid":
        return _TABLOID_LINE
    if not is_turned(pack, variant):
        return _LINE
    return _CARD_LINE if pack.layout == "cards" else _TURNED_LINE


def _last_day(pages: Iterable[WrittenPage]) -> datetime.date | None:
    abouts = (page.about for page in pages)
    return max((day for about in abouts if about for day in (about.updated, about.reviewed) if day), default=None)


def _qr(address: str) -> str:
    """A square code as SVG, black on white."""
    drawn = io.BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(drawn, kind="svg", border=2, light="white", xmldecl=False, omitsize=True, svgclass=None, lineclass=None)
    return drawn.getvalue().decode()
