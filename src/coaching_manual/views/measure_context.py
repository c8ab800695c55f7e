"""What stands beside the measures: training and services, accreditation, and the logic model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from coaching_manual.index import Index
from coaching_manual.measuring import SMALL
from coaching_manual.model import ServiceCount, Source
from coaching_manual.views.measure_shapes import (
    AccreditationStep,
    AccreditationView,
    LogicLinkView,
    LogicStepView,
    LogicView,
    ServiceLine,
    ServicesView,
    ServicesYear,
)
from coaching_manual.views.measure_words import year_label
from coaching_manual.views.shapes import Link

STAGE_WORDS = {
    "resources": "What we put in",
    "activities": "What we do",
    "outputs": "What can be counted at once",
    "quality": "How good it is",
    "practice": "What changes in the work",
    "achievement": "What changes for students",
}
SUPPORT_WORDS = {
    "supported": "Supported",
    "mixed": "Mixed: some studies yes, some no",
    "not shown": "Not shown",
    "assumed": "Assumed: not tested in settings like ours",
}


def services_view(index: Index, *, illustrative: bool, year: str | None = None) -> ServicesView:
    """The log of training and services, the latest year first, or one year of it."""
    framework = index.framework
    by_year: dict[str, list[ServiceCount]] = defaultdict(list)
    for entry in framework.illustrative_services if illustrative else framework.services:
        by_year[entry.record.year].append(entry.record)
    chosen = [one for one in sorted(by_year, reverse=True) if year in (None, one)]
    return ServicesView(tuple(_services_year(one, by_year[one], index) for one in chosen), illustrative)


def _services_year(year: str, rows: Iterable[ServiceCount], index: Index) -> ServicesYear:
    lines, sessions, hidden = [], 0, False
    for row in rows:
        course = index.tables["curriculum"].get(row.curriculum or "")
        group = index.terms.get(row.group)
        small = row.people.isdigit() and 0 < int(row.people) <= SMALL
        hidden |= small
        sessions += int(row.sessions) if row.sessions.isdigit() else 0
        lines.append(
            ServiceLine(
                title=course.record.title if course else (row.service or "").replace("-", " ").capitalize(),
                href=f"curriculum:{row.curriculum}" if course else None,
                group=group.record.term if group else row.group,
                sessions=row.sessions or "–",
                people=f"{SMALL} or fewer" if small else row.people or "–",
            )
        )
    return ServicesYear(year_label(year), tuple(lines), sessions, hidden)


def accreditation_view(index: Index) -> AccreditationView | None:
    """The cycle of accreditation; None if nothing is written about it."""
    entry = index.framework.accreditation
    if entry is None:
        return None
    years: dict[int, list[AccreditationStep]] = defaultdict(list)
    for step in entry.record.cycle:
        years[step.cycle_year].append(AccreditationStep(step.title, step.text, _sources(index, step.sources)))
    in_order = tuple((year, tuple(steps)) for year, steps in sorted(years.items()))
    return AccreditationView(entry.record, in_order, entry.record.programs, _sources(index, entry.record.sources))


def logic_view(index: Index) -> LogicView | None:
    """The logic model; None if it is not written."""
    entry = index.framework.logic_model
    if entry is None:
        return None
    model = entry.record
    titles = {step.id: step.title for step in model.steps}
    steps = [(step.stage, LogicStepView(step, tuple(_measures(index, step.measures)))) for step in model.steps]
    stages = ((words, tuple(view for of, view in steps if of == stage)) for stage, words in STAGE_WORDS.items())
    links = tuple(
        LogicLinkView(
            link,
            titles.get(link.before, link.before),
            titles.get(link.after, link.after),
            SUPPORT_WORDS[link.support],
            _sources(index, link.sources),
        )
        for link in model.links
    )
    return LogicView(model.summary, tuple((words, views) for words, views in stages if views), links, model.to_confirm)


def _measures(index: Index, ids: Iterable[str]) -> Iterator[Link]:
    table = index.tables["measure"]
    return (Link(table[one].record.title, f"measure:{one}") for one in ids if one in table)


def _sources(index: Index, ids: Iterable[str]) -> tuple[Source, ...]:
    table = index.tables["source"]
    return tuple(table[one].record for one in ids if one in table)
