"""Which few pages show everything that the site can show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bs4.element import Tag

from tests.site.built import BuiltPage, value

Features = frozenset[str]
SIGHTINGS = 2  # in how many pages a shape is looked at closely


@dataclass(frozen=True)
class Shown:
    """What a page has to show, as far as templates decide it and not its words."""

    language: str
    kinds: Features
    """Kinds of elements: a tag with its classes and type."""
    shapes: Features
    """Kinds of elements in their surroundings: with their role, and inside which other kind they stand."""


@dataclass(frozen=True)
class Circles:
    """Which pages are looked at more closely than all the others, by their addresses."""

    shapes: tuple[str, ...] = ()
    """Pages that together show every shape, in two pages where there are two."""
    kinds: tuple[str, ...] = ()
    """As few pages as needed to see every kind of element once."""
    languages: tuple[str, ...] = ()
    """A page of each language, with a term in it where there is one."""

    @property
    def few(self) -> frozenset[str]:
        """The fewest pages that still show every kind of element, and each language."""
        return frozenset((*self.kinds, *self.languages))


def circles(pages: Mapping[str, Shown]) -> Circles:
    """Choose the pages. New templates bring new classes, so they choose themselves."""
    return Circles(
        tuple(cover({address: page.shapes for address, page in pages.items()}, SIGHTINGS)),
        tuple(cover({address: page.kinds | {page.language} for address, page in pages.items()})),
        tuple(_of_each_language(pages)),
    )


def cover(pages: Mapping[str, Features], times: int = 1) -> list[str]:
    """As few pages as show every feature so many times, or as often as there is one: the one that adds most first."""
    there = Counter(feature for features in pages.values() for feature in features)
    wanted = {feature: min(count, times) for feature, count in there.items()}
    left, chosen, missing = dict(pages), list[str](), set(wanted)
    while missing:
        best = max(left, key=lambda address: len(left[address] & missing))
        chosen.append(best)
        for feature in left.pop(best) & missing:
            wanted[feature] -= 1
            if not wanted[feature]:
                missing.remove(feature)
    return chosen


def _of_each_language(pages: Mapping[str, Shown]) -> list[str]:
    """The pages in which menu, search and the box of a term can all be opened."""
    with_terms = {address: page for address, page in pages.items() if "a.term[]" in page.kinds}
    first: dict[str, str] = {}
    for address, page in [*with_terms.items(), *pages.items()]:
        first.setdefault(page.language, address)
    return list(first.values())


def shown(page: BuiltPage) -> Shown:
    """What one page shows."""
    tags = page.soup.find_all(True)
    language = value(page.soup.html, "lang") if page.soup.html else ""
    return Shown(language, frozenset(map(_kind, tags)), frozenset(map(_shape, tags)))


def _kind(tag: Tag) -> str:
    return f"{tag.name}.{'.'.join(sorted(value(tag, 'class').split()))}[{value(tag, 'type')}]"


def _shape(tag: Tag) -> str:
    around = tag.find_parent(class_=True)
    return f"{_kind(around) if around else ''} > {_kind(tag)}({value(tag, 'role')})"
