"""Roles: what each does and does not, and how people are chosen for it."""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.addresses import role_card_page
from coaching_manual.index import Index
from coaching_manual.model import Role
from coaching_manual.views.growth import Growth
from coaching_manual.views.growth_shapes import RoleView
from coaching_manual.views.shapes import Link, TermLink
from coaching_manual.views.strategy import StrategyViews


class Roles:
    """The views over the roles of an index."""

    def __init__(self, index: Index, growth: Growth, strategy: StrategyViews) -> None:
        self._index = index
        self._growth = growth
        self._strategy = strategy

    def all(self) -> tuple[RoleView, ...]:
        """Every role, by its title."""
        roles = (entry.record for entry in self._index.tables["role"].values())
        return tuple(self.role(role.id) for role in sorted(roles, key=lambda one: one.title))

    def role(self, role_id: str) -> RoleView:
        """A role."""
        role: Role = self._index.find("role", role_id).record
        ready = role.selection.ready
        table = self._index.tables["growth"]
        groups = (table[one].record for one in ready.groups if one in table)
        terms = (self._index.terms[one].record for one in role.terms if one in self._index.terms)
        return RoleView(
            role=role,
            href=f"role:{role.id}",
            card_href=f"page:{role_card_page(role.id)}",
            terms=tuple(TermLink(term.id, term.term, term.definition) for term in terms),
            training=self._growth.training_of(role.training),
            near=self._growth.role_links(role.near),
            groups=tuple(Link(group.title, f"growth:{group.id}") for group in groups),
            needed=self._growth.training_of(ready.training),
            gives=tuple(self._gives(role.id)),
            steps=self._strategy.named_for(f"role:{role.id}"),
        )

    def _gives(self, role_id: str) -> Iterator[Link]:
        """The employee groups that get support from this role at some level."""
        for view in self._growth.groups():
            levels = [
                entry.title
                for entry in view.levels
                if entry.id in view.group.coaching and role_id in view.group.coaching[entry.id].who
            ]
            if levels:
                yield Link(view.group.title, view.href, ", ".join(levels))
