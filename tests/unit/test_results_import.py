"""Importing yearly figures: odd and hostile spreadsheets, each really made, and the old figures untouched."""

from __future__ import annotations

import datetime
import os
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from coaching_manual.cli import main
from coaching_manual.results.sheets import Cell
from coaching_manual.results.values import ValueFaultError, Words, count, percentage_fits, school_year
from tests.unit.sample import Sample

ROOT = Path(__file__).parent.parent.parent
OLD = "measure,line,breakdown,group,numerator,denominator\ntrained-coaches,,,,20,38\n"
HEADER = ("School year", "Measure", "Breakdown", "Group", "Count", "Out of", "Percent")
TOTAL = ("2025-26", "Trained coaches", "", "", 30, 40, "75%")
FILE = "framework/measures/results/2025-26.csv"
WORDS = Words({"n/a", "-"}, {"*", "<11"})


@pytest.fixture
def measured(sample: Sample) -> Sample:
    """The sample with a measure, its figures of a year, and our own names of columns."""
    case = ROOT / "tests" / "cases" / "clean--measures" / "framework" / "measures"
    sample.write("framework/measures/measures.yml", (case / "measures.yml").read_text(encoding="utf-8"))
    settings = (ROOT / "framework" / "measures" / "import.yml").read_text(encoding="utf-8")
    sample.write("framework/measures/import.yml", settings)
    sample.write(FILE, OLD)
    return sample


def excel(path: Path, *rows: Sequence[object], sheet: str = "Results") -> Path:
    book = Workbook()
    book.worksheets[0].title = sheet
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def changed(path: Path, change: Callable[[Any], None], *rows: Sequence[object]) -> Path:
    """An Excel file to which something was done."""
    book = load_workbook(excel(path, *rows))
    change(book)
    book.save(path)
    return path


def run(measured: Sample, path: Path, *options: str) -> int:
    return main(["--config", str(measured.config), "results", "import", str(path), *options])


def refused(measured: Sample, path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """What is said of a file that is not imported; everything is as it was."""
    before = measured.files()
    assert run(measured, path, *options) == 1
    assert measured.files() == before
    told = capsys.readouterr()
    assert "Nothing was changed." in told.err
    return told.out + told.err


# ---- What works ----


def test_figures_from_excel_replace_those_of_their_measure(
    measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    groups = [
        ("2025-26", "Trained coaches", "School level", "Elementary", 16, 20, 0.8),
        ("2025-26", "Trained coaches", "School level", "Secondary", 14, 20, ""),
    ]
    assert run(measured, excel(tmp_path / "figures.xlsx", HEADER, TOTAL, *groups)) == 0
    assert measured.read(FILE) == (
        "measure,line,breakdown,group,numerator,denominator\n"
        "trained-coaches,,,,30,40\n"
        "trained-coaches,,level,elementary,16,20\n"
        "trained-coaches,,level,secondary,14,20\n"
    )
    told = capsys.readouterr().out
    assert "Count  →  numerator" in told
    assert "trained-coaches: 30 of 40 (75%)  (was 20 of 38 (53%))" in told
    assert "trained-coaches · level · elementary: 16 of 20 (80%)  (new)" in told
    assert f"written: {FILE}" in told
    assert measured.report() == ""


def test_dry_run_writes_nothing(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = measured.files()
    assert run(measured, excel(tmp_path / "figures.xlsx", HEADER, TOTAL), "--dry-run") == 0
    assert measured.files() == before
    assert "Nothing was written." in capsys.readouterr().out


CSV_DIALECTS = {
    "semicolons": "Año escolar;Medida;Cantidad;De cuántos;Porcentaje\n2025–2026;Trained coaches;1.030;1.040;99,0 %\n",
    "tabs": "Year\tMeasure\tCount\tOut of\n2025/26\ttrained coaches\t1,030\t1,040\n",
    "quoted": 'year,measure,count,out of\n2026-06-30,trained-coaches,"1,030","1,040"\n',
    "title above": "Yearly figures,,,\n,,,\nYEAR,MEASURE,COUNT,OUT OF\n2025-26,Trained coaches,1030.0,1 040\n",
}


@pytest.mark.parametrize("name", CSV_DIALECTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_of_every_dialect(measured: Sample, tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes(CSV_DIALECTS[name].encode(encoding))
    assert run(measured, path) == 0
    assert measured.read(FILE).splitlines()[1:] == ["trained-coaches,,,,1030,1040"]


def test_several_years_at_once(measured: Sample, tmp_path: Path) -> None:
    rows = [("2023-24", "Trained coaches", "", "", 18, 36, ""), ("2024-25", "Trained coaches", "", "", 24, 38, "")]
    assert run(measured, excel(tmp_path / "figures.xlsx", HEADER, *rows)) == 0
    assert measured.read(FILE) == OLD
    assert measured.read("framework/measures/results/2023-24.csv").endswith("trained-coaches,,,,18,36\n")
    assert measured.read("framework/measures/results/2024-25.csv").endswith("trained-coaches,,,,24,38\n")


def test_year_of_all_rows(measured: Sample, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("measure,count,out of\ntrained coaches,31,40\n", encoding="utf-8")
    assert run(measured, path, "--year", "2025-26") == 0
    assert measured.read(FILE).endswith("trained-coaches,,,,31,40\n")


def test_template_can_be_filled_and_imported(measured: Sample, tmp_path: Path) -> None:
    path = tmp_path / "to-fill.xlsx"
    config = ["--config", str(measured.config)]
    assert main([*config, "results", "template", "--year", "2025-26", "--out", str(path)]) == 0
    book = load_workbook(path)
    sheet = book["Results"]
    rows = [[cell.value for cell in row[:5]] for row in sheet.iter_rows()]
    assert rows == [
        ["School year", "Measure", "Line", "Breakdown", "Group"],
        ["2025-26", "Trained coaches", None, None, None],
        ["2025-26", "Trained coaches", None, "School level", "Elementary"],
        ["2025-26", "Trained coaches", None, "School level", "Secondary"],
    ]
    sheet["F2"], sheet["G2"] = 30, 40
    book.save(path)
    assert run(measured, path) == 0
    assert measured.read(FILE).splitlines()[1:] == ["trained-coaches,,,,30,40"]


def test_template_replaces_no_file(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "filled.csv"
    path.write_text("mine", encoding="utf-8")
    assert main(["--config", str(measured.config), "results", "template", "--out", str(path)]) == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert "is there already" in capsys.readouterr().err


# ---- What is refused ----


@pytest.mark.parametrize("column", ["Name", "Employee ID", "E-mail", "Nombre completo", "coach_name", "Date of birth"])
def test_columns_about_persons(
    measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str], column: str
) -> None:
    path = excel(tmp_path / "list.xlsx", (*HEADER, column), (*TOTAL, "somebody"))
    told = refused(measured, path, capsys)
    assert f'Results, H1: the column "{column}" is about persons.' in told
    assert "somebody" not in told


def test_columns_about_persons_on_another_sheet(
    measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def add_list(book: Any) -> None:
        book.create_sheet("People").append(["First name", "Last name", "Count"])

    path = changed(tmp_path / "figures.xlsx", add_list, HEADER, TOTAL)
    assert 'People, A1: the column "First name" is about persons.' in refused(measured, path, capsys)


def test_an_address_in_a_cell(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = excel(tmp_path / "figures.xlsx", HEADER, TOTAL, ("2025-26", "x@example.org", "", "", 1, 2, ""))
    assert "Results, B3: this looks like the e-mail address or number of a person." in refused(measured, path, capsys)
    path = excel(tmp_path / "figures.xlsx", HEADER, ("2025-26", "(909) 555-2368", "", "", 1, 2, ""))
    assert "Results, B2: this looks like the e-mail address or number of a person." in refused(measured, path, capsys)


FAULTS: list[tuple[str, Sequence[object], str]] = [
    ("unknown measure", ("2025-26", "Trained coach", "", "", 30, 40, ""), "Results, B2: There is no measure of this"),
    ("more than there are", ("2025-26", "Trained coaches", "", "", 50, 40, ""), "Results, row 2: 50 of 40 cannot be"),
    (
        "percentage",
        ("2025-26", "Trained coaches", "", "", 30, 40, "80%"),
        "G2: 80% is given, and 30 of 40 makes 75%",
    ),
    (
        "unknown group",
        ("2025-26", "Trained coaches", "School level", "Midle", 3, 4, ""),
        "D2: This is no group",
    ),
    ("group without total", ("2025-26", "Trained coaches", "", "Secondary", 3, 4, ""), "stands without its total"),
    ("half a person", ("2025-26", "Trained coaches", "", "", 30.5, 40, ""), "Results, E2: 30.5 is not a whole number"),
    ("less than nobody", ("2025-26", "Trained coaches", "", "", -3, 40, ""), "Results, E2: -3 is less than nobody"),
    ("a date", ("2025-26", "Trained coaches", "", "", datetime.date(2026, 3, 1), 40, ""), "takes this for a date"),
    ("a percentage for a number", ("2025-26", "Trained coaches", "", "", "75%", 40, ""), "75% is a percentage"),
    (
        "no denominator",
        ("2025-26", "Trained coaches", "", "", 30, "", ""),
        "without its denominator",
    ),
    ("not a year", ("2025-27", "Trained coaches", "", "", 30, 40, ""), '"2025-27" is not a school year'),
    ("no measure", ("2025-26", "", "", "", 30, 40, ""), "Results, B2: No measure stands here"),
]


@pytest.mark.parametrize(("name", "row", "told"), FAULTS, ids=[name for name, _, _ in FAULTS])
def test_faults_name_their_cell(
    measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, row: Sequence[object], told: str
) -> None:
    assert told in refused(measured, excel(tmp_path / f"{name}.xlsx", HEADER, row), capsys)


def test_a_row_twice(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(measured, excel(tmp_path / "twice.xlsx", HEADER, TOTAL, TOTAL), capsys)
    assert "Results, row 3: trained-coaches: the measure itself is written twice for 2025-26." in told


def test_formulas_without_a_value(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = ("2025-26", "Trained coaches", "", "", "=SUM(1,2)", 40, "")
    told = refused(measured, excel(tmp_path / "formula.xlsx", HEADER, row), capsys)
    assert "Results, E2: A formula stands here, and no number." in told


def test_formulas_in_csv_are_carried_out_by_nobody(
    measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "figures.csv"
    text = 'year,measure,count,out of\n2025-26,"=HYPERLINK(""http://x"",""y"")",=1+1,40\n'
    path.write_text(text, encoding="utf-8")
    told = refused(measured, path, capsys)
    assert "figures.csv, C2: A formula stands here, and no number." in told
    assert "HYPERLINK" not in told


def test_merged_cells(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [TOTAL, ("", "", "School level", "Elementary", 16, 20, "")]
    path = changed(tmp_path / "m.xlsx", lambda book: book["Results"].merge_cells("B2:B3"), HEADER, *rows)
    assert 'On the sheet "Results" the cells B2:B3 are merged' in refused(measured, path, capsys)


def test_a_title_over_the_columns_may_be_merged(measured: Sample, tmp_path: Path) -> None:
    rows = [("Yearly figures",), HEADER, TOTAL]
    path = changed(tmp_path / "m.xlsx", lambda book: book["Results"].merge_cells("A1:G1"), *rows)
    assert run(measured, path) == 0


def test_wrong_encoding(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes("measure,count,out of\nAsesores de tecnología,1,2\n".encode("cp1252"))
    assert "figures.csv is not saved as UTF-8; line 2 cannot be read." in refused(measured, path, capsys)


def test_huge_file(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"measure,count\n" + b"trained coaches,1\n" * 300_000)
    assert "is this the list of people behind them?" in refused(measured, path, capsys)


def test_many_rows(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"measure,count\n" + b"trained coaches,1\n" * 20_001)
    assert "people.csv has 20,002 rows" in refused(measured, path, capsys)


def test_packed_bomb(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 70_000_000)
    assert "far larger inside than a year of totals can be" in refused(measured, path, capsys)


def test_not_really_excel(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "old.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old or a locked file")
    assert "If it has a password, save a copy without one." in refused(measured, path, capsys)


def test_excel_without_its_parts(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("nothing.txt", "nothing")
    assert "cannot be read as an Excel file" in refused(measured, path, capsys)


@pytest.mark.parametrize("name", ["figures.xls", "figures.pdf", "missing.xlsx"])
def test_other_files(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    if not name.startswith("missing"):
        (tmp_path / name).write_bytes(b"%PDF")
    told = refused(measured, tmp_path / name, capsys)
    assert ("Save it as .xlsx" in told) or (f"There is no file {tmp_path / name}." in told)


def test_wrong_sheet(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = excel(tmp_path / "figures.xlsx", ("Notes",), ("Nothing here",), sheet="Notes")
    assert 'The sheet "Notes" has no row with the names of the columns' in refused(measured, path, capsys)
    path = excel(tmp_path / "figures.xlsx", HEADER, TOTAL)
    told = refused(measured, path, capsys, "--sheet", "Fall")
    assert 'There is no sheet "Fall". The sheets of this file: "Results".' in told


def test_several_sheets_that_could_be_meant(
    measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def add(book: Any) -> None:
        book["Results"].title = "Fall"
        book.create_sheet("Spring").append(list(HEADER))

    path = changed(tmp_path / "figures.xlsx", add, HEADER, TOTAL)
    told = refused(measured, path, capsys)
    assert 'Several sheets could be meant: "Fall", "Spring". Choose one with --sheet.' in told
    assert run(measured, path, "--sheet", "fall") == 0


def test_unknown_column(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = excel(tmp_path / "figures.xlsx", (*HEADER, "Comment"), (*TOTAL, "fine"))
    assert 'Results, H1: the column "Comment" is not known.' in refused(measured, path, capsys)


def test_every_column_that_is_wrong_is_named_at_once(
    measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = excel(tmp_path / "figures.xlsx", (*HEADER, "Comment", "Remark"), (*TOTAL, "a", "b"))
    told = refused(measured, path, capsys)
    assert 'H1: the column "Comment" is not known.' in told
    assert 'I1: the column "Remark" is not known.' in told
    told = refused(measured, excel(tmp_path / "p.xlsx", (*HEADER, "Coach name", "E-mail"), TOTAL), capsys)
    assert 'H1: the column "Coach name" is about persons.' in told
    assert 'I1: the column "E-mail" is about persons.' in told


def test_a_group_that_is_a_formula_is_not_taken_for_everybody(
    measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Programs that write Excel files leave the values of formulas out, and an empty group means the total."""
    row = ("2025-26", "Trained coaches", "=C9", "=D9", 3, 5, "")
    told = refused(measured, excel(tmp_path / "formula.xlsx", HEADER, row), capsys)
    assert "Results, C2: A formula stands here, and no text." in told
    assert "Results, D2: A formula stands here, and no text." in told


def test_rows_that_a_filter_hides_are_read_and_named(
    measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def hide(book: Any) -> None:
        book["Results"].row_dimensions[2].hidden = True

    assert run(measured, changed(tmp_path / "figures.xlsx", hide, HEADER, TOTAL)) == 0
    assert "advice: Results, row 2: This row is hidden in the spreadsheet" in capsys.readouterr().out


def test_signs_that_nobody_sees(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("year,measure,count,out of\n2025-26,Trained\u200b\u00a0coaches,30\ufeff,40\n", encoding="utf-8")
    assert run(measured, path) == 0
    assert measured.read(FILE).endswith("trained-coaches,,,,30,40\n")
    capsys.readouterr()
    path.write_text("year,measure,count,out of\n2025-26,Trained coaches,\x1b[31mred,40\n", encoding="utf-8")
    assert "\x1b" not in refused(measured, path, capsys)


def test_a_title_with_other_signs_than_the_table(measured: Sample, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    text = "Figures, draft, of June, 2026\nyear;measure;count;out of\n2025-26;Trained coaches;30;40\n"
    path.write_text(text, encoding="utf-8")
    assert run(measured, path) == 0


@pytest.mark.parametrize("at", [0.2, 0.4, 0.6, 0.8])
def test_a_damaged_file(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str], at: float) -> None:
    """A byte that fell over anywhere in a packed part, or what is in it was cut short."""
    path = excel(tmp_path / "figures.xlsx", HEADER, TOTAL)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part[: int(len(sheet) * at)] if part is sheet else part)
    assert "cannot be read as an Excel file" in refused(measured, path, capsys)


def test_a_file_without_anything(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    assert 'There is nothing on the sheet "empty.csv".' in refused(measured, tmp_path / "empty.csv", capsys)


def test_two_columns_of_one_meaning(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = excel(tmp_path / "figures.xlsx", (*HEADER, "Numerator"), (*TOTAL, 30))
    assert 'the columns "Count" and "Numerator" both mean numerator' in refused(measured, path, capsys)


def test_nothing_but_empty_rows(measured: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("2025-26", "Trained coaches", "", "", "N/A", "", "")]
    told = refused(measured, excel(tmp_path / "figures.xlsx", HEADER, *rows), capsys)
    assert "There is no row with figures in it." in told


def test_a_fault_while_writing_leaves_all_years_as_they_were(
    measured: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real, calls = os.replace, []

    def fails_at_the_second(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "replace", fails_at_the_second)
    before = measured.files()
    rows = [("2024-25", "Trained coaches", "", "", 18, 36, ""), TOTAL]
    assert run(measured, excel(tmp_path / "figures.xlsx", HEADER, *rows)) == 2
    assert measured.files() == before
    assert "the old ones are untouched: No space left on device." in capsys.readouterr().err


# ---- Single values ----

COUNTS: list[tuple[object, str]] = [
    (30, "30"),
    (30.0, "30"),
    ("30", "30"),
    ("1,234", "1234"),
    ("1.234", "1234"),
    ("1\xa0234", "1234"),
    ("1'234", "1234"),
    ("1.234.567", "1234567"),
    ("12,0", "12"),
    ("  7 ", "7"),
    ("N/A", ""),
    ("-", ""),
    (None, ""),
    ("*", "*"),
    ("<11", "*"),
]


@pytest.mark.parametrize(("value", "wanted"), COUNTS)
def test_numbers_of_people(value: object, wanted: str) -> None:
    assert count(Cell(value, "A1"), WORDS) == wanted


@pytest.mark.parametrize(
    "value",
    [
        *("1,23", "12.5", "1,234.5", "twelve", "1e3", "½", True, "=1", "+1", "@SUM(1)", "1,23,456"),
        *(12_345_678, "12345678", "12,345,678", float("inf"), float("nan")),
    ],
)
def test_no_numbers_of_people(value: object) -> None:
    with pytest.raises(ValueFaultError):
        count(Cell(value, "A1"), WORDS)


FITTING: list[tuple[Cell, str, str]] = [
    (Cell("87%", "A1"), "41", "47"),
    (Cell("87.2%", "A1"), "41", "47"),
    (Cell("87,2 %", "A1"), "41", "47"),
    (Cell("87", "A1"), "41", "47"),
    (Cell(0.87, "A1"), "41", "47"),
    (Cell(41 / 47, "A1", percent=True), "41", "47"),
    (Cell(0.125, "A1", percent=True), "1", "8"),
    (Cell("13%", "A1"), "1", "8"),  # 12.5, halves up
    (Cell("N/A", "A1"), "1", "8"),
    (Cell("99%", "A1"), "", ""),
]


@pytest.mark.parametrize(("cell", "numerator", "denominator"), FITTING)
def test_percentages_that_fit(cell: Cell, numerator: str, denominator: str) -> None:
    percentage_fits(cell, numerator, denominator, WORDS)


@pytest.mark.parametrize("value", ["86%", "12%", "0.86", "many", "1,234%"])
def test_percentages_that_do_not_fit(value: str) -> None:
    with pytest.raises(ValueFaultError):
        percentage_fits(Cell(value, "A1"), "41", "47", WORDS)


YEARS: list[tuple[object, str]] = [
    ("2025-26", "2025-26"),
    ("2025–2026", "2025-26"),
    ("2025/26", "2025-26"),
    (datetime.datetime(2026, 6, 30), "2025-26"),  # noqa: DTZ001 - as a spreadsheet gives it
    (datetime.date(2025, 7, 1), "2025-26"),
    (46203, "2025-26"),  # June 30, 2026, as Excel counts days
    ("6/30/2026", "2025-26"),
    ("2026-06-30", "2025-26"),
    ("1999-00", ""),
    ("2026", ""),
    (2026, ""),
    ("2025-27", ""),
]


@pytest.mark.parametrize(("value", "wanted"), YEARS)
def test_school_years(value: object, wanted: str) -> None:
    if wanted:
        assert school_year(Cell(value, "A1")) == wanted
    else:
        with pytest.raises(ValueFaultError):
            school_year(Cell(value, "A1"))
