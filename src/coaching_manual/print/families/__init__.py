"""Which packs there are: one file a family of records. See "How to add a pack" in CONTRIBUTING."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coaching_manual.manual import Manual
from coaching_manual.print.families.cards import card_packs
from coaching_manual.print.families.chapters import chapter_packs
from coaching_manual.print.families.chosen_pages import chosen_packs
from coaching_manual.print.families.communication import plan_packs
from coaching_manual.print.families.forms import form_packs
from coaching_manual.print.families.growth import growth_packs
from coaching_manual.print.families.measures import measure_packs
from coaching_manual.print.families.roles import role_packs
from coaching_manual.print.families.training import training_packs
from coaching_manual.print.packs import Pack

FAMILIES: tuple[Callable[[Manual], Iterator[Pack]], ...] = (
    training_packs,
    chapter_packs,
    card_packs,
    measure_packs,
    plan_packs,
    form_packs,
    growth_packs,
    role_packs,
    chosen_packs,
)


def packs_of(manual: Manual) -> tuple[Pack, ...]:
    """Every pack of a manual."""
    return tuple(pack for family in FAMILIES for pack in family(manual))
