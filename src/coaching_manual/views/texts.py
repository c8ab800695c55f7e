"""Names as they are written in a sentence or filed in a list."""

from __future__ import annotations

import unicodedata

_PROPER_NAMES = ("English", "Spanish", "California")  # first words of terms that keep their capital


def in_running_text(name: str) -> str:
    """A preferred term as it is written inside a sentence.

    >>> in_running_text("Coaching cycle"), in_running_text("Impact Cycle"), in_running_text("SMART goal")
    ('coaching cycle', 'Impact Cycle', 'SMART goal')
    """
    if any(char.isupper() for char in name[1:]) or name.startswith(_PROPER_NAMES):
        return name
    return name[:1].lower() + name[1:]


def first_letter(name: str) -> str:
    """The letter that a name is filed under; digits are filed together.

    >>> first_letter("Évaluation"), first_letter("15 percent rule")
    ('E', '0–9')
    """
    letter = unicodedata.normalize("NFKD", name)[:1].upper()
    return "0–9" if letter.isdigit() else letter
