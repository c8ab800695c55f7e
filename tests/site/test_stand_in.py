"""A page whose Spanish is missing, on a built site: what stands in for it, and the list for the coordinator.

The real manual has no such page; this is a small one, built with the same theme.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from coaching_manual.cli import main
from tests.site.built import BuiltPage, one, read_site, value, words
from tests.test_cases import lay_out

Pages = Mapping[str, BuiltPage]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The small manual of SPANISH-PAGE: a page for families that is there in English only."""
    folder = tmp_path_factory.mktemp("small")
    config = lay_out("SPANISH-PAGE", folder)
    config.write_text(f"{config.read_text(encoding='utf-8')}theme:\n  name: coaching-manual\n", encoding="utf-8")
    assert main(["--config", str(config), "build", "--site", str(folder / "site")]) == 0
    return read_site(folder / "site")


def test_it_says_so_in_both_languages_and_links_the_english(small: Pages) -> None:
    page = small["es/families/"]
    assert value(one(page.soup, "html"), "lang") == "es"
    assert words(one(page.article, "h1")) == "Esta página todavía no está en español"
    english = one(page.article, 'div[lang="en"]')
    assert words(one(english, "h2")) == "This page is not in Spanish yet"
    links = [(words(link), link.get("hreflang")) for link, to in page.links(page.article) if to == "families/"]
    assert links == [("For families", "en")] * 2


def test_it_is_no_translation_that_waits_for_a_review(small: Pages) -> None:
    assert "La traducción todavía no está revisada" not in words(small["es/families/"].soup)


def test_the_switch_lands_on_it_and_back(small: Pages) -> None:
    for address in ("families/", "es/families/"):
        page = small[address]
        assert [to for _, to in page.links(one(page.soup, ".languages"))] == ["families/", "es/families/"]


def test_it_stands_first_on_the_list_for_the_coordinator(small: Pages) -> None:
    row = small["editing/translations/"].article.select("tbody tr")[0]
    assert words(one(row, "th")) == "For families"
    assert [words(cell) for cell in row.select("td")] == ["what stands in for it", "not there yet"]
