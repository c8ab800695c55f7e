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
