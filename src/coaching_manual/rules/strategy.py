"""Nothing in the strategy without something behind it, and nothing beside the strategy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coaching_manual.index import UNKNOWN_ID_CODES, Index, kind_in_words, name_of
from coaching_manual.model import Part, Strategy
from coaching_manual.problems import Place, Problems, did_you_mean
from coaching_manual.rules.site_view import SiteView
from coaching_manual.source import KeyPath
from coaching_manual.structure import Entry
from coaching_manual.views.strategy import is_alive

_ASKS_FOR_TRAINING = re.compile(r"\btrainings?\b", re.IGNORECASE)
_SERVING = ("curriculum", "role", "activity")
"""Kinds of which every record serves an action step."""


def check_strategy(site: SiteView, problems: Problems) -> None:
    """Every piece of the strategy is carried out by something that is there; everything serves a piece."""
    index = site.index
    strategy = index.framework.strategy
    if strategy is None:
        return
    _check_carried(strategy, index, problems)
    _check_trained(strategy, index, problems)
    for part, path in _parts(strategy.record):
        _check_link(part, strategy.place(*path), site, problems)
    _check_serving(index, strategy.record, problems)


def _pieces(strategy: Strategy) -> Iterator[tuple[str, tuple[Part, ...], KeyPath]]:
    for field in ("statements", "action_steps", "measures"):
        for number, piece in enumerate(getattr(strategy, field)):
            yield piece.title, piece.carried_by, (field, number)


def _parts(strategy: Strategy) -> Iterator[tuple[Part, KeyPath]]:
    for _title, parts, path in _pieces(strategy):
        for number, part in enumerate(parts):
            if part.link is not None:
                yield part, (*path, "carried_by", number, "link")


def _check_carried(entry: Entry[Strategy], index: Index, problems: Problems) -> None:
    served = {
        f"Action step {number}"
        for kind in _SERVING
        for one in index.tables.get(kind, {}).values()
        if is_alive(one.record)
        for number in getattr(one.record, "action_steps", ())
    }
    for title, parts, path in _pieces(entry.record):
        if not any(part.link for part in parts) and title not in served:
            problems.add(
                "STRATEGY-EMPTY",
                f'Nothing carries out "{title}".',
                entry.place(*path),
                hint="Name under  carried_by:  what does, each with  link:  and  what: .",
            )


def _check_trained(entry: Entry[Strategy], index: Index, problems: Problems) -> None:
    """A step that asks for training has a curriculum that serves it; in a manual without curricula nobody is asked."""
    courses = index.tables.get("curriculum", {})
    if not courses:
        return
    served = {number for course in courses.values() for number in course.record.action_steps}
    for at, step in enumerate(entry.record.action_steps):
        named = any(part.link and part.link.startswith("curriculum:") for part in step.carried_by)
        if _ASKS_FOR_TRAINING.search(step.text) and step.number not in served and not named:
            problems.add(
                "STRATEGY-UNTRAINED",
                f"{step.title} asks for training, and no curriculum serves it.",
                entry.place("action_steps", at),
                hint=f"Write  action_steps: [{step.number}]  in the curriculum that does, or begin one.",
            )


def _check_link(part: Part, place: Place, site: SiteView, problems: Problems) -> None:
    kind, _, wanted = str(part.link).partition(":")
    if kind == "page":
        src = wanted.partition("#")[0]
        pages = [page.src for page in site.pages]
        if src not in pages and not site.may_be_there(src):
            message = f'There is no page or file "{src}".'
            problems.add("LINK-PAGE", message, place, hint=did_you_mean(src, pages))
        return
    if kind not in UNKNOWN_ID_CODES:
        message = f'There are no links that begin with "{kind}:".'
        hint = did_you_mean(kind, [*UNKNOWN_ID_CODES, "page"]) or "Write curriculum:, role:, page: and so on."
        problems.add("FIELD-VALUE", message, place, hint=hint)
        return
    table = site.index.tables[kind]
    if wanted not in table and not site.index.framework.may_hold(kind, wanted):
        words = kind_in_words(kind)
        message = f'There is no {words} with the id "{wanted}".'
        hint = did_you_mean(wanted, table) or f"Add the {words}, or say without a link what is missing."
        problems.add(UNKNOWN_ID_CODES[kind], message, place, hint=hint)


def _check_serving(index: Index, strategy: Strategy, problems: Problems) -> None:
    named = {part.link for part, _path in _parts(strategy)}
    for kind in _SERVING:
        for entry in index.tables.get(kind, {}).values():
            serves = entry.record.action_steps or f"{kind}:{entry.record.id}" in named
            if is_alive(entry.record) and not serves:
                problems.add(
                    "STRATEGY-UNSERVED",
                    f"This {kind_in_words(kind)} serves no action step.",
                    entry.place("id"),
                    hint="Write  action_steps: [4]  with the numbers of the steps that it serves.",
                    subject=name_of(entry.record),
                )
