"""Folders that this program writes whole: which may be replaced, and how to do it without a half-written moment."""

from __future__ import annotations

from pathlib import Path

from coaching_manual.project import Project

MARK = ".written-by-coaching-manual"


class NotOursError(ValueError):
    """The folder to write into holds something that this program did not write."""


def refuse_foreign(out: Path, project: Project) -> None:
    """Raise NotOursError unless a folder is empty, not there yet, or was written by this program before."""
    own = (project.docs, project.framework, *project.macros)
    if any(out == folder or out in folder.parents or folder in out.parents for folder in own) or out == project.root:
        raise NotOursError(f"{out} holds the sources of the manual. Name another folder.")
    if out.exists() and not out.is_dir():
        raise NotOursError(f"{out} is a file. Name a folder.")
    if (out / ".git").exists():
        raise NotOursError(f"{out} is under version control. Name a folder inside it, or another one.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise NotOursError(f"{out} is not empty, and this program did not write it. Empty it, or name another folder.")


def leave_mark(folder: Path) -> None:
    """Say in a folder that it may be replaced whole."""
    (folder / MARK).write_text("This folder is replaced whole by coaching-manual.\n", encoding="utf-8")


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
