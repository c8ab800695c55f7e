"""Packs of the communication plan: the flyers of each message, and what each audience will hear."""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.addresses import COMMUNICATION_PAGE, flyer_page, message_page
from coaching_manual.languages import Language, twin_of
from coaching_manual.manual import Manual
from coaching_manual.print.packs import Pack, Part

_BLANK = "___"


def plan_packs(manual: Manual) -> Iterator[Pack]:
    """The flyers of each message that has one, in English and Spanish."""
    for entry in manual.index.framework.messages:
        message = entry.record
        texts = [text for text in message.texts if text.kind == "flyer"]
        if texts:
            src, of = flyer_page(message.id), (message_page(message.id), COMMUNICATION_PAGE)
            bodies = "\n".join(text.body for text in texts)
            yield _flyer(message.id, message.title, src, of, "en", fillable=_BLANK in bodies)
            spanish = [text.es.body for text in texts if text.es]
            if message.es and spanish:
                fillable = _BLANK in "\n".join(spanish)
                yield _flyer(message.id, message.es.title, twin_of(src), of, "es", fillable=fillable)


def _flyer(message_id: str, title: str, src: str, of: tuple[str, ...], language: Language, *, fillable: bool) -> Pack:
    return Pack(
        record=message_id,
        id=f"flyer-{message_id}" if language == "en" else f"flyer-{message_id}-{language}",
        title=title,
        kind="sheet",
        edition="Flyer" if language == "en" else "Volante",
        language=language,
        parts=(Part(src, address=True),),
        of=(src, *of),
        group="Communication",
        front="none",
        look="flyer",
        fillable=fillable,
    )
