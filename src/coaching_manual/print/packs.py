"""Packs: what is printed together, and in which variants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from coaching_manual.languages import Language
from coaching_manual.model import Copies

EDITIONS = ("facilitator", "participant", "handouts", "sheet", "book")
"""For whom packs are: whoever leads, whoever takes part, the copier; a sheet of its own, a whole book."""
Front = Literal["cover", "list", "none"]
"""What a pack begins with: a cover and contents, only a list of its parts, or its first part."""
Look = Literal["page", "flyer", "card"]
"""How its parts are drawn: as pages to read, each as a flyer for a wall, or each as a card to cut out."""
Layout = Literal["text", "cards"]
"""How parts lie on paper: one after the other, or as cards, two side by side to cut or to fold."""
Paper = Literal["letter", "tabloid"]
"""US Letter, or a sheet of twice that size (11 by 17 inches), which a wide matrix needs to be read on one side."""
PAPERS: Mapping[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "tabloid": (792.0, 1224.0)}
"""How wide and how high an upright page is, in points."""


@dataclass(frozen=True)
class Part:
    """A page of the manual as a part of a pack.

    ``src`` is its path below docs/. ``level`` is how deep its title stands in the contents, and ``numbered`` is what
    the contents say before the title (Session 2). ``running`` stands at the top of each of its pages. ``right``: in
    duplex packs it begins on a right-hand page. ``leaf``: it lies on paper of its own, because it is handed out: it
    begins on a right-hand page, and nothing else is on its back. ``address``: the paper says where the page is on the
    web. ``section`` is the id of the one section that is printed (after what stands before all sections), and
    ``without`` are classes and tags of what is left out. ``copies`` is how many a group needs of a sheet that is copied
    by itself.
    """

    src: str
    level: int = 1
    numbered: str = ""
    running: str = ""
    right: bool = False
    leaf: bool = False
    address: bool = False
    section: str = ""
    without: tuple[str, ...] = ()
    copies: Copies | None = None

    @property
    def is_sheet(self) -> bool:
        """Whether it is copied by itself."""
        return self.copies is not None


@dataclass(frozen=True, kw_only=True)
class Pack:
    """Pages that are printed together.

    ``record`` is the id of what it shows, which commands may name. ``edition`` says for whom, in words; ``kind`` is
    that word in commands. ``of`` are the pages (paths below docs/) that offer it. ``missing`` are the titles of what
    has no text in its language yet. ``fillable`` packs hold something to fill in. ``letters`` is the size of its
    text in points. ``lists`` are the packs of whose pages its print lists speak.
    """

    id: str
    record: str
    title: str
    kind: str
    edition: str
    parts: tuple[Part, ...]
    of: tuple[str, ...]
    group: str
    language: Language = "en"
    front: Front = "cover"
    look: Look = "page"
    about: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    turned: bool = False
    fillable: bool = False
    copies: bool = False  # every participant gets one
    layout: Layout = "text"
    paper: Paper = "letter"
    letters: float = 11.0
    lists: tuple[Pack, ...] = ()


@dataclass(frozen=True)
class Variant:
    """How a pack is printed."""

    fillable: bool = False
    large: bool = False
    duplex: bool = False

    @property
    def suffix(self) -> str:
        """What its file's name ends with.

        >>> Variant(fillable=True, large=True).suffix
        '-fillable-large-print'
        """
        chosen = (("fillable", self.fillable), ("large-print", self.large), ("duplex", self.duplex))
        return "".join(f"-{name}" for name, on in chosen if on)


PLAIN, LARGE, FILLABLE = Variant(), Variant(large=True), Variant(fillable=True)


def file_of(pack: Pack, variant: Variant) -> str:
    """The name of a pack's file."""
    return f"{pack.id}{variant.suffix}.pdf"
