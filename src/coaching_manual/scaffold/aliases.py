"""Writing one more name of a term into its entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coaching_manual.index import Index, UnknownIdError, names_of
from coaching_manual.model import SpanishTerm, Term
from coaching_manual.problems import Problems, did_you_mean
from coaching_manual.project import Project
from coaching_manual.scaffold.insertion import Insertion, Item, add_item
from coaching_manual.scaffold.writing import UNREADABLE, ScaffoldError, in_one_line, taken
from coaching_manual.source import Document, KeyPath, parse_yaml
from coaching_manual.structure import Entry


@dataclass(frozen=True)
class AliasKind:
    """A kind of name: where a term lists such names, and what has to be said with one.

    ``word`` is the field that holds the name when the list holds groups of fields, ``detail`` the field that says
    more about it, ``option`` the option that fills that field, and ``question`` asks for it when it must be there.
    """

    name: str
    list_at: KeyPath
    word: str = ""
    detail: str = ""
    option: str = ""
    question: str = ""


ALIAS_KINDS = {
    "search": AliasKind("a search word", ("search_words",)),
    "synonym": AliasKind("a synonym", ("synonyms",)),
    "acronym": AliasKind("an acronym", ("acronyms",), "short", "stands_for", "--stands-for"),
    "retired": AliasKind(
        "a retired name",
        ("retired_names",),
        "name",
        "changed",
        "--reason",
        'Say in a sentence what changed:  --reason "We say coaching meeting now."',
    ),
    "spanish": AliasKind("a Spanish name", ("es", "synonyms")),
    "avoid": AliasKind(
        "a wording to avoid",
        ("do_not_say",),
        "wording",
        "reason",
        "--reason",
        'Say in a sentence why it should not be said:  --reason "It sounds like a repair."',
    ),
}
"""The kinds of names by the word that chooses them on the command line."""


@dataclass(frozen=True)
class Alias:
    """A name to be added: ``kind`` is one of ALIAS_KINDS; ``stands_for`` and ``reason`` are for some kinds only."""

    word: str
    kind: str = "search"
    stands_for: str = ""
    reason: str = ""


@dataclass(frozen=True)
class NewAlias:
    """What was written where: a name of ``kind`` (with its article), at a line of a file, for a term."""

    word: str
    kind: str
    term: str
    path: Path
    line: int


def new_alias(alias: Alias, term_id: str, index: Index, project: Project) -> NewAlias:
    """Add a name to the entry of a term, and change nothing else in its file.

    Raises ScaffoldError when there is no such term, when the name is one already, or when a reason is missing.
    """
    kind, word = ALIAS_KINDS[alias.kind], in_one_line(alias.word)
    entry = _entry(term_id, index)
    _refuse_word(word, entry, index)
    item = _item(word, kind, {"--stands-for": in_one_line(alias.stands_for), "--reason": in_one_line(alias.reason)})
    insertion = _insertion(entry, kind, item)
    after = _proved(insertion, entry, kind, item)
    path = project.root / entry.document.file
    insertion.write(path)
    items = after.node((*entry.path, *kind.list_at))[0]
    return NewAlias(word, kind.name, entry.record.term, path, after.place_of(items.value[-1]).line)


def _entry(term_id: str, index: Index) -> Entry[Term]:
    try:
        return index.find("term", term_id)
    except UnknownIdError as fault:
        if fault.unread:
            raise ScaffoldError(UNREADABLE) from None
        hint = f'It is now called "{fault.renamed}".' if fault.renamed else did_you_mean(term_id, fault.known)
        raise ScaffoldError(f"{fault} {hint or 'The id is the last part of the address of its page.'}") from None


def _refuse_word(word: str, entry: Entry[Term], index: Index) -> None:
    if not any(char.isalnum() for char in word):
        raise ScaffoldError(f'"{word}" has no letters that search could find.')
    for text, kind, other, path in _names(index):
        if text.lower() == word.lower():
            hint = (
                "Search finds it." if other is entry else "A name can stand on one term only: take it out there first."
            )
            raise ScaffoldError(f'"{word}" {taken(kind, other, path)} {hint}')


def _names(index: Index) -> Iterator[tuple[str, str, Entry[Term], KeyPath]]:
    """Every name in the vocabulary, Spanish ones too: the name, its kind, and where it is written."""
    for entry in index.terms.values():
        for name in names_of(entry.record):
            yield name.text, name.kind, entry, name.path
        if entry.record.es:
            yield entry.record.es.term, "Spanish name", entry, ("es", "term")
            for number, text in enumerate(entry.record.es.synonyms):
                yield text, "Spanish name", entry, ("es", "synonyms", number)


def _item(word: str, kind: AliasKind, given: dict[str, str]) -> Item:
    """What goes into the list: the name, or a group of fields that begins with it."""
    for option, text in given.items():
        if text and option != kind.option:
            kinds = " or ".join(f"--as {name}" for name, one in ALIAS_KINDS.items() if one.option == option)
            raise ScaffoldError(f"{option} goes with  {kinds}  only.")
    detail = given.get(kind.option)
    if kind.question and not detail:
        raise ScaffoldError(kind.question)
    if not kind.word:
        return word
    return {kind.word: word, kind.detail: detail} if detail else {kind.word: word}


def _insertion(entry: Entry[Term], kind: AliasKind, item: Item) -> Insertion:
    *inside, field = kind.list_at
    if inside and not entry.record.es:
        raise ScaffoldError(f'"{entry.record.term}" has no Spanish yet. Write  es:  with its  term:  first.')
    order = list((SpanishTerm if inside else Term).model_fields)
    return add_item(entry.document, (*entry.path, *inside), str(field), item, order)


def _proved(insertion: Insertion, entry: Entry[Term], kind: AliasKind, item: Item) -> Document:
    """The document with the insertion in it, if it then holds this item more and is otherwise the same."""
    before, path = entry.document, (*entry.path, *kind.list_at)
    after = parse_yaml(insertion.carried_out(before.text), before.file, Problems())
    if after is None or after.data != _with_item(before.data, path, item):
        place = before.place_at(insertion.offset)
        raise ScaffoldError(
            f"The word cannot be put in at {place} without changing what is there. Type it there by hand."
        )
    return after


def _with_item(data: Any, path: KeyPath, item: Item) -> Any:  # noqa: ANN401 - whatever the file holds
    """The same data with one item more at the end of the list at a path."""
    if not path:
        return (*data, item)
    step, rest = path[0], path[1:]
    if isinstance(data, dict):
        return {**data, step: _with_item(data.get(step, ()), rest, item)}
    return tuple(_with_item(one, rest, item) if number == step else one for number, one in enumerate(data))
