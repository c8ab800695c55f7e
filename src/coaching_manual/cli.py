"""The command line: coaching-manual COMMAND …; ``arguments`` lists the commands, ``commands`` carries them out.

Exit codes: 0 clean, 1 problems found, 2 wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from coaching_manual.arguments import parser
from coaching_manual.commands.exits import usage


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the process ends with the number returned."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    if not options.config.is_file():
        return usage(f"There is no file {options.config}. Run this in the folder that holds mkdocs.yml.")
    file, _, function = options.run.partition(":")
    return int(getattr(import_module(f"coaching_manual.commands.{file}"), function)(options))


if __name__ == "__main__":
    raise SystemExit(main())
