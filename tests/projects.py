"""The real project, and copies of it that a test may break."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests.test_cases import lay_out

ROOT = Path(__file__).parent.parent
PARTS = ("framework", "docs", "macros", "mkdocs.yml")
SMALL_PAGE = """\
# Why we coach

We coach and mentor so that people can grow.

{{ quote("coaching") }}
"""
SMALL_WORDING = """\
    official_wording: {text: Coaching is support., source: study-2020}
    example: >-
      Through coaching I found a way of my own.
"""


def copy_project(folder: Path, *, parts: tuple[str, ...] = PARTS) -> Path:
    """Copy what the real project is made of into a new folder, and return that folder."""
    folder.mkdir(parents=True)
    for part in parts:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part)
        else:
            shutil.copyfile(source, folder / part)
    return folder


def small_project(folder: Path) -> Path:
    """A project of a few records and pages, in the look of the real one and with its macros, for what a build shows."""
    config = lay_out("clean", folder)
    project = config.parent
    shutil.copytree(ROOT / "macros", project / "macros")
    text = config.read_text(encoding="utf-8")
    config.write_text(f"theme: coaching-manual\n{text}  - why-we-coach.md\n", encoding="utf-8")
    (project / "docs" / "why-we-coach.md").write_text(SMALL_PAGE, encoding="utf-8")
    core = project / "framework" / "vocabulary" / "core.yml"
    text = core.read_text(encoding="utf-8")
    core.write_text(text.replace("    basis: seed\n", f"    basis: seed\n{SMALL_WORDING}", 1), encoding="utf-8")
    return project


def run(project: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program in a project, as a person would from its folder."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def build_site(site: Path, project: Path = ROOT) -> Path:
    """Build a project's site into a folder, and return that folder; a project that cannot be built ends the program."""
    done = run(project, "coaching_manual.cli", "build", "--site", str(site))
    if done.returncode:
        raise SystemExit(done.stderr)
    return site


def terms_of(project: Path) -> dict[str, dict[str, Any]]:
    """Every term as it is typed in the vocabulary, by its id: read without the program that is tested."""
    files = sorted((project / "framework" / "vocabulary").glob("*.yml"))
    loaded = (yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files)
    return {term["id"]: term for content in loaded for term in content["terms"]}
