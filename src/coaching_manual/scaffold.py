"""Writing a correct skeleton of a new term into the right file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coaching_manual.fixes import replace_file
from coaching_manual.index import Index, names_of
from coaching_manual.problems import did_you_mean


class ScaffoldError(ValueError):
    """The term cannot be added as asked; the message says why and what to do."""


@dataclass(frozen=True)
class NewTerm:
    """What was written where: ``line`` is the line of the new id."""

    path: Path
    line: int
    id: str


def new_term(name: str, category: str, index: Index, framework: Path, today: date) -> NewTerm:
    """Add a skeleton for a term to the file of its category, at its end.

    Raises ScaffoldError when the name or id is taken, or when there is no such category.
    """
    name = " ".join(name.split())
    term_id = slug(name)
    _refuse_taken(name, term_id, index)
    if category not in index.tables["category"]:
        known = index.tables["category"]
        hint = did_you_mean(category, known) or "Choose from: " + ", ".join(known) + "."
        raise ScaffoldError(f'There is no category "{category}". {hint}')
    path = _file_of(category, index, framework)
    text = path.read_text(encoding="utf-8") if path.is_file() else _new_file(category, today)
    text = text.rstrip("\n") + "\n\n"
    line = text.count("\n") + 1
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, text + _skeleton(name, term_id))
    return NewTerm(path, line, term_id)


def slug(name: str) -> str:
    """The id that a name gets.

    >>> slug("Coach–principal agreement"), slug("Check & Connect")
    ('coach-principal-agreement', 'check-and-connect')
    """
    plain = unicodedata.normalize("NFKD", name.lower().replace("&", " and ")).encode("ascii", "replace").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))


def _refuse_taken(name: str, term_id: str, index: Index) -> None:
    if not term_id:
        raise ScaffoldError(f'"{name}" has no letters to make an id from.')
    if term_id in index.terms or term_id in index.former_ids:
        raise ScaffoldError(f'The id "{term_id}" is in use already. Edit that term, or choose another name.')
    for entry in index.terms.values():
        for known in names_of(entry.record):
            if known.text.lower() == name.lower():
                raise ScaffoldError(
                    f'"{name}" is already a {known.kind} of "{entry.record.term}" ({entry.place(*known.path)}). '
                    "Take it out there first, or edit that term."
                )


def _file_of(category: str, index: Index, framework: Path) -> Path:
    for document in index.framework.documents:
        if isinstance(document.data, dict) and document.data.get("category") == category and "terms" in document.data:
            return framework.parent / document.file if (framework.parent / document.file).is_file() else Path(document.file)
    return framework / "vocabulary" / f"{category}.yml"


def _new_file(category: str, today: date) -> str:
    return (
        "# yaml-language-server: $schema=../schemas/vocabulary.schema.json\n"
        f"category: {category}\nupdated: {today.isoformat()}\nterms:\n"
    )


def _skeleton(name: str, term_id: str) -> str:
    written = f'"{name}"' if re.search(r"[:#\[\]{}&*!|>%@`\"',?-]|^\d|^(?:yes|no|on|off|true|false|null)$", name, re.IGNORECASE) else name
    return f"""\
  - id: {term_id}
    term: {written}
    definition: >-
      Say in one to three plain sentences what it means. Begin with what it is, not with the term.
    basis: draft
    audience: [all-staff]
    scope_note: >-
      Say what it is not, and which term to use for that. Or take this field out.
    example: >-
      Write a sentence as somebody in the district would say it.
    to_confirm:
      - Is this entry complete and agreed?
"""
