from __future__ import annotations

from datetime import date

import pytest

from coaching_manual.pages import Page, parse_page, read_pages
from coaching_manual.problems import Place, Problems
from tests.unit.sample import Sample


def parsed(text: str) -> Page:
    problems = Problems()
    page = parse_page(text, "a/b.md", "docs/a/b.md", problems)
    assert list(problems) == []
    return page


@pytest.mark.parametrize(
    ("text", "body", "first_line"),
    [
        ("# Title\n", "# Title\n", 1),
        ("", "", 1),
        ("---\ntitle: x\n---\n# Title\n", "# Title\n", 4),
        ("---\ntitle: x\n---\n\n\n# Title\n", "\n\n# Title\n", 4),
        ("---\ntitle: x\n...\nText", "Text", 4),
        ("---  \ntitle: x\n---  \nText", "Text", 4),
        ("---\n---\nText", "Text", 3),
        ("---\ntitle: x\n---", "", 3),
        # a line later on is a line of the text
        ("Text\n\n---\n\nText\n", "Text\n\n---\n\nText\n", 1),
    ],
)
def test_a_page_is_split_into_settings_and_text(text: str, body: str, first_line: int) -> None:
    page = parsed(text)
    assert (page.body, page.first_line) == (body, first_line)
    assert page.settings_lost is False


def test_settings() -> None:
    page = parsed("---\naudience: [coaches]\nupdated: 2026-11-22\nterms: false\nvalues: {days: 3}\n---\nText")
    assert page.settings.audience == ("coaches",)
    assert page.settings.updated == date(2026, 11, 22)
    assert (page.settings.terms, page.settings.wording, page.settings.status) == (False, True, "adopted")
    assert page.settings.values == {"days": 3}
    assert page.front_matter is not None
    assert page.front_matter.place(("values", "days")) == Place("docs/a/b.md", 5, 16, 17)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# One\n\n# Two", "One"),
        ("Text\n\n#  Spaced  \n", "Spaced"),
        ("# With an id {#id}", "With an id"),
        ("# With **marks**", "With **marks**"),
        ("---\ntitle: Setting\n---\n# Heading", "Setting"),
        ("---\nowner: x\n---\n# Heading", "Heading"),
        ("## Only smaller", ""),
        ("#No space", ""),
        ("```\n# a note in code\n```\n\n# Title", "Title"),
        ("", ""),
    ],
)
def test_the_title(text: str, title: str) -> None:
    assert parsed(text).title == title


def test_places_count_the_front_matter() -> None:
    page = parsed("---\ntitle: é\n---\n🎉 é word\nnext word\n")
    assert page.place(1) == Place("docs/a/b.md", 4)
    assert page.place(2, 3, 5) == Place("docs/a/b.md", 5, 3, 5)
    assert page.place_at(page.body.index("word"), 4) == Place("docs/a/b.md", 4, 5, 9)
    assert page.place_at(page.body.rindex("word"), 4) == Place("docs/a/b.md", 5, 6, 10)
    assert page.place_at(0) == Place("docs/a/b.md", 4, 1)


@pytest.mark.parametrize(
    ("text", "code", "place", "body", "first_line"),
    [
        ("---\ntitle: x\nText", "PAGE-FRONT-MATTER", Place("docs/a/b.md", 1), "title: x\nText", 2),
        ("---\n- x\n---\nText", "PAGE-FRONT-MATTER", Place("docs/a/b.md", 2, 1), "Text", 4),
        ("---\ntitle: [x\n---\nText", "YAML-SYNTAX", None, "Text", 4),
        ("---\n\ttitle: x\n---\nText", "YAML-TAB", Place("docs/a/b.md", 2, 1, 2), "Text", 4),
    ],
)
def test_settings_that_cannot_be_read(text: str, code: str, place: Place | None, body: str, first_line: int) -> None:
    problems = Problems()
    page = parse_page(text, "a/b.md", "docs/a/b.md", problems)
    (problem,) = problems
    assert problem.code == code
    assert place in (None, problem.place)
    assert (page.body, page.first_line, page.settings_lost) == (body, first_line, True)
    # nothing is said of it that its settings might forbid
    assert (page.settings.terms, page.settings.wording) == (False, False)


def test_one_faulty_setting_does_not_take_the_others_with_it() -> None:
    problems = Problems()
    page = parse_page("---\ntitle: x\nstatus: odd\n---\nText", "a.md", "docs/a.md", problems)
    (problem,) = problems
    assert (problem.code, problem.place) == ("FIELD-VALUE", Place("docs/a.md", 3, 9, 12))
    assert (page.settings.title, page.settings.status) == ("x", "adopted")


def test_pages_are_read_in_the_order_of_their_paths_and_hidden_ones_not_at_all(sample: Sample) -> None:
    for name in ("b.md", "a/c.md", ".hidden.md", ".folder/a.md", "a/.x/b.md", "notes.txt"):
        sample.write(f"docs/{name}", "# x\n")
    sample.write("docs/windows.md", "\ufeff---\r\ntitle: x\r\n---\r\n# y\r\n")
    problems = Problems()
    pages = list(read_pages(sample.root / "docs", sample.root, problems))
    assert [(page.src, page.file) for page in pages] == [
        (src, f"docs/{src}")
        for src in (
            "a/c.md",
            "b.md",
            "common-language/acronyms.md",
            "common-language/index.md",
            "index.md",
            "open-decisions.md",
            "sources.md",
            "windows.md",
        )
    ]
    assert (pages[-1].settings.title, pages[-1].body) == ("x", "# y\n")
    assert list(problems) == []


def test_no_folder_of_pages(sample: Sample) -> None:
    problems = Problems()
    assert list(read_pages(sample.root / "nowhere", sample.root, problems)) == []
    assert [(problem.code, problem.place) for problem in problems] == [("FILE-MISSING", Place("nowhere"))]
