"""Names as they are written in a sentence or filed in a list."""

from __future__ import annotations

import unicodedata

from coaching_manual.languages import SPANISH, Language

_PROPER_NAMES = ("English", "Spanish", "California")  # first words of terms that keep their capital


def in_running_text(name: str) -> str:
    """A preferred term as it is written inside a sentence.

    >>> in_running_text("Coaching cycle"), in_running_text("Impact Cycle"), in_running_text("SMART goal")
    ('coaching cycle', 'Impact Cycle', 'SMART goal')
    """
    if any(char.isupper() for char in name[1:]) or name.startswith(_PROPER_NAMES):
        return name
    return name[:1].lower() + name[1:]


_IN_SPANISH = (
    (" and ", " y "),
    ("y others", "y otros"),
    ("Ed Code", "Código de Educación"),
    ("Strategy", "Estrategia"),
)


def cited_in(short: str, language: Language) -> str:
    """How a text names a source, in the language of the page.

    >>> cited_in("DuBois and others, 2011", "es"), cited_in("Ed Code 49024", "es"), cited_in("SB 848", "es")
    ('DuBois y otros, 2011', 'Código de Educación 49024', 'SB 848')
    >>> cited_in("SBCUSD, Strategy 2", "es")
    'SBCUSD, Estrategia 2'
    """
    if language != SPANISH:
        return short
    for english, spanish in _IN_SPANISH:
        short = short.replace(english, spanish)
    return short


def first_letter(name: str) -> str:
    """The letter that a name is filed under; digits are filed together.

    >>> first_letter("Évaluation"), first_letter("15 percent rule")
    ('E', '0–9')
    """
    letter = unicodedata.normalize("NFKD", name)[:1].upper()
    return "0–9" if letter.isdigit() else letter
