"""The file that translators get: a PO catalog, which every translation tool reads.

The one in ``translations/es.po`` is kept beside the framework, and is the memory: it holds which English each Spanish
text is the translation of. So a text whose English has changed since is known, and marked "fuzzy", as translators
call it, with the English that it had before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from coaching_manual.translate.strings import Text

MEMORY = Path("translations") / "es.po"
_FUZZY = "fuzzy"


@dataclass(frozen=True)
class Known:
    """What is remembered of a text: the Spanish, and the English that it translates."""

    english: str
    spanish: str


def read_memory(path: Path) -> dict[str, Known]:
    """What a catalog remembers, by the keys of the texts; nothing where there is no catalog."""
    if not path.is_file():
        return {}
    return {
        str(entry.msgctxt): Known(entry.previous_msgid or entry.msgid, entry.msgstr)
        for entry in polib.pofile(str(path), wrapwidth=0)
        if entry.msgstr
    }


def is_stale(text: Text, memory: Mapping[str, Known]) -> bool:
    """Whether the English has changed since the Spanish was written."""
    known = memory.get(text.key)
    return bool(text.spanish and known and known.spanish == text.spanish and known.english != text.english)


def export_catalog(texts: Iterable[Text], memory: Mapping[str, Known], path: Path) -> tuple[int, int, int]:
    """Write the catalog. Returns how many texts it has, how many lack Spanish, and how many are stale."""
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = {
        "Project-Id-Version": "coaching-manual",
        "Language": "es",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    missing = stale = 0
    for text in texts:
        old = is_stale(text, memory)
        catalog.append(_entry(text, memory[text.key].english if old else None))
        missing += not text.spanish
        stale += old
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{catalog}\n", encoding="utf-8", newline="\n")
    return len(catalog), missing, stale


def _entry(text: Text, before: str | None) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=text.key,
        msgid=text.english,
        msgstr=text.spanish,
        comment=text.about,
        occurrences=[(text.document.file, "")],  # a line would change with every edit above it
        flags=[_FUZZY] if before is not None else [],
        previous_msgid=before,
    )
