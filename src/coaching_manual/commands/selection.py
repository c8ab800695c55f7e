"""The command  coaching-manual select."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from coaching_manual.commands.exits import CLEAN, FOUND, usage
from coaching_manual.index import Index
from coaching_manual.manual import read_records
from coaching_manual.model import Role
from coaching_manual.problems import Problems, did_you_mean
from coaching_manual.project import read_project
from coaching_manual.reports import text_report
from coaching_manual.selection.judging import Judged, judge
from coaching_manual.selection.reading import RosterError, read_roster
from coaching_manual.selection.reporting import csv_list, html_list, text_list

_SAMPLE = Path("examples/roster.csv")
_FORMATS: dict[str, Callable[[Judged], str]] = {"text": text_list, "csv": csv_list, "html": html_list}


def select(options: argparse.Namespace) -> int:
    """Hold a roster against what a role publishes."""
    problems = Problems()
    project = read_project(options.config, problems)
    wrong = _misplaced(options.roster, options.out, project.root)
    if wrong:
        return usage(wrong)
    index = read_records(project.framework, project.root, problems)
    if index.framework.unread:
        sys.stderr.write(text_report(problems, project.root))
        return FOUND
    role = _role(options.role, index)
    if isinstance(role, str):
        return usage(role)
    try:
        judged = judge(read_roster(options.roster, role, index), role, index)
    except RosterError as fault:
        sys.stderr.write(f"{fault}\n")
        return FOUND
    return _hand_over(_FORMATS[options.format](judged), options)


def _misplaced(roster: Path, out: Path | None, root: Path) -> str | None:
    """Why these files may not stay where they are: what is in the project may be published."""
    if roster.resolve().is_relative_to(root) and roster.resolve() != root / _SAMPLE:
        return f"{roster} is inside this project, which may be published. Move it to a folder of your own."
    if out is None:
        return None
    if out.resolve().is_relative_to(root):
        return f"{out} would be inside this project, which may be published. Name a file in a folder of your own."
    return f"{out} is there already. Say another name with --out." if out.exists() else None


def _role(name: str, index: Index) -> Role | str:
    """The role of an id, or what is wrong with the id."""
    roles = {entry.record.id: entry.record for entry in index.framework.roles}
    if name in roles:
        return roles[name]
    hint = did_you_mean(name, roles) or f"The roles: {', '.join(roles) or 'none yet'}."
    return f'There is no role "{name}". {hint}'


def _hand_over(told: str, options: argparse.Namespace) -> int:
    if options.out is None:
        sys.stdout.write(told.replace("\r\n", "\n"))
        return CLEAN
    encoding = "utf-8-sig" if options.format == "csv" else "utf-8"  # Excel reads accents only behind this mark
    try:
        with options.out.open("x", encoding=encoding, newline="") as file:
            file.write(told)
    except OSError as fault:
        return usage(f"{options.out} cannot be written: {fault.strerror or fault}.")
    sys.stdout.write(
        f"The list is in {options.out}. It is about people: keep it where only those who choose can read it.\n"
    )
    return CLEAN
