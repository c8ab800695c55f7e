"""How commands end, and the manual that they begin with."""

from __future__ import annotations

import argparse
import sys

from coaching_manual.manual import Manual, read_manual
from coaching_manual.reports import text_report

CLEAN, FOUND, USAGE = 0, 1, 2


def usage(message: str) -> int:
    """Say on the error output what is wrong with the call, and give its exit code."""
    sys.stderr.write(f"coaching-manual: {message}\n")
    return USAGE


def whole_manual(options: argparse.Namespace) -> Manual | None:
    """The manual, or None after printing its errors."""
    manual = read_manual(options.config)
    if manual.problems.fatal:
        sys.stderr.write(text_report(manual.problems, manual.project.root))
        return None
    return manual


def readable_manual(options: argparse.Namespace) -> Manual | None:
    """The manual if all its records can be read, or None after printing why not."""
    manual = read_manual(options.config)
    if manual.index.framework.unread:
        sys.stderr.write(text_report(manual.problems, manual.project.root))
        return None
    return manual
