"""Short addresses of pages: short enough to be typed from a sheet of paper, and the same for ever."""

from __future__ import annotations

import hashlib

_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"  # without those that look like others
_LENGTH = 5
FOLDER = "go"


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
