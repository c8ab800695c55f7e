"""What a page may run and load, read from the pages themselves."""

from __future__ import annotations

import base64
import hashlib

import pytest

from coaching_manual.publish.policy import (
    Inline,
    PolicyError,
    header_policy,
    insert_meta,
    read_inline,
    refuse_faults,
    with_policy,
)

WHOLE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)


def hash_of(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def test_the_policy_of_a_site_without_inline_scripts() -> None:
    assert header_policy([]) == f"{WHOLE}; frame-ancestors 'none'"


def test_hashes_are_sorted_so_that_the_header_is_always_the_same() -> None:
    assert "script-src 'self' 'sha256-aa=' 'sha256-bb=';" in header_policy(["bb=", "aa="])


@pytest.mark.parametrize(
    ("html", "scripts"),
    [
        ("<script>go(1 < 2 && 'é')</script>", ["go(1 < 2 && 'é')"]),
        ("<script type='module'>\n a()\n</script><SCRIPT>b()</SCRIPT>", ["\n a()\n", "b()"]),
        ('<script src="a.js"></script>', []),
        ('<script\n defer\n src="a.js"></script>', []),
        ('<script type="application/json">{"a": 1}</script>', []),
        ("<p>no script at all</p>", []),
        ("<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>", []),
    ],
)
def test_inline_scripts_are_found_by_their_hash(html: str, scripts: list[str]) -> None:
    assert read_inline(html) == Inline(frozenset(map(hash_of, scripts)))


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<p>\n<em style="color: red">', 'line 2: <em style="color: red">'),
        ("<p STYLE=x>", 'line 1: <p style="x">'),
        ('<button onclick="go()">', 'line 1: <button onclick="go()">'),
        ("<style>p {}</style>", "line 1: <style>"),
        ('<a href=" JavaScript:go()">', 'line 1: <a href=" JavaScript:go()">'),
    ],
)
def test_what_the_policy_would_break_is_a_fault(html: str, fault: str) -> None:
    assert read_inline(html) == Inline(faults=(fault,))


@pytest.mark.parametrize(
    "html",
    [
        '<p>Write style="color: red" and onclick=go() nowhere.</p>',
        '<code>&lt;p style="color: red"&gt;</code>',
        '<a title="use javascript: here" href="x">x</a>',
        '<p data-style="a" class="on style">',
    ],
)
def test_words_about_it_are_none(html: str) -> None:
    assert read_inline(html) == Inline()


def test_every_fault_of_every_page_is_named_at_once() -> None:
    pages = {
        "a.html": Inline(),
        "b.html": Inline(faults=("line 1: <style>", "line 9: <p on=>")),
        "c.html": Inline(faults=("line 2: x",)),
    }
    with pytest.raises(PolicyError) as raised:
        refuse_faults(pages)
    assert str(raised.value) == (
        "These pages hold styles or scripts inside a tag, which the site's security policy blocks in the "
        "reader's browser:\n\n"
        "  b.html, line 1: <style>\n  b.html, line 9: <p on=>\n  c.html, line 2: x\n\n"
        "Use a class (docs/editing tells which there are), or put the rule in a style sheet."
    )


def test_pages_without_fault_pass() -> None:
    refuse_faults({"a.html": Inline(frozenset({"aa="}))})


def test_a_page_carries_the_policy_without_the_rule_that_only_a_header_may_set() -> None:
    page = '<!doctype html><html><head>\n<meta charset="utf-8">\n<script>x</script></head>'
    meta = f'<meta http-equiv="Content-Security-Policy" content="{WHOLE}">'
    expected = page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{meta}')
    assert with_policy(page, []) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<html><head lang="en"><title>', '<html><head lang="en">\nMETA<title>'),
        ("<header><head><title>", "<header><head>\nMETA<title>"),
        ("<!DOCTYPE html><title>", "<!DOCTYPE html>\nMETA<title>"),
        ("bare", "\nMETAbare"),
    ],
)
def test_a_tag_goes_as_near_to_the_start_as_can_be(page: str, expected: str) -> None:
    assert insert_meta(page, "META") == expected
