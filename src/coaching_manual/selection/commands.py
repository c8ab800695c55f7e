"""The command  coaching-manual select."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from coaching_manual.index import Index
from coaching_manual.manual import read_records
from coaching_manual.model import Role
from coaching_manual.problems import Problems, did_you_mean
from coaching_manual.project import read_project
from coaching_manual.reports import text_report
from coaching_manual.selection.judging import Judged, judge
from coaching_manual.selection.reading import RosterError, read_roster
from coaching_manual.selection.reporting import csv_list, html_list, text_list

_DONE, _FOUND, _USAGE = 0, 1, 2
_SAMPLE = Path("examples/roster.csv")
_FORMATS: dict[str, Callable[[Judged], str]] = {"text": text_list, "csv": csv_list, "html": html_list}


def add_select_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the program."""
    select = commands.add_parser("select", help="hold a roster of your own against what a role publishes")
    select.add_argument("roster", type=Path, metavar="ROSTER", help="a CSV file outside this project")
    select.add_argument("--role", required=True, metavar="ROLE", help="id of the role, such as classified-mentor")
    select.add_argument("--format", choices=[*_FORMATS], default="text", help="default: %(default)s")
    select.add_argument(
        "--out", type=Path, metavar="FILE", help="a new file outside this project (default: the screen)"
    )
    select.set_defaults(run=_select)


def _select(options: argparse.Namespace) -> int:
    problems = Problems()
    project = read_project(options.config, problems)
    wrong = _misplaced(options.roster, options.out, project.root)
    if wrong:
        return _usage(wrong)
    index = read_records(project.framework, project.root, problems)
    if index.framework.unread:
        sys.stderr.write(text_report(problems, project.root))
        return _FOUND
    role = _role(options.role, index)
    if isinstance(role, str):
        return _usage(role)
    try:
        judged = judge(read_roster(options.roster, role, index), role, index)
    except RosterError as fault:
        sys.stderr.write(f"{fault}\n")
        return _FOUND
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
        return _DONE
    encoding = "utf-8-sig" if options.format == "csv" else "utf-8"  # Excel reads accents only behind this mark
    try:
        with options.out.open("x", encoding=encoding, newline="") as file:
            file.write(told)
    except OSError as fault:
        return _usage(f"{options.out} cannot be written: {fault.strerror or fault}.")
    sys.stdout.write(
        f"The list is in {options.out}. It is about people: keep it where only those who choose can read it.\n"
    )
    return _DONE


def _usage(message: str) -> int:
    sys.stderr.write(f"coaching-manual: {message}\n")
    return _USAGE
