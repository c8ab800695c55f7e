"""The scripts of the search box, made small: one that answers first, and one with the rest, for each language."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from rjsmin import jsmin

LANGUAGES = ("en", "es")
CARDS_IN_FILE = 8
_HERE = Path(__file__).parent
_FIRST = ("ranking", "words", "matcher", "library", "draw", "box")
_MORE = ("guesses", "texts", "pages", "filters")
_SHARED = ("RANKING", "fold", "singular", "family", "wordsOf", "append", "isWithin", "element", "phrase", "titleOf")
_TOOLS = ("Guesses", "Texts", "drawPage", "drawNothing", "excerptsOf", "offerFilters", "passes")


def phrases(language: str) -> dict[str, str]:
    """What the search box says in a language."""
    said = yaml.safe_load((_HERE / "phrases.yml").read_text(encoding="utf-8"))
    return dict(said[language])


def first_script(language: str) -> str:
    """What a page loads when its search box is opened: enough for the first answer."""
    told = {"LANGUAGE": language, "CARDS_IN_FILE": CARDS_IN_FILE, "PHRASES": phrases(language)}
    settings = "".join(f"const {name}={json.dumps(value, ensure_ascii=False)};" for name, value in told.items())
    shared = f"const SHARED={{{','.join(_SHARED)}}};"
    return _small(f'(()=>{{"use strict";{settings}{_source(_FIRST)}{shared}}})()')


def more_script(language: str) -> str:
    """What is loaded after the first answer: texts, pages and filters."""
    given, made = ",".join(_SHARED), ",".join(_TOOLS)
    body = f"({{{given}}})=>{{{_source(_MORE)}return{{{made}}}}}"
    return _small(f'manualSearch.take("more-{language}",{body})')


def _source(names: tuple[str, ...]) -> str:
    return "\n".join((_HERE / "browser" / f"{name}.js").read_text(encoding="utf-8") for name in names)


def _small(script: str) -> str:
    return str(jsmin(script)) + "\n"
