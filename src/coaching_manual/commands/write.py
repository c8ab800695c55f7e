"""The command write: the manual for any other site generator."""

from __future__ import annotations

import argparse
import sys

from coaching_manual.commands.exits import CLEAN, FOUND, usage, whole_manual
from coaching_manual.folders import NotOursError
from coaching_manual.write import write_tree


def write(options: argparse.Namespace) -> int:
    """Write the rendered Markdown."""
    manual = whole_manual(options)
    if manual is None:
        return FOUND
    try:
        count = write_tree(manual, options.out.resolve())
    except NotOursError as fault:
        return usage(str(fault))
    sys.stdout.write(f"{count} pages are in {options.out}.\n")
    return CLEAN
