"""Reading the pages of a built site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

HOST = "http://site.example"
TERMS = "common-language/terms/"
_AS_TYPED = str.maketrans("‘’“”", "''\"\"")
_NOT_SEEN = ("script", "style", "template", "code", "pre")


@dataclass(frozen=True)
class BuiltPage:
    """A page of the built site."""

    address: str
    html: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The whole page."""
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def head(self) -> BeautifulSoup:
        """What the page says of itself, without the page: quick to read."""
        return BeautifulSoup(self.html.partition("</head>")[0], "html.parser")

    @cached_property
    def article(self) -> Tag:
        """What the page says, without header, navigation and footer."""
        return one(self.soup, "article.prose")

    @property
    def article_html(self) -> str:
        """The same as it is written in the file: quick to compare."""
        return self.html.partition("<article")[2].partition("</article>")[0]

    @cached_property
    def ids(self) -> list[str]:
        """Every id in the page."""
        return [value(tag, "id") for tag in self.soup.select("[id]")]

    @property
    def term(self) -> str | None:
        """The id of the term whose page it is."""
        inside = self.address.removeprefix(TERMS).rstrip("/")
        return inside if inside and self.address.startswith(TERMS) else None

    def target(self, href: str) -> str:
        """Where a link of this page leads: a whole address, on HOST if it stays inside the site."""
        return urljoin(f"{HOST}/{self.address}", href)

    def links(self, within: Tag | None = None) -> Iterator[tuple[Tag, str]]:
        """Every plain link, with the address inside the site that it leads to (without #anchor)."""
        for link in (within or self.soup).select("a[href]"):
            target = self.target(value(link, "href"))
            if target.startswith(HOST + "/"):
                yield link, unquote(urlsplit(target).path.lstrip("/"))

    def words_seen(self) -> Iterator[str]:
        """Every piece of text that is neither code nor a script."""
        for text in self.soup.find_all(string=True):
            plain = type(text) is NavigableString
            if plain and text.strip() and not any(parent.name in _NOT_SEEN for parent in text.parents):
                yield str(text)


def read_site(site: Path) -> Mapping[str, BuiltPage]:
    """Every page of a built site by its address below the root."""
    files = sorted(site.rglob("*.html"))
    addresses = [file.relative_to(site).as_posix().removesuffix("index.html") for file in files]
    return {
        address: BuiltPage(address, file.read_text(encoding="utf-8"))
        for address, file in zip(addresses, files, strict=True)
    }


def one(within: Tag, selector: str) -> Tag:
    """The only element that a selector finds."""
    found = within.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)} found"
    return found[0]


def value(tag: Tag, attribute: str) -> str:
    """An attribute as one text."""
    found = tag.get(attribute)
    return found if isinstance(found, str) else " ".join(found or ())


def words(element: PageElement | str) -> str:
    """The text of an element in one line, with quotation marks as they are typed."""
    text = element if isinstance(element, str) else element.get_text()
    return " ".join(text.translate(_AS_TYPED).split())
