"""Where a project keeps its parts, as its mkdocs.yml says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from pathspec import PathSpec

from coaching_manual.problems import Fix, Place, Problems
from coaching_manual.source import Document, KeyPath, parse_yaml, read_text

PLUGIN = "coaching-manual"
DEFAULT_COLOUR = "#0b5a6b"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
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

    ``colour`` is the district's, as # and six hexadecimal digits.
    ``footer`` are the pages, below docs/, that the foot of every page leads to.
    ``name`` is the site's, and ``site_url`` its address ("" while it has none).
    ``markdown_extensions`` stand as in mkdocs.yml.
    ``excluded`` pages are not part of the site, ``unlisted`` ones need not be in the navigation.
    """

    root: Path
    docs: Path
    framework: Path
    macros: tuple[Path, ...]
    nav: tuple[NavItem, ...] | None
    directory_urls: bool = True
    colour: str = DEFAULT_COLOUR
    footer: tuple[str, ...] = ()
    name: str = ""
    site_url: str = ""
    markdown_extensions: tuple[Any, ...] = ()
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
    if document is not None:
        _check_look(document, root / _text(data.get("docs_dir"), "docs"), problems)
    return Project(
        root=root,
        docs=root / _text(data.get("docs_dir"), "docs"),
        framework=root / _text(options.get("framework"), "framework"),
        macros=macro_folders(root / _text(options.get("macros"), "macros")),
        nav=tuple(_nav_items(document, nav, ("nav",))) if document and isinstance(nav, tuple) else None,
        directory_urls=data.get("use_directory_urls") is not False,
        colour=_colour(_theme(data)) or DEFAULT_COLOUR,
        footer=_footer(_theme(data)),
        name=_text(data.get("site_name"), ""),
        site_url=_address(data.get("site_url")),
        markdown_extensions=_entries(data.get("markdown_extensions")),
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


def _address(value: object) -> str:
    """The address of the site's root, with a slash at its end; "" if it has none."""
    address = _text(value, "")
    return f"{address.rstrip('/')}/" if address.startswith(("https://", "http://")) else ""


def _entries(value: object) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else ()


def _theme(data: object) -> dict[str, Any]:
    theme = data.get("theme") if isinstance(data, dict) else None
    return theme if isinstance(theme, dict) else {}


def _colour(theme: dict[str, Any]) -> str | None:
    colour = theme.get("colour")
    return colour if isinstance(colour, str) and _COLOUR.fullmatch(colour) else None


def _footer(theme: dict[str, Any]) -> tuple[str, ...]:
    return tuple(page for page in _entries(theme.get("footer")) if isinstance(page, str))


def _check_look(document: Document, docs: Path, problems: Problems) -> None:
    """The settings that give the site its look: a colour, a logo below docs/, and the pages that its foot names."""
    theme = _theme(document.data)
    if "color" in theme:
        place = document.place(("theme", "color"), key=True)
        hint = "Write colour, with a u."
        problems.add("LOOK-COLOUR", "This setting has another name.", place, hint=hint, fix=Fix(place, "colour"))
    value, _ = document.node(("theme", "colour"))
    # without quotation marks the # begins a comment: the reader of our files brings it back, MkDocs does not
    lost = value.tag.endswith(":null")
    if "colour" in theme and (lost or _colour(theme) is None):
        message = "The color is missing, or has no quotation marks." if lost else "This is not a color."
        hint = f'Write # and six signs from 0 to 9 and a to f, in quotation marks: "{DEFAULT_COLOUR}".'
        problems.add("LOOK-COLOUR", message, document.place(("theme", "colour"), key=lost), hint=hint)
    logo = theme.get("logo")
    if isinstance(logo, str) and not (docs / logo).is_file():
        hint = f"Put the picture into the folder {docs.name}/, and write its path from there."
        problems.add("LOOK-LOGO", "There is no such picture.", document.place(("theme", "logo")), hint=hint)
    for position, page in enumerate(_entries(theme.get("footer"))):
        if not isinstance(page, str) or not (docs / page).is_file():
            hint = f"Write the path of a page in the folder {docs.name}/, such as accessibility.md."
            problems.add(
                "LOOK-FOOTER", "There is no such page.", document.place(("theme", "footer", position)), hint=hint
            )


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
