from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from coaching_manual.arguments import parser
from coaching_manual.cli import main
from tests.unit.sample import CORE, Sample

TERM_FAULT = """\
framework/vocabulary/core.yml:13:15: error TERM-UNKNOWN: There is no term with the id "coching". (Mentoring)
   13 |     related: [coching]
      |               ^^^^^^^
     = Did you mean "coaching" or "coach"?

1 error and 0 warnings.
"""


@pytest.fixture(autouse=True)
def _inside(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample.root)


def break_reference(sample: Sample) -> None:
    sample.write(CORE, sample.read(CORE).replace("related: [coaching]", "related: [coching]", 1))


def use_avoided_wording(sample: Sample) -> None:
    sample.add(CORE, "    do_not_say: [{wording: helper person, reason: Vague., say: coach}]\n")
    sample.add("docs/index.md", "\nAsk a helper person.\n")


def run(*arguments: str) -> int:
    return main(arguments)


def test_a_clean_project(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    assert capsys.readouterr() == ("All is well.\n", "")


def test_an_error(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    break_reference(sample)
    assert run("check") == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out == TERM_FAULT


def test_a_warning_is_a_problem_too(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    use_avoided_wording(sample)
    run("schema")
    capsys.readouterr()
    assert run("check") == 1
    printed = capsys.readouterr().out
    assert printed.startswith("docs/index.md:5:7: warning WORDING-AVOID: ")
    assert printed.endswith("\n0 errors and 1 warning.\n")


def test_advice_is_none(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    sample.add(CORE, "    to_confirm: [Who?]\n")
    assert run("check") == 0
    assert capsys.readouterr().out == "All is well. Advice: 1 TO-CONFIRM. (Show it with --advice.)\n"
    assert run("check", "--advice") == 0
    assert capsys.readouterr().out.startswith("framework/vocabulary/core.yml:23:18: advice TO-CONFIRM: ")


def test_for_a_release_nothing_may_be_left_to_confirm(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    sample.add(CORE, "    to_confirm: [Who?]\n")
    assert run("check", "--release") == 1
    printed = capsys.readouterr().out
    assert printed.startswith("framework/vocabulary/core.yml:23:18: error TO-CONFIRM: ")
    assert printed.endswith("\n1 error and 0 warnings.\n")


def test_json(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []
    break_reference(sample)
    assert run("check", "--format", "json") == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["code"], problem["file"], problem["line"], problem["column"], problem["end_column"]) == (
        "TERM-UNKNOWN",
        CORE,
        13,
        15,
        22,
    )


def test_github(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--format", "github") == 0
    assert capsys.readouterr().out == ""
    break_reference(sample)
    assert run("check", "--format", "github") == 1
    assert capsys.readouterr().out == (
        "::error file=framework/vocabulary/core.yml,line=13,col=15,endColumn=22,title=TERM-UNKNOWN::"
        'There is no term with the id "coching". Did you mean "coaching" or "coach"?\n'
    )


def test_sarif(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    break_reference(sample)
    assert run("check", "--format", "sarif") == 1
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert result["ruleId"] == "TERM-UNKNOWN"


def with_a_trap(sample: Sample) -> str:
    before = sample.read(CORE)
    sample.add(CORE, "    synonyms: [No, guide]\n")
    return before


def test_fixes_are_shown_and_carried_out(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    before = with_a_trap(sample)
    assert run("check") == 1
    assert "YAML-TRAP" in capsys.readouterr().out
    assert run("check", "--fix") == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out == (
        "--- framework/vocabulary/core.yml (before)\n"
        "+++ framework/vocabulary/core.yml (after)\n"
        "@@ -20,4 +20,4 @@\n"
        "     related: [coaching]\n"
        "     audience: [all-staff]\n"
        "     es: {term: asesor(a), definition: Una persona capacitada que apoya a otras.}\n"
        "-    synonyms: [No, guide]\n"
        '+    synonyms: ["No", guide]\n'
        "\n"
        "All is well.\n"
    )
    assert sample.read(CORE) == before + '    synonyms: ["No", guide]\n'


def test_with_a_format_for_programs_the_changes_go_elsewhere(
    sample: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    with_a_trap(sample)
    assert run("check", "--fix", "--format", "json") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out) == []
    assert '+    synonyms: ["No", guide]\n' in printed.err


def test_nothing_to_fix(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    break_reference(sample)
    before = sample.files()
    assert run("check", "--fix") == 1
    assert capsys.readouterr().out == TERM_FAULT
    assert sample.files() == before


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chek"],
        ["check", "--format", "xml"],
        ["check", "more"],
        ["write"],
        ["new"],
        ["new", "term", "X"],
        ["build", "x"],
    ],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: coaching-manual" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["build"], ["serve"], ["write", "out"], ["schema"]])
def test_no_project_here(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(command) == 2
    assert capsys.readouterr() == (
        "",
        "coaching-manual: There is no file mkdocs.yml. Run this in the folder that holds mkdocs.yml.\n",
    )


def test_a_project_elsewhere(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_reference(sample)
    monkeypatch.chdir(tmp_path)
    assert main(["--config", "project/mkdocs.yml", "check"]) == 1
    assert capsys.readouterr().out == TERM_FAULT


def test_write(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("write", "../out") == 0
    assert capsys.readouterr() == ("8 pages are in ../out.\n", "")
    assert (sample.root.parent / "out/common-language/terms/coach.md").is_file()


def test_write_refuses_a_foreign_folder(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    out = sample.write("../out/precious.txt", "mine").parent.resolve()
    assert run("write", "../out") == 2
    message = f"{out} is not empty, and this program did not write it. Empty it, or name another folder."
    assert capsys.readouterr() == ("", f"coaching-manual: {message}\n")


def test_write_stops_at_an_error(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    break_reference(sample)
    assert run("write", "../out") == 1
    assert capsys.readouterr() == ("", TERM_FAULT)
    assert not (sample.root.parent / "out").exists()


def test_schema(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema") == 0
    assert capsys.readouterr().out == "All schemas are up to date.\n"
    (sample.root / "framework/schemas/district.schema.json").unlink()
    assert run("schema") == 0
    assert capsys.readouterr().out == "written: framework/schemas/district.schema.json\n"


def test_new_term(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "term", "Coaching visit", "--category", "core") == 0
    assert capsys.readouterr() == (
        (
            '"Coaching visit" is in framework/vocabulary/core.yml, line 24. Now fill it in.\n'
            "0 errors and 3 warnings. Advice: 1 SPANISH-MISSING, 1 TERM-UNUSED, 1 TO-CONFIRM.\n"
        ),
        "",
    )
    assert run("check") == 1


def test_new_term_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "term", "Coaching", "--category", "core") == 2
    assert capsys.readouterr() == (
        "",
        'coaching-manual: The id "coaching" is in use already. Edit that term, or choose another name.\n',
    )


@pytest.mark.parametrize("folder", [".", "docs", "docs/new", "framework", ".."])
def test_build_refuses_the_sources(sample: Sample, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    # not even when it looks like a site
    out = (sample.root / folder).resolve()
    if out.is_dir():
        (out / "sitemap.xml").touch()
    before = sample.files()
    assert run("build", "--site", folder) == 2
    message = f"{out} holds the sources of the manual. Name another folder."
    assert capsys.readouterr() == ("", f"coaching-manual: {message}\n")
    assert sample.files() == before


def test_build_refuses_a_foreign_folder(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    out = sample.write("site/precious.txt", "mine").parent
    assert run("build") == 2
    message = f"{out} is not empty, and this program did not write it. Empty it, or name another folder."
    assert capsys.readouterr() == ("", f"coaching-manual: {message}\n")
    assert sample.read("site/precious.txt") == "mine"


def test_build_stops_at_an_error_and_keeps_the_last_site(sample: Sample) -> None:
    sample.write("site/.written-by-coaching-manual", "")
    sample.write("site/index.html", "the last one")
    break_reference(sample)
    assert run("build") == 1
    assert sample.read("site/index.html") == "the last one"
    assert sorted(path.name for path in sample.root.iterdir() if path.name.startswith(".")) == []


def test_a_strict_build_stops_at_warnings(sample: Sample) -> None:
    use_avoided_wording(sample)
    assert run("build", "--strict") == 1
    assert not (sample.root / "site").exists()


def test_build(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--site", "out/site") == 0
    assert capsys.readouterr().out == "The site is in out/site. To look at it: coaching-manual serve --open\n"
    page = (sample.root / "out/site/index.html").read_text(encoding="utf-8")
    opening = '<a class="term" href="./common-language/terms/coaching/" aria-describedby="word-coaching">'
    assert f"{opening}Coaching</a>" in page
    assert sorted(path.name for path in (sample.root / "out").iterdir()) == ["site"]


def test_every_command_has_what_carries_it_out() -> None:
    asked = [
        "check",
        "build",
        "offline",
        "serve",
        "write OUT",
        "print",
        "schema",
        "search",
        "review",
        "writing",
        "coverage",
    ]
    asked += ["translate export", "translate import FILE", "new term NAME --category ID", "new alias WORD --of TERM"]
    asked += ["results import FILE", "results template", "privacy", "select ROSTER --role ROLE"]
    named = [parser().parse_args(line.split()).run for line in asked]
    assert len(set(named)) == len(asked)
    for file, _, function in (name.partition(":") for name in named):
        assert callable(getattr(import_module(f"coaching_manual.commands.{file}"), function))
