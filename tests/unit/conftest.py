from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.test_cases import lay_out
from tests.unit.sample import Sample


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, made once; tests work on copies of it."""
    return lay_out("clean", tmp_path_factory.mktemp("sample")).parent


@pytest.fixture
def sample(laid_out: Path, tmp_path: Path) -> Sample:
    root = tmp_path / "project"
    shutil.copytree(laid_out, root)
    return Sample(root)
