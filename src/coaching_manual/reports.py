"""Printing problems: for people, for programs, for GitHub, and for code scanners (SARIF)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from coaching_manual.problems import CODES, Place, Problem, Problems, Severity

_INDENT = " " * 5


def text_report(problems: Problems, root: Path, *, advice: bool = False) -> str:
    """For people: each problem with its source line, a caret and a hint; then a count.

    Advice is counted, and shown only on request, so that it does not bury what must be mended.
    """
    read_lines = _line_reader(root)
    shown = [p for p in problems if advice or p.severity is not Severity.ADVICE]
    parts = [_text(problem, read_lines) for problem in shown]
    return "\n".join([*parts, summary(problems, advice_shown=advice)]) + "\n"


def summary(problems: Problems, *, advice_shown: bool = True) -> str:
    """One line that counts the problems."""
    counts = [
        _counted(problems.count(Severity.ERROR), "error"),
        _counted(problems.count(Severity.WARNING), "warning"),
    ]
    advice = problems.count(Severity.ADVICE)
    line = (
        f"{' and '.join(counts)}."
        if problems.count(Severity.ERROR) + problems.count(Severity.WARNING)
        else "All is well."
    )
    if not advice:
        return line
    by_code = Counter(p.code for p in problems if p.severity is Severity.ADVICE)
    what = ", ".join(f"{number} {code}" for code, number in sorted(by_code.items()))
    return f"{line} Advice: {what}." + ("" if advice_shown else " (Show it with --advice.)")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _text(problem: Problem, read_lines: Callable[[str], list[str]]) -> str:
    of_whom = f" ({problem.subject})" if problem.subject else ""
    out = [f"{problem.place}: {problem.severity.value} {problem.code}: {problem.message}{of_whom}"]
    out += _excerpt(problem.place, read_lines)
    if problem.hint:
        out.append(f"{_INDENT}= {problem.hint}")
    out += [f"{_INDENT}= {words}: {place}" for place, words in problem.related]
    return "\n".join(out) + "\n"


def _excerpt(place: Place, read_lines: Callable[[str], list[str]]) -> list[str]:
    lines = read_lines(place.file)
    if not 0 < place.line <= len(lines) or not lines[place.line - 1].strip():
        return []
    line = lines[place.line - 1]
    start = min(place.column, len(line) + 1) - 1
    end = min(place.end_column or start + 2, len(line) + 2) - 1
    # a long line is cut around the spot, so that the caret stays below it
    cut = max(0, start - 60) if len(line) > 110 else 0  # noqa: PLR2004
    visible = ("…" if cut else "") + line[cut : cut + 110]
    shift = start - cut + bool(cut)
    visible = "".join(char if char.isprintable() else " " for char in visible)
    number = str(place.line)
    margin = " " * max(0, 5 - len(number))
    return [
        f"{margin}{number} | {visible}",
        f"{' ' * (len(margin) + len(number))} | {' ' * shift}{'^' * max(1, min(end - start, len(visible) - shift))}",
    ]


def _line_reader(root: Path) -> Callable[[str], list[str]]:
    @cache
    def read(file: str) -> list[str]:
        try:
            return (root / file).read_text(encoding="utf-8-sig", errors="replace").split("\n")
        except OSError:
            return []

    return read


def json_report(problems: Problems) -> str:
    """For programs: a list of problems with all their parts."""
    return json.dumps([_as_data(problem) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def _as_data(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
        "subject": problem.subject,
        **_place_data(problem.place),
        "related": [{**_place_data(place), "message": words} for place, words in problem.related],
        "fix": {**_place_data(problem.fix.place), "replacement": problem.fix.replacement} if problem.fix else None,
    }


def _place_data(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column, "end_column": place.end_column}


def github_report(problems: Problems) -> str:
    """For GitHub: one workflow command a problem, which shows it beside the changed line."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
    lines = []
    for problem in problems:
        place = problem.place
        fields = [f"file={_escaped(place.file, field=True)}", f"line={place.line}", f"col={place.column}"]
        if place.end_column:
            fields.append(f"endColumn={place.end_column}")
        fields.append(f"title={problem.code}")
        words = " ".join(filter(None, [problem.message, problem.hint]))
        lines.append(f"::{levels[problem.severity]} {','.join(fields)}::{_escaped(words)}")
    return "\n".join(lines) + "\n" * bool(lines)


def _escaped(text: str, *, field: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if field else text


def sarif_report(problems: Problems) -> str:
    """For code scanners: SARIF 2.1.0."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
    codes = sorted({problem.code for problem in problems})
    rules = [{"id": code, "shortDescription": {"text": CODES[code][1]}} for code in codes]
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": levels[problem.severity],
            "message": {"text": " ".join(filter(None, [problem.message, problem.hint]))},
            "locations": [{"physicalLocation": _sarif_place(problem.place)}],
            **_sarif_related(problem.related),
        }
        for problem in problems
    ]
    run = {
        "tool": {"driver": {"name": "coaching-manual", "rules": rules}},
        "results": results,
        "columnKind": "unicodeCodePoints",
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_place(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_column:
        region["endColumn"] = place.end_column
    return {"artifactLocation": {"uri": quote(place.file)}, "region": region}


def _sarif_related(related: Iterable[tuple[Place, str]]) -> Mapping[str, Any]:
    places = [{"physicalLocation": _sarif_place(place), "message": {"text": words}} for place, words in related]
    return {"relatedLocations": places} if places else {}


REPORTS: Mapping[str, Callable[[Problems], str]] = {
    "json": json_report,
    "github": github_report,
    "sarif": sarif_report,
}
"""The reports for programs, by what they are called on the command line."""
