"""The commands translate export and translate import."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coaching_manual.commands.exits import CLEAN, FOUND, readable_manual, usage
from coaching_manual.manual import read_manual
from coaching_manual.reports import summary
from coaching_manual.source import file_name
from coaching_manual.translate import (
    MEMORY,
    TranslationError,
    export_catalog,
    import_catalog,
    read_memory,
    report_import,
    texts_of,
)


def export(options: argparse.Namespace) -> int:
    """Write a PO file for a translator."""
    manual = readable_manual(options)
    if manual is None:
        return FOUND
    kept = manual.project.root / MEMORY
    out = options.out or kept
    texts = texts_of(manual.index.framework, everything=options.everything)
    count, missing, stale = export_catalog(texts, read_memory(kept), out)
    counted = f"{missing} lack Spanish, {stale} changed in English since"
    sys.stdout.write(f"{count} texts are in {file_name(out.resolve(), Path.cwd())}: {counted}.\n")
    return CLEAN


def take_back(options: argparse.Namespace) -> int:
    """Take what a translator changed into the files of the framework."""
    manual = readable_manual(options)
    if manual is None:
        return FOUND
    root = manual.project.root
    try:
        done = import_catalog(options.file, texts_of(manual.index.framework, everything=True), root)
    except TranslationError as fault:
        return usage(str(fault))
    after = read_manual(options.config)
    memory = {key: known for key, known in read_memory(root / MEMORY).items() if key not in done.fresh}
    export_catalog(texts_of(after.index.framework), memory, root / MEMORY)
    sys.stdout.write(report_import(done))
    sys.stdout.write(f"{summary(after.problems)}\n")
    return FOUND if done.changed_since or done.unknown or done.by_hand or done.not_whole else CLEAN
