"""Views over measures: what pages, charts, alternative texts and downloads hold, and that nothing hidden is in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coaching_manual.figures import NARROW, WIDE, ChartPoint, draw_chart
from coaching_manual.measuring import Figure
from coaching_manual.views import measure_words as words
from coaching_manual.views.measures import Accountability
from tests.unit.sample import Sample
from tests.unit.worlds import measure

CASE = Path(__file__).parent.parent / "cases" / "clean--measures" / "framework" / "measures" / "measures.yml"
HEADER = "measure,line,breakdown,group,numerator,denominator\n"
GROUPS = "trained-coaches,,level,elementary,16,20\ntrained-coaches,,level,secondary,14,20\n"


@pytest.fixture
def measured(sample: Sample) -> Sample:
    sample.write("framework/measures/measures.yml", CASE.read_text(encoding="utf-8"))
    return sample


def figures(sample: Sample, year: str, rows: str, folder: str = "results") -> None:
    sample.write(f"framework/measures/{folder}/{year}.csv", HEADER + rows)


def pages(sample: Sample) -> dict[str, str]:
    return {page.src: page.markdown for page in sample.manual().pages if page.src.startswith("measures/")}


def test_without_figures_a_page_says_so_and_is_useful(measured: Sample) -> None:
    page = pages(measured)["measures/trained-coaches.md"]
    assert "<strong>Not yet reported.</strong>" in page
    assert "Coaches who completed the course." in page
    assert "Hours do not show skill." in page
    assert "<svg" not in page
    assert measured.manual().files == {}


def test_real_figures_stand_without_a_mark(measured: Sample) -> None:
    figures(measured, "2024-25", "trained-coaches,,,,30,40\n" + GROUPS)
    page = pages(measured)["measures/trained-coaches.md"]
    assert "<strong>30 of 40 (75%) in 2024–25.</strong>" in page
    assert "illustrative" not in page.lower()
    assert sorted(measured.manual().files) == ["measures/figures.csv", "measures/figures.json"]


def test_invented_figures_are_marked_everywhere(measured: Sample) -> None:
    figures(measured, "2024-25", "trained-coaches,,,,30,40\n" + GROUPS, "illustrative/results")
    made = pages(measured)
    assert sorted(made) == [
        "measures/families-2024-25.md",
        "measures/report-2024-25.md",
        "measures/trained-coaches.md",
    ]
    for src, page in made.items():
        assert "<strong>Illustrative figures.</strong>" in page
        if "families" in src:
            assert '30 of 40 (75%) in 2024–25.</strong> <span class="tag">illustrative figures</span>' in page
            continue
        assert page.count("<svg") == page.count(">Illustrative figures: invented, not real</text>") == 2
        assert page.count("<title") == page.count("Illustrative figures: invented, not real. Trained coaches: 30 of 40")
        captions = [part.split("</caption>")[0] for part in page.split("<caption")[1:]]
        assert captions
        assert all('class="tag">illustrative figures<' in caption for caption in captions)
    files = measured.manual().files
    assert sorted(files) == ["measures/illustrative-figures.csv", "measures/illustrative-figures.json"]
    assert all(line.endswith(",yes") for line in files["measures/illustrative-figures.csv"].splitlines()[1:])


def test_invented_figures_give_way_to_real_ones(measured: Sample) -> None:
    figures(measured, "2024-25", "trained-coaches,,,,39,40\n", "illustrative/results")
    figures(measured, "2024-25", "trained-coaches,,,,30,40\n")
    everything = "".join(pages(measured).values())
    assert "39 of 40" not in everything
    assert "Illustrative" not in everything


SMALL_GROUP = (
    "trained-coaches,,,,73,96\ntrained-coaches,,level,elementary,5,7\ntrained-coaches,,level,secondary,68,89\n"
)


def test_nothing_hidden_is_anywhere(measured: Sample) -> None:
    """Pages, charts, alternative texts and downloads: neither the small group nor what is left of the total."""
    figures(measured, "2024-25", SMALL_GROUP)
    manual = measured.manual()
    shown = "".join(pages(measured).values()) + "".join(manual.files.values())
    assert "73 of 96 (76%)" in shown
    for secret in ("5 of 7", "68 of 89", "71%", ",5,7,", ",68,89,", "76.4", '"numerator": 5', '"numerator": 68'):
        assert secret not in shown
    assert "This breakdown is not shown for this year" in shown


def test_downloads_say_what_is_hidden_and_what_is_missing(measured: Sample) -> None:
    figures(measured, "2023-24", "trained-coaches,,,,4,9\n")
    figures(measured, "2024-25", "trained-coaches,,,,30,40\n" + GROUPS)
    content = json.loads(measured.manual().files["measures/figures.json"])
    rows = [(row["school_year"], row["group"], row["numerator"], row["status"]) for row in content["figures"]]
    assert rows == [
        ("2023-24", "", None, "hidden"),
        ("2024-25", "", 30, "reported"),
        ("2024-25", "elementary", 16, "reported"),
        ("2024-25", "secondary", 14, "reported"),
    ]
    assert content["note"] == ""


def test_a_new_definition_breaks_the_series(measured: Sample) -> None:
    measured.add("framework/measures/measures.yml", '    changes: [{year: 2024-25, what: "One course is enough."}]\n')
    figures(measured, "2023-24", "trained-coaches,,,,12,40\n")
    figures(measured, "2024-25", "trained-coaches,,,,38,40\n")
    view = Accountability(measured.manual().index).measure("trained-coaches")
    assert view.movement == 0
    assert view.comparison == "The definition is new this year, so the figure is not compared with earlier ones."
    assert view.chart is not None
    kinds = [line.kind for line in view.chart.wide.lines]
    assert (kinds.count("break"), kinds.count("series")) == (1, 0)
    assert "From 2024–25 on the definition is a new one" in view.chart.description


def test_report_of_a_year_knows_nothing_of_later_ones(measured: Sample) -> None:
    figures(measured, "2023-24", "trained-coaches,,,,21,40\n")
    figures(measured, "2024-25", "trained-coaches,,,,38,40\n")
    report = pages(measured)["measures/report-2023-24.md"]
    assert "21 of 40 (53%) in 2023–24." in report
    assert "38 of 40" not in report


def test_chart_says_its_point_and_every_value(measured: Sample) -> None:
    figures(measured, "2023-24", "trained-coaches,,,,4,9\n")
    figures(measured, "2024-25", "trained-coaches,,,,30,40\n")
    chart = Accountability(measured.manual().index).measure("trained-coaches").chart
    assert chart is not None
    assert chart.point == (
        "Trained coaches: 30 of 40 (75%) in 2024–25. It cannot be compared with 2023–24, which is not shown."
    )
    assert chart.description == "2023–24: too few to report. 2024–25: 30 of 40 (75%)."
    assert [text.text for text in chart.wide.texts if text.kind in {"value", "absent"}] == ["too few", "75%"]


POINTS = [ChartPoint(f"20{year}–{year + 1}", 40 + year, f"{40 + year}%", target=80) for year in range(14, 26)]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_chart_keeps_to_its_frame_and_its_texts_apart(width: int) -> None:
    drawing = draw_chart(POINTS, percent=True, width=width, banner="Illustrative figures: invented, not real")
    assert len(drawing.dots) == (8 if width == WIDE else 4)
    assert all(0 <= dot.x <= width and 0 <= dot.y <= drawing.height for dot in drawing.dots)
    assert all(0 <= text.y <= drawing.height for text in drawing.texts)
    upper = [text.y for text in drawing.texts if text.kind in {"value", "banner"}]
    assert max(upper) < min(dot.y for dot in drawing.dots)


def test_chart_of_numbers_begins_at_zero() -> None:
    drawing = draw_chart([ChartPoint("2024–25", 3, "3"), ChartPoint("2025–26", 6, "6")], percent=False)
    heights = [column.height for column in drawing.columns]
    assert heights[1] == 2 * heights[0]
    assert {column.y + column.height for column in drawing.columns} == {drawing.columns[0].y + heights[0]}


def test_small_years_are_added_up(measured: Sample) -> None:
    """7 of 9 and 6 of 8 are too small alone, and 13 of 17 together; the third year is shown, and is in no sum."""
    figures(measured, "2022-23", "trained-coaches,,,,7,9\n")
    figures(measured, "2023-24", "trained-coaches,,,,6,8\n")
    figures(measured, "2024-25", "trained-coaches,,,,30,40\n")
    made = pages(measured)
    page = made["measures/trained-coaches.md"]
    assert '<th scope="row">2022–23 and 2023–24</th>' in page
    assert "13 of 17 (76%)" in page
    assert "2022–23 and 2023–24 together: 13 of 17 (76%).</desc>" in page
    assert "30 of 40 (75%) in 2024–25." in page
    assert "13 of 17" not in made["measures/report-2022-23.md"]
    early = "Too few to report in 2023–24 alone. 2022–23 and 2023–24 together: 13 of 17 (76%)."
    assert early in made["measures/report-2023-24.md"]
    rows = measured.manual().files["measures/figures.csv"].splitlines()
    assert "2022-23+2023-24,trained-coaches,Trained coaches,,,,13,17,76,reported,no" in rows


def test_years_with_another_definition_are_not_added_up(measured: Sample) -> None:
    measured.add("framework/measures/measures.yml", '    changes: [{year: 2023-24, what: "One course is enough."}]\n')
    figures(measured, "2022-23", "trained-coaches,,,,7,9\n")
    figures(measured, "2023-24", "trained-coaches,,,,6,8\n")
    assert Accountability(measured.manual().index).measure("trained-coaches").together == ()


def test_groups_are_added_up_over_three_years(measured: Sample) -> None:
    for year in ("2022-23", "2023-24", "2024-25"):
        rows = "trained-coaches,,level,elementary,5,7\ntrained-coaches,,level,secondary,4,6\n"
        figures(measured, year, "trained-coaches,,,,9,13\n" + rows)
    page = pages(measured)["measures/trained-coaches.md"]
    assert "School level, 2022–23, 2023–24, and 2024–25</caption>" in page
    assert "15 of 21 (71%)" in page
    assert "5 of 7" not in page


def test_nothing_is_said_of_a_hidden_year(measured: Sample) -> None:
    """Not in the text of the chart either: 6 of 9 is hidden, so nobody may say that it is no clear change."""
    figures(measured, "2023-24", "trained-coaches,,,,30,40\n")
    figures(measured, "2024-25", "trained-coaches,,,,6,9\n")
    view = Accountability(measured.manual().index).measure("trained-coaches")
    assert view.chart is not None
    assert view.chart.point == "Trained coaches: Too few to report in 2024–25."
    assert view.comparison == ""


def test_families_get_the_same_year_in_both_languages(measured: Sample) -> None:
    measured.write("docs/es/index.md", "---\ntitle: En español\n---\n\n# En español\n")
    texts = "title: Con capacitación, question: ¿Cuántos?, caution: Nada más., numerator: Con capacitación"
    measured.add("framework/measures/measures.yml", f"    es: {{{texts}}}\n")
    figures(measured, "2024-25", "trained-coaches,,,,30,40\n")
    manual = measured.manual()
    english, spanish = manual.by_src["measures/families-2024-25.md"], manual.by_src["es/measures/families-2024-25.md"]
    assert "<strong>30 of 40 (75%) in 2024–25.</strong>" in english.markdown
    assert "<strong>En 2024–25: 30 de 40 (75%).</strong>" in spanish.markdown
    assert spanish.about is not None
    assert spanish.about.reviewed is None


def test_a_leader_reads_names_first(measured: Sample) -> None:
    measured.add("framework/measures/measures.yml", "    targets: [{year: 2024-25, value: 90, reason: Agreed.}]\n")
    figures(measured, "2023-24", "trained-coaches,,,,12,40\n")
    figures(measured, "2024-25", "trained-coaches,,,,38,40\n")
    board = Accountability(measured.manual().index).dashboard()
    assert board.summary == (
        "The measure is shown for 2024–25.",
        "Target reached: trained coaches.",
        "Clearly more than the year before: trained coaches.",
    )
    assert board.measures[0].headline == "Target reached, clearly more than the year before."
    before = Accountability(measured.manual().index).dashboard("2023-24")
    assert before.measures[0].headline == "First figure."
    assert before.summary == ("The measure is shown for 2023–24.", "None has a target yet.")


def test_without_a_log_nothing_is_called_invented(measured: Sample) -> None:
    measured.write("docs/measures.md", "# Measures\n\n{{ measures() }}\n\n{{ services() }}\n")
    page = measured.manual().by_src["measures.md"].markdown
    assert "Illustrative" not in page
    assert "Nothing has been reported yet." in page
    assert '<td data-label="The question it answers">How many of our coaches are trained?</td>' in page
    assert '<td data-label="When it is reported">Every year in September.</td>' in page


def test_small_numbers_that_are_shown_say_why() -> None:
    few, many, hidden = Figure(2), Figure(12), Figure(hidden=True)
    of_staff = "A small number is shown where it is a part of more than 10 people, as those who left are."
    of_roles = "How many people hold a role, or are on the way to it, is public and shown however few they are."
    assert words.lines_note(measure("staff"), {"left": many}) == ""
    assert words.lines_note(measure("staff"), {"left": few}) == of_staff
    assert words.lines_note(measure("staff"), {"left": few, "later": hidden}) == f"{words.LINES_HIDDEN} {of_staff}"
    assert words.lines_note(measure("sites"), {"left": few}) == ""
    assert words.pooling_note(measure("roles"), [many, few]) == of_roles
    assert words.pooling_note(measure("staff"), [Figure(2, 20)]) == ""


def test_families_read_what_a_figure_does_not_show_in_their_words(measured: Sample) -> None:
    figures(measured, "2024-25", "trained-coaches,,,,30,40\n" + GROUPS)
    file = "framework/measures/measures.yml"
    said = "    family_caution: It rates nobody.\n    action_steps:"
    measured.write(file, measured.read(file).replace("    action_steps:", said))
    page = pages(measured)["measures/families-2024-25.md"]
    assert "<strong>What it does not show:</strong> It rates nobody." in page
    assert "Hours do not show skill." not in page
