"""What is printed for what is asked: ids, titles and single handouts; and what is said of what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from coaching_manual.cli import main
from coaching_manual.manual import Manual, read_manual
from coaching_manual.print.command import print_packs
from coaching_manual.print.families.training import handout_packs
from coaching_manual.print.packs import Pack
from coaching_manual.print.wishes import Wish, WishError, chosen, understood
from tests.print.conftest import PrintOne
from tests.print.reading import whole_text

GOALS = "coaching-foundations/goal-sheet"


def _packs(printed: PrintOne, wish: Wish) -> tuple[Pack, ...]:
    manual = printed.manual
    packs = tuple(printed.packs.values())
    handouts = {name: entry.record.title for name, entry in manual.index.tables["handout"].items()}
    wish = understood(wish, packs, handouts)
    alone = (pack for name in wish.names if name in handouts for pack in handout_packs(manual, name))
    return chosen((*packs, *alone), wish)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (
            Wish(("goal-shet",)),
            (
                'There is no pack and no record "goal-shet" that can be printed. '
                'Did you mean "goal-sheet" or "form-goal-sheet"?'
            ),
        ),
        (
            Wish(("qqqqqq",)),
            (
                'There is no pack and no record "qqqqqq" that can be printed. '
                "Say  coaching-manual print --list  to see all."
            ),
        ),
        (
            Wish(("student-mentor/first-meeting",)),
            'There is no course "student-mentor". Did you mean "student-mentors"?',
        ),
        (
            Wish(("coaching-foundations/goal-shet",)),
            'The course "coaching-foundations" has no handout "goal-shet". Did you mean "goal-sheet"?',
        ),
        (
            Wish(("coaching-foundations/zzz",)),
            (
                'The course "coaching-foundations" has no handout "zzz". '
                "To see them all, write  coaching-manual print coaching-foundations --list ."
            ),
        ),
        (
            Wish(edition="handbook"),
            'There is no edition "handbook". Did you mean "book" or "handouts"?',
        ),
        (
            Wish(edition="trainer"),
            'There is no edition "trainer". There is: facilitator, participant, handouts, sheet, and book.',
        ),
        (Wish(language="fr"), 'There is nothing in "fr". Write  en  for English, or  es  for Spanish.'),
        (Wish(("goal-sheet",), edition="facilitator"), 'There is no edition "facilitator" of that. There is: sheet.'),
        (
            Wish(("goal-sheet",), language="es"),
            "There is no Spanish yet for: Goal sheet. Nothing was printed, because English was not asked for.",
        ),
        (
            Wish(("student-mentors",), edition="facilitator", language="es"),
            (
                'The edition "facilitator" is not there in Spanish for: '
                "Student mentors, from the first yes to a good goodbye. "
                "In Spanish there is: participant and handouts. Nothing was printed."
            ),
        ),
    ],
)
def test_what_is_not_there_is_answered_with_what_is(printed: PrintOne, wish: Wish, told: str) -> None:
    with pytest.raises(WishError) as fault:
        _packs(printed, wish)
    assert str(fault.value) == told


def test_words_of_several_titles_name_them(printed: PrintOne) -> None:
    with pytest.raises(WishError) as fault:
        _packs(printed, Wish(("coaching",)))
    assert str(fault.value).startswith('"coaching" could be several things. Name one of them: ')
    assert str(fault.value).endswith(" more.")


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("student-mentors-handouts-es", {"student-mentors-handouts-es"}),
        ("Goal-Sheet", {"form-goal-sheet"}),
        (GOALS, {"coaching-foundations-handout-goal-sheet", "coaching-foundations-handout-goal-sheet-es"}),
        ("Ten situations to sort", {"coaching-foundations-handout-situation-cards"}),
    ],
)
def test_a_name_is_a_pack_a_record_or_a_handout(printed: PrintOne, name: str, ids: set[str]) -> None:
    assert {pack.id for pack in _packs(printed, Wish((name,)))} == ids


@pytest.mark.parametrize(
    "name", ["coaching-foundations", "Foundations of coaching", "foundations OF", "Fundamentos de la"]
)
def test_a_course_is_called_by_its_id_its_title_or_a_part_of_it(printed: PrintOne, name: str) -> None:
    assert {pack.record for pack in _packs(printed, Wish((name,)))} == {"coaching-foundations"}
    assert {pack.kind for pack in _packs(printed, Wish((name,), edition="Handout", language="Spanish"))} == {"handouts"}


def test_a_language_is_called_by_its_code_or_its_name(printed: PrintOne) -> None:
    for asked in ("es", "ES", "Spanish", "español"):
        assert {pack.language for pack in _packs(printed, Wish(language=asked))} == {"es"}


def test_a_list_of_a_course_names_its_handouts(real: Manual) -> None:
    told = print_packs(real, Wish(("student mentors, from",), edition="handouts"), None)
    assert told.startswith(
        "student-mentors-handouts  (Student mentors, from the first yes to a good goodbye: Handouts, "
    )
    assert "\nstudent-mentors/messages  (Messages that anybody may read)\n" in told
    assert "coaching-foundations/" not in told


def test_a_handout_is_printed_by_itself(real: Manual, kept: Path, tmp_path: Path) -> None:
    told = print_packs(real, Wish((GOALS,), language="es"), tmp_path / "out", kept=kept)
    name = "coaching-foundations-handout-goal-sheet-es.pdf"
    assert told.startswith(f"{name}  2 pages, ")
    assert "Hoja de trabajo de Fundamentos de la asesoría profesional" in " ".join(
        whole_text(tmp_path / "out" / name).split()
    )


def test_a_sheet_without_an_address_says_where_it_is_from_in_its_language(copy: Path, tmp_path: Path) -> None:
    file = copy / "framework" / "curricula" / "first-steps" / "session-1.yml"
    spanish = "    body: Write your first sentence.\n    es: {title: Una tarjeta, body: Escriba su primera frase.}\n"
    file.write_text(
        file.read_text(encoding="utf-8").replace("    body: Write your first sentence.\n", spanish), "utf-8"
    )
    out, kept = tmp_path / "out", tmp_path / "kept"
    print_packs(read_manual(copy / "mkdocs.yml"), Wish(("first-steps/card",)), out, kept=kept)
    english, in_spanish = (
        " ".join(whole_text(out / f"first-steps-handout-card{end}.pdf").split()) for end in ("", "-es")
    )
    assert "A card For participants. From First steps, Session 1: The first talk. Write your first sentence." in english
    assert "Una tarjeta Para participantes. De First steps, Sesión 1 de 1." in in_spanish
    for text in (english, in_spanish):
        assert "/go/" not in text


def test_the_command_says_in_plain_words_what_it_cannot_print(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "student-mentors", "--edition", "handbook"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == 'coaching-manual: There is no edition "handbook". Did you mean "book" or "handouts"?\n'
