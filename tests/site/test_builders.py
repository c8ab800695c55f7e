"""The same pages come out of every builder, out of the wheel, and through the written Markdown tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.projects import ROOT, copy_project, run, small_project
from tests.site.built import BuiltPage, read_site

BUILDS = {
    "mkdocs": ("mkdocs", "build", "--strict"),
    "properdocs": ("properdocs", "build", "-f", "mkdocs.yml"),
}
LESS_STRICT = {"mkdocs-less-strict": ("mkdocs", "build")}
NOTICE = re.compile(r"MkDocs 2|ProperDocs|Zensical|Material for MkDocs|sponsor|\x1b\[", re.IGNORECASE)
PLAIN_CONFIG = """\
site_name: Written
docs_dir: written
theme: mkdocs
plugins: []
validation:
  links: {anchors: warn, not_found: warn, unrecognized_links: warn, absolute_links: warn}
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables]
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("builders") / "project")


@pytest.fixture(autouse=True)
def no_silencer(monkeypatch: pytest.MonkeyPatch) -> None:
    """What switches the vendors' notices off must be ours, not the surroundings'."""
    monkeypatch.delenv("NO_MKDOCS_2_WARNING", raising=False)
    monkeypatch.delenv("DISABLE_MKDOCS_2_WARNING", raising=False)


def texts(pages: Mapping[str, BuiltPage]) -> dict[str, str]:
    """What each page says, as HTML."""
    return {address: page.article_html for address, page in pages.items()}


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below a folder, with the moment it was written."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize("command", BUILDS.values(), ids=BUILDS)
def test_every_builder_makes_the_same_pages(
    project: Path, pages: Mapping[str, BuiltPage], command: tuple[str, ...]
) -> None:
    shutil.rmtree(project / "site", ignore_errors=True)
    done = run(project, *command)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert NOTICE.search(said) is None, said
    assert "WARNING" not in said
    assert texts(read_site(project / "site")) == texts(pages)


@pytest.mark.parametrize("command", [*BUILDS.values(), *LESS_STRICT.values()], ids=[*BUILDS, *LESS_STRICT])
def test_a_mistake_stops_the_build_and_the_last_site_stays(tmp_path: Path, command: tuple[str, ...]) -> None:
    project = small_project(tmp_path)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last site", encoding="utf-8")
    before = contents(project / "site")
    core = project / "framework" / "vocabulary" / "core.yml"
    core.write_text(core.read_text(encoding="utf-8").replace("    term: ", "\tterm: ", 1), encoding="utf-8")
    page = project / "docs" / "why-we-coach.md"
    page.write_text(page.read_text(encoding="utf-8") + '\n{{ term("coching") }}\n', encoding="utf-8")
    done = run(project, *command)
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert said.count("error YAML-TAB: ") == said.count("error TERM-UNKNOWN: ") == 1, said
    assert len(re.findall(r"^\d+ errors? and \d+ warnings?\.", said, re.MULTILINE)) == 1, said
    assert "Traceback" not in said
    assert NOTICE.search(said) is None, said
    assert contents(project / "site") == before


def test_the_wheel_is_whole_and_builds_the_same_bytes(tmp_path: Path, site: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    # a fresh Python with nothing in it but the wheel; the libraries that it needs are lent by ours
    venv.create(tmp_path / "fresh", with_pip=False)
    python = tmp_path / "fresh" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    inside = Path(subprocess.run([python, "-c", where], check=True, capture_output=True, text=True).stdout.strip())
    shutil.unpack_archive(wheel, inside, "zip")
    project = copy_project(tmp_path / "project", parts=("framework", "docs", "mkdocs.yml"))
    borrowed = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}
    program = "import sys; from coaching_manual import cli; print(cli.__file__); sys.exit(cli.main(sys.argv[1:]))"
    done = subprocess.run(
        [python, "-c", program, "build", "--site", "out"],
        cwd=project,
        env=borrowed,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.splitlines()[0]).is_relative_to(inside)
    assert files_of(project / "out") == files_of(site)


def test_the_written_tree_builds_without_us(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    assert run(project, "coaching_manual.cli", "write", "written").returncode == 0
    (project / "plain.yml").write_text(PLAIN_CONFIG, encoding="utf-8")
    done = run(project, "mkdocs", "build", "--strict", "-f", "plain.yml", "-d", "plain")
    assert done.returncode == 0, done.stderr
    pages = {path: path.read_text(encoding="utf-8") for path in (project / "plain").rglob("*.html")}
    assert "Coaching is support." in pages[project / "plain" / "common-language" / "terms" / "coaching" / "index.html"]
    for path, text in pages.items():
        said = re.sub(r"<pre>.*?</pre>|<code>.*?</code>", "", text, flags=re.DOTALL)
        assert not re.search(r'href="(?:term|source|page):|\{\{|\{%', said), path
