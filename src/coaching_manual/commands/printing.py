"""The command print."""

from __future__ import annotations

import argparse
import sys

from coaching_manual.commands.exits import CLEAN, FOUND, usage, whole_manual
from coaching_manual.folders import NotOursError
from coaching_manual.print.command import print_packs
from coaching_manual.print.faults import PrintError
from coaching_manual.print.packs import Variant
from coaching_manual.print.wishes import Wish, WishError
from coaching_manual.reports import text_report


def make_pdfs(options: argparse.Namespace) -> int:
    """Make the PDFs of packs."""
    manual = whole_manual(options)
    if manual is None:
        return FOUND
    wish = Wish(
        tuple(options.names),
        options.edition,
        options.language,
        Variant(options.fillable, options.large_print, options.duplex),
    )
    try:
        told = print_packs(manual, wish, None if options.list else options.out.resolve())
    except (NotOursError, WishError) as fault:
        return usage(str(fault))
    except PrintError as fault:
        sys.stderr.write(text_report(fault.problems, manual.project.root))
        return FOUND
    sys.stdout.write(told)
    return CLEAN
