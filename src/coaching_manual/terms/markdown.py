"""Which parts of a Markdown text are prose.

Everything else is blanked out with spaces, so that a match in the result stands at the same place
(line and column) as in the source.
"""

from __future__ import annotations

import re

_FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_OFF = re.compile(r"<!--\s*terms:\s*off\s*-->.*?(?:<!--\s*terms:\s*on\s*-->|\Z)", re.DOTALL)
_NEVER_PROSE = re.compile(
    r"<!--.*?-->"  # comments
    r"|<(?:script|style|code|pre)\b.*?</(?:script|style|code|pre)>"
    r"|\{\{.*?\}\}|\{%.*?%\}"  # macro calls
    r"|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"  # code in a line
    r"|</?[A-Za-z][^<>]*>"  # tags
    r"|(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|(?<=\])\[[^\]\n]*\]"  # where links lead
    r"|^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$"  # link definitions
    r"|\{:?[ ]*[#.][^{}\n]*\}"  # attribute lists
    r"|https?://[^\s<>)\]]+|\b[\w.+-]+@[\w-]+\.[\w.-]+",
    re.DOTALL | re.MULTILINE,
)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t][^\n]*$|^[^\n]+\n[ ]{0,3}(?:=+|-{3,})[ \t]*$", re.MULTILINE)
_LINK_TEXT = re.compile(r"!?\[[^\[\]]*\](?=[(\[])")
_LABELS = re.compile(r'^[ \t]*(?:!!!|\?\?\?\+?|===!?\+?)[ \t][^\n]*$', re.MULTILINE)
_HTML_SKIPPED = re.compile(
    r"<(?P<tag>a|h[1-6]|button|label|summary|kbd|q|svg)\b[^>]*>.*?</(?P=tag)>", re.DOTALL | re.IGNORECASE
)
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»|<q\b.*?</q>", re.DOTALL)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def linkable(text: str) -> str:
    """The prose in which terms may become links: no headings, links, code, tags or passages opted out."""
    text = _without_code(text)
    for pattern in (_OFF, _HTML_SKIPPED, _HEADING, _LABELS, _LINK_TEXT, _NEVER_PROSE):
        text = pattern.sub(_blank, text)
    return text


def spoken(text: str) -> str:
    """The prose in which wording is checked: all that people read, but not what stands in quotation marks.

    A wording in quotation marks is being talked about, not used.
    """
    text = _without_code(text)
    for pattern in (_OFF, _NEVER_PROSE, _QUOTED):
        text = pattern.sub(_blank, text)
    return text


def without_code(text: str) -> str:
    """The text with fenced and inline code blanked out."""
    return _without_code(text, inline=True)


def _without_code(text: str, *, inline: bool = False) -> str:
    if "```" in text or "~~~" in text:
        text = _FENCE.sub(_blank, text)
    return _INLINE_CODE.sub(_blank, text) if inline and "`" in text else text


_INLINE_CODE = re.compile(r"(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
