"""Reports for those who look after the manual."""

from __future__ import annotations

import datetime

import pytest

from coaching_manual.cli import main
from coaching_manual.manual import read_manual
from coaching_manual.reviews import Aim, Limits, due_report, writing_report
from coaching_manual.reviews.reading import grade_of, sentences_of
from tests.unit.sample import Sample

TODAY = datetime.date(2026, 11, 25)
LONG = "They " + "meet and " * 16 + "talk."


def texts(markdown: str, language: str = "en") -> list[str]:
    return [sentence.text for sentence in sentences_of(markdown, language)]


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("We meet at ten. They come at once!", ["We meet at ten.", "They come at once!"]),
        ("Ask Dr. Lee at 3 p.m. on a day. Then wait for it.", ["Ask Dr. Lee at 3 p.m. on a day.", "Then wait for it."]),
        ("“Who comes to you first?” He asked all of them.", ["“Who comes to you first?", "He asked all of them."]),
        ("- one of the four points\n- two", ["one of the four points"]),
        ("# A heading of some words\n\nWe meet in the hall.", ["We meet in the hall."]),
        ("| What we all do here | Who does it all |\n|---|---|\n| a b c d e | f |", []),
        ("We say `code of four words` and go home.", ["We say and go home."]),
        (
            '<form class="sheet"><p>Write about your own work.</p><label>Name of the four</label></form>',
            ["Write about your own work."],
        ),
        ('<form class="filters"><p>Show all of the words.</p></form>', []),
        (
            "- [One of the talks](x.md), [the other of them](y.md)\n- Read [one](x.md) and then rest.",
            ["Read one and then rest."],
        ),
        ('<p lang="es">Nos vemos a las diez.</p><p>We meet at ten there.</p>', ["We meet at ten there."]),
    ],
)
def test_sentences_are_what_people_read_in_one_go(markdown: str, found: list[str]) -> None:
    assert texts(markdown) == found


def test_spanish_has_sentences_of_its_own() -> None:
    assert texts('<p lang="es">Nos vemos a las diez. ¿Quién viene con usted?</p><p>We meet at ten.</p>', "es") == [
        "Nos vemos a las diez.",
        "¿Quién viene con usted?",
        "We meet at ten.",
    ]


def test_short_words_in_short_sentences_have_a_low_grade() -> None:
    easy = grade_of(sentences_of("You ask. " + "We meet at noon and talk. " * 5))
    hard = grade_of(
        sentences_of("Individualized professional development considerations necessitate documentation. " * 3)
    )
    assert easy < 3
    assert hard > 20
    assert grade_of(()) == 0


def page(sample: Sample, body: str, settings: str = "") -> None:
    sample.write("docs/long.md", f"---\ntitle: A long page\n{settings}---\n\n{body}\n")


def test_pages_above_the_aim_are_named_with_their_long_sentences(sample: Sample) -> None:
    page(sample, "\n\n".join([LONG] * 2))
    report = writing_report(sample.manual(), Aim(grade=9, words=30))
    assert "1 pages have enough English text to measure.\n0 of them read at grade 9 or below; 1 above it.\n" in report
    assert "2 sentences have more than 30 words." in report
    assert "!" in report
    assert "  long.md  (68 words, 2 long)\n          34 words: They meet and" in report


def test_pages_within_the_aim_are_shown_only_when_all_are(sample: Sample) -> None:
    page(sample, "We meet at noon and talk. " * 12)
    assert "long.md" not in writing_report(sample.manual(), Aim())
    assert "  long.md  (72 words)" in writing_report(sample.manual(), Aim(), whole=True)
    assert "long.md" not in writing_report(sample.manual(), Aim(), whole=True, only="other/")


def test_a_page_of_records_names_the_file_of_its_text(sample: Sample) -> None:
    report = writing_report(sample.manual(), Aim(), whole=True, only="common-language/terms/coaching.md")
    assert "  common-language/terms/coaching.md  (" in report
    assert " words, text in framework/vocabulary/core.yml:3)" in report


def due(sample: Sample, **limits: int) -> str:
    return due_report(sample.manual(), Limits(TODAY, **limits))


def test_reviews_that_ran_out_are_named_with_their_owner(sample: Sample) -> None:
    page(sample, "We meet.", "reviewed: 2025-10-01\nowner: Lead\n")
    assert "Reviewed more than 12 months ago: 1\n  2025-10-01  long.md  Lead\n" in due(sample)
    assert "Reviewed more than 24 months ago: none\n" in due(sample, months=24)


ROWS = """\
resources:
  - {id: pantry, need: food, name: A pantry, offers: Groceries., checked: 2026-05-01, checked_by: Outreach worker}
  - {id: kitchen, need: food, name: A kitchen, offers: Meals., checked: 2026-11-01, checked_by: Outreach worker}
  - {id: older, need: food, name: An older one, offers: Bread., checked: 2025-11-01, checked_by: Outreach worker}
  - {id: unknown, need: food, offers: A hot meal on Sundays.}
"""


def test_places_are_asked_again_after_six_months_and_missing_ones_are_named(sample: Sample) -> None:
    sample.write(
        "framework/outreach/needs.yml",
        "needs:\n  - {id: food, title: Food, description: Meals., ask_first: For whom?}\n",
    )
    sample.write("framework/outreach/resources.yml", ROWS)
    report = due_report(sample.manual(), Limits(TODAY))
    assert (
        "Places to ask again, after 6 months: 2\n"
        "  2025-11-01  An older one  Outreach worker\n"
        "  2026-05-01  A pantry  Outreach worker\n"
    ) in report
    assert (
        "Places that nobody has found yet: 1\n  A hot meal on Sundays.  (framework/outreach/resources.yml:5)\n"
    ) in report


def test_questions_stand_with_their_owners(sample: Sample) -> None:
    page(sample, 'We meet. {{ to_confirm("Where is it?") }}', "owner: Lead\n")
    assert "  Lead: Where is it?  (docs/long.md:6)\n" in due(sample)


def test_drafts_stand_with_their_day(sample: Sample) -> None:
    page(sample, "We meet.", "status: draft\nupdated: 2026-09-01\n")
    assert "  2026-09-01  long.md  (no owner yet)\n" in due(sample)


def test_old_studies_are_due_and_old_laws_are_not(sample: Sample) -> None:
    sample.add(
        "framework/evidence.yml", "  - {id: old, kind: study, short: Old, year: 2001, title: O, checked: seen}\n"
    )
    sample.add("framework/evidence.yml", "  - {id: law, kind: law, short: Law, year: 1974, title: L, checked: seen}\n")
    report = due(sample)
    assert "Studies more than 15 years old: 1\n  2001  Old  (source:old)\n" in report
    assert "Studies more than 30 years old: none\n" in due(sample, years=30)


def test_long_parts_are_cut_short_unless_all_is_wanted(sample: Sample) -> None:
    for number in range(12):
        sample.write(f"docs/page-{number}.md", f"---\ntitle: Page {number}\nstatus: draft\n---\n\nWe meet.\n")
    manual = sample.manual()
    assert "  … and 3 more (add  --all )\n" in due_report(manual, Limits(TODAY))
    assert "more (add" not in due_report(manual, Limits(TODAY), whole=True)


@pytest.mark.parametrize("command", [["review", "--on", "2027-06-30"], ["writing"], ["writing", "editing/", "--all"]])
def test_the_commands_end_with_0(sample: Sample, capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    assert read_manual(sample.config).pages
    assert main(["--config", str(sample.config), *command]) == 0
    assert capsys.readouterr().out
