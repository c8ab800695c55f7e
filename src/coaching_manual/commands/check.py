"""The commands check, schema and coverage: how the records stand."""

from __future__ import annotations

import argparse
import sys

from coaching_manual.commands.exits import CLEAN, FOUND, readable_manual, usage, whole_manual
from coaching_manual.coverage import json_coverage, text_coverage
from coaching_manual.fixes import apply_fixes
from coaching_manual.manual import read_manual, without_garbage_collection
from coaching_manual.problems import Problems, Severity
from coaching_manual.reports import REPORTS, text_report
from coaching_manual.schema import write_schemas


@without_garbage_collection()
def check(options: argparse.Namespace) -> int:
    """Report everything that is wrong."""
    manual = read_manual(options.config, release=options.release)
    if options.fix:
        changes = apply_fixes(manual.problems, manual.project.root)
        if changes:
            (sys.stderr if options.format != "text" else sys.stdout).write(changes + "\n")
            manual = read_manual(options.config, release=options.release)
    if options.format == "text":
        sys.stdout.write(text_report(manual.problems, manual.project.root, advice=options.advice))
    else:
        sys.stdout.write(REPORTS[options.format](manual.problems))
    return _verdict(manual.problems)


def _verdict(problems: Problems) -> int:
    return FOUND if problems.count(Severity.ERROR) or problems.count(Severity.WARNING) else CLEAN


def schema(options: argparse.Namespace) -> int:
    """Write the schemas that editors complete from."""
    manual = readable_manual(options)
    if manual is None:
        return FOUND
    written = write_schemas(manual.project.framework, manual.index)
    for path in written:
        sys.stdout.write(f"written: {path.relative_to(manual.project.root).as_posix()}\n")
    if not written:
        sys.stdout.write("All schemas are up to date.\n")
    return CLEAN


def coverage(options: argparse.Namespace) -> int:
    """Tell how far each piece of the strategy is carried out."""
    manual = whole_manual(options)
    if manual is None:
        return FOUND
    strategy = manual.views.strategy.whole()
    if strategy is None:
        return usage("There is no strategy yet: framework/strategy.yml holds it.")
    sys.stdout.write(json_coverage(strategy) if options.format == "json" else text_coverage(strategy))
    return CLEAN
