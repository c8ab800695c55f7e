"""Small pictures in two colours and the shades between them, drawn with the site's own font."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO

from coloraide import Color
from PIL import Image, ImageColor, ImageFont

_FONT = "theme/assets/manual/fonts/atkinson-hyperlegible-next-latin-400-700-normal.woff2"
_BITS = 2  # for each point: four shades are enough for smooth edges, and weigh half of sixteen
_MOST = 2**_BITS - 1
_SHADE_OF = [value >> (8 - _BITS) for value in range(256)]
_COMPRESSION = 4  # of 9: stronger costs ten times the time for a tenth of the bytes
_INKS = ("#ffffff", "#000000")
_TEXT_CONTRAST = 4.51  # see look.py


@cache
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """The site's font; ``size`` in pixels, ``weight`` from 200 to 800."""
    with as_file(files("coaching_manual") / _FONT) as path:
        # always the plain way of setting type, so that every machine draws the same picture
        opened = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    opened.set_variation_by_axes([weight])
    return opened


def finish(mask: Image.Image, ground: str) -> bytes:
    """A PNG from a drawing in which 0 is the ground and 255 the ink; ``ground`` is a colour such as #0b5a6b."""
    picture = Image.frombytes("P", mask.size, mask.point(_SHADE_OF).tobytes())
    picture.putpalette(list(_shades(ground, ink_on(ground))))
    file = BytesIO()
    picture.save(file, "PNG", bits=_BITS, compress_level=_COMPRESSION)
    return file.getvalue()


def _shades(ground: str, ink: str) -> Iterator[int]:
    """Red, green and blue of every shade from the ground to the ink."""
    ends = list(zip(ImageColor.getrgb(ground), ImageColor.getrgb(ink), strict=True))
    for step in range(_MOST + 1):
        yield from (round(first + (last - first) * step / _MOST) for first, last in ends)


def ink_on(ground: str) -> str:
    """White where it can be read on a colour, as in the header of the pages, or else black.

    >>> ink_on("#0b5a6b"), ink_on("#ffd166")
    ('#ffffff', '#000000')
    """
    return next(ink for ink in _INKS if Color(ink).contrast(ground) >= _TEXT_CONTRAST)
