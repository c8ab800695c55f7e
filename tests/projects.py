"""The real project, and copies of it that a test may break."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
PARTS = ("framework", "docs", "macros", "mkdocs.yml")


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


def run(project: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program in a project, as a person would from its folder."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def terms_of(project: Path) -> dict[str, dict[str, Any]]:
    """Every term as it is typed in the vocabulary, by its id: read without the program that is tested."""
    files = sorted((project / "framework" / "vocabulary").glob("*.yml"))
    loaded = (yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files)
    return {term["id"]: term for content in loaded for term in content["terms"]}
