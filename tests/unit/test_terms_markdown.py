from __future__ import annotations

from collections.abc import Callable

import pytest

from coaching_manual.terms.markdown import (
    SWITCH_OFF,
    SWITCH_ON,
    keep_switches,
    linkable,
    spoken,
    without_code,
)

PAGE = """\
# Coaching {#coaching}

Plain *coaching* and `coaching`, [coaching](coaching.md) é «coaching».

```python title="coaching"
coaching = "coaching"
```

Setext coaching
---------------

<!-- terms: off -->
coaching
<!-- terms: on -->

!!! note "Coaching"
    Coaching {{ term("coaching", text="coaching") }} https://coaching.example/coaching
"""


def words(kept: str) -> str:
    return " ".join(kept.split())


@pytest.mark.parametrize("blank", [linkable, spoken, without_code])
def test_every_place_stays_the_same(blank: Callable[[str], str]) -> None:
    kept = blank(PAGE)
    assert len(kept) == len(PAGE)
    assert all(char in (original, " ") for char, original in zip(kept, PAGE, strict=True))
    assert [at for at, char in enumerate(kept) if char == "\n"] == [at for at, char in enumerate(PAGE) if char == "\n"]


def test_a_whole_page() -> None:
    assert words(linkable(PAGE)) == "Plain *coaching* and , é «coaching». Coaching"
    assert words(spoken(PAGE)) == (
        "# Coaching Plain *coaching* and , [coaching] é . Setext coaching --------------- !!! note Coaching"
    )


@pytest.mark.parametrize(
    ("text", "to_link", "to_check"),
    [
        ("coach", "coach", "coach"),
        # headings and labels are read but hold no links
        ("## A coach", "", "## A coach"),
        ("A coach\n===", "", "A coach ==="),
        ("#coach", "#coach", "#coach"),
        ("???+ note\n    coach", "coach", "???+ note coach"),
        ('=== "Coach"\n    text', "text", "=== text"),
        # links
        ("[coach](coach.md)", "", "[coach]"),
        ("[coach][here]", "", "[coach]"),
        ("![coach](coach.png)", "", "![coach]"),
        ("[here]: coach.md", "", ""),
        ("[x](a_(coach).md) coach", "coach", "[x] coach"),
        ('<a href="coach">coach</a>', "", "coach"),
        ("https://coach.example/ coach@example.org", "", ""),
        # code
        ("`coach`", "", ""),
        ("``a ` coach``", "", ""),
        ("`` ` coach", "`` ` coach", "`` ` coach"),
        ("~~~\ncoach\n~~~\nafter", "after", "after"),
        ("```\ncoach\n~~~\ncoach\n```\nafter", "after", "after"),
        ("````\n```\ncoach\n````\nafter", "after", "after"),
        ("```\ncoach without an end", "", ""),
        ("  ```\n  coach\n  ```\nafter", "after", "after"),
        ("<pre>coach</pre> <code>coach</code> after", "after", "after"),
        ("<script>coach</script><style>coach</style>after", "after", "after"),
        # macro calls, tags, comments and attributes
        ("{{ term(\n'coach') }} after", "after", "after"),
        ("{% set coach = 1 %}after", "after", "after"),
        ('<p title="coach">after</p>', "after", "after"),
        ("<!-- coach\ncoach -->after", "after", "after"),
        ("text {#coach} {: .coach } after", "text after", "text after"),
        # what HTML keeps for itself
        ("<button>coach</button> <h2>coach</h2> <summary>coach</summary>", "", "coach coach coach"),
        # quotation marks: talked about, not used
        ('“coach” and "coach" and «coach»', '“coach” and "coach" and «coach»', "and and"),
        ("<q>coach</q>", "", ""),
        ('a "coach\nand "coach', 'a "coach and "coach', 'a "coach and "coach'),
        # opted out
        ("a <!-- terms: off --> coach <!-- terms: on --> b", "a b", "a b"),
        ("a <!--terms:off--> coach", "a", "a"),
        ("a <!-- terms: of --> coach", "a coach", "a coach"),
    ],
)
def test_what_is_prose(text: str, to_link: str, to_check: str) -> None:
    assert words(linkable(text)) == to_link
    assert words(spoken(text)) == to_check


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a `{{ b }}` c", "a           c"),
        ("a `b` c ``d ` e`` f", "a     c           f"),
        ("```\n{{ a }}\n```\nb {{ c }}", "   \n       \n   \nb {{ c }}"),
        ("a {#b}", "a {#b}"),
        ("no code", "no code"),
    ],
)
def test_without_code(text: str, kept: str) -> None:
    assert without_code(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        # inside a line: a mark takes the place of the comment
        ("a <!-- terms: off --> b <!-- terms: on --> c", f"a {SWITCH_OFF} b {SWITCH_ON} c"),
        ("<!-- terms: off --> b <!-- terms: on -->", f"{SWITCH_OFF} b {SWITCH_ON}"),
        ("a <!--terms:off-->", f"a {SWITCH_OFF}"),
        # alone on its line: Python-Markdown leaves it where it is
        ("a\n\n<!-- terms: off -->\n\nb", "a\n\n<!-- terms: off -->\n\nb"),
        ("  <!-- terms: on -->  \n", "  <!-- terms: on -->  \n"),
        # other comments and other words
        ("a <!-- term: off --> b", "a <!-- term: off --> b"),
        ("a <!-- note --> b", "a <!-- note --> b"),
        ("terms: off", "terms: off"),
    ],
)
def test_keep_switches(text: str, kept: str) -> None:
    assert keep_switches(text) == kept
