"""Taking texts to translators and back, without touching anything else in the files they stand in."""

from coaching_manual.translate.catalog import MEMORY, export_catalog, read_memory
from coaching_manual.translate.importing import Imported, TranslationError, import_catalog, report_import
from coaching_manual.translate.stale import mark_stale, stale_texts, tell_stale
from coaching_manual.translate.strings import Text, texts_of

__all__ = [
    "MEMORY",
    "Imported",
    "Text",
    "TranslationError",
    "export_catalog",
    "import_catalog",
    "mark_stale",
    "read_memory",
    "report_import",
    "stale_texts",
    "tell_stale",
    "texts_of",
]
