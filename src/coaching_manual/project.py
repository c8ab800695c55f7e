"""Where a project keeps its parts, as its mkdocs.yml says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from coaching_manual.problems import Place, Problems
from coaching_manual.source import Document, KeyPath, read_yaml

PLUGIN = "coaching-manual"


@dataclass(frozen=True)
class NavItem:
    """A page that the navigation names, and where it is named."""

    src: str
    title: str | None
    place: Place


@dataclass(frozen=True)
class Project:
    """The folders of a project and its navigation (None: the navigation is made from the folders)."""

    root: Path
    docs: Path
    framework: Path
    macros: tuple[Path, ...]
    nav: tuple[NavItem, ...] | None
    directory_urls: bool = True
    theme_names: frozenset[str] = frozenset()


def read_project(config_file: Path, problems: Problems) -> Project:
    """Read what the checker needs to know from mkdocs.yml; MkDocs itself checks the rest of it."""
    root = config_file.parent.resolve()
    document = _read_config(config_file, problems)
    data: dict[str, Any] = document.data if document and isinstance(document.data, dict) else {}
    options = _plugin_options(data.get("plugins"))
    own_macros = root / str(options.get("macros", "macros"))
    nav = data.get("nav")
    return Project(
        root=root,
        docs=root / str(data.get("docs_dir", "docs")),
        framework=root / str(options.get("framework", "framework")),
        macros=tuple(dict.fromkeys([own_macros, bundled_macros()])),
        nav=tuple(_nav_items(document, nav, ("nav",))) if document and isinstance(nav, tuple) else None,
        directory_urls=data.get("use_directory_urls") is not False,
    )


def bundled_macros() -> Path:
    """The macros that come with the program: inside the wheel, or at the top of a checkout."""
    package = Path(str(files("coaching_manual")))
    inside = package / "macros"
    return inside if inside.is_dir() else package.parent.parent / "macros"


def _read_config(config_file: Path, problems: Problems) -> Document | None:
    """mkdocs.yml may hold tags (!ENV) that framework files may not, so only what stops reading is kept."""
    found = Problems()
    document = read_yaml(config_file, config_file.name, found)
    problems.extend(problem for problem in found if document is None)
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
    elif isinstance(node, str) and node.endswith(".md"):
        yield NavItem(node.removeprefix("./"), title, document.place(path))
