"""What is kept between builds, so that an unchanged pack is not made again: where it is, and how it stays small."""

from __future__ import annotations

import os
import time
from collections.abc import Collection
from pathlib import Path

import platformdirs

DAYS = 90
"""A pack that nobody has asked for in as many days is forgotten."""
MEGABYTES = 300
"""Of more than this, those that were asked for last are kept."""
_DAY, _MEGABYTE, _HOUR = 86_400, 1_048_576, 3_600


def kept_folder() -> Path:
    """Where packs are kept between builds, for all projects of this user: same input, same pack."""
    return Path(platformdirs.user_cache_dir("coaching-manual")) / "print"


def facts_of(path: Path) -> Path:
    """The file beside a pack that tells its pages."""
    return path.with_suffix(".json")


def keep(path: Path, content: bytes) -> None:
    """Write a file that others may be reading or writing too: they see all of it or none."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def is_whole(path: Path) -> bool:
    """Whether a pack is there with its facts."""
    return path.is_file() and facts_of(path).is_file()


def tidy(folder: Path, used: Collection[Path], *, now: float | None = None) -> None:
    """Note which packs were used today, and forget old ones. Another build may do the same at the same time."""
    now = time.time() if now is None else now
    for path in used:
        os.utime(path, (now, now))
    room = MEGABYTES * _MEGABYTE
    told = [(path, stat) for path in folder.iterdir() if (stat := _told(path))]
    for path, stat in sorted(told, key=lambda one: one[1].st_mtime, reverse=True):
        room -= stat.st_size
        age = now - stat.st_mtime
        # what was made within the hour may be wanted by a build that is still at work
        if path.suffix != ".json" and age > _HOUR and (age > DAYS * _DAY or room < 0 or path.suffix == ".part"):
            path.unlink(missing_ok=True)
            facts_of(path).unlink(missing_ok=True)


def _told(path: Path) -> os.stat_result | None:
    """The day and size of a file, if nobody has just removed it."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None
