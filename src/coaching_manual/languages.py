"""The two languages of a manual: where the pages in Spanish are, and how each language writes dates and lists.

A page below ``es/`` is in Spanish, and is the same page as the one with the rest of its path in English. Nothing
else says so: no setting can be forgotten, and every part of the program can tell.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Literal

from babel.dates import format_date, get_day_names, get_month_names
from babel.lists import format_list

Language = Literal["en", "es"]
ENGLISH: Language = "en"
SPANISH: Language = "es"
SPANISH_FOLDER = "es"
SPANISH_START = f"{SPANISH_FOLDER}/index.md"
"""The page that a manual in two languages has: without it there are no pages in Spanish."""
NAMES: dict[Language, str] = {ENGLISH: "English", SPANISH: "Español"}

_LOCALES = {ENGLISH: "en_US", SPANISH: "es_US"}
_SOUNDS_LIKE = {"y": re.compile(r"h?[ií](?![aeo])", re.IGNORECASE), "o": re.compile(r"h?[oó]|8", re.IGNORECASE)}
_INSTEAD = {"y": "e", "o": "u"}


def language_of(src: str) -> Language:
    """The language of a page, by its path below docs/.

    >>> language_of("es/mentoring/families.md"), language_of("essays.md")
    ('es', 'en')
    """
    return SPANISH if src.startswith(f"{SPANISH_FOLDER}/") else ENGLISH


def twin_of(src: str) -> str:
    """The path of the same page in the other language.

    >>> twin_of("mentoring/families.md"), twin_of("es/mentoring/families.md")
    ('es/mentoring/families.md', 'mentoring/families.md')
    """
    return src.removeprefix(f"{SPANISH_FOLDER}/") if language_of(src) == SPANISH else f"{SPANISH_FOLDER}/{src}"


def in_language(src: str, language: Language) -> str:
    """The path of a page in a language.

    >>> in_language("forms/mentoring-consent.md", "es"), in_language("forms/mentoring-consent.md", "en")
    ('es/forms/mentoring-consent.md', 'forms/mentoring-consent.md')
    """
    return src if language_of(src) == language else twin_of(src)


def in_words(day: datetime.date, language: Language = ENGLISH) -> str:
    """A date as a reader says it.

    >>> in_words(datetime.date(2026, 11, 2)), in_words(datetime.date(2026, 11, 2), "es")
    ('November 2, 2026', '2 de noviembre de 2026')
    """
    return format_date(day, "long", locale=_LOCALES[language])


def in_short(day: datetime.date, language: Language = ENGLISH) -> str:
    """A date where there is little room.

    >>> in_short(datetime.date(2026, 11, 2)), in_short(datetime.date(2026, 11, 2), "es")
    ('Nov 2, 2026', '2 nov 2026')
    """
    return format_date(day, "medium", locale=_LOCALES[language])


def days_named(language: Language) -> tuple[str, ...]:
    """The days of the week, from Monday on.

    >>> days_named("es")[0], days_named("en")[6]
    ('lunes', 'Sunday')
    """
    names = get_day_names("wide", locale=_LOCALES[language])  # by number, and in no order
    return tuple(names[number] for number in range(7))


def months_named(language: Language) -> tuple[str, ...]:
    """The months, from January on.

    >>> months_named("es")[8], months_named("en")[0]
    ('septiembre', 'January')
    """
    names = get_month_names("wide", locale=_LOCALES[language])
    return tuple(names[number] for number in range(1, 13))


def listed(things: Sequence[str], language: Language = ENGLISH, *, choice: bool = False) -> str:
    """Several things in a sentence; with ``choice`` one of them is meant.

    Spanish writes no comma before the last one, and changes y and o before a word that begins with their sound.

    >>> listed(["trust", "time", "tact"]), listed(["confianza", "tiempo", "tacto"], "es")
    ('trust, time, and tact', 'confianza, tiempo y tacto')
    >>> listed(["español", "inglés"], "es"), listed(["siete", "ocho"], "es", choice=True)
    ('español e inglés', 'siete u ocho')
    """
    text = format_list(list(things), "or" if choice else "standard", locale=_LOCALES[language])
    word = "o" if choice else "y"
    if language == SPANISH and len(things) > 1 and _SOUNDS_LIKE[word].match(things[-1]):
        return text[: -len(things[-1]) - len(f"{word} ")] + f"{_INSTEAD[word]} {things[-1]}"
    return text


def in_hours(minutes: int, language: Language = ENGLISH) -> str:
    """A length of time in words.

    >>> in_hours(90), in_hours(60), in_hours(45), in_hours(105, "es")
    ('1 hour 30 minutes', '1 hour', '45 minutes', '1 hora y 45 minutos')
    """
    hours, rest = divmod(minutes, 60)
    hour, minute, joint = {ENGLISH: ("hour", "minutes", " "), SPANISH: ("hora", "minutos", " y ")}[language]
    parts = (f"{hours} {hour}{'s' if hours > 1 else ''}" if hours else "", f"{rest} {minute}" if rest else "")
    return joint.join(filter(None, parts))


def on_the_clock(minutes: int, language: Language = ENGLISH) -> str:
    """A time of day, in minutes after midnight, as people write it.

    >>> on_the_clock(795), on_the_clock(5), on_the_clock(795, "es").replace("\u00a0", "_")
    ('1:15 p.m.', '12:05 a.m.', '1:15_p._m.')
    """
    hours, rest = divmod(minutes, 60)
    letter = "p" if hours >= 12 else "a"  # noqa: PLR2004 - noon
    half = f" {letter}.m." if language == ENGLISH else f"\u00a0{letter}.\u00a0m."
    return f"{hours % 12 or 12}:{rest:02}{half}"
