"""What terms and aliases have in common: refusing, and values as YAML reads them."""

from __future__ import annotations

import json
import re

from coaching_manual.model import Term
from coaching_manual.source import KeyPath
from coaching_manual.structure import Entry

UNREADABLE = "Some entries cannot be read. Mend first what  coaching-manual check  reports."
_PLAIN = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)\Z)[^\W\d_][\w -]*", re.IGNORECASE)


class ScaffoldError(ValueError):
    """What was asked for cannot be written; the message says why and what to do."""


def in_one_line(words: str) -> str:
    """Words with single spaces between them."""
    return " ".join(words.split())


def as_value(text: str) -> str:
    """A text as a value in YAML: in double quotes where YAML might read something else."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def taken(kind: str, entry: Entry[Term], path: KeyPath) -> str:
    """Says that a word is a name already: of which kind, of which term, and where that is written."""
    article = {"acronym": "an", "preferred term": "the"}.get(kind, "a")
    return f'is already {article} {kind} of "{entry.record.term}" ({entry.place(*path)}).'
