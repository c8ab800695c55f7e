"""What is filled in on paper or on a screen: text, boxes to tick, choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from coaching_manual.model import slug

FieldKind = Literal["text", "area", "check", "choice"]
ADDRESS = "field:"
"""What the address of a link begins with that becomes a field when the PDF is finished."""
_LONGEST_NAME = 40
_LONGEST_LABEL = 120


@dataclass(frozen=True)
class Field:
    """A field of a form; ``label`` is what it asks for, in words that a screen reader says."""

    kind: FieldKind
    label: str
    name: str
    choices: tuple[str, ...] = ()


class Fields:
    """The fields of a pack, in reading order. Names are unique, and say what they hold."""

    def __init__(self) -> None:
        self._fields: list[Field] = []

    @property
    def all(self) -> Sequence[Field]:
        """The fields so far."""
        return self._fields

    def add(self, kind: FieldKind, label: str, *, choices: Sequence[str] = (), **drawn: object) -> dict[str, Any]:
        """A new field, and what the template needs to draw it: ``drawn`` is how large it is, for example."""
        number = len(self._fields)
        words = " ".join(label.split()).strip(" :") or "Write here"
        short = words if len(words) <= _LONGEST_LABEL else words[: _LONGEST_LABEL - 1].rsplit(" ", 1)[0] + "…"
        name = f"{number + 1:03}-{slug(short)[:_LONGEST_NAME].strip('-')}"
        self._fields.append(Field(kind, short, name, tuple(choices)))
        return {"t": "field", "kind": kind, "url": f"{ADDRESS}{number}", "label": short, **drawn}
