"""The strict Jinja environment: pages and macros in, Markdown out, every fault at its own line.

A page is rendered once. Only when that fails is each macro call looked at by itself (see ``calls``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.runtime import Macro
from markdown import Markdown
from markupsafe import Markup

from coaching_manual.blocks import Blocks
from coaching_manual.calls import Calls, NothingToShowError, add_syntax_problem, line_in, place_of
from coaching_manual.languages import ENGLISH, in_words, language_of
from coaching_manual.pages import Page
from coaching_manual.problems import Place, Problems
from coaching_manual.source import file_name, read_text
from coaching_manual.terms.markdown import in_code
from coaching_manual.typography import curled
from coaching_manual.views import Question, Views

_MACRO_FILE = ".html.j2"
_BRACES = str.maketrans({"{": "\ue000", "}": "\ue001"})
_BRACES_BACK = str.maketrans({"\ue000": "{", "\ue001": "}"})


class Renderer:
    """Renders pages with the macros of some folders; of two files with the same name the first one counts."""

    def __init__(self, folders: Iterable[Path], root: Path, problems: Problems) -> None:
        self._root = root
        self._problems = problems
        self._folders = tuple(folder for folder in folders if folder.is_dir())
        self._env = _environment(self._folders)
        self._broken: set[str] = set()
        self._trees: dict[str, nodes.Template | None] = {}
        self._templates = dict(self._macro_templates())
        self.globals: dict[str, Any] = {}

    def _macro_templates(self) -> Iterator[tuple[str, jinja2.Template]]:
        for name in self._env.list_templates(filter_func=lambda name: name.endswith(_MACRO_FILE)):
            if "/" in name:
                continue
            try:
                yield name, self._env.get_template(name)
            except (jinja2.TemplateSyntaxError, RecursionError) as fault:
                self._broken.add(name.removesuffix(_MACRO_FILE))
                self._add_macro_file_problem(
                    "JINJA-SYNTAX", getattr(fault, "lineno", 1), str(fault), self._file_of(name)
                )
            except UnicodeDecodeError:
                self._broken.add(name.removesuffix(_MACRO_FILE))
                self._add_unreadable(name)

    def _add_unreadable(self, name: str) -> None:
        path = Path(self._file_of(name))
        read_text(path, file_name(path, self._root), self._problems)

    def _file_of(self, name: str) -> str:
        return next((str(folder / name) for folder in self._folders if (folder / name).is_file()), name)

    def use(self, views: Views) -> None:
        """Make the macros work on these views."""
        self.globals = {"view": views, "district": views.district}
        macros: dict[str, Any] = {}
        for name, template in self._templates.items():
            try:
                module = template.make_module(self.globals)
            except Exception as fault:  # noqa: BLE001 - whatever it raises is a fault of the file
                self._broken.add(name.removesuffix(_MACRO_FILE))
                line = line_in(fault, template.filename)
                self._add_macro_file_problem("JINJA-FAILED", line, str(fault), template.filename)
                continue
            macros.update((key, value) for key, value in vars(module).items() if isinstance(value, Macro))
            if name.removesuffix(_MACRO_FILE) not in macros:
                self._problems.add(
                    "MACRO-UNKNOWN",
                    "This file does not define a macro of its own name.",
                    Place(file_name(Path(template.filename or name), self._root)),
                    hint=f"Begin it with  {{% macro {name.removesuffix(_MACRO_FILE)}(…) %}} , or rename the file.",
                )
        self.globals |= macros

    @property
    def macros(self) -> Mapping[str, Macro]:
        """The macros that pages may call, by name."""
        return {name: value for name, value in self.globals.items() if isinstance(value, Macro)}

    def questions(self, page: Page) -> Iterator[Question]:
        """Every ``to_confirm("…")`` that a page calls; one in Spanish asks what its English asks."""
        tree = self._tree(page) if language_of(page.src) == ENGLISH else None
        for call in tree.find_all(nodes.Call) if tree else ():
            if isinstance(call.node, nodes.Name) and call.node.name == "to_confirm":
                text = next(iter([*call.args, *(keyword.value for keyword in call.kwargs)]), None)
                if isinstance(text, nodes.Const):
                    place = place_of(page, call.lineno, "to_confirm")
                    yield Question(str(text.value), page.title, f"page:{page.src}", place)

    def render_page(self, page: Page) -> str | None:
        """A page's Markdown with its macros expanded; None on a fault, and the problems are added."""
        if not _has_jinja(page.body):
            return page.body
        tree = self._tree(page)
        if tree is None:
            return None
        try:
            code = self._env.compile(tree, name=page.src, filename=page.file)
            template = jinja2.Template.from_code(self._env, code, {**self.globals, "page": page.settings})
            return template.render().translate(_BRACES_BACK)
        except Exception as fault:  # noqa: BLE001 - whatever a macro raises is reported at its call
            name = partial(file_name, root=self._root)
            Calls(self.globals, self._broken, name, self._problems).check(page, tree, fault)
            return None

    def render_template(self, name: str, **values: object) -> str | None:
        """One of the page templates (pages/….html.j2) with its values; None on a fault, and the problem is added."""
        try:
            return self._env.get_template(name, globals=self.globals).render(**values)
        except jinja2.TemplateSyntaxError as fault:
            self._add_macro_file_problem("JINJA-SYNTAX", fault.lineno, fault.message or "", fault.filename)
        except UnicodeDecodeError:
            self._add_unreadable(name)
        except Exception as fault:  # noqa: BLE001 - whatever it raises is a fault of the file
            if any(f"'{broken}'" in str(fault) for broken in self._broken):
                return None
            file = self._file_of(name)
            self._add_macro_file_problem("JINJA-FAILED", line_in(fault, file), str(fault), file)
        return None

    def _tree(self, page: Page) -> nodes.Template | None:
        """A page's syntax tree, made once; None if it has no macros or cannot be read, which is reported."""
        if page.src not in self._trees:
            self._trees[page.src] = self._parse(page) if _has_jinja(page.body) else None
        return self._trees[page.src]

    def _parse(self, page: Page) -> nodes.Template | None:
        try:
            return self._env.parse(_guarded(page.body), name=page.src, filename=page.file)
        except (jinja2.TemplateSyntaxError, RecursionError) as fault:
            add_syntax_problem(page, fault, self._problems)
            return None

    def _add_macro_file_problem(self, code: str, line: int, message: str, filename: str | None) -> None:
        hint = f"Whoever looks after macros/ needs these words: {message.rstrip('.')}."
        words = {
            "JINJA-SYNTAX": "This macro file cannot be read, so nothing can be shown with it.",
            "JINJA-FAILED": "This macro file fails, so nothing can be shown with it.",
        }
        place = Place(file_name(Path(filename), self._root) if filename else "macros", line)
        self._problems.add(code, words[code], place, hint=hint)


def _environment(folders: Iterable[Path]) -> jinja2.Environment:
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        autoescape=_writes_html,  # noqa: S701 - decided for each template
        bytecode_cache=_compiled(),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # "{#id}" is how Markdown writes an id: a comment in a page must look like nothing else
        comment_start_string="{##",
        comment_end_string="##}",
    )
    env.filters["in_words"] = in_words
    env.filters["inline"] = Inline()
    env.filters["blocks"] = _blocks(Blocks())
    return env


def _compiled() -> jinja2.BytecodeCache | None:
    """Compiled macros are kept between runs, because compiling them takes longer than using them.

    The folder is the user's own (Jinja refuses any other); the file names hold our version, because the
    settings of this environment are part of what was compiled.
    """
    try:
        return jinja2.FileSystemBytecodeCache(pattern=f"coaching-manual-{version('coaching-manual')}-%s.cache")
    except (RuntimeError, OSError, PackageNotFoundError):
        return None


def _writes_html(template: str | None) -> bool:
    """Whether what a template shows is escaped: macros write HTML, pages are Markdown and so are page templates."""
    return bool(template and template.endswith(_MACRO_FILE))


def _shown(value: object) -> object:
    """What is written for a value; a field that was left out and a macro that was not called are no text."""
    if value is None or isinstance(value, Macro):
        raise NothingToShowError
    return curled(value) if type(value) is str else value


def _blocks(blocks: Blocks) -> Callable[..., Markup]:
    """The filter for a longer Markdown text inside HTML: see ``Blocks.html`` for what it takes."""
    # the framework's own Markdown is as trusted as the pages of the manual
    return lambda text, top=3, language="en": Markup(blocks.html(text, top, language))  # noqa: S704


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
            return Markup.escape(curled(text))
        html = self._markdown.reset().convert(text)
        if html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>"):
            html = html[3:-4]
        return Markup(curled(html))  # noqa: S704 - the framework's own Markdown, as trusted as its pages


def _has_jinja(body: str) -> bool:
    return "{{" in body or "{%" in body or "{##" in body


def _guarded(body: str) -> str:
    """The body with the braces in its code put out of Jinja's sight, every place unchanged."""
    return in_code(body, lambda code: code.translate(_BRACES))
