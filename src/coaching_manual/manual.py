"""The whole manual: read, checked and rendered to Markdown, ready for a site builder, a printer or a writer.

This is the story of a build in one place. It needs no site builder: ``coaching-manual check`` ends here.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from coaching_manual.addresses import LINK_KINDS, RESOURCES_PAGE, curriculum_page, term_at
from coaching_manual.bilingual import is_bilingual, pages_about_spanish
from coaching_manual.calendars import calendar_paths, calendars
from coaching_manual.index import Index, name_of
from coaching_manual.languages import ENGLISH
from coaching_manual.markup import link_targets
from coaching_manual.pages import About, Page, WrittenPage, read_pages
from coaching_manual.problems import Problems
from coaching_manual.project import Project, read_project
from coaching_manual.record_pages import record_pages
from coaching_manual.render import Renderer
from coaching_manual.rules import SiteView, check_pages, check_records
from coaching_manual.schema import check_schemas
from coaching_manual.structure import read_framework
from coaching_manual.terms.markdown import linkable
from coaching_manual.translate import Text, mark_stale, stale_texts, tell_stale
from coaching_manual.views import PageUse, Question, Views

_USED_BY_LINK = ("form:", "conversation:")
"""Kinds of records that a page uses by linking them; their uses are found by the whole link."""


_NEED_A_SPANISH_PART = frozenset({"term", "curriculum", "session", "handout"})


@dataclass(frozen=True)
class Manual:
    """Everything that outputs are made from."""

    project: Project
    index: Index
    views: Views
    pages: tuple[WrittenPage, ...]
    problems: Problems

    @cached_property
    def files(self) -> Mapping[str, str]:
        """Files to download that are made from records: paths below docs/ and texts."""
        return {**self.views.accountability.files(), **calendars(self.index)}

    @cached_property
    def by_src(self) -> Mapping[str, WrittenPage]:
        """The pages by their paths below docs/."""
        return {page.src: page for page in self.pages}


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Reading makes hundreds of thousands of small objects and no cycles; looking for cycles doubles its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@without_garbage_collection()
def read_records(folder: Path, root: Path, problems: Problems) -> Index:
    """Read and check a framework folder; ``root`` is the project, which places are relative to."""
    index = Index(read_framework(folder, root, problems))
    check_records(index, problems)
    return index


@without_garbage_collection()
def read_manual(config_file: Path, *, release: bool = False, settings: Mapping[str, Any] | None = None) -> Manual:
    """Read, check and render a project. Never raises for bad content: see ``problems`` of what it returns.

    ``settings`` are fields of the Project that somebody knows better than mkdocs.yml tells (MkDocs itself).
    With ``release``, everything that the district must still decide is an error.
    """
    problems = Problems()
    project = replace(read_project(config_file, problems), **(settings or {}))
    index = read_records(project.framework, project.root, problems)
    check_schemas(project.framework, project.root, index, problems)
    every_page = read_pages(project.docs, project.root, problems)
    sources = tuple(page for page in every_page if not project.excluded.match_file(page.src))
    renderer = Renderer(project.macros, project.root, problems)
    questions = (*_record_questions(index), *_page_questions(renderer, sources))
    by_src = {page.src: page for page in sources}
    renderer.use(Views(index, questions, pages=by_src))
    written = tuple(_write(page, renderer) for page in sources)
    uses = _uses(written, index)
    views = Views(index, questions, uses, by_src)
    renderer.use(views)
    stale = stale_texts(index.framework, project.root)
    pages = _with_records(written, index, renderer, stale)
    check_pages(SiteView(index, pages, project, uses, questions, release, _file_names(views, index)), problems)
    tell_stale(stale, problems)
    return Manual(project, index, views, pages, problems)


def _file_names(views: Views, index: Index) -> frozenset[str]:
    """The paths of the files that are made from records and are no pages."""
    return frozenset((*views.accountability.files(), *calendar_paths(index)))


def _with_records(
    written: tuple[WrittenPage, ...], index: Index, renderer: Renderer, stale: tuple[Text, ...]
) -> tuple[WrittenPage, ...]:
    """The written pages with those that are made from records; what gathers in Spanish needs a manual in Spanish."""
    made = record_pages(index, renderer)
    if not is_bilingual(written):
        return (*written, *(page for page in made if page.language == ENGLISH or page.kind not in _NEED_A_SPANISH_PART))
    pages = tuple(mark_stale((*written, *made), stale))
    return (*pages, *pages_about_spanish(pages, index, renderer))


def _record_questions(index: Index) -> Iterator[Question]:
    """What records with an address of their own still ask."""
    for kind in LINK_KINDS:
        for entry in index.tables.get(kind, {}).values():
            record = entry.record
            for number, text in enumerate(getattr(record, "to_confirm", ())):
                yield Question(text, name_of(record), f"{kind}:{record.id}", entry.place("to_confirm", number))
    for row in index.framework.resources:
        for number, text in enumerate(row.record.to_confirm):
            href = f"page:{RESOURCES_PAGE}#{row.record.need}"
            yield Question(text, row.record.name or row.record.offers, href, row.place("to_confirm", number))


def _page_questions(renderer: Renderer, pages: tuple[Page, ...]) -> Iterator[Question]:
    for page in pages:
        yield from renderer.questions(page)


def _write(page: Page, renderer: Renderer) -> WrittenPage:
    markdown = renderer.render_page(page)
    return WrittenPage(
        src=page.src,
        title=page.title,
        description=page.settings.description or "",
        markdown=page.body if markdown is None else markdown,
        source=page,
        about=About.of(page.settings),
        origin=page.file,
        links_terms=page.settings.terms,
        whole=markdown is not None,
    )


def _uses(pages: tuple[WrittenPage, ...], index: Index) -> Mapping[str, tuple[PageUse, ...]]:
    """On which pages each term is used: linked by the author or by the first use in a section, or taught."""
    found: dict[str, dict[str, PageUse]] = {}
    for page in pages:
        if page.source is None or page.language != ENGLISH or not page.source.settings.where_used:
            continue
        links = [target for target, _ in link_targets(page.markdown)]
        used = {target for target in links if target.startswith(_USED_BY_LINK)}
        used.update(term_id for target in links if (term_id := term_at(target, page.src)))
        if page.links_terms:
            used.update(match.label.target for match in index.matcher.find(linkable(page.markdown)))
        for term_id in used:
            found.setdefault(term_id, {})[page.src] = PageUse(page.src, page.title)
    for course in index.framework.curricula:  # one line for a course, not one for each of its sessions
        use = PageUse(curriculum_page(course.record.id), course.record.title)
        for session in index.sessions.get(course.record.id, ()):
            for term_id in session.record.terms:
                found.setdefault(term_id, {})[use.src] = use
    return {term_id: tuple(sorted(by_src.values(), key=lambda use: use.title)) for term_id, by_src in found.items()}
