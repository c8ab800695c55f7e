"""A small course, printed in every way, and the real manual."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coaching_manual.manual import Manual, read_manual
from coaching_manual.print.families import packs_of
from coaching_manual.print.packs import PLAIN, Pack, Variant
from coaching_manual.print.press import Job, Printed, Printer

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def real() -> Manual:
    """The real manual, as if it had an address."""
    return read_manual(ROOT / "mkdocs.yml", settings={"site_url": "https://coaching.example/"})


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where packs are kept between tests."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="session")
def printed(real: Manual, kept: Path) -> PrintOne:
    """Prints a pack of the real manual."""
    return PrintOne(real, kept)


class PrintOne:
    """Prints packs by their ids."""

    def __init__(self, manual: Manual, kept: Path) -> None:
        self.manual = manual
        self.packs = {pack.id: pack for pack in packs_of(manual)}
        self._printer = Printer(manual, kept)

    def pack(self, name: str) -> Pack:
        return self.packs[name]

    def __call__(self, name: str, variant: Variant = PLAIN) -> Printed:
        return self._printer.print([Job(self.packs[name], variant)])[0]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the small project of the golden cases, with the course of one of them."""
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests" / "cases" / "_base", project)
    shutil.copytree(ROOT / "tests" / "cases" / "clean--curriculum", project, dirs_exist_ok=True)
    return project
