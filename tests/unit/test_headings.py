"""Headings that lead to themselves."""

from __future__ import annotations

import pytest

from coaching_manual.headings import link_headings


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ('<h2 id="a">A <em>b</em></h2>', '<h2 id="a"><a class="heading-link" href="#a">A <em>b</em></a></h2>'),
        ('<h3 class="x" id="a">A</h3>', '<h3 class="x" id="a"><a class="heading-link" href="#a">A</a></h3>'),
        ('<h4 id="a" class="x">A\nb</h4>', '<h4 id="a" class="x"><a class="heading-link" href="#a">A\nb</a></h4>'),
        (
            '<h2>No id</h2><p id="p">x</p><h2 id="b">B</h2>',
            '<h2>No id</h2><p id="p">x</p><h2 id="b"><a class="heading-link" href="#b">B</a></h2>',
        ),
    ],
)
def test_linked(html: str, linked: str) -> None:
    assert link_headings(html) == linked


@pytest.mark.parametrize(
    "html",
    [
        '<h1 id="title">The title of the page</h1>',
        "<h2>Nothing to link to</h2>",
        '<h2 id="a"><a href="x">A link</a> already</h2>',
        '<pre><code>&lt;h2 id="a"&gt;A&lt;/h2&gt;</code></pre>',
    ],
)
def test_left_alone(html: str) -> None:
    assert link_headings(html) == html
