"""What keeps a pack from being printed, and where an editor mends it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coaching_manual.pages import WrittenPage
from coaching_manual.problems import Place, Problems


@dataclass(frozen=True)
class Fault:
    """What is wrong with a pack; ``find`` is what stands in its text where it is wrong, as far as that is known."""

    code: str
    message: str
    hint: str = ""
    find: str = ""


class PrintError(ValueError):
    """Packs that cannot be printed; ``problems`` say why, and where their text stands."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("\n".join(f"{one.place}: {one.message}" for one in problems))
        self.problems = problems


def place_of(fault: Fault, pages: Sequence[WrittenPage], root: Path) -> Place:
    """Where a fault stands in the files of some pages; the beginning of the first, if it cannot be found."""
    for file in dict.fromkeys(page.origin for page in pages) if fault.find else ():
        for number, line in enumerate(_lines_of(root / file), 1):
            column = line.find(fault.find)
            if column >= 0:
                return Place(file, number, column + 1, column + 1 + len(fault.find))
    return Place(pages[0].origin, pages[0].origin_line)


def _lines_of(path: Path) -> Iterable[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else ()
