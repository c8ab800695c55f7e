"""Where the search box works: below a path, under a strict policy, from a disk, in Spanish, for everybody."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ConsoleMessage, expect

from tests.a11y import tools
from tests.browser import served
from tests.projects import run
from tests.site.hosting import hosted
from tests.site.searching import SearchBox, visited
from tests.test_cases import lay_out

PAGE = "why-we-coach/"
STATES = {
    "coaching": "Coaching",
    "IC": "IC has more than one meaning",
    "zzqqxx": "We found no word or page for “zzqqxx”.",
    "watching a lesson with notes": "We are not sure what “watching a lesson with notes” means here.",
}


def listen(box: SearchBox) -> list[str]:
    """Everything that the console will say, except that the tests switch the worker for the device off."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if not message.text.startswith("Service Worker"):
            said.append(message.text)

    box.page.on("console", hear)
    box.page.on("pageerror", lambda fault: said.append(str(fault)))
    return said


# ---- Hosts ----


def test_below_a_path_under_the_policy_of_the_site(browser: Browser, site: Path) -> None:
    with hosted(site) as host, visited(browser, host.address + PAGE) as box:
        assert host.address.endswith("/manual/")
        assert "script-src 'self'" in dict(host.headers())["Content-Security-Policy"]
        said = listen(box)
        for query, title in STATES.items():
            box.ask(query)
            expect(box.entry(title)).to_be_visible()
        box.ask("coaching")
        box.entry("Coaching").locator(".hit__title").get_by_role("link").click()
        box.page.wait_for_url("**/manual/common-language/terms/coaching/")
        assert said == []


def test_on_the_page_for_wrong_addresses(browser: Browser, site: Path) -> None:
    with served(site) as root, visited(browser, f"{root}404.html") as box:
        box.ask("zzqqxx")
        box.first.get_by_role("link").click()
        box.page.wait_for_url(f"{root}common-language/")


def test_without_scripts_the_button_leads_to_the_list(browser: Browser, address: str) -> None:
    with visited(browser, address + PAGE, java_script_enabled=False) as box:
        expect(box.dialog).to_be_hidden()
        box.page.get_by_role("button", name="Search", exact=True).click()
        box.page.wait_for_url(f"{address}common-language/?")


# ---- A small project: from a disk, and in Spanish ----


def built(folder: Path, *command: str, page: str = "index.md") -> Path:
    """Build the sample project, with its first page once more under a path of its own; gives the project's folder."""
    config = lay_out("clean", folder)
    config.write_text(config.read_text(encoding="utf-8") + "theme: coaching-manual\n", encoding="utf-8")
    docs = config.parent / "docs"
    (docs / page).parent.mkdir(exist_ok=True)
    (docs / page).write_bytes((docs / "index.md").read_bytes())
    done = run(config.parent, "coaching_manual.cli", *command)
    assert done.returncode == 0, done.stderr
    return config.parent


def test_from_a_disk(browser: Browser, tmp_path: Path) -> None:
    project = built(tmp_path, "offline", "--out", "copy.zip")
    with zipfile.ZipFile(project / "copy.zip") as zipped:
        zipped.extractall(tmp_path)
    start = tmp_path / "manual" / "index.html"
    with visited(browser, start.as_uri()) as box:
        said = listen(box)
        box.ask("mentorin")
        expect(box.titles.first).to_have_text("Mentoring")
        box.page.keyboard.press("Enter")
        box.page.wait_for_url("**/manual/common-language/terms/mentoring.html")
        box.page.go_back()
        expect(box.titles.first).to_have_text("Mentoring")
        box.ask("zzqqxx")
        box.first.get_by_role("link").click()
        box.page.wait_for_url("**/manual/common-language/index.html")
        assert said == []


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a page in Spanish is served."""
    project = built(tmp_path_factory.mktemp("spanish"), "build", page="es/index.md")
    with served(project / "site") as root:
        yield f"{root}es/"


def test_in_spanish_the_spanish_name_is_the_title(browser: Browser, spanish: str) -> None:
    with visited(browser, spanish) as box:
        expect(box.page.locator("html")).to_have_attribute("lang", "es")
        box.ask("mentoria")
        expect(box.titles.first).to_have_text("mentoría")
        expect(box.first.locator(".hit__text")).to_have_text("Guía de una persona con más experiencia.")
        expect(box.first.locator(".hit__why")).to_have_count(0)
        expect(box.first.locator(".hit__other")).to_have_text("En inglés: Mentoring")
        expect(box.first.locator("[lang]")).to_have_text(["Mentoring"])
        expect(box.first.locator("[lang]")).to_have_attribute("lang", "en")


def test_in_spanish_the_english_name_leads_there_too(browser: Browser, spanish: str) -> None:
    with visited(browser, spanish) as box:
        box.ask("Mentoring")
        expect(box.titles.first).to_have_text("mentoría")
        expect(box.first.locator(".hit__why")).to_have_text("En inglés: Mentoring")
        expect(box.first.locator(".hit__text")).to_have_text("Guía de una persona con más experiencia.")
        expect(box.first.locator(".hit__other")).to_have_count(0)
        box.ask("zzqqxx")
        expect(box.titles).to_have_text(["No encontramos ninguna palabra ni página para «zzqqxx»."])
        expect(box.status).to_have_text("No se encontró nada")


# ---- For everybody ----


@pytest.mark.parametrize("query", STATES)
def test_the_narrowest_screen_needs_no_sideways_scrolling(browser: Browser, address: str, query: str) -> None:
    with visited(browser, address + PAGE, viewport={"width": 320, "height": 640}) as box:
        box.ask(query)
        expect(box.entry(STATES[query])).to_be_visible()
        assert box.dialog.evaluate("(dialog) => dialog.scrollWidth - dialog.clientWidth") == 0


def test_words_without_an_end_are_broken(browser: Browser, address: str) -> None:
    with visited(browser, address + PAGE, viewport={"width": 320, "height": 640}) as box:
        box.ask("z" * 200)
        expect(box.titles).to_have_count(1)
        assert box.dialog.evaluate("(dialog) => dialog.scrollWidth - dialog.clientWidth") == 0


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    return tools.axe_script()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", STATES)
def test_axe_finds_nothing(
    browser: Browser, address: str, axe: str, scheme: Literal["light", "dark"], query: str
) -> None:
    with visited(browser, f"{address}{PAGE}?q={quote(query)}", color_scheme=scheme) as box:
        # axe stumbles over what changes while it looks
        box.page.wait_for_load_state("networkidle")
        expect(box.entry(STATES[query])).to_be_visible()
        box.dialog.locator("details:not([hidden])").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        box.page.evaluate(f"{axe}; 0")
        assert broken(box) == []


def broken(box: SearchBox) -> list[Any]:
    """What axe calls broken in the open box."""
    report: dict[str, Any] = box.page.evaluate("axe.run(document.querySelector('dialog[open]'), { preload: false })")
    return [(rule["id"], node["html"]) for rule in report["violations"] for node in rule["nodes"]]
