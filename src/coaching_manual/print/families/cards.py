"""Packs of cards for a pocket: the conversation guides, and everything that is wanted at hand, two to a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coaching_manual.addresses import CONVERSATIONS_PAGE, conversation_page, form_page, role_card_page
from coaching_manual.manual import Manual
from coaching_manual.print.packs import Pack, Part

_START = "manual/index.md"
_CYCLE = "manual/cycle/index.md"
_DO_AND_DO_NOT = form_page("principal-do-dont-card")
_MENTOR = "mentoring/pocket-card.md"
_GROUP = "Pocket cards"


def card_packs(manual: Manual) -> Iterator[Pack]:
    """A card for each conversation guide, all of them, and the pocket edition of the manual."""
    guides = sorted((entry.record for entry in manual.index.framework.conversations), key=lambda guide: guide.place)
    if not guides:
        return
    talks = tuple(Part(conversation_page(guide.id, card=True)) for guide in guides)
    every = Pack(
        record="conversations",
        id="conversation-cards",
        title="Conversation guides",
        kind="book",
        edition="Cards, two on a sheet, to cut: print on one side only",
        parts=talks,
        of=(CONVERSATIONS_PAGE,),
        group=_GROUP,
        front="list",
        layout="cards",
        letters=10.5,
    )
    for guide, part in zip(guides, talks, strict=True):
        yield replace(
            every,
            record=guide.id,
            id=f"conversation-{guide.id}",
            title=guide.title,
            kind="sheet",
            edition="Card on one page",
            parts=(replace(part, address=True),),
            of=(conversation_page(guide.id), part.src),
            front="none",
            layout="text",
        )
    yield every
    yield replace(
        every,
        record="manual",
        id="manual-pocket",
        title="The coaching manual for a pocket",
        edition="Pocket edition, two cards on a sheet, to cut: print on one side only",
        parts=tuple(part for part in (*_first(), *talks, *_of_roles(manual), *_last()) if part.src in manual.by_src),
        of=tuple(src for src in (_START, CONVERSATIONS_PAGE) if src in manual.by_src),
    )


def _first() -> Iterator[Part]:
    yield Part(_CYCLE, section="on-one-page", without=("figure", "to-confirm"))


def _of_roles(manual: Manual) -> Iterator[Part]:
    for role in manual.index.tables["role"]:
        yield Part(role_card_page(role))


def _last() -> Iterator[Part]:
    yield Part(_DO_AND_DO_NOT, without=("sheet-facts",))
    yield Part(_MENTOR)
