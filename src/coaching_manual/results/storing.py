"""Writing figures into the framework: all files of an import, or none."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from coaching_manual.model import Result

COLUMNS = ("measure", "line", "breakdown", "group", "numerator", "denominator")


def store(years: Mapping[str, Iterable[Result]], framework: Path) -> list[Path]:
    """Write the figures of some years. The new files are made beside the old ones, and then change places with them.

    If that fails for one of them, those that were exchanged already are brought back.
    """
    folder = framework / "measures" / "results"
    folder.mkdir(parents=True, exist_ok=True)
    made = {folder / f"{year}.csv": _made(rows, folder / f".{year}.csv.new") for year, rows in years.items()}
    old = {path: path.read_bytes() if path.is_file() else None for path in made}
    exchanged: list[Path] = []
    try:
        for path, new in made.items():
            os.replace(new, path)  # noqa: PTH105 - it is what makes this safe: whole, or not at all
            exchanged.append(path)
    except OSError:
        for path in exchanged:
            _bring_back(path, old[path])
        raise
    finally:
        for new in made.values():
            new.unlink(missing_ok=True)
    return list(made)


def _made(rows: Iterable[Result], path: Path) -> Path:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([getattr(row, name) or "" for name in COLUMNS] for row in rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(out.getvalue())
        file.flush()
        os.fsync(file.fileno())
    return path


def _bring_back(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(content)
