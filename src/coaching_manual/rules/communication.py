"""The communication plan holds together: nobody is left out, staff hear first, and days are school days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from coaching_manual.index import Index
from coaching_manual.model import Activity, Message, PlanAudience
from coaching_manual.plan import PHASES, Heard, Plan
from coaching_manual.problems import Problems
from coaching_manual.rules.calendar import check_calendar, check_days
from coaching_manual.rules.languages import check_languages
from coaching_manual.schedule import week_of
from coaching_manual.structure import Entry

_MESSAGES_AT_MOST = 4
_ASKED = {
    "owner": "The role that sees to it, never a person.",
    "languages": "In which languages: [en], or [en, es] for families and students.",
    "measure": "How one sees whether it worked, with  what:  and  target: .",
    "two_way": "How people answer, and when they hear back.",
}


def check_communication(index: Index, problems: Problems) -> None:
    """Everything that can be said of the plan. Without records of a plan nothing is said."""
    plan = Plan(index)
    check_calendar(plan, problems)
    for entry in plan.activities:
        _check_complete(entry, problems)
        check_days(entry, plan, problems)
        _check_needs(entry, plan, problems)
    check_languages(plan, problems)
    if plan.days is None or not plan.activities or index.framework.unread:
        return  # what cannot be read may be what is missing
    for audience in plan.audiences.values():
        _check_silence(audience, plan, problems)
        _check_number(audience, plan, problems)
        _check_weeks(audience.record, plan, problems)
    for message in plan.messages.values():
        _check_sent(message, plan, problems)
        _check_order(message, plan, problems)


def _check_complete(entry: Entry[Activity], problems: Problems) -> None:
    activity = entry.record
    lacking = {field: about for field, about in _ASKED.items() if not getattr(activity, field)}
    if not (activity.date or activity.dates or activity.repeats):
        lacking["date"] = "The day. Or  dates: […]  or a rule under  repeats: ."
    for field, about in lacking.items():
        message = f'The activity has no "{field}".'
        hint = f"Add  {field}: …  {about}"
        problems.add("ACTIVITY-INCOMPLETE", message, entry.place("id"), hint=hint, subject=activity.title)


def _check_needs(entry: Entry[Activity], plan: Plan, problems: Problems) -> None:
    """Nothing begins before what it needs, such as a training, is over."""
    begins = plan.first_day(entry.record)
    for number, wanted in enumerate(entry.record.needs):
        needed = plan.all_activities.get(wanted)
        days = plan.schedule(needed.record).days if needed else ()
        if needed and days and begins <= days[-1]:
            problems.add(
                "LAUNCH-EARLY",
                f"It begins on {_said(begins)}, and what it needs is over on {_said(days[-1])}: {needed.record.title}.",
                entry.place("needs", number),
                hint="Move it to a later day, or what it needs to an earlier one.",
                subject=entry.record.title,
                related=[(needed.place("id"), "what it needs")],
            )


def _check_silence(entry: Entry[PlanAudience], plan: Plan, problems: Problems) -> None:
    """An audience hears something in every phase and every semester, or the plan says why not."""
    audience = entry.record
    quiet = {one.when for one in audience.quiet}
    reached = [one.record for one in plan.activities if audience.id in one.record.audiences]
    silent = [phase for phase in PHASES if phase not in {one.phase for one in reached} | quiet]
    for phase in silent:
        _add_silent(entry, f'in the phase "{phase}"', phase, problems)
    for semester in plan.days.year.semesters if plan.days else ():
        days = (day for one in reached for day in plan.schedule(one).days)
        if semester.id not in quiet and not any(semester.first_day <= day <= semester.last_day for day in days):
            _add_silent(entry, f'in the semester "{semester.title}"', semester.id, problems)


def _add_silent(entry: Entry[PlanAudience], when: str, name: str, problems: Problems) -> None:
    problems.add(
        "AUDIENCE-SILENT",
        f"This audience hears nothing {when}.",
        entry.place("id"),
        hint=f"Plan an activity for it, or write under  quiet:  - when: {name}  with  why: …",
        subject=entry.record.title,
    )


def _check_number(entry: Entry[PlanAudience], plan: Plan, problems: Problems) -> None:
    meant = [one.record.title for one in plan.messages.values() if entry.record.id in one.record.audiences]
    if len(meant) > _MESSAGES_AT_MOST:
        problems.add(
            "MESSAGES-MANY",
            f"{len(meant)} key messages are meant for this audience; people remember {_MESSAGES_AT_MOST} at most.",
            entry.place("id"),
            hint=f"Take it out of the  audiences:  of some. They are: {'; '.join(meant)}.",
            subject=entry.record.title,
        )


def _check_weeks(audience: PlanAudience, plan: Plan, problems: Problems) -> None:
    """Advice for two big messages to one audience in one week."""
    taken: dict[datetime.date, Entry[Activity]] = {}
    for entry in plan.activities:
        if not entry.record.big or audience.id not in entry.record.audiences:
            continue
        for day in plan.schedule(entry.record).days:
            earlier = taken.setdefault(week_of(day), entry)
            if earlier is not entry:
                problems.add(
                    "WEEK-CROWDED",
                    f"{audience.title}: two big messages in the week of {_said(week_of(day))}. The other is: "
                    f"{earlier.record.title}.",
                    entry.place("id"),
                    hint="Move one of the two, so that each is heard.",
                    subject=entry.record.title,
                )


def _check_sent(entry: Entry[Message], plan: Plan, problems: Problems) -> None:
    """Each audience that a message is meant for hears it at least once."""
    message = entry.record
    lacking = [name for name in message.audiences if name in plan.audiences and not plan.first_heard(message.id, name)]
    if not lacking:
        return
    everybody = len(lacking) == len(message.audiences)
    names = ", ".join(plan.audiences[name].record.title for name in lacking)
    problems.add(
        "MESSAGE-UNSENT",
        "Nobody sends this message." if everybody else f"Nobody sends this message to: {names}.",
        entry.place("id"),
        hint=f"Name  {message.id}  under  messages:  of an activity that reaches them.",
        subject=message.title,
    )


def _check_order(entry: Entry[Message], plan: Plan, problems: Problems) -> None:
    """Staff hear a message no later than the public does."""
    heard = [plan.first_heard(entry.record.id, name) for name in entry.record.audiences if name in plan.audiences]
    by_side = {"staff": list(_of_side("staff", heard, plan)), "public": list(_of_side("public", heard, plan))}
    if not by_side["public"]:
        return
    public = min(by_side["public"], key=lambda one: one.first)
    for staff in by_side["staff"]:
        if staff.first > public.first:
            problems.add(
                "STAFF-LATER",
                f"{_title(public.audience, plan)} hear this on {_said(public.first)}, and "
                f"{_title(staff.audience, plan)} on {_said(staff.first)}.",
                public.activity.place("id"),
                hint="Tell staff first: people ask those whom they know, and those must be able to answer.",
                subject=entry.record.title,
                related=[(staff.activity.place("id"), "how staff hear it")],
            )


def _of_side(side: str, heard: list[Heard | None], plan: Plan) -> Iterator[Heard]:
    return (one for one in heard if one and plan.audiences[one.audience].record.side == side)


def _title(audience: str, plan: Plan) -> str:
    return plan.audiences[audience].record.title


def _said(day: datetime.date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
