"""Bad and extreme input gives a good page or a clear error, and never half a folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import page as validator
import pikepdf
import pytest
import yaml
from PIL import Image
from pypdf import PdfReader

from coaching_manual.manual import read_manual
from coaching_manual.print.command import print_packs
from coaching_manual.print.families import packs_of
from coaching_manual.print.faults import PrintError
from coaching_manual.print.packs import PLAIN, Part
from coaching_manual.print.press import Job, Printed, Printer
from coaching_manual.print.wishes import Wish
from tests.print.reading import body_text, elements, words_of

COURSE = "framework/curricula/first-steps"


def with_handout(project: Path, body: str) -> Path:
    """The small project, whose handout says something else."""
    file = project / COURSE / "session-1.yml"
    session = yaml.safe_load(file.read_text(encoding="utf-8"))
    session["handouts"][0]["body"] = body
    file.write_text(yaml.safe_dump(session, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
    return project


def handouts(project: Path, kept: Path) -> Printed:
    """The handouts of the small course."""
    manual = read_manual(project / "mkdocs.yml")
    pack = next(pack for pack in packs_of(manual) if pack.kind == "handouts")
    return Printer(manual, kept).print([Job(pack, PLAIN)])[0]


def test_a_table_of_300_rows_repeats_its_header_and_splits_no_row(copy: Path, tmp_path: Path) -> None:
    rows = "\n".join(f"| {number} | words of row {number} |" for number in range(300))
    made = handouts(with_handout(copy, f"| No. | What |\n|---|---|\n{rows}\n"), tmp_path / "kept")
    assert made.pages > 5
    assert validator.validate_pdf(made.path, profile="ua1").is_compliant
    text = body_text(made.path)
    assert [number for number in range(300) if f"words of row {number}" not in " ".join(text.split())] == []
    with pikepdf.open(made.path) as pdf:
        assert sum(str(element.S) == "/Table" for element in elements(pdf)) == 1


def test_a_word_of_200_letters_is_broken_within_the_page(copy: Path, tmp_path: Path) -> None:
    word = "abcdefghij" * 20
    made = handouts(
        with_handout(copy, f"Before {word} after.\n\n| A | B |\n|---|---|\n| {word} | b |\n"), tmp_path / "kept"
    )
    text = "".join(body_text(made.path).replace("\u200b", "").split())
    assert text.count(word) == 2


def test_signs_of_every_markup_are_only_signs(copy: Path, tmp_path: Path) -> None:
    signs = "#strong[x] $x^2$ @name ~ \\\\ // {{ }} %d &amp; “quotes” ñ ¿ → ✓ ≥ ½"
    made = handouts(with_handout(copy, f"Signs: {signs} end."), tmp_path / "kept")
    text = " ".join(body_text(made.path).split())
    for sign in ("#strong[x]", "$x^2$", "@name", "//", "“quotes”", "ñ", "¿", "→", "✓", "≥", "½"):
        assert sign in text


def test_a_sign_that_no_letters_have_names_the_file_and_the_sign(copy: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    manual = read_manual(with_handout(copy, "A sign \ua8e0 here.") / "mkdocs.yml")
    with pytest.raises(PrintError) as fault:
        print_packs(manual, Wish(), out)
    assert "framework/curricula/first-steps/session-1.yml" in str(fault.value)
    assert "\ua8e0" in str(fault.value)
    assert not out.exists()
    assert list(tmp_path.glob(".printing-*")) == []


def test_a_row_longer_than_a_page_is_whole(copy: Path, tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(1500))
    made = handouts(with_handout(copy, f"| A | B |\n|---|---|\n| {words} | b |\n"), tmp_path / "kept")
    assert set(words.split()) <= set(words_of(body_text(made.path)))


def test_a_course_of_40_sessions(copy: Path, tmp_path: Path) -> None:
    first = copy / COURSE / "session-1.yml"
    session = yaml.safe_load(first.read_text(encoding="utf-8"))
    for number in range(2, 41):
        session["title"] = f"Talk {number}"
        session["handouts"][0]["id"] = session["agenda"][1]["handouts"][0] = f"card-{number}"
        (copy / COURSE / f"session-{number}.yml").write_text(yaml.safe_dump(session), encoding="utf-8")
    manual = read_manual(copy / "mkdocs.yml")
    pack = next(pack for pack in packs_of(manual) if pack.kind == "participant")
    made = Printer(manual, tmp_path / "kept").print([Job(pack, PLAIN)])[0]
    assert len(pack.parts) == 80
    assert "Session 40 Talk 40" in " ".join(words_of(body_text(made.path, 1, made.first_pages[0] - 1)))


def test_lines_to_write_on_never_stand_alone_on_a_page(copy: Path, tmp_path: Path) -> None:
    for count in range(30, 50):
        entries = "\n".join(f"{number}. entry" for number in range(1, count))
        made = handouts(with_handout(copy, f"{entries}\n\n[[lines 3]]\n"), tmp_path / "kept")
        text = PdfReader(made.path).pages[-1].extract_text()
        assert "entry" in text


def _card(project: Path, tmp_path: Path, body: str) -> Printed:
    """A page with a picture, printed as one of the small manual's chapters would be."""
    (project / "docs" / "why.md").write_text(f"# Why\n\n{body}\n", encoding="utf-8")
    manual = read_manual(project / "mkdocs.yml")
    base = next(pack for pack in packs_of(manual) if pack.kind == "handouts")
    pack = replace(base, id="why", parts=(Part("why.md"),), front="none")
    return Printer(manual, tmp_path / "kept").print([Job(pack, PLAIN)])[0]


def test_a_picture_is_printed_with_its_words(copy: Path, tmp_path: Path) -> None:
    Image.new("RGB", (300, 100), "black").save(copy / "docs" / "bar.png")
    made = _card(copy, tmp_path, "![A bar that is full](bar.png)")
    with pikepdf.open(made.path) as pdf:
        assert [str(one.Alt) for one in elements(pdf) if str(one.S) == "/Figure"] == ["A bar that is full"]


def test_a_picture_that_is_not_there_is_named(copy: Path, tmp_path: Path) -> None:
    with pytest.raises(PrintError, match=r"docs/why.md:3:10: why.pdf cannot be printed: There is no picture bar.png"):
        _card(copy, tmp_path, "![A bar](bar.png)")


def test_a_picture_without_words_is_refused(copy: Path, tmp_path: Path) -> None:
    Image.new("RGB", (30, 10), "black").save(copy / "docs" / "bar.png")
    with pytest.raises(PrintError, match="A picture has no words"):
        _card(copy, tmp_path, "![](bar.png)")
