from __future__ import annotations

from urllib.parse import urljoin

import pytest

from coaching_manual.addresses import (
    page_address,
    relative_address,
    resolve_in_html,
    resolve_in_markdown,
    target_of,
    term_page,
    way_to_root,
)

TERM = "common-language/terms/coaching"


@pytest.mark.parametrize(
    ("kind", "record", "target"),
    [
        ("term", "coaching", f"{TERM}.md"),
        ("source", "kraft-2018", "sources.md#kraft-2018"),
        ("page", "why.md", "why.md"),
        ("page", "a/b.md#part", "a/b.md#part"),
    ],
)
def test_where_records_live(kind: str, record: str, target: str) -> None:
    assert target_of(kind, record) == target


def test_a_term_has_a_page() -> None:
    assert term_page("coaching") == f"{TERM}.md"


@pytest.mark.parametrize(
    ("src", "with_folders", "with_files"),
    [
        ("index.md", "", "index.html"),
        ("README.md", "", "index.html"),
        ("why.md", "why/", "why.html"),
        ("a/index.md", "a/", "a/index.html"),
        ("a/README.md", "a/", "a/index.html"),
        ("a/b.md", "a/b/", "a/b.html"),
        ("a/my-index.md", "a/my-index/", "a/my-index.html"),
        ("a.b/c.d.md", "a.b/c.d/", "a.b/c.d.html"),
    ],
)
def test_addresses_of_pages(src: str, with_folders: str, with_files: str) -> None:
    assert page_address(src) == with_folders
    assert page_address(src, directory_urls=False) == with_files


@pytest.mark.parametrize(
    ("address", "way"),
    [("", "./"), ("index.html", "./"), ("a/", "../"), ("a/b.html", "../"), ("a/b/c/", "../../../")],
)
def test_the_way_to_the_root(address: str, way: str) -> None:
    assert way_to_root(address) == way


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("here", ["index.md", "a.md", "a/index.md", "a/b/c.md", "sources.md"])
@pytest.mark.parametrize("target", ["index.md", "a.md", "a/index.md", "x/y.md#part", "sources.md#kraft-2018"])
def test_a_browser_finds_the_target_from_every_page(here: str, target: str, directory_urls: bool) -> None:
    root = "https://site.example/manual/"
    base = root + page_address(here, directory_urls=directory_urls)
    address = relative_address(target, page_address(here, directory_urls=directory_urls), directory_urls=directory_urls)
    path, mark, anchor = target.partition("#")
    assert urljoin(base, address) == root + page_address(path, directory_urls=directory_urls) + mark + anchor


@pytest.mark.parametrize(
    ("html", "resolved"),
    [
        ('<a href="term:coaching">x</a>', '<a href="[term coaching]">x</a>'),
        ("<a class='x' href='source:kraft-2018' id='y'>", "<a class='x' href='[source kraft-2018]' id='y'>"),
        ('<a\nhref="page:a/b.md#c">', '<a\nhref="[page a/b.md#c]">'),
        ('<a href="term:a"><a href="term:b">', '<a href="[term a]"><a href="[term b]">'),
        # other links, other attributes and texts
        ('<a href="terms:coaching">', '<a href="terms:coaching">'),
        ('<a href="https://x.example/term:a">', '<a href="https://x.example/term:a">'),
        ('<a data-href="term:coaching">', '<a data-href="term:coaching">'),
        ('<code>&lt;a href="term:coaching"&gt;</code>', '<code>&lt;a href="term:coaching"&gt;</code>'),
        ("term:coaching", "term:coaching"),
    ],
)
def test_links_in_html(html: str, resolved: str) -> None:
    assert resolve_in_html(html, lambda kind, record: f"[{kind} {record}]") == resolved


@pytest.mark.parametrize(
    ("markdown", "resolved"),
    [
        ("[x](term:coaching)", "[x](terms/coaching.md)"),
        ('[x](term:coaching "Title")', '[x](terms/coaching.md "Title")'),
        (
            "[x](source:kraft-2018), [y](page:index.md#top)",
            "[x](../sources.md#kraft-2018), [y](../index.md#top)",
        ),
        ("[x][here]\n\n[here]: term:coaching\n", "[x][here]\n\n[here]: terms/coaching.md\n"),
        ("[here]: term:coaching", "[here]: terms/coaching.md"),
        ('<a href="term:coaching">x</a>', '<a href="../../common-language/terms/coaching/">x</a>'),
        ("![x](term.png) [y](terms:a)", "![x](term.png) [y](terms:a)"),
        # what stands in code is shown, not followed
        ("`[x](term:coaching)` [x](term:coaching)", "`[x](term:coaching)` [x](terms/coaching.md)"),
        ("```\n[x](term:coaching)\n```\n", "```\n[x](term:coaching)\n```\n"),
        ('`<a href="term:coaching">`', '`<a href="term:coaching">`'),
    ],
)
def test_links_in_markdown(markdown: str, resolved: str) -> None:
    assert resolve_in_markdown(markdown, "common-language/acronyms.md") == resolved


def test_links_in_markdown_of_a_site_with_files() -> None:
    text = '[x](term:coaching) <a href="term:coaching">x</a>'
    assert resolve_in_markdown(text, "index.md", directory_urls=False) == (
        f'[x]({TERM}.md) <a href="./{TERM}.html">x</a>'
    )
