"""Reading the files of a project: texts, and YAML in which every value knows its place.

This package knows YAML and its traps, and nothing of what a term is. Faults become problems in words that a
coordinator understands; nothing raises and nothing is skipped in silence.
"""

from coaching_manual.source.csv_table import parse_csv, spreadsheet_text
from coaching_manual.source.document import Document, Key, KeyPath, file_name, place_in
from coaching_manual.source.files import MAX_BYTES, read_text
from coaching_manual.source.precheck import MAX_DEPTH
from coaching_manual.source.reading import parse_yaml

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "Document",
    "Key",
    "KeyPath",
    "file_name",
    "parse_csv",
    "parse_yaml",
    "place_in",
    "read_text",
    "spreadsheet_text",
]
