"""Running programs to their end, and what they used."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

TOOL = str(Path(sys.executable).parent / "coaching-manual")
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "-q", "-d")
_ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True)
class Cost:
    """What a process used: CPU seconds, and MiB of memory at its peak."""

    cpu: float
    peak_mib: float


def run(arguments: list[str], folder: Path) -> Cost:
    """Run a program to its end and measure it, children included. Raises SystemExit when it fails."""
    process = subprocess.Popen(  # noqa: S603 - our own commands
        arguments, cwd=folder, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None  # noqa: S101
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{said.decode()[-3000:]}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
