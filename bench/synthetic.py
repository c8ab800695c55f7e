"""Synthetic manuals of any size: same seed, same bytes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_SYLLABLES = "ba co di fu ga he ji ko lu ma ne pi ro su ta ve wi xo yu za chi tra pre con mer lin".split()
_FILLER = (
    "the and with people learning week meeting notes school we talk plan before after room day lesson bus office "
    "team ask give look back time work next help grow try again small step family student because when they have"
).split()
_SPECIES = ("cycle", "visit", "plan", "talk", "guide", "group", "record", "round")
_SHARE_OF_TWO_WORDS = 0.6
MENTIONS_ON_A_PAGE = 30
WORDS_ON_A_PAGE = 700


@dataclass(frozen=True)
class Size:
    """How many pages are written by hand, and how many terms there are (each has a page too)."""

    pages: int
    terms: int

    @property
    def total(self) -> int:
        """All pages of the site."""
        return self.pages + self.terms

    def __str__(self) -> str:
        return f"{self.pages:,} pages, {self.terms:,} terms"


def names(count: int) -> list[str]:
    """Distinct made-up names of one to three words."""
    chance = random.Random(11)
    found: dict[str, None] = {}
    while len(found) < count:
        word = "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4)))
        tail = [f" {chance.choice(_SPECIES)}"] if chance.random() < _SHARE_OF_TWO_WORDS else []
        found["".join([word.capitalize(), *tail])] = None
    return list(found)


def page_text(number: int, mentions: list[str], *, headings: int = 7, prose: Sequence[str] = _FILLER) -> str:
    """A page with about 700 words of the prose, a table, a list, and 30 mentions of terms."""
    chance = random.Random(number)
    words = [chance.choice(prose) for _ in range(WORDS_ON_A_PAGE)]
    for at in chance.sample(range(WORDS_ON_A_PAGE), MENTIONS_ON_A_PAGE):
        words[at] = chance.choice(mentions).lower()
    parts = [f"# Page {number}\n"]
    share = WORDS_ON_A_PAGE // headings
    for section in range(headings):
        here = words[section * share : (section + 1) * share]
        half = len(here) // 2
        parts += [f"## Part {section} of {number}\n", _sentences(here[:half]), _sentences(here[half:])]
        if section == 2:  # noqa: PLR2004
            parts.append("| Step | Minutes |\n| --- | --- |\n| Ask | 5 |\n| Plan | 10 |\n")
        if section == 4:  # noqa: PLR2004
            parts.append(f"- one `code` word\n- a [link](../unit-0/page-0.md)\n- **bold** {here[0]}\n")
    return "\n".join(parts)


def _sentences(words: list[str]) -> str:
    text = " ".join(words)
    return text[:1].upper() + text[1:] + ".\n"


def term_entry(number: int, name: str, others: list[str]) -> str:
    """The YAML of a term as full as the real ones."""
    term_id = name.lower().replace(" ", "-")
    other = others[(number * 7 + 1) % len(others)].lower().replace(" ", "-")
    related = f"    related: [{other}]\n" if other != term_id else ""
    return f"""\
  - id: {term_id}
    term: {name}
    definition: >-
      What people do when they meet number {number} before a lesson and look at the notes together with a
      colleague, so that the next step is small and clear.
    basis: practice
    synonyms: [{name.lower()} way {number}, {name.lower()} kind {number}]
    search_words: [how do I number {number}, who helps with number {number}]
    retired_names:
      - name: Old{number} name
        changed: The name changed when the plan was written anew.
{related}    audience: [all-staff]
    scope_note: >-
      It is not a visit by the office, which has other aims and another length.
    example: We tried number {number} on Monday and asked the team what they saw.
    es:
      term: nombre {number}
      definition: Lo que hacen las personas cuando se reúnen antes de una lección y miran las notas.
"""


PageText = Callable[[int, list[str]], str]
"""What stands on the page of a number that mentions terms."""


def make_project(folder: Path, size: Size, base: Path, text_of: PageText = page_text) -> Path:
    """Write a project of a size into a folder; ``base`` is a small framework for everything but the terms."""
    framework = folder / "framework"
    (framework / "vocabulary").mkdir(parents=True)
    for path in base.glob("*.yml"):
        (framework / path.name).write_bytes(path.read_bytes())
    all_names = names(size.terms)
    _write_terms(framework / "vocabulary", all_names)
    nav = _write_pages(folder / "docs", size.pages, all_names, text_of)
    config = folder / "mkdocs.yml"
    config.write_text(_CONFIG.format(plugin="coaching-manual", theme="coaching-manual", nav=nav), encoding="utf-8")
    (folder / "plain.yml").write_text(
        _CONFIG.format(plugin="material/search", theme=_PLAIN_THEME, nav=nav).replace(
            "docs_dir: docs", "docs_dir: written"
        ),
        encoding="utf-8",
    )
    return config


def _write_terms(folder: Path, all_names: list[str]) -> None:
    for start in range(0, len(all_names), 100):
        entries = [term_entry(start + n, name, all_names) for n, name in enumerate(all_names[start : start + 100])]
        text = "category: core\nterms:\n" + "".join(entries)
        (folder / f"part-{start:05}.yml").write_text(text, encoding="utf-8")


def _write_pages(docs: Path, count: int, all_names: list[str], text_of: PageText) -> str:
    docs.mkdir()
    (docs / "common-language").mkdir()
    (docs / "index.md").write_text("# Start\n", encoding="utf-8")
    (docs / "common-language" / "index.md").write_text("# A to Z\n", encoding="utf-8")
    (docs / "open-decisions.md").write_text("# Open\n\n## Owners {#owners-of-pages-and-measures}\n", encoding="utf-8")
    (docs / "sources.md").write_text("# Sources\n", encoding="utf-8")
    nav = ["  - index.md", "  - common-language/index.md", "  - open-decisions.md", "  - sources.md"]
    for number in range(count):
        unit = docs / f"unit-{number // 10}"
        unit.mkdir(exist_ok=True)
        if number % 100 == 0:
            nav.append(f"  - Section {number // 100}:")
        if number % 10 == 0:
            nav.append(f"      - Unit {number // 10}:")
        nav.append(f"          - {unit.name}/page-{number}.md")
        (unit / f"page-{number}.md").write_text(text_of(number, all_names), encoding="utf-8")
    return "\n".join(nav)


_PLAIN_THEME = """material
  font: false
  features: [navigation.indexes, navigation.prune, toc.follow]"""
_CONFIG = """\
site_name: Synthetic
docs_dir: docs
theme:
  name: {theme}
plugins:
  - {plugin}
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables, toc]
validation:
  nav: {{omitted_files: ignore}}
nav:
{nav}
"""
