"""The commands review and writing: what those who look after the manual should see to."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from coaching_manual.commands.exits import CLEAN
from coaching_manual.manual import read_manual
from coaching_manual.reviews import Aim, Limits, due_report, writing_report


def review(options: argparse.Namespace) -> int:
    """Tell what is due."""
    manual = read_manual(options.config)
    limits = Limits(options.on or date.today(), options.months, options.years)  # noqa: DTZ011
    sys.stdout.write(due_report(manual, limits, whole=options.all))
    return CLEAN


def writing(options: argparse.Namespace) -> int:
    """Tell how easy each page is to read."""
    manual = read_manual(options.config)
    aim = Aim(options.grade, options.words)
    sys.stdout.write(writing_report(manual, aim, whole=options.all, only=options.path))
    return CLEAN
