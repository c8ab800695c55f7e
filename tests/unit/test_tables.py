from __future__ import annotations

import pytest
from markdown import markdown

from coaching_manual.tables import finish_tables

PAGE = """\
# Commands

## Options

| Option | What "it" does |
|---|:-:|
| `--fix` | *mends* |
| `--advice` | |
"""


def test_a_table_gets_caption_scopes_and_labels() -> None:
    html = finish_tables(markdown(PAGE, extensions=["tables"]))
    assert html == (
        "<h1>Commands</h1>\n<h2>Options</h2>\n"
        '<div class="table-wrap" role="region" tabindex="0" aria-labelledby="caption-1">\n'
        '<table>\n<caption id="caption-1" class="caption-unseen">Options</caption>\n<thead>\n<tr>\n'
        '<th scope="col">Option</th>\n'
        '<th scope="col" class="to-center">What "it" does</th>\n'
        "</tr>\n</thead>\n<tbody>\n<tr>\n"
        '<td data-label="Option"><code>--fix</code></td>\n'
        '<td data-label="What &quot;it&quot; does" class="to-center"><em>mends</em></td>\n'
        "</tr>\n<tr>\n"
        '<td data-label="Option"><code>--advice</code></td>\n'
        '<td data-label="What &quot;it&quot; does" class="to-center"></td>\n'
        "</tr>\n</tbody>\n</table>\n</div>"
    )


def test_each_table_has_its_own_name_and_the_nearest_heading() -> None:
    table = "\n| a | b |\n|---|---|\n| c | d |\n"
    html = finish_tables(markdown(f"{table}\n# One\n{table}\n## Two\n{table}", extensions=["tables"]))
    captions = [
        f'id="caption-{number}" class="caption-unseen">{text}<'
        for number, text in enumerate(("Table", "One", "Two"), 1)
    ]
    assert [caption in html for caption in captions] == [True] * 3


@pytest.mark.parametrize(
    "html",
    [
        "<p>No table.</p>",
        "<table>\n<caption>Own</caption>\n<thead>\n<tr><th>a</th></tr>\n</thead>\n</table>",
        '<table class="own">\n<thead>\n<tr><th>a</th></tr>\n</thead>\n</table>',
    ],
)
def test_other_html_stays(html: str) -> None:
    assert finish_tables(html) == html
