"""Forms through their whole life: read, filled in by keyboard, saved, opened, printed; and conversation guides."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import Tag
from playwright.sync_api import Dialog, Page, expect
from pypdf import PdfReader

from tests.projects import ROOT
from tests.site.axe import broken
from tests.site.built import BuiltPage, words
from tests.site.conftest import Visit

Pages = Mapping[str, BuiltPage]

REQUEST, LOG, CONSENT = "forms/coaching-request/", "forms/coaching-log/", "forms/mentoring-consent/"
CONTROLS = "input:not([type=file]), textarea, select"


def load(folder: str) -> dict[str, dict[str, Any]]:
    """The records of a folder as they are typed, by id: read without the program that is tested."""
    files = sorted((ROOT / "framework" / folder).glob("*.yml"))
    records = [yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files]
    return {record["id"]: record for record in records}


FORMS, GUIDES = load("forms"), load("conversations")
ADDRESSES = [f"forms/{name}/" for name in FORMS] + [f"es/forms/{name}/" for name, one in FORMS.items() if "es" in one]


def fields(form: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for section in form["sections"]:
        yield from section.get("fields", ())


def ticks(field: dict[str, Any], column: dict[str, Any]) -> int:
    """How many answers of a column are columns to tick in: if they are few, and the rows have names."""
    options = column.get("options", ())
    return len(options) if field.get("row_labels") and len(options) <= 5 else 0


def name_of(control: Tag, page: BuiltPage) -> str:
    """What a screen reader calls a control."""
    label = page.article.select_one(f'label[for="{control["id"]}"]')
    return words(label) if label else str(control.get("aria-label", ""))


@pytest.mark.parametrize("path", ADDRESSES)
def test_everything_to_fill_in_has_a_name_of_its_own(pages: Pages, path: str) -> None:
    page = pages[path]
    ids = [str(one["id"]) for one in page.article.select("[id]")]
    assert len(ids) == len(set(ids))
    for control in page.article.select(f"form :is({CONTROLS})"):
        assert name_of(control, page), control
        assert control.get("name")
        group = control.find_parent("fieldset")
        row = control.find_parent("tr")
        asked = group.legend if group else row.th if row else None
        assert control["type"] != "radio" or asked if control.name == "input" else True
    for described in page.article.select("form [aria-describedby]"):
        assert set(str(described["aria-describedby"]).split()) <= set(ids)


@pytest.mark.parametrize("name", FORMS)
def test_a_page_holds_the_whole_form(pages: Pages, name: str) -> None:
    page, form = pages[f"forms/{name}/"], FORMS[name]
    sheet = page.article.select_one("form.sheet")
    assert sheet
    assert sheet["method"] == "dialog"  # sends nothing, with or without scripts
    shown = words(page.article)
    assert {"Who sees it", "Kept", "Who fills it in"} <= {words(one) for one in page.article.select("dt")}
    for field in fields(form):
        assert words(field["label"]) in shown
        assert all(words(option) in shown for option in field.get("options", ()))
        several = {"choice", "choices", "table"}
        cell = rf"{field['id']}-\d+-" if field["kind"] == "table" else rf"{field['id']}$"
        controls = [one for one in sheet.select(CONTROLS) if re.match(cell, str(one["name"]))]
        rows = len(field.get("row_labels", ())) or field.get("rows", 0)
        cells = sum(ticks(field, column) or 1 for column in field.get("columns", ()))
        expected = len(field["options"]) if "options" in field else rows * cells
        single = 0 if field["kind"] == "signature" else 1  # a pen signs, and no control
        assert len(controls) == (expected if field["kind"] in several else single)


def test_few_answers_are_ticked_and_many_stand_above_their_table(pages: Pages) -> None:
    survey, log = pages["forms/coachee-survey/"].article, pages[LOG].article
    heads = [words(one) for one in survey.select("table thead th")]
    assert heads == ["Never", "Sometimes", "Mostly", "Always", "I can't say"]
    row = survey.select("table tbody tr")[0]
    assert {str(one["name"]) for one in row.select("input[type=radio]")} == {"true-for-me-1-often"}
    assert row.select("input")[0]["aria-label"] == "Never, I decided what we worked on"
    assert "Kind" in [words(one) for one in log.select("table thead th")]
    assert words(log.select(".field__options")[0]).startswith("Kind, one of: First meeting, Planning,")
    example = pages["forms/coachee-survey/example/"].article
    assert [words(one) for one in example.select("table thead th")] == ["How often"]


@pytest.mark.parametrize("path", [CONSENT, f"es/{CONSENT}", REQUEST])
def test_what_is_signed_on_paper_has_print_as_its_main_button(pages: Pages, path: str) -> None:
    first = pages[path].article.select(".sheet__buttons .button")[0]
    signed = path != REQUEST
    assert first.has_attr("data-sheet-print" if signed else "data-save")
    assert "button--quiet" not in first["class"]
    assert bool(pages[path].article.select("#hand-in")) is signed


def test_a_signature_is_a_line_and_nothing_to_type_in(pages: Pages) -> None:
    family, student = pages[CONSENT].article.select(".field--signature")
    assert words(family) == "Signature of the parent or guardian (on paper, with a pen)"
    assert words(student) == "Your signature or your first name (on paper, with a pen)"
    assert not family.select("input, textarea, label")
    assert "Signed with a pen: Carmen M. (invented)" in words(pages[f"{CONSENT}example/"].article)


@pytest.mark.parametrize("language", ["", "es/"])
@pytest.mark.parametrize("page", ["families", "family-packet", "students"])
def test_pages_for_families_lead_to_the_consent(pages: Pages, language: str, page: str) -> None:
    shown = pages[f"{language}mentoring/{page}/"]
    assert f"{language}{CONSENT}" in [address for _, address in shown.links(shown.article)]


@pytest.mark.parametrize("name", FORMS)
def test_an_example_is_said_to_be_invented_and_holds_every_answer(pages: Pages, name: str) -> None:
    shown = words(pages[f"forms/{name}/example/"].article)
    assert "This example is invented." in shown
    for value in FORMS[name]["example"]["values"].values():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                assert all(words(line) in shown for line in text.strip().split("\n"))


def filled_in(page: Page) -> None:
    """Fill in the request for a coach with nothing but a keyboard."""
    page.get_by_role("textbox", name="Your name").focus()
    page.keyboard.type("Sam")
    page.keyboard.press("Tab")
    page.keyboard.type("Night custodian")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")  # to the second answer of the group
    page.keyboard.press("Tab")
    page.keyboard.type("Extension 7")
    page.keyboard.press("Tab")
    page.keyboard.type("After 3")
    page.keyboard.press("Tab")
    page.keyboard.type("The keys.\nAll of them.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")


def answers(page: Page) -> dict[str, Any]:
    return {
        "name": page.get_by_label("Your name").input_value(),
        "reach": page.get_by_role("radio", name="A call at work").is_checked(),
        "focus": page.get_by_label("What would you like to work on").input_value(),
        "kinds": page.get_by_role("checkbox", name="Somebody to think with").is_checked(),
    }


FILLED = {"name": "Sam", "reach": True, "focus": "The keys.\nAll of them.", "kinds": True}
EMPTY = {"name": "", "reach": False, "focus": "", "kinds": False}


def saved(page: Page, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save to a file").press("Enter")
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_a_form_is_filled_in_saved_and_opened_again(visit: Visit, tmp_path: Path) -> None:
    page = visit(REQUEST)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    filled_in(page)
    assert answers(page) == FILLED
    file = saved(page, tmp_path)
    expect(page.get_by_role("status").filter(has_text="Saved as")).to_contain_text(file.name)
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["form"] == "coaching-request"
    assert kept["answers"] == {
        "name": ["Sam"],
        "work": ["Night custodian"],
        "reach": ["A call at work"],
        "reach-where": ["Extension 7"],
        "times": ["After 3"],
        "focus": ["The keys.\nAll of them."],
        "kinds": ["Somebody to think with"],
    }
    assert [one for one in sent if not one.startswith("blob:") and "/assets/" not in one] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.reload()
    assert answers(page) == EMPTY
    page.get_by_label("Open a saved file").set_input_files(file)
    expect(page.get_by_role("status").filter(has_text="is open")).to_contain_text(file.name)
    assert answers(page) == FILLED


def test_what_is_needed_and_still_empty_is_named(visit: Visit, tmp_path: Path) -> None:
    page = visit(REQUEST)
    page.get_by_label("Your name").fill("Sam")
    saved(page, tmp_path)
    told = page.get_by_role("status").filter(has_text="Still empty")
    expect(told).to_contain_text(
        "Your job, and your school or department; What would you like to work on, or find easier?"
    )


def test_rows_of_a_table_are_kept(visit: Visit, tmp_path: Path) -> None:
    page = visit(LOG)
    page.get_by_label("Date, row 2").fill("2026-10-06")
    page.get_by_label("Minutes, row 2").fill("25")
    page.get_by_label("Kind, row 2").select_option("Planning")
    file = saved(page, tmp_path)
    page.reload()
    page.get_by_label("Open a saved file").set_input_files(file)
    expect(page.get_by_label("Date, row 2")).to_have_value("2026-10-06")
    expect(page.get_by_label("Minutes, row 2")).to_have_value("25")
    expect(page.get_by_label("Kind, row 2")).to_have_value("Planning")


def test_a_file_saved_in_one_language_opens_in_the_other(visit: Visit, tmp_path: Path) -> None:
    page = visit(CONSENT)
    page.get_by_role("group", name="May your child have a mentor?").get_by_label("Yes").check()
    file = saved(page, tmp_path)
    spanish = visit(f"es/{CONSENT}")
    spanish.get_by_label("Abrir un archivo guardado").set_input_files(file)
    expect(spanish.get_by_role("group", name="¿Puede su hija o hijo").get_by_label("Sí")).to_be_checked()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("no JSON", "That is not a file that this page saved. Nothing was changed."),
        ('{"form": "coaching-request", "answers": {"name": "Sam"}}', "That is not a file that this page saved."),
        (
            '{"form": "goal-sheet", "title": "Goal sheet", "answers": {}}',
            "That file belongs to another form, “Goal sheet”.",
        ),
        ('{"form": "coaching-request", "answers": {"old": ["x"]}}', "have no place here: old (x)."),
    ],
)
def test_files_that_do_not_fit_are_told_apart(visit: Visit, tmp_path: Path, content: str, told: str) -> None:
    file = tmp_path / "file.json"
    file.write_text(content, encoding="utf-8")
    page = visit(REQUEST)
    page.get_by_label("Open a saved file").set_input_files(file)
    expect(page.locator("[data-sheet-status]")).to_contain_text(told)
    assert answers(page) == EMPTY


def warnings_on_leaving(page: Page) -> list[str]:
    """The kinds of the dialogs that stand in the way of whoever leaves the page."""
    met: list[str] = []

    def meet(dialog: Dialog) -> None:
        met.append(dialog.type)
        dialog.accept()

    page.on("dialog", meet)
    page.get_by_role("link", name="Forms and tools").first.click()
    page.wait_for_url("**/forms/")
    return met


def test_leaving_with_unsaved_text_is_warned_of(visit: Visit) -> None:
    page = visit(REQUEST)
    filled_in(page)
    assert warnings_on_leaving(page) == ["beforeunload"]


def test_leaving_after_saving_is_not_warned_of(visit: Visit, tmp_path: Path) -> None:
    page = visit(REQUEST)
    filled_in(page)
    saved(page, tmp_path)
    assert warnings_on_leaving(page) == []


def test_leaving_an_empty_form_is_not_warned_of(visit: Visit) -> None:
    page = visit(REQUEST)
    page.get_by_label("Your name").fill("Sam")
    page.get_by_label("Your name").fill("")
    assert warnings_on_leaving(page) == []


@pytest.mark.parametrize("answer", [True, False])
def test_a_form_is_emptied_only_after_asking(visit: Visit, answer: bool) -> None:
    page = visit(REQUEST)
    filled_in(page)
    page.on("dialog", lambda dialog: dialog.accept() if answer else dialog.dismiss())
    page.get_by_role("button", name="Clear the form").press("Enter")
    assert answers(page) == (EMPTY if answer else FILLED)


def text_on_paper(page: Page) -> tuple[str, int]:
    """What is printed, and on how many sheets."""
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return "\n".join(sheet.extract_text() for sheet in reader.pages), len(reader.pages)


def test_a_form_is_printed_as_it_is_filled_in(visit: Visit) -> None:
    page = visit(REQUEST)
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    filled_in(page)
    page.get_by_role("button", name="Print", exact=True).press("Enter")
    expect(page).to_have_title("printed")
    text, _ = text_on_paper(page)
    assert "Night custodian" in text
    assert "All of them." in text
    assert "Save to a file" not in text
    assert "What you type stays" not in text


def test_long_answers_are_not_cut_off_on_paper(visit: Visit) -> None:
    page = visit(REQUEST)
    page.get_by_label("What would you like to work on").fill("\n".join(f"Line {number}" for number in range(30)))
    assert "Line 29" in text_on_paper(page)[0]


def test_a_narrow_column_prints_the_whole_of_what_was_typed(visit: Visit) -> None:
    page = visit(LOG)
    blank, _ = text_on_paper(page)
    assert "one of: First meeting" in " ".join(blank.split())
    step = "Tries a waiting list beside the elevator on Monday morning"
    page.get_by_label("Next step, row 2").fill(step)
    page.get_by_label("Kind, row 2").select_option("Co-teaching or working together")
    filled, _ = text_on_paper(page)
    assert {*step.split(), "Co-teaching"} <= set(filled.split())
    assert "one of:" not in filled
    page.get_by_label("Next step, row 2").fill("")
    assert "elevator" not in text_on_paper(page)[0]


def test_guides_stand_in_the_order_of_the_work(pages: Pages) -> None:
    listed = [words(one) for one in pages["conversations/"].article.select(".course h2")]
    assert listed == [one["title"] for one in sorted(GUIDES.values(), key=lambda one: int(one["order"]))]
    assert listed[0] == "First meeting"
    assert listed[-1] == GUIDES["closing"]["title"]


def test_without_scripts_a_form_is_still_filled_in_and_printed(visit: Visit) -> None:
    page = visit(REQUEST, java_script_enabled=False)
    page.get_by_label("Your name").fill("Sam")
    page.get_by_label("Your name").press("Enter")
    assert page.url.endswith(REQUEST)
    expect(page.get_by_label("Your name")).to_have_value("Sam")
    expect(page.get_by_role("button", name="Save to a file")).to_be_hidden()
    expect(page.get_by_text("To save it as a file, switch on JavaScript.")).to_be_visible()


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_form_fits_a_phone(visit: Visit, path: str) -> None:
    page = visit(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", GUIDES)
def test_a_card_is_one_sheet_of_paper(visit: Visit, name: str) -> None:
    text, sheets = text_on_paper(visit(f"conversations/{name}/card/"))
    assert sheets == 1
    assert " ".join(GUIDES[name]["leave_out"][0].split())[:20] in " ".join(text.split())


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_holds_all_that_is_typed(pages: Pages, name: str) -> None:
    guide, shown = GUIDES[name], words(pages[f"conversations/{name}/"].article)
    asked = [question for phase in guide["phases"] for question in phase["questions"]]
    for text in (*guide["opening"], *asked, *(pair["say"] for pair in guide["instead"])):
        assert words(text)[:40] in shown


@pytest.mark.parametrize(
    ("path", "scheme"), [(LOG, "light"), (f"es/{CONSENT}", "dark"), ("conversations/planning/card/", "dark")]
)
def test_axe_finds_nothing(visit: Visit, path: str, scheme: str) -> None:
    assert broken(visit(path, color_scheme=scheme)) == []
