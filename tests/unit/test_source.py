from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coaching_manual.problems import Place, Problems
from coaching_manual.source import Document, KeyPath, file_name, parse_yaml, read_text

TEXT = """\
# é: a note 🎉
título: ñandú
"🎉 key": {a: 1, b: "ü 🎉"}
list:
  - uno
  - {id: dós, nota: tres}
folded: >-
  línea uno
  línea dos
kept: |
  uno
last: {}
"""


def parsed(text: str, first_line: int = 1) -> Document:
    problems = Problems()
    document = parse_yaml(text, "file.yml", problems, first_line=first_line)
    assert list(problems) == []
    assert document is not None
    return document


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("título",), (2, 9, 14), (2, 1, 7)),
        (("🎉 key",), (3, 10, 26), (3, 1, 8)),
        (("🎉 key", "a"), (3, 14, 15), (3, 11, 12)),
        (("🎉 key", "b"), (3, 20, 25), (3, 17, 18)),
        (("list", 0), (5, 5, 8), (5, 5, 8)),
        (("list", 1), (6, 5, 26), (6, 5, 26)),
        (("list", 1, "nota"), (6, 21, 25), (6, 15, 19)),
        # a value over several lines has no end on its first line
        (("list",), (5, 3, None), (4, 1, 5)),
        (("folded",), (7, 9, None), (7, 1, 7)),
        (("kept",), (10, 7, None), (10, 1, 5)),
        (("last",), (12, 7, 9), (12, 1, 5)),
        ((), (2, 1, None), (2, 1, None)),
        # what is not there stands where its owner stands
        (("list", 1, "missing"), (6, 5, 26), (6, 5, 26)),
        (("list", 7), (5, 3, None), (4, 1, 5)),
        (("título", "x"), (2, 9, 14), (2, 1, 7)),
    ],
)
def test_places_of_values_and_keys_in_characters(
    path: KeyPath, value: tuple[int, int, int | None], key: tuple[int, int, int | None]
) -> None:
    document = parsed(TEXT)
    assert document.place(path) == Place("file.yml", *value)
    assert document.place(path, key=True) == Place("file.yml", *key)


def test_the_data() -> None:
    assert parsed(TEXT).data == {
        "título": "ñandú",
        "🎉 key": {"a": 1, "b": "ü 🎉"},
        "list": ("uno", {"id": "dós", "nota": "tres"}),
        "folded": "línea uno línea dos",
        "kept": "uno\n",
        "last": {},
    }


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("título",), "ñandú"),
        (("🎉 key", "b"), '"ü 🎉"'),
        (("list", 1), "{id: dós, nota: tres}"),
        (("folded",), ">-\n  línea uno\n  línea dos\n"),
    ],
)
def test_spans_lead_to_the_words(path: KeyPath, words: str) -> None:
    document = parsed(TEXT)
    start, end = document.span(path)
    assert document.text[start:end].rstrip("\n") == words.rstrip("\n")
    assert document.place_at(start) == Place("file.yml", *_line_and_column(words))


def _line_and_column(words: str) -> tuple[int, int]:
    before = TEXT[: TEXT.index(words)]
    lines = before.split("\n")
    return len(lines), len(lines[-1]) + 1


def test_front_matter_counts_from_its_own_line() -> None:
    document = parsed("a: é 1\nb: 🎉 2\n", first_line=2)
    assert document.place(("b",)) == Place("file.yml", 3, 4, 7)
    assert document.place_at(document.text.index("2"), 1) == Place("file.yml", 3, 6, 7)
    problems = Problems()
    assert parse_yaml("é: [1,\nb: 2\n", "file.yml", problems, first_line=2) is None
    parse_yaml("é: 1\né: 2\n", "page.md", problems, first_line=2)
    duplicate = next(problem for problem in problems if problem.code == "YAML-DUPLICATE-KEY")
    assert duplicate.place == Place("page.md", 3, 1, 2)
    assert duplicate.related == ((Place("page.md", 2, 1, 2), "first written here"),)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", {}),
        ("# only a note\n", {}),
        ("just words", "just words"),
        ("- a\n- b\n", ("a", "b")),
        ("a: 2026-11-22", {"a": date(2026, 11, 22)}),
        ("a: true\nb: False", {"a": True, "b": False}),
        ("a: 12\nb: -3\nc: 1.5", {"a": 12, "b": -3, "c": 1.5}),
        ('a: "no"\nb: "12"\nc: \'2026-11-22\'', {"a": "no", "b": "12", "c": "2026-11-22"}),
        ("a:\nb: x", {"a": None, "b": "x"}),
    ],
)
def test_kinds_of_values(text: str, data: object) -> None:
    assert parsed(text).data == data


@pytest.mark.parametrize(
    ("value", "read_as", "fixed"),
    [
        ("1:30", "a number", '"1:30"'),
        ("0755", "a number", '"0755"'),
        ("0x1F", "a number", '"0x1F"'),
        ("1_000", "a number", '"1_000"'),
        (".5", "a number", '".5"'),
        (".inf", "a number", '".inf"'),
        ("~", "nothing", '"~"'),
        ("null", "nothing", '"null"'),
        ("12345678901234567890", "a number", '"12345678901234567890"'),
        ("yes", "true", None),
        ("Off", "false", None),
    ],
)
def test_values_that_yaml_reads_as_something_else(value: str, read_as: str, fixed: str | None) -> None:
    problems = Problems()
    parse_yaml(f"é: {value}\n", "file.yml", problems)
    (problem,) = problems
    assert problem.code == "YAML-TRAP"
    assert problem.message == f"Without quotation marks YAML reads {value} as {read_as}."
    assert problem.place == Place("file.yml", 1, 4, 4 + len(value))
    assert (problem.fix.replacement if problem.fix else None) == fixed


def test_in_a_list_yes_can_only_be_a_word() -> None:
    problems = Problems()
    document = parse_yaml("é: [x, yes]\n", "file.yml", problems)
    (problem,) = problems
    assert problem.fix is not None
    assert (problem.fix.place, problem.fix.replacement) == (Place("file.yml", 1, 8, 11), '"yes"')
    assert document is not None
    assert document.data == {"é": ("x", "yes")}


def test_reading_makes_line_ends_alike_and_drops_the_mark_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes("\ufeffé: 1\r\nb: 2\rc: 3\n".encode())
    problems = Problems()
    assert read_text(tmp_path / "a.yml", "a.yml", problems) == "é: 1\nb: 2\nc: 3\n"
    assert len(problems) == 0


def test_a_file_that_is_not_utf_8_is_reported_at_its_place_in_characters(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes("ü: 1\né🎉 ".encode() + b"\xe9\n")
    problems = Problems()
    assert read_text(tmp_path / "a.yml", "a.yml", problems) is None
    assert [(problem.code, problem.place) for problem in problems] == [("FILE-ENCODING", Place("a.yml", 2, 4))]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    problems = Problems()
    assert read_text(tmp_path / "a.yml", "a.yml", problems) is None
    assert [(problem.code, problem.place) for problem in problems] == [("FILE-MISSING", Place("a.yml"))]


def test_file_names_have_forward_slashes(tmp_path: Path) -> None:
    assert file_name(tmp_path / "a" / "b.yml", tmp_path) == "a/b.yml"
    assert file_name(tmp_path / "b.yml", tmp_path / "a") == "../b.yml"
