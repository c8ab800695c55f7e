"""A roster held against what a role publishes: exact lists, and everything that is refused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from coaching_manual.cli import main
from coaching_manual.selection.columns import refused
from tests.test_cases import lay_out
from tests.unit.sample import Sample

ROOT = Path(__file__).parent.parent.parent
HEADER = "person,group,site,training,years,wants,holds,criterion 1\n"
WHOLE = HEADER + (
    "Row 1,drivers,Yard,first-steps,3,yes,Bus license,yes\n"
    "Row 2,Drivers,Yard,,2,Sí,bus license,yes\n"
    "Row 3,drivers,North yard,First steps,1,yes,Bus license,yes\n"
    "Row 4,drivers,Yard,first-steps,0,yes,Bus license,yes\n"
    "Row 5,drivers,Yard,first-steps,3,,Bus license,\n"
    "Row 6,drivers,Yard,first-steps,3,no,Bus license,yes\n"
    "Row 7,cooks,Kitchen,first-steps,9,yes,,\n"
)
GROUP = """\
id: {id}
title: {title}
summary: People at work.
jobs: [Job]
coaching: {{}}
strands: {{}}
"""
ROLE = """\
id: buddy
title: Buddy
purpose: A colleague who rides along.
works_with: New drivers.
does: [Rides along.]
does_not: [Reports on anybody.]
time: One hour a week.
reports_to: The lead, about hours only.
call: The lead.
action_steps: [3]
selection:
  profile: A driver whom others ask.
  criteria:
    - {text: Knows the routes., shown_by: A colleague says so.}
    - {text: Is patient., shown_by: The talk.}
  nominated_by: [Any driver]
  steps: [The notice hangs in the yard.]
  safeguards: [Two people read each form.]
  path: [Ride along once.]
  renewal: After a year.
  ready: {groups: [drivers, washers], years: 2, training: [first-steps], holds: [Bus license]}
"""
TEXT = """\
Buddy: a roster held against the published criteria

People decide. This list only holds a roster against the published criteria: it ranks nobody and chooses nobody.
It is about people: keep it only as long as it is needed, and only where those who choose can read it.

The roster answers these published criteria. Look whether its columns mean the same:
  - Criterion 1: Knows the routes.

Meets what the roster can show: 1
  Row 1 (Drivers; Yard)

One step away: 2
  Row 2 (Drivers; Yard)
      Training to finish: First steps.
  Row 3 (Drivers; North yard)
      Full years in the work: 1 of 2.

More than one step away: 2
  Row 4 (Drivers; Yard)
      Full years in the work: 0 of 2.
  Row 5 (Drivers; Yard)
      Not asked yet.
      Not stated yet: Knows the routes.

Not considered for this role: 2
  Row 6 (Drivers; Yard)
      Said no. Nobody is assigned who did not say yes.
  Row 7 (Cooks; Kitchen)
      The role is not open to this employee group.

What only people can look at, since the roster has no column for it:
  - Is patient. Shown by: The talk.

Spread over employee groups                    in the roster           meets   one step away
  Drivers                                                  6               1               2
  Washers                                                  0               0               0
  Cooks                                                    1               0               0

Spread over sites                              in the roster           meets   one step away
  Kitchen                                                  1               0               0
  North yard                                               1               0               1
  Yard                                                     5               1               1
"""
NOTE = (
    "People decide. This list only holds a roster against the published criteria: it ranks nobody and chooses nobody."
)


@pytest.fixture(scope="module")
def yard(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """A project with a role, three employee groups and a course. No test changes it."""
    sample = Sample(lay_out("CURRICULUM-UNKNOWN", tmp_path_factory.mktemp("yard")).parent)
    for name in ("drivers", "cooks", "washers"):
        sample.write(f"framework/growth/groups/{name}.yml", GROUP.format(id=name, title=name.capitalize()))
    sample.write("framework/roles/buddy.yml", ROLE)
    return sample


def select(yard: Sample, roster: Path, *options: str, role: str = "buddy") -> int:
    return main(["--config", str(yard.config), "select", str(roster), "--role", role, *options])


def roster_of(folder: Path, text: str) -> Path:
    path = folder / "roster.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def faults(yard: Sample, folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What is told about a roster that must be mended, line by line."""
    assert select(yard, roster_of(folder, text)) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err.splitlines()


# ---- What it says ----


def test_text(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = yard.files()
    assert select(yard, roster_of(tmp_path, WHOLE)) == 0
    assert capsys.readouterr() == (TEXT, "")
    assert yard.files() == before


def test_csv(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "list.csv"
    assert select(yard, roster_of(tmp_path, WHOLE), "--format", "csv", "--out", str(out)) == 0
    assert capsys.readouterr().out.startswith(f"The list is in {out}.")
    rows = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert {len(row) for row in rows} == {11}
    assert {row[-1] for row in rows[1:]} == {NOTE}
    assert [row[:10] for row in rows[:3]] == [
        [
            "part",
            "name",
            "group",
            "site",
            "standing",
            "missing training",
            "other reasons",
            "in the roster",
            "meets",
            "one step away",
        ],
        ["person", "Row 1", "Drivers", "Yard", "meets", "", "", "", "", ""],
        ["person", "Row 2", "Drivers", "Yard", "one step away", "First steps", "", "", "", ""],
    ]
    assert [row[:2] + row[7:10] for row in rows[8:]] == [
        ["read from the roster", "Criterion 1: Knows the routes.", "", "", ""],
        ["for people to look at", "Is patient. Shown by: The talk.", "", "", ""],
        ["group", "Drivers", "6", "1", "2"],
        ["group", "Washers", "0", "0", "0"],
        ["group", "Cooks", "1", "0", "0"],
        ["site", "Kitchen", "1", "0", "0"],
        ["site", "North yard", "1", "0", "1"],
        ["site", "Yard", "5", "1", "1"],
    ]


def test_no_label_becomes_a_formula(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = HEADER + '=1+1,drivers,"@SUM(A1)",first-steps,3,yes,Bus license,yes\n'
    assert select(yard, roster_of(tmp_path, text), "--format", "csv") == 0
    rows = list(csv.reader(capsys.readouterr().out.splitlines()))
    assert rows[1][:4] == ["person", "'=1+1", "Drivers", "'@SUM(A1)"]
    assert rows[-1][:2] == ["site", "'@SUM(A1)"]


def test_sheet_to_print(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = WHOLE.replace("Row 1", "<b>Row</b>")
    assert select(yard, roster_of(tmp_path, text), "--format", "html") == 0
    page = BeautifulSoup(capsys.readouterr().out, "html.parser")
    assert page.html is not None
    assert page.html["lang"] == "en"
    assert next(one.get_text() for one in page.select(".note p")) == NOTE
    assert [one.get_text() for one in page.select("caption")] == [
        "Meets what the roster can show, in the order of the roster",
        "One step away, in the order of the roster",
        "More than one step away, in the order of the roster",
        "Not considered for this role, in the order of the roster",
        "Spread over employee groups, in numbers of people",
        "Spread over sites, in numbers of people",
    ]
    assert {cell.get("scope") for cell in page.select("thead th")} == {"col"}
    assert {cell.get("scope") for cell in page.select("tbody th")} == {"row"}
    assert page.select("tbody th")[0].get_text() == "<b>Row</b>"
    assert page.select("script, link, img") == []


def test_the_sample_that_comes_with_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    sample = ROOT / "examples" / "roster.csv"
    lines = sample.read_text(encoding="utf-8").splitlines()[1:]
    assert all(line.startswith("Invented row ") for line in lines)
    assert main(["--config", str(ROOT / "mkdocs.yml"), "select", str(sample), "--role", "classified-mentor"]) == 0
    assert f"\n{NOTE}\n" in capsys.readouterr().out


# ---- What is refused ----


def test_all_that_is_wrong_is_told_at_once(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = HEADER + (
        "Row 1,divers,Yard,first-stps,three,maybe,,4\n"
        '"Row\n2",drivers,,first-steps,3,yes,,,more\n'
        "row 1,drivers,Yard,,,yes\n"
    )
    assert faults(yard, tmp_path, text, capsys) == [
        'roster.csv, line 2, column B ("group"): There is no growth group "divers". Did you mean "drivers"?',
        'roster.csv, line 2, column D ("training"): There is no training "first-stps". Did you mean "first-steps"?',
        'roster.csv, line 2, column E ("years"): "three" is no number of full years. Write it like this: 3',
        (
            'roster.csv, line 2, column F ("wants"): "maybe" is no answer. Write yes or no, or leave it empty. '
            "Ratings are not read."
        ),
        (
            'roster.csv, line 2, column H ("criterion 1"): "4" is no answer. Write yes or no, or leave it empty. '
            "Ratings are not read."
        ),
        (
            "roster.csv, line 3, column I: This row has more cells than there are columns. Put a text with a comma in "
            'it in double quotes: "one, two".'
        ),
        'roster.csv, line 3, column C ("site"): Nothing is written here.',
        'roster.csv, line 5, column A ("person"): "row 1" is in line 2 already. Give each row a label of its own.',
        'roster.csv, line 5, column E ("years"): Nothing is written here. Write it like this: 3',
        "",
        "9 things to mend. Nothing was written.",
    ]


def test_columns_that_may_not_be_there(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "person,group,site,training,years,wants,Eval rating,Fecha de nacimiento,Shoe size,site\n"
    assert faults(yard, tmp_path, text, capsys) == [
        (
            'roster.csv, line 1, column G ("Eval rating"): This is a rating or evaluation, and may not be used to '
            "choose people. Delete the column in your copy."
        ),
        (
            'roster.csv, line 1, column H ("Fecha de nacimiento"): This is a characteristic that the law protects, and '
            "may not be used to choose people. Delete the column in your copy."
        ),
        (
            'roster.csv, line 1, column I ("Shoe size"): This column is not known. Delete it in your copy: only what '
            "the criteria ask for is read."
        ),
        'roster.csv, line 1, column J ("site"): Column C says the same. Keep one.',
        'roster.csv, line 1, no column: The column "holds" is missing: credentials and clearances, separated by ;.',
        "",
        "5 things to mend. Nothing was written.",
    ]


RATINGS = ["Rating", "evalScore", "Evaluations", "performance_level", "Discipline", "Evaluación", "Calificación anual"]
RATINGS += ["Desempeño", "Growth level", "GrowthLevel", "Attendance", "PerformanceRating", "Puntaje"]
PROTECTED = ["Race", "Ethnicity", "Sex", "Gender", "Age", "Birth date", "DOB", "dateofbirth", "Religion", "Disability"]
PROTECTED += ["National origin", "Home language", "Marital status", "MaritalStatus", "Health", "Pregnancy", "Pregnant?"]
PROTECTED += ["Sexual orientation", "Veteran status", "Raza", "Etnia", "Sexo", "Género", "Edad", "Religión"]
PROTECTED += ["Discapacidad", "Origen nacional", "Idioma", "Estado civil", "Salud", "Embarazo", "Orientación sexual"]
PROTECTED += ["Veterano", "Lengua materna", "Nacionalidad"]


@pytest.mark.parametrize("name", RATINGS)
def test_ratings(name: str) -> None:
    assert refused(name) == "a rating or evaluation"


@pytest.mark.parametrize("name", PROTECTED)
def test_what_the_law_protects(name: str) -> None:
    assert refused(name) == "a characteristic that the law protects"


@pytest.mark.parametrize("name", ["person", "site", "Message", "Operating hours", "Sitio", "Formación", "Page"])
def test_other_names(name: str) -> None:
    assert refused(name) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEADER, "roster.csv, line 1, no row: There is nobody below the names of the columns."),
        (
            HEADER + '"open',
            "roster.csv cannot be read as CSV (unexpected end of data). Save it again from a spreadsheet.",
        ),
    ],
)
def test_no_rows(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str) -> None:
    assert faults(yard, tmp_path, text, capsys)[0] == told


def test_other_ways_of_saving(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "person;group;site;training;years;wants;holds;Knows the routes.\n"
    text += 'Row 1;drivers;Yard;"first-steps; first-steps";3;yes;Bus license;yes\n'
    path = tmp_path / "roster.csv"
    path.write_bytes(text.encode("utf-16"))
    assert select(yard, path) == 0
    assert "\nMeets what the roster can show: 1\n  Row 1 (Drivers; Yard)\n" in capsys.readouterr().out
    path.write_bytes("person\nJosé\n".encode("cp1252"))
    assert select(yard, path) == 1
    assert "roster.csv is not saved as UTF-8; line 2 cannot be read." in capsys.readouterr().err


def test_nothing_inside_the_project(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = yard.files()
    assert select(yard, yard.root / "docs" / ".." / "roster.csv") == 2
    assert "is inside this project, which may be published." in capsys.readouterr().err
    assert select(yard, roster_of(tmp_path, WHOLE), "--out", str(yard.root / "docs" / "list.txt")) == 2
    assert "would be inside this project, which may be published." in capsys.readouterr().err
    assert yard.files() == before


def test_a_link_into_the_project(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = tmp_path / "elsewhere"
    link.symlink_to(yard.root / "docs", target_is_directory=True)
    assert select(yard, roster_of(tmp_path, WHOLE), "--out", str(link / "list.txt")) == 2
    assert "would be inside this project" in capsys.readouterr().err


def test_what_is_there_stays(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = roster_of(tmp_path, WHOLE)
    assert select(yard, path, "--out", str(path)) == 2
    assert capsys.readouterr().err == f"coaching-manual: {path} is there already. Say another name with --out.\n"
    assert path.read_text(encoding="utf-8") == WHOLE


def test_unknown_role(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert select(yard, roster_of(tmp_path, WHOLE), role="budy") == 2
    assert capsys.readouterr().err == 'coaching-manual: There is no role "budy". Did you mean "buddy"?\n'


def test_other_files(yard: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert select(yard, tmp_path / "none.csv") == 1
    assert capsys.readouterr().err == f"There is no file {tmp_path / 'none.csv'}.\n"
    (tmp_path / "roster.xlsx").write_bytes(b"PK")
    assert select(yard, tmp_path / "roster.xlsx") == 1
    assert "roster.xlsx is not a CSV file. Save the roster as CSV" in capsys.readouterr().err
