from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path, PurePath
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, FormatChecker

from coaching_manual.manual import read_manual
from coaching_manual.problems import Problems
from coaching_manual.schema import check_schemas, schemas, write_schemas
from coaching_manual.structure import kind_of
from tests.unit.sample import CORE, Sample

ROOT = Path(__file__).parent.parent.parent
FRAMEWORK = ROOT / "framework"
FILES = sorted(path.relative_to(FRAMEWORK).as_posix() for path in FRAMEWORK.rglob("*.yml"))
_NAMES_ITS_SCHEMA = re.compile(r"# yaml-language-server: \$schema=(?P<file>\S+)\n")


def as_an_editor_reads_it(text: str) -> Any:
    """The data of a YAML file, days as texts: JSON has no days."""
    return json.loads(json.dumps(yaml.safe_load(text), default=date.isoformat))


def faults(schema: Any, data: Any) -> list[str]:
    validator = Draft7Validator(schema, format_checker=FormatChecker())
    return sorted(f"{error.json_path}: {error.message}" for error in validator.iter_errors(data))


@pytest.mark.parametrize("file", FILES)
def test_every_shipped_file_is_valid_by_the_schema_that_it_names(file: str) -> None:
    path = FRAMEWORK / file
    text = path.read_text(encoding="utf-8")
    named = _NAMES_ITS_SCHEMA.match(text)
    assert named is not None, "the first line names no schema"
    schema = json.loads((path.parent / named["file"]).read_text(encoding="utf-8"))
    kind = kind_of(PurePath(file))
    assert kind is not None
    assert schema["title"] == f"framework: {kind.name}"
    assert faults(schema, as_an_editor_reads_it(text)) == []


def test_the_committed_schemas_are_fresh() -> None:
    made = dict(schemas(read_manual(ROOT / "mkdocs.yml").index))
    committed = {path.name: path.read_text(encoding="utf-8") for path in (FRAMEWORK / "schemas").iterdir()}
    assert committed == made


@pytest.mark.parametrize("name", sorted(path.name for path in (FRAMEWORK / "schemas").iterdir()))
def test_schemas_are_schemas(name: str) -> None:
    Draft7Validator.check_schema(json.loads((FRAMEWORK / "schemas" / name).read_text(encoding="utf-8")))


def schema_of(sample: Sample, kind: str) -> Any:
    return json.loads(dict(schemas(sample.manual().index))[f"{kind}.schema.json"])


def test_ids_are_offered(sample: Sample) -> None:
    sample.add("framework/audiences.yml", "  - {id: mentors, title: Mentors}\n")
    terms = ["coach", "coaching", "mentoring"]
    schema = schema_of(sample, "vocabulary")
    term = schema["$defs"]["Term"]["properties"]
    assert schema["properties"]["category"]["enum"] == ["core"]
    assert term["broader"]["items"]["enum"] == terms
    assert term["related"]["items"]["enum"] == terms
    assert term["audience"]["items"]["enum"] == ["all-staff", "mentors"]
    assert term["sources"]["items"]["enum"] == ["study-2020"]
    assert [choice.get("enum") for choice in term["replaced_by"]["anyOf"]] == [terms, None]
    assert schema["$defs"]["Quotation"]["properties"]["source"]["enum"] == ["study-2020"]
    assert "enum" not in term["id"]
    assert schema_of(sample, "decisions")["$defs"]["Decision"]["properties"]["terms"]["items"]["enum"] == terms


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("related: [coaching]", "related: [coching]", "$.terms[1].related[0]: 'coching' is not one of"),
        ("basis: seed", "basis: sed", "$.terms[0].basis: 'sed' is not one of"),
        ("    basis: seed\n", "", "$.terms[0]: 'basis' is a required property"),
        ("basis: seed", "bases: seed", "$.terms[0]: 'basis' is a required property"),
        ("audience: [all-staff]", "audience: []", "$.terms[0].audience: [] should be non-empty"),
        ("category: core", "category: cor", "$.category: 'cor' is not one of ['core']"),
        (
            "    term: Coaching\n",
            "    term: Coaching\n    category: core\n",
            "$.terms[0]: Additional properties",
        ),
        ("id: coaching", "id: Coaching", "$.terms[0].id: 'Coaching' does not match"),
    ],
)
def test_an_editor_marks_what_the_checker_reports(sample: Sample, before: str, after: str, fault: str) -> None:
    schema = schema_of(sample, "vocabulary")
    text = sample.read(CORE)
    assert faults(schema, as_an_editor_reads_it(text)) == []
    found = faults(schema, as_an_editor_reads_it(text.replace(before, after, 1)))
    assert any(line.startswith(fault) for line in found), found
    sample.write(CORE, text.replace(before, after, 1))
    assert sample.manual().problems.fatal


def test_every_field_says_what_it_is_for(sample: Sample) -> None:
    for name, text in schemas(sample.manual().index):
        schema = json.loads(text)
        for part in (schema, *schema.get("$defs", {}).values()):
            assert part["additionalProperties"] is False
            for field, about in part["properties"].items():
                assert about.get("description"), f"{name}: {field}"
                assert "title" not in about, f"{name}: {field}"


def test_only_what_is_stale_is_written(sample: Sample) -> None:
    folder = sample.root / "framework"
    sample.add("framework/evidence.yml", "  - {id: zeta, kind: study, short: Z, title: Z, checked: seen}\n")
    index = sample.manual().index
    problems = Problems()
    check_schemas(folder, sample.root, index, problems)
    stale = [(problem.code, problem.place.file) for problem in problems]
    naming_sources = (
        *("accreditation", "conversations", "curricula", "logic-model", "measures", "messages"),
        *("programs", "resources", "strategy", "vocabulary"),
    )
    files = [f"schemas/{name}.schema.json" for name in naming_sources]
    assert stale == [("SCHEMA-STALE", f"framework/{file}") for file in files]
    assert sorted(write_schemas(folder, index)) == [folder / file for file in files]
    assert write_schemas(folder, index) == []
    after = Problems()
    check_schemas(folder, sample.root, index, after)
    assert list(after) == []
