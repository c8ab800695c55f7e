"""Packs of pages that are written by hand: mentoring, the outreach guide, and the A–Z of the common language."""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.addresses import A_TO_Z, MENTORING_PAGE, RESOURCES_PAGE
from coaching_manual.languages import language_of, twin_of
from coaching_manual.manual import Manual
from coaching_manual.print.packs import Pack, Part

_OUTREACH_PAGE = "outreach/index.md"
_MENTORING, _OUTREACH, _LANGUAGE = "Mentoring", "Outreach", "Common language"
_SHEETS = (
    ("mentoring-handbook", "mentoring/handbook.md", "Handbook", MENTORING_PAGE, _MENTORING),
    ("mentoring-family-packet", "mentoring/family-packet.md", "For families", MENTORING_PAGE, _MENTORING),
    ("mentoring-pocket-card", "mentoring/pocket-card.md", "Pocket card", MENTORING_PAGE, _MENTORING),
    ("mentoring-meetings", "mentoring/activities.md", "For mentors", MENTORING_PAGE, _MENTORING),
    ("outreach-guide", _OUTREACH_PAGE, "Guide", _OUTREACH_PAGE, _OUTREACH),
    ("outreach-resources", RESOURCES_PAGE, "Resources", _OUTREACH_PAGE, _OUTREACH),
    ("common-language", A_TO_Z, "A–Z", A_TO_Z, _LANGUAGE),
)
"""Of each: its id, its page, for whom or what it is, the page above it, and its heading in the print center."""
_CARDS = frozenset({"mentoring-pocket-card"})
_IN_SPANISH = {
    "For families": "Para las familias",
    "Pocket card": "Tarjeta de bolsillo",
    "Guide": "Guía",
    "Resources": "Recursos",
    "A–Z": "De la A a la Z",
}


def chosen_packs(manual: Manual) -> Iterator[Pack]:
    """A pack for each page that is there, in English and in Spanish."""
    for pack_id, english, edition, above, group in _SHEETS:
        for src in (english, twin_of(english)):
            page = manual.by_src.get(src)
            if page is None:
                continue
            language = language_of(src)
            yield Pack(
                record=pack_id,
                id=pack_id if language == "en" else f"{pack_id}-{language}",
                title=page.title,
                kind="sheet",
                edition=edition if language == "en" else _IN_SPANISH.get(edition, edition),
                parts=(Part(src, address=pack_id not in _CARDS),),
                of=tuple(dict.fromkeys((src, above))),
                group=group,
                language=language,
                front="none",
                look="card" if pack_id in _CARDS else "page",
                turned=pack_id in _CARDS,
            )
