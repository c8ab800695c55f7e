from __future__ import annotations

from pathlib import Path

import pytest

from coaching_manual.fixes import apply_fixes, replace_file
from coaching_manual.problems import Fix, Place, Problem


def fixing(file: str, *spots: tuple[int, int, int | None, str]) -> list[Problem]:
    places = [(Place(file, line, column, end), new) for line, column, end, new in spots]
    return [Problem("YAML-TRAP", f"{place}", place, fix=Fix(place, new)) for place, new in places]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_several_fixes_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("first\né: [yes, no, x]\nlast", encoding="utf-8")
    problems = fixing("a.yml", (2, 5, 8, '"yes"'), (2, 10, 12, '"no"'), (2, 14, 15, ""))
    assert apply_fixes(problems, tmp_path) == (
        '--- a.yml (before)\n+++ a.yml (after)\n@@ -1,3 +1,3 @@\n first\n-é: [yes, no, x]\n+é: ["yes", "no", ]\n last'
    )
    assert path.read_text(encoding="utf-8") == 'first\né: ["yes", "no", ]\nlast'


def test_the_same_fix_twice_is_carried_out_once(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a: yes\n", encoding="utf-8")
    apply_fixes(fixing("a.yml", (1, 4, 7, '"yes"'), (1, 4, 7, '"yes"')), tmp_path)
    assert (tmp_path / "a.yml").read_text(encoding="utf-8") == 'a: "yes"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a: 1\r\nb: yes\r\nc: 3\r\n", b'a: 1\r\nb: "yes"\r\nc: 3\r\n'),
        (b"a: 1\rb: yes\rc: 3", b'a: 1\rb: "yes"\rc: 3'),
        (b"a: 1\nb: yes\r\nc: 3\n", b'a: 1\nb: "yes"\r\nc: 3\n'),
        # only these end a line, as in YAML
        ("a: \u0085\x0c1\nb: yes".encode(), 'a: \u0085\x0c1\nb: "yes"'.encode()),
    ],
)
def test_line_ends_stay(tmp_path: Path, before: bytes, after: bytes) -> None:
    (tmp_path / "a.yml").write_bytes(before)
    apply_fixes(fixing("a.yml", (2, 4, 7, '"yes"')), tmp_path)
    assert (tmp_path / "a.yml").read_bytes() == after


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_stays(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.yml"
    path.write_text("a: yes\n", encoding="utf-8")
    path.chmod(mode)
    apply_fixes(fixing("a.yml", (1, 4, 7, '"yes"')), tmp_path)
    assert path.stat().st_mode & 0o777 == mode


def test_several_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yml"):
        (tmp_path / name).write_text("a: yes\n", encoding="utf-8")
    changes = apply_fixes([*fixing("b.yml", (1, 4, 7, "1")), *fixing("a.yml", (1, 4, 7, "2"))], tmp_path)
    assert [line for line in changes.splitlines() if line.startswith(("+", "-"))] == [
        "--- a.yml (before)",
        "+++ a.yml (after)",
        "-a: yes",
        "+a: 2",
        "--- b.yml (before)",
        "+++ b.yml (after)",
        "-a: yes",
        "+a: 1",
    ]


def test_problems_without_a_fix_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a: yes\n", encoding="utf-8")
    assert apply_fixes([Problem("YAML-TRAP", "x", Place("a.yml"))], tmp_path) == ""
    assert (tmp_path / "a.yml").read_text(encoding="utf-8") == "a: yes\n"


def test_a_place_that_is_not_in_the_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a: yes\n", encoding="utf-8")
    assert apply_fixes(fixing("a.yml", (9, 4, 7, "x"), (1, 4, None, "x")), tmp_path) == ""


def test_nothing_is_half_written_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("old\n", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        replace_file(path, "new\n" * 100_000 + "\ud800")
    assert path.read_text(encoding="utf-8") == "old\n"
    assert names(tmp_path) == ["a.yml"]


def test_nothing_is_left_over_when_swapping_fails(tmp_path: Path) -> None:
    folder = tmp_path / "a.yml"
    folder.mkdir()
    (folder / "kept").write_text("old\n", encoding="utf-8")
    with pytest.raises(OSError, match="directory"):
        replace_file(folder, "new\n")
    assert names(tmp_path) == ["a.yml"]
    assert names(folder) == ["kept"]


def test_a_new_file_may_be_read_by_whom_other_new_files_may(tmp_path: Path) -> None:
    replace_file(tmp_path / "a.yml", "new\r\n")
    (tmp_path / "b.yml").touch()
    assert (tmp_path / "a.yml").stat().st_mode == (tmp_path / "b.yml").stat().st_mode
    assert (tmp_path / "a.yml").read_bytes() == b"new\r\n"
