"""The scripts of the search box, made small: one for each language that answers first, and two with the rest."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from rjsmin import jsmin

LANGUAGES = ("en", "es")
CARDS_IN_FILE = 8
_HERE = Path(__file__).parent
_FIRST = ("ranking", "words", "matcher", "library", "draw", "box")
TOOLS = {
    "guesses": (("guesses",), ("Guesses",)),
    "more": (
        ("texts", "pages", "filters"),
        ("Texts", "drawPage", "drawNothing", "excerptsOf", "offerFilters", "passes"),
    ),
}
"""What is loaded later: the sources of each script, and what they make."""
_SHARED = (
    "LANGUAGE",
    "RANKING",
    "fold",
    "singular",
    "family",
    "wordsOf",
    "append",
    "isWithin",
    "element",
    "phrase",
    "titleOf",
)


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


def tool_script(name: str) -> str:
    """What is loaded when it is needed, in any language: guesses, or texts with pages and filters."""
    sources, made = TOOLS[name]
    body = f"({{{','.join(_SHARED)}}})=>{{{_source(sources)}return{{{','.join(made)}}}}}"
    return _small(f'manualSearch.take("{name}",{body})')


def _source(names: tuple[str, ...]) -> str:
    return "\n".join((_HERE / "browser" / f"{name}.js").read_text(encoding="utf-8") for name in names)


def _small(script: str) -> str:
    return str(jsmin(script)) + "\n"
