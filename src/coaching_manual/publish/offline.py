"""The service worker: what the reader's device keeps, so that the manual opens without a network."""

from __future__ import annotations

import gzip
import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from coaching_manual.publish.hosts import WORKER

BUDGET = 12 * 2**20
"""How much a device may be asked to keep, in bytes as they travel (gzip). Above it pages are kept as they are read."""

_OWN = ("assets/manual/", "search/")  # scripts ask for more of these while they work
_NOT_KEPT = ("assets/manual/cards/",)  # only for those who link to us
_SUFFIXES = {".css", ".js", ".json", ".woff2", ".svg", ".png", ".jpg", ".webp", ".ico", ".webmanifest"}
_NAMED = re.compile(r"""<(?:link|script|img|source)\b[^>]*?\s(?:href|src)=["']?([^"'\s>]+)""")
_NAMED_IN_STYLE = re.compile(r"""url\(["']?([^"')]+)""")


def version_of(content: bytes) -> str:
    """A short name for some content: the same as long as not a byte of it changes."""
    return hashlib.sha256(content).hexdigest()[:16]


def address_of(path: str) -> str:
    """The address below the site's root at which a file is asked for.

    >>> address_of("common-language/index.html"), address_of("search/datos 1.js")
    ('common-language/', 'search/datos%201.js')
    """
    return quote(re.sub(r"(^|/)index\.html$", r"\1", path), safe="/!$&'()*+,;=:@")  # as browsers write it


def write_worker(site: Path, pages: Mapping[str, str], versions: Mapping[str, str], always: Iterable[str]) -> None:
    """Write the worker of a site into its folder.

    ``pages`` is the HTML of each page and ``versions`` its version, both by the path of its file;
    ``always`` are the pages that are kept even if there is no room for all of them.
    """
    kept = {path: version_of((site / path).read_bytes()) for path in _assets(site, pages)}
    kept |= {path: versions[path] for path in _pages_that_fit(site, kept, pages, always)}
    listed = json.dumps({address_of(path): kept[path] for path in sorted(kept)}, indent=0)
    template = (files("coaching_manual") / "publish" / "worker.js").read_text(encoding="utf-8")
    text = (
        f'"use strict";\n// Written by coaching-manual.\nconst FILES = new Map(Object.entries({listed}));\n\n{template}'
    )
    (site / WORKER).write_text(text, encoding="utf-8", newline="\n")


def _assets(site: Path, pages: Mapping[str, str]) -> Iterator[str]:
    """Every file that a page needs: named by a page or a style sheet, or one of our own."""
    named = {target for path, html in pages.items() for target in _targets(path, html, _NAMED)}
    for path in sorted(file.relative_to(site).as_posix() for file in site.rglob("*.css")):
        if path in named or path.startswith(_OWN):
            named |= _targets(path, (site / path).read_text(encoding="utf-8"), _NAMED_IN_STYLE)
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        wanted = path in named or path.startswith(_OWN)
        if wanted and file.is_file() and file.suffix in _SUFFIXES and not path.startswith(_NOT_KEPT):
            yield path


def _targets(path: str, text: str, pattern: re.Pattern[str]) -> set[str]:
    """The paths below the site's root that a file names."""
    folder = posixpath.dirname(path)
    parts = (urlsplit(address) for address in set(pattern.findall(text)))
    return {
        posixpath.normpath(posixpath.join(folder, unquote(part.path))).lstrip("/")
        for part in parts
        if part.path and not part.scheme and not part.netloc
    }


def _pages_that_fit(
    site: Path, assets: Iterable[str], pages: Mapping[str, str], always: Iterable[str]
) -> Iterable[str]:
    weight = sum(_travels(html.encode()) for html in pages.values())
    weight += sum(_travels((site / path).read_bytes()) for path in assets)
    return pages if weight <= BUDGET else [path for path in always if path in pages]


def _travels(content: bytes) -> int:
    return len(gzip.compress(content, 1))
