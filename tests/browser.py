"""A real browser for the tests, found or installed, and a plain server for the built site."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# A closed network answers Chromium's own background requests with errors that have nothing to do with the site.
_QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")


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


def launch(playwright: Playwright) -> Browser:
    """Start a browser, installing one first if need be."""
    program = find_browser() or install_browser()
    sandbox = () if os.name == "nt" or os.geteuid() else ("--no-sandbox",)
    return playwright.chromium.launch(executable_path=program, args=[*_QUIET, *sandbox])


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; gives the address of its root, with a slash at the end."""
    handler = functools.partial(_Silent, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
