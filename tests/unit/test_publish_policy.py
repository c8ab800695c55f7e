"""What a page may run and load: nothing that stands in the page itself."""

from __future__ import annotations

import pytest

from coaching_manual.publish.policy import (
    PolicyError,
    faults_in,
    header_policy,
    insert_meta,
    refuse_faults,
    with_policy,
)

WHOLE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)


def test_the_policy_of_a_site() -> None:
    assert header_policy() == f"{WHOLE}; frame-ancestors 'none'"


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<p>\n<em style="color: red">', 'line 2: <em style="color: red">'),
        ("<p STYLE=x>", 'line 1: <p style="x">'),
        ('<button onclick="go()">', 'line 1: <button onclick="go()">'),
        ("<style>p {}</style>", "line 1: <style>"),
        ('<a href=" JavaScript:go()">', 'line 1: <a href=" JavaScript:go()">'),
        ("<p>\n<script>go(1 < 2 && 'é')</script>", "line 2: <script> without src"),
        ("<SCRIPT type='module'>b()</SCRIPT>", "line 1: <script> without src"),
    ],
)
def test_what_the_policy_would_break_is_a_fault(html: str, fault: str) -> None:
    assert faults_in(html) == (fault,)


@pytest.mark.parametrize(
    "html",
    [
        '<p>Write style="color: red" and onclick=go() nowhere.</p>',
        '<code>&lt;p style="color: red"&gt;</code>',
        '<a title="use javascript: here" href="x">x</a>',
        '<p data-style="a" class="on style">',
        '<script\n defer\n src="a.js"></script>',
        '<script type="application/json">{"a": 1}</script>',
        "<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>",
    ],
)
def test_words_about_it_are_none(html: str) -> None:
    assert faults_in(html) == ()


def test_every_fault_of_every_page_is_named_at_once() -> None:
    pages = {
        "a.html": (),
        "b.html": ("line 1: <style>", "line 9: <p on=>"),
        "c.html": ("line 2: x",),
    }
    with pytest.raises(PolicyError) as raised:
        refuse_faults(pages)
    assert str(raised.value) == (
        "These pages hold styles or scripts of their own, which the site's security policy blocks in the "
        "reader's browser:\n\n"
        "  b.html, line 1: <style>\n  b.html, line 9: <p on=>\n  c.html, line 2: x\n\n"
        "Use a class (docs/editing tells which there are), or put the rule in a style sheet "
        "(extra_css in mkdocs.yml) and the script in a file (extra_javascript)."
    )


def test_pages_without_fault_pass() -> None:
    refuse_faults({"a.html": ()})


def test_a_page_carries_the_policy_without_the_rule_that_only_a_header_may_set() -> None:
    page = '<!doctype html><html><head>\n<meta charset="utf-8">\n<script>x</script></head>'
    meta = f'<meta http-equiv="Content-Security-Policy" content="{WHOLE}">'
    expected = page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{meta}')
    assert with_policy(page) == expected


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
