"""Quotation marks: one way on every page, whichever way they were typed."""

from __future__ import annotations

import pytest

from coaching_manual.typography import curled


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("No marks.", "No marks."),
        ("“Curly” already, it’s so.", "“Curly” already, it’s so."),
        ('He said "yes" ("no").', "He said “yes” (“no”)."),
        ("the coaches' and the coach's", "the coaches’ and the coach’s"),
        ("\"She said 'now', I said 'later'.\"", "“She said ‘now’, I said ‘later’.”"),
        ("\"'Now' is today\"", "“‘Now’ is today”"),
        ("the class of '26, the '90s, tell 'em", "the class of ’26, the ’90s, tell ’em"),
        ('Dice: "¿Qué ve?"', "Dice: “¿Qué ve?”"),
        ('<a title="x" href="y">"A"</a>\'s', '<a title="x" href="y">“A”</a>’s'),
        ('<li>Done.</li><li>"Next"</li>', "<li>Done.</li><li>“Next”</li>"),
        ('<strong>Say:</strong> "<em>yes</em>"', "<strong>Say:</strong> “<em>yes</em>”"),
        ('waited "—" and wrote—"now"', "waited “—” and wrote—“now”"),
        ("<pre>it's</pre> it's", "<pre>it's</pre> it’s"),
        ('2 < 3, "so"', "2 < 3, “so”"),
    ],
)
def test_marks_are_curly(typed: str, printed: str) -> None:
    assert curled(typed) == printed
    assert curled(printed) == printed
