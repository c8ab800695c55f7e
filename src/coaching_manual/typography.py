"""Quotation marks as print has them, whichever ones were typed: in the records they are straight, as on keyboards."""

from __future__ import annotations

import re

_TYPED = re.compile(r"[\"']")
_PARTS = re.compile(r"(?s)<(?P<code>code|pre|kbd|script|style)\b.*?</(?P=code)>|<(?P<tag>/?[a-zA-Z]\w*)[^>]*>|[^<]+|<")
_INLINE = frozenset("a abbr b cite dfn em i mark q s small span strong sub sup u".split())
_OPENS_AFTER = " \n\t\u00a0([{—–-/“‘«"
_DASHES = "—–-"  # a mark between a dash and no letter closes
_PIECES = re.compile(r"\"|'(?:\d\ds?|[Ee]m|[Tt]is|[Tt]was|[Cc]ause)\b|'|[^\"']+")
"""A mark before two digits or a word cut short is an apostrophe."""


def curled(html: str) -> str:
    r"""A text, or a piece of HTML, with curly quotation marks and apostrophes; tags and code stay as they are.

    >>> curled("\"It's <em>'mine'</em>,\" she said in '24. <code>'a'</code>")
    "“It’s <em>‘mine’</em>,” she said in ’24. <code>'a'</code>"
    >>> curled('<p>One.</p><p class="x">"Two" and "<b>three</b>"</p>')
    '<p>One.</p><p class="x">“Two” and “<b>three</b>”</p>'
    """
    if not _TYPED.search(html):
        return html
    before, done = " ", []
    for part in _PARTS.finditer(html):
        text = part[0]
        if part["code"]:
            before = "x"
        elif part["tag"]:
            before = before if part["tag"].lstrip("/").lower() in _INLINE else " "
        else:
            text = _curled(text, before)
            before = text[-1]
        done.append(text)
    return "".join(done)


def _curled(text: str, before: str) -> str:
    done: list[str] = []
    for found in _PIECES.finditer(text):
        piece, after = found[0], text[found.end() : found.end() + 1]
        opens = before in _OPENS_AFTER and not (before in _DASHES and not after.isalnum())
        if piece == '"':
            done.append("“" if opens else "”")
        elif piece.startswith("'"):
            done.append("‘" if opens and len(piece) == 1 else "’" + piece[1:])
        else:
            done.append(piece)
        before = done[-1][-1]
    return "".join(done)
