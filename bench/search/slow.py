"""A slow processor for the pages of a browser.

What the developer tools of Chromium slow down is the page alone, not its workers, where some searches do their
work. So the whole process of the pages is stopped for most of the time. (Linux and macOS.)
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser

_STOPPED, _RUNNING = 0.0075, 0.0025  # seconds


def pages_of(browser: Browser) -> list[int]:
    """The numbers of the processes that show pages."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return [process["id"] for process in processes if process["type"] == "renderer"]


@contextmanager
def slowed(processes: list[int]) -> Iterator[None]:
    """Stop the processes 7.5 of every 10 milliseconds."""
    over = threading.Event()
    thread = threading.Thread(target=_stop_and_go, args=(processes, over))
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _stop_and_go(processes: list[int], over: threading.Event) -> None:
    while not over.is_set():
        _signal(processes, signal.SIGSTOP)
        time.sleep(_STOPPED)
        _signal(processes, signal.SIGCONT)
        time.sleep(_RUNNING)


def _signal(processes: list[int], what: signal.Signals) -> None:
    for process in processes:
        try:
            os.kill(process, what)
        except ProcessLookupError:
            continue  # a page that was not needed any more
