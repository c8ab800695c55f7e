"""Pages in Spanish: what their HTML says, and what a person meets in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page, expect

from coaching_manual.index import Index
from coaching_manual.problems import Problems
from coaching_manual.structure import read_framework
from tests.projects import ROOT
from tests.site.built import HOST, BuiltPage, one, value, words

Pages = Mapping[str, BuiltPage]
Visit = Callable[..., Page]
FAMILIES = "es/mentoring/families/"
NEIGHBOUR = re.compile(r'<a class="neighbours__[a-z]+" href="([^"]*)"')


def spanish(pages: Pages) -> list[BuiltPage]:
    return [page for address, page in pages.items() if address.startswith("es/")]


def test_every_page_says_its_language(pages: Pages) -> None:
    for address, page in pages.items():
        assert value(one(page.head, "html"), "lang") == ("es" if address.startswith("es/") else "en"), address


def test_the_switch_and_hreflang_lead_to_the_same_page(pages: Pages) -> None:
    for page in spanish(pages):
        english = page.address.removeprefix("es/")
        for where in (page, pages[english]):
            links = where.soup.select(".languages a")
            assert [value(link, "hreflang") for link in links] == ["en", "es"]
            wanted = [english, f"es/{english}"]
            assert [where.target(value(link, "href")).split("/", 3)[3] for link in links] == wanted
            alternates = where.soup.select("link[hreflang]")
            assert [value(link, "hreflang") for link in alternates] == ["en", "es"]
            assert [where.target(value(link, "href")).split("/", 3)[3] for link in alternates] == wanted


def test_pages_without_spanish_have_no_switch(pages: Pages) -> None:
    assert pages["sources/"].soup.select(".languages") == []
    assert pages["sources/"].soup.select("link[hreflang]") == []


def test_the_menu_holds_one_language(pages: Pages) -> None:
    for link, address in pages[FAMILIES].links(one(pages[FAMILIES].soup, "#site-menu")):
        assert address.startswith("es/"), words(link)
    english = pages["mentoring/families/"]
    links = english.links(one(english.soup, "#site-menu"))
    across = [(words(link), value(link, "lang")) for link, to in links if to.startswith("es/")]
    assert across == [("En español", "es")]


def test_the_foot_leads_to_what_is_in_spanish(pages: Pages) -> None:
    for page in spanish(pages):
        foot = page.links(one(page.soup, ".site-footer__links"))
        assert [(words(link), to) for link, to in foot] == [("Accesibilidad", "es/accessibility/")]


def test_next_and_previous_stay_in_the_language(pages: Pages) -> None:
    found = 0
    for address, page in pages.items():
        for href in NEIGHBOUR.findall(page.html):  # a tree of each page would take longer
            to = page.target(href).removeprefix(f"{HOST}/")
            assert to.startswith("es/") == address.startswith("es/"), (address, to)
            found += 1
    assert found > 300


def test_unreviewed_pages_say_that_they_are_drafts(pages: Pages) -> None:
    for page in spanish(pages):
        if "todavía no está en español" not in words(one(page.article, "h1")):
            mark = words(page.soup.select(".draft-mark")[0])
            assert mark.startswith("Borrador"), page.address
            assert "La traducción todavía no está revisada." in mark, page.address


def test_every_word_has_its_page_in_spanish(pages: Pages) -> None:
    for name, entry in Index(read_framework(ROOT / "framework", ROOT, Problems())).terms.items():
        page = pages[f"es/common-language/terms/{name}/"]
        assert entry.record.es is not None
        assert words(one(page.article, "h1")).startswith(entry.record.es.term[:1].upper() + entry.record.es.term[1:])


def test_dates_are_written_in_spanish(pages: Pages) -> None:
    assert words(one(pages[FAMILIES].soup, ".draft-mark time")) == "25 de noviembre de 2026"


def test_terms_lead_to_their_entries_in_spanish(pages: Pages) -> None:
    page = pages[FAMILIES]
    terms = [to for link, to in page.links(page.article) if "/terms/" in to]
    assert terms
    assert all(to.startswith("es/common-language/terms/") for to in terms)
    assert words(one(page.soup, "#words-on-this-page")) == "Palabras de esta página"


def test_what_is_to_confirm_is_listed_once(pages: Pages) -> None:
    assert "Por confirmar:" in words(pages[FAMILIES].article)
    assert "¿Qué oficina recibe las quejas" not in words(pages["open-decisions/"].article)


def test_english_title_and_name_of_the_site_are_not_on_a_page_in_spanish(pages: Pages) -> None:
    head = one(pages[FAMILIES].soup, "title")
    assert words(head) == "La mentoría, para las familias · Manual de asesoría y mentoría"
    assert words(one(pages[FAMILIES].soup, ".site-name")) == "Manual de asesoría y mentoría"


@pytest.mark.parametrize("query", ["mentoría para estudiantes", "mentoria para estudiantes", "MENTORIA juvenil"])
def test_search_in_spanish_with_and_without_accents(visit: Visit, query: str) -> None:
    page = visit("es/")
    page.get_by_role("button", name="Buscar", exact=True).click()
    page.get_by_role("searchbox").fill(query)
    first = page.locator("[data-search-results] a").first
    expect(first).to_have_text("mentoría estudiantil")
    first.click()
    expect(page).to_have_url(re.compile(r"/es/common-language/terms/student-mentoring/$"))
    expect(page.locator("h1")).to_have_text("Mentoría estudiantil")


@pytest.mark.parametrize("query", ["mentoría para las familias", "mentoria para las familias"])
def test_answers_obey_the_language_of_the_page(visit: Visit, query: str) -> None:
    page = visit("es/")
    page.get_by_role("button", name="Buscar", exact=True).click()
    page.get_by_role("searchbox").fill(query)
    found = page.locator("[data-search-results]").get_by_role("link", name="La mentoría, para las familias")
    expect(found).to_have_attribute("href", re.compile("/es/mentoring/families/"))
    expect(page.locator("[data-search-results]").get_by_text("Mentoring, for families")).to_have_count(0)


def test_the_switch_lands_on_the_same_page_and_back(visit: Visit) -> None:
    page = visit(FAMILIES)
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.locator("h1")).to_have_text("Mentoring, for families")
    page.get_by_role("link", name="Español", exact=True).click()
    expect(page.locator("h1")).to_have_text("La mentoría, para las familias")


def test_a_search_that_finds_nothing_says_so_in_spanish(visit: Visit) -> None:
    page = visit("es/")
    page.get_by_role("button", name="Buscar", exact=True).click()
    page.get_by_role("searchbox").fill("qwxzvk")
    expect(page.locator("[data-search-results]")).to_contain_text("No encontramos ninguna palabra ni página")
    link = page.get_by_role("link", name="Ver la lista completa de la A a la Z")
    expect(link).to_have_attribute("href", "common-language/")
