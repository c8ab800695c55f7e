"""What the values of training records are called on a page, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from coaching_manual.languages import Language
from coaching_manual.model import Copies

PART_WORDS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "opening": "Opening",
        "theory": "Theory",
        "demonstration": "Demonstration",
        "practice": "Practice",
        "feedback": "Feedback",
        "coaching": "Coaching",
        "check": "Check",
        "break": "Break",
        "closing": "Closing",
    },
    "es": {
        "opening": "Apertura",
        "theory": "Teoría",
        "demonstration": "Demostración",
        "practice": "Práctica",
        "feedback": "Retroalimentación",
        "coaching": "Asesoría",
        "check": "Comprobación",
        "break": "Descanso",
        "closing": "Cierre",
    },
}
READER_WORDS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "participants": "For participants",
        "facilitator": "For the facilitator only",
        "families": "For families",
        "students": "For students",
    },
    "es": {
        "participants": "Para participantes",
        "facilitator": "Solo para quien facilita",
        "families": "Para las familias",
        "students": "Para estudiantes",
    },
}
GROUPING_IN_SPANISH: Mapping[str, str] = {
    "everyone": "todo el grupo",
    "pairs": "en parejas",
    "trios": "en tríos",
    "small groups": "en grupos pequeños",
    "alone": "cada quien a solas",
}
_SHARING: Mapping[int, str] = {
    0: "the whole room",
    1: "each participant",
    2: "each pair",
    3: "each trio",
    4: "each group of four",
}


def copies_in_words(copies: Copies) -> str:
    """How many copies are needed, for a print list in English.

    >>> copies_in_words(Copies(1, 2)), copies_in_words(Copies(4, 0))
    ('one for each pair', '4 for the whole room')
    """
    return f"{'one' if copies.number == 1 else copies.number} for {_SHARING[copies.people]}"
