"""Marking the first use of each term in each section of a rendered page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from coaching_manual.terms.markdown import OPTED_OUT, SKIPPED, SWITCH_OFF, SWITCH_ON
from coaching_manual.terms.matcher import Matcher

# splits into text, token, "/" of a closing tag, name of the tag, text, token, …
_ATTRIBUTES = r"""(?:[^>"']+|"[^"<]*"|'[^'<]*'|["'])*+"""  # a quoted value may hold >
_TOKEN = re.compile(
    rf"(<!--.*?-->|[{SWITCH_OFF}{SWITCH_ON}]|<(/?)([a-zA-Z][a-zA-Z0-9]*){_ATTRIBUTES}>|<[^>]*>)", re.DOTALL
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SWITCH = re.compile(r"<!--\s*terms:\s*(on|off)\s*-->")
_INLINE_SWITCHES = {SWITCH_ON: True, SWITCH_OFF: False}
_TITLE = 'class="admonition-title"'  # what stands above a note is a heading in all but name
_TERM_LINK = re.compile(r'<a class="term-link" href="term:([a-z0-9-]+)">')


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
    that the macro ``term`` made get the same tag. Terms in ``never`` (a term's own page) are left alone.
    Headings begin sections; headings, links, code, forms and passages between ``<!-- terms: off -->`` and
    ``<!-- terms: on -->`` are left untouched.
    """
    out: list[str] = []
    used: dict[str, None] = {}
    in_section: set[str] = set(never)
    skipping: list[str] = []
    on = True
    parts = _TOKEN.split(html)
    for at in range(0, len(parts), 4):
        text = parts[at]
        if on and not skipping and text and not text.isspace():
            text = _mark_text(text, matcher, open_link, in_section, used)
        out.append(text)
        if at + 1 == len(parts):
            break
        token, closes, name = parts[at + 1], parts[at + 2], parts[at + 3]
        if name is None:
            on = _switched(token, on=on)
            out.append("" if token in _INLINE_SWITCHES else token)
            continue
        name = name.lower()
        if name in _HEADINGS and not closes:
            in_section = set(never)
        own_link = _TERM_LINK.match(token) if name == "a" else None
        if own_link:
            in_section.add(own_link[1])
            used[own_link[1]] = None
            token = open_link(own_link[1])
        out.append(token)
        if skipping or name in SKIPPED or "data-terms" in token or _TITLE in token:
            _follow_skipping(name, token, closes=bool(closes), skipping=skipping)
    return Marked("".join(out), tuple(used))


def _switched(token: str, *, on: bool) -> bool:
    """Whether marking is on after a comment or an inline switch."""
    comment = _SWITCH.match(token)
    return comment[1] == "on" if comment else _INLINE_SWITCHES.get(token, on)


def _follow_skipping(name: str, token: str, *, closes: bool, skipping: list[str]) -> None:
    """Keep the stack of open elements whose text is not to be marked."""
    if token.endswith("/>"):
        return
    if skipping:
        if name == skipping[0]:
            if closes:
                skipping.pop()
            else:
                skipping.append(name)
    elif not closes and (name in SKIPPED or _TITLE in token or OPTED_OUT.search(token)):
        skipping.append(name)


def _mark_text(
    text: str,
    matcher: Matcher[str],
    open_link: Callable[[str], str],
    in_section: set[str],
    used: dict[str, None],
) -> str:
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
