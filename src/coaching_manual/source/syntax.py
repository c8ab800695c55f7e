"""The YAML parser's words, translated into an editor's.

The parser says where it gave up and why; this module says what a coordinator did, and points at that. It
is to YAML what ``explain`` is to the validator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from coaching_manual.problems import Place, Problems

_TAB_INDENT = re.compile(r"^ *\t")
_NAME_ONLY = re.compile(r" *(?:- +)?(?P<name>[\w-]+) *")
_NO_SPACE = re.compile(r" *(?:- +)?[\w-]+:(?=\S)")
_NO_SPACE_AFTER_HYPHEN = re.compile(r" *-(?=[^\s-])")
_SAME_COLUMN = (
    "Begin a field exactly under the field above it, and an entry of a list with its hyphen exactly under "
    "the hyphen above."
)
_QUOTE_IT = "Put double quotes around the whole value."
_QUOTES = (
    'Put the whole text in double quotes. Inside them write \\" for a quotation mark. If this looks '
    "right, look for a quotation mark further up that does not close."
)


@dataclass(frozen=True)
class _Words:
    """What to say about a fault; ``column`` (from 0) and ``length`` if the parser's place is not the best."""

    message: str
    hint: str
    at_start: bool = False
    column: int | None = None
    length: int = 0


_BY_WORDS: tuple[tuple[str, _Words], ...] = (
    (
        "quoted scalar: found unexpected",
        _Words(
            "A quotation mark opens here and never closes.",
            'Close it with the same mark. Inside double quotes write \\" for a quotation mark.',
            at_start=True,
        ),
    ),
    (
        "quoted scalar",
        _Words(
            "A backslash (\\) in double quotes has a meaning of its own.",
            "Write two backslashes, or put the text in single quotes.",
        ),
    ),
    ("alias", _Words("A value cannot begin with an asterisk (*).", _QUOTE_IT, at_start=True)),
    ("anchor", _Words("A value cannot begin with an ampersand (&).", _QUOTE_IT, at_start=True)),
    ("tag", _Words("A value cannot begin with an exclamation mark (!).", _QUOTE_IT, at_start=True)),
    ("block scalar", _Words("A value on one line cannot begin with > or |.", _QUOTE_IT, at_start=True)),
    ("directive", _Words("A line cannot begin with a percent sign (%).", "Take it out.", at_start=True)),
    (
        "another document",
        _Words("A line of hyphens (---) ends the file here.", "Take the line out, or put # before it."),
    ),
    (
        "<document start>",
        _Words(
            "This line begins further left than the lines above it.",
            "Begin all fields of the same group in the same column.",
        ),
    ),
    (
        "flow sequence",
        _Words(
            "A list in [square brackets] opens here and does not close properly.",
            "Separate the entries by commas and close the list with ].",
            at_start=True,
        ),
    ),
    (
        "flow mapping",
        _Words(
            "A group in {curly brackets} opens here and does not close properly.",
            "Separate the fields by commas and close the group with }.",
            at_start=True,
        ),
    ),
    (
        "block collection",
        _Words("This line does not begin in the same column as the lines above it.", _SAME_COLUMN),
    ),
    ("start any token", _Words("A value cannot begin with this character.", _QUOTE_IT)),
    (
        "block sequence entries",
        _Words(
            "A list cannot begin on the line of its field.",
            "Begin it on the next line, or write it in brackets: [one, two]. A text that begins with a "
            "hyphen needs double quotes.",
        ),
    ),
)
_BEGINNING = yaml.Mark("", 0, 0, 0, None, 0)
_UNKNOWN = _Words("This line cannot be read as YAML.", "Compare it with the entry above it, sign by sign.")


def add_syntax_problem(fault: yaml.MarkedYAMLError, text: str, file: str, problems: Problems, first_line: int) -> None:
    """Report why a text cannot be read, at the place that a person has to change."""
    lines = text.split("\n")
    mark = fault.problem_mark or fault.context_mark or _BEGINNING
    tab = _TAB_INDENT.match(_line(lines, mark))
    if tab and ("tab" in str(fault.problem) or "token" in str(fault.problem)):
        place = Place(file, mark.line + first_line, tab.end(), tab.end() + 1)
        hint = "Use spaces: two for each level. (VS Code: Convert Indentation to Spaces.)"
        problems.add("YAML-TAB", "This line is indented with a tab.", place, hint=hint)
        return
    words = _words_for(fault, mark, lines)
    if words.at_start and fault.context_mark:
        mark = fault.context_mark
    column = (mark.column if words.column is None else words.column) + 1
    end = column + words.length if words.length else None
    problems.add("YAML-SYNTAX", words.message, Place(file, mark.line + first_line, column, end), hint=words.hint)


def _line(lines: list[str], mark: yaml.Mark) -> str:
    return lines[mark.line] if mark.line < len(lines) else ""


def _words_for(fault: yaml.MarkedYAMLError, mark: yaml.Mark, lines: list[str]) -> _Words:
    said = f"{fault.context or ''}: {fault.problem or ''}"
    if "mapping values are not allowed" in said:
        return _second_colon(_line(lines, mark), mark.column)
    if "could not find expected ':'" in said:
        return _no_colon(_line(lines, fault.context_mark or mark))
    if "did not find expected key" in said:
        return _not_a_field(_line(lines, mark), mark.column)
    return next((words for part, words in _BY_WORDS if part in said), _UNKNOWN)


def _second_colon(line: str, column: int) -> _Words:
    name = _NAME_ONLY.fullmatch(line[:column])
    if name:
        return _Words(
            "This line is indented further than the field above it.",
            "Begin it exactly under the field above it. If it goes on with the text above, put that whole "
            "text in double quotes.",
            column=name.start("name"),
            length=len(name["name"]),
        )
    return _Words(
        "There is a second colon with a space after it on this line.",
        'Put double quotes around the whole text that has ": " in it.',
    )


def _no_colon(line: str) -> _Words:
    without_space = _NO_SPACE.match(line)
    if without_space:
        return _Words(
            "There is no space after this colon.",
            "Write a field as  name: value  with a space after the colon.",
            at_start=True,
            column=without_space.end() - 1,
        )
    if _NO_SPACE_AFTER_HYPHEN.match(line):
        return _Words("There is no space after this hyphen.", "Write an entry as  - value.", at_start=True)
    return _Words(
        "This line is neither a field nor an entry of a list.",
        "Write a field as  name: value  and an entry as  - value. If the line goes on with the text above, "
        "indent it further than the name of that field.",
        at_start=True,
    )


def _not_a_field(line: str, column: int) -> _Words:
    before = line[:column].rstrip()
    if line[column : column + 1] in {"]", "}"}:
        return _Words(
            "This bracket closes something that never opened.",
            "Take it out, or write the bracket that opens.",
        )
    if before.endswith(('"', "'")):
        return _Words("A text in quotation marks ends before this, and more follows.", _QUOTES)
    if before:
        return _Words("The value has ended before this, and more follows.", _QUOTE_IT)
    return _Words("This line does not begin in the same column as the lines above it.", _SAME_COLUMN)
