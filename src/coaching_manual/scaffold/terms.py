"""Writing a correct skeleton of a new term into the right file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import indent

from coaching_manual.fixes import replace_file
from coaching_manual.index import Index, names_of
from coaching_manual.model import slug
from coaching_manual.problems import did_you_mean
from coaching_manual.project import Project
from coaching_manual.rules.coverage import UNWRITTEN
from coaching_manual.scaffold.writing import UNREADABLE, ScaffoldError, as_value, in_one_line, taken
from coaching_manual.source import Document

_ANY_AUDIENCE = "all-staff"


@dataclass(frozen=True)
class NewTerm:
    """What was written where: ``line`` is the line of the new id."""

    path: Path
    line: int
    id: str


def new_term(name: str, category: str, index: Index, project: Project, today: date) -> NewTerm:
    """Add a skeleton for a term to the file of its category, at the end of its terms.

    Raises ScaffoldError when the name or id is taken, or when there is no such category.
    """
    name = in_one_line(name)
    term_id = slug(name)
    _refuse_taken(name, term_id, index)
    if category not in index.tables["category"]:
        known = index.tables["category"]
        hint = did_you_mean(category, known) or "Choose from: " + ", ".join(known) + "."
        raise ScaffoldError(f'There is no category "{category}". {hint}')
    document = _document_of(category, index)
    if document is None:
        path = project.framework / "vocabulary" / f"{category}.yml"
        before, after, margin = _new_file(category, today), "", 2
    else:
        path = project.root / document.file
        before, after, margin = _gap(document)
    skeleton = _skeleton(name, term_id, next(iter(index.tables["audience"]), _ANY_AUDIENCE))
    _write(path, before + indent(skeleton, " " * margin) + after, new=document is None)
    return NewTerm(path, before.count("\n") + 1, term_id)


def _refuse_taken(name: str, term_id: str, index: Index) -> None:
    if not term_id:
        raise ScaffoldError(f'"{name}" has no letters to make an id from.')
    if term_id in index.terms or term_id in index.former_ids:
        raise ScaffoldError(f'The id "{term_id}" is in use already. Edit that term, or choose another name.')
    if index.framework.may_hold("term", term_id):
        raise ScaffoldError(UNREADABLE)
    for entry in index.terms.values():
        for known in names_of(entry.record):
            if known.text.lower() == name.lower():
                claim = taken(known.kind, entry, known.path)
                raise ScaffoldError(f'"{name}" {claim} Take it out there first, or edit that term.')


def _document_of(category: str, index: Index) -> Document | None:
    for document in index.framework.documents:
        if isinstance(document.data, dict) and document.data.get("category") == category and "terms" in document.data:
            return document
    return None


def _new_file(category: str, today: date) -> str:
    return (
        "# yaml-language-server: $schema=../schemas/vocabulary.schema.json\n"
        f"category: {category}\nupdated: {today.isoformat()}\nterms:\n\n"
    )


def _gap(document: Document) -> tuple[str, str, int]:
    """What stands before and after the end of a file's terms, and how far they are indented."""
    text, (start, end) = document.text, document.span(("terms",))
    after = text[end:].strip("\n")
    if not document.data["terms"]:
        before, margin = text[:start], 2
    elif text[start] == "-":
        before, margin = text[:end], document.place(("terms",)).column - 1
    else:
        place = document.place(("terms",))
        raise ScaffoldError(f"The terms at {place} stand in square brackets. Write each on lines of its own first.")
    return before.rstrip() + "\n\n", f"\n{after}\n" if after else "", margin


def _write(path: Path, text: str, *, new: bool) -> None:
    """Write a file with the line ends that it has."""
    if new and path.exists():
        raise ScaffoldError(f"{path.name} is there already, and belongs to another category.")
    path.parent.mkdir(parents=True, exist_ok=True)
    if not new and b"\r\n" in path.read_bytes():
        text = text.replace("\n", "\r\n")
    replace_file(path, text)


def _skeleton(name: str, term_id: str, audience: str) -> str:
    return f"""\
- id: {as_value(term_id)}
  term: {as_value(name)}
  definition: >-
    {UNWRITTEN["definition"]}
  basis: draft
  audience: [{as_value(audience)}]
  scope_note: >-
    {UNWRITTEN["scope_note"]}
  example: >-
    {UNWRITTEN["example"]}
  to_confirm:
    - Is this entry complete and agreed?
"""
