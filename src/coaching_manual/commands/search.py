"""The command search: what readers get, and why."""

from __future__ import annotations

import argparse
import sys

from coaching_manual.commands.exits import CLEAN, FOUND, usage, whole_manual
from coaching_manual.search import search_records
from coaching_manual.search.report import explain_query, report_queries


def search(options: argparse.Namespace) -> int:
    """Answer as the search of the site does."""
    if not options.query and not options.report:
        return usage('What is to be looked for? For example: coaching-manual search "what is a PLC"')
    manual = whole_manual(options)
    if manual is None:
        return FOUND
    records = search_records(manual.index, manual.pages)
    if options.query:
        sys.stdout.write(explain_query(" ".join(options.query), records))
    if options.report:
        sys.stdout.write(report_queries(manual.index, records))
    return CLEAN
