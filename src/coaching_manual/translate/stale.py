"""Spanish in records whose English has changed since: told to editors, and on the pages that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from markupsafe import escape

from coaching_manual.languages import SPANISH
from coaching_manual.pages import WrittenPage
from coaching_manual.problems import Problems
from coaching_manual.structure import Framework
from coaching_manual.translate.catalog import MEMORY, is_stale, read_memory
from coaching_manual.translate.strings import Text, texts_of

_TELLING = 25
"""Shorter texts, such as "Comida", stand on many pages by chance."""


def stale_texts(framework: Framework, root: Path) -> tuple[Text, ...]:
    """The texts in Spanish that translate an English which is not there any more."""
    memory = read_memory(root / MEMORY)
    return tuple(text for text in texts_of(framework) if is_stale(text, memory)) if memory else ()


def tell_stale(texts: Iterable[Text], problems: Problems) -> None:
    """Advice for each of them."""
    for text in texts:
        problems.add(
            "SPANISH-OLD",
            "The English of this text was changed after the Spanish.",
            text.document.place(text.spanish_path),
            hint="Compare the two and mend the Spanish, or send it out:  coaching-manual translate export",
            related=[(text.document.place(text.path), "the text in English")],
            subject=text.about,
        )


def mark_stale(pages: Iterable[WrittenPage], texts: Iterable[Text]) -> Iterator[WrittenPage]:
    """The pages; those in Spanish that are made from a record with such a text, or show it, say so."""
    pages, texts = tuple(pages), tuple(texts)
    made = {(page.origin, page.origin_line) for page in pages if page.language == SPANISH and page.source is None}
    behind = {place for text in texts if (place := next((one for one in _places(text) if one in made), None))}
    shown = [" ".join(str(escape(text.spanish)).split()) for text in texts]
    shown = [words for words in shown if len(words) >= _TELLING]
    for page in pages:
        is_behind = page.language == SPANISH and (
            (page.origin, page.origin_line) in behind or any(words in page.markdown for words in shown)
        )
        yield replace(page, behind=True) if is_behind else page


def _places(text: Text) -> Iterator[tuple[str, int]]:
    """Where the records around a text begin, from the inside out: pages made from them name that place."""
    for length in range(len(text.path), -1, -1):
        place = text.document.place((*text.path[:length], "id"))
        yield place.file, place.line
