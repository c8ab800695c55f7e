"""What all tests share."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from filelock import FileLock

from tests.projects import ROOT, run

# A worker keeps every page of the site as a tree. Python's usual pace would look through all of them again and again.
gc.set_threshold(100_000, 50, 1_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the expected output of the golden cases")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def shared_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built by the worker that needs it first; the others wait for it. Nobody writes into it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "real" / "site"
    folder.parent.mkdir(exist_ok=True)
    with FileLock(folder.parent / "building"):
        if not folder.exists():
            done = run(ROOT, "coaching_manual.cli", "build", "--site", str(folder))
            assert done.returncode == 0, done.stderr
    return folder
