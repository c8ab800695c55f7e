"""Texts go to translators and back, and nothing else in the files changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from coaching_manual.cli import main
from coaching_manual.problems import Problems
from coaching_manual.source import Document, KeyPath, parse_yaml
from coaching_manual.structure import read_framework
from coaching_manual.translate import MEMORY, import_catalog, texts_of
from coaching_manual.translate.writing import with_texts
from tests.projects import ROOT
from tests.test_cases import lay_out

Edit = Callable[[str, str], None]


PARTS = ("forms/reflection-sheet.yml", "outreach/needs.yml", "mentoring/programs.yml")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the real framework, with as little as possible around it."""
    shutil.copytree(ROOT / "framework", tmp_path / "framework")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Start\n\nHere.\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A copy\nplugins:\n  - coaching-manual\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def part(tmp_path: Path) -> Path:
    """A small project with a few files of the real framework: it is read in no time."""
    project = lay_out("clean", tmp_path).parent
    for name in PARTS:
        target = project / "framework" / name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / "framework" / name, target)
    return project


def files_of(project: Path) -> dict[str, bytes]:
    folder = project / "framework"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yml")}


def spanish_of(project: Path) -> dict[str, tuple[str, str]]:
    framework = read_framework(project / "framework", project, Problems())
    return {text.key: (text.english, text.spanish) for text in texts_of(framework)}


def exported(project: Path, texts: dict[str, tuple[str, str]]) -> Path:
    """A catalog as a translator sends it back."""
    catalog = polib.POFile(wrapwidth=0)
    for key, (english, spanish) in texts.items():
        catalog.append(polib.POEntry(msgctxt=key, msgid=english, msgstr=spanish))
    path = project / "back.po"
    catalog.save(str(path))
    return path


def taken_back(project: Path, path: Path) -> int:
    framework = read_framework(project / "framework", project, Problems())
    done = import_catalog(path, texts_of(framework), project)
    return len(done.changed_since) + len(done.unknown) + len(done.by_hand)


def test_a_round_trip_changes_nothing(project: Path) -> None:
    before = files_of(project)
    assert taken_back(project, exported(project, spanish_of(project))) == 0
    assert files_of(project) == before


def test_only_the_text_that_a_translator_changed_changes(part: Path) -> None:
    before = files_of(part)
    key = "mentoring/programs:group-mentoring/title"
    english, _ = spanish_of(part)[key]
    assert taken_back(part, exported(part, {key: (english, "Un grupo que tiene mentor")})) == 0
    after = files_of(part)
    changed = [name for name, content in after.items() if content != before[name]]
    assert changed == ["mentoring/programs.yml"]
    old, new = (files["mentoring/programs.yml"].decode().splitlines() for files in (before, after))
    assert [(one, other) for one, other in zip(old, new, strict=True) if one != other] == [
        ("      title: Un grupo con mentor", "      title: Un grupo que tiene mentor")
    ]


def test_every_text_can_be_changed_and_every_other_value_stays(project: Path) -> None:
    wanted = {
        key: (english, f"{spanish} «¿Así: #{number}, o no?»")
        for number, (key, (english, spanish)) in enumerate(spanish_of(project).items())
        if spanish
    }
    assert len(wanted) > 800
    assert taken_back(project, exported(project, wanted)) == 0
    after = spanish_of(project)
    assert {key: after[key] for key in wanted} == wanted


def test_comments_and_their_order_stay(project: Path) -> None:
    def notes() -> list[str]:
        folder = project / "framework"
        lines = (line for path in sorted(folder.rglob("*.yml")) for line in path.read_text("utf-8").splitlines())
        return [line for line in lines if line.lstrip().startswith("#")]

    before = notes()
    wanted = {key: (english, f"{spanish} Más.") for key, (english, spanish) in spanish_of(project).items() if spanish}
    taken_back(project, exported(project, wanted))
    assert notes() == before


@pytest.mark.parametrize(
    ("before", "values", "after"),
    [
        ("a: uno # nota\nb: dos\n", {("a",): "tres"}, "a: tres # nota\nb: dos\n"),
        ("a: uno\n", {("a",): "sí: no"}, 'a: "sí: no"\n'),
        ("a: [uno, dos] # nota\n", {("a", 1): "dos, tres"}, 'a: [uno, "dos, tres"] # nota\n'),
        ("a: {b: uno}\n", {("a", "b"): "otro"}, "a: {b: otro}\n"),
        ("a: >-\n  uno\n  dos\n\n# nota\nb: x\n", {("a",): "tres"}, "a: >-\n  tres\n\n# nota\nb: x\n"),
        ("a: |\n  uno\n\n  dos\nb: x\n", {("a",): "tres\n\n- cuatro"}, "a: |\n  tres\n\n  - cuatro\nb: x\n"),
        ("l:\n  - uno # nota\n  - dos\n", {("l", 0): "tres"}, "l:\n  - tres # nota\n  - dos\n"),
        ("t: x\nb: y # nota\n", {("es", "t"): "equis"}, "t: x\nb: y # nota\nes:\n  t: equis\n"),
        ("t: x\nes:\n  t: uno\n# nota\n", {("es", "d"): "dos"}, "t: x\nes:\n  t: uno\n  d: dos\n# nota\n"),
        (
            "t: x\n",
            {("es", "l", 0): "uno", ("es", "l", 1): "dos"},
            "t: x\nes:\n  l:\n    - uno\n    - dos\n",
        ),
        ("t: {a: uno}\n", {("t", "es", "a"): "no, sí"}, 't: {a: uno, es: {a: "no, sí"}}\n'),
        (
            "t: x\n",
            {("es", "l", 0, "id"): "one", ("es", "l", 0, "t"): "uno", ("es", "n"): 2, ("es", "l", 1, "t"): "dos"},
            "t: x\nes:\n  l:\n    - id: one\n      t: uno\n    - t: dos\n  n: 2\n",
        ),
        (
            "es:\n  l:\n    - id: one # nota\n      t: uno\nb: y\n",
            {("es", "l", 1, "id"): "two", ("es", "l", 1, "t"): "dos"},
            "es:\n  l:\n    - id: one # nota\n      t: uno\n    - id: two\n      t: dos\nb: y\n",
        ),
    ],
)
def test_a_text_goes_in_where_it_belongs(before: str, values: dict[KeyPath, str], after: str) -> None:
    made, left = with_texts(document(before), values)
    assert made == after
    assert not left


@pytest.mark.parametrize(
    ("before", "path"),
    [("l: [uno]\n", ("l", 3)), ("t: {}\n", ("t", "es", "a")), ("t: x\n", ("es", "l", 1))],
)
def test_what_has_no_place_is_left(before: str, path: KeyPath) -> None:
    made, left = with_texts(document(before), {path: "dos"})
    assert (made, set(left)) == (before, {path})


def document(text: str) -> Document:
    parsed = parse_yaml(text, "a.yml", Problems())
    assert parsed is not None
    return parsed


def test_line_ends_of_windows_stay(part: Path) -> None:
    path = part / "framework" / "outreach" / "needs.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    key = "outreach/needs:food/title"
    english, _ = spanish_of(part)[key]
    taken_back(part, exported(part, {key: (english, "Alimentos")}))
    assert b"title: Alimentos\r\n" in path.read_bytes()
    assert path.read_bytes() == before.replace(b"title: Comida", b"title: Alimentos")


def test_what_changed_in_english_is_marked_and_told(part: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = ["--config", str(part / "mkdocs.yml")]
    main([*config, "translate", "export"])
    path = part / "framework" / "outreach" / "needs.yml"
    path.write_text(path.read_text("utf-8").replace("title: Food\n", "title: Enough to eat\n"), encoding="utf-8")
    capsys.readouterr()
    main([*config, "check", "--advice"])
    told = capsys.readouterr().out
    assert "advice SPANISH-OLD: The English of this text was changed after the Spanish. (Enough to eat)" in told
    main([*config, "translate", "export"])
    assert "1 changed in English since." in capsys.readouterr().out
    (stale,) = [entry for entry in polib.pofile(str(part / MEMORY)) if entry.fuzzy]
    assert (stale.msgctxt, stale.previous_msgid, stale.msgid) == ("outreach/needs:food/title", "Food", "Enough to eat")
    assert stale.msgstr == "Comida"


def test_a_translator_can_say_that_the_old_spanish_still_fits(part: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = ["--config", str(part / "mkdocs.yml")]
    main([*config, "translate", "export"])
    path = part / "framework" / "outreach" / "needs.yml"
    path.write_text(path.read_text("utf-8").replace("title: Food\n", "title: Something to eat\n"), encoding="utf-8")
    back = part / "back.po"
    main([*config, "translate", "export", "--out", str(back)])
    catalog = polib.pofile(str(back), wrapwidth=0)
    for entry in catalog:
        entry.flags = []
    catalog.save()
    before = files_of(part)
    assert main([*config, "translate", "import", str(back)]) == 0
    assert files_of(part) == before
    capsys.readouterr()
    main([*config, "check", "--advice"])
    assert "SPANISH-OLD" not in capsys.readouterr().out


def test_a_text_whose_english_changed_meanwhile_is_not_taken(part: Path) -> None:
    before = files_of(part)
    path = exported(part, {"outreach/needs:food/title": ("Groceries", "Despensa"), "nothing/here": ("A", "B")})
    assert taken_back(part, path) == 2
    assert files_of(part) == before


def test_a_file_that_is_no_catalog_is_refused(part: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = part / "wrong.po"
    wrong.write_text("this is no catalog\n", encoding="utf-8")
    assert main(["--config", str(part / "mkdocs.yml"), "translate", "import", str(wrong)]) == 2
    assert "cannot be read as a PO file" in capsys.readouterr().err


def test_a_form_without_spanish_is_written_when_all_of_it_is_there(
    part: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, form = files_of(part), "forms/reflection-sheet.yml"
    texts = {key: text for key, text in spanish_of(part).items() if key.startswith("forms/reflection-sheet/")}
    assert len(texts) > 20
    assert not any(spanish for _, spanish in texts.values())
    finished = {key: (english, english) for key, (english, _) in texts.items()}  # whatever: the words are not looked at
    half = dict(list(finished.items())[:-1])
    config = ["--config", str(part / "mkdocs.yml")]
    assert main([*config, "translate", "import", str(exported(part, half))]) == 1
    assert "It is written when all of it is there:" in capsys.readouterr().out
    assert files_of(part)[form] == before[form]
    assert main([*config, "translate", "import", str(exported(part, finished))]) == 0
    assert "FORM-" not in capsys.readouterr().out  # the same parts, fields and ids, and an example that fits
    spanish = spanish_of(part)
    assert {key: spanish[key] for key in texts} == finished


def test_what_is_for_staff_is_exported_where_somebody_began_or_when_asked_for(project: Path) -> None:
    framework = read_framework(project / "framework", project, Problems())
    usual = {text.key for text in texts_of(framework)}
    everything = {text.key for text in texts_of(framework, everything=True)}
    begun, not_begun = "curricula/student-mentors/session-1/summary", "curricula/induction-mentors/session-1/summary"
    assert begun in usual
    assert not_begun not in usual
    assert not_begun in everything
    assert usual < everything
    assert not any("/agenda/" in key and key.endswith(("/do", "/say")) for key in everything)
