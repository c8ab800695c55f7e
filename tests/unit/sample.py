"""A small project for the unit tests: tests/cases/_base, to which a test adds what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coaching_manual.manual import Manual, read_manual
from coaching_manual.reports import text_report

CORE = "framework/vocabulary/core.yml"


@dataclass(frozen=True)
class Sample:
    """A project in a folder of its own."""

    root: Path

    @property
    def config(self) -> Path:
        return self.root / "mkdocs.yml"

    def write(self, file: str, text: str) -> Path:
        """Make or replace a file."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def add(self, file: str, text: str) -> Path:
        """Add to the end of a file."""
        return self.write(file, self.read(file) + text)

    def read(self, file: str) -> str:
        """What a file holds, with the line ends it has."""
        return (self.root / file).read_bytes().decode("utf-8")

    def manual(self, *, release: bool = False) -> Manual:
        return read_manual(self.config, release=release)

    def report(self) -> str:
        """What is wrong, without advice; an empty text when nothing is."""
        manual = self.manual()
        shown, _, summary = text_report(manual.problems, self.root).rpartition("\n\n")
        return shown if not summary.startswith("All is well.") else ""

    def files(self) -> dict[str, bytes]:
        """Every file with what it holds."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }
