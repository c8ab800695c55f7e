"""What MkDocs knows of a page from parsing its Markdown, for pages that are HTML already."""

from __future__ import annotations

import re
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

_HEADING = re.compile(r'<h(?P<level>[1-6])\s[^>]*?\bid="(?P<id>[^"]+)"[^>]*>(?P<text>.*?)</h(?P=level)>', re.DOTALL)
_LANGUAGE = re.compile(r'\slang="([^"]+)"')
_ANY_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r'<[^<>]*\sid="([^"]+)"')


def tell_contents(page: Page, html: str) -> None:
    """Tell MkDocs the headings of a page, for its list of contents, and every place that links may lead to."""
    page.toc = get_toc(nest_toc_tokens([_token(found) for found in _HEADING.finditer(html)]))
    page.present_anchor_ids = set(_ID.findall(html))


def _token(heading: re.Match[str]) -> Any:  # noqa: ANN401 - the type is a secret of the extension
    words = " ".join(_ANY_TAG.sub("", heading["text"]).split())
    if language := _LANGUAGE.search(heading[0].partition(">")[0]):
        words = f'<span lang="{language[1]}">{words}</span>'
    return {"level": int(heading["level"]), "id": heading["id"], "name": words}
