"""How the packs lie on paper: matrix sheets, cards to cut, flyers, forms, and buttons of which one is chosen."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from coaching_manual.print.fill import A_FEW_LINES, HALF_EMPTY, empty_backs
from coaching_manual.print.packs import FILLABLE, LARGE, PLAIN, Variant
from coaching_manual.print.press import Printed
from coaching_manual.print.words import WORDS
from tests.print.conftest import PrintOne
from tests.print.reading import (
    boxes_to_tick,
    cuts,
    elements,
    filled,
    headings_at_the_foot,
    whole_text,
    words_of,
    writing_lines,
)
from tests.print.test_hostile import handouts, with_handout

SHEET = "growth-classified-operations-sheet"
OF_EVERY_KIND = [
    ("student-mentors-facilitator", PLAIN),
    ("student-mentors-facilitator", LARGE),
    ("student-mentors-facilitator", Variant(duplex=True)),
    ("student-mentors-participant", PLAIN),
    ("student-mentors-participant-es", PLAIN),
    ("student-mentors-handouts", PLAIN),
    ("student-mentors-handouts", LARGE),
    ("coaching-foundations-handouts-es", PLAIN),
    ("growth-certificated-teaching", PLAIN),
    ("self-assessment-certificated-teaching", PLAIN),
    ("report-2025-26", PLAIN),
    ("manual-cycle", PLAIN),
    ("mentoring-family-packet-es", PLAIN),
    ("outreach-guide-es", PLAIN),
    ("common-language", PLAIN),
    ("mentoring-handbook", PLAIN),
    ("form-coachee-welcome-letter", LARGE),
    ("administrative-coaches-handouts", PLAIN),
]
"""Packs of each family, which other tests print as well."""


@pytest.mark.parametrize(("pack", "variant"), OF_EVERY_KIND)
def test_no_page_is_nearly_empty_and_none_ends_with_a_heading(printed: PrintOne, pack: str, variant: Variant) -> None:
    made = printed(pack, variant)
    assert headings_at_the_foot(made.path) == []
    with pikepdf.open(made.path) as pdf:
        empty = set(empty_backs(pdf))
        shares = {number: filled(page) for number, page in enumerate(pdf.pages, 1)}
    last = {max(set(range(begin, after)) - empty) for begin, after in _spans(made)}
    inside = set(shares) - last - empty - set(range(1, made.first_pages[0]))
    assert {number: shares[number] for number in last if shares[number] < A_FEW_LINES} == {}
    assert {number: shares[number] for number in inside if shares[number] < HALF_EMPTY} == {}


def _spans(made: Printed) -> list[tuple[int, int]]:
    """Of each part, its first page and the page after its last one."""
    return list(zip(made.first_pages, (*made.first_pages[1:], made.pages + 1), strict=True))


def test_handouts_begin_on_the_right_and_nothing_else_is_on_their_back(printed: PrintOne) -> None:
    made = printed("student-mentors-handouts")
    assert {first % 2 for first in made.first_pages} == {1}
    with pikepdf.open(made.path) as pdf:
        empty = empty_backs(pdf)
    ends = [after - 1 for (_, after), pages in zip(_spans(made), made.part_pages, strict=True) if pages % 2]
    assert set(ends) - {made.pages} <= set(empty) <= {made.first_pages[0] - 1, *ends}
    texts = [" ".join(page.extract_text().split()) for page in PdfReader(made.path).pages]
    assert all(WORDS["en"]["back"] in texts[number - 1] for number in empty)


def test_a_long_list_of_handouts_is_one_page(printed: PrintOne) -> None:
    assert printed("coaching-foundations-handouts").first_pages[0] == 3
    assert not PdfReader(printed("coaching-foundations-handouts").path).pages[1].extract_text().startswith("Session")


@pytest.mark.parametrize("name", ["student-mentors-participant", "student-mentors-participant-es"])
def test_what_participants_cut_out_or_hand_on_lies_on_paper_of_its_own(printed: PrintOne, name: str) -> None:
    made = printed(name)
    with pikepdf.open(made.path) as pdf:
        empty = empty_backs(pdf)
        cut = [number for number, page in enumerate(pdf.pages, 1) if cuts(page)]
    assert cut
    assert all(number % 2 and (number + 1 in empty or number == made.pages) for number in cut)
    for part, (begin, after) in zip(made.job.pack.parts, _spans(made), strict=True):
        if part.leaf:
            assert begin % 2
            assert after % 2 or after == made.pages + 1


def test_cards_are_large_two_in_a_row_with_dashed_lines_to_cut(copy: Path, tmp_path: Path) -> None:
    cards = "\n".join(f"{number}. Situation {number}" for number in range(1, 10))
    made = handouts(with_handout(copy, f"Cut apart.\n\n[[cards]]\n\n{cards}\n"), tmp_path / "kept")
    with pikepdf.open(made.path) as pdf:
        dashed = cuts(pdf.pages[made.first_pages[0] - 1])
    # five rows; in the last one, the place beside the ninth card is left out
    assert [(round(left), round(right)) for _, left, right in dashed] == [*[(54, 558)] * 5, (54, 306)]
    assert min(high[0] - low[0] for high, low in pairwise(dashed)) >= 72
    text = whole_text(made.path)
    assert [f"Situation {number}" in text for number in range(1, 10)] == [True] * 9


def test_lines_to_write_on_are_far_apart_and_as_wide_as_the_text(copy: Path, tmp_path: Path) -> None:
    body = "Write:\n\n[[lines 5]]\n\n- [ ] Done\n"
    made = handouts(with_handout(copy, body), tmp_path / "kept")
    with pikepdf.open(made.path) as pdf:
        page = pdf.pages[made.first_pages[0] - 1]
        lines, boxes = writing_lines(page), boxes_to_tick(page)
    assert [(round(left), round(right)) for _, left, right in lines] == [(54, 558)] * 5
    assert {round(high[0] - low[0], 1) for high, low in pairwise(lines)} == {24.0}
    assert [round(box, 1) for box in boxes] == [12.3]


def _sizes(path: Path) -> list[tuple[float, float]]:
    with pikepdf.open(path) as pdf:
        return [(float(page.mediabox[2]), float(page.mediabox[3])) for page in pdf.pages]


def test_every_matrix_is_one_landscape_sheet(printed: PrintOne) -> None:
    sheets = [name for name in printed.packs if name.startswith("growth-") and name.endswith("-sheet")]
    assert len(sheets) == len([name for name in printed.packs if name.startswith("self-assessment-")]) > 0
    for name in sheets:
        assert _sizes(printed(name).path) == [(1224.0, 792.0)], name


def test_a_matrix_sheet_holds_every_strand_and_says_that_it_rates_nobody(printed: PrintOne) -> None:
    text = " ".join(words_of(whole_text(printed(SHEET).path)))
    for strand in printed.manual.index.tables["strand"].values():
        assert " ".join(words_of(strand.record.title)) in text
    assert "For coaching never a rating" in text
    assert "Support and evidence" not in text  # that stands in the growth plan, a strand a page


def test_the_pocket_edition_has_every_card_two_on_a_sheet(printed: PrintOne) -> None:
    made = printed("manual-pocket")
    assert set(_sizes(made.path)) == {(792.0, 612.0)}
    srcs = [part.src for part in made.job.pack.parts]
    guides = {f"conversations/{one}/card.md" for one in printed.manual.index.tables["conversation"]}
    roles = {f"roles/cards/{one}.md" for one in printed.manual.index.tables["role"]}
    assert guides | roles | {"manual/cycle/index.md", "mentoring/pocket-card.md"} <= set(srcs)
    assert made.pages <= (len(srcs) + 4) / 2  # with the contents, and a few that have two faces
    text = " ".join(words_of(whole_text(made.path)))
    assert "print on one side only" in text  # so that no cut goes through another card
    assert "The six steps on one page" in text
    assert "Where the shape comes from" not in text  # of the cycle, only what fits a card


def test_every_conversation_has_a_card_on_one_page(printed: PrintOne) -> None:
    for guide in printed.manual.index.tables["conversation"]:
        assert printed(f"conversation-{guide}").pages == 1, guide


def test_the_sheet_that_is_called_one_page_is_one_page(printed: PrintOne) -> None:
    assert printed("form-confidentiality-one-pager").pages == 1


@pytest.mark.parametrize("group", ["classified-operations", "certificated-teaching"])
def test_each_strand_of_a_self_assessment_stays_on_one_page(printed: PrintOne, group: str) -> None:
    made = printed(f"self-assessment-{group}")
    strands = len(printed.manual.index.tables["strand"])
    assert made.pages == strands
    texts = [page.extract_text() for page in PdfReader(made.path).pages]
    assert [f"{number} of {strands} " in text for number, text in enumerate(texts, 1)] == [True] * strands


def test_cards_in_two_columns_never_run_over_into_the_next_one(printed: PrintOne) -> None:
    made = printed("conversation-cards")
    assert made.pages == len(made.job.pack.parts) // 2 + 1  # with the list of its parts


@pytest.mark.parametrize("pack", ["role-peer-coach", "flyer-every-job", "mentoring-pocket-card", "report-2025-26"])
def test_paper_tells_its_day_and_offers_nothing_to_press(printed: PrintOne, pack: str) -> None:
    text = " ".join(whole_text(printed(pack).path).split())
    assert "2026" in text.rsplit("Page 1 of", 1)[0]
    for said in ("All about this", "Exact definition", "The whole guide"):
        assert said not in text


def test_of_round_buttons_only_one_can_be_chosen(printed: PrintOne) -> None:
    with pikepdf.open(printed("self-assessment-classified-operations", FILLABLE).path) as pdf:
        groups = [field for field in pdf.Root.AcroForm.Fields if "/Kids" in field]
        assert len(groups) == len(printed.manual.index.tables["strand"])
        for group in groups:
            assert int(group.Ff) & 1 << 15  # a radio group
            states = [key for kid in group.Kids for key in kid.AP.N if key != "/Off"]
            assert states == ["/new-emerging", "/practicing", "/progressing", "/leading-aspiring"]
            assert all(kid.Parent.T == group.T and "/T" not in kid for kid in group.Kids)
        tips = [str(kid.TU) for kid in groups[0].Kids]
        assert str(groups[0].TU) == "1 of 5 Relationships and trust"
        assert tips[1] == "1 of 5 Relationships and trust: Practicing"
        forms = sum(str(one.S) == "/Form" for one in elements(pdf))
    assert forms == sum(len(group.Kids) for group in groups) + len(groups)  # each strand has room for words too


def test_a_card_that_is_there_twice_is_filled_in_once(printed: PrintOne) -> None:
    with pikepdf.open(printed("mentoring-pocket-card", FILLABLE).path) as pdf:
        names = [str(field.TU) for field in pdf.Root.AcroForm.Fields]
    assert names == ["My coordinator", "Report line"]
