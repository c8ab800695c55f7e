"""The folder of kept packs stays small, and keeps what is in use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coaching_manual.print import kept
from coaching_manual.print.kept import DAYS, facts_of, keep, tidy

NOW = 2_000_000_000.0
DAY = 86_400


def _pack(folder: Path, name: str, days_ago: float, size: int = 10) -> Path:
    path = folder / f"{name}.pdf"
    for one, content in ((path, b"x" * size), (facts_of(path), b"{}")):
        keep(one, content)
        os.utime(one, (NOW - days_ago * DAY,) * 2)
    return path


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_nobody_asked_for_is_forgotten_with_its_facts(tmp_path: Path) -> None:
    old, used = _pack(tmp_path, "old", DAYS + 1), _pack(tmp_path, "used", DAYS + 1)
    _pack(tmp_path, "young", DAYS - 1)
    tidy(tmp_path, [used], now=NOW)
    assert not old.exists()
    assert _names(tmp_path) == ["used.json", "used.pdf", "young.json", "young.pdf"]


def test_of_too_much_the_last_used_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MEGABYTES", 1)
    for days in (3, 1, 2):
        _pack(tmp_path, f"of-{days}-days", days, size=400_000)
    tidy(tmp_path, [], now=NOW)
    assert _names(tmp_path) == ["of-1-days.json", "of-1-days.pdf", "of-2-days.json", "of-2-days.pdf"]


def test_what_another_build_is_making_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MEGABYTES", 0)
    _pack(tmp_path, "new", 0)
    for name, seconds in ((".being-made.part", 60), (".left-behind.part", 2 * DAY)):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (NOW - seconds,) * 2)
    tidy(tmp_path, [], now=NOW)
    assert _names(tmp_path) == [".being-made.part", "new.json", "new.pdf"]
