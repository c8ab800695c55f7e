"""Packs of the roles: a card of what each does and does not, and all cards in one."""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.addresses import ROLES_PAGE, role_card_page, role_page
from coaching_manual.manual import Manual
from coaching_manual.print.packs import Pack, Part

_GROUP = "Roles"


def role_packs(manual: Manual) -> Iterator[Pack]:
    """A card for each role, and one pack with all cards."""
    roles = [entry.record for entry in manual.index.tables["role"].values()]
    for role in roles:
        yield Pack(
            record=role.id,
            id=f"role-{role.id}",
            title=role.title,
            kind="sheet",
            edition="Do and do-not card",
            parts=(Part(role_card_page(role.id), address=True),),
            of=(role_page(role.id), role_card_page(role.id), ROLES_PAGE),
            group=_GROUP,
            front="none",
            letters=14.5,
        )
    if roles:
        yield Pack(
            record="roles",
            id="role-cards",
            title="Roles: what each does and does not do",
            kind="book",
            edition="Cards, two on a sheet, to cut: print on one side only",
            parts=tuple(Part(role_card_page(role.id)) for role in roles),
            of=(ROLES_PAGE,),
            group=_GROUP,
            front="list",
            layout="cards",
            letters=12.0,
        )
