"""Answers of which only one can be chosen, in the HTML of Markdown: ``( ) Yes ( ) No``, in a list, a line or cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from coaching_manual.tables import name_of_row

MARK = "( )"
"""What stands before each answer."""
_ENTRY = re.compile(r"<li>(?:\s*<p>)?\( \) (?P<answer>(?:(?!</?(?:li|[uo]l|p)>).)*)(?:</p>\s*)?</li>\n", re.DOTALL)
_ENTRIES = _ENTRY.pattern.replace("?P<answer>", "?:")
_LIST = re.compile(rf"(?:<p>(?P<asked>[^\n]*)</p>\n)?<ul>\n(?P<answers>(?:{_ENTRIES})+)</ul>", re.DOTALL)
_LINE = re.compile(r"<p>(?P<asked>[^\n]*?)[ ]?(?P<answers>\( \) [^\n]*\( \) [^\n]*)</p>")
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<(?P<kind>t[hd])(?P<rest>[^>]*)>(?P<text>.*?)</t[hd]>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_APART = "\u2003"  # in a line, an answer ends where there is more room than between words


def with_answers(html: str) -> str:
    """The same with round buttons before the answers, each of which says what it answers.

    As the boxes to tick of a page, they are there to be printed and not to be pressed.
    """
    if MARK not in html:
        return html
    groups = _Groups()
    html = _TABLE.sub(lambda found: groups.table(found[0]), html)
    return _LINE.sub(groups.line, _LIST.sub(groups.list, html))


class _Groups:
    """The questions of a text, which need different names."""

    def __init__(self) -> None:
        self._names: Counter[str] = Counter()

    def list(self, found: re.Match[str]) -> str:
        asked = found["asked"] or ""
        answers = [entry["answer"] for entry in _ENTRY.finditer(found["answers"])]
        shown = (
            f'<div class="one-of__answer">{button} {answer}</div>\n' for button, answer in self._of(asked, answers)
        )
        above = f"<p>{asked}</p>\n" if asked else ""
        return f"{above}{_group(asked)}\n{''.join(shown)}</div>"

    def line(self, found: re.Match[str]) -> str:
        answers = [answer.strip() for answer in found["answers"].split(MARK) if answer.strip()]
        shown = (
            f'<span class="one-of__answer">{button} {answer}</span>'
            for button, answer in self._of(found["asked"], answers)
        )
        return f"{_group(found['asked'])}<p>{found['asked']} {_APART.join(shown)}</p></div>"

    def table(self, html: str) -> str:
        heads: Sequence[str] = ()

        def row(found: re.Match[str]) -> str:
            nonlocal heads
            cells = [(cell["kind"], cell["rest"], cell["text"]) for cell in _CELL.finditer(found[0])]
            heads = heads or [text for _, _, text in cells]
            places = [place for place, (_, _, text) in enumerate(cells) if text.strip() == MARK]
            names = [text for place, (_, _, text) in enumerate(cells) if place not in places and text]
            answers = self._of(name_of_row(names), [heads[place] for place in places])
            buttons = dict(zip(places, (button for button, _ in answers), strict=True))
            shown = (
                f"<{kind}{rest}>{buttons.get(place, text)}</{kind}>" for place, (kind, rest, text) in enumerate(cells)
            )
            return f"<tr>\n{chr(10).join(shown)}\n</tr>"

        return _ROW.sub(row, html)

    def _of(self, asked: str, answers: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Each answer after its button."""
        question = _words(asked)
        self._names[question] += 1
        name = f"{question} {self._names[question]}".strip()
        for answer in answers:
            words = _words(answer)
            said = f"{words}, {question}" if question else words
            yield f'<input type="radio" name="{name}" value="{words}" aria-label="{said}" disabled>', answer


def _group(asked: str) -> str:
    said = f' aria-label="{_words(asked)}"' if asked else ""
    return f'<div class="one-of" role="radiogroup"{said}>'


def _words(html: str) -> str:
    """The words of a text, as an attribute holds them."""
    return " ".join(_TAG.sub("", html).replace('"', "&quot;").split()).rstrip(":")
