"""Is each text announced in its own language, and do the languages of a page know of each other?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bs4.element import NavigableString, Tag

from tests.a11y.content import named
from tests.a11y.findings import Found
from tests.site.built import BuiltPage, value

_WINDOW = 6  # words that are looked at together
_ENOUGH = 1.5  # points in a window
_WORD = re.compile(r"[^\W\d_]+|[¿¡]")
_BLOCKS = frozenset(
    "p li dt dd td th caption figcaption blockquote summary legend label option h1 h2 h3 h4 h5 h6 "
    "div section article main header footer nav body".split()
)
_SILENT = ("script", "style", "template", "code", "pre", "title")
_SPOKEN_ATTRIBUTES = ("aria-label", "alt", "title", "placeholder")


@dataclass(frozen=True)
class _Lexicon:
    """Small words that tell a language: strong ones nearly by themselves, weak ones stand in names too."""

    name: str
    strong: frozenset[str]
    weak: frozenset[str]
    letters: str = ""

    def points(self, word: str) -> float:
        """How much a word speaks for the language."""
        if word in "¿¡":
            return _ENOUGH if word in self.letters else 0
        if word.istitle() and any(letter in self.letters for letter in word.lower()):
            return 0.25  # most likely a name
        if word.lower() in self.strong or any(letter in self.letters for letter in word):
            return 1
        return 0.5 if word.lower() in self.weak else 0


_LEXICONS = {
    "en": _Lexicon(
        "English",
        frozenset("the and of to is are was with for you your this that these we our from what how when who".split()),
        frozenset("in on or by at it be as not an if".split()),
    ),
    "es": _Lexicon(
        "Spanish",
        frozenset(
            "que para con por una como su sus se es esta este lo al pero cuando donde quien usted nos entre".split()
        ),
        frozenset("de la el los las del y en un o".split()),
        letters="ñáéíóú¿¡",
    ),
}


def marked_languages(page: BuiltPage) -> Iterator[Found]:
    """Text that reads like another language than the one it is announced in (WCAG 3.1.2): a guess by small words."""
    for tag, language, text in spoken(page):
        announced = _LEXICONS.get(language)
        for other in _LEXICONS.values():
            if announced and other is not announced and (words := foreign_part(text, announced, other)):
                yield Found("language-unmarked", named(tag), f"“{words}” reads like {other.name} but is not marked.")


def foreign_part(text: str, announced: _Lexicon, other: _Lexicon) -> str:
    """The first few words in a row that speak for another language and not for the announced one; may be empty."""
    words = _WORD.findall(text)
    words[:1] = [word.lower() for word in words[:1]]  # a sentence begins like a name
    points = [-_WINDOW if announced.points(word) else other.points(word) for word in words]
    for start in range(max(1, len(words) - _WINDOW + 1)):
        if sum(points[start : start + _WINDOW]) >= _ENOUGH:
            return " ".join(words[start : start + _WINDOW])
    return ""


def spoken(page: BuiltPage) -> Iterator[tuple[Tag, str, str]]:
    """What a screen reader says: element, language as announced, and text by whole blocks, not split by links."""
    blocks: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    tags: dict[int, Tag] = {}
    root = page.soup.body or page.soup
    for block, language, text in _texts(root, root, _language(root)):
        tags[id(block)] = block
        blocks[id(block), language].append(text)
    for (block_id, language), texts in blocks.items():
        yield tags[block_id], language, " ".join(texts)
    for attribute in _SPOKEN_ATTRIBUTES:
        for tag in page.soup.select(f"body [{attribute}]"):
            yield tag, _language(tag), value(tag, attribute)


def _texts(tag: Tag, block: Tag, language: str) -> Iterator[tuple[Tag, str, str]]:
    """Each piece of text inside a tag, with its block and its language."""
    for child in tag.children:
        if isinstance(child, Tag) and child.name not in _SILENT:
            inside = _primary(child) if child.has_attr("lang") else language
            yield from _texts(child, child if child.name in _BLOCKS else block, inside)
        elif type(child) is NavigableString and child.strip():
            yield block, language, str(child)


def _language(tag: Tag) -> str:
    marked = tag if tag.has_attr("lang") else tag.find_parent(lang=True)
    return _primary(marked) if marked else ""


def _primary(tag: Tag) -> str:
    """The language of a tag without its region."""
    return value(tag, "lang").split("-")[0]


def language_pairs(pages: Mapping[str, BuiltPage]) -> Iterator[tuple[str, Found]]:
    """Each page names its language, and each page that it gives as its translation is one and points back."""
    languages = {address: value(page.head.html, "lang") if page.head.html else "" for address, page in pages.items()}
    alternates = {address: dict(_alternates(page)) for address, page in pages.items()}
    for address, language in languages.items():
        expected = "es" if address.startswith("es/") else "en"
        if language.split("-")[0] != expected:
            yield address, Found("page-language", "html", f"The page is announced as “{language}”, not “{expected}”.")
        for hreflang, target in alternates[address].items():
            if target not in pages:
                yield address, Found("translation-missing", "link", f"The {hreflang} page does not exist: {target}")
            elif hreflang != "x-default" and languages[target].split("-")[0] != hreflang.split("-")[0]:
                yield address, Found("translation-language", "link", f"{target} is not in the language {hreflang}.")
            elif address not in alternates[target].values():
                yield address, Found("translation-one-way", "link", f"{target} does not point back.")


def _alternates(page: BuiltPage) -> Iterator[tuple[str, str]]:
    """The translations that a page names: language, and address below the root."""
    canonical = page.head.select_one("link[rel=canonical]")
    base = value(canonical, "href").removesuffix(page.address) if canonical else ""
    for link in page.head.select("link[rel=alternate][hreflang]"):
        href = value(link, "href")
        inside = href.removeprefix(base) if base and href.startswith(base) else page.target(href).split("/", 3)[3]
        yield value(link, "hreflang"), inside
