"""From files to records: which file holds what (``kinds``), what was read (``records``), and the reading itself."""

from coaching_manual.structure.kinds import FOLDER_KINDS, ONE_FILE_KINDS, VOCABULARY, FileKind, kind_of
from coaching_manual.structure.reading import read_framework
from coaching_manual.structure.records import Entry, Framework, by_id

__all__ = [
    "FOLDER_KINDS",
    "ONE_FILE_KINDS",
    "VOCABULARY",
    "Entry",
    "FileKind",
    "Framework",
    "by_id",
    "kind_of",
    "read_framework",
]
