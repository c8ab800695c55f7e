"""Taking texts to translators and back, without touching anything else in the files they stand in."""

from coaching_manual.translate.catalog import MEMORY, export_catalog, read_memory
from coaching_manual.translate.importing import Imported, TranslationError, import_catalog, report_import
from coaching_manual.translate.stale import check_stale
from coaching_manual.translate.strings import Text, texts_of

__all__ = [
    "MEMORY",
    "Imported",
    "Text",
    "TranslationError",
    "check_stale",
    "export_catalog",
    "import_catalog",
    "read_memory",
    "report_import",
    "texts_of",
]
