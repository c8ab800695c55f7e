"""Longer Markdown texts of records as HTML: paragraphs, lists, tables, boxes, answers, places to write, cards."""

from __future__ import annotations

import re

from markdown import Markdown
from markupsafe import escape

from coaching_manual.answers import with_answers
from coaching_manual.typography import curled

SPACE = re.compile(r"\[\[(?:(?P<kind>lines|box) (?P<count>[1-9][0-9]?)|sign)\]\]")
"""A place to write on: ``[[lines 3]]`` or ``[[box 6]]``; and a line that is signed: ``[[sign]]``."""
CARDS = re.compile(r"\[\[cards\]\](?=[ ]*\n\s*(?:[-*+]|\d+\.)[ ])")
"""``[[cards]]`` above a list: each of its entries is a card to cut out."""
LIKE_A_SPACE = re.compile(r"\[\[[^\[\]\n]*\]\]")
"""What looks like a place to write on, and may be misspelt."""

# people begin a list right below a sentence, and Python-Markdown would read it as part of the sentence
_MARKUP = re.compile(r"[*_`\[<>\\!\n&#|]|^[-+]|^\d+\.|\( \)")  # most texts are plain sentences
_LIST_AFTER_TEXT = re.compile(r"^(?P<text>(?!(?:[-*+]|\d+\.)[ ])[^\s|][^\n]*\n)(?=(?:[-*+]|1\.)[ ])", re.MULTILINE)
_HEADING = re.compile(r"<(?P<close>/?)h(?P<level>[1-6])>")
_TICK = re.compile(r"(?P<item><li>(?:\s*<p>)?)?\[ \][ \u00a0]?")
_CARDS = re.compile(r"<p>\[\[cards\]\]</p>\s*<(?P<list>[uo]l)(?=[ >])")
_LOWEST = 6
_WORDS = {
    "en": {
        "lines": "Space to write: {count} lines",
        "line": "Space to write: one line",
        "box": "Space to write or draw",
    },
    "es": {
        "lines": "Espacio para escribir: {count} líneas",
        "line": "Espacio para escribir: una línea",
        "box": "Espacio para escribir o dibujar",
    },
}
SIGN_HERE = {"en": "(on paper, with a pen)", "es": "(en papel, con pluma)"}
"""What stands before a line that is signed: a name that is typed is no signature."""
_TO_TICK = {"en": "To tick:", "es": "Para marcar:"}


class Blocks:
    """Turns Markdown into HTML, and remembers what it has turned."""

    def __init__(self) -> None:
        self._markdown = Markdown(extensions=["tables", "sane_lists"], tab_length=2)
        self._known: dict[tuple[str, int, str], str] = {}

    def html(self, text: str, top: int = 3, language: str = "en") -> str:
        """The HTML of a text whose highest headings have the level ``top``; its words to add are in ``language``."""
        if not _MARKUP.search(text):
            return f"<p>{escape(curled(text))}</p>"
        key = (text, top, language)
        if key not in self._known:
            html = self._markdown.reset().convert(_LIST_AFTER_TEXT.sub(r"\g<text>\n", text))
            html = _CARDS.sub(r'<\g<list> class="cut-cards"', html)
            spaced = _with_spaces(_with_boxes(_with_levels(html, top), language), language)
            self._known[key] = with_answers(curled(spaced))
        return self._known[key]


def _with_levels(html: str, top: int) -> str:
    """The headings with levels from ``top`` on, without a gap, in the order that they had."""
    levels = sorted({found["level"] for found in _HEADING.finditer(html)})
    new = {level: min(_LOWEST, top + rank) for rank, level in enumerate(levels)}
    return _HEADING.sub(lambda found: f"<{found['close']}h{new[found['level']]}>", html)


def _with_boxes(html: str, language: str) -> str:
    """``[ ]`` as a box to tick; an entry of a list that begins with one has no other mark."""
    box = f'<span class="tick"><span class="unseen">{_TO_TICK[language]}</span></span> '

    def tick(found: re.Match[str]) -> str:
        return (found["item"] or "").replace("<li>", '<li class="to-tick">') + box

    return _TICK.sub(tick, html)


def _with_spaces(html: str, language: str) -> str:
    """Places to write on, as empty lines or a frame that a screen reader names."""

    def space(found: re.Match[str]) -> str:
        return _space(found["kind"], int(found["count"]), language) if found["kind"] else _to_sign(language)

    return SPACE.sub(space, html)


def _space(kind: str, count: int, language: str) -> str:
    words = _WORDS[language]["line" if kind == "lines" and count == 1 else kind].format(count=count)
    lines = '<span class="space__line"></span>' * count
    return f'<span class="space space--{kind}"><span class="unseen">{words}</span>{lines}</span>'


def _to_sign(language: str) -> str:
    note = f'<span class="sign__note">{SIGN_HERE[language]}</span>'
    return f'<span class="sign">{note}<span class="sign__line"></span></span>'
