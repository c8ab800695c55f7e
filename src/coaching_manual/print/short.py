"""Short addresses of pages: short enough to be typed from a sheet of paper, and the same for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from html import escape

from coaching_manual.addresses import relative_address
from coaching_manual.languages import language_of

_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"  # without those that look like others
_LENGTH = 5
FOLDER = "go"
_LEADS_ON = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={address}">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p><a href="{address}">{title}</a></p>
</main>
</body>
</html>
"""


def short_address(src: str) -> str:
    """The address, below the site's root, that leads to a page; it depends on the page's path only.

    >>> short_address("training/coaching-foundations/handouts/request-cards.md")
    'go/npnxf/'
    """
    number = int.from_bytes(hashlib.sha256(src.encode()).digest()[:8], "big")
    signs = []
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[place])
    return f"{FOLDER}/{''.join(signs)}/"


def pages_that_lead_on(titles: Mapping[str, str], *, directory_urls: bool) -> dict[str, str]:
    """For each page (its path below docs/, and its title) a short address, and the page there that leads to it.

    Two pages with the same short address would be a mistake on paper that nobody can mend: ValueError.
    """
    found: dict[str, str] = {}
    for src, title in titles.items():
        here = short_address(src)
        if here in found:
            raise ValueError(f"{src} has the same short address as another page. Give its record another id.")
        found[here] = _LEADS_ON.format(
            language=language_of(src),
            address=escape(relative_address(src, here, directory_urls=directory_urls)),
            title=escape(title),
        )
    return found
