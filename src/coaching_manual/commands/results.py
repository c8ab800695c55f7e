"""The commands  coaching-manual results import  and  results template."""

from __future__ import annotations

import argparse
import datetime
import re
import sys

from coaching_manual.commands.exits import CLEAN, FOUND, usage
from coaching_manual.index import Index
from coaching_manual.manual import read_records
from coaching_manual.problems import Problems
from coaching_manual.project import Project, read_project
from coaching_manual.reports import text_report
from coaching_manual.results.importing import Import, read_import
from coaching_manual.results.report import import_report
from coaching_manual.results.sheets import SheetError
from coaching_manual.results.storing import store
from coaching_manual.results.template import write_template
from coaching_manual.results.values import school_year_of
from coaching_manual.source import file_name

_YEAR = re.compile(r"20[0-9]{2}-[0-9]{2}")
_SMALL_GROUPS = (
    "Figures of small groups stand in these files as they are; pages and downloads hide them. Keep the files where\n"
    "only those can read them who may see such figures.\n"
)


def _read(options: argparse.Namespace) -> tuple[Project, Index] | None:
    """The project and its records; None after printing what makes them useless here."""
    problems = Problems()
    project = read_project(options.config, problems)
    index = read_records(project.framework, project.root, problems)
    if index.framework.unread or not index.framework.measures:
        sys.stderr.write(text_report(problems, project.root))
        sys.stderr.write("coaching-manual: framework/measures/measures.yml must be there and without faults first.\n")
        return None
    return project, index


def bring_in(options: argparse.Namespace) -> int:
    """Read figures from a spreadsheet, check them and write them down."""
    if options.year is not None and not _is_year(options.year):
        return usage(f'"{options.year}" is not a school year. Write it like this: 2025-26')
    known = _read(options)
    if known is None:
        return FOUND
    project, index = known
    try:
        found = read_import(options.file, index, options.year, options.sheet)
    except SheetError as fault:
        sys.stderr.write(f"{fault}\nNothing was changed.\n")
        return FOUND
    return _carry_out(found, project, dry_run=options.dry_run)


def _carry_out(found: Import, project: Project, *, dry_run: bool) -> int:
    sys.stdout.write(import_report(found))
    if found.stopped:
        sys.stderr.write("Nothing was changed. Mend the errors above, and import again.\n")
        return FOUND
    if dry_run:
        sys.stdout.write("\nNothing was written. Leave --dry-run out to write it.\n")
        return CLEAN
    try:
        written = store(found.after, project.framework)
    except OSError as fault:
        return usage(f"The figures cannot be written, and the old ones are untouched: {fault.strerror or fault}.")
    sys.stdout.write("\n")
    for path in written:
        sys.stdout.write(f"written: {file_name(path, project.root)}\n")
    sys.stdout.write(_SMALL_GROUPS)
    return CLEAN


def template(options: argparse.Namespace) -> int:
    """Write the spreadsheet to fill."""
    year = options.year or _last_year(datetime.date.today())  # noqa: DTZ011 - the school year of whoever asks
    if not _is_year(year):
        return usage(f'"{year}" is not a school year. Write it like this: 2025-26')
    if options.out.suffix.lower() not in {".xlsx", ".csv"}:
        return usage(f"{options.out} must end in .xlsx or .csv.")
    if options.out.exists():
        return usage(f"{options.out} is there already, and may be filled in. Say another name with --out.")
    known = _read(options)
    if known is None:
        return FOUND
    try:
        count = write_template(options.out, known[1], year)
    except OSError as fault:
        return usage(f"{options.out} cannot be written: {fault.strerror or fault}.")
    sys.stdout.write(f"{options.out} has {count} rows to fill. Then: coaching-manual results import {options.out}\n")
    return CLEAN


def _is_year(text: str) -> bool:
    return bool(_YEAR.fullmatch(text)) and (int(text[:4]) + 1) % 100 == int(text[5:])


def _last_year(today: datetime.date) -> str:
    """The school year that ended last."""
    return school_year_of(today.year - 1, today.month)
