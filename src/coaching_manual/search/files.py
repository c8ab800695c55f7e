"""The files that the browser loads, each when it is needed: what they hold and how it is written.

Each is a classic script that hands its part over, so that it loads under a strict policy, below any path, without
a network and from a disk. What stands in them is read by ``browser/library.js``.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from coaching_manual.addresses import page_address, term_page
from coaching_manual.languages import ENGLISH, SPANISH, in_language
from coaching_manual.model import AcronymClash, slug
from coaching_manual.page_kinds import PAGE_KINDS
from coaching_manual.search.engine import index_texts
from coaching_manual.search.records import SearchName, SearchPage, SearchRecords, SearchTerm
from coaching_manual.search.scripts import CARDS_IN_FILE, LANGUAGES, TOOLS, first_script, tool_script
from coaching_manual.search.sections import TextSection

POSTINGS_IN_SHARD = 6000
_TAKE, _END = "manualSearch.take(", ")\n"
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = {"synonym": "+", "acronym": "@", "retired": "<", "avoid": "!", "translated": "~", "search": "?"}
_FIRST_KINDS = {"synonym", "acronym", "retired"}


def answering_files(records: SearchRecords, language: str = "en", *, directory_urls: bool = True) -> dict[str, str]:
    """The files that hold every name: enough to answer, without definitions and texts."""
    pages = _pages(records, {}, [], directory_urls=directory_urls)
    return {**_name_files(records, language, directory_urls=directory_urls), "pages.js": _script("pages", pages)}


def keys_of(records: SearchRecords) -> dict[str, str]:
    """The records by the numbers that the files give them."""
    terms = {f"t{number}": term.key for number, term in enumerate(records.terms)}
    return terms | {f"p{number}": page.key for number, page in enumerate(records.pages)}


@dataclass(frozen=True)
class SearchSite:
    """Everything that a site's search is made from; ``sections`` holds those of each page by its path in docs/."""

    records: SearchRecords
    sections: Mapping[str, Sequence[TextSection]]
    directory_urls: bool = True

    def files(self) -> dict[str, str]:
        """All files of the search, by their path below ``search/``.

        Each says of which edition it is: files tell records by their numbers, so those of two editions never mix.
        """
        made = self._files()
        edition = hashlib.sha256("".join(made[name] for name in sorted(made)).encode()).hexdigest()[:10]
        return {name: _of_edition(text, edition) for name, text in made.items()}

    def _files(self) -> dict[str, str]:
        shards = index_texts(self._documents(), self.records.unimportant_words, POSTINGS_IN_SHARD)
        begin = [shard["first"] for shard in shards]
        pages = _pages(self.records, self.sections, begin, directory_urls=self.directory_urls)
        made = {"pages.js": _script("pages", pages)}
        for number, shard in enumerate(shards):
            made[f"index/{number}.js"] = _script(f"index/{number}", shard["lines"])
        for number, page in enumerate(self.records.pages):
            made[f"texts/{number}.js"] = _script(f"texts/{number}", _texts(self._sections(page)))
        for name in TOOLS:
            made[f"{name}.js"] = tool_script(name)
        for language in LANGUAGES:
            made[f"search-{language}.js"] = first_script(language)
            made |= _name_files(self.records, language, directory_urls=self.directory_urls)
            made |= self._cards(language)
        return made

    def write(self, folder: Path) -> None:
        """Write all files of the search below a folder."""
        for name, text in self.files().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")

    def _sections(self, page: SearchPage) -> Sequence[TextSection]:
        return self.sections.get(page.src, ())

    def _documents(self) -> Iterator[dict[str, str]]:
        for term in self.records.terms:
            yield {"heading": "", "text": _text_of(term)}
        for page in self.records.pages:
            for section in self._sections(page):
                yield {"heading": section.heading, "text": section.text}

    def _cards(self, language: str) -> dict[str, str]:
        cards = [_card(term, language) for term in self.records.terms]
        files = {}
        for number in range(0, len(cards), CARDS_IN_FILE):
            part = f"cards-{language}/{number // CARDS_IN_FILE}"
            files[f"{part}.js"] = _script(part, cards[number : number + CARDS_IN_FILE])
        return files


def _of_edition(script: str, edition: str) -> str:
    """The script with its edition as the last thing that it hands over."""
    return f'{script[: -len(_END)]},"{edition}"{_END}' if script.startswith(_TAKE) else script


def _script(part: str, data: object) -> str:
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # both are line ends to older readers of JavaScript
    written = written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'manualSearch.take("{part}",{written})\n'


def _name_files(records: SearchRecords, language: str, *, directory_urls: bool) -> dict[str, str]:
    names = {
        "questions": " ".join(records.question_words),
        "address": page_address(_entry_page(records, language), directory_urls=directory_urls),
        "language": language,
        "terms": "\n".join(_names_line(term, language) for term in records.terms),
    }
    words = "\n".join(_words_line(term, language, list(records.audiences)) for term in records.terms)
    return {
        f"names-{language}.js": _script(f"names-{language}", names),
        f"words-{language}.js": _script(f"words-{language}", words),
    }


def _entry_page(records: SearchRecords, language: str) -> str:
    """The page of an entry in the language of the reader, with a star for its id."""
    return in_language(term_page("*"), SPANISH if records.bilingual and language == SPANISH else ENGLISH)


def _names_line(term: SearchTerm, language: str) -> str:
    """The preferred name, then the other names in the language of the page."""
    first = _preferred(term, language)
    if isinstance(term.record, AcronymClash):
        return f"*{first.text}"
    mark = "" if first.language == language else "/"
    told_id = "" if slug(first.text) == term.id and first.text.isascii() and "." not in first.text else f"={term.id}"
    others = (_marked(name, language) for name in term.names if _is_first(name, language))
    return "\t".join([f"{mark}{first.text}{told_id}", *others])


def _words_line(term: SearchTerm, language: str, audiences: Sequence[str]) -> str:
    """Who the term is for, then its names in the other language and all the words that are no names."""
    first = _preferred(term, language)
    rest = (name for name in term.names if name != first and not _is_first(name, language))
    return "\t".join([letters_of(term.audience, audiences), *(_marked(name, language) for name in rest)])


def _preferred(term: SearchTerm, language: str) -> SearchName:
    preferred = [name for name in term.names if name.kind == "preferred"]
    return next((name for name in preferred if name.language == language), preferred[0])


def _is_first(name: SearchName, language: str) -> bool:
    return name.kind in _FIRST_KINDS and name.language in (language, None)


def _marked(name: SearchName, language: str) -> str:
    """A name with the mark of its kind."""
    names_it = name.kind in {"preferred", "synonym"}
    kind = "translated" if names_it and name.language not in (language, None) else name.kind
    return _MARKS[kind] + name.text


def letters_of(audience: Iterable[str], audiences: Sequence[str]) -> str:
    """Audiences as letters, one for each: the first of the list is a."""
    return "".join(sorted(chr(ord("a") + audiences.index(one)) for one in audience))


def _pages(
    records: SearchRecords,
    sections: Mapping[str, Sequence[TextSection]],
    shards: Sequence[str],
    *,
    directory_urls: bool,
) -> dict[str, object]:
    lines = []
    for page in records.pages:
        count = len(sections.get(page.src, ()))
        address = page_address(page.src, directory_urls=directory_urls)
        letters = letters_of(page.audience, list(records.audiences))
        lines.append(
            "\t".join([address, page.kind, letters, str(count), page.title, *(f"?{word}" for word in page.words)])
        )
    documents = len(records.terms) + sum(len(found) for found in sections.values())
    return {
        "pages": "\n".join(lines),
        "shards": " ".join(shards),
        "documents": documents,
        "audiences": list(records.audiences.values()),
        "kinds": _kinds_of(records),
    }


def _kinds_of(records: SearchRecords) -> dict[str, dict[str, str]]:
    """What the kinds of the pages that are there are called, in each language of the search."""
    there = {page.kind for page in records.pages}
    return {kind: asdict(label) for kind, label in PAGE_KINDS.items() if label and kind in there}


def _texts(sections: Iterable[TextSection]) -> list[list[str]]:
    return [[section.anchor, section.heading, section.text] for section in sections]


def _text_of(term: SearchTerm) -> str:
    """What an entry says, for those who look for it in words that are no name of it."""
    record = term.record
    if isinstance(record, AcronymClash):
        return ""
    parts = [record.definition, record.scope_note, record.example, record.es.definition if record.es else None]
    return " ".join([*(name.text for name in term.names), *(part for part in parts if part)])


def _card(term: SearchTerm, language: str) -> dict[str, Any]:
    """What an answer shows: the definition in the language of the page, and the name in the other one."""
    record = term.record
    if isinstance(record, AcronymClash):
        return {"readings": [[one.stands_for, one.where, one.term or ""] for one in record.readings]}
    spanish = record.es.definition if record.es and language == "es" else None
    card: dict[str, Any] = {"text": _plain(spanish or record.definition)}
    if language == "es" and not spanish:
        card["foreign"] = 1
    if record.es:
        card["other"] = record.es.term if language == "en" else record.term
        if not record.es.reviewed:
            card["draft"] = 1
    stands = {one.short: one.stands_for for one in record.acronyms if one.stands_for}
    if stands:
        card["stands"] = stands
    if record.status == "retired":
        card["retired"] = 1
    return card


def _plain(text: str) -> str:
    """A definition without the marks of Markdown."""
    return " ".join(_LINK.sub(r"\1", text).replace("*", "").replace("`", "").split())
