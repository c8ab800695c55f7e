"""The sections of a finished page: each heading with the text below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"td", "th", "li"})
_BETWEEN = " · "  # cells and points that were apart on the page stay apart in an excerpt
_SILENT = frozenset({"script", "style", "template", "nav", "form", "svg"})
_BLOCKS = _HEADINGS | {"p", "li", "dt", "dd", "td", "th", "pre", "blockquote", "caption", "figcaption", "div", "br"}


@dataclass
class TextSection:
    """A part of a page: the id and words of its heading (both empty before the first one), and its text."""

    anchor: str = ""
    heading: str = ""
    text: str = ""
    _pieces: list[str] = field(default_factory=list, repr=False)

    def close(self) -> TextSection:
        """The same section with its text put together."""
        words = "".join(self._pieces).split()
        followed = zip(words, [_BETWEEN.strip(), *words], strict=False)
        self.text = " ".join(word for word, before in followed if {word, before} != {_BETWEEN.strip()})
        self.heading = " ".join(self.heading.split())
        return self


def sections_of(html: str) -> list[TextSection]:
    """The sections of a page's HTML; forms, drawings and lists of links are left out."""
    parser = _SectionParser()
    parser.feed(html)
    parser.close()
    return [section.close() for section in parser.sections]


class _SectionParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sections = [TextSection()]
        self._silent = 0
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _HEADINGS:
            self._in_heading = True
            if tag != "h1":  # the title of the page is its name already
                self.sections.append(TextSection(anchor=dict(attrs).get("id") or ""))
        if tag in _ITEMS:
            self._add(_BETWEEN)
        elif tag in _BLOCKS:
            self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _HEADINGS:
            self._in_heading = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._add(data)

    def _add(self, text: str) -> None:
        section = self.sections[-1]
        if not self._in_heading:
            section._pieces.append(text)  # noqa: SLF001
        elif len(self.sections) > 1:
            section.heading += text
