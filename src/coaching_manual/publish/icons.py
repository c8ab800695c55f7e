"""The site's icons, drawn from the initials of its name, and the file that tells phones about them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from PIL import Image, ImageDraw

from coaching_manual.publish.drawing import finish, font

FOLDER = "assets/manual/icons"
MANIFEST = "manifest.webmanifest"
_SIZES = (48, 180, 192, 512)  # browser tab, home screen of an iPhone, and what the manifest asks for
_LISTED = (192, 512)
_SAFE = 0.6  # of the width: phones cut icons into circles
_MOST_LETTERS = 3
_PAPER = "#fffdf8"  # what a phone shows while the first page loads


def initials(name: str) -> str:
    """The first letters of the words that carry a name.

    >>> initials("Coaching and Mentoring Manual"), initials("the handbook")
    ('CMM', 'TH')
    """
    words = re.findall(r"\w+", name)
    capitals = [word for word in words if word[0].isupper()] or words
    return "".join(word[0] for word in capitals[:_MOST_LETTERS]).upper()


def write_icons(site: Path, name: str, language: str, ground: str) -> None:
    """Write the icons and the manifest; ``ground`` is the district's colour."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for size in _SIZES:
        (folder / f"icon-{size}.png").write_bytes(draw_icon(initials(name), size, ground))
    icons = [
        {"src": f"{FOLDER}/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in _LISTED
        for purpose in ("any", "maskable")
    ]
    manifest = {
        "name": name,
        "lang": language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": ground,
        "background_color": _PAPER,
        "icons": icons,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (site / MANIFEST).write_text(text, encoding="utf-8", newline="\n")


def draw_icon(letters: str, size: int, ground: str) -> bytes:
    """A square PNG with some letters; ``size`` in pixels."""
    mask = Image.new("L", (size, size), 0)
    trial = font(100, 800).getlength(letters)
    face = font(round(min(100 * size * _SAFE / trial, size * _SAFE)), 800)
    ImageDraw.Draw(mask).text((size / 2, size / 2), letters, fill=255, font=face, anchor="mm")
    return finish(mask, ground)
