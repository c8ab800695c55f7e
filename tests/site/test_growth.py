"""The self-assessment through its whole life, with a keyboard: choose, mark, see the next step, save, open, print."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.site.conftest import Visit

GROUP = "classified-operations"
OVERVIEW, SHEET = "growth/self-assessment/", f"growth/self-assessment/{GROUP}/"
NEXT = "Before your next shift, ask two people who notice your work"


def marked(page: Page) -> list[str]:
    """The values of the marks on the page, strand by strand."""
    return [str(one.input_value()) for one in page.locator("[data-strand] input:checked").all()]


def test_the_life_of_a_self_assessment(visit: Visit, tmp_path: Path) -> None:
    page = visit(OVERVIEW)
    page.locator(f".group__ways a[href$='self-assessment/{GROUP}/']").press("Enter")
    page.wait_for_url(f"**/{SHEET}")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    result = page.locator("[data-result]")
    expect(result).to_be_hidden()

    strand = page.get_by_role("group", name="Relationships and trust")
    strand.get_by_role("radio", name="New/Emerging").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")  # to the second level
    page.keyboard.press("Tab")
    page.keyboard.type("The night crew waves.")
    expect(result).to_contain_text("1 of 5 marked.")
    expect(result.locator("dt")).to_have_text("Relationships and trust")  # the step comes first, no level heads it
    expect(result.locator("dd p").first).to_contain_text(NEXT)
    expect(result.locator("dd p").last).to_have_text("You marked: Practicing")
    expect(result).to_contain_text(NEXT)

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save to a file of your own").press("Enter")
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    expect(page.locator("[data-said]")).to_have_text("Saved to a file in your downloads.")
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["group"] == GROUP
    assert kept["marks"]["relationships-and-trust"] == {"level": "practicing", "words": "The night crew waves."}
    assert [one for one in sent if not one.startswith("blob:") and "/assets/" not in one] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]

    page = visit(SHEET)  # another visitor: nothing is left
    assert marked(page) == []
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Open a saved file").press("Enter")
    choosing.value.set_files(file)
    expect(page.locator("[data-said]")).to_have_text(f"Opened what was saved on {kept['saved']}.")
    assert marked(page) == ["practicing"]
    expect(page.locator("#words-relationships-and-trust")).to_have_value("The night crew waves.")
    expect(page.locator("[data-result]")).to_contain_text(NEXT)

    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Save to a file of your own")).to_be_hidden()
    expect(page.locator("#words-relationships-and-trust")).to_be_visible()
    expect(page.locator(".assess__paper").first).to_be_hidden()  # it is answered
    expect(page.locator(".assess__paper").nth(1)).to_be_visible()
