"""Mentoring and outreach on the built site: the chooser without scripts, the checklist, the directory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.projects import ROOT
from tests.site.built import BuiltPage, one, value, words

Pages = Mapping[str, BuiltPage]
Visit = Callable[..., Page]


def records(file: str) -> list[dict[str, Any]]:
    (found,) = yaml.safe_load((ROOT / "framework" / file).read_text(encoding="utf-8")).values()
    return list(found)


def test_every_program_has_a_page_in_each_language(pages: Pages) -> None:
    for program in records("mentoring/programs.yml"):
        for start, said in (("", program), ("es/", program["es"])):
            page = pages[f"{start}mentoring/programs/{program['id']}/"]
            assert words(one(page.article, "h1")) == said["title"]
            assert words(said["evidence"]) in words(page.article)
            assert words(said["limits"]) in words(page.article)


@pytest.mark.parametrize("start", ["", "es/"])
def test_the_chooser_leads_to_every_program(pages: Pages, start: str) -> None:
    page = pages[f"{start}mentoring/choose/"]
    found = {to for _, to in page.links(one(page.article, ".chooser")) if "/programs/" in to}
    assert found == {f"{start}mentoring/programs/{program['id']}/" for program in records("mentoring/programs.yml")}


def test_the_chooser_works_without_scripts(visit: Visit) -> None:
    page = visit("mentoring/choose/", java_script_enabled=False)
    page.get_by_text("I would rather be in a group").click()
    page.get_by_role("link", name="a group with a mentor").click()
    expect(page.locator("h1")).to_have_text("A group with a mentor")


def test_the_checklist_has_every_item_of_the_six_standards(pages: Pages) -> None:
    article = words(pages["mentoring/standards/"].article)
    standards = records("mentoring/standards.yml")
    assert [one["id"] for one in standards] == [
        *("recruitment", "screening", "training"),
        *("matching", "monitoring", "closure"),
    ]
    for standard in standards:
        assert [item["id"] for item in standard["items"] if words(item["text"]) not in article] == []


def test_there_are_thirty_ideas_for_each_grade_band(pages: Pages) -> None:
    rows = pages["mentoring/activities/"].article.select("tbody tr")
    assert [len(row.select("td")) for row in rows] == [3] * 30


def test_the_directory_names_only_what_is_verified(pages: Pages) -> None:
    for row in records("outreach/resources.yml"):
        if "source" not in row and "checked" not in row:
            assert {"name", "phone", "address", "url"}.isdisjoint(row), row["id"]
    numbers = [
        words(cell) for cell in pages["outreach/resources/"].article.find_all("td") if "(909)" in cell.get_text()
    ]
    assert len(numbers) == 1
    assert "(909) 381-1100" in numbers[0]


@pytest.mark.parametrize("path", ["outreach/", "es/outreach/", "mentoring/", "es/mentoring/family-packet/"])
def test_pages_fit_a_narrow_phone(visit: Visit, path: str) -> None:
    page = visit(path, viewport={"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_duty_to_report_stands_where_mentors_and_families_read(pages: Pages) -> None:
    for address in ("mentoring/safeguards/", "mentoring/families/", "mentoring/mentors/", "mentoring/handbook/"):
        cited = [value(link, "href") for link in pages[address].article.select("a.citation")]
        assert any(href.endswith("#sb-848") for href in cited), address
