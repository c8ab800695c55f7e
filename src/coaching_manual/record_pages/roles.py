"""The pages of roles: one that explains each, and a card of what it does and does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coaching_manual.addresses import ROLES_PAGE, role_card_page, role_page
from coaching_manual.index import Index
from coaching_manual.pages import WrittenPage
from coaching_manual.record_pages.making import made_page
from coaching_manual.render import Renderer


def role_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """The two pages of every role."""
    for entry in index.tables["role"].values():
        role, src = entry.record, role_page(entry.record.id)
        markdown = renderer.render_template("pages/role.html.j2", id=role.id)
        page = made_page(entry, "role", src, f"{role.title}: the role", role.purpose, markdown)
        yield replace(page, within=ROLES_PAGE, name=role.title, words=role.search_words)
        markdown = renderer.render_template("pages/role_card.html.j2", id=role.id)
        title = f"{role.title}: do and do not, on a card"
        page = made_page(entry, "role-card", role_card_page(role.id), title, role.purpose, markdown)
        yield replace(page, within=ROLES_PAGE, above=((role.title, src),))
