"""The pictures of pages: where their files are, and the names that they have for Typst."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote


class Pictures:
    """The pictures of a pack."""

    def __init__(self, docs: Path) -> None:
        self._docs = docs
        self._found: dict[str, Path] = {}

    @property
    def all(self) -> Mapping[str, Path]:
        """The file of each picture, by the name that the template has for it."""
        return self._found

    def of(self, src: str) -> PicturesOfPage:
        """The pictures of a page, which names them from where it is itself."""
        return PicturesOfPage(self, src)

    def add(self, place: str) -> str:
        """The name of a picture whose path below docs/ is known."""
        path = self._docs / place
        name = f"picture-{hashlib.sha256(place.encode()).hexdigest()[:16]}{path.suffix.lower()}"
        self._found[name] = path
        return name


class PicturesOfPage:
    """Gives the pictures of a page their names."""

    def __init__(self, pictures: Pictures, src: str) -> None:
        self._pictures = pictures
        self._folder = posixpath.dirname(src)

    def place(self, address: str) -> str:
        """The path below docs/ of a picture, from its address on the page."""
        return posixpath.normpath(posixpath.join(self._folder, unquote(address.partition("?")[0])))

    def __call__(self, address: str) -> str:
        """The name of a picture, which is kept for the template."""
        return self._pictures.add(self.place(address))
