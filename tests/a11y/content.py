"""What no engine finds in the text of a page: words that say nothing, and meaning that not everybody gets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from bs4.element import Tag

from tests.a11y.findings import Found
from tests.site.built import BuiltPage, value, words

_EMPTY_LINK_TEXTS = frozenset(
    "click|click here|here|link|more|learn more|read|read more|see more|this|this link|this page|"
    "aquí|clic aquí|haga clic|haga clic aquí|leer más|más|ver más|este enlace|esta página".split("|")
)
_FILE_NAME = re.compile(r"\S+\.(png|jpe?g|gif|svg|webp)|image|picture|photo|imagen|foto", re.IGNORECASE)
_NAMING = ("aria-label", "aria-labelledby", "title")
_NO_LABEL_NEEDED = {"hidden", "submit", "button", "reset", "image"}


def content(page: BuiltPage) -> Iterator[Found]:
    """Everything below, on one page."""
    for rule in (_link_texts, _titles_only, _tables, _pictures, _labels, _handlers, _headings):
        yield from rule(page)


def doubled_titles(pages: Mapping[str, BuiltPage]) -> Iterator[tuple[str, Found]]:
    """Pages that a browser's tab or history cannot tell apart (WCAG 2.4.2)."""
    titled: defaultdict[str, list[str]] = defaultdict(list)
    for address, page in pages.items():
        if page.head.title:
            titled[words(page.head.title)].append(address)
    for title, addresses in titled.items():
        for address in addresses[1:]:
            yield address, Found("title-doubled", "title", f"“{title}” is also the title of “{addresses[0]}”.")


def _link_texts(page: BuiltPage) -> Iterator[Found]:
    """A link says where it leads."""
    for link in page.soup.select("a[href]"):
        text = value(link, "aria-label") or words(link)
        if text.lower().strip(" .…>»›→") in _EMPTY_LINK_TEXTS:
            yield Found("link-text", named(link), f"“{text}” does not say where the link leads.")


def _titles_only(page: BuiltPage) -> Iterator[Found]:
    """A title attribute shows itself to a mouse only, so what it says must stand in the page too."""
    seen = " ".join(page.words_seen())
    seen = " ".join(seen.split()).lower()
    for tag in page.soup.select("body [title]"):
        title = " ".join(value(tag, "title").split())
        if tag.name != "iframe" and title.lower() not in seen:
            yield Found("title-only", named(tag), f"“{title}” stands in a title attribute only.")


def _tables(page: BuiltPage) -> Iterator[Found]:
    """A table has a name, and each of its headers says what it heads."""
    for table in page.soup.select("table:not([role=presentation])"):
        caption = table.find("caption")
        if not (caption and words(caption)) and not any(table.get(name) for name in _NAMING[:2]):
            yield Found("table-caption", named(table), "The table has no caption.")
        headers = table.find_all("th")
        if not headers:
            yield Found("table-headers", named(table), "The table has no header cells.")
        for header in headers:
            if not header.get("scope") and not header.get("id"):
                yield Found("table-scope", named(table), f"“{words(header)}” does not say which cells it heads.")


def _pictures(page: BuiltPage) -> Iterator[Found]:
    """A picture has words, or says that it needs none."""
    for picture in page.soup.select("img"):
        if not picture.has_attr("alt"):
            yield Found("picture-alt", named(picture), f"{value(picture, 'src')} has no alt attribute.")
        elif _FILE_NAME.fullmatch(value(picture, "alt").strip()):
            yield Found("picture-alt", named(picture), f"“{value(picture, 'alt')}” does not say what is to be seen.")
    for drawing in page.soup.select("svg:not([aria-hidden=true])"):
        if value(drawing, "role") != "img" or not (drawing.find("title") or any(map(drawing.get, _NAMING))):
            yield Found("drawing-name", named(drawing), "A drawing needs role=img and a name, or aria-hidden=true.")


def _labels(page: BuiltPage) -> Iterator[Found]:
    """A field has a label that stays when something is typed; a placeholder goes away."""
    labelled = {value(label, "for") for label in page.soup.select("label[for]")}
    for control in page.soup.select("input, select, textarea"):
        named_otherwise = control.find_parent("label") or any(map(control.get, _NAMING[:2]))
        if value(control, "type") in _NO_LABEL_NEEDED or named_otherwise:
            continue
        if value(control, "id") not in labelled:
            yield Found("field-label", named(control), "The field has no label.")


def _handlers(page: BuiltPage) -> Iterator[Found]:
    """Code in attributes is refused by the policy, but only once somebody clicks: no visit would see it."""
    for tag in page.soup.find_all(True):
        for attribute in tag.attrs:
            if attribute.startswith("on"):
                yield Found("inline-handler", named(tag), f"The attribute {attribute} holds code.")


def _headings(page: BuiltPage) -> Iterator[Found]:
    """A page has one main heading, and none without words."""
    count = len(page.soup.select("h1"))
    if count != 1:
        yield Found("main-heading", "h1", f"The page has {count} main headings; it needs one.")
    for heading in page.soup.select("h1, h2, h3, h4, h5, h6"):
        if not words(heading):
            yield Found("heading-empty", named(heading), "The heading has no words.")


def named(tag: Tag) -> str:
    """A short selector for an element."""
    if tag.get("id"):
        return f"{tag.name}#{value(tag, 'id')}"
    return ".".join([tag.name, *value(tag, "class").split()])
