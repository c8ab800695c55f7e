"""Is the HTML valid? Two checkers, each run once over the whole site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.a11y import tools
from tests.a11y.findings import Found


def nu(site: Path) -> Iterator[tuple[str, Found]]:
    """Errors that the Nu HTML checker finds in HTML and in the drawings inside it."""
    report = tools.nu_checker("--format", "json", "--errors-only", "--skip-non-html", str(site))
    for message in json.loads(report)["messages"]:
        file = Path(unquote(urlsplit(message["url"]).path))
        excerpt = " ".join(message.get("extract", "").split())
        yield (
            _address(file, site),
            Found("html", f"line {message.get('lastLine', 0)}", f"{message['message']} {excerpt}"),
        )


def html_validate(site: Path) -> Iterator[tuple[str, Found]]:
    """What html-validate finds by the rules in htmlvalidate.json.

    Off are rules of style, and H32: a form that changes the page at once, or only counts, has nothing to send.
    """
    for file, rule, place, message in json.loads(tools.html_validate(site)):
        yield _address(site / file, site), Found(rule, place, message)


def _address(file: Path, site: Path) -> str:
    return file.resolve().relative_to(site.resolve()).as_posix().removesuffix("index.html")
