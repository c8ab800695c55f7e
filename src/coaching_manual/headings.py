"""Headings that can be linked: each one leads to itself, so that its address can be copied or sent."""

from __future__ import annotations

import re

_HEADING = re.compile(
    r'<h(?P<level>[2-4])(?P<attributes>(?:\s[^>]*)?\sid="(?P<id>[^"]+)"[^>]*)>(?P<text>.*?)</h(?P=level)>', re.DOTALL
)
_UNSEEN = re.compile(r'\sclass="[^"]*\bunseen\b')


def link_headings(html: str) -> str:
    """The HTML of a page with the text of each heading below its title as a link to that heading.

    The link holds the words of the heading, so it needs no other name, and the heading keeps its own. Headings
    without an id, with a link in them, or for screen readers only (a focus there could not be seen) are left alone.

    >>> link_headings('<h2 id="why">Why</h2>')
    '<h2 id="why"><a class="heading-link" href="#why">Why</a></h2>'
    """
    return _HEADING.sub(_linked, html)


def _linked(heading: re.Match[str]) -> str:
    text = heading["text"]
    if "<a " in text or _UNSEEN.search(heading["attributes"]):
        return heading[0]
    tag = f"h{heading['level']}"
    return f'<{tag}{heading["attributes"]}><a class="heading-link" href="#{heading["id"]}">{text}</a></{tag}>'
