"""What the files of the search hold, and what stands on the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from coaching_manual.model import Query
from coaching_manual.search import SearchSite, search_records, sections_of
from coaching_manual.search.queries import Measure, Outcome, measure
from coaching_manual.search.records import SearchRecords
from coaching_manual.search.report import explain_query, report_queries
from coaching_manual.search.scripts import first_script, phrases, tool_script

from .sample import CORE, Sample

TERM = """\
  - id: teacher-induction
    term: Teacher induction
    definition: Two years of **support** for [new teachers](page:index.md).
    basis: law
    synonyms: [new teacher program]
    search_words: [help for new teachers]
    acronyms: [{short: TI, stands_for: Teacher Induction}]
    retired_names: [{name: BTSA, changed: The name of the state program changed.}]
    do_not_say: [{wording: probation, reason: It is no test.}]
    related: [coaching]
    audience: [all-staff]
    es: {term: inducción docente, definition: Dos años de apoyo., synonyms: [iniciación docente]}
"""
QUERIES = """\
queries:
  - {query: btsa, answer: "term:teacher-induction", kind: old-name, role: teacher}
  - {query: coaching, answer: "term:mentoring", kind: exact, role: coach, known_miss: Only for this test.}
  - {query: apoyo nuevo, answer: "term:coaching", kind: unlisted, role: parent, language: es}
"""


@pytest.fixture
def records(sample: Sample) -> SearchRecords:
    sample.add(CORE, TERM)
    manual = sample.manual()
    return search_records(manual.index, manual.pages)


@pytest.fixture
def files(records: SearchRecords) -> dict[str, str]:
    return SearchSite(records, {"index.md": sections_of("<h1>Start</h1><p>Hello.</p>")}).files()


def held(files: dict[str, str], part: str) -> object:
    """What a file hands over."""
    found = re.fullmatch(rf'manualSearch\.take\("{part}",(.*),"[0-9a-f]{{10}}"\)\n', files[f"{part}.js"], re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_names_in_the_language_of_the_page_come_first(files: dict[str, str]) -> None:
    names = held(files, "names-en")
    assert isinstance(names, dict)
    assert "Teacher induction\t+new teacher program\t@TI\t<BTSA" in names["terms"].split("\n")
    assert names["address"] == "common-language/terms/*/"


def test_all_other_words_come_after_the_readers(files: dict[str, str]) -> None:
    words = held(files, "words-en")
    assert isinstance(words, str)
    others = "?help for new teachers\t!probation\t~inducción docente\t~iniciación docente"
    assert [line.partition("\t")[2] for line in words.split("\n") if "BTSA" not in line and "inducción" in line] == [
        others
    ]


def test_spanish_pages_have_spanish_names_first(files: dict[str, str]) -> None:
    names, words = held(files, "names-es"), held(files, "words-es")
    assert isinstance(names, dict)
    assert isinstance(words, str)
    assert "inducción docente=teacher-induction\t@TI\t<BTSA\t+iniciación docente" in names["terms"].split("\n")
    assert "~Teacher induction\t~new teacher program" in words


def test_a_card_holds_plain_words_and_the_other_name(files: dict[str, str], records: SearchRecords) -> None:
    number = [term.id for term in records.terms].index("teacher-induction")
    english, spanish = held(files, "cards-en/0"), held(files, "cards-es/0")
    assert isinstance(english, list)
    assert isinstance(spanish, list)
    assert english[number] == {
        "text": "Two years of support for new teachers.",
        "other": "inducción docente",
        "draft": 1,
        "stands": {"TI": "Teacher Induction"},
    }
    assert (spanish[number]["text"], spanish[number]["other"]) == ("Dos años de apoyo.", "Teacher induction")


def test_files_of_two_editions_can_be_told_apart(records: SearchRecords, files: dict[str, str]) -> None:
    other = SearchSite(records, {"index.md": sections_of("<h1>Start</h1><p>Good morning.</p>")}).files()
    assert files["names-en.js"][:-14] == other["names-en.js"][:-14]
    assert files["names-en.js"] != other["names-en.js"]


def test_the_same_records_give_the_same_files(records: SearchRecords, files: dict[str, str]) -> None:
    assert SearchSite(records, {"index.md": sections_of("<h1>Start</h1><p>Hello.</p>")}).files() == files


def test_sections_are_cut_at_headings_and_leave_out_what_is_no_text() -> None:
    html = (
        "<h1 id='top'>Start</h1><p>First <b>words</b>.</p><nav><a>Menu</a></nav>"
        "<h2 id='more'>More <a class='x'>here</a></h2><ul><li>One</li><li>Two</li></ul><script>no()</script>"
    )
    assert [(s.anchor, s.heading, s.text) for s in sections_of(html)] == [
        ("", "", "First words."),
        ("more", "More here", "One · Two"),
    ]


def test_every_phrase_exists_in_both_languages() -> None:
    assert phrases("en").keys() == phrases("es").keys()


@pytest.mark.parametrize("language", ["en", "es"])
def test_scripts_hold_no_words_of_a_comment(language: str) -> None:
    assert "// " not in first_script(language).replace("https://", "")
    assert first_script(language).count("const PHRASES=") == 1


@pytest.mark.parametrize("name", ["guesses", "more"])
def test_tools_are_handed_over_by_name(name: str) -> None:
    assert tool_script(name).startswith(f'manualSearch.take("{name}",({{LANGUAGE,RANKING,')


def outcome(rank: int | None) -> Outcome:
    class Ranked(Outcome):
        @property
        def rank(self) -> int | None:
            return rank

    return Ranked(Query(query="x", answer="nothing", kind="nothing", role="coach"), ())


def test_measures_by_hand() -> None:
    assert measure([outcome(1), outcome(2), outcome(None), outcome(4)]) == Measure(4, 0.25, (1 + 0.5 + 0 + 0.25) / 4)


def test_a_query_is_explained(records: SearchRecords) -> None:
    assert explain_query("BTSA", records) == (
        'BTSA\n  100.0  Teacher induction (term:teacher-induction): its name was typed, "BTSA" (retired)\n'
    )
    assert explain_query("lunch menu", records) == "lunch menu\n  Nothing has that name.\n"


def test_the_report_counts_misses_and_tells_what_is_never_found(sample: Sample) -> None:
    sample.add(CORE, TERM)
    sample.write("framework/search/queries.yml", QUERIES)
    manual = sample.manual()
    report = report_queries(manual.index, search_records(manual.index, manual.pages))
    assert "old-name                        1  100.0%  1.000" in report
    assert 'exact: "coaching" wants Mentoring, gets Coaching  (known: Only for this test.)' in report
    assert "Terms that no query finds: 2\n  coach\n  mentoring" in report


def test_without_queries_the_report_says_so(records: SearchRecords, sample: Sample) -> None:
    report = report_queries(sample.manual().index, records)
    assert report == "There are no queries yet: framework/search/queries.yml is where they stand.\n"


def test_search_words_of_a_page_lead_to_it(sample: Sample) -> None:
    page = Path(sample.root / "docs/index.md")
    sample.write("docs/index.md", "---\nsearch_words: [home page]\n---\n" + page.read_text(encoding="utf-8"))
    manual = sample.manual()
    assert "page:index.md" in explain_query("home page", search_records(manual.index, manual.pages))
