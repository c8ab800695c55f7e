"""What a published site tells hosts, search engines and those who share its links."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from tests.projects import run, small_project, terms_of
from tests.site.built import BuiltPage, one, read_site, value
from tests.test_cases import CASES

ADDRESS = "https://example.org/coaching/"
REPOSITORY = "repo_url: https://git.example.org/manual\nedit_uri: edit/main/docs/\n"
WHOLE_ADDRESSES = (
    "link[rel=canonical]",
    "link[hreflang]",
    "meta[property='og:url']",
    "meta[property='og:image']",
)
STYLED = '<p>\n<b style="color: red">Red</b> <b onclick="go()">Go</b></p>'


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a course, built for an address below a host."""
    project = small_project(tmp_path_factory.mktemp("placed"))
    shutil.copytree(CASES / "clean--curriculum" / "framework", project / "framework", dirs_exist_ok=True)
    words = project / "framework" / "vocabulary" / "core.yml"
    text = words.read_text(encoding="utf-8")
    dated = text.replace("    term: Coaching\n", "    term: Coaching\n    updated: 2026-11-22\n")
    words.write_text(dated, encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"site_url: {ADDRESS}\n{REPOSITORY}")
    done = run(project, "coaching_manual.cli", "build")
    assert done.returncode == 0, done.stderr
    assert "Advice" not in done.stdout
    return project / "site"


@pytest.fixture(scope="module")
def placed_pages(placed: Path) -> Mapping[str, BuiltPage]:
    return read_site(placed)


def content(page: BuiltPage, name: str) -> str:
    return value(one(page.head, f"meta[property='{name}']"), "content")


def test_the_sitemap_names_the_pages_that_are_there(placed: Path, placed_pages: Mapping[str, BuiltPage]) -> None:
    names = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ET.parse(placed / "sitemap.xml").getroot()  # noqa: S314 - our own file
    days = {
        str(entry.findtext("loc", namespaces=names)).removeprefix(ADDRESS): entry.findtext("lastmod", namespaces=names)
        for entry in root
    }
    assert set(days) <= set(placed_pages)
    known = terms_of(placed.parent)
    moved = {address for address, page in placed_pages.items() if page.term and page.term not in known}
    short = {address for address in placed_pages if address.startswith("go/")}  # what paper names leads on to a page
    assert short
    assert set(placed_pages) - set(days) == {"404.html"} | moved | short
    assert days["common-language/terms/coaching/"] == "2026-11-22"


def test_every_page_has_a_picture_for_those_who_share_it(placed: Path, placed_pages: Mapping[str, BuiltPage]) -> None:
    for address in ("", "why-we-coach/", "common-language/terms/coaching/"):
        picture = content(placed_pages[address], "og:image")
        assert picture.startswith(f"{ADDRESS}assets/manual/cards/")
        with Image.open(placed / picture.removeprefix(ADDRESS)) as opened:
            assert (opened.format, opened.size) == ("PNG", (1200, 630))
    assert content(placed_pages["why-we-coach/"], "og:image").endswith("/cards/why-we-coach.png")


def test_below_a_host_even_the_page_for_wrong_addresses_finds_its_files(
    placed: Path, placed_pages: Mapping[str, BuiltPage]
) -> None:
    scripts = [value(script, "src") for script in placed_pages["404.html"].soup.select("script[src]")]
    assert scripts
    for script in scripts:
        assert script.startswith("/coaching/")
        assert (placed / script.removeprefix("/coaching/")).is_file()
    assert "ErrorDocument 404 /coaching/404.html" in (placed / ".htaccess").read_text("utf-8")


@pytest.mark.parametrize("selector", WHOLE_ADDRESSES)
def test_what_must_be_a_whole_address_is_one(
    pages: Mapping[str, BuiltPage], placed_pages: Mapping[str, BuiltPage], selector: str
) -> None:
    # a site that does not know its address still tells browsers, by a way from the page, which page is its twin
    unplaced = () if selector == "link[hreflang]" else pages.values()
    for page in (*unplaced, *placed_pages.values()):
        for tag in page.head.select(selector):
            assert (value(tag, "href") or value(tag, "content")).startswith("https://"), page.address


def test_without_an_address_nothing_claims_one(site: Path) -> None:
    assert not (site / "sitemap.xml").exists()
    assert not (site / "assets" / "manual" / "cards").exists()


def test_without_an_address_the_builder_says_so(tmp_path: Path) -> None:
    done = run(small_project(tmp_path), "coaching_manual.cli", "build")
    assert done.stdout.endswith(
        "Advice: before you publish it, write its address under site_url in mkdocs.yml. Without it, "
        "search engines get\nno list of pages, and shared links no picture (docs/editing/publishing.md).\n"
    )


def test_edit_links_open_the_file_that_holds_the_text(placed: Path) -> None:
    edited = {
        "common-language/terms/coaching": "framework/vocabulary/core.yml",
        "why-we-coach": "docs/why-we-coach.md",
    }
    for address, file in edited.items():
        page = (placed / address / "index.html").read_text(encoding="utf-8")
        assert f'<a href="https://git.example.org/manual/edit/main/{file}">Edit this page</a>' in page


def test_pages_that_the_policy_would_break_are_not_published(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with (project / "docs" / "why-we-coach.md").open("a", encoding="utf-8") as page:
        page.write(f"\n\n{STYLED}\n")
    (project / "site").mkdir()
    (project / "site" / ".written-by-coaching-manual").touch()
    done = run(project, "coaching_manual.cli", "build")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    said = re.findall(r"^  why-we-coach/index.html, line \d+: (.*)$", done.stderr, re.MULTILINE)
    assert said == ['<b style="color: red">', '<b onclick="go()">']
    assert [path.name for path in (project / "site").iterdir()] == [".written-by-coaching-manual"]
