"""What is wrong with the macro calls of a page: every faulty call at its own place, in an editor's words.

``render`` asks only when a page cannot be rendered. Then each call is looked at by itself, so that all faults
of a page are reported together, each at the line on which it is written (front matter counted).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.runtime import Macro

from coaching_manual.index import UNKNOWN_ID_CODES, UnknownIdError
from coaching_manual.model import District
from coaching_manual.pages import Page, PageSettings
from coaching_manual.problems import Place, Problems, did_you_mean

_MISSING = re.compile(r"parameter '(\w+)' was not provided")
_NO_FIELD = re.compile(r"has no (?:attribute|element) '?(\w+)'?")
_OPENING = re.compile(r"\{\{|\{%")
_CALL = re.compile(r"\{\{.*?(?:\}\}|$)")
_UNCLOSED = re.compile(r"Unexpected end of template.*needs to be closed is '(?P<block>\w+)'")
_CALL_HINT = (
    'A call looks like {{ term("coaching") }}. To show braces as they are, put them in `code`. '
    "If this one looks right, look at the call above it."
)


class NothingToShowError(ValueError):
    """Something between braces is no text: a field that was left out, or a macro without its brackets."""


class Calls:
    """Looks at the calls of pages.

    ``known`` are the names that pages may use, ``broken`` the macros that cannot be read.
    """

    def __init__(
        self,
        known: Mapping[str, Any],
        broken: AbstractSet[str],
        file_name: Callable[[Path], str],
        problems: Problems,
    ) -> None:
        self._known = known
        self._macros = {name: value for name, value in known.items() if isinstance(value, Macro)}
        self._broken = broken
        self._file_name = file_name
        self._problems = problems

    def check(self, page: Page, tree: nodes.Template, fault: Exception) -> None:
        """Report every faulty call of a page that could not be rendered; ``fault`` is what stopped it."""
        before = len(self._problems)
        own = {macro.name for macro in tree.find_all(nodes.Macro)} | _stored(tree)
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name not in own | self._broken:
                self._check_call(page, call, call.node.name)
        self._check_names(page, tree)
        if isinstance(fault, jinja2.TemplateSyntaxError):
            add_syntax_problem(page, fault, self._problems)
        elif len(self._problems) == before and not self._calls_broken(tree):
            self._add_failure(page, line_in(fault, page.file), "", fault)

    def _calls_broken(self, tree: nodes.Template) -> bool:
        """Whether a macro is called that cannot be read, which is reported at its file."""
        return any(name.name in self._broken for name in tree.find_all(nodes.Name))

    def _check_call(self, page: Page, call: nodes.Call, name: str) -> None:
        macro = self._known.get(name)
        if name not in self._known and name not in DEFAULT_NAMESPACE:
            self._problems.add(
                "MACRO-UNKNOWN",
                f'There is no macro "{name}".',
                place_of(page, call.lineno, name),
                hint=did_you_mean(name, self._macros) or "The macros are: " + ", ".join(sorted(self._macros)) + ".",
            )
        elif isinstance(macro, Macro) and self._takes(page, call, macro):
            self._try(page, call, macro)

    def _try(self, page: Page, call: nodes.Call, macro: Macro) -> None:
        try:
            arguments = [argument.as_const() for argument in call.args]
            keywords = {keyword.key: keyword.value.as_const() for keyword in call.kwargs}
        except nodes.Impossible:
            return
        try:
            macro(*arguments, **keywords)
        except Exception as fault:  # noqa: BLE001 - whatever a macro raises is reported at its call
            self._add_failure(page, call.lineno, macro.name, fault)

    def _takes(self, page: Page, call: nodes.Call, macro: Macro) -> bool:
        """Whether a macro takes the arguments of a call."""
        given, takes = len(call.args), macro.arguments
        hint = _takes_words(macro)
        if given > len(takes):
            message = f'The macro "{macro.name}" is given {given} values and takes {len(takes) or "none"}.'
            self._problems.add("MACRO-ARGUMENT", message, place_of(page, call.lineno, macro.name), hint=hint)
        named = [keyword.key for keyword in call.kwargs]
        wrong = {key: f'The macro "{macro.name}" has no argument "{key}".' for key in named if key not in takes}
        twice = {key: f'The macro "{macro.name}" is given "{key}" twice.' for key in named if key in takes[:given]}
        for key, message in (wrong | twice).items():
            words = f"{did_you_mean(key, takes) if key in wrong else ''} {hint}".strip()
            self._problems.add("MACRO-ARGUMENT", message, place_of(page, call.lineno, key), hint=words)
        return given <= len(takes) and not wrong and not twice

    def _check_names(self, page: Page, tree: nodes.Template) -> None:
        called = {id(call.node) for call in tree.find_all(nodes.Call)}
        stored = _stored(tree)
        for found in tree.find_all(nodes.Name):
            name = found.name
            if id(found) in called or name in stored or name == "page" or name in DEFAULT_NAMESPACE:
                continue
            place = place_of(page, found.lineno, name)
            if name in self._macros:
                hint = f"Write {{{{ {name}({', '.join(self._macros[name].arguments)}) }}}}."
                self._problems.add("JINJA-UNDEFINED", f'The macro "{name}" needs round brackets.', place, hint=hint)
            elif name not in self._known:
                hint = did_you_mean(name, self._known) or 'Put an id or a text in quotation marks: term("coaching").'
                self._problems.add("JINJA-UNDEFINED", f'"{name}" means nothing here.', place, hint=hint)

    def _add_failure(self, page: Page, line: int, macro: str, fault: Exception) -> None:
        if isinstance(fault, UnknownIdError):
            self._add_unknown_id(page, line, macro, fault)
        elif isinstance(fault, NothingToShowError):
            hint = "Fill the field that it names, or take the braces out."
            place = place_of(page, line, macro)
            self._problems.add("JINJA-UNDEFINED", "There is nothing to show here.", place, hint=hint)
        elif isinstance(fault, ValueError):
            self._problems.add("MACRO-ARGUMENT", str(fault), place_of(page, line, macro), subject=f"the macro {macro}")
        elif isinstance(fault, jinja2.UndefinedError) and (missing := _MISSING.search(str(fault))):
            self._problems.add(
                "MACRO-ARGUMENT",
                f'The macro "{macro}" needs {missing[1]}, and the call does not give it.',
                place_of(page, line, macro),
                hint=_takes_words(self._macros[macro]) if macro in self._macros else "",
            )
        elif str(fault).startswith("'None'") and self._known.get("district") is None:
            return  # the file about the district has faults of its own
        elif isinstance(fault, jinja2.UndefinedError) and (lost := _NO_FIELD.search(str(fault))) and not macro:
            known = {*PageSettings.model_fields, *District.model_fields, *page.settings.values}
            hint = did_you_mean(lost[1], known) or "The page about fields lists the names that there are."
            place = place_of(page, line, lost[1])
            self._problems.add("JINJA-UNDEFINED", f'There is no "{lost[1]}" here.', place, hint=hint)
        else:
            self._add_broken_macro(page, line, macro, fault)

    def _add_unknown_id(self, page: Page, line: int, macro: str, fault: UnknownIdError) -> None:
        # an id that the page does not name comes from a record, and is reported there
        if fault.unread or fault.wrong not in page.body:
            return
        self._problems.add(
            UNKNOWN_ID_CODES[fault.kind],
            str(fault),
            place_of(page, line, fault.wrong),
            hint=f'It is now called "{fault.renamed}".'
            if fault.renamed
            else did_you_mean(fault.wrong, fault.known) or f"Look the {fault.kind} up in framework/.",
            subject=f"the macro {macro}",
        )

    def _add_broken_macro(self, page: Page, line: int, macro: str, fault: Exception) -> None:
        self._problems.add(
            "JINJA-FAILED",
            f'The macro "{macro}" failed while it was working.'
            if macro
            else "What stands between braces here could not be worked out.",
            place_of(page, line, macro),
            hint=f"If the call looks right, whoever looks after macros/ needs these words: {fault}.",
            related=[
                (Place(name, line), "in this macro file")
                for file, line in _frames(fault.__traceback__)
                if file.endswith(".j2") and not (name := self._file_name(Path(file))).startswith("..")
            ][-1:],
        )


def _stored(tree: nodes.Template) -> set[str]:
    """Names that a page gives to values of its own."""
    return {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}


def _takes_words(macro: Macro) -> str:
    return f"{macro.name} takes: {', '.join(macro.arguments)}." if macro.arguments else f"Write {macro.name}()."


def _frames(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    """File and line of each step that led to an exception; in compiled templates, of their source."""
    while traceback is not None:
        frame, line = traceback.tb_frame, traceback.tb_lineno
        template = frame.f_globals.get("__jinja_template__")
        yield frame.f_code.co_filename, template.get_corresponding_lineno(line) if template else line
        traceback = traceback.tb_next


def line_in(fault: Exception, file: str | None) -> int:
    """The line of a file from which an exception came; the first if it came from elsewhere."""
    lines = [line for name, line in _frames(fault.__traceback__) if file and Path(name) == Path(file)]
    return lines[-1] if lines else 1


def place_of(page: Page, line: int, words: str) -> Place:
    """The place of words of a call that begins on a line of the body; without them, the call itself."""
    lines = page.body.split("\n")
    pattern = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])") if words else None
    for number in range(line, min(line + 6, len(lines) + 1)):
        opening = _OPENING.search(lines[number - 1])
        start = opening.start() if opening and number == line else 0
        found = pattern.search(lines[number - 1], start) if pattern else opening
        if found:
            return page.place(number, found.start() + 1, found.end() + 1)
    return page.place(line)


def add_syntax_problem(page: Page, fault: jinja2.TemplateSyntaxError | RecursionError, problems: Problems) -> None:
    """Report a call or block of a page that cannot be read."""
    if isinstance(fault, RecursionError):
        place, hint = place_of(page, 1, ""), "Look for brackets or braces pasted in by mistake."
        problems.add("JINJA-SYNTAX", "There are far too many brackets on this page.", place, hint=hint)
        return
    unclosed = _UNCLOSED.search(fault.message or "")
    line = _opened_at(page.body, unclosed["block"]) if unclosed else min(fault.lineno, page.body.count("\n") + 1)
    text = page.body.split("\n")[line - 1]
    message, hint = syntax_words(fault.message or "", text)
    calls = list(_CALL.finditer(text))
    wrong = next((call for call in calls if not _can_be_read(call[0])), None) or _OPENING.search(text)
    problems.add(
        "JINJA-SYNTAX",
        message,
        page.place(line, wrong.start() + 1, wrong.end() + 1) if wrong else page.place(line),
        hint=hint or _CALL_HINT,
    )


def _opened_at(body: str, block: str) -> int:
    """The line of the last opening of a block that is never closed."""
    lines: list[int] = []
    for found in re.finditer(rf"\{{%[-+]?\s*(?P<end>end)?{block}\b", body):
        if found["end"]:
            lines = lines[:-1]
        else:
            lines.append(body.count("\n", 0, found.start()) + 1)
    return lines[-1] if lines else 1


def _can_be_read(call: str) -> bool:
    try:
        jinja2.Environment(autoescape=True).parse(call)
    except (jinja2.TemplateSyntaxError, RecursionError):
        return False
    return True


def syntax_words(message: str, line: str) -> tuple[str, str]:  # noqa: PLR0911 - a return for each fault
    """What the template engine says of a fault, in an editor's words, and what to do if that is special."""
    quoted = re.findall(r"'([^']*)'", message)
    if re.search("[“”‘’]", line) and "unexpected char" in message:
        return "Curly quotation marks cannot be read here.", 'Write straight ones: {{ term("coaching") }}.'
    if "unexpected char" in message and quoted[:1] in ([], ['"']):
        return "A quotation mark opens here and does not close.", ""
    if "unexpected char" in message:
        return f"The sign {quoted[0]} cannot stand in a macro call.", ""
    if message.startswith(("No filter", "No test")):
        return f'There is no filter "{quoted[0]}".', "Take it out, with the bar (|) before it."
    if "unknown tag 'end" in message and "looking for" not in message:
        return f'"{quoted[0]}" closes something that never opened.', "Take it out."
    if "unknown tag" in message:
        return f'There is no block "{quoted[0]}".', ""
    if "Unexpected end of template" in message and quoted:
        return (
            f'The block "{quoted[-1]}" opens and does not close.',
            f"Write {{% end{quoted[-1]} %}} where it ends.",
        )
    return (
        "This macro call is not complete: a bracket, brace, comma or quotation mark is missing or too much.",
        "",
    )
