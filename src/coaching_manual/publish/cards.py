"""The picture that stands beside a link to a page when somebody shares it: drawn from the page's title."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont

from coaching_manual.publish.drawing import finish, font

_WIDTH, _HEIGHT = 1200, 630  # what the services that show such pictures ask for
_MARGIN = 80
_LINE = _WIDTH - 2 * _MARGIN
_SIZES = (92, 76, 62)  # the largest that fits
_MOST_LINES = 3
_LEADING = 1.14
_TITLE_TOP = 172
_DESIGN = 1  # count on when the drawing changes: kept pictures are drawn again


@dataclass(frozen=True)
class Card:
    """What a picture shows; ``ground`` is a colour such as #0b5a6b."""

    title: str
    section: str
    site_name: str
    publisher: str
    ground: str


def write_cards(site: Path, cards: dict[str, Card], cache_folder: Path) -> None:
    """Write a picture for each card, by its path below the site's folder.

    A picture is kept in ``cache_folder`` under everything that it shows, and drawn only once; what no card
    wants any more is removed there.
    """
    kept = {path: cache_folder / f"{_name_of(card)}.png" for path, card in cards.items()}
    for path, card in cards.items():
        if not kept[path].is_file():
            _write(kept[path], draw(card))
        _write(site / path, kept[path].read_bytes())
    _remove_others(cache_folder, set(kept.values()))


def _name_of(card: Card) -> str:
    shown = repr((_DESIGN, PIL.__version__, *astuple(card)))
    return hashlib.sha256(shown.encode()).hexdigest()[:32]


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _remove_others(folder: Path, wanted: Iterable[Path]) -> None:
    if folder.is_dir():
        for path in set(folder.glob("*.png")).difference(wanted):
            path.unlink()


def draw(card: Card) -> bytes:
    """The picture as a PNG of 1200 by 630 pixels."""
    mask = _frame(card.section, card.site_name, card.publisher).copy()
    size, lines = fit(card.title)
    pen = ImageDraw.Draw(mask)
    for number, line in enumerate(lines):
        pen.text((_MARGIN, _TITLE_TOP + round(number * size * _LEADING)), line, fill=255, font=font(size, 700))
    return finish(mask, card.ground)


@cache
def _frame(section: str, site_name: str, publisher: str) -> Image.Image:
    """What the pictures of a section have in common."""
    mask = Image.new("L", (_WIDTH, _HEIGHT), 0)
    pen = ImageDraw.Draw(mask)
    pen.text((_MARGIN, 96), section, fill=255, font=font(38, 500))
    pen.rectangle((_MARGIN, 486, _MARGIN + 120, 491), fill=255)
    pen.text((_MARGIN, 506), site_name, fill=255, font=font(38, 700))
    pen.text((_MARGIN, 554), publisher, fill=255, font=font(30, 400))
    return mask


def fit(title: str) -> tuple[int, list[str]]:
    """The size in pixels at which a title fits, and its lines; what is far too long ends in three dots."""
    for size in _SIZES:
        lines = _wrapped(title, font(size, 700))
        if len(lines) <= _MOST_LINES:
            return size, lines
    shown = lines[:_MOST_LINES]
    return size, [*shown[:-1], shown[-1].rstrip(" .,;:") + "…"]


def _wrapped(title: str, face: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and face.getlength(longer) > _LINE:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
