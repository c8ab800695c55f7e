from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching_manual.terms.html import Marked, mark_terms
from coaching_manual.terms.markdown import SWITCH_OFF, SWITCH_ON
from coaching_manual.terms.matcher import Label, Matcher

MATCHER = Matcher(
    [
        Label("Coach", "coach"),
        Label("Coaching", "coaching"),
        Label("Coaching cycle", "coaching-cycle"),
        Label("Co-teaching", "co-teaching"),
        Label("Check & Connect", "check-and-connect", exact=True),
        Label("PLC", "plc", exact=True),
        Label("Study", "study", exact=True),
        Label("Principal's agreement", "principals-agreement"),
    ]
)


def mark(html: str, *never: str) -> Marked:
    return mark_terms(html, MATCHER, lambda term: f"<a={term}>", never=frozenset(never))


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        # the first use in each section
        ("<p>A coach and a coach.</p><p>Coach</p>", "<p>A <a=coach>coach</a> and a coach.</p><p>Coach</p>"),
        (
            "coach<h2>Next</h2><p>coach, coach</p><h3>Last</h3>coach",
            "<a=coach>coach</a><h2>Next</h2><p><a=coach>coach</a>, coach</p><h3>Last</h3><a=coach>coach</a>",
        ),
        ("coach <em>coach</em>", "<a=coach>coach</a> <em>coach</em>"),
        (
            "<ul><li>coach</li><li>coaching</li></ul>",
            "<ul><li><a=coach>coach</a></li><li><a=coaching>coaching</a></li></ul>",
        ),
        # what heads a column is a heading, and narrow screens show it in the cells
        (
            "<table><thead><tr><th>Coach</th></tr></thead><tbody><tr><td>coach</td></tr></tbody></table>",
            "<table><thead><tr><th>Coach</th></tr></thead><tbody><tr><td><a=coach>coach</a></td></tr></tbody></table>",
        ),
        # words as the author wrote them
        ("COACH", "<a=coach>COACH</a>"),
        ("two coaches’ rooms", "two <a=coach>coaches</a>’ rooms"),
        ("the coach&rsquo;s room", "the <a=coach>coach</a>&rsquo;s room"),
        ("coach's", "<a=coach>coach</a>'s"),
        ("co teaching", "<a=co-teaching>co teaching</a>"),
        ("coteaching", "<a=co-teaching>coteaching</a>"),
        ("coaching\ncycles", "<a=coaching-cycle>coaching\ncycles</a>"),
        ("a principal&rsquo;s agreement", "a <a=principals-agreement>principal&rsquo;s agreement</a>"),
        # the longest label wins
        ("a coaching cycle, coaching", "a <a=coaching-cycle>coaching cycle</a>, <a=coaching>coaching</a>"),
        # exact labels
        ("a study, the Study", "a study, the <a=study>Study</a>"),
        ("plc and PLCs", "plc and <a=plc>PLCs</a>"),
        # entities
        ("Check &amp; Connect", "<a=check-and-connect>Check &amp; Connect</a>"),
        ("R&amp;D &lt;coach&gt; &coach;", "R&amp;D &lt;<a=coach>coach</a>&gt; &coach;"),
        # not a word of its own
        ("coachee, coach-led, coach.md", "coachee, coach-led, coach.md"),
    ],
)
def test_what_becomes_a_link(html: str, marked: str) -> None:
    assert mark(html).html == marked


@pytest.mark.parametrize(
    "html",
    [
        *(f"<{tag}>coach</{tag}>" for tag in ("h1", "h2", "h3", "h4", "h5", "h6")),
        *(f"<{tag}>coach</{tag}>" for tag in ("code", "pre", "kbd", "samp", "script", "style", "svg", "math")),
        *(f"<{tag}>coach</{tag}>" for tag in ("button", "label", "form", "select", "textarea", "summary")),
        *(f"<{tag}>coach</{tag}>" for tag in ("q", "abbr", "nav", "figcaption")),
        '<a href="x.html">a <em>coach</em></a>',
        '<H2 id="coach">coach</H2>',
        "<pre><code>coach</code> coach</pre>",
        '<form><p><input value="coach"> coach <button>coach</button> coach</p></form>',
        '<p class="admonition-title">coach</p>',
        '<div data-terms="off">coach<div>coach</div>coach</div>',
        "<p data-terms='off'>coach</p>",
        "<p class=x data-terms=off>coach</p>",
        "<!-- terms: off --><p>coach</p>",
        "<!--terms:off-->\n<h2>coach</h2><p>coach</p>",
        "<!-- coach -->",
        '<p title="coach"></p><img alt="coach"/>',
        '<img alt="2 > 1 coach" />',
        "<img alt='a > coach' />",
        "",
        " \n ",
    ],
)
def test_what_is_left_alone(html: str) -> None:
    assert mark(html) == Marked(html, ())


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<code>coach</code> coach", "<code>coach</code> <a=coach>coach</a>"),
        ("<q>a <q>coach</q> coach</q> coach", "<q>a <q>coach</q> coach</q> <a=coach>coach</a>"),
        (
            '<div data-terms="off"><div>x</div>coach</div>coach',
            '<div data-terms="off"><div>x</div>coach</div><a=coach>coach</a>',
        ),
        ('<div data-terms="on">coach</div>', '<div data-terms="on"><a=coach>coach</a></div>'),
        ('<hr data-terms="off" />coach', '<hr data-terms="off" /><a=coach>coach</a>'),
        ("<svg/>coach", "<svg/><a=coach>coach</a>"),
        (
            "<!-- terms: off -->coach<!-- terms: on --> coach",
            "<!-- terms: off -->coach<!-- terms: on --> <a=coach>coach</a>",
        ),
        (f"a {SWITCH_OFF}coach{SWITCH_ON} coach", "a coach <a=coach>coach</a>"),
        (
            f"<p>{SWITCH_OFF}coach</p><p>coach</p>{SWITCH_ON}coach",
            "<p>coach</p><p>coach</p><a=coach>coach</a>",
        ),
        ("<aside>coach</aside>", "<aside><a=coach>coach</a></aside>"),
        ("2 < 3 coach", "2 < 3 <a=coach>coach</a>"),
    ],
)
def test_where_marking_goes_on(html: str, marked: str) -> None:
    assert mark(html).html == marked


def test_links_of_the_macro_get_the_same_tag_and_count_as_first_use() -> None:
    html = '<p><a class="term-link" href="term:coach">our coaches</a>, coach</p><h2>x</h2><p>coach</p>'
    assert mark(html) == Marked("<p><a=coach>our coaches</a>, coach</p><h2>x</h2><p><a=coach>coach</a></p>", ("coach",))


def test_other_links_to_a_term_stay_as_they_are() -> None:
    html = '<a href="term:coach">x</a>'
    assert mark(html) == Marked(html, ())


def test_a_term_is_never_linked_on_its_own_page() -> None:
    marked = mark("<p>coach, PLC</p><h2>x</h2><p>coach, PLC</p>", "coach")
    assert marked.html == "<p>coach, <a=plc>PLC</a></p><h2>x</h2><p>coach, <a=plc>PLC</a></p>"
    assert marked.terms == ("plc",)


def test_terms_are_told_once_in_the_order_of_their_first_use() -> None:
    assert mark("<p>PLC, coach</p><h2>x</h2><p>coach, PLC, coaching</p>").terms == (
        "plc",
        "coach",
        "coaching",
    )


class _Text(HTMLParser):
    """What a reader sees, as Python's own parser reads it; and how deep links stand in links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.open_links = 0
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.open_links += 1
            assert self.open_links == 1, "a link inside a link"
        if ("class", "marked") not in attrs:
            self.tags.append(str((tag, attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.open_links -= tag == "a"


FRAGMENTS = [
    "coach",
    "Coaches’ ",
    " a coaching cycle ",
    "Check &amp; Connect",
    " PLC&rsquo;s ",
    "&nbsp;",
    "co-teaching, ",
    "é 🎉 ",
    "İ ",
    "<em>coaching</em> ",
    "<br />",
    "<h2>Coaching</h2>",
    '<a href="x">PLC</a>',
    "<code>coach</code>",
    '<span title="a > coach">x</span>',
    "<!-- terms: off -->",
    "<!-- terms: on -->",
    '<p data-terms="off">coach</p>',
    '<a class="term-link" href="term:coach">cóach</a>',
    "<q>coach</q>",
    "<p>coach</p>",
    "\n",
    "&lt;coach&gt;",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_what_readers_see_does_not_change(fragments: list[str]) -> None:
    html = "".join(fragments)
    marked = mark_terms(html, MATCHER, lambda term: f'<a class="marked" href="{term}">').html
    before, after = _Text(html), _Text(marked)
    assert after.text == before.text
    assert after.tags == [tag for tag in before.tags if "term-link" not in tag]
