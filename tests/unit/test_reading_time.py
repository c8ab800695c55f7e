"""How long a text takes to read."""

from __future__ import annotations

import pytest

from coaching_manual.reading_time import minutes_to_read

_MINUTE = "word " * 200


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 1),
        ("Four words, not more.", 1),
        (_MINUTE * 3, 3),
        ("It's " * 400, 2),  # one word, not two
        (_MINUTE + "[a](https://example.org/" + "x/" * 900 + ")", 1),
        (_MINUTE + '<p class="a b c d">' * 200, 1),
        (_MINUTE + "<!-- " + _MINUTE * 4 + " -->", 1),
        (_MINUTE + "\n|---|---|\n" * 300, 1),
        ("palabra así " * 200, 2),
    ],
)
def test_only_what_is_read_counts(text: str, minutes: int) -> None:
    assert minutes_to_read(text) == minutes
