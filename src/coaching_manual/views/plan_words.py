"""The words in which the communication plan is told."""

from __future__ import annotations

import datetime

PHASE_WORDS = {
    "prepare": ("Prepare", "Research and planning", "Listen first. Agree on wording. Train those who will be asked."),
    "launch": ("Launch", "Implementation", "Tell leaders, then staff, then families, students and partners."),
    "sustain": ("Sustain", "Implementation", "Small news, often, from people who are known. Questions are answered."),
    "report": ("Report", "Evaluation", "Ask what arrived. Say what came out, also when it is not good news."),
}
SIDE_WORDS = {"staff": "Staff: you hear it first", "public": "Public: you hear it when staff can answer"}
TEXT_WORDS = {
    "email": "E-mail",
    "slide": "Slide for a meeting",
    "text message": "Text message",
    "flyer": "Flyer",
}
LANGUAGE_WORDS = {"en": "English", "es": "Spanish"}
_ONE_PART, _OF_SEVERAL = {True: 160, False: 70}, {True: 153, False: 67}
_PLAIN_LETTERS = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_DOUBLE_LETTERS = frozenset("^{}\\[~]|€")


def short_day(day: datetime.date) -> str:
    """A day as a list names it.

    >>> short_day(datetime.date(2026, 9, 15))
    'Tue, Sep 15'
    """
    return f"{day:%a}, {day:%b} {day.day}"


def clock(at: str | None) -> str:
    """A time of day as people write it.

    >>> clock("15:30"), clock("00:05"), clock(None)
    ('3:30 p.m.', '12:05 a.m.', '')
    """
    if at is None:
        return ""
    hours, minutes = map(int, at.split(":"))
    return f"{hours % 12 or 12}:{minutes:02} {'p.m.' if hours >= 12 else 'a.m.'}"  # noqa: PLR2004 - noon


def sms_parts(text: str) -> int:
    """In how many pieces phone networks send a text message.

    160 of the letters that the networks know fit into one; with any other letter (á, í, ó, ú) only 70 do.

    >>> sms_parts("a" * 160), sms_parts("a" * 161), sms_parts("¿Qué?"), sms_parts("mentoría " * 8)
    (1, 2, 1, 2)
    """
    plain = all(letter in _PLAIN_LETTERS or letter in _DOUBLE_LETTERS for letter in text)
    length = sum(2 if plain and letter in _DOUBLE_LETTERS else 1 for letter in text)
    return 1 if length <= _ONE_PART[plain] else -(-length // _OF_SEVERAL[plain])
