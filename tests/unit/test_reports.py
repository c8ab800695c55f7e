from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coaching_manual.problems import CODES, Fix, Place, Problems, Severity
from coaching_manual.reports import github_report, json_report, sarif_report, summary, text_report


def a_problem(place: Place, **more: Any) -> Problems:
    problems = Problems()
    problems.add("TERM-UNKNOWN", 'No term has the id "coching".', place, **more)
    return problems


def report(tmp_path: Path, line: str, place: Place) -> str:
    (tmp_path / "a.yml").write_text(line, encoding="utf-8")
    text = text_report(a_problem(place), tmp_path)
    return text.partition("\n")[2].removesuffix("\n1 error and 0 warnings.\n")


def test_a_whole_report(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("related: [é, coching]\nb: 2\n", encoding="utf-8")
    problems = a_problem(
        Place("a.yml", 1, 14, 21),
        hint='Did you mean "coaching"?',
        subject="Mentoring",
        related=[(Place("b.yml", 3, 5), "first defined here")],
    )
    problems.add("WORDING-AVOID", "Do not say this.", Place("a.yml", 2, 1, 2))
    problems.add("TERM-UNUSED", "Nothing uses it.", Place("b.yml", 9))
    problems.add("TERM-UNUSED", "Nothing uses this either.", Place("b.yml", 10))
    assert text_report(problems, tmp_path, advice=True) == (
        'a.yml:1:14: error TERM-UNKNOWN: No term has the id "coching". (Mentoring)\n'
        "    1 | related: [é, coching]\n"
        "      |              ^^^^^^^\n"
        '     = Did you mean "coaching"?\n'
        "     = first defined here: b.yml:3:5\n"
        "\n"
        "a.yml:2:1: warning WORDING-AVOID: Do not say this.\n"
        "    2 | b: 2\n"
        "      | ^\n"
        "\n"
        "b.yml:9:1: advice TERM-UNUSED: Nothing uses it.\n"
        "\n"
        "b.yml:10:1: advice TERM-UNUSED: Nothing uses this either.\n"
        "\n"
        "1 error and 1 warning. Advice: 2 TERM-UNUSED.\n"
    )


@pytest.mark.parametrize(
    ("line", "place", "excerpt"),
    [
        # without an end one sign is pointed at
        ("abc", Place("a.yml", 1, 2), "    1 | abc\n      |  ^\n"),
        ("abc", Place("a.yml", 1, 4), "    1 | abc\n      |    ^\n"),
        # a place behind the end of the line
        ("abc", Place("a.yml", 1, 9, 12), "    1 | abc\n      |    ^\n"),
        ("abc", Place("a.yml", 1, 2, 99), "    1 | abc\n      |  ^^\n"),
        # a tab, or a sign that cannot be printed, is one space wide
        ("\ta: é\u200b 🎉", Place("a.yml", 1, 5, 6), "    1 |  a: é  🎉\n      |     ^\n"),
        ("a\r\n", Place("a.yml", 1, 1, 2), "    1 | a\n      | ^\n"),
        # the mark at the start of a file is no character
        ("\ufeffabc", Place("a.yml", 1, 1, 4), "    1 | abc\n      | ^^^\n"),
        # a long line is cut around the spot
        ("x" * 111, Place("a.yml", 1, 1, 2), f"    1 | {'x' * 110}\n      | ^\n"),
        (
            "a" * 100 + "HERE" + "b" * 100,
            Place("a.yml", 1, 101, 105),
            f"    1 | …{'a' * 60}HERE{'b' * 46}\n      | {' ' * 61}^^^^\n",
        ),
        (
            "a" * 100 + "HERE" * 100,
            Place("a.yml", 1, 101, 501),
            f"    1 | …{'a' * 60}{('HERE' * 13)[:50]}\n      | {' ' * 61}{'^' * 50}\n",
        ),
        ("x" * 110, Place("a.yml", 1, 110, 111), f"    1 | {'x' * 110}\n      | {' ' * 109}^\n"),
        # nothing to show
        ("", Place("a.yml", 1, 1), ""),
        ("  \n", Place("a.yml", 1, 1), ""),
        ("abc", Place("a.yml", 2, 1), ""),
        ("abc", Place("missing.yml", 1, 1), ""),
        ("\n" * 12345 + "abc", Place("a.yml", 12346, 3, 4), "12346 | abc\n      |   ^\n"),
    ],
)
def test_the_line_and_the_caret(tmp_path: Path, line: str, place: Place, excerpt: str) -> None:
    assert report(tmp_path, line, place) == excerpt


@pytest.mark.parametrize(
    ("codes", "shown", "line"),
    [
        ([], True, "All is well."),
        (["TERM-UNKNOWN"], True, "1 error and 0 warnings."),
        (["TERM-UNKNOWN", "TERM-SELF", "PAGE-NAV"], True, "2 errors and 1 warning."),
        (["PAGE-NAV", "WORDING-AVOID"], True, "0 errors and 2 warnings."),
        (
            ["TO-CONFIRM", "TERM-UNUSED", "TO-CONFIRM"],
            True,
            "All is well. Advice: 1 TERM-UNUSED, 2 TO-CONFIRM.",
        ),
        (["TO-CONFIRM"], False, "All is well. Advice: 1 TO-CONFIRM. (Show it with --advice.)"),
    ],
)
def test_the_summary(codes: list[str], shown: bool, line: str) -> None:
    problems = Problems()
    for number, code in enumerate(codes, start=1):
        problems.add(code, "x", Place("a.yml", number))
    assert summary(problems, advice_shown=shown) == line


def test_advice_is_counted_but_not_shown(tmp_path: Path) -> None:
    problems = Problems()
    problems.add("TO-CONFIRM", "x", Place("a.yml"))
    assert text_report(problems, tmp_path) == "All is well. Advice: 1 TO-CONFIRM. (Show it with --advice.)\n"


def test_json_holds_every_part() -> None:
    place = Place("é.yml", 2, 3, 5)
    problems = a_problem(
        place,
        hint='Did you mean "x"?',
        subject="Mentoría",
        related=[(Place("b.yml"), "here")],
        fix=Fix(place, "x\ty"),
    )
    text = json_report(problems)
    assert "é.yml" in text
    assert json.loads(text) == [
        {
            "code": "TERM-UNKNOWN",
            "severity": "error",
            "message": 'No term has the id "coching".',
            "hint": 'Did you mean "x"?',
            "subject": "Mentoría",
            "file": "é.yml",
            "line": 2,
            "column": 3,
            "end_column": 5,
            "related": [{"file": "b.yml", "line": 1, "column": 1, "end_column": None, "message": "here"}],
            "fix": {"file": "é.yml", "line": 2, "column": 3, "end_column": 5, "replacement": "x\ty"},
        }
    ]
    assert json.loads(json_report(Problems())) == []


def test_github_commands_are_escaped() -> None:
    problems = Problems()
    problems.add("PAGE-NAV", "100 % a,b: c\r\nd", Place("docs/a,b:100%.md", 4, 2, 9), hint="Do: this, that")
    problems.add("TERM-UNKNOWN", "x", Place("a.yml", 3))
    problems.add("TO-CONFIRM", "y", Place("z.yml"))
    assert github_report(problems) == (
        "::error file=a.yml,line=3,col=1,title=TERM-UNKNOWN::x\n"
        "::warning file=docs/a%2Cb%3A100%25.md,line=4,col=2,endColumn=9,title=PAGE-NAV"
        "::100 %25 a,b: c%0D%0Ad Do: this, that\n"
        "::notice file=z.yml,line=1,col=1,title=TO-CONFIRM::y\n"
    )
    assert github_report(Problems()) == ""


def test_sarif() -> None:
    problems = a_problem(Place("é b.yml", 2, 3, 5), hint="Hint.", related=[(Place("b.yml", 7), "here")])
    problems.add("PAGE-NAV", "y", Place("a.md"))
    problems.add("TO-CONFIRM", "z", Place("z.md"))
    log = json.loads(sarif_report(problems))
    assert (log["$schema"], log["version"]) == ("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0")
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert driver["name"] == "coaching-manual"
    assert driver["rules"] == [
        {"id": code, "shortDescription": {"text": CODES[code][1]}}
        for code in ("PAGE-NAV", "TERM-UNKNOWN", "TO-CONFIRM")
    ]
    assert [(r["ruleId"], r["level"]) for r in run["results"]] == [
        ("PAGE-NAV", "warning"),
        ("TO-CONFIRM", "note"),
        ("TERM-UNKNOWN", "error"),
    ]
    assert all(driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert run["results"][2] == {
        "ruleId": "TERM-UNKNOWN",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": 'No term has the id "coching". Hint.'},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "%C3%A9%20b.yml"},
                    "region": {"startLine": 2, "startColumn": 3, "endColumn": 5},
                }
            }
        ],
        "relatedLocations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "b.yml"},
                    "region": {"startLine": 7, "startColumn": 1},
                },
                "message": {"text": "here"},
            }
        ],
    }
    assert "relatedLocations" not in run["results"][0]


def test_every_code_says_what_it_means() -> None:
    assert all(isinstance(severity, Severity) and words.endswith(".") for severity, words in CODES.values())
