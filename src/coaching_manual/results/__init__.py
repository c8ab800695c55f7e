"""Yearly figures from spreadsheets: reading what a district exports, checking it, and writing it into the framework.

Nothing is written unless everything was understood and nothing contradicts itself; the old figures stay until the new
ones are whole. A spreadsheet that holds anything about persons is refused before its rows are looked at.
"""

from coaching_manual.results.importing import Import, read_import
from coaching_manual.results.report import import_report
from coaching_manual.results.sheets import SheetError
from coaching_manual.results.storing import store
from coaching_manual.results.template import template_rows, write_template

__all__ = ["Import", "SheetError", "import_report", "read_import", "store", "template_rows", "write_template"]
