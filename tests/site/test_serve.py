"""Editing with the server running: mistakes show themselves in the open page, and go when they are mended."""

from __future__ import annotations

import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.projects import small_project

PATIENCE = 120  # seconds; a build takes a few of them on a slow machine


@dataclass
class Server:
    """A server that runs: where it is, and what it has printed so far."""

    address: str
    printed: list[str] = field(default_factory=list)
    _lines: queue.Queue[str | None] = field(default_factory=queue.Queue)

    def listen(self, output: IO[str]) -> None:
        """Collect what the server prints until it ends."""
        for line in output:
            self._lines.put(line)
        self._lines.put(None)

    def wait_for(self, words: str) -> str:
        """Wait for a printed line that holds some words."""
        deadline = time.monotonic() + PATIENCE
        while (line := self._lines.get(timeout=max(0.0, deadline - time.monotonic()))) is not None:
            self.printed.append(line)
            if words in line:
                return line
        raise AssertionError("The server has ended:\n" + "".join(self.printed))

    def everything(self) -> str:
        """All that was printed, once the server has been stopped."""
        while (line := self._lines.get(timeout=PATIENCE)) is not None:
            self.printed.append(line)
        return "".join(self.printed)


@contextmanager
def serving(project: Path, *command: str) -> Iterator[Server]:
    """Run a command that serves a project, on a free port; {} in it stands for host and port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
    server = Server(f"http://{host}/")
    process = subprocess.Popen(
        [sys.executable, "-m", *(part.format(host) for part in command)],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    assert process.stdout is not None
    listener = threading.Thread(target=server.listen, args=[process.stdout], daemon=True)
    listener.start()
    try:
        server.wait_for(f"Serving on {server.address}")
        yield server
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(PATIENCE)
        listener.join(PATIENCE)
        process.stdout.close()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("serve"))


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[Server]:
    with serving(project, "mkdocs", "serve", "--dev-addr", "{}") as started:
        yield started
    assert "Traceback" not in started.everything()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    expect.set_options(timeout=PATIENCE * 1000)
    with browser.new_context() as context:
        yield context.new_page()
    expect.set_options(timeout=5_000)


def change(file: Path, old: str, new: str) -> None:
    """Change a file as an editor does who saves it."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@dataclass(frozen=True)
class Edit:
    """A text in a file, the same with a mistake, and mended; and what a reader sees before and after."""

    path: str
    file: str
    good: str
    broken: str
    mended: str
    before: str
    after: str


EDITS = {
    "vocabulary": Edit(
        "common-language/terms/coaching/",
        "framework/vocabulary/core.yml",
        "example: >-\n      Through coaching I found",
        'example: "\n      Through coaching I found',
        "example: >-\n      Through coaching we found",
        "Through coaching I found",
        "Through coaching we found",
    ),
    "macro": Edit(
        "why-we-coach/",
        "macros/quote.html.j2",
        "The district’s definition of",
        "{% if %}The district’s definition of",
        "What the district says of",
        "The district’s definition of coaching",
        "What the district says of coaching",
    ),
    "page": Edit(
        "why-we-coach/",
        "docs/why-we-coach.md",
        "We coach and mentor so that people can grow",
        '{{ quote("coaching" }} We coach and mentor so that people can grow',
        "We mentor and coach so that people can grow",
        "We coach and mentor so that people can grow",
        "We mentor and coach so that people can grow",
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_mistake_shows_and_goes(project: Path, server: Server, page: Page, edit: Edit) -> None:
    article, report = page.locator("article"), page.locator(".live-problems")
    page.goto(server.address + edit.path)
    expect(article).to_contain_text(edit.before)
    expect(report).to_have_count(0)
    change(project / edit.file, edit.good, edit.broken)
    expect(report).to_be_visible()
    expect(report).to_contain_text(f"{edit.file}:")
    expect(report).to_contain_text("This is the last good version.")
    expect(article).to_contain_text(edit.before)
    change(project / edit.file, edit.broken, edit.mended)
    expect(article).to_contain_text(edit.after)
    expect(report).to_have_count(0)


def test_a_project_that_is_broken_from_the_start_comes_up_and_says_so(tmp_path: Path, page: Page) -> None:
    project = small_project(tmp_path)
    edit = EDITS["vocabulary"]
    change(project / edit.file, edit.good, edit.broken)
    with serving(project, "coaching_manual.cli", "serve", "--address", "{}") as server:
        report = page.locator(".live-problems")
        page.goto(server.address)
        expect(page.locator("article h1")).to_be_visible()
        expect(report).to_contain_text(f"{edit.file}:")
        expect(report).to_contain_text("What could not be read is missing here.")
        change(project / edit.file, edit.broken, edit.mended)
        expect(report).to_have_count(0)
        page.goto(server.address + edit.path)
        expect(page.locator("article")).to_contain_text(edit.after)
    assert "Traceback" not in server.everything()
