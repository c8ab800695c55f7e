"""Where a project keeps its parts, as its mkdocs.yml says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from pathspec import PathSpec

from coaching_manual.problems import Place, Problems
from coaching_manual.source import Document, KeyPath, parse_yaml, read_text

PLUGIN = "coaching-manual"
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")


@dataclass(frozen=True)
class NavItem:
    """A page that the navigation names, and where it is named."""

    src: str
    title: str | None
    place: Place


@dataclass(frozen=True)
class Project:
    """The folders of a project and its navigation (None: the navigation is made from the folders).

    ``excluded`` pages are not part of the site, ``unlisted`` ones need not be in the navigation.
    """

    root: Path
    docs: Path
    framework: Path
    macros: tuple[Path, ...]
    nav: tuple[NavItem, ...] | None
    directory_urls: bool = True
    excluded: PathSpec[Any] = field(default_factory=lambda: patterns(None))
    unlisted: PathSpec[Any] = field(default_factory=lambda: patterns(None))


def read_project(config_file: Path, problems: Problems) -> Project:
    """Read what the checker needs to know from mkdocs.yml; MkDocs itself checks the rest of it."""
    root = config_file.parent.resolve()
    document = _read_config(config_file, problems)
    data: dict[str, Any] = document.data if document and isinstance(document.data, dict) else {}
    data = {**_inherited(config_file, data), **data}
    options = _plugin_options(data.get("plugins"))
    nav = data.get("nav")
    return Project(
        root=root,
        docs=root / _text(data.get("docs_dir"), "docs"),
        framework=root / _text(options.get("framework"), "framework"),
        macros=macro_folders(root / _text(options.get("macros"), "macros")),
        nav=tuple(_nav_items(document, nav, ("nav",))) if document and isinstance(nav, tuple) else None,
        directory_urls=data.get("use_directory_urls") is not False,
        excluded=patterns(data.get("exclude_docs")),
        unlisted=patterns(data.get("not_in_nav")),
    )


def patterns(lines: object) -> PathSpec[Any]:
    """Which paths below docs/ some lines of patterns name, written as in .gitignore."""
    return PathSpec.from_lines("gitignore", lines.splitlines() if isinstance(lines, str) else ())


def macro_folders(own: Path) -> tuple[Path, ...]:
    """Where macros are looked for: first in the project's own folder."""
    return tuple(dict.fromkeys([own, bundled_macros()]))


def _text(value: object, default: str) -> str:
    """A setting, or its default if it is not a plain text (MkDocs itself reads !ENV and reports nonsense)."""
    return value if isinstance(value, str) and value else default


def _inherited(config_file: Path, data: dict[str, Any]) -> dict[str, Any]:
    """What mkdocs.yml takes over from the file that it names under INHERIT."""
    parent = data.get("INHERIT")
    if not isinstance(parent, str) or not (config_file.parent / parent).is_file():
        return {}
    document = _read_config(config_file.parent / parent, Problems())
    above = document.data if document and isinstance(document.data, dict) else {}
    return {key: value for key, value in above.items() if key != "nav"}


def bundled_macros() -> Path:
    """The macros that come with the program: inside the wheel, or at the top of a checkout."""
    package = Path(str(files("coaching_manual")))
    inside = package / "macros"
    return inside if inside.is_dir() else package.parent.parent / "macros"


def _read_config(config_file: Path, problems: Problems) -> Document | None:
    """mkdocs.yml may hold tags (!ENV) that framework files may not, so only what stops reading is kept."""
    text = read_text(config_file, config_file.name, problems)
    if text is None:
        return None
    found = Problems()
    document = parse_yaml(text, config_file.name, found, aliases=True)
    if document is None:
        problems.extend(found)
    elif not isinstance(document.data, dict):
        place = Place(config_file.name)
        hint = "Compare it with the mkdocs.yml of an older version."
        problems.add("FIELD-KIND", "This file should hold fields (name: value).", place, hint=hint)
    return document


def _plugin_options(plugins: object) -> dict[str, Any]:
    entries = plugins if isinstance(plugins, tuple) else (plugins,)
    for entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get(PLUGIN), dict):
            return dict(entry[PLUGIN])
    return {}


def _nav_items(document: Document, node: object, path: KeyPath, title: str | None = None) -> Iterator[NavItem]:
    if isinstance(node, tuple):
        for number, child in enumerate(node):
            yield from _nav_items(document, child, (*path, number))
    elif isinstance(node, dict):
        for name, child in node.items():
            yield from _nav_items(document, child, (*path, name), str(name))
    elif node is None:
        yield NavItem("", title, document.place(path, key=True))
    elif isinstance(node, str) and not _ELSEWHERE.match(node):
        yield NavItem(node.removeprefix("./"), title, document.place(path))
