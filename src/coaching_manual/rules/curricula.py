"""Training holds together: the minutes add up, and what is promised is practiced, checked and handed out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from coaching_manual.index import Index
from coaching_manual.model import Curriculum, Session
from coaching_manual.problems import Place, Problems, did_you_mean
from coaching_manual.rules.handouts import FOR_SPANISH_SPEAKERS
from coaching_manual.source import KeyPath
from coaching_manual.structure import Entry

_LONGEST_WITHOUT_BREAK = 90
_FIELDS_OF_STEPS = {
    "grouping": "Who works with whom: everyone, pairs, trios, small groups or alone.",
    "do": "What the facilitator does.",
    "participants": "What participants do.",
}
_UNSEEN = re.compile(
    r"^(?:you|participants|people)?\s*(?:(?:will|can|to|are able to|be able to)\s+)*"
    r"(?P<verb>understand|know|appreciate|learn|realize|value|grasp|believe|feel|become aware"
    r"|(?:are|be) (?:aware|familiar))\b",
    re.IGNORECASE,
)


def check_curricula(index: Index, problems: Problems) -> None:
    """Each curriculum has the name of its folder, sessions without a gap, outcomes that can be seen, and Spanish."""
    for entry in index.framework.curricula:
        _check_folder(entry, problems)
        _check_numbers(entry, index, problems)
        for number, text in enumerate(entry.record.outcomes):
            _check_seen(text, entry.place("outcomes", number), entry.record.title, problems)
        if entry.record.es is None and FOR_SPANISH_SPEAKERS & set(entry.record.audience):
            problems.add(
                "SPANISH-MISSING",
                "This curriculum is for families or students, and has no Spanish.",
                entry.place("title"),
                hint="Add  es:  with  title:  and  purpose:  below the English.",
                subject=entry.record.title,
            )


def _check_folder(entry: Entry[Curriculum], problems: Problems) -> None:
    folder = PurePosixPath(entry.document.file).parent.name
    if entry.record.id != folder:
        problems.add(
            "CURRICULUM-FOLDER",
            f'The id is "{entry.record.id}", and the folder is called "{folder}".',
            entry.place("id"),
            hint=f"Write  id: {folder} , or rename the folder.",
            subject=entry.record.title,
        )


def _check_numbers(entry: Entry[Curriculum], index: Index, problems: Problems) -> None:
    folder = PurePosixPath(entry.document.file).parent.name
    sessions = {one.record.number: one for one in index.sessions.get(folder, ())}
    for number in range(1, max(sessions, default=1) + 1):
        if number in sessions or index.framework.may_hold("session", f"{folder}/{number}"):
            continue
        later = next((sessions[other] for other in sorted(sessions) if other > number), None)
        problems.add(
            "SESSION-MISSING",
            f"There is a session {later.record.number}, and no session {number}."
            if later
            else "This curriculum has no session yet.",
            Place(later.document.file) if later else entry.place("id"),
            hint=f"Write session-{number}.yml" + (", or number the later ones anew." if later else "."),
            subject=entry.record.title,
        )


def _check_seen(text: str, place: Place, subject: str, problems: Problems) -> None:
    found = _UNSEEN.match(text)
    if found:
        problems.add(
            "OUTCOME-VAGUE",
            f'Nobody can see whether people "{found["verb"]}".',
            place,
            hint="Say what a person does who has learned it: You name, sort, show, write, lead, answer …",
            subject=subject,
        )


def check_sessions(index: Index, problems: Problems) -> None:
    """Each session has the minutes, breaks, practice and checks that it promises."""
    for entry in index.framework.sessions:
        _check_minutes(entry, problems)
        _check_break(entry, problems)
        _check_steps(entry, problems)
        _check_outcome_ids(entry, problems)
        _check_outcomes(entry, problems)
        _check_handout_ids(entry, index, problems)


def _check_minutes(entry: Entry[Session], problems: Problems) -> None:
    session = entry.record
    total = sum(step.minutes for step in session.agenda)
    difference = abs(total - session.minutes)
    if difference:
        minutes = "minute is" if difference == 1 else "minutes are"
        problems.add(
            "SESSION-MINUTES",
            f"The steps take {total} minutes, and the session {session.minutes}: "
            f"{difference} {minutes} {'too many' if total > session.minutes else 'not used'}.",
            entry.place("minutes"),
            hint="The steps: " + ", ".join(f"{step.title} {step.minutes}" for step in session.agenda) + ".",
            subject=session.title,
        )


def _check_break(entry: Entry[Session], problems: Problems) -> None:
    session = entry.record
    if session.minutes > _LONGEST_WITHOUT_BREAK and all(step.part != "break" for step in session.agenda):
        problems.add(
            "SESSION-BREAK",
            f"The session takes {session.minutes} minutes, and has no break.",
            entry.place("minutes"),
            hint=f"Add a step with  part: break . Sessions over {_LONGEST_WITHOUT_BREAK} minutes need one.",
            subject=session.title,
        )


def _check_steps(entry: Entry[Session], problems: Problems) -> None:
    """Only a break goes without a grouping, and without anything to do."""
    for number, step in enumerate(entry.record.agenda):
        lacking = [field for field in _FIELDS_OF_STEPS if getattr(step, field) is None and step.part != "break"]
        for field in lacking:
            problems.add(
                "FIELD-MISSING",
                f'The field "{field}" is missing.',
                entry.place("agenda", number),
                hint=f"Add  {field}: …  {_FIELDS_OF_STEPS[field]}",
                subject=step.title,
            )


def _named_outcomes(session: Session, group: str) -> Iterator[tuple[str, KeyPath]]:
    """The outcomes that the steps (``agenda``) or the exit ticket name, each with its place in the session."""
    for number, item in enumerate(getattr(session, group)):
        for which, outcome in enumerate(item.outcomes):
            yield outcome, (group, number, "outcomes", which)


def _check_outcome_ids(entry: Entry[Session], problems: Problems) -> None:
    session = entry.record
    _check_doubled((outcome.id for outcome in session.outcomes), entry, "outcomes", problems)
    known = [outcome.id for outcome in session.outcomes]
    for wanted, path in (*_named_outcomes(session, "agenda"), *_named_outcomes(session, "exit_ticket")):
        if wanted not in known:
            problems.add(
                "OUTCOME-UNKNOWN",
                f'This session has no outcome with the id "{wanted}".',
                entry.place(*path),
                hint=did_you_mean(wanted, known) or f"Its outcomes are: {', '.join(known)}.",
                subject=session.title,
            )


def _check_doubled(ids: Iterable[str], entry: Entry[Session], field: str, problems: Problems) -> None:
    first: dict[str, int] = {}
    for number, one in enumerate(ids):
        earlier = first.setdefault(one, number)
        if earlier != number:
            problems.add(
                "ID-DUPLICATE",
                f'The id "{one}" is used twice.',
                entry.place(field, number, "id"),
                hint="Give one of the two another id.",
                related=[(entry.place(field, earlier, "id"), "first used here")],
            )


def _check_outcomes(entry: Entry[Session], problems: Problems) -> None:
    """Each outcome can be seen, is practiced in a step and checked at the end, or the session says why not."""
    session = entry.record
    practiced = {wanted for wanted, _ in _named_outcomes(session, "agenda")}
    checked = {wanted for wanted, _ in _named_outcomes(session, "exit_ticket")}
    for number, outcome in enumerate(session.outcomes):
        place = entry.place("outcomes", number, "id")
        _check_seen(outcome.text, entry.place("outcomes", number, "text"), session.title, problems)
        if outcome.id not in practiced and outcome.not_practised is None:
            hint = "Name it under  outcomes:  of the step that practices it, or write  not_practised:  with the reason."
            message = f'No step practices the outcome "{outcome.id}".'
            problems.add("OUTCOME-PRACTICE", message, place, hint=hint, subject=session.title)
        if outcome.id not in checked and outcome.not_checked is None:
            hint = "Name it under  outcomes:  of a question in  exit_ticket: , or write  not_checked:  with the reason."
            message = f'The exit ticket does not check the outcome "{outcome.id}".'
            problems.add("OUTCOME-CHECK", message, place, hint=hint, subject=session.title)


def _check_handout_ids(entry: Entry[Session], index: Index, problems: Problems) -> None:
    course = entry.record.curriculum
    known = [name.partition("/")[2] for name in index.tables["handout"] if name.startswith(f"{course}/")]
    for number, step in enumerate(entry.record.agenda):
        for which, wanted in enumerate(step.handouts):
            if wanted in known or index.framework.may_hold("handout", wanted):
                continue
            problems.add(
                "HANDOUT-UNKNOWN",
                f'This curriculum has no handout with the id "{wanted}".',
                entry.place("agenda", number, "handouts", which),
                hint=did_you_mean(wanted, known) or "Add it under  handouts:  of this session, or take the id out.",
                subject=step.title,
            )
