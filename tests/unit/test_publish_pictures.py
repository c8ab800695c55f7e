"""Pictures for shared links, and icons."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from coaching_manual.publish.cards import Card, draw, fit, write_cards
from coaching_manual.publish.drawing import font
from coaching_manual.publish.icons import draw_icon, write_icons

CARD = Card("Coaching", "Core ideas", "The manual", "The district", "#0b5a6b")
LONG = "How coaches, mentors, and principals share what they hear, and what stays between the two"
ENDLESS = " ".join([LONG] * 4)


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


@pytest.mark.parametrize("title", ["Coaching", LONG, ENDLESS], ids=["short", "long", "endless"])
def test_a_card_has_the_size_that_is_asked_for_and_is_light(title: str) -> None:
    png = draw(replace(CARD, title=title))
    assert opened(png).size == (1200, 630)
    assert len(png) < 15_000


@pytest.mark.parametrize(("ground", "ink"), [("#0b5a6b", (255, 255, 255)), ("#ffd166", (0, 0, 0))])
def test_a_card_has_the_districts_colour_and_an_ink_that_can_be_read_on_it(
    ground: str, ink: tuple[int, int, int]
) -> None:
    counted = opened(draw(replace(CARD, ground=ground))).convert("RGB").getcolors() or []
    assert max(counted)[1] == tuple(bytes.fromhex(ground[1:]))
    assert ink in [colour for _, colour in counted]
    assert len(counted) == 4


@pytest.mark.parametrize("title", ["Coaching", LONG, ENDLESS], ids=["short", "long", "endless"])
def test_a_title_stays_inside_its_picture(title: str) -> None:
    size, lines = fit(title)
    assert len(lines) <= 3
    assert all(80 + font(size, 700).getlength(line) <= 1200 - 40 for line in lines)


def test_only_a_title_that_is_far_too_long_is_cut() -> None:
    assert " ".join(fit(LONG)[1]) == LONG
    cut = " ".join(fit(ENDLESS)[1])
    assert cut.endswith("…")
    assert ENDLESS.startswith(cut[:-1])


def test_a_card_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def drawing(card: Card) -> bytes:
        drawn.append(card.title)
        return card.title.encode()

    monkeypatch.setattr("coaching_manual.publish.cards.draw", drawing)
    cards = {"a.png": CARD, "sub/b.png": replace(CARD, title="Mentoring")}
    write_cards(tmp_path / "one", cards, tmp_path / "kept")
    write_cards(tmp_path / "two", cards, tmp_path / "kept")
    assert drawn == ["Coaching", "Mentoring"]
    write_cards(tmp_path / "three", {"a.png": CARD, "sub/b.png": replace(CARD, title="Trust")}, tmp_path / "kept")
    assert drawn == ["Coaching", "Mentoring", "Trust"]
    assert (tmp_path / "two" / "sub" / "b.png").read_bytes() == b"Mentoring"
    assert (tmp_path / "three" / "sub" / "b.png").read_bytes() == b"Trust"
    assert sorted(path.read_bytes() for path in (tmp_path / "kept").iterdir()) == [b"Coaching", b"Trust"]


def test_icons_are_listed_for_phones(tmp_path: Path) -> None:
    write_icons(tmp_path, "Manual de Asesoría", "es", "#0b5a6b")
    manifest = json.loads((tmp_path / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["name"], manifest["lang"], manifest["theme_color"]) == ("Manual de Asesoría", "es", "#0b5a6b")
    assert (manifest["start_url"], manifest["scope"]) == ("./", "./")
    for icon in manifest["icons"]:
        width, height = opened((tmp_path / icon["src"]).read_bytes()).size
        assert icon["sizes"] == f"{width}x{height}"
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {
        ("192x192", "any"),
        ("192x192", "maskable"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }


@pytest.mark.parametrize("letters", ["C", "CM", "WWM"])
def test_the_letters_of_an_icon_stay_inside_the_circle_that_phones_cut(letters: str) -> None:
    size = 512
    box = opened(draw_icon(letters, size, "#000000")).convert("L").getbbox()
    assert box is not None
    corners = [(x - size / 2, y - size / 2) for x in box[::2] for y in box[1::2]]
    assert all((x * x + y * y) ** 0.5 <= 0.4 * size for x, y in corners)
