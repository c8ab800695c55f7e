"""Mentoring and outreach: answers fit the checklist, meetings are counted, and every contact has a source."""

from __future__ import annotations

import re

from coaching_manual.index import Index
from coaching_manual.problems import Problems, Severity, did_you_mean
from coaching_manual.rules.site_view import SiteView


def check_mentoring(index: Index, problems: Problems) -> None:
    """The files of framework/mentoring/ fit together."""
    _check_answers(index, problems)
    _check_meetings(index, problems)


def _check_answers(index: Index, problems: Problems) -> None:
    asked = {item.id for entry in index.framework.standards for item in entry.record.items}
    if any(kind == "standard" for kind, _ in index.framework.unread):
        return
    for entry in index.framework.programs:
        given: set[str] = set()
        for number, answer in enumerate(entry.record.answers):
            if answer.item not in asked or answer.item in given:
                twice = answer.item in given
                problems.add(
                    "PROGRAM-ANSWER",
                    f'The program answers "{answer.item}" twice.'
                    if twice
                    else f'The checklist does not ask for "{answer.item}".',
                    entry.place("answers", number, "item"),
                    hint="Keep one of the two."
                    if twice
                    else did_you_mean(answer.item, asked) or "The items stand in framework/mentoring/standards.yml.",
                    subject=entry.record.title,
                )
            given.add(answer.item)


def _check_meetings(index: Index, problems: Problems) -> None:
    for wanted, entry in enumerate(index.framework.meetings, 1):
        if entry.record.number != wanted:
            problems.add(
                "MEETING-NUMBER",
                f"This is meeting {wanted} in the file, and says that it is meeting {entry.record.number}.",
                entry.place("number"),
                hint=f"Write  number: {wanted} , or put the meetings in their order.",
                subject=entry.record.title,
            )


def check_answered(site: SiteView, problems: Problems) -> None:
    """Every program answers the whole checklist: advice, or an error before a release."""
    asked = [item.id for entry in site.index.framework.standards for item in entry.record.items]
    for entry in site.index.framework.programs:
        given = {answer.item for answer in entry.record.answers}
        missing = [item for item in asked if item not in given]
        if missing:
            problems.add(
                "PROGRAM-UNANSWERED",
                f"The program has answered {len(asked) - len(missing)} of {len(asked)} points of the checklist.",
                entry.place("answers") if entry.record.answers else entry.place("id"),
                hint=f'Add under  answers: , for instance  - {{item: {missing[0]}, state: "no", how: …}}',
                subject=entry.record.title,
                severity=Severity.ERROR if site.release else Severity.ADVICE,
            )


_PHONE = re.compile(r"\d{3}|1?\d{10}")
"""The digits of a number that somebody in the United States can call: 211 and 988 are whole too."""


def check_resources(index: Index, problems: Problems) -> None:
    """A row that sends a family somewhere says who verified it, and when."""
    for entry in index.framework.resources:
        row = entry.record
        verified = row.source or (row.checked and row.checked_by)
        if (row.name or row.phone or row.address or row.url) and not verified:
            problems.add(
                "RESOURCE-SOURCE",
                "This row sends families somewhere, and nothing says who verified it.",
                entry.place("id"),
                hint="Write  source:  with the id of a source, or  checked:  with the day and  checked_by:  with the "
                "role that called and asked.",
                subject=row.name or row.id,
            )
        if row.phone and not _PHONE.fullmatch(re.sub(r"\D", "", row.phone)):
            problems.add(
                "RESOURCE-PHONE",
                f'"{row.phone}" is not a whole phone number.',
                entry.place("phone"),
                hint="Write the area code and seven digits, such as (909) 381-1100, or a short number such as 211.",
                subject=row.name or row.id,
            )
