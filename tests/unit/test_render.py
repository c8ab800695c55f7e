from __future__ import annotations

from pathlib import Path

import pytest

from coaching_manual.pages import parse_page
from coaching_manual.problems import Place, Problem, Problems
from coaching_manual.render import Inline, Renderer
from tests.unit.sample import Sample

FRONT = "---\ntitle: Test\nvalues: {days: 3}\n---\n"
INCOMPLETE = "This macro call is not complete: a bracket, brace, comma or quotation mark is missing or too much."
TERM = '<a class="term-link" href="term:coaching">coaching</a>'


def render(sample: Sample, text: str) -> tuple[str | None, list[Problem]]:
    manual = sample.manual()
    problems = Problems()
    renderer = Renderer(manual.project.macros, sample.root, problems)
    renderer.use(manual.views)
    page = parse_page(text, "test.md", "docs/test.md", problems)
    return renderer.render_page(page), list(problems)


def macro(sample: Sample, name: str, text: str) -> Path:
    return sample.write(f"macros/{name}.html.j2", text)


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ('a {{ term("coaching") }} b', f"a {TERM} b"),
        ("{{ term('coaching', text='<b>') }}", '<a class="term-link" href="term:coaching">&lt;b&gt;</a>'),
        ("{{ page.values.days }} {{ district.short_name }}", "3 Sample"),
        ("{% if page.values.days > 2 %}\nmany\n{% endif %}\n", "many\n"),
        ("a{## a note ##}b", "ab"),
        # without anything for Jinja
        ("a { b } {# c } %} }}", "a { b } {# c } %} }}"),
        ("", ""),
        # an id of Markdown is no comment, beside a call and without one
        ("## A {#a}\n\ntext {: #b }\n", "## A {#a}\n\ntext {: #b }\n"),
        ('## A {#a}\n{{ term("coaching") }}\n## B {#b}\n', f"## A {{#a}}\n{TERM}\n## B {{#b}}\n"),
        # code is shown as it is, between calls that are carried out
        ('`{{ term("coaching") }}`', '`{{ term("coaching") }}`'),
        (
            '{{ term("coaching") }} `{{ nothing }}` ``{% `x` %}``',
            f"{TERM} `{{{{ nothing }}}}` ``{{% `x` %}}``",
        ),
        (
            '```\n{{ nothing() }}\n{% if %}\n```\n{{ term("coaching") }}',
            f"```\n{{{{ nothing() }}}}\n{{% if %}}\n```\n{TERM}",
        ),
        ("~~~jinja\n{## x ##}\n~~~\n", "~~~jinja\n{## x ##}\n~~~\n"),
        # Markdown is not escaped, the end of the page stays
        ('a & b < c > "d" {{ 1 }}\n\n\n', 'a & b < c > "d" 1\n\n\n'),
    ],
)
def test_what_is_rendered(sample: Sample, text: str, rendered: str) -> None:
    assert render(sample, FRONT + text) == (rendered, [])


@pytest.mark.parametrize("front", ["", "---\ntitle: é\n---\n", "---\ntitle: é\n\n\nowner: x\n---\n"])
def test_lines_are_counted_in_the_file(sample: Sample, front: str) -> None:
    rendered, problems = render(sample, f'{front}# A\n\n🎉 é {{{{ term("coching") }}}}\n')
    assert rendered is None
    assert [(problem.code, problem.place) for problem in problems] == [
        ("TERM-UNKNOWN", Place("docs/test.md", front.count("\n") + 3, 14, 21))
    ]


def test_an_unknown_term_in_full(sample: Sample) -> None:
    _, problems = render(sample, '{{ term("coching") }}')
    assert problems == [
        Problem(
            "TERM-UNKNOWN",
            'There is no term with the id "coching".',
            Place("docs/test.md", 1, 10, 17),
            'Did you mean "coaching" or "coach"?',
            "the macro term",
        )
    ]


def test_several_faults_are_reported_together(sample: Sample) -> None:
    text = (
        FRONT + '{{ term("coching") }} and {{ term("coaching") }}\n'
        '{{ trem("coaching") }}\n'
        "{{ coaching }}\n"
        '{{ cite(\n    "study-2021"\n) }}\n'
        '{{ term("coaching", txet="x") }}\n'
        '{{ term("a", "b", "c") }}\n{{ term() }}\n'
        "{{ term }}\n"
        '{{ terms(category="cor") }} {{ terms(audience="staff") }}\n'
        '{{ compare("coaching") }}\n'
        "`{{ nothing() }}`\n"
    )
    rendered, problems = render(sample, text)
    assert rendered is None
    found = [(problem.code, problem.place.line, problem.place.column, problem.message) for problem in problems]
    assert found == [
        ("TERM-UNKNOWN", 5, 10, 'There is no term with the id "coching".'),
        ("MACRO-UNKNOWN", 6, 4, 'There is no macro "trem".'),
        ("JINJA-UNDEFINED", 7, 4, '"coaching" means nothing here.'),
        ("SOURCE-UNKNOWN", 9, 6, 'There is no source with the id "study-2021".'),
        ("MACRO-ARGUMENT", 11, 21, 'The macro "term" has no argument "txet".'),
        ("MACRO-ARGUMENT", 12, 4, 'The macro "term" is given 3 values and takes 2.'),
        ("MACRO-ARGUMENT", 13, 4, 'The macro "term" needs id, and the call does not give it.'),
        ("JINJA-UNDEFINED", 14, 4, 'The macro "term" needs round brackets.'),
        ("CATEGORY-UNKNOWN", 15, 20, 'There is no category with the id "cor".'),
        ("AUDIENCE-UNKNOWN", 15, 48, 'There is no audience with the id "staff".'),
        ("MACRO-ARGUMENT", 16, 4, 'Several ids are needed, in square brackets: ["coaching", "…"].'),
    ]


@pytest.mark.parametrize(
    ("text", "code", "line", "message"),
    [
        ("# A\n\n{{ term('coaching' }}\n", "JINJA-SYNTAX", 7, INCOMPLETE),
        ("{{ term(“coaching”) }}", "JINJA-SYNTAX", 5, "Curly quotation marks cannot be read here."),
        ("a\n{% if 1 %}\nb", "JINJA-SYNTAX", 6, 'The block "if" opens and does not close.'),
        (
            "{% if 1 %}\n{% if 2 %}\n{% endif %}\nb\n\n",
            "JINJA-SYNTAX",
            5,
            'The block "if" opens and does not close.',
        ),
        ("a\n{% endif %}", "JINJA-SYNTAX", 6, '"endif" closes something that never opened.'),
        ("a\n\n{{ 1 | nofilter }}", "JINJA-SYNTAX", 7, 'There is no filter "nofilter".'),
    ],
)
def test_what_cannot_be_read(sample: Sample, text: str, code: str, line: int, message: str) -> None:
    rendered, (problem,) = render(sample, FRONT + text)
    assert rendered is None
    assert (problem.code, problem.place.line, problem.message) == (code, line, message)


def test_a_fault_inside_a_macro_file_names_the_call_and_that_file_with_its_line(sample: Sample) -> None:
    macro(
        sample,
        "broken",
        "{##\nIt fails.\n##}\n{% macro broken(id) %}\n<p>\n{{ view.nothing(id) }}\n{% endmacro %}\n",
    )
    rendered, (problem,) = render(sample, FRONT + '# A\n\n{{ broken("coaching") }}\n')
    assert rendered is None
    assert (problem.code, problem.place) == ("JINJA-FAILED", Place("docs/test.md", 7, 4, 10))
    assert problem.message == 'The macro "broken" failed while it was working.'
    assert problem.related == ((Place("macros/broken.html.j2", 6), "in this macro file"),)


def test_a_macro_file_that_cannot_be_read_is_reported_once_at_its_line(sample: Sample) -> None:
    macro(sample, "broken", "{% macro broken() %}\n\n{{ view. }}\n{% endmacro %}\n")
    rendered, problems = render(sample, "{{ broken() }}\n\n{{ broken() }}\n")
    assert rendered is None
    assert [(problem.code, problem.place, problem.message) for problem in problems] == [
        (
            "JINJA-SYNTAX",
            Place("macros/broken.html.j2", 3),
            "This macro file cannot be read, so nothing can be shown with it.",
        )
    ]


def test_a_macro_file_that_fails_while_it_is_loaded(sample: Sample) -> None:
    macro(
        sample,
        "broken",
        "{% set x = 1 %}\n{% set y = x.nothing.more %}\n{% macro broken() %}{% endmacro %}\n",
    )
    _, problems = render(sample, "text")
    assert [(problem.code, problem.place) for problem in problems] == [
        ("JINJA-FAILED", Place("macros/broken.html.j2", 2))
    ]


def test_a_macro_file_without_a_macro_of_its_name(sample: Sample) -> None:
    macro(sample, "named", "{% macro other() %}x{% endmacro %}\n")
    _, problems = render(sample, "text")
    assert [(problem.code, problem.place) for problem in problems] == [("MACRO-UNKNOWN", Place("macros/named.html.j2"))]


def test_a_macro_of_the_project_counts_before_the_one_that_comes_along(sample: Sample) -> None:
    macro(sample, "term", "{% macro term(id) %}[{{ id }}]{% endmacro %}\n")
    assert render(sample, '{{ term("x") }} {{ cite("study-2020") }}') == (
        '[x] <a class="citation" href="source:study-2020" lang="en">A study, 2020</a>',
        [],
    )


def test_macros_of_the_project_escape_what_they_show(sample: Sample) -> None:
    macro(sample, "shown", "{% macro shown(text) %}{{ text }}|{{ text | inline }}{% endmacro %}\n")
    rendered, _ = render(sample, """{{ shown("<i> & *b* 'c'") }}""")
    assert rendered == "&lt;i&gt; &amp; *b* ‘c’|<i> &amp; <em>b</em> ‘c’"


def test_questions_of_a_page(sample: Sample) -> None:
    manual = sample.manual()
    renderer = Renderer(manual.project.macros, sample.root, Problems())
    text = FRONT + '{{ to_confirm("One?") }} {{ to_confirm(question="Two?") }}\n`{{ to_confirm("no") }}`\n'
    page = parse_page(text, "test.md", "docs/test.md", Problems())
    assert [(q.text, q.subject, q.href, q.place.line) for q in renderer.questions(page)] == [
        ("One?", "Test", "page:test.md", 5),
        ("Two?", "Test", "page:test.md", 5),
    ]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("a 'b' > c", "a ‘b’ &gt; c"),
        ("*a* and `b`", "<em>a</em> and <code>b</code>"),
        ("[a](term:b)", '<a href="term:b">a</a>'),
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
        ("a & *b*", "a &amp; <em>b</em>"),
    ],
)
def test_short_markdown(text: str, html: str) -> None:
    inline = Inline()
    assert inline(text) == html
    assert inline(text) == html
