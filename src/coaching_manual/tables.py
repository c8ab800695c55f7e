"""Tables written in Markdown, made readable for everybody.

Markdown has no way to say what a table is about. So its caption is the heading above it, which a screen
reader says and nobody sees twice; each header says that it heads a column; and each cell carries its column's
name, which a phone shows in front of it. Tables that macros or authors wrote in HTML are left as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import count

_TABLE = re.compile(r"<table>\s*(?=<thead>).*?</table>", re.DOTALL)
_HEADING = re.compile(r"<h(?P<level>[1-6])\b[^>]*>(?P<text>.*?)</h(?P=level)>", re.DOTALL)
_HEADER = re.compile(r"<th\b(?P<attributes>[^>]*)>(?P<text>.*?)</th>", re.DOTALL)
_EMPTY_HEADER = re.compile(r"<th\b[^>]*>\s*</th>")
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_ALIGNED = re.compile(r'(?<=<t[hd]) style="text-align: (left|center|right);"')  # as Markdown writes |:-:| and |--:|
_CELL = re.compile(r"<td\b")
_ANY_TAG = re.compile(r"<[^>]*>")
_NUMBER = 3  # letters: a cell of so few does not name its row


def finish_tables(html: str) -> str:
    """The HTML of a page with a caption and labels in each table that was written in Markdown."""
    if "<table>" not in html:
        return html
    html = _ALIGNED.sub(r' class="to-\1"', html)
    headings = [(found.end(), _words(found["text"])) for found in _HEADING.finditer(html)]
    numbers = count(1)
    used: Counter[str] = Counter()

    def finish(found: re.Match[str]) -> str:
        above = [text for end, text in headings if end <= found.start()]
        caption = above[-1] if above else "Table"
        used[caption] += 1
        times = f" ({used[caption]})" if used[caption] > 1 else ""  # two regions must not have the same name
        return _finished(found[0], f"caption-{next(numbers)}", caption + times)

    return _TABLE.sub(finish, html)


def name_of_row(texts: Sequence[str]) -> str:
    """What the filled cells of a row name it: the first of them, and the second if the first is only a number.

    >>> name_of_row(["1", "Facts to find out first", "Pile"]), name_of_row(["Office", "Facts"]), name_of_row([])
    ('1: Facts to find out first', 'Office', '')
    """
    return ": ".join(texts[: 2 if texts and len(texts[0]) <= _NUMBER else 1])


def _finished(table: str, name: str, caption: str) -> str:
    labels = [_words(header["text"]) for header in _HEADER.finditer(table)]
    table = _HEADER.sub(r'<th scope="col"\g<attributes>>\g<text></th>', table)
    table = _ROW.sub(lambda row: _labelled(row[0], labels), table)
    table = _EMPTY_HEADER.sub("<td></td>", table)
    table = table.replace("<table>", f'<table>\n<caption id="{name}" class="caption-unseen">{caption}</caption>', 1)
    return f'<div class="table-wrap" role="region" tabindex="0" aria-labelledby="{name}">\n{table}\n</div>'


def _labelled(row: str, labels: list[str]) -> str:
    left = iter(labels)

    def label(found: re.Match[str]) -> str:
        words = next(left, "")
        return f'{found[0]} data-label="{words.replace(chr(34), "&quot;")}"' if words else found[0]

    return _CELL.sub(label, row)


def _words(html: str) -> str:
    return " ".join(_ANY_TAG.sub("", html).split())
