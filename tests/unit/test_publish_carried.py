"""The copy that opens without a server."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from coaching_manual.publish.carried import name_files, pack

FILES = {"index.html", "guide/index.html", "guide/start.html", "page.html", "assets/a b.css"}


@pytest.mark.parametrize(
    ("page", "address", "file"),
    [
        ("index.html", "./", "index.html"),
        ("index.html", ".", "index.html"),
        ("index.html", "guide/", "guide/index.html"),
        ("guide/start.html", "../guide/#a", "index.html#a"),
        ("guide/start.html", "..", "../index.html"),
        ("guide/index.html", "start/?a=b#c", "start.html?a=b#c"),
        ("guide/index.html", "../page/", "../page.html"),
    ],
)
def test_a_folder_becomes_the_file_that_shows_it(page: str, address: str, file: str) -> None:
    assert name_files(f'<a class="x" href="{address}">', page, FILES) == f'<a class="x" href="{file}">'


@pytest.mark.parametrize(
    "html",
    [
        '<a href="page.html#x">',
        '<a href="#x">',
        '<a href="https://example.org/guide/">',
        '<a href="mailto:a@example.org">',
        '<a href="not-there/">',
        '<link href="assets/a%20b.css">',
        '<code>href="guide/"</code>',
    ],
)
def test_everything_else_stays(html: str) -> None:
    assert name_files(html, "index.html", FILES) == html


def test_forms_are_led_to_files_too() -> None:
    assert name_files('<form action="guide/">', "index.html", FILES) == '<form action="guide/index.html">'


def test_nothing_is_fetched_ahead() -> None:
    assert name_files('<link rel="preload" href="a.woff2" crossorigin>\n<p>', "index.html", FILES) == "<p>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for path in ("index.html", "404.html", "sitemap.xml", ".written", "guide/index.html"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text('<a href="guide/">', encoding="utf-8")
    return folder


def test_the_zip_holds_a_start_a_note_and_the_pages(site: Path, tmp_path: Path) -> None:
    pack(site, tmp_path / "new" / "copy.zip", "Ours & yours")
    with zipfile.ZipFile(tmp_path / "new" / "copy.zip") as zipped:
        names = ["README.txt", "START-HERE.html", "manual/guide/index.html", "manual/index.html"]
        assert zipped.namelist() == names
        assert zipped.read("manual/index.html") == b'<a href="guide/index.html">'
        assert b'<p><a href="manual/index.html">Open Ours &amp; yours</a></p>' in zipped.read("START-HERE.html")
        assert zipped.read("README.txt").decode("utf-8-sig").startswith("Ours & yours\r\n")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["copy.zip"]


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    pack(site, tmp_path / "one.zip", "Ours")
    for path in site.rglob("*.html"):
        path.write_text(path.read_text("utf-8"), encoding="utf-8")  # at another moment
        path.chmod(0o600)
    pack(site, tmp_path / "two.zip", "Ours")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
