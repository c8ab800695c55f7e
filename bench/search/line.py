"""A server for a built site behind a slow line, as a phone has it."""

from __future__ import annotations

import functools
import gzip
import http.server
import mimetypes
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_PIECE = 4096
_MADE_SMALL = ("text/", "application/javascript", "application/json", "application/manifest+json", "image/svg+xml")


class Line:
    """What goes through: each answer starts late, and all of them share the bits of a second."""

    def __init__(self, bits_in_second: float, seconds_late: float) -> None:
        self._bytes_in_second = bits_in_second / 8
        self._late = seconds_late
        self._lock = threading.Lock()
        self._free_at = 0.0

    def wait(self) -> None:
        """The way there and back."""
        time.sleep(self._late)

    def send(self, data: bytes, write: Callable[[bytes], object]) -> None:
        """Hand data over piece by piece, each when it has come through."""
        for start in range(0, len(data), _PIECE):
            piece = data[start : start + _PIECE]
            time.sleep(max(0.0, self._through_at(len(piece)) - time.monotonic()))
            write(piece)

    def _through_at(self, size: int) -> float:
        with self._lock:
            self._free_at = max(time.monotonic(), self._free_at) + size / self._bytes_in_second
            return self._free_at


@functools.cache
def packed(path: Path) -> bytes:
    """A file as it is sent: texts with gzip."""
    data = path.read_bytes()
    return gzip.compress(data, 6, mtime=0) if _kind(path).startswith(_MADE_SMALL) else data


def _kind(path: Path) -> str:
    return mimetypes.guess_type(path.name)[0] or "application/octet-stream"


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, folder: Path, line: Line, policy: str, **named: Any) -> None:  # noqa: ANN401
        self._folder, self._line, self._policy = folder, line, policy
        super().__init__(*arguments, **named)

    def handle(self) -> None:
        with suppress(ConnectionError):  # the page was closed while its files were still on the way
            super().handle()

    def do_GET(self) -> None:
        path = self._folder / unquote(urlsplit(self.path).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        data = packed(path)
        self._line.wait()
        self.send_response(HTTPStatus.OK)
        for name, text in self._headers_of(path, data):
            self.send_header(name, text)
        self.end_headers()
        self._line.send(data, self.wfile.write)

    def _headers_of(self, path: Path, data: bytes) -> Iterator[tuple[str, str]]:
        yield "Content-Type", _kind(path)
        yield "Content-Length", str(len(data))
        if _kind(path).startswith(_MADE_SMALL):
            yield "Content-Encoding", "gzip"
        if self._policy:
            yield "Content-Security-Policy", self._policy

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def behind_line(folder: Path, line: Line, policy: str = "") -> Iterator[str]:
    """Serve a site behind a line, with a content security policy if there is one; gives the root's address."""
    handler = functools.partial(_Handler, folder=folder, line=line, policy=policy)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
