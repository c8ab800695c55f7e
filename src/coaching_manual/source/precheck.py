"""What must be looked at before YAML is composed into nodes.

Composing would end the program (deep nesting), hide where a value came from (aliases), or fail with words
that help nobody (characters that cannot be seen).
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

import yaml

from coaching_manual.problems import Fix, Place, Problems
from coaching_manual.source.document import place_in
from coaching_manual.source.loader import Loader

MAX_DEPTH = 24

_DEEP_INDENT = re.compile(rf"^(?: {{{8 * MAX_DEPTH},}}|(?:[-?] ){{{MAX_DEPTH},}})", re.MULTILINE)
_UNPRINTABLE = "[^\x09\x0a\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_TURNS = "[\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # marks that turn the direction of writing
_UNSEEN = re.compile(f"(?P<odd>{_UNPRINTABLE}|[\xad\u200b\u2028\u2029\u2060\ufeff]|{_TURNS})")
_ODD_SPACE = re.compile(r"^ *(?:- +)?(?:\w+:|-)?(?P<odd>[\xa0\u2000-\u200a\u202f\u3000]+)", re.MULTILINE)
_SUSPECT = re.compile(f"{_UNSEEN.pattern}|[\xa0\u2000-\u200a\u202f\u3000]")
_WORDLESS = re.compile(f"[\xad\u200b\u2060\ufeff]|{_TURNS}")
_NAMED = re.compile(r"(?:^|[\s\[{,])&(\w)", re.MULTILINE)
_AT_MOST = 20


def may_be_composed(text: str, file: str, problems: Problems, *, first_line: int, aliases: bool) -> bool:
    """Whether a text can be composed; everything that stands against it is reported."""
    if _add_copied(text, file, problems, first_line) or not _is_shallow(text, file, problems, first_line):
        return False
    return aliases or not _add_aliases(text, file, problems, first_line)


def _add_copied(text: str, file: str, problems: Problems, first_line: int) -> bool:
    """Report characters and spaces that came in with copied text and that nobody sees; whether there are any."""
    if not _SUSPECT.search("".join(set(text))):  # looking at each character that occurs is quicker than at each place
        return False
    kinds = (
        (_UNSEEN, "There is a character here that nobody can see."),
        (_ODD_SPACE, "The space here is not an ordinary one."),
    )
    found = [(odd, message) for pattern, message in kinds for odd in islice(pattern.finditer(text), _AT_MOST)]
    for odd, message in found:
        place = place_in(text, odd.start("odd"), len(odd["odd"]), file, first_line)
        problems.add(
            "YAML-SYNTAX",
            message,
            place,
            hint="Delete it and type the spot again. It came in with copied text.",
            fix=Fix(place, "" if _WORDLESS.match(odd["odd"]) else " " * len(odd["odd"])),
        )
    return bool(found)


def _add_aliases(text: str, file: str, problems: Problems, first_line: int) -> bool:
    """Report every place that names something (&) or repeats it (*); whether there is one."""
    if "&" not in text or not _NAMED.search(text):
        return False
    try:
        events: list[Any] = [event for event in yaml.parse(text, Loader=Loader) if getattr(event, "anchor", None)]
    except yaml.YAMLError:
        return False  # composing meets the same fault, and words it
    aliases = [event for event in events if isinstance(event, yaml.AliasEvent)]
    repeated = {event.anchor for event in aliases}
    for event in events:
        name, mark = event.anchor, event.start_mark
        place = Place(file, mark.line + first_line, mark.column + 1, mark.column + 2 + len(name))
        if event in aliases:
            message = f"*{name} repeats what &{name} names; the manual does not read this."
            problems.add("YAML-ALIAS", message, place, hint=f"Write the value out here, and take &{name} out.")
        elif name not in repeated:
            hint = "Put double quotes around the whole value."
            problems.add("YAML-SYNTAX", "A value cannot begin with an ampersand (&).", place, hint=hint)
    return bool(events)


def _is_shallow(text: str, file: str, problems: Problems, first_line: int) -> bool:
    """Whether nesting stays shallow. libyaml's composer calls itself and would end the whole program."""
    if _deepest_bracket(text) <= MAX_DEPTH and not _DEEP_INDENT.search(text):
        return True
    depth = 0
    event: Any
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH:
                mark = event.start_mark
                problems.add(
                    "YAML-DEPTH",
                    f"This is nested more than {MAX_DEPTH} levels deep.",
                    Place(file, mark.line + first_line, mark.column + 1),
                    hint="Nothing here needs more than six. Look for brackets or spaces pasted in by mistake.",
                )
                return False
    except yaml.YAMLError:
        pass  # composing meets the same fault at the same place, and words it
    return True


def _deepest_bracket(text: str) -> int:
    depth = deepest = 0
    for match in re.finditer(r"[\[\]{}]", text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest
