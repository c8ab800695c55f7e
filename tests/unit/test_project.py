"""What mkdocs.yml says of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from coaching_manual.manual import read_manual
from coaching_manual.problems import Problems
from coaching_manual.project import read_project
from tests.unit.sample import Sample


def read(folder: Path, text: str) -> tuple[list[str], str]:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    project = read_project(folder / "mkdocs.yml", Problems())
    return [item.src for item in project.nav or ()], project.docs.name


@pytest.mark.parametrize(
    ("text", "nav", "docs"),
    [
        ("site_name: A\n", [], "docs"),
        ("docs_dir: pages\nnav: [a.md, {B: [b.md, https://x.org]}]\n", ["a.md", "b.md"], "pages"),
        ("docs_dir: !ENV [DOCS, docs]\n", [], "docs"),
        ("INHERIT: base.yml\n", [], "from-base"),
        ("INHERIT: base.yml\ndocs_dir: own\n", [], "own"),
        ("INHERIT: nowhere.yml\n", [], "docs"),
    ],
)
def test_settings(tmp_path: Path, text: str, nav: list[str], docs: str) -> None:
    (tmp_path / "base.yml").write_text("docs_dir: from-base\n", encoding="utf-8")
    assert read(tmp_path, text) == (nav, docs)


def test_pages_that_mkdocs_leaves_out_are_not_checked(sample: Sample) -> None:
    sample.write("docs/drafts/a.md", "# A\n\n[nowhere](x.md)\n")
    sample.write("docs/hidden.md", "# Hidden\n")
    config = sample.root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert {problem.code for problem in read_manual(config).problems} >= {"PAGE-NAV", "LINK-PAGE"}
    config.write_text(text + "exclude_docs: drafts/\nnot_in_nav: hidden.md\n", encoding="utf-8")
    assert {problem.code for problem in read_manual(config).problems} & {"PAGE-NAV", "LINK-PAGE"} == set()
