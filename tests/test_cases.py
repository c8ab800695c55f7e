"""Golden cases: small projects with faults, and the exact report that each one gives.

A case is a folder of tests/cases/ named after a code. Its files are laid over tests/cases/_base; a file
named ``removed.txt`` lists files to take away; ``grown.txt`` lists files with the size in bytes to which they
are padded with comment lines. ``expected.txt`` holds the report (of printing, where the code begins with PRINT).
Where the fault has a safe fix, ``expected.diff`` holds what ``--fix`` changes. ``pytest --update`` rewrites
both; read the difference.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coaching_manual.fixes import apply_fixes
from coaching_manual.index import Index
from coaching_manual.manual import read_manual
from coaching_manual.print.command import print_packs
from coaching_manual.print.faults import PrintError
from coaching_manual.print.wishes import Wish
from coaching_manual.problems import CODES, Problems
from coaching_manual.reports import text_report
from coaching_manual.schema import write_schemas
from coaching_manual.structure import read_framework

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir() and not path.name.startswith("_"))
_NOT_COPIED = shutil.ignore_patterns("expected.*", "removed.txt", "grown.txt", "README.md")


def lay_out(name: str, folder: Path) -> Path:
    """Make the project of a case in a folder and return its mkdocs.yml."""
    project, case = folder / "project", CASES / name
    shutil.copytree(CASES / "_base", project)
    if name == "SCHEMA-STALE":
        refresh_schemas(project)
    shutil.copytree(case, project, dirs_exist_ok=True, ignore=_NOT_COPIED)
    for file in lines_of(case / "removed.txt"):
        (project / file).unlink()
    for file, size in map(str.split, lines_of(case / "grown.txt")):
        grow(project / file, int(size))
    if name != "SCHEMA-STALE":
        refresh_schemas(project)
    return project / "mkdocs.yml"


def refresh_schemas(project: Path) -> None:
    """Bring the schemas of a project up to date."""
    framework = project / "framework"
    write_schemas(framework, Index(read_framework(framework, project, Problems())))


def lines_of(path: Path) -> list[str]:
    """The lines of a list that a case may have."""
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def grow(path: Path, size: int) -> None:
    """Pad a file with comment lines until it has at least this many bytes."""
    filler = b"# pasted in by mistake\n"
    content = path.read_bytes()
    path.write_bytes(content + filler * -((len(content) - size) // len(filler)))


def compare(path: Path, found: str, *, update: bool) -> None:
    """Compare a text with the one that is kept (none: it is empty), or keep it."""
    if update and found:
        path.write_text(found, encoding="utf-8", newline="\n")
    elif update:
        path.unlink(missing_ok=True)
    assert found == (path.read_text(encoding="utf-8") if path.is_file() else "")


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, tmp_path: Path, *, update: bool) -> None:
    config = lay_out(name, tmp_path)
    manual = read_manual(config, release=name.endswith("-release"))
    if name.startswith("PRINT-"):
        with pytest.raises(PrintError) as fault:
            print_packs(manual, Wish(), tmp_path / "out", kept=tmp_path / "kept")
        manual.problems.extend(fault.value.problems)
        assert not (tmp_path / "out").exists()
    codes = {problem.code for problem in manual.problems}
    assert name.removesuffix("-release").split("--")[0] in codes | {"clean"}
    report = text_report(manual.problems, config.parent, advice=True)
    compare(CASES / name / "expected.txt", report, update=update)
    compare(CASES / name / "expected.diff", apply_fixes(manual.problems, config.parent), update=update)


def test_every_code_has_a_case() -> None:
    assert {name.removesuffix("-release").split("--")[0] for name in NAMES} - {"clean"} == set(CODES)
