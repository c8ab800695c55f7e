"""What must hold on every page of the built site, whoever looks at it and however."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from bs4.element import Tag

from coaching_manual.addresses import page_address
from coaching_manual.languages import language_of
from coaching_manual.manual import read_manual
from tests.projects import ROOT, terms_of
from tests.site.built import HOST, TERMS, BuiltPage, one, value, words

Pages = Mapping[str, BuiltPage]
Terms = Mapping[str, dict[str, Any]]

COACHING = (
    "Coaching is intentional relationship-based individualized professional development and support "
    "focused on increasing student achievement. Coaching increases capacity and expertise, stimulating new "
    "perspectives which evoke internal dialogue and motivation, creating a sustained transformational impact."
)
MENTORING = (
    "Mentoring provides novices with guidance from a more experienced person to successfully navigate "
    "challenges and access opportunities to achieve their goals."
)
LOADED = ("src", "srcset", "href", "data", "poster", "action")
LEFT_OVER = re.compile(r"\{\{|\{%|\{#|\bundefined\b|[\ue000-\ue011]")
LEFT_OVER_IN_TAG = re.compile(r"\{\{|\{%|(?:^|/)undefined(?:/|$)|[\ue000-\ue011]")
# é is not among them: English has borrowed it (protégé)
SPANISH_ONLY = re.compile(r"[áíóúñ¿¡]", re.IGNORECASE)
FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,})[^\n`]*\n(?P<code>.*?)^ *(?P=fence) *$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def terms() -> Terms:
    return terms_of(ROOT)


@pytest.fixture(scope="module")
def current(terms: Terms) -> Terms:
    return {term_id: term for term_id, term in terms.items() if term.get("status") != "retired"}


def faults_of(pages: Pages, fault: Callable[[BuiltPage], Iterable[object]]) -> list[str]:
    """What is wrong on which page."""
    return [f"{page.address}: {found}" for page in pages.values() for found in fault(page)]


def term_at(path: str) -> str | None:
    """The id of the term whose page an address inside the site names."""
    return BuiltPage(path.removeprefix("es/"), "").term


def sessions() -> Iterable[tuple[str, dict[str, Any]]]:
    """Every session with the folder of its course: read without the program that is tested."""
    for path in sorted((ROOT / "framework" / "curricula").glob("*/session-*.yml")):
        yield path.parent.name, {**yaml.load(path.read_bytes(), yaml.CSafeLoader), "file": path.stem}


def training_addresses() -> Iterable[str]:
    """Where courses, sessions and handouts live."""
    for course, session in sessions():
        yield f"training/{course}/"
        yield from (f"training/{course}/{session['file']}/", f"training/{course}/{session['file']}/facilitator/")
        yield from (f"training/{course}/handouts/{sheet['id']}/" for sheet in session.get("handouts", []))


def test_every_page_is_there(pages: Pages, terms: Terms) -> None:
    written = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    addresses = {page_address(src) for src in written}
    former = {old for term in terms.values() for old in term.get("former_ids", [])}
    made = {f"{TERMS}{term_id}/" for term_id in {*terms, *former}}
    made_in_spanish = {f"es/{TERMS}{term_id}/" for term_id in terms}
    assert addresses | made | made_in_spanish | set(training_addresses()) | {"404.html"} <= set(pages)
    whole = {page_address(page.src) for page in read_manual(ROOT / "mkdocs.yml").pages}
    assert set(pages) == whole | {"404.html"}


def test_one_main_heading(pages: Pages) -> None:
    assert faults_of(pages, lambda page: [n for n in [len(page.soup.find_all("h1"))] if n != 1]) == []


def test_headings_do_not_jump(pages: Pages) -> None:
    def jumps(page: BuiltPage) -> Iterable[object]:
        before = 0
        for heading in page.soup.find_all(re.compile(r"^h[1-6]$")):
            level = int(heading.name[1])
            if level > before + 1:
                yield words(heading)
            before = level

    assert faults_of(pages, jumps) == []


def test_titles_are_unique(pages: Pages) -> None:
    titles = Counter(words(one(page.soup, "head > title")) for page in pages.values())
    assert [title for title, count in titles.items() if count > 1 or not title] == []


def test_ids_are_unique_in_a_page(pages: Pages) -> None:
    assert faults_of(pages, lambda page: [name for name, count in Counter(page.ids).items() if count > 1]) == []


def test_ids_that_are_named_exist(pages: Pages) -> None:
    def lost(page: BuiltPage) -> Iterable[object]:
        for attribute in ("aria-describedby", "aria-labelledby", "aria-controls", "for"):
            for tag in page.article.select(f"[{attribute}]"):
                yield from (name for name in value(tag, attribute).split() if name not in page.ids)

    assert faults_of(pages, lost) == []


def test_inner_links_lead_somewhere(pages: Pages, site: Path) -> None:
    def dead(page: BuiltPage) -> Iterable[object]:
        for attribute in ("href", "src", "action"):
            for tag in page.soup.select(f"[{attribute}]"):
                target = urlsplit(page.target(value(tag, attribute)))
                if f"{target.scheme}://{target.netloc}" != HOST:
                    continue
                path = target.path.removeprefix("/")
                if path in pages:
                    if target.fragment and target.fragment not in pages[path].ids:
                        yield value(tag, attribute)
                elif not (site / path).is_file() or path.endswith("/"):
                    yield value(tag, attribute)

    assert faults_of(pages, dead) == []


def test_nothing_is_left_over(pages: Pages) -> None:
    def left(page: BuiltPage) -> Iterable[object]:
        for text in page.words_seen():
            if LEFT_OVER.search(text) or text.strip() in {"None", "True", "False", "[]", "()"}:
                yield text.strip()
        for tag in page.soup.find_all(name=True):
            for name in tag.attrs:
                said = value(tag, name)
                if LEFT_OVER_IN_TAG.search(said) or said == "None":
                    yield f"{name}={said}"
        for tag in page.soup.select("[href]"):
            if re.match(r"(term|source|page):", value(tag, "href")):
                yield value(tag, "href")

    assert faults_of(pages, left) == []


def test_language_is_named(pages: Pages) -> None:
    def other(page: BuiltPage) -> Iterable[object]:
        language = value(one(page.soup, "html"), "lang")
        return [] if language == language_of(page.address) else [language]

    assert faults_of(pages, other) == []


def test_spanish_is_marked_as_spanish(pages: Pages, current: Terms) -> None:
    for term_id, term in current.items():
        page = pages[f"{TERMS}{term_id}/"]
        spanish = " ".join(words(part) for part in page.article.select("[lang=es]"))
        given = term.get("es", {})
        expected = [given.get("term"), given.get("definition"), *given.get("synonyms", [])]
        assert [text for text in expected if text and words(text) not in spanish] == [], term_id


def test_no_spanish_is_read_as_english(pages: Pages) -> None:
    def unmarked(page: BuiltPage) -> Iterable[object]:
        for text in page.article.find_all(string=SPANISH_ONLY) if page.term else ():
            if not text.find_parent(attrs={"lang": "es"}):
                yield text.strip()

    assert faults_of(pages, unmarked) == []


def test_tables_have_a_caption_and_scoped_headers(pages: Pages) -> None:
    def poor(page: BuiltPage) -> Iterable[object]:
        for table in page.soup.find_all("table"):
            caption, headers = table.find("caption"), table.find_all("th")
            if caption is None or not words(caption):
                yield f"no caption: {words(table)[:60]}"
            if not headers or any(value(th, "scope") not in {"col", "row", "rowgroup"} for th in headers):
                yield f"no scope: {words(table)[:60]}"

    assert faults_of(pages, poor) == []


def test_every_term_has_its_page_with_its_definition_first(pages: Pages, current: Terms) -> None:
    for term_id, term in current.items():
        heading = one(pages[f"{TERMS}{term_id}/"].article, "h1")
        shorts = [short["short"] for short in term.get("acronyms", []) if "stands_for" not in short]
        acronyms = "".join(f" ({short})" for short in shorts)
        assert words(heading) == term["term"] + acronyms
        first = heading.find_next("p")
        assert first is not None
        assert words(first) == plain(term["definition"]), term_id


def plain(markdown: str) -> str:
    """The words of a short Markdown text."""
    return words(re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_`]", r"\1", markdown))


def test_where_used_is_where_it_is_linked(pages: Pages, terms: Terms) -> None:
    linked: dict[str, set[str]] = {term_id: set() for term_id in terms}
    for course, session in sessions():
        for term_id in session.get("terms", []):
            linked[term_id].add(f"training/{course}/")
    for page in pages.values():
        if not is_written(page) or page.address.startswith("es/") or not settings_of(page).get("where_used", True):
            continue
        for link, path in page.links(page.article):
            term_id = term_at(path)
            if term_id in linked and not link.find_parent("section", class_="words"):
                linked[term_id].add(page.address)
    assert {term_id: uses_of(pages[f"{TERMS}{term_id}/"]) for term_id in terms} == linked


def is_written(page: BuiltPage) -> bool:
    """Whether somebody wrote the page as a page."""
    return any(file.is_file() for file in files_of(page))


def files_of(page: BuiltPage) -> tuple[Path, Path]:
    stem = page.address.rstrip("/")
    return ROOT / "docs" / f"{stem}.md", ROOT / "docs" / stem / "index.md"


def settings_of(page: BuiltPage) -> dict[str, Any]:
    """The settings at the top of the file that a page was written in."""
    text = next(file for file in files_of(page) if file.is_file()).read_text(encoding="utf-8")
    loaded = yaml.safe_load(text.split("---")[1]) if text.startswith("---\n") else {}
    return dict(loaded)


def uses_of(page: BuiltPage) -> set[str]:
    """The addresses that a term's page lists as places of use."""
    return {path for used in page.article.select("ul.uses") for _, path in page.links(used)}


def test_words_on_a_page_are_the_terms_it_links(pages: Pages) -> None:
    def differ(page: BuiltPage) -> Iterable[object]:
        linked = {term_at(path) for link, path in page.links(page.article) if "term" in value(link, "class").split()}
        listed = [term_at(path) for part in page.article.select(".words") for _, path in page.links(part)]
        if set(listed) != linked or len(listed) != len(linked):
            yield sorted(map(str, set(listed) ^ linked))

    assert faults_of(pages, differ) == []


def test_a_term_is_not_linked_on_its_own_page(pages: Pages) -> None:
    def itself(page: BuiltPage) -> Iterable[object]:
        for link, path in page.links(page.article):
            if page.term and term_at(path) == page.term and "heading-link" not in value(link, "class"):
                yield words(link)

    assert faults_of(pages, itself) == []


def test_relations_are_shown_both_ways(pages: Pages, current: Terms) -> None:
    shown = {term_id: relations(pages[f"{TERMS}{term_id}/"]) for term_id in current}
    broader = {(term_id, other) for term_id, of in shown.items() for other in of.get("Broader", ())}
    narrower = {(other, term_id) for term_id, of in shown.items() for other in of.get("Narrower", ())}
    related = {(term_id, other) for term_id, of in shown.items() for other in of.get("See also", ())}
    assert broader == narrower
    assert broader == {(term_id, other) for term_id, term in current.items() for other in term.get("broader", [])}
    said = {(term_id, other) for term_id, term in current.items() for other in term.get("related", [])}
    assert related == said | {(other, term_id) for term_id, other in said}


def relations(page: BuiltPage) -> dict[str, list[str]]:
    """The ids of the terms under each heading of "Related terms"."""
    return {
        words(one(group, "dt")): [str(term_at(path)) for _, path in page.links(group)]
        for group in page.article.select(".facts--links > div")
    }


def test_a_to_z_holds_every_term(pages: Pages, current: Terms) -> None:
    page = pages["common-language/"]
    entries = page.article.select(".glossary dt")
    assert sorted(term_at(path) or "" for entry in entries for _, path in page.links(entry)) == sorted(current)
    names = [words(entry).lower() for entry in entries]
    assert names == sorted(term["term"].lower() for term in current.values())


def test_nothing_is_loaded_from_another_host(pages: Pages, site: Path) -> None:
    def foreign(page: BuiltPage) -> Iterable[object]:
        for attribute in LOADED:
            for tag in page.soup.select(f"[{attribute}]"):
                elsewhere = urlsplit(page.target(value(tag, attribute))).netloc != urlsplit(HOST).netloc
                if elsewhere and (tag.name != "a" or attribute != "href"):
                    yield f"<{tag.name} {attribute}={value(tag, attribute)}>"

    assert faults_of(pages, foreign) == []
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    assert re.findall(r"(?:@import|url\()\s*[\"']?(?:https?:)?//[^)\"']*", styles) == []


@pytest.mark.parametrize(
    ("address", "wordings"),
    [
        ("why-we-coach/", [COACHING, MENTORING]),
        (f"{TERMS}coaching/", [COACHING]),
        (f"{TERMS}mentoring/", [MENTORING]),
    ],
)
def test_seed_definitions_stand_word_for_word(pages: Pages, address: str, wordings: list[str]) -> None:
    quoted = [quote.get_text().strip() for quote in pages[address].article.select("figure.quotation blockquote")]
    assert quoted == wordings


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "editing").glob("*.md")), ids=lambda path: path.stem)
def test_code_in_the_editors_manual_stands_as_it_was_written(pages: Pages, path: Path) -> None:
    # Python-Markdown writes tabs as spaces
    fences = FENCE.finditer(path.read_text(encoding="utf-8").expandtabs(4))
    written = [re.sub(f"^{found['indent']}", "", found["code"], flags=re.MULTILINE).strip("\n") for found in fences]
    page = pages["editing/" if path.stem == "index" else f"editing/{path.stem}/"]
    shown = [code.get_text().strip("\n") for code in page.article.select("pre > code")]
    assert shown == written


def test_every_page_begins_with_a_way_past_the_menu(pages: Pages) -> None:
    def lost(page: BuiltPage) -> Iterable[object]:
        first = one(page.soup, "body").find(True)
        if not isinstance(first, Tag) or (value(first, "class"), value(first, "href")) != ("skip-link", "#main"):
            yield first
        if value(one(page.soup, "main"), "id") != "main":
            yield "no main"

    assert faults_of(pages, lost) == []


def test_nothing_is_written_inline(pages: Pages) -> None:
    def inline(page: BuiltPage) -> Iterable[object]:
        yield from page.soup.select("style, [style]")
        yield from (script for script in page.soup.select("script") if not value(script, "src"))
        for tag in page.soup.find_all(name=True):
            yield from (name for name in tag.attrs if name.startswith("on"))

    assert faults_of(pages, inline) == []


def test_only_our_own_styles_and_scripts(pages: Pages) -> None:
    def foreign(page: BuiltPage) -> Iterable[object]:
        for tag, attribute in [("script[src]", "src"), ("link[rel=stylesheet]", "href")]:
            for found in page.soup.select(tag):
                path = urlsplit(page.target(value(found, attribute))).path
                if not path.startswith("/assets/manual/"):
                    yield path

    assert faults_of(pages, foreign) == []


def test_styles_and_scripts_are_light(pages: Pages, site: Path) -> None:
    """What a page needs besides its text: at most 60 KiB when packed, fonts apart."""

    def weight(page: BuiltPage) -> int:
        loaded = [value(tag, "src") for tag in page.soup.select("script[src]")]
        loaded += [value(tag, "href") for tag in page.soup.select("link[rel=stylesheet]")]
        files = {site / urlsplit(page.target(address)).path.lstrip("/") for address in loaded}
        return sum(len(gzip.compress(file.read_bytes())) for file in files)

    assert faults_of(pages, lambda page: [weight(page)] if weight(page) > 60 * 1024 else []) == []


def test_the_menu_shows_where_a_page_is(pages: Pages) -> None:
    def lost(page: BuiltPage) -> Iterable[object]:
        menu = one(page.soup, "nav#site-menu")
        current = [path for link, path in page.links(menu) if value(link, "aria-current") == "page"]
        listed = page.address in {path for _, path in page.links(menu)}
        if current != ([page.address] if listed else []):
            yield current
        for link in menu.select("[aria-current]"):
            yield from (words(fold) for fold in link.find_parents("details") if not fold.has_attr("open"))

    assert faults_of(pages, lost) == []
    assert sum(len(page.soup.select("#site-menu [aria-current]")) for page in pages.values()) > 10


def test_a_term_unfolds_the_part_of_the_menu_that_lists_it(pages: Pages, current: Terms) -> None:
    for term_id in current:
        menu = one(pages[f"{TERMS}{term_id}/"].soup, "nav#site-menu")
        assert [words(one(fold, "summary")) for fold in menu.select("details[open]")] == ["Common language"]


def test_headings_link_to_themselves(pages: Pages) -> None:
    def without(page: BuiltPage) -> Iterable[object]:
        for heading in page.article.select("h2[id], h3[id], h4[id]"):
            links = heading.select("a")
            # a heading that leads somewhere else keeps its own link, and one that nobody sees could hide the focus
            if not links and "unseen" not in value(heading, "class").split():
                yield value(heading, "id")

    found = {fault.rpartition(" ")[2] for fault in faults_of(pages, without)}
    assert found <= {"words-on-this-page"}


def test_pages_say_who_they_are_to_other_sites(pages: Pages) -> None:
    def missing(page: BuiltPage) -> Iterable[object]:
        said = {value(tag, "property"): value(tag, "content") for tag in page.soup.select("meta[property]")}
        described = [value(tag, "content") for tag in page.soup.select("meta[name=description]")]
        if described != [said["og:description"]] or not described[0]:
            yield described
        if words(said["og:title"]) not in words(one(page.soup, "head > title")):
            yield said["og:title"]

    written = {address: page for address, page in pages.items() if address != "404.html"}
    assert faults_of(written, missing) == []


def test_chapters_and_guides_say_below_their_title_whom_they_are_for(pages: Pages) -> None:
    chapters = [page for page in pages.values() if page.address.startswith("manual/") and is_written(page)]
    guides = [page for page in pages.values() if re.fullmatch(r"conversations/[a-z-]+/", page.address)]
    assert len(chapters) > 30
    assert len(guides) == 8
    for page in (*chapters, *guides):
        facts = one(page.article, "dl.page-facts")
        assert [words(name) for name in facts.select("dt")] == ["For", "To read", "Owner", "Last reviewed"], (
            page.address
        )
        assert re.fullmatch(r"1 minute|([2-9]|1\d) minutes", words(facts.select("dd")[1])), page.address
        below = [words(name) for name in one(page.soup, ".about-page dl").select("dt")]
        assert below == ["Text"], page.address  # nothing is said twice
