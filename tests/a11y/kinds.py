"""Which few pages show everything that the site can show."""

from __future__ import annotations

from collections.abc import Mapping

from bs4.element import Tag

from tests.site.built import BuiltPage, value


def kinds(pages: Mapping[str, BuiltPage]) -> list[str]:
    """The addresses of as few pages as needed to see every kind of element, in every language, at least once.

    A kind is a tag with its classes and type. New templates bring new classes, so they choose themselves.
    """
    open_features = {address: features(page) for address, page in pages.items()}
    chosen: list[str] = []
    while any(open_features.values()):
        best = max(open_features, key=lambda address: len(open_features[address]))
        newly_shown = open_features[best]
        chosen.append(best)
        open_features = {address: left - newly_shown for address, left in open_features.items()}
    return chosen


def features(page: BuiltPage) -> frozenset[str]:
    """What a page has to show, as far as a template decides it."""
    language = value(page.soup.html, "lang") if page.soup.html else ""
    return frozenset(f"{language} {_kind(tag)}" for tag in page.soup.find_all(True))


def _kind(tag: Tag) -> str:
    return f"{tag.name}.{'.'.join(sorted(value(tag, 'class').split()))}[{value(tag, 'type')}]"
