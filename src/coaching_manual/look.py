"""The district's one colour, and what is made of it so that everybody can read it.

A colour that is right on a banner is often too pale for a link, and too bright for a dark screen. So the band at
the top takes the colour as it is, and the other shades keep its hue while their lightness moves until they stand
out from every ground that they are shown on (WCAG 2.2: 1.4.3).
"""

from __future__ import annotations

from collections.abc import Iterable

from coloraide import Color

TEXT_CONTRAST = 4.51  # a hair more than WCAG asks: programs that measure it round differently
# the grounds of light.css and dark.css that links stand on; a test holds them to those files
LIGHT_GROUNDS = ("#fffdf8", "#f7f2e7")
DARK_GROUNDS = ("#161b1d", "#20282b")
_INKS = ("#ffffff", "#000000")  # on any colour, one of the two reaches 4.58
_STEP = 0.01  # of lightness, from 0 to 1: finer than an eye can tell


def stylesheet(district: str) -> str:
    """The style sheet with the shades of a colour, written as # and six hexadecimal digits."""
    colour = Color(district)
    shades = {**_light(colour), **_dark(colour)}
    lines = "".join(f"  --{name}: {shade};\n" for name, shade in shades.items())
    return f"/* Made from the colour of the district, {district}. */\n\n:root {{\n{lines}}}\n"


def _light(colour: Color) -> dict[str, str]:
    tint = _shade(colour, 0.95, most_chroma=0.013)
    return {
        "light-brand": _hex(colour),
        "light-brand-ink": _ink_on(colour),
        "light-link": _hex(_readable(colour, (*LIGHT_GROUNDS, _hex(tint)), start=_lightness(colour), step=-_STEP)),
        "light-tint": _hex(tint),
    }


def _dark(colour: Color) -> dict[str, str]:
    brand = _shade(colour, min(_lightness(colour), 0.34), most_chroma=0.12)
    tint = _shade(colour, 0.3, most_chroma=0.02)
    return {
        "dark-brand": _hex(brand),
        "dark-brand-ink": _ink_on(brand),
        "dark-link": _hex(_readable(colour, (*DARK_GROUNDS, _hex(tint)), start=0.82, step=_STEP, most_chroma=0.1)),
        "dark-tint": _hex(tint),
    }


def _readable(colour: Color, grounds: Iterable[str], *, start: float, step: float, most_chroma: float = 0.4) -> Color:
    """The first shade, from a lightness on, whose text can be read on every ground."""
    behind = [Color(ground) for ground in grounds]
    lightness = start
    while True:
        shade = _shade(colour, lightness, most_chroma=most_chroma)
        if all(shade.contrast(ground) >= TEXT_CONTRAST for ground in behind):
            return shade
        lightness += step


def _shade(colour: Color, lightness: float, *, most_chroma: float) -> Color:
    """A colour of the same hue; rounded as it will be written, so that what is measured is what is seen."""
    perceived = colour.convert("oklch")
    chroma, hue = (perceived.get(name, nans=False) for name in ("chroma", "hue"))
    shade = Color("oklch", [lightness, min(chroma, most_chroma), hue]).convert("srgb").fit()
    return Color(_hex(shade))


def _ink_on(ground: Color) -> str:
    """White where it can be read, which looks calmer on most colours, or else black."""
    return next(ink for ink in _INKS if Color(ink).contrast(ground) >= TEXT_CONTRAST)


def _lightness(colour: Color) -> float:
    return float(colour.convert("oklch")["lightness"])


def _hex(colour: Color) -> str:
    return str(colour.to_string(hex=True))
