"""Growth: no cell is a hole, levels can be told apart, indicators can be seen, and no word rates a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

from rapidfuzz import fuzz, utils

from coaching_manual.index import Index
from coaching_manual.model import GrowthCell, GrowthGroup, prose
from coaching_manual.problems import Place, Problems, did_you_mean
from coaching_manual.rules.rating_words import RATING_WORDS
from coaching_manual.source import KeyPath
from coaching_manual.structure import Entry

_ALIKE = 88
"""From this on, of 100, two indicators count as the same. Chosen by judgement: it lets a changed half sentence pass."""
_VAGUE = re.compile(
    r"You (?:(?:can|will|must|may|begin to|try to|\w+ly) )*"
    r"(?:understand|know|appreciate|(?:are|become|be) aware|learn|realize|believe|value)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


class _Indicator(NamedTuple):
    """An indicator, with where it stands in the matrix and in its file."""

    text: str
    plain: str  # without capitals and punctuation
    group: str
    strand: str
    level: int  # counted from 0
    where: str
    place: Place


def check_growth(index: Index, problems: Problems) -> None:
    """Everything that can be said of the levels, the strands and the groups by themselves."""
    _check_holes(index, problems)
    _check_alike(list(_indicators(index)), problems)
    _check_jobs(index, problems)
    _check_vague(index, problems)
    _check_ratings(index, problems)


def _check_jobs(index: Index, problems: Problems) -> None:
    for entry, path, cell in _cells(index):
        jobs = entry.record.jobs
        for number, example in enumerate(cell.examples):
            if example.job not in jobs:
                problems.add(
                    "GROWTH-JOB",
                    f'The group has no job "{example.job}".',
                    entry.place(*path, "examples", number, "job"),
                    hint=did_you_mean(example.job, jobs) or f"The jobs of the group are: {', '.join(jobs)}.",
                    subject=entry.record.title,
                )


def _check_holes(index: Index, problems: Problems) -> None:
    for entry in index.framework.growth_groups:
        if _names_unknown(entry.record, index):
            continue  # what seems to be missing may stand under a misspelt id, which is told where it stands
        for strand in index.tables["strand"].values():
            for level in index.tables["level"].values():
                cells = entry.record.strands.get(strand.record.id, {})
                cell = cells.get(level.record.id)
                if cell is None or cell.hole:
                    written = (strand.record.id, level.record.id)[: bool(cells) + (cell is not None)]
                    problems.add(
                        "GROWTH-HOLE",
                        f"Nothing is written for {level.record.title}, {entry.record.title}, {strand.record.title}.",
                        entry.place("strands", *written, key=True),
                        hint=f"Write  {level.record.id}:  with its indicators, or with  empty:  and the reason.",
                        subject=entry.record.title,
                    )


def _names_unknown(group: GrowthGroup, index: Index) -> bool:
    levels = {level for cells in group.strands.values() for level in cells}
    return not (group.strands.keys() <= index.tables["strand"].keys() and levels <= index.tables["level"].keys())


def _check_alike(indicators: list[_Indicator], problems: Problems) -> None:
    """Exact repeats anywhere; in a strand of a group also what is almost the same, at the same or the next level."""
    first: dict[str, _Indicator] = {}
    rows: dict[tuple[str, str], list[_Indicator]] = {}
    for one in indicators:
        if one.plain in first:
            _add_alike(first[one.plain], one, "the same as", problems)
        else:
            first[one.plain] = one
            rows.setdefault((one.group, one.strand), []).append(one)
    for row in rows.values():
        for earlier, later in combinations(row, 2):
            near = abs(later.level - earlier.level) <= 1
            if near and fuzz.ratio(earlier.plain, later.plain, score_cutoff=_ALIKE):
                _add_alike(earlier, later, "almost the same as", problems)


def _add_alike(earlier: _Indicator, later: _Indicator, how: str, problems: Problems) -> None:
    problems.add(
        "GROWTH-ALIKE",
        f"This indicator is {how} one of {earlier.where}.",
        later.place,
        hint="Say what can be seen here and not there, or leave one of the two out.",
        subject=later.where,
        related=[(earlier.place, "the other one")],
    )


def _indicators(index: Index) -> Iterator[_Indicator]:
    levels = list(index.tables["level"])
    for entry, path, cell in _cells(index):
        _, strand, level = path
        if strand not in index.tables["strand"] or level not in levels:
            continue  # said elsewhere
        titles = (index.tables["level"][level], entry, index.tables["strand"][strand])
        where = ", ".join(one.record.title for one in titles)
        for number, text in enumerate(cell.indicators):
            place = entry.place(*path, "indicators", number)
            plain = utils.default_process(text)
            yield _Indicator(text, plain, entry.record.id, strand, levels.index(level), where, place)


def _cells(index: Index) -> Iterator[tuple[Entry[GrowthGroup], tuple[str, str, str], GrowthCell]]:
    for entry in index.framework.growth_groups:
        for strand, cells in entry.record.strands.items():
            for level, cell in cells.items():
                yield entry, ("strands", strand, level), cell


def _check_vague(index: Index, problems: Problems) -> None:
    for entry, path, cell in _cells(index):
        said = [(("indicators", number), text) for number, text in enumerate(cell.indicators)]
        shown = [(("examples", number, "text"), one.text) for number, one in enumerate(cell.examples)]
        for end, text in (*said, *shown):
            found = _VAGUE.match(text)
            if found:
                problems.add(
                    "GROWTH-VAGUE",
                    f'"{found[0]} …" is nothing that anybody can see.',
                    entry.place(*path, *end),
                    hint="Write what this person does, so that a colleague beside them could see or hear it.",
                    subject=entry.record.title,
                )


def _check_ratings(index: Index, problems: Problems) -> None:
    framework = index.framework
    for entries in (framework.levels, framework.strands, framework.growth_groups, framework.roles):
        for entry in entries:
            _check_texts(entry, problems)
    for guide in framework.conversations:
        _check_texts(guide, problems)


def _check_texts(entry: Entry[Any], problems: Problems) -> None:
    for path, text in _english(entry):
        found = RATING_WORDS.search(_QUOTED.sub("", text))
        if found:
            problems.add(
                "GROWTH-RATES",
                f'"{found[0]}" rates a person. Growth and coaching never do.',
                entry.place(*path),
                hint="Write what can be seen, heard or counted. A word you only speak about goes in quotation marks.",
                subject=entry.record.title,
            )


def _english(entry: Entry[Any]) -> Iterator[tuple[KeyPath, str]]:
    return ((path, text) for path, _mark, text in prose(entry.record) if "es" not in path)
