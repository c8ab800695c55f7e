"""What is filled in on paper or on a screen: text, boxes to tick, choices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from coaching_manual.model import slug

FieldKind = Literal["text", "area", "check", "radio", "choice"]
ADDRESS = "field:"
"""What the address of a link begins with that becomes a field when the PDF is finished."""
_LONGEST_NAME = 40
_LONGEST_LABEL = 120
_BEFORE, _BEHIND = " .,;:)–", ' ,;:(–“"'  # signs that end what is not said, or begin it
_BLANK = re.compile(r"_{2,}")


@dataclass(frozen=True)
class Field:
    """A field of a form; ``label`` is what it asks for, in words that a screen reader says.

    Of the radio buttons with one ``group`` only one can be chosen; ``question`` is what they answer together.
    """

    kind: FieldKind
    label: str
    name: str
    choices: tuple[str, ...] = ()
    group: str = ""
    question: str = ""


class Fields:
    """The fields of a pack, in reading order. Names are unique, and say what they hold."""

    def __init__(self) -> None:
        self._fields: list[Field] = []
        self._said: Counter[str] = Counter()
        self._section = ""

    def begin_page(self) -> None:
        """Another page: its labels are told apart from each other, and not from those of pages before."""
        self._said.clear()
        self._section = ""

    def begin_section(self, title: str) -> None:
        """Another section of a page: of two labels that say the same, the second one tells in which it is."""
        self._section = title

    @property
    def all(self) -> Sequence[Field]:
        """The fields so far."""
        return self._fields

    def add(self, kind: FieldKind, label: str, *, choices: Sequence[str] = (), **drawn: object) -> dict[str, Any]:
        """A new field, and what the template needs to draw it: ``drawn`` is how large it is, for example."""
        short = self._apart(_short(label))
        return self._drawn(Field(kind, short, self._name(short), tuple(choices)), **drawn)

    def add_radio(self, label: str, group: str, question: str) -> dict[str, Any]:
        """A button of a group, as ``add``."""
        short, asked = _short(label), _short(question)
        first = next((field.name for field in self._fields if field.group == group), self._name(asked))
        return self._drawn(Field("radio", short, first, group=group, question=asked), unseen=short)

    def _apart(self, label: str) -> str:
        """A label; the second that says the same tells its section, or has a number."""
        self._said[label] += 1
        if self._said[label] == 1:
            return label
        there = f"{label} ({self._section})"
        if self._section and there not in self._said:
            self._said[there] = 1
            return there
        return f"{label} ({self._said[label]})"

    def _name(self, words: str) -> str:
        return f"{len(self._fields) + 1:03}-{slug(words)[:_LONGEST_NAME].strip('-')}"

    def _drawn(self, field: Field, **drawn: object) -> dict[str, Any]:
        self._fields.append(field)
        address = f"{ADDRESS}{len(self._fields) - 1}"
        return {"t": "field", "kind": field.kind, "url": address, "label": field.label, **drawn}


def _short(label: str) -> str:
    words = " ".join(_BLANK.sub("…", label).split()).lstrip(_BEFORE).rstrip(_BEHIND) or "Write here"
    return words if len(words) <= _LONGEST_LABEL else words[: _LONGEST_LABEL - 1].rsplit(" ", 1)[0] + "…"
