"""The accessibility statement tells what was tested, and nothing more."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from bs4 import BeautifulSoup

from coaching_manual.languages import in_words
from tests.projects import ROOT

RECORD: dict[str, Any] = {
    "date": datetime.date(2026, 11, 22),
    "edition": "0.1.0",
    "pages": 1205,
    "shapes": 40,
    "kinds": 11,
    "seeded": 91,
    "browser": "Chromium 156",
    "engines": [{"name": "axe-core", "version": "4.14.1"}, {"name": "html-validate", "version": "11.18.0"}],
    "checks": [{"what": "Text at 200 %", "pages": 1205, "faults": 0}, {"what": "Console", "pages": 1205, "faults": 2}],
    "exceptions": [],
    "by_hand": [],
    "fault_count": 2,
}
KNOWN = {"reason": "The seal is pale.", "since": "2026-11-01", "until": "2027-02-28"}
BY_HAND = {
    "date": "2027-01-15",
    "who": "Assistive technology specialist",
    "what": "Six pages",
    "how": "NVDA",
    "result": "No fault.",
}
NOT_BY_PEOPLE = "Nobody has tested these pages with a screen reader"


def statement(record: dict[str, Any] | None, **district: str) -> BeautifulSoup:
    """The statement as the site shows it."""
    loader = jinja2.FileSystemLoader(ROOT / "macros")
    environment = jinja2.Environment(loader=loader, undefined=jinja2.StrictUndefined, autoescape=True)
    environment.filters["in_words"] = in_words
    view = SimpleNamespace(accessibility=lambda: record and SimpleNamespace(**record))
    told = {"name": "Test District", "contact_email": None, "phone": None, "address": None, **district}
    template = environment.get_template("accessibility_statement.html.j2")
    module = template.make_module({"view": view, "district": SimpleNamespace(**told)})
    return BeautifulSoup(str(vars(module)["accessibility_statement"]()), "html.parser")


def text(soup: BeautifulSoup) -> str:
    """All words in one line."""
    return " ".join(soup.get_text().split())


def test_it_tells_what_was_tested_with_what() -> None:
    found = statement(RECORD)
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in found.select("tbody tr")]
    assert rows == [["Text at 200 %", "1,205", "0"], ["Console", "1,205", "2"]]
    assert "On November 22, 2026, edition 0.1.0 of this manual was tested with Chromium 156:" in text(found)
    assert "all 1,205 pages" in text(found)
    assert "40 of them" in text(found)
    assert "Programs: axe-core 4.14.1, html-validate 11.18.0." in text(found)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, ["The tests found 2 faults that are not mended yet: see the table."]),
        ({"fault_count": 0}, ["The tests found none on that day."]),
        ({"fault_count": 0, "exceptions": [KNOWN]}, ["The seal is pale. (known since 2026-11-01"]),
        ({"exceptions": [KNOWN]}, ["The seal is pale.", "The tests found 2 faults"]),
    ],
)
def test_it_tells_every_known_fault(changes: dict[str, Any], told: list[str]) -> None:
    found = text(statement({**RECORD, **changes}))
    assert all(words in found for words in told)
    assert ("found none" in found) == (told == ["The tests found none on that day."])


def test_it_tells_what_no_person_has_tested() -> None:
    assert NOT_BY_PEOPLE in text(statement(RECORD))
    assert NOT_BY_PEOPLE in text(statement(None))
    tested = text(statement({**RECORD, "by_hand": [BY_HAND]}))
    assert "2027-01-15: Six pages, with NVDA. No fault. (Assistive technology specialist)" in tested
    assert NOT_BY_PEOPLE not in tested


def test_it_claims_nothing_for_an_edition_that_was_not_tested() -> None:
    found = text(statement(None))
    assert "This edition has not been tested yet." in found
    assert "found none" not in found


def test_it_never_claims_to_conform() -> None:
    for record in (None, RECORD, {**RECORD, "fault_count": 0}):
        assert "conform" not in text(statement(record)).lower()


def test_contacts_that_are_not_decided_are_to_confirm() -> None:
    assert text(statement(RECORD)).count("to confirm") == 3
    known = statement(RECORD, contact_email="help@example.org", phone="555-0100", address="1 Main Street")
    assert "to confirm" not in text(known)
    assert [link["href"] for link in known.select("a")] == ["mailto:help@example.org"]
