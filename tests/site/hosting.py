"""A host for the tests of the offline worker: it says what it was asked for, and can fail as real ones do."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path


@dataclass
class Host:
    """A web server for a folder below a path of its own, with the headers that the folder asks for."""

    folder: Path
    root: str = "/manual/"
    state: str = "up"  # or "gone": no answer; "broken": an error; "stuck": no answer before ``release``
    asked: list[tuple[str, str]] = field(default_factory=list)  # path below the root, and what it is for
    release: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    @property
    def address(self) -> str:
        """Where the site is, with a slash at the end."""
        return f"http://127.0.0.1:{self.port}{self.root}"

    def fetched(self) -> list[str]:
        """What was asked for by a program and not by a page, such as the worker when it keeps an edition."""
        return sorted(path for path, purpose in self.asked if purpose == "empty")

    def headers(self) -> Iterator[tuple[str, str]]:
        """The headers of the first rule in _headers, which is for every file."""
        file = self.folder / "_headers"
        lines = file.read_text("utf-8").splitlines()[2:] if file.is_file() else []
        for line in lines:
            if not line.startswith("  "):
                return
            name, _, value = line.strip().partition(": ")
            yield name, value


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve a folder until the end of the block."""
    host = Host(folder)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.removeprefix(host.root)
            # Python's server knows when a file was changed to the second: it would call a newer edition unchanged
            del self.headers["If-Modified-Since"]
            host.asked.append((path, self.headers.get("Sec-Fetch-Dest", "")))
            if host.state == "stuck":
                host.release.wait()
            if host.state in {"gone", "stuck"}:
                self.close_connection = True
            elif host.state == "broken":
                self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            else:
                super().do_GET()

        def translate_path(self, path: str) -> str:
            inside = path.removeprefix(host.root) if path.startswith(host.root) else "outside-of-the-site"
            return super().translate_path(f"/{inside}")

        def end_headers(self) -> None:
            for name, value in host.headers():
                self.send_header(name, value)
            self.send_header("Cache-Control", "no-cache")
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    def handler(*given: object) -> Handler:
        return Handler(*given, directory=str(host.folder))  # type: ignore[arg-type]

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        host.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield host
        finally:
            host.release.set()
            server.shutdown()
            thread.join()
