"""Measures, their figures and the logic model hold together; invented figures are never released."""

from __future__ import annotations

from collections.abc import Sequence

from coaching_manual.index import Index
from coaching_manual.model import Result
from coaching_manual.problems import Problems, Severity, did_you_mean
from coaching_manual.rules.figures import faults
from coaching_manual.rules.site_view import SiteView
from coaching_manual.structure import Entry


def check_figures(index: Index, problems: Problems) -> None:
    """Report what is wrong with the yearly figures, the real and the invented ones."""
    for entries in (index.framework.results, index.framework.illustrative):
        _check(index, entries, problems)


def _check(index: Index, entries: Sequence[Entry[Result]], problems: Problems) -> None:
    for fault in faults(index, [(number, entry.record) for number, entry in enumerate(entries)]):
        entry = entries[fault.row]
        place = entry.place(fault.column)
        problems.add(fault.code, fault.message, place, hint=fault.hint, subject=entry.record.year)


def check_logic_model(index: Index, problems: Problems) -> None:
    """Each link of the logic model leads from a step to another."""
    entry = index.framework.logic_model
    if entry is None:
        return
    known = [step.id for step in entry.record.steps]
    for number, link in enumerate(entry.record.links):
        for field in ("before", "after"):
            wanted = getattr(link, field)
            if wanted not in known:
                problems.add(
                    "LOGIC-STEP",
                    f'The logic model has no step with the id "{wanted}".',
                    entry.place("links", number, field),
                    hint=did_you_mean(wanted, known) or f"Its steps are: {', '.join(known)}.",
                )


def check_illustration(site: SiteView, problems: Problems) -> None:
    """Invented figures are shown only while there are no real ones, and never released."""
    framework = site.index.framework
    for entries in (framework.illustrative, framework.illustrative_services):
        if not entries:
            continue
        place = entries[0].place()
        unused = bool(framework.results) and not site.release
        problems.add(
            "ILLUSTRATIVE-FIGURES",
            "There are real figures, so these invented ones are shown nowhere."
            if unused
            else "These figures are invented. Pages show them, each with its mark, only until there are real ones.",
            place,
            hint="Delete the folder framework/measures/illustrative/ before a release.",
            severity=Severity.ERROR if site.release else Severity.ADVICE,
        )
        return
