"""What is printed for what is asked: near ids, editions and languages that are not there."""

from __future__ import annotations

import pytest

from coaching_manual.print.command import Wish, WishError, chosen
from tests.print.conftest import PrintOne


def _refused(printed: PrintOne, wish: Wish) -> str:
    with pytest.raises(WishError) as fault:
        chosen(tuple(printed.packs.values()), wish)
    return str(fault.value)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Wish(("goal-shet",)), 'Did you mean "goal-sheet"?'),
        (Wish(("Student-Mentors",)), 'Did you mean "student-mentors"?'),
        (Wish(("qqqqqq",)), "coaching-manual print --list"),
        (Wish(("goal-sheet",), edition="facilitator"), "There is: sheet."),
        (Wish(("goal-sheet",), language="es"), "There is no Spanish yet for: Goal sheet. Nothing was printed"),
    ],
)
def test_what_is_not_there_is_refused_with_a_way_on(printed: PrintOne, wish: Wish, told: str) -> None:
    assert told in _refused(printed, wish)


def test_an_id_is_a_pack_or_a_record(printed: PrintOne) -> None:
    packs = tuple(printed.packs.values())
    assert [pack.id for pack in chosen(packs, Wish(("student-mentors-handouts-es",)))] == [
        "student-mentors-handouts-es"
    ]
    assert {pack.kind for pack in chosen(packs, Wish(("student-mentors",)))} == {
        "facilitator",
        "participant",
        "handouts",
    }
    assert {pack.language for pack in chosen(packs, Wish(language="es"))} == {"es"}
