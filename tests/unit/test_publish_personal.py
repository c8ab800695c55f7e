"""The privacy guard finds what may be personal data anywhere on a site, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from pypdf import PdfWriter
from pypdf.annotations import Link
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from coaching_manual.cli import main
from coaching_manual.model import AllowedContacts
from coaching_manual.publish.personal import find_personal, names_in
from tests.unit.sample import Sample

ALLOWED = AllowedContacts(
    phones=("(909) 381-1100",), emails=("office@district.us", "@public.us"), numbers=("123-45-6789",)
)

FOUND: list[tuple[str, str, str]] = [
    ("e-mail address", "Write to maria.lopez@district.us today.", "maria.lopez@district.us"),
    ("phone number", "Call 909-555-2368.", "909-555-2368"),
    ("phone number", "Call (909) 555 2368.", "(909) 555 2368"),
    ("phone number", "Call (909)555-2368.", "(909)555-2368"),
    ("phone number", "909/555-2368", "909/555-2368"),
    ("phone number", "909\u00a0555\u20132368", "909 555-2368"),
    ("phone number", "Phone: 9095552368", "9095552368"),
    ("e-mail address", "maria.lopez\u00ad@\u200bdistrict.us", "maria.lopez@district.us"),
    ("social security number", "SSN 223456789", "223456789"),
    ("number of a person", "Emp. no. 45123", "45123"),
    ("number of a person", "Badge number 45123", "45123"),
    ("date of birth", "Date of birth: 04/12/1987", "04/12/1987"),
    ("social security number", "It is 223-45-6789.", "223-45-6789"),
    ("number of a person", "Employee ID: 0045123", "0045123"),
    ("number of a person", "student #8812345", "8812345"),
]


@pytest.mark.parametrize(("kind", "text", "value"), FOUND)
@pytest.mark.parametrize("file", ["a/index.html", "data.csv", "data.json", "words.js", "calendar.ics"])
def test_shapes_are_found(tmp_path: Path, kind: str, text: str, value: str, file: str) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert [(one.file, one.kind, one.value) for one in find_personal(tmp_path, ALLOWED)] == [(file, kind, value)]


HARMLESS = [
    "Call (909) 381-1100 or +1 909 381 1100.",
    "Write to office@district.us or anybody@public.us.",
    "Write to coach@example.org.",
    "Call 909-555-0123 in an invented example.",
    "The number 123-45-6789 is an example.",
    "doi:10.3102/0034654318759268, 2025-26, 1,234 employees, room 909-12",
    "12 employees 45 sessions",
    "handed 933 23 583 423 1713 43",
    "Call 9093811100.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_public_or_harmless_is_not_found(tmp_path: Path, text: str) -> None:
    (tmp_path / "index.html").write_text(f"<p>{text}</p>", encoding="utf-8")
    assert find_personal(tmp_path, ALLOWED) == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="mailto:a.person@district.us">Write</a>',
        '<img alt="a.person@district.us" src="x.png">',
        "<!-- a.person@district.us -->",
        '<script type="application/json">{"to": "a.person@district.us"}</script>',
        '<a href="mailto:a.person%40district.us">Write</a>',
        '<p id="a.person@district.us">Write</p>',
    ],
)
def test_attributes_comments_and_scripts_are_looked_at(tmp_path: Path, html: str) -> None:
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    assert [one.value for one in find_personal(tmp_path, None)] == ["a.person@district.us"]


def pdf(path: Path, text: str, author: str = "") -> None:
    """A PDF of one page with a line of text."""
    writer = PdfWriter()
    page = writer.add_blank_page(400, 200)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode())
    page[NameObject("/Contents")] = stream
    if author:
        writer.add_metadata({"/Author": author})
    writer.write(path)


def test_pdfs_and_what_they_say_of_themselves(tmp_path: Path) -> None:
    pdf(tmp_path / "a.pdf", "Write to maria.lopez@district.us")
    pdf(tmp_path / "b.pdf", "Nothing here", author="maria.lopez@district.us")
    (tmp_path / "c.pdf").write_bytes(b"this is no PDF")
    found = [(one.file, one.kind) for one in find_personal(tmp_path, ALLOWED)]
    assert found == [
        ("a.pdf", "e-mail address"),
        ("b.pdf", "e-mail address"),
        ("c.pdf", "PDF that cannot be looked into"),
    ]


def test_names_from_a_list(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("id,name\n00123,Maria Lopez\n00124,Ana\n00125,John  Doe Smith\n", encoding="utf-8")
    names = names_in(line.split(",") for line in roster.read_text(encoding="utf-8").splitlines())
    assert names == ("Maria Lopez", "John Doe Smith")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<p>Thanks to MARIA\nLOPEZ, and to Mariana Lopezo.</p>", encoding="utf-8")
    assert [(one.kind, one.masked) for one in find_personal(site, None, names)] == [("name from the list", "MARI…")]


def test_command_shows_only_the_beginning(sample: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("Write to maria.lopez@district.us", encoding="utf-8")
    command = ["--config", str(sample.config), "privacy", str(site)]
    assert main(command) == 1
    told = capsys.readouterr().out
    assert "index.html: e-mail address: mari…" in told
    assert "maria.lopez" not in told
    (site / "index.html").write_text("Nothing", encoding="utf-8")
    assert main(command) == 0
    assert capsys.readouterr().out == "Nothing that looks like personal data was found.\n"


def test_contact_of_the_district_is_public(sample: Sample, tmp_path: Path) -> None:
    sample.add("framework/district.yml", 'phone: "(909) 381-1100"\n')
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("Call (909) 381-1100", encoding="utf-8")
    assert main(["--config", str(sample.config), "privacy", str(site)]) == 0


def test_wrong_usage(sample: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["--config", str(sample.config), "privacy"]
    assert main([*command, str(tmp_path / "nowhere")]) == 2
    assert "Build the site first" in capsys.readouterr().err
    (tmp_path / "empty.csv").write_text("id\n1\n", encoding="utf-8")
    assert main([*command, str(tmp_path), "--names", str(tmp_path / "empty.csv")]) == 2
    assert "holds no name of two words or more" in capsys.readouterr().err


def test_names_in_columns_of_their_own_and_with_the_last_one_first() -> None:
    rows = [["Employee ID", "First name", "Last name", "Job"], ["00123", "Maria", "Lopez", "Teacher"]]
    assert names_in(rows) == ("Maria Lopez",)
    assert names_in([["Lopez, Maria"], ["Ana"]]) == ("Maria Lopez",)


def test_a_roster_from_excel_and_files_of_offices(
    sample: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    for row in (("Last name", "First name"), ("Lopez", "Maria")):
        book.worksheets[0].append(row)
    book.save(tmp_path / "roster.xlsx")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("Thanks to Maria Lopez", encoding="utf-8")
    book.worksheets[0].append(["Write to", "maria.lopez@district.us"])
    book.save(site / "handout.xlsx")
    (site / "broken.docx").write_bytes(b"no office wrote this")
    command = ["--config", str(sample.config), "privacy", str(site), "--names", str(tmp_path / "roster.xlsx")]
    assert main(command) == 1
    told = capsys.readouterr().out
    assert "index.html: name from the list: Mari…" in told
    assert "handout.xlsx: e-mail address: mari…" in told
    assert "broken.docx: file that cannot be looked into: brok…" in told


def test_links_and_fields_of_pdfs(tmp_path: Path) -> None:
    pdf(tmp_path / "plain.pdf", "Nothing here")
    writer = PdfWriter(clone_from=tmp_path / "plain.pdf")
    (tmp_path / "plain.pdf").unlink()
    writer.add_annotation(0, Link(rect=(0, 0, 10, 10), url="mailto:maria.lopez%40district.us"))
    writer.write(tmp_path / "linked.pdf")
    assert [(one.file, one.value) for one in find_personal(tmp_path, ALLOWED)] == [
        ("linked.pdf", "maria.lopez@district.us")
    ]


def test_the_places_of_a_word_in_the_search_are_no_phone_number(tmp_path: Path) -> None:
    for folder in ("index", "pages"):
        (tmp_path / "search" / folder).mkdir(parents=True)
        (tmp_path / "search" / folder / "6.js").write_text("condition 214 473 3153\n", encoding="utf-8")
    assert [one.file for one in find_personal(tmp_path, None)] == ["search/pages/6.js"]
