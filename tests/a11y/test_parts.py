"""The parts of the checks that need no browser."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from tests.a11y import plan, report
from tests.a11y.findings import Fault, Findings, Found
from tests.a11y.kinds import Circles, Shown, circles, cover, shown
from tests.a11y.known import Exemption, Sorted, read_exemptions, sort_faults
from tests.a11y.languages import marked_languages
from tests.a11y.seeded import Edit, Seed, write_site
from tests.a11y.sites import POLICY, Site
from tests.site.built import BuiltPage

TODAY = datetime.date(2026, 11, 22)
FAULT = Fault("axe", "color-contrast", "common-language/", "light 1280", "main > p[lang]", "Too pale.")


def exemption(**changes: Any) -> Exemption:
    """An exception that covers FAULT, with changes."""
    entry = {
        "check": "axe",
        "rule": "color-contrast",
        "page": "common-language/*",
        "reason": "A new seal is being drawn.",
        "since": datetime.date(2026, 11, 1),
        "until": TODAY,
    }
    return Exemption(**{**entry, **changes})


def page(body: str, *, language: str = "en") -> BuiltPage:
    """A page with a body."""
    return BuiltPage("page/", f"<html lang='{language}'><body>{body}</body></html>")


# ---- Exceptions ----


@pytest.mark.parametrize("changes", [{}, {"selector": "main > p[lang]"}, {"page": "common-language/"}])
def test_an_exception_takes_its_fault_out(changes: dict[str, str]) -> None:
    assert sort_faults([FAULT], [exemption(**changes)], TODAY) == Sorted([], [FAULT])


@pytest.mark.parametrize("changes", [{"rule": "label"}, {"check": "ibm"}, {"page": "x/*"}, {"selector": "main > p"}])
def test_an_exception_for_something_else_is_reported_with_the_fault(changes: dict[str, str]) -> None:
    still_open, accepted = sort_faults([FAULT], [exemption(**changes)], TODAY)
    assert [(fault.check, fault.rule) for fault in still_open] == [("axe", "color-contrast"), ("exceptions", "unused")]
    assert accepted == []


def test_an_overdue_exception_is_reported_and_its_fault_counts() -> None:
    still_open, accepted = sort_faults([FAULT], [exemption()], TODAY + datetime.timedelta(days=1))
    assert [(fault.check, fault.rule) for fault in still_open] == [("axe", "color-contrast"), ("exceptions", "overdue")]
    assert accepted == []


def test_an_exception_needs_a_reason(tmp_path: Path) -> None:
    file = tmp_path / "exceptions.yml"
    file.write_text("- {check: axe, rule: label, page: '*', since: 2026-11-01, until: 2026-12-01}\n", encoding="utf-8")
    with pytest.raises(ValidationError, match="reason"):
        read_exemptions(file)


def test_no_exceptions(tmp_path: Path) -> None:
    file = tmp_path / "exceptions.yml"
    file.write_text("# none\n", encoding="utf-8")
    assert read_exemptions(file) == []


# ---- Languages ----


@pytest.mark.parametrize(
    ("body", "language", "read_as"),
    [
        ("<p>Ask how the week went.</p>", "en", []),
        ("<p>Pregunte cómo fue la semana.</p>", "en", ["Spanish"]),
        ("<p>Pregunte <a href='x'>cómo fue</a> la semana.</p>", "en", ["Spanish"]),
        ("<p lang='es'>Pregunte cómo fue la semana.</p>", "en", []),
        ("<p>Say: <span lang='es-US'>¿Cómo le fue con la clase?</span></p>", "en", []),
        ("<p>Pregunte cómo fue la semana.</p>", "es", []),
        ("<p>Ask what the families want to know.</p>", "es", ["English"]),
        ("<p>Muñoz, Peña and García (2018), San José</p>", "en", []),
        ("<p>The Casa de la Raza opens.</p>", "en", []),
        ("<pre>que para con por una</pre>", "en", []),
        ("<nav aria-label='Menú para familias'></nav>", "en", ["Spanish"]),
        ("<p>¿?</p>", "en", ["Spanish"]),
    ],
)
def test_languages_are_told_by_small_words(body: str, language: str, read_as: list[str]) -> None:
    found = list(marked_languages(page(body, language=language)))
    assert [one.message.split(" reads like ")[1].split()[0] for one in found] == read_as


# ---- Sites ----


def test_kinds_are_the_fewest_pages_that_show_everything() -> None:
    pages = {
        "plain/": page("<p>text</p>"),
        "rich/": page("<p>text</p><table class='wide'></table>"),
        "form/": page("<p>text</p><input type=radio>"),
        "form-too/": page("<input type=radio>"),
    }
    assert circles({address: shown(one) for address, one in pages.items()}).kinds == ("rich/", "form/")


def test_a_shape_is_an_element_in_its_surroundings() -> None:
    shapes = shown(page("<div class='card'><p><a role='button' href='x'>On</a></p></div>")).shapes
    assert "div.card[] > a.[](button)" in shapes
    assert "div.card[] > p.[]()" in shapes


def test_a_cover_shows_everything_as_often_as_there_is_a_page_for_it() -> None:
    pages = {"a": frozenset("xy"), "b": frozenset("x"), "c": frozenset("x"), "d": frozenset("z")}
    assert cover(pages) == ["a", "d"]
    assert cover(pages, times=2) == ["a", "b", "d"]


def test_each_language_is_shown_by_a_page_with_a_term() -> None:
    term = frozenset({"a.term[]"})
    pages = {
        "plain/": Shown("en", frozenset(), frozenset()),
        "terms/": Shown("en", term, frozenset()),
        "es/": Shown("es", frozenset(), frozenset()),
    }
    assert circles(pages).languages == ("terms/", "es/")


def test_every_page_is_visited_once_and_the_circles_more_often() -> None:
    chosen = Circles(shapes=("a", "b"), kinds=("a",), languages=("a",))
    visits = list(plan.visits(["a", "b", "c"], chosen))
    own = {address: sum(one == address for one, _ in visits) for address in "abc"}
    assert own == {"a": 1 + len(plan.ON_EVERY_KIND) + len(plan.IN_EVERY_LANGUAGE), "b": 1, "c": 1}
    assert ("c", plan.ON_EVERY_PAGE) in visits


def test_a_site_without_headers_gets_a_strict_policy(tmp_path: Path) -> None:
    assert Site(tmp_path).headers("/any/") == {"Content-Security-Policy": POLICY}


def test_a_site_brings_its_own_headers(tmp_path: Path) -> None:
    rules = "# ours\n/*\n  X-Frame-Options: DENY\n  Cache-Control: no-cache\n\n/fonts/*\n  Cache-Control: immutable\n"
    (tmp_path / "_headers").write_text(rules, encoding="utf-8")
    site = Site(tmp_path)
    assert site.headers("/a/") == {"X-Frame-Options": "DENY", "Cache-Control": "no-cache"}
    assert site.headers("/fonts/a.woff2") == {"X-Frame-Options": "DENY", "Cache-Control": "immutable"}


def test_a_file_weighs_what_the_host_sends(tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text("word " * 1000, encoding="utf-8")
    (tmp_path / "font.woff2").write_bytes(b"0" * 1000)
    site = Site(tmp_path)
    assert 0 < site.size("page/") < 100
    assert site.size("http://127.0.0.1:80/font.woff2") == 1000
    assert site.size("missing.js") == 0


def test_a_seed_that_no_longer_fits_the_clean_page_is_refused(tmp_path: Path) -> None:
    seed = Seed("stale", "old", "axe", "label", (Edit("index.html", "not on the page", ""),))
    with pytest.raises(ValueError, match=r"stale: “not on the page” stands 0 times in index\.html\."):
        write_site([seed], tmp_path)


# ---- Report ----


def finished(*faults: Fault) -> report.Tested:
    """A finished run on two pages."""
    findings = Findings()
    findings.add("axe", "", [])
    findings.add("axe", "common-language/", [Found("color-contrast", "p", "Too pale.")])
    circled = Circles(shapes=("", "common-language/"), kinds=("common-language/",))
    return report.Tested(TODAY, findings, Sorted(list(faults), []), [exemption()], 2, circled, 91, "156.0")


def test_the_table_tells_pages_and_faults_of_each_check() -> None:
    assert list(report.table(finished(FAULT))) == [
        "check            pages  faults",
        "axe                  2       1",
    ]


def test_faults_of_one_rule_are_printed_together_and_only_the_first_few() -> None:
    faults = [Fault("axe", "label", f"page-{number}/", "light 1280", "input", "No label.") for number in range(7)]
    lines = list(report.fault_lines(faults))
    assert lines[0] == "\naxe: label (7)"
    assert lines[1] == "  page-0/, light 1280: input\n    No label."
    assert lines[-1] == "  and 2 more, in the report file"
    assert len(lines) == 7


def test_the_record_tells_no_more_than_was_tested() -> None:
    record = report.record(finished(FAULT))
    assert (record["date"], record["pages"], record["shapes"], record["kinds"], record["seeded"]) == (
        TODAY,
        2,
        2,
        1,
        91,
    )
    assert record["browser"] == "Chromium 156.0"
    assert record["checks"][0] == {
        "what": "axe-core: its rules for WCAG 2.0 to 2.2, levels A and AA, and its best practice, without contrast",
        "pages": 2,
        "faults": 1,
    }
    assert {check["pages"] for check in record["checks"][1:]} == {0}
    assert [one["reason"] for one in record["exceptions"]] == ["A new seal is being drawn."]
