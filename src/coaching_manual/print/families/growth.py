"""Packs of the growth plans: the matrix of each employee group as a landscape sheet, and its self-assessment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coaching_manual.addresses import GROWTH_PAGE, assessment_page, growth_page
from coaching_manual.manual import Manual
from coaching_manual.print.packs import Pack, Part


def growth_packs(manual: Manual) -> Iterator[Pack]:
    """Two packs for each employee group."""
    for entry in manual.index.tables["growth"].values():
        group = entry.record
        matrix, assessment = growth_page(group.id), assessment_page(group.id)
        plan = Pack(
            record=group.id,
            id=f"growth-{group.id}",
            title=group.title,
            kind="sheet",
            edition="Growth plan",
            parts=(Part(matrix, running=group.title, address=True),),
            of=(matrix, GROWTH_PAGE),
            group="Growth plans",
            front="none",
            turned=True,
            letters=10.5,
        )
        yield plan
        yield replace(
            plan,
            id=f"growth-{group.id}-sheet",
            edition="The four levels on one sheet of 11 by 17 inches",
            parts=(
                Part(
                    matrix,
                    running=group.title,
                    section="matrix",
                    without=("lead", "jobs", "h2", "caption", "matrix__more"),
                ),
            ),
            paper="tabloid",
            letters=10.5,
        )
        yield replace(
            plan,
            id=f"self-assessment-{group.id}",
            edition="Self-assessment",
            parts=(Part(assessment, running=group.title, address=True),),
            of=(assessment, matrix, GROWTH_PAGE),
            turned=False,
            letters=10.5,
            fillable=True,
            copies=True,
        )
