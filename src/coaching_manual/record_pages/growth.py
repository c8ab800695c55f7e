"""The pages of growth: three for each employee group, and one for each level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coaching_manual.addresses import GROWTH_PAGE, assessment_page, comparison_page, growth_page, level_page
from coaching_manual.index import Index
from coaching_manual.model import GrowthGroup
from coaching_manual.pages import WrittenPage
from coaching_manual.record_pages.making import made_page
from coaching_manual.render import Renderer
from coaching_manual.structure import Entry


def growth_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """The pages of every employee group and of every level."""
    for entry in index.tables["growth"].values():
        yield from _group_pages(entry, renderer)
    for entry in index.tables["level"].values():
        level = entry.record
        markdown = renderer.render_template("pages/level.html.j2", id=level.id)
        title = f"{level.title}: coaching at this growth level"
        page = made_page(entry, "level", level_page(level.id), title, level.description, markdown)
        yield replace(page, within=GROWTH_PAGE, name=level.title)


def _group_pages(entry: Entry[GrowthGroup], renderer: Renderer) -> Iterator[WrittenPage]:
    group = entry.record
    src = growth_page(group.id)
    markdown = renderer.render_template("pages/growth.html.j2", id=group.id)
    title = f"{group.title}: how we grow"
    page = made_page(entry, "growth", src, title, group.summary, markdown)
    yield replace(page, within=GROWTH_PAGE, name=group.title, words=(*group.jobs, *group.search_words))
    above = ((group.title, src),)
    for template, kind, path, title, text in (
        (
            "pages/comparison.html.j2",
            "comparison",
            comparison_page(group.id),
            f"Compare growth levels: {group.title_in_title}",
            f"What changes from one growth level to another for {group.title}.",
        ),
        (
            "pages/assessment.html.j2",
            "assessment",
            assessment_page(group.id),
            f"Self-assessment: {group.title_in_title}",
            f"Mark where you are in each strand, see your next step. For {group.title}. It stays with you.",
        ),
    ):
        markdown = renderer.render_template(template, id=group.id)
        made = made_page(entry, kind, path, title, text, markdown)
        yield replace(made, within=GROWTH_PAGE, above=above)
