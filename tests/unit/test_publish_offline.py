"""What a reader's device is asked to keep."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from coaching_manual.publish import offline
from coaching_manual.publish.offline import version_of, write_worker

FILES = {
    "index.html": '<link rel="stylesheet" href="assets/look.css?1"><img alt="" src="pictures/a%20b.png">',
    "404.html": '<script src="/assets/manual/page.js"></script>',
    "guide/index.html": '<script src=../assets/manual/page.js></script><img src="https://elsewhere.example/x.png">',
    "assets/look.css": '@import "x"; body { background: url("ground.svg") }',
    "assets/ground.svg": "<svg/>",
    "assets/unused.js": "nobody names it",
    "assets/manual/page.js": "page()",
    "assets/manual/search.js": "named by a script",
    "assets/manual/fonts/a.woff2": "font",
    "assets/manual/fonts/LICENSE.txt": "not for readers",
    "assets/manual/cards/index.png": "for others",
    "assets/manual/page.js.map": "for us",
    "pictures/a b.png": "picture",
    "pictures/c.png": "named by nobody",
    "search/words.js": "words",
    "robots.txt": "for robots",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def listed(site: Path) -> dict[str, str]:
    """The files that the worker of a site keeps, each with its version."""
    pages = {path: text for path, text in FILES.items() if path.endswith(".html")}
    write_worker(site, pages, {path: f"version of {path}" for path in pages}, ["index.html", "404.html", "gone.html"])
    found = re.search(r"Object\.entries\((\{.*?\})\)", (site / "offline-worker.js").read_text("utf-8"), re.DOTALL)
    assert found
    files = json.loads(found[1])
    assert isinstance(files, dict)
    return files


def test_everything_that_pages_need_is_kept(site: Path) -> None:
    assert list(listed(site)) == [
        "404.html",
        "assets/ground.svg",
        "assets/look.css",
        "assets/manual/fonts/a.woff2",
        "assets/manual/page.js",
        "assets/manual/search.js",
        "guide/",
        "",
        "pictures/a%20b.png",
        "search/words.js",
    ]


def test_a_file_is_known_by_its_content_and_a_page_by_its_version(site: Path) -> None:
    files = listed(site)
    assert files["search/words.js"] == version_of(b"words")
    assert files[""] == "version of index.html"
    (site / "search/words.js").write_text("other words", encoding="utf-8")
    assert {path for path, version in listed(site).items() if files[path] != version} == {"search/words.js"}


def test_a_site_that_is_too_heavy_asks_for_the_most_needed_pages_only(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = set(listed(site))
    monkeypatch.setattr(offline, "BUDGET", 10)
    assert everything - set(listed(site)) == {"guide/"}


def test_the_worker_is_strict_from_its_first_line(site: Path) -> None:
    listed(site)
    assert (site / "offline-worker.js").read_text("utf-8").startswith('"use strict";\n')
