"""The pages of docs/: their settings (front matter), their text, and where each line of it stands."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from coaching_manual.explain import add_validation_problems
from coaching_manual.languages import Language, language_of
from coaching_manual.model import AudienceId, Line, Record, Status
from coaching_manual.page_kinds import PAGE_KINDS
from coaching_manual.problems import Place, Problems
from coaching_manual.source import Document, file_name, parse_yaml, place_in, read_text
from coaching_manual.terms.markdown import without_code

_FENCE_LINE = re.compile(r"^---[ \t]*\n")
_FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_STRAYED = re.compile(
    r"\s*(?P<first>(?:[-–—=]{2,}|- - -)[ \t]*\n(?:[a-z_]+:[^\n]*\n)|(?:[a-z_]+:[^\n]*\n)+---[ \t]*\n)"
)
_FIRST_HEADING = re.compile(r"^#[ \t]+(?P<title>[^\n]+?)[ \t]*(?:\{[^{}\n]*\})?[ \t]*$", re.MULTILINE)


class PageSettings(Record):
    """What a page may say about itself between the two lines of hyphens at its top."""

    title: Line | None = Field(default=None, description="Title, if it is not the first heading.")
    description: Line | None = Field(default=None, description="One sentence for search engines and previews.")
    audience: tuple[AudienceId, ...] = Field(default=(), description="Ids of the readers it is written for.")
    status: Status = Field(default="adopted", description="draft shows a mark with the date of the last change.")
    updated: datetime.date | None = Field(default=None, description="Day of the last change of its text.")
    reviewed: datetime.date | None = Field(default=None, description="The day its owner last approved it.")
    owner: Line | None = Field(default=None, description="The role that answers for it, never a person.")
    terms: bool = Field(default=True, description="false: no term on this page becomes a link by itself.")
    where_used: bool = Field(
        default=True, description="false: a page that only lists terms; it does not count as a place of use."
    )
    wording: bool = Field(default=True, description="false: the page is about wordings; they are not checked on it.")
    values: dict[str, Any] = Field(default={}, description="Values of its own, used as {{ page.values.name }}.")
    search_words: tuple[Line, ...] = Field(
        default=(), description="Words people type when they look for this page. Search finds them."
    )
    hide: tuple[Line, ...] = Field(default=(), description="For the theme: navigation, toc, footer.")
    searched: bool = Field(default=True, description="false: search does not find this page.")
    template: Line | None = Field(default=None, description="For the theme: another page template.")


_QUIET = PageSettings(wording=False, terms=False)
"""For a page whose settings cannot be read: nothing is said of it that they might forbid."""


@dataclass(frozen=True)
class Page:
    """A page before its macros are expanded.

    ``src`` is its path below docs/, which links are relative to; ``file`` is the path below the project that
    an editor opens; ``first_line`` is the line of that file on which ``body`` begins.
    """

    src: str
    file: str
    settings: PageSettings
    body: str
    first_line: int = 1
    front_matter: Document | None = None
    settings_lost: bool = False  # they are there, and cannot be read

    @property
    def title(self) -> str:
        """Its title: the setting, or the first heading, or nothing."""
        if self.settings.title:
            return self.settings.title
        prose = without_code(self.body)
        headings = (found for found in _FIRST_HEADING.finditer(self.body) if prose[found.start()] == "#")
        return next((found["title"] for found in headings), "")

    def place(self, line: int, column: int = 1, end_column: int | None = None) -> Place:
        """A place in the file, from a line (counted from 1) and a column of the body."""
        return Place(self.file, line + self.first_line - 1, column, end_column)

    def place_at(self, offset: int, length: int = 0) -> Place:
        """A place in the file, from an offset into the body."""
        return place_in(self.body, offset, length, self.file, self.first_line)


@dataclass(frozen=True)
class About:
    """What a page says of itself: how far it is decided, who answers for it, and ids of the readers it is for.

    ``translated`` says that a page made from a record names its owner in the language of the page.
    """

    status: Status = "adopted"
    updated: datetime.date | None = None
    reviewed: datetime.date | None = None
    owner: str | None = None
    audience: tuple[str, ...] = ()
    translated: bool = False

    @classmethod
    def of(cls, record: Record) -> About:
        """What a record says of itself, as far as its kind has such fields."""
        said = {one.name: getattr(record, one.name) for one in fields(cls) if hasattr(record, one.name)}
        return cls(**said)


@dataclass(frozen=True)
class WrittenPage:
    """A page with its macros expanded, as a site builder gets it.

    ``source`` is the page that was written by hand (None for a page made from records); ``origin`` is the
    file and line that an editor opens to change it; ``about`` is what it says of itself, and ``term`` the id of the
    term whose page it is. ``within`` is the page that lists a page made from records (its path below docs/), and
    ``above`` is what stands between the two, from the top, as title and path (None: there is no page). ``name`` is
    the title without what it is a part of, for search (empty: it is the title), and ``words`` are what else people
    look for it with.
    """

    src: str
    title: str
    description: str
    markdown: str
    source: Page | None
    origin: str
    origin_line: int = 1
    kind: str = "page"  # one of PAGE_KINDS
    about: About | None = None
    term: str | None = None
    within: str | None = None
    above: tuple[tuple[str, str | None], ...] = ()
    name: str = ""
    words: tuple[str, ...] = ()
    links_terms: bool = True
    behind: bool = False  # a text in Spanish on it translates an English that has changed since
    whole: bool = True  # False: a macro call on it failed, so what macros would have made is not there

    @property
    def language(self) -> Language:
        """The language of its text."""
        return language_of(self.src)

    @property
    def searched(self) -> bool:
        """Whether search finds it as a page. Terms are found by their names, and what only facilitators read is not."""
        return self.source.settings.searched if self.source else PAGE_KINDS[self.kind] is not None


def read_pages(docs: Path, root: Path, problems: Problems) -> Iterator[Page]:
    """Every Markdown page below docs/, in the order of their paths."""
    if not docs.is_dir():
        problems.add(
            "FILE-MISSING",
            "There is no folder with pages.",
            Place(file_name(docs, root)),
            hint="Make a folder docs/ with a page index.md.",
        )
        return
    for path in sorted(docs.rglob("*.md")):
        src = path.relative_to(docs).as_posix()
        if any(part.startswith(".") for part in path.relative_to(docs).parts):
            continue
        file = file_name(path, root)
        text = read_text(path, file, problems)
        if text is not None:
            yield parse_page(text, src, file, problems)


def parse_page(text: str, src: str, file: str, problems: Problems) -> Page:
    """Split a page into settings and body; faulty settings are reported and left out."""
    opening = _FENCE_LINE.match(text)
    if opening is None:
        return _page_without_settings(text, src, file, problems)
    closing = _FENCE_END.search(text, opening.end())
    if closing is None:
        problems.add(
            "PAGE-FRONT-MATTER",
            "The settings at the top of this page have no end.",
            Place(file),
            hint="Close them with a line of three hyphens (---) before the text begins.",
        )
        return Page(src, file, _QUIET, text[opening.end() :], 2, settings_lost=True)
    body = text[closing.end() :]
    first_line = text.count("\n", 0, closing.end()) + 1
    document = parse_yaml(text[opening.end() : closing.start()], file, problems, first_line=2)
    settings = None if document is None else _settings(document, problems)
    return Page(src, file, settings or _QUIET, body, first_line, document, settings_lost=settings is None)


def _page_without_settings(text: str, src: str, file: str, problems: Problems) -> Page:
    """A page that begins with its text; settings that do not stand where they must are reported."""
    strayed = _STRAYED.match(text)
    if strayed is None:
        return Page(src, file, PageSettings(), text)
    line = text.count("\n", 0, strayed.start("first")) + 1
    problems.add(
        "PAGE-FRONT-MATTER",
        "These look like the settings of the page, and are not read.",
        Place(file, line),
        hint="The very first line must be three hyphens (---) and nothing else, then come the settings, then "
        "three hyphens again.",
    )
    return Page(src, file, _QUIET, text, settings_lost=True)


def _settings(document: Document, problems: Problems) -> PageSettings | None:
    """The settings of a page without those that have faults; None when there is none that can be read."""
    if not isinstance(document.data, dict):
        problems.add(
            "PAGE-FRONT-MATTER",
            "The settings at the top of this page are not fields.",
            document.place(()),
            hint="Write each as  name: value  on a line of its own.",
        )
        return None
    try:
        return PageSettings.model_validate(document.data)
    except ValidationError as fault:
        add_validation_problems(fault, PageSettings, document, problems, base=(), subject="the settings of this page")
        faulty = {error["loc"][0] for error in fault.errors(include_url=False)}
        return PageSettings.model_validate({k: v for k, v in document.data.items() if k not in faulty})
