"""A built site as the checks see it."""

from __future__ import annotations

import fnmatch
import gzip
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.site.built import BuiltPage, read_site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


@dataclass
class Site:
    """The folder of a built site, and what was read from it."""

    folder: Path
    _sizes: dict[str, int] = field(default_factory=dict)

    @cached_property
    def pages(self) -> Mapping[str, BuiltPage]:
        """Every page by its address below the root."""
        return read_site(self.folder)

    def headers(self, path: str) -> Mapping[str, str]:
        """What a host would send with a path: what the site's own ``_headers`` says, or a strict policy."""
        if not self._rules:
            return {"Content-Security-Policy": POLICY}
        found: dict[str, str] = {}
        for pattern, headers in self._rules:
            if fnmatch.fnmatchcase(path, pattern):
                found.update(headers)
        return found

    @cached_property
    def _rules(self) -> list[tuple[str, dict[str, str]]]:
        """The rules of ``_headers``: a path at the start of a line, indented headers below it."""
        file = self.folder / "_headers"
        rules: list[tuple[str, dict[str, str]]] = []
        for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
            if line.startswith("/"):
                rules.append((line.strip(), {}))
            elif line[:1].isspace() and ":" in line and rules:
                name, text = line.split(":", 1)
                rules[-1][1][name.strip()] = text.strip()
        return rules

    def size(self, url: str) -> int:
        """How many bytes a file of the site weighs when the host compresses it; 0 if there is no such file."""
        path = unquote(urlsplit(url).path).lstrip("/")
        if path not in self._sizes:
            file = self.folder / path
            file = file / "index.html" if file.is_dir() else file
            packed = file.suffix in {".woff2", ".png", ".jpg", ".webp"}
            content = file.read_bytes() if file.is_file() else b""
            self._sizes[path] = len(content) if packed or not content else len(gzip.compress(content, mtime=0))
        return self._sizes[path]
