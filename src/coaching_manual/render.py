"""The strict Jinja environment: pages and macros in, Markdown out, every fault at its own line.

A page is rendered once. Only when that fails is each macro call looked at by itself, so that all faulty
calls of a page are reported together, each at the line on which it is written (front matter counted).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.runtime import Macro
from markdown import Markdown
from markupsafe import Markup

from coaching_manual.index import UnknownIdError
from coaching_manual.pages import Page
from coaching_manual.problems import Place, Problem, Problems, did_you_mean
from coaching_manual.terms.markdown import without_code
from coaching_manual.views import Question, Views

_MACRO_FILE = ".html.j2"
_BRACES = str.maketrans({"{": "\ue000", "}": "\ue001"})
_BRACES_BACK = str.maketrans({"\ue000": "{", "\ue001": "}"})
_CODES_FOR_KINDS = {"term": "TERM-UNKNOWN", "source": "SOURCE-UNKNOWN", "category": "CATEGORY-UNKNOWN", "audience": "AUDIENCE-UNKNOWN"}


class Renderer:
    """Renders pages with the macros of some folders; of two files with the same name the first one counts."""

    def __init__(self, folders: Iterable[Path], root: Path, problems: Problems) -> None:
        self._root = root
        self._problems = problems
        self._folders = tuple(folder for folder in folders if folder.is_dir())
        self._env = _environment(self._folders)
        self._templates = dict(self._macro_templates())
        self.globals: dict[str, Any] = {}

    def _macro_templates(self) -> Iterator[tuple[str, jinja2.Template]]:
        for name in self._env.list_templates(filter_func=lambda name: name.endswith(_MACRO_FILE)):
            if "/" in name:
                continue
            try:
                yield name, self._env.get_template(name)
            except jinja2.TemplateSyntaxError as fault:
                self._add_macro_file_problem("JINJA-SYNTAX", fault.lineno, fault.message or "", fault.filename)

    def use(self, views: Views) -> None:
        """Make the macros work on these views."""
        self.globals = {"view": views, "district": views.district}
        macros: dict[str, Any] = {}
        for name, template in self._templates.items():
            try:
                module = template.make_module(self.globals)
            except jinja2.TemplateError as fault:
                self._add_macro_file_problem("JINJA-FAILED", _line_in(fault, template.filename), str(fault), template.filename)
                continue
            macros.update((key, value) for key, value in vars(module).items() if isinstance(value, Macro))
            if name.removesuffix(_MACRO_FILE) not in macros:
                self._add_macro_file_problem(
                    "MACRO-UNKNOWN",
                    1,
                    f"This file should define a macro named {name.removesuffix(_MACRO_FILE)}.",
                    template.filename,
                )
        self.globals |= macros

    @property
    def macros(self) -> Mapping[str, Macro]:
        """The macros that pages may call, by name."""
        return {name: value for name, value in self.globals.items() if isinstance(value, Macro)}

    def questions(self, page: Page) -> Iterator[Question]:
        """Every ``to_confirm("…")`` that a page calls."""
        tree = self._tree(page, Problems())
        for call in tree.find_all(nodes.Call) if tree else ():
            if isinstance(call.node, nodes.Name) and call.node.name == "to_confirm" and call.args:
                text = call.args[0]
                if isinstance(text, nodes.Const):
                    place = _place_of(page, call.lineno, "to_confirm")
                    yield Question(str(text.value), page.title, f"page:{page.src}", place)

    def render_page(self, page: Page) -> str:
        """A page's Markdown with its macros expanded; on a fault its source, and the problems are added."""
        if not _has_jinja(page.body):
            return page.body
        tree = self._tree(page, self._problems)
        if tree is None:
            return page.body
        try:
            code = self._env.compile(tree, name=page.src, filename=page.file)
            template = jinja2.Template.from_code(self._env, code, {**self.globals, "page": page.settings})
            return template.render().translate(_BRACES_BACK)
        except Exception as fault:  # noqa: BLE001 - whatever a macro raises is reported at its call
            self._problems.extend(self._faults_of(page, tree, fault))
            return page.body

    def render_template(self, name: str, **values: object) -> str:
        """One of the page templates (pages/….md.j2) with its values."""
        return self._env.get_template(name, globals=self.globals).render(**values)

    def _tree(self, page: Page, problems: Problems) -> nodes.Template | None:
        if not _has_jinja(page.body):
            return None
        try:
            return self._env.parse(_guarded(page.body), name=page.src, filename=page.file)
        except jinja2.TemplateSyntaxError as fault:
            problems.add(
                "JINJA-SYNTAX",
                _syntax_words(fault.message or ""),
                page.place(fault.lineno),
                hint='A call looks like {{ term("coaching") }}. To show braces as they are, put them in `code`.',
            )
            return None

    def _faults_of(self, page: Page, tree: nodes.Template, fault: Exception) -> Iterator[Problem]:
        found = Problems()
        for call in tree.find_all(nodes.Call):
            self._check_call(page, call, found)
        self._check_names(page, tree, found)
        if not len(found):
            self._add_failure(page, _line_in(fault, page.file), "this page", fault, found)
        return iter(found)

    def _check_call(self, page: Page, call: nodes.Call, found: Problems) -> None:
        if not isinstance(call.node, nodes.Name):
            return
        name = call.node.name
        macro = self.globals.get(name)
        if macro is None:
            found.add(
                "MACRO-UNKNOWN",
                f'There is no macro "{name}".',
                _place_of(page, call.lineno, name),
                hint=did_you_mean(name, self.macros) or "The macros are: " + ", ".join(sorted(self.macros)) + ".",
            )
        elif isinstance(macro, Macro) and self._takes(page, call, macro, found):
            try:
                arguments = [argument.as_const() for argument in call.args]
                keywords = {keyword.key: keyword.value.as_const() for keyword in call.kwargs}
            except nodes.Impossible:
                return
            try:
                macro(*arguments, **keywords)
            except Exception as fault:  # noqa: BLE001 - whatever a macro raises is reported at its call
                self._add_failure(page, call.lineno, name, fault, found)

    def _takes(self, page: Page, call: nodes.Call, macro: Macro, found: Problems) -> bool:
        """Whether a macro takes the arguments of a call."""
        takes = ", ".join(macro.arguments)
        hint = f"{macro.name} takes: {takes}." if takes else f"{macro.name} takes nothing."
        wrong = [keyword.key for keyword in call.kwargs if keyword.key not in macro.arguments]
        for key in wrong:
            found.add(
                "MACRO-ARGUMENT",
                f'The macro "{macro.name}" has no argument "{key}".',
                _place_of(page, call.lineno, key),
                hint=f"{did_you_mean(key, macro.arguments)} {hint}".strip(),
            )
        given = len(call.args)
        if given > len(macro.arguments):
            found.add(
                "MACRO-ARGUMENT",
                f'The macro "{macro.name}" is given {given} values and takes {len(macro.arguments)}.',
                _place_of(page, call.lineno, macro.name),
                hint=hint,
            )
            return False
        return not wrong

    def _check_names(self, page: Page, tree: nodes.Template, found: Problems) -> None:
        called = {id(call.node) for call in tree.find_all(nodes.Call)}
        stored = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
        for name in tree.find_all(nodes.Name):
            known = name.name in self.globals or name.name in stored or name.name in self._env.globals
            if id(name) not in called and not known and name.name != "page":
                found.add(
                    "JINJA-UNDEFINED",
                    f'"{name.name}" means nothing here.',
                    _place_of(page, name.lineno, name.name),
                    hint=did_you_mean(name.name, self.globals)
                    or 'Put an id or a text in quotation marks: term("coaching").',
                )

    def _add_failure(self, page: Page, line: int, name: str, fault: Exception, found: Problems) -> None:
        if isinstance(fault, UnknownIdError):
            found.add(
                _CODES_FOR_KINDS[fault.kind],
                str(fault),
                _place_of(page, line, fault.wrong),
                hint=did_you_mean(fault.wrong, fault.known) or f"Look the {fault.kind} up in framework/.",
                subject=f"the macro {name}",
            )
        elif isinstance(fault, ValueError):
            found.add("FIELD-VALUE", str(fault), _place_of(page, line, name), subject=f"the macro {name}")
        elif isinstance(fault, TypeError) and "parameter" in str(fault):
            found.add("MACRO-ARGUMENT", f"The macro {name}: {fault}.", _place_of(page, line, name))
        elif isinstance(fault, jinja2.UndefinedError) and not self._in_macro_file(fault):
            found.add("JINJA-UNDEFINED", f"{fault}.", page.place(line), subject=name)
        else:
            found.add(
                "JINJA-FAILED",
                f'"{name}" could not be carried out: {fault}',
                _place_of(page, line, name),
                hint="If the call looks right, the macro file has a fault.",
                related=self._in_macro_file(fault),
            )

    def _in_macro_file(self, fault: Exception) -> tuple[tuple[Place, str], ...]:
        """Where in a macro file an exception came from."""
        return tuple(
            (Place(self._relative(file), line), "in this macro file")
            for file, line in _frames(fault.__traceback__)
            if file.endswith(".j2")
        )[-1:]

    def _add_macro_file_problem(self, code: str, line: int, message: str, filename: str | None) -> None:
        self._problems.add(code, _syntax_words(message), Place(self._relative(filename or ""), line))

    def _relative(self, file: str) -> str:
        path = Path(file)
        return path.relative_to(self._root).as_posix() if path.is_relative_to(self._root) else path.as_posix()


def _environment(folders: Iterable[Path]) -> jinja2.Environment:
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
        undefined=jinja2.StrictUndefined,
        autoescape=lambda name: bool(name and name.endswith(_MACRO_FILE)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # "{#id}" is how Markdown writes an id: a comment in a page must look like nothing else
        comment_start_string="{##",
        comment_end_string="##}",
    )
    env.filters["inline"] = Inline()
    env.filters["quoted"] = quoted
    return env


class Inline:
    """The filter for a short Markdown text inside HTML: emphasis and links, no paragraph."""

    def __init__(self) -> None:
        self._markdown = Markdown()
        self._known: dict[str, Markup] = {}

    def __call__(self, text: str) -> Markup:
        """The HTML of a short text."""
        if text not in self._known:
            self._known[text] = self._convert(text)
        return self._known[text]

    def _convert(self, text: str) -> Markup:
        if not re.search(r"[*_`\[<\\!\n&#]", text):
            return Markup.escape(text)
        html = self._markdown.reset().convert(text)
        if html.count("<p>") == 1:
            html = html.removeprefix("<p>").removesuffix("</p>")
        return Markup(html)  # noqa: S704 - the framework's own Markdown, as trusted as its pages


def quoted(text: str) -> str:
    """A text for a front matter field, in double quotes.

    >>> print(quoted('say "yes"'))
    "say \\"yes\\""
    """
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def _has_jinja(body: str) -> bool:
    return "{{" in body or "{%" in body or "{##" in body


def _guarded(body: str) -> str:
    """The body with the braces in its code put out of Jinja's sight, every place unchanged."""
    prose = without_code(body)
    if prose == body:
        return body
    return "".join(
        char if char == kept or char not in "{}" else char.translate(_BRACES)
        for char, kept in zip(body, prose, strict=True)
    )


def _frames(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    while traceback is not None:
        yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next


def _line_in(fault: Exception, file: str | None) -> int:
    lines = [line for name, line in _frames(fault.__traceback__) if name == file]
    return lines[-1] if lines else 1


def _place_of(page: Page, line: int, words: str) -> Place:
    """The place of some words on a line of the body or soon after it; the line alone if they are not there."""
    lines = page.body.split("\n")
    pattern = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")
    for number in range(line, min(line + 6, len(lines) + 1)):
        found = pattern.search(lines[number - 1])
        if found:
            return page.place(number, found.start() + 1, found.end() + 1)
    return page.place(line)


def _syntax_words(message: str) -> str:
    if "unexpected end of template" in message.lower() or "end of statement block" in message:
        return "A macro call or a block opens here and is not closed."
    if "expected token" in message and "got" in message:
        return "This macro call is not complete: a bracket, comma or quotation mark is missing or too much."
    if "unexpected char" in message:
        return f"This macro call holds a sign that cannot stand there ({message.split('at')[0].split('char')[-1].strip()})."
    return message[:1].upper() + message[1:].rstrip(".") + "." if message else "This cannot be read."
