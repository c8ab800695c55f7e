"""Handouts: each with an id of its own, used in a step, ready to be written on, and in the right hands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from coaching_manual.blocks import CARDS, LIKE_A_SPACE, SPACE
from coaching_manual.index import Index
from coaching_manual.markup import link_targets
from coaching_manual.model import Handout, Session
from coaching_manual.problems import Problems
from coaching_manual.source import KeyPath
from coaching_manual.structure import Entry

FOR_SPANISH_SPEAKERS = frozenset({"families", "students"})
"""Readers of whom many read Spanish: what is for them should be there in Spanish."""
_NO_SPACE = (
    "HANDOUT-SPACE",
    '"{}" is no place to write on.',
    "Write  [[lines 3]]  for three lines,  [[box 6]]  for a frame (99 at most), or  [[sign]]  to sign with a pen.",
)
_NO_CARDS = (
    "HANDOUT-CARDS",
    'There is no list below "{}".',
    "Write a list right below it, with an entry for each card.",
)


def check_handouts(index: Index, problems: Problems) -> None:
    """Each handout has an id of its own, is used, has Spanish for families, and hides what is not for its readers."""
    used = Counter(
        f"{entry.record.curriculum}/{wanted}"
        for entry in index.framework.sessions
        for step in entry.record.agenda
        for wanted in step.handouts
    )
    for session in index.framework.sessions:
        _check_texts_of_participants(session, index, problems)
        for number, handout in enumerate(session.record.handouts):
            entry = Entry(handout, session.document, (*session.path, "handouts", number))
            name = f"{session.record.curriculum}/{handout.id}"
            _check_id(entry, index.tables["handout"][name], problems)
            _check_spaces(entry, problems)
            if not used[name] and not index.framework.may_hold("handout", name):
                hint = f"Write  handouts: [{handout.id}]  in the step that uses it, or take it out."
                message = "No step uses this handout."
                problems.add("HANDOUT-UNUSED", message, entry.place("id"), hint=hint, subject=handout.title)
            _check_spanish(entry, problems)


def _check_id(entry: Entry[Handout], first: Entry[Handout], problems: Problems) -> None:
    if entry != first:
        problems.add(
            "ID-DUPLICATE",
            f'The id "{entry.record.id}" is used twice in this curriculum.',
            entry.place("id"),
            hint="Give one of the two another id. A step may use a handout of another session by its id.",
            related=[(first.place("id"), "first used here")],
        )


def _check_spanish(entry: Entry[Handout], problems: Problems) -> None:
    if entry.record.es is None and entry.record.readers in FOR_SPANISH_SPEAKERS:
        problems.add(
            "SPANISH-MISSING",
            f"This handout is for {entry.record.readers}, and has no Spanish.",
            entry.place("id"),
            hint="Add  es:  with  title:  and  body:  below the English.",
            subject=entry.record.title,
        )


def _check_spaces(entry: Entry[Handout], problems: Problems) -> None:
    for path in (("body",), ("es", "body")):
        if path[0] == "es" and entry.record.es is None:
            continue
        text = entry.document.text
        start, end = entry.document.span((*entry.path, *path))
        for found in LIKE_A_SPACE.finditer(text, start, end):
            if SPACE.fullmatch(found[0]) or CARDS.match(text, found.start(), end):
                continue
            code, message, hint = _NO_CARDS if found[0] == "[[cards]]" else _NO_SPACE
            place = entry.document.place_at(found.start(), len(found[0]))
            problems.add(code, message.format(found[0]), place, hint=hint, subject=entry.record.title)


def _check_texts_of_participants(session: Entry[Session], index: Index, problems: Problems) -> None:
    """What participants read does not lead them to a sheet that is the facilitator's."""
    for path, text in _texts_of_participants(session.record):
        for target, _offset in link_targets(text) if "](handout:" in text else ():
            handout = index.tables["handout"].get(target.removeprefix("handout:"))
            if handout and handout.record.readers == "facilitator":
                start, end = session.document.span((*session.path, *path))
                problems.add(
                    "HANDOUT-READERS",
                    f'Participants read this, and "{handout.record.title}" is for the facilitator only.',
                    session.document.place_at(session.document.text.find(target, start, end), len(target)),
                    hint="Take the link out, or link to a handout for participants.",
                    subject=session.record.title,
                )


def _texts_of_participants(session: Session) -> Iterator[tuple[KeyPath, str]]:
    for field in ("summary", "pre_work", "follow_up"):
        yield (field,), getattr(session, field) or ""
        yield ("es", field), (getattr(session.es, field) if session.es else "") or ""
    for number, outcome in enumerate(session.outcomes):
        yield ("outcomes", number, "text"), outcome.text
        yield ("outcomes", number, "es"), outcome.es or ""
    for number, step in enumerate(session.agenda):
        yield ("agenda", number, "participants"), step.participants or ""
        yield ("agenda", number, "es", "participants"), (step.es.participants if step.es else "") or ""
    for number, handout in enumerate(session.handouts):
        if handout.readers != "facilitator":
            yield ("handouts", number, "body"), handout.body
            if handout.es:
                yield ("handouts", number, "es", "body"), handout.es.body
