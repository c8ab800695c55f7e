"""The ways in which a page is met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Screen:
    """A window and what its owner has set in the system. Sizes are in CSS pixels."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    forced_colors: bool = False
    scripts: bool = True


LIGHT_DESKTOP = Screen("light 1280", 1280, 860)
DARK_DESKTOP = Screen("dark 1280", 1280, 860, scheme="dark")
LIGHT_PHONE = Screen("light 360", 360, 740)
DARK_PHONE = Screen("dark 360", 360, 740, scheme="dark")
ZOOMED = Screen("zoomed to 400 %", 320, 256)
FORCED_COLORS = Screen("forced colors", 1280, 860, scheme="dark", forced_colors=True)
NO_SCRIPT = Screen("no scripts", 360, 740, scripts=False)
PAPER = Screen("paper", 718, 1000)  # Letter at 96 pixels an inch, less its margins
