"""Carrying out the safe fixes, and showing what they change."""

from __future__ import annotations

import difflib
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from coaching_manual.problems import Fix, Problem

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def apply_fixes(problems: Iterable[Problem], root: Path) -> str:
    """Write all safe fixes into their files and return the change as a diff. Files are swapped in whole."""
    by_file: dict[str, list[Fix]] = defaultdict(list)
    for problem in problems:
        if problem.fix is not None:
            by_file[problem.fix.place.file].append(problem.fix)
    return "".join(_fix_file(root / file, file, fixes) for file, fixes in sorted(by_file.items()))


def _fix_file(path: Path, file: str, fixes: list[Fix]) -> str:
    raw = path.read_bytes().decode("utf-8-sig")
    before = _LINE.findall(raw)
    after = list(before)
    for fix in sorted(set(fixes), key=lambda fix: fix.place, reverse=True):
        place = fix.place
        if place.end_column is None or place.line > len(after):
            continue
        line = after[place.line - 1]
        after[place.line - 1] = line[: place.column - 1] + fix.replacement + line[place.end_column - 1 :]
    replace_file(path, "".join(after))
    return "".join(difflib.unified_diff(before, after, f"{file} (before)", f"{file} (after)"))


def replace_file(path: Path, text: str) -> None:
    """Write a file beside the old one and swap it in, so that it is never half written."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        new = Path(folder) / path.name
        new.write_text(text, encoding="utf-8", newline="")
        if path.exists():
            shutil.copymode(path, new)
        new.replace(path)
