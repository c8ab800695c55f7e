"""Titles of linked pages within sentences: on the web a color tells where they begin and end."""

from __future__ import annotations

import pytest

from coaching_manual.print.fields import Fields
from coaching_manual.print.setting import Place, Setting
from coaching_manual.print.tree import parse

PAGES = {"a.md": "Confidentiality, and its limits", "b.md": "You agree to all"}


def marked(paragraph: str) -> bool:
    setting = Setting(Place("p0"), Fields(), lambda _: {"url": "a"}, title=lambda href: PAGES.get(href, ""))
    (block,) = setting.page(parse(f"<p>{paragraph}</p>"))
    (link,) = (piece for piece in block["c"] if isinstance(piece, dict))
    words = link["c"][0]
    assert isinstance(words, str) or words["t"] == "i"
    return not isinstance(words, str)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ('See <a href="a.md">Who sees what</a> for a table.', True),
        ('From Foundations, <a href="session:c/1">Session 1</a>.', True),
        ('Véase <a href="a.md">Árbol de ayuda</a>.', True),
        ('<a href="a.md">Confidentiality</a> has a table.', True),
        ('<a href="a.md">Confidentiality, and its limits</a> has a table.', True),
        ('<a href="b.md">You agree to</a> a plan.', False),  # the beginning of a sentence, not of a title
        ('<a href="a.md">Confidentiality</a> · All chapters', False),  # the signs between them tell
        ('Training: <a href="curriculum:c">Foundations</a>; more', False),
        ('Read the <a href="a.md">who sees what</a> first.', False),  # part of the sentence
        ('as <a href="source:kraft-2018">Kraft and others</a> found', False),
        ('on <a href="https://example.org">Example</a> you find it', False),
    ],
)
def test_a_title_in_a_sentence_is_marked(paragraph: str, *, expected: bool) -> None:
    assert marked(paragraph) is expected
