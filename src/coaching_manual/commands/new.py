"""The commands new term and new alias."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from coaching_manual.commands.exits import CLEAN, usage
from coaching_manual.manual import read_manual
from coaching_manual.reports import summary
from coaching_manual.scaffold import Alias, ScaffoldError, new_alias, new_term
from coaching_manual.schema import write_schemas
from coaching_manual.source import file_name


def add_term(options: argparse.Namespace) -> int:
    """Add a term."""
    manual = read_manual(options.config)
    try:
        made = new_term(options.name, options.category, manual.index, manual.project, date.today())  # noqa: DTZ011
    except ScaffoldError as fault:
        return usage(str(fault))
    write_schemas(manual.project.framework, read_manual(options.config).index)
    after = read_manual(options.config)
    where = file_name(made.path, manual.project.root)
    sys.stdout.write(f'"{options.name}" is in {where}, line {made.line}. Now fill it in.\n{summary(after.problems)}\n')
    return CLEAN


def add_alias(options: argparse.Namespace) -> int:
    """Add one more name of a term."""
    manual = read_manual(options.config)
    alias = Alias(options.word, options.kind, options.stands_for, options.reason)
    try:
        made = new_alias(alias, options.of, manual.index, manual.project)
    except ScaffoldError as fault:
        return usage(str(fault))
    after = read_manual(options.config)
    where = file_name(made.path, manual.project.root)
    sys.stdout.write(f'"{made.word}" is {made.kind} of "{made.term}" now: {where}, line {made.line}.\n')
    sys.stdout.write(f"{summary(after.problems)}\n")
    return CLEAN
