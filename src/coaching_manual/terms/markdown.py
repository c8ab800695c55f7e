"""Which parts of a Markdown text are prose.

Everything else is blanked out with spaces, so that a match in the result stands at the same place
(line and column) as in the source.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class _Part(NamedTuple):
    """A kind of thing that is not prose. ``sign`` stands in every text that holds one, and is quick to look for."""

    sign: str
    pattern: re.Pattern[str]


def _part(sign: str, pattern: str) -> _Part:
    return _Part(sign, re.compile(pattern, re.DOTALL | re.MULTILINE))


_FENCES = (
    _part("```", r"^[ \t]*(?P<fence>`{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)`*[ \t]*$|\Z)"),
    _part("~~~", r"^[ \t]*(?P<fence>~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)~*[ \t]*$|\Z)"),
)
_CODE_IN_LINE = _part("`", r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)")
_OPTED_OUT = _part("terms:", r"<!--\s*terms:\s*off\s*-->.*?(?:<!--\s*terms:\s*on\s*-->|\Z)")
_COMMENTS = _part("-->", r"<!--.*?-->")
_HTML_CODE = _part("</", r"<(?P<tag>script|style|code|pre)\b[^<>]*>.*?</(?P=tag)>")
_HTML_QUOTES = _part("</q", r"<q\b[^<>]*>.*?</q>")
_CALLS = _part("}", r"\{\{.*?\}\}|\{%.*?%\}")
_TAGS = _part("<", r"</?[A-Za-z][^<>]*>")
_LINKS = _part("](", r"!?\[[^\[\]]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_LINKS_BY_NAME = _part("][", r"!?\[[^\[\]]*\]\[[^\]\n]*\]")
_WHERE_LINKS_LEAD = _part("](", r"(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_NAMES_OF_LINKS = _part("][", r"(?<=\])\[[^\]\n]*\]")
_LINK_DEFINITIONS = _part("]:", r"^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$")
_ATTRIBUTE_LISTS = _part("{", r"\{:?[ ]*[#.][^{}\n]*\}")
_ADDRESSES = _part("://", r"https?://[^\s<>)\]]+")
_UNDERSCORES = _part("_", r"(?<![\w])_+(?=\w)|(?<=\w)_+(?!\w)")
_MAIL = _part("@", r"\b[\w.+-]+@[\w-]+\.[\w.-]+")
_HEADINGS = _part("#", r"^[ ]{0,3}#{1,6}[ \t][^\n]*$")
_UNDERLINED_HEADINGS = tuple(_part(f"\n{sign}", rf"^[^\n]+\n{sign}+[ \t]*$") for sign in ("=", "---"))
_LABELS = tuple(_part(sign, rf"^[ \t]*{re.escape(sign)}[!+]?[ \t][^\n]*$") for sign in ("!!!", "???", "==="))
_QUOTES = (_part("“", r"“[^”\n]*”"), _part('"', r'"[^"\n]*"'), _part("«", r"«[^»\n]*»"))

_NEVER_PROSE = (
    *_FENCES,
    _COMMENTS,
    _HTML_CODE,
    _CODE_IN_LINE,
    _CALLS,
    _TAGS,
    _WHERE_LINKS_LEAD,
    _NAMES_OF_LINKS,
    _LINK_DEFINITIONS,
    _ATTRIBUTE_LISTS,
    _ADDRESSES,
    _MAIL,
    _UNDERSCORES,
)
_NEVER_LINKED = (_HEADINGS, *_UNDERLINED_HEADINGS, *_LABELS, _LINKS, _LINKS_BY_NAME)

SKIPPED = frozenset(
    "a h1 h2 h3 h4 h5 h6 code pre kbd samp script style svg math button label form select textarea summary q abbr "
    "nav figcaption thead".split()
)
"""HTML elements in which no term becomes a link."""
OPTED_OUT = re.compile(r"\sdata-terms=[\"']?off|\sclass=\"admonition-title\"")
"""What stands in the tag of an element in which no term becomes a link: opted out, or the title of a note."""
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:[\s/][^<>]*)?)>", re.IGNORECASE)

SWITCH_OFF, SWITCH_ON = "\ue010", "\ue011"
_SWITCH = r"<!--[ \t]*terms:[ \t]*(?P<{}>off|on)[ \t]*-->"
_SWITCH_IN_LINE = re.compile(rf"{_SWITCH.format('before')}(?=[ \t]*[^\s])|(?<=[^\s>])([ \t]*){_SWITCH.format('after')}")


def linkable(text: str) -> str:
    """The prose in which terms may become links: no headings, links, code, tags or passages opted out."""
    text = _without(text, (*_FENCES, _CODE_IN_LINE, _OPTED_OUT, _COMMENTS))
    return _without(_without(_without_skipped(text), _NEVER_LINKED), _NEVER_PROSE)


def spoken(text: str) -> str:
    """The prose in which wording is checked: all that people read, but not what stands in quotation marks.

    A wording in quotation marks is being talked about, not used.
    """
    return _without(text, (*_FENCES, _OPTED_OUT, _HTML_QUOTES, *_NEVER_PROSE, *_QUOTES))


def without_code(text: str) -> str:
    """The text with fenced and inline code blanked out."""
    return _without(text, (*_FENCES, _CODE_IN_LINE))


def in_code(text: str, change: Callable[[str], str]) -> str:
    """The text with its fenced and inline code changed; the change must keep the length."""
    for sign, pattern in (*_FENCES, _CODE_IN_LINE):
        if sign in text:
            text = pattern.sub(lambda found: change(found[0]), text)
    return text


def keep_switches(text: str) -> str:
    """The text with ``<!-- terms: off -->`` inside a line turned into a mark that stays where it is.

    Python-Markdown leaves a comment alone on its line where it stands, and moves others about.
    """
    if "terms:" not in text:
        return text

    def mark(found: re.Match[str]) -> str:
        off = "off" in {found["before"], found["after"]}
        return (found[2] or "") + (SWITCH_OFF if off else SWITCH_ON)

    return _SWITCH_IN_LINE.sub(mark, text)


def _without(text: str, parts: tuple[_Part, ...]) -> str:
    for sign, pattern in parts:
        if sign in text:
            text = pattern.sub(_blank, text)
    return text


def _without_skipped(text: str) -> str:
    """The text with all HTML elements blanked out in which terms do not become links, and all that is in them."""
    kept: list[str] = []
    name, depth, start, last = "", 0, 0, 0
    for tag in _TAG.finditer(text) if "<" in text else ():
        this, empty = tag["name"].lower(), tag["rest"].endswith("/")
        if depth == 0:
            if not empty and not tag["close"] and (this in SKIPPED or OPTED_OUT.search(tag["rest"])):
                name, depth, start = this, 1, tag.start()
        elif this == name and not empty:
            depth += -1 if tag["close"] else 1
            if depth == 0:
                kept += [text[last:start], _blanked(text[start : tag.end()])]
                last = tag.end()
    kept += [text[last:start], _blanked(text[start:])] if depth else [text[last:]]
    return "".join(kept)


def _blank(found: re.Match[str]) -> str:
    return _blanked(found[0])


def _blanked(text: str) -> str:
    return re.sub(r"[^\n]", " ", text) if "\n" in text else " " * len(text)
