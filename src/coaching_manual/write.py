"""Writing the fully rendered Markdown tree, so that any other site generator can build it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from coaching_manual.addresses import resolve_in_markdown
from coaching_manual.manual import Manual, front_matter
from coaching_manual.pages import WrittenPage
from coaching_manual.project import Project

MARK = ".written-by-coaching-manual"


class NotOursError(ValueError):
    """The folder to write into holds something that this program did not write."""


def refuse_foreign(out: Path, project: Project, marks: Iterable[str] = (MARK,)) -> None:
    """Raise NotOursError unless a folder is empty, not there yet, or was written by this program before.

    A folder that this program wrote holds a file named as one of ``marks``.
    """
    own = (project.docs, project.framework, *project.macros)
    if any(out == folder or out in folder.parents or folder in out.parents for folder in own) or out == project.root:
        raise NotOursError(f"{out} holds the sources of the manual. Name another folder.")
    if out.exists() and not out.is_dir():
        raise NotOursError(f"{out} is a file. Name a folder.")
    if out.is_dir() and any(out.iterdir()) and not any((out / mark).is_file() for mark in marks):
        raise NotOursError(f"{out} is not empty, and this program did not write it. Empty it, or name another folder.")


def leave_mark(folder: Path) -> None:
    """Say in a folder that it may be replaced whole."""
    (folder / MARK).write_text("This folder is replaced whole by coaching-manual.\n", encoding="utf-8")


def write_tree(manual: Manual, out: Path) -> int:
    """Write every page, with its macros expanded and its record links resolved, and every other file of docs/.

    The tree is made in a temporary folder and swapped in whole. A folder that this program did not write
    is never replaced: NotOursError. Returns the number of pages.
    """
    refuse_foreign(out, manual.project)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".writing-") as name:
        tree = Path(name) / "tree"
        shutil.copytree(manual.project.docs, tree, ignore=shutil.ignore_patterns("*.md", ".*"))
        for page in manual.pages:
            path = tree / page.src
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_page_text(page, manual), encoding="utf-8", newline="\n")
        leave_mark(tree)
        swap_in(tree, out)
    return len(manual.pages)


def _page_text(page: WrittenPage, manual: Manual) -> str:
    body = resolve_in_markdown(page.markdown, page.src, directory_urls=manual.project.directory_urls)
    if page.source is None:
        return front_matter(page) + body
    settings = page.source.front_matter
    return f"---\n{settings.text.rstrip()}\n---\n{body}" if settings else body


def swap_in(new: Path, old: Path) -> None:
    """Put a finished folder in the place of an older one; the older one stays if that fails."""
    aside = new.with_name("old")
    if old.exists():
        old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        if aside.exists():
            aside.rename(old)
        raise
