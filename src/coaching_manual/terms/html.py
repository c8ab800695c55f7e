"""Marking the first use of each term in each section of a rendered page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from coaching_manual.terms.matcher import Matcher

_TOKEN = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_TAG_NAME = re.compile(r"</?\s*([a-zA-Z][a-zA-Z0-9]*)")
_SKIPPED = frozenset(
    "a h1 h2 h3 h4 h5 h6 code pre kbd samp script style svg math button label form select textarea summary q abbr "
    "nav figcaption".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SWITCH = re.compile(r"<!--\s*terms:\s*(on|off)\s*-->")
_TERM_LINK = re.compile(r'<a class="term-link" href="term:([a-z0-9-]+)">')
_OPTED_OUT = re.compile(r"\sdata-terms=[\"']?off")


@dataclass(frozen=True)
class Marked:
    """A page's HTML with its terms linked, and the ids of those terms in the order of their first use."""

    html: str
    terms: tuple[str, ...]


def mark_terms(
    html: str, matcher: Matcher[str], open_link: Callable[[str], str], *, never: frozenset[str] = frozenset()
) -> Marked:
    """Turn the first use of each term in each section into a link.

    ``open_link(term_id)`` returns the opening tag; the words inside stay as the author wrote them. Links
    that the macro ``term`` made get the same tag. Terms in ``never`` (a term's own page) are left alone. Headings begin sections;
    headings, links, code, forms and passages between ``<!-- terms: off -->`` and ``<!-- terms: on -->``
    are left untouched.
    """
    out: list[str] = []
    used: dict[str, None] = {}
    in_section: set[str] = set(never)
    skipping: list[str] = []
    on = True
    for token in _TOKEN.split(html):
        if not token.startswith("<"):
            if token and on and not skipping:
                token = _mark_text(token, matcher, open_link, in_section, used)  # noqa: PLW2901
            out.append(token)
            continue
        own_link = _TERM_LINK.match(token)
        if own_link:
            in_section.add(own_link[1])
            used[own_link[1]] = None
            token = open_link(own_link[1])  # noqa: PLW2901
        out.append(token)
        switch = _SWITCH.match(token)
        if switch:
            on = switch[1] == "on"
            continue
        name_found = _TAG_NAME.match(token)
        if name_found is None:
            continue
        name = name_found[1].lower()
        if name in _HEADINGS and token[1] != "/":
            in_section = set(never)
        _follow_skipping(name, token, skipping)
    return Marked("".join(out), tuple(used))


def _follow_skipping(name: str, token: str, skipping: list[str]) -> None:
    """Keep the stack of open elements whose text is not to be marked."""
    closes = token[1] == "/"
    if skipping:
        if name == skipping[0] and not token.endswith("/>"):
            if closes:
                skipping.pop()
            else:
                skipping.append(name)
    elif not closes and not token.endswith("/>") and (name in _SKIPPED or _OPTED_OUT.search(token)):
        skipping.append(name)


def _mark_text(
    text: str,
    matcher: Matcher[str],
    open_link: Callable[[str], str],
    in_section: set[str],
    used: dict[str, None],
) -> str:
    if not text.strip():
        return text
    pieces: list[str] = []
    last = 0
    for match in matcher.find(text):
        term = match.label.target
        if term in in_section:
            continue
        in_section.add(term)
        used[term] = None
        pieces += [text[last : match.start], open_link(term), text[match.start : match.end], "</a>"]
        last = match.end
    if not last:
        return text
    pieces.append(text[last:])
    return "".join(pieces)
