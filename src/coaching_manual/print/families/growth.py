"""Packs of the growth plans: the self-assessment of each employee group.

The matrix has no pack yet: its heads, which repeat on every page, hold links, and PDF/UA forbids links in what repeats.
"""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.addresses import GROWTH_PAGE, assessment_page, growth_page
from coaching_manual.manual import Manual
from coaching_manual.print.packs import Pack, Part


def growth_packs(manual: Manual) -> Iterator[Pack]:
    """A self-assessment for each employee group."""
    for entry in manual.index.tables["growth"].values():
        group = entry.record
        src = assessment_page(group.id)
        yield Pack(
            record=group.id,
            id=f"self-assessment-{group.id}",
            title=group.title,
            kind="sheet",
            edition="Self-assessment",
            parts=(Part(src, running=group.title, address=True),),
            of=(src, growth_page(group.id), GROWTH_PAGE),
            group="Growth plans",
            front="none",
            fillable=True,
            copies=True,
        )
