from __future__ import annotations

import os
from datetime import date

import pytest

from coaching_manual.problems import Severity
from coaching_manual.scaffold import NewTerm, ScaffoldError, new_term
from tests.unit.sample import CORE, Sample

SKELETON = """\
  - id: coaching-visit
    term: Coaching visit
    definition: >-
      Say in one to three plain sentences what it means. Begin with what it is, not with the term.
    basis: draft
    audience: [all-staff]
    scope_note: >-
      Say what it is not, and which term to use for that. Or take this field out.
    example: >-
      Write a sentence as somebody in the district would say it.
    to_confirm:
      - Is this entry complete and agreed?
"""


def faults(sample: Sample) -> set[str]:
    """What is wrong: of a sound skeleton only that nobody has filled it in."""
    return {problem.code for problem in sample.manual().problems if problem.severity is not Severity.ADVICE}


def add(sample: Sample, name: str, category: str = "core") -> NewTerm:
    manual = sample.manual()
    return new_term(name, category, manual.index, manual.project, date(2026, 11, 22))


def test_a_skeleton_stands_at_the_end_of_the_file_of_its_category_and_passes_the_checker(
    sample: Sample,
) -> None:
    before = sample.read(CORE)
    made = add(sample, "  Coaching \n visit ")
    assert sample.read(CORE) == before + "\n" + SKELETON
    assert made == NewTerm(sample.root / CORE, before.count("\n") + 2, "coaching-visit")
    assert sample.read(CORE).splitlines()[made.line - 1] == "  - id: coaching-visit"
    assert faults(sample) == {"TERM-UNFINISHED"}


def test_a_file_is_found_by_its_category_not_by_its_name(sample: Sample) -> None:
    sample.write("framework/vocabulary/odd-name.yml", sample.read(CORE))
    (sample.root / CORE).unlink()
    assert add(sample, "Coaching visit").path == sample.root / "framework/vocabulary/odd-name.yml"
    assert faults(sample) == {"TERM-UNFINISHED"}


def test_a_category_without_a_file_gets_one(sample: Sample) -> None:
    sample.add("framework/categories.yml", "  - id: roles\n    title: Roles\n")
    made = add(sample, "Coaching visit", "roles")
    assert made == NewTerm(sample.root / "framework/vocabulary/roles.yml", 6, "coaching-visit")
    assert sample.read("framework/vocabulary/roles.yml") == (
        "# yaml-language-server: $schema=../schemas/vocabulary.schema.json\n"
        "category: roles\nupdated: 2026-11-22\nterms:\n\n" + SKELETON
    )
    assert faults(sample) == {"TERM-UNFINISHED"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("category: core\nterms: []\n", "category: core\nterms:\n\n"),
        ("terms: []  # none yet\ncategory: core\n", "terms:\n\n{}\n# none yet\ncategory: core\n"),
    ],
)
def test_a_list_that_is_empty(sample: Sample, before: str, after: str) -> None:
    sample.write("framework/vocabulary/roles.yml", before.replace("core", "roles"))
    sample.add("framework/categories.yml", "  - id: roles\n    title: Roles\n")
    add(sample, "Coaching visit", "roles")
    head, _, tail = after.replace("core", "roles").partition("{}")
    assert sample.read("framework/vocabulary/roles.yml").replace("  # none", "# none") == head + SKELETON + tail
    assert faults(sample) == {"TERM-UNFINISHED"}


def test_a_list_that_is_not_indented_and_not_the_last_field(sample: Sample) -> None:
    text = sample.read(CORE).replace("\n  ", "\n").replace("category: core\n", "")
    sample.write(CORE, text + "# a note\ncategory: core\nstatus: adopted\n")
    made = add(sample, "Coaching visit")
    skeleton = SKELETON.replace("\n  ", "\n").removeprefix("  ")
    assert sample.read(CORE) == f"{text}# a note\n\n{skeleton}\ncategory: core\nstatus: adopted\n"
    assert sample.read(CORE).splitlines()[made.line - 1] == "- id: coaching-visit"
    assert faults(sample) == {"TERM-UNFINISHED"}


def test_a_windows_file_keeps_its_line_ends(sample: Sample) -> None:
    before = sample.read(CORE).replace("\n", "\r\n")
    sample.write(CORE, before)
    add(sample, "Coaching visit")
    assert sample.read(CORE) == before + ("\n" + SKELETON).replace("\n", "\r\n")
    assert faults(sample) == {"TERM-UNFINISHED"}


def test_the_first_audience_is_proposed(sample: Sample) -> None:
    sample.write("framework/audiences.yml", "audiences:\n  - {id: everyone, title: Everyone}\n")
    sample.write(CORE, sample.read(CORE).replace("all-staff", "everyone"))
    add(sample, "Coaching visit")
    assert sample.read(CORE).endswith(SKELETON.replace("all-staff", "everyone"))
    assert faults(sample) == {"TERM-UNFINISHED"}


def test_the_project_may_stand_elsewhere(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    (sample.root / "content").mkdir()
    (sample.root / "framework").rename(sample.root / "content" / "framework")
    config = sample.read("mkdocs.yml")
    sample.write(
        "mkdocs.yml",
        config.replace("- coaching-manual\n", "- coaching-manual: {framework: content/framework}\n"),
    )
    monkeypatch.chdir(os.sep)
    assert add(sample, "Coaching visit").path == sample.root / "content" / CORE
    assert faults(sample) == {"TERM-UNFINISHED"}


@pytest.mark.parametrize(
    ("name", "written_id", "written_name"),
    [
        ("Évaluation", "evaluation", "Évaluation"),
        ("Ñandú & Coaches", "nandu-and-coaches", '"Ñandú & Coaches"'),
        ("Coach: a role", "coach-a-role", '"Coach: a role"'),
        ("Yes", '"yes"', '"Yes"'),
        ("no", '"no"', '"no"'),
        ("On", '"on"', '"On"'),
        ("Null", '"null"', '"Null"'),
        ("15 percent rule", '"15-percent-rule"', '"15 percent rule"'),
        ("0x1F", '"0x1f"', '"0x1F"'),
        ("2026-11-22", '"2026-11-22"', '"2026-11-22"'),
        ('The "big" idea', "the-big-idea", '"The \\"big\\" idea"'),
        ("Back\\slash", "back-slash", '"Back\\\\slash"'),
        ("Principal's agreement", "principals-agreement", '"Principal\'s agreement"'),
        ("#1 goal", '"1-goal"', '"#1 goal"'),
        ("- dash", "dash", '"- dash"'),
        ("{{ braces }}", "braces", '"{{ braces }}"'),
        ("Coach–principal agreement", "coach-principal-agreement", '"Coach–principal agreement"'),
        ("Co-planning", "co-planning", "Co-planning"),
        (".inf", "inf", '".inf"'),
    ],
)
def test_odd_names_are_written_so_that_yaml_reads_them(
    sample: Sample, name: str, written_id: str, written_name: str
) -> None:
    made = add(sample, name)
    lines = sample.read(CORE).splitlines()
    assert lines[made.line - 1 : made.line + 1] == [f"  - id: {written_id}", f"    term: {written_name}"]
    manual = sample.manual()
    assert manual.index.terms[made.id].record.term == name
    assert faults(sample) == {"TERM-UNFINISHED"}


@pytest.mark.parametrize(
    ("name", "category", "message"),
    [
        ("Coaching", "core", 'The id "coaching" is in use already. Edit that term, or choose another name.'),
        ("Coaching!", "core", 'The id "coaching" is in use already. Edit that term, or choose another name.'),
        (
            "Old coach",
            "core",
            'The id "old-coach" is in use already. Edit that term, or choose another name.',
        ),
        (
            "peer HELPER",
            "core",
            (
                '"peer HELPER" is already a synonym of "Guide" (framework/vocabulary/core.yml:29:16). '
                "Take it out there first, or edit that term."
            ),
        ),
        (
            "XYZ",
            "core",
            (
                '"XYZ" is already a retired name of "Guide" (framework/vocabulary/core.yml:30:28). '
                "Take it out there first, or edit that term."
            ),
        ),
        (
            "GD",
            "core",
            (
                '"GD" is already an acronym of "Guide" (framework/vocabulary/core.yml:31:24). '
                "Take it out there first, or edit that term."
            ),
        ),
        ("Visit", "cor", 'There is no category "cor". Did you mean "core"?'),
        ("Visit", "zzz", 'There is no category "zzz". Choose from: core.'),
        ("?!", "core", '"?!" has no letters to make an id from.'),
        ("  ", "core", '"" has no letters to make an id from.'),
    ],
)
def test_what_is_refused(sample: Sample, name: str, category: str, message: str) -> None:
    sample.add(
        CORE,
        "  - id: guide\n    term: Guide\n    definition: Somebody.\n"
        "    basis: draft\n    audience: [all-staff]\n"
        "    former_ids: [old-coach]\n"
        "    synonyms: [Peer helper]\n"
        "    retired_names: [{name: XYZ, changed: It changed.}]\n"
        "    acronyms: [{short: GD}]\n",
    )
    before = sample.files()
    with pytest.raises(ScaffoldError) as refused:
        add(sample, name, category)
    assert str(refused.value) == message
    assert sample.files() == before


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        (
            "framework/vocabulary/other.yml",
            "terms:\n  - id: coaching-visit\n    term: [\n",
            "Some entries cannot be read. Mend first what  coaching-manual check  reports.",
        ),
        (
            CORE,
            "category: core\nterms: [{id: a, term: A, definition: B., basis: draft, audience: [x]}]\n",
            (
                "The terms at framework/vocabulary/core.yml:2:8 stand in square brackets. "
                "Write each on lines of its own first."
            ),
        ),
        (CORE, "category: other\nterms: []\n", "core.yml is there already, and belongs to another category."),
    ],
)
def test_files_that_cannot_take_a_term(sample: Sample, file: str, text: str, message: str) -> None:
    sample.write(file, text)
    before = sample.files()
    with pytest.raises(ScaffoldError) as refused:
        add(sample, "Coaching visit")
    assert str(refused.value) == message
    assert sample.files() == before
