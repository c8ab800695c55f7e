"""A real browser for the tests, found or installed, and a plain server for the built site."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# A closed network answers Chromium's own background requests with errors that have nothing to do with the site.
_QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
_PACKED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}

Headers = Callable[[str], Mapping[str, str]]
"""What a host adds to its answer for a path."""


def find_browser() -> str | None:
    """The program of a Chromium-like browser on this machine, if there is one."""
    named = os.environ.get("BROWSER_FOR_TESTS")
    found = (named, *map(shutil.which, _NAMES), str(_MAC) if _MAC.exists() else None)
    return next((path for path in found if path), None)


def install_browser() -> str | None:
    """Install a browser: Debian's own when we may, otherwise the one that Playwright brings (None: use that)."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "chromium"], check=True, env=quiet, stdout=subprocess.DEVNULL
        )
        return find_browser()
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
    return None


def launch(playwright: Playwright, *options: str) -> Browser:
    """Start a browser, installing one first if need be; options are Chromium's own."""
    program = find_browser() or install_browser()
    sandbox = () if os.name == "nt" or os.geteuid() else ("--no-sandbox",)
    return playwright.chromium.launch(executable_path=program, args=[*_QUIET, *sandbox, *options])


def _no_headers(_path: str) -> Mapping[str, str]:
    return {}


class _Silent(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, headers_of: Headers, compressed: bool, **named: Any) -> None:
        self._headers_of = headers_of
        self._compressed = compressed
        super().__init__(*arguments, **named)

    def send_head(self) -> Any:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not self._compressed or file.suffix not in _PACKED or not file.is_file():
            return super().send_head()
        content = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def end_headers(self) -> None:
        for name, text in self._headers_of(self.path).items():
            self.send_header(name, text)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        # a browser that goes on to another page hangs up: no reason to tell anybody
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, headers: Headers = _no_headers, *, compressed: bool = False) -> Iterator[str]:
    """Serve a folder on this machine, each path with its headers; gives the root's address, with a slash at the end.

    A host would compress texts; here that costs time and is done only where bytes are measured.
    """
    handler = functools.partial(_Silent, directory=str(folder), headers_of=headers, compressed=compressed)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
