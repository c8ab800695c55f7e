"""How long a text takes to read, from its words."""

from __future__ import annotations

import re

_WORDS_A_MINUTE = 200  # slower than a novel: people stop at tables, lists and links
_UNREAD = re.compile(r"<!--.*?-->|<[^>]*>|\]\([^)]*\)|\{[^{}\n]*\}|^\s*\|?[\s|:-]+\|?\s*$", re.DOTALL | re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def minutes_to_read(markdown: str) -> int:
    """Whole minutes, at least one, for a text in Markdown or HTML; addresses and tags are not read."""
    words = len(_WORD.findall(_UNREAD.sub(" ", markdown)))
    return max(1, round(words / _WORDS_A_MINUTE))
