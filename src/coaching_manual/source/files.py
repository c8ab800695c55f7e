"""Reading the text of a file, whatever somebody may have done to it."""

from __future__ import annotations

import re
from pathlib import Path

from coaching_manual.problems import Place, Problems
from coaching_manual.source.document import place_in

MAX_BYTES = 5_000_000

_CONFLICT = re.compile(r"^<{7} [^\n]*$.*?^={7}$.*?^>{7} ", re.MULTILINE | re.DOTALL)


def read_text(path: Path, file: str, problems: Problems) -> str | None:
    """The text of a file with its line ends made alike, or None when it cannot be read as UTF-8."""
    try:
        raw = path.read_bytes()
    except OSError:
        problems.add("FILE-MISSING", "This file cannot be opened.", Place(file), hint="Is it there, and readable?")
        return None
    if len(raw) > MAX_BYTES:
        problems.add(
            "FILE-SIZE",
            f"This file has {len(raw) / 1_000_000:.1f} million characters; "
            f"{MAX_BYTES // 1_000_000} million is the most.",
            Place(file),
            hint="Split it into several files, or take out what was pasted in by mistake.",
        )
        return None
    text = _decoded(raw, file, problems)
    conflict = _CONFLICT.search(text) if text and "<<<<<<< " in text else None
    if text is None or conflict is None:
        return text
    problems.add(
        "FILE-CONFLICT",
        "Two versions of this file met here, and nobody has chosen between them.",
        place_in(text, conflict.start(), 7, file, 1),
        hint="Keep the lines that are right, and take out the others and the lines of <<<<<<<, ======= and >>>>>>>.",
    )
    return None


def _decoded(raw: bytes, file: str, problems: Problems) -> str | None:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        column = len(raw[raw.rfind(b"\n", 0, fault.start) + 1 : fault.start].decode("utf-8", "replace")) + 1
        problems.add(
            "FILE-ENCODING",
            "From here on the file cannot be read: it is not saved as UTF-8.",
            Place(file, line, column),
            hint='Save it again with the encoding "UTF-8" (VS Code: click the encoding at the bottom right).',
        )
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
