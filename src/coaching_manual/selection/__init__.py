"""Holding a roster against what a role publishes: reading it, judging nothing but facts, and reporting.

The roster stays on the machine of whoever has it, and outside the project. People decide; this only counts.
"""

from __future__ import annotations

from coaching_manual.selection.commands import add_select_command

__all__ = ["add_select_command"]
