"""How the packs lie on paper: matrix sheets, cards to cut, flyers, forms, and buttons of which one is chosen."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from coaching_manual.print.packs import FILLABLE
from tests.print.conftest import PrintOne
from tests.print.reading import elements, whole_text, words_of

SHEET = "growth-classified-operations-sheet"


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
    assert "Coaching and evidence" not in text  # that stands in the growth plan, a strand a page


def test_the_pocket_edition_has_every_card_two_on_a_sheet(printed: PrintOne) -> None:
    made = printed("manual-pocket")
    assert set(_sizes(made.path)) == {(792.0, 612.0)}
    srcs = [part.src for part in made.job.pack.parts]
    guides = {f"conversations/{one}/card.md" for one in printed.manual.index.tables["conversation"]}
    roles = {f"roles/cards/{one}.md" for one in printed.manual.index.tables["role"]}
    assert guides | roles | {"manual/cycle/index.md", "mentoring/pocket-card.md"} <= set(srcs)
    assert made.pages <= (len(srcs) + 4) / 2  # with the contents, and a few that have two faces
    text = " ".join(words_of(whole_text(made.path)))
    assert "The six steps on one page" in text
    assert "Where the shape comes from" not in text  # of the cycle, only what fits a card


def test_every_conversation_has_a_card_on_one_page(printed: PrintOne) -> None:
    for guide in printed.manual.index.tables["conversation"]:
        assert printed(f"conversation-{guide}").pages == 1, guide


def test_the_sheet_that_is_called_one_page_is_one_page(printed: PrintOne) -> None:
    assert printed("form-confidentiality-one-pager").pages == 1


def test_each_strand_of_a_self_assessment_stays_on_one_page(printed: PrintOne) -> None:
    made = printed("self-assessment-classified-operations")
    assert made.pages == len(printed.manual.index.tables["strand"])


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
