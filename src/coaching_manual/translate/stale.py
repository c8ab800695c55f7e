"""Spanish in records whose English has changed since."""

from __future__ import annotations

from pathlib import Path

from coaching_manual.problems import Problems
from coaching_manual.structure import Framework
from coaching_manual.translate.catalog import MEMORY, is_stale, read_memory
from coaching_manual.translate.strings import texts_of


def check_stale(framework: Framework, root: Path, problems: Problems) -> None:
    """Advice for each text in Spanish that translates an English which is not there any more."""
    memory = read_memory(root / MEMORY)
    for text in texts_of(framework) if memory else ():
        if is_stale(text, memory):
            problems.add(
                "SPANISH-OLD",
                "The English of this text was changed after the Spanish.",
                text.document.place(text.spanish_path),
                hint="Compare the two and mend the Spanish, or send it out:  coaching-manual translate export",
                related=[(text.document.place(text.path), "the text in English")],
                subject=text.about,
            )
