"""Whatever happens to a file of the framework: reading never raises, and what is broken is said."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol, TypeVar

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coaching_manual import model
from coaching_manual.manual import read_manual
from coaching_manual.problems import Problem, Problems, Severity
from coaching_manual.reports import text_report
from coaching_manual.schema import write_schemas
from tests.projects import ROOT

LISTS: dict[str, type[model.Record]] = {
    "terms": model.Term,
    "sources": model.Source,
    "categories": model.ListEntry,
    "audiences": model.ListEntry,
    "clashes": model.AcronymClash,
    "decisions": model.Decision,
}
VOCABULARY = ("vocabulary/privacy.yml", "vocabulary/system.yml")
FILES = (
    *VOCABULARY,
    "acronyms.yml",
    "audiences.yml",
    "categories.yml",
    "decisions.yml",
    "district.yml",
    "evidence.yml",
)
PAGES = {
    "docs/index.md": "# Start\n\nPrivacy comes first.\n",
    "docs/sources.md": "# Sources\n",
    "docs/open-decisions.md": "# Open decisions\n\n## Owners {#owners-of-pages-and-measures}\n",
    "docs/common-language/index.md": "# Common language\n",
    "docs/common-language/acronyms.md": "# Acronyms\n\n## ADA {#clash-ada}\n",
}
MACROS = ("definition.html.j2", "term_entry.html.j2", "pages", "spanish")
KEY = re.compile(r"^ *(?:- )?[a-z_]+:")
ENTRY = re.compile(r"^  - .*\n(?:(?:    .*)?\n)*", re.MULTILINE)
RELATION = re.compile(r"^    (?P<field>broader|related):(?P<ids> \[[^\]]*\]\n|\n(?:      - .*\n)+)", re.MULTILINE)
ID = re.compile(r"(?<=^  - id: )[a-z0-9-]+$", re.MULTILINE)

T = TypeVar("T")


class Draw(Protocol):
    """Chooses one of the values that a strategy has."""

    def __call__(self, strategy: st.SearchStrategy[T], /) -> T: ...


# ---- A small project of real files that has no error ----


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("mutations")
    for name in FILES:
        (root / "framework" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "framework" / name).write_text(real_text(name), encoding="utf-8")
    for name in MACROS:
        source = ROOT / "macros" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, make(root / "macros") / name)
    for page, text in PAGES.items():
        (root / page).parent.mkdir(parents=True, exist_ok=True)
        (root / page).write_text(text, encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: Small\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        # most of the time would go into macros that no page here calls
        patch.setattr("coaching_manual.project.bundled_macros", lambda: root / "macros")
        write_schemas(root / "framework", read_manual(root / "mkdocs.yml").index)
        yield root


def make(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def real_text(name: str) -> str:
    """A file of the real framework, without what refers to terms that are not in these few files."""
    text = (ROOT / "framework" / name).read_text(encoding="utf-8")
    known = {found for file in VOCABULARY for found in ID.findall((ROOT / "framework" / file).read_text("utf-8"))}
    if name in VOCABULARY:
        return RELATION.sub(lambda found: kept(found, known), text)
    if name in {"acronyms.yml", "decisions.yml"}:
        return ENTRY.sub(lambda found: found[0] if set(named_terms(found[0])) <= known else "", text)
    return text


def kept(found: re.Match[str], known: set[str]) -> str:
    ids = [one for one in re.findall(r"[a-z0-9-]{2,}", found["ids"]) if one in known]
    return f"    {found['field']}: [{', '.join(ids)}]\n" if ids else ""


def named_terms(entry: str) -> Iterator[str]:
    (data,) = yaml.safe_load(entry)
    yield from data.get("terms", [])
    yield from (reading["term"] for reading in data.get("readings", []) if "term" in reading)


# ---- What may happen to a file ----


def delete_key(draw: Draw, text: str) -> bytes:
    lines = text.splitlines(keepends=True)
    at = draw(st.sampled_from([number for number, line in enumerate(lines) if KEY.match(line)]))
    end = at + 1
    indent = len(lines[at]) - len(lines[at].lstrip(" -"))
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith(" " * (indent + 1))):
        end += 1
    if "- " in lines[at][:indent] and end < len(lines):
        lines[end] = lines[at][:indent] + lines[end].lstrip(" ")
    return "".join(lines[:at] + lines[end:]).encode()


def swap_type(draw: Draw, text: str) -> bytes:
    values = [
        "[]",
        "[a, 1]",
        "{}",
        "{a: b}",
        "7",
        "1.5",
        "true",
        "null",
        "~",
        "''",
        "2026-13-45",
        "2026-11-22 10:00",
        "!!int x",
    ]
    found = draw(st.sampled_from(list(re.finditer(r"(?<=: )[^\n]*$", text, re.MULTILINE))))
    return (text[: found.start()] + draw(st.sampled_from(values)) + text[found.end() :]).encode()


def duplicate_block(draw: Draw, text: str) -> bytes:
    blocks = list(ENTRY.finditer(text)) or list(re.finditer(r"^.*\n", text, re.MULTILINE))
    block = draw(st.sampled_from(blocks))
    return (text[: block.end()] + block[0] + text[block.end() :]).encode()


def break_quote(draw: Draw, text: str) -> bytes:
    at = draw(st.sampled_from([found.end() for found in re.finditer(r": (?=\S)", text)]))
    return (text[:at] + draw(st.sampled_from(["'", '"', "[", "{", "*", "&", "|x ", "@", "%"])) + text[at:]).encode()


def put_tab(draw: Draw, text: str) -> bytes:
    at = draw(st.sampled_from([found.start() for found in re.finditer(r"^ +|(?<=: )", text, re.MULTILINE)]))
    return (text[:at] + "\t" + text[at:]).encode()


def put_odd_characters(draw: Draw, text: str) -> bytes:
    odd = st.characters(categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Co", "So", "Mn"])
    at = draw(st.integers(0, len(text)))
    return (text[:at] + draw(st.text(odd, min_size=1, max_size=4)) + text[at:]).encode()


def nest_deeply(draw: Draw, text: str) -> bytes:
    depth = draw(st.integers(5, 300))
    found = draw(st.sampled_from(list(re.finditer(r"(?<=: )[^\n]*$", text, re.MULTILINE))))
    inside = draw(st.sampled_from(["[" * depth + "]" * depth, "{a: " * depth + "1" + "}" * depth, "[" * depth]))
    return (text[: found.start()] + inside + text[found.end() :]).encode()


def truncate(draw: Draw, text: str) -> bytes:
    content = text.encode()
    return content[: draw(st.integers(0, len(content) - 1))]


def rename_id(draw: Draw, text: str) -> bytes:
    ids = list(ID.finditer(text))
    if not ids:
        return text.encode()
    found = draw(st.sampled_from(ids))
    new = draw(st.sampled_from(["renamed", found[0] + "-2", found[0].upper(), "", draw(st.sampled_from(ids))[0]]))
    return (text[: found.start()] + new + text[found.end() :]).encode()


def pad(draw: Draw, text: str) -> bytes:
    filler = draw(st.sampled_from([b"# pasted in\n", b"\n", b" ", b"  - id: x\n"]))
    return text.encode() + filler * (6_000_000 // len(filler))


def write_latin_1(draw: Draw, text: str) -> bytes:
    at = draw(st.integers(0, len(text)))
    return (text[:at] + "é" + text[at:]).encode("latin-1", errors="replace")


MUTATIONS = (
    delete_key,
    swap_type,
    duplicate_block,
    break_quote,
    put_tab,
    put_odd_characters,
    nest_deeply,
    truncate,
    rename_id,
    pad,
    write_latin_1,
)


# ---- What is broken, found out without the program ----


def broken(contents: Mapping[str, bytes]) -> Iterator[str]:
    """What is certainly wrong with the files of a framework."""
    loaded: dict[str, Any] = {}
    for name, content in contents.items():
        if len(content) > 5_900_000:
            yield f"{name} is too large"
            continue
        try:
            content.decode("utf-8")
            loaded[name] = yaml.load(content, yaml.CSafeLoader)
        except UnicodeDecodeError:
            yield f"{name} is not UTF-8"
        except Exception as fault:  # noqa: BLE001 - the loader raises more than its own errors
            yield f"{name} is not YAML: {fault}"
    records = {kind: [item for data in loaded.values() for item in items_of(data, kind)] for kind in LISTS}
    for kind, items in records.items():
        for item in items:
            yield from (f"{kind}: no {key}" for key in required(LISTS[kind]) if item.get(key) is None)
        ids = Counter(item["id"] for item in items if isinstance(item.get("id"), str))
        yield from (f"{kind}: {one} twice" for one, count in ids.items() if count > 1)
    if len(loaded) == len(contents):
        there = {
            (kind, item.get("id")) for kind, items in records.items() for item in items if hashable(item.get("id"))
        }
        yield from (f"{one} is gone" for one in references(records, loaded) if one not in there)


def items_of(data: object, kind: str) -> list[dict[str, Any]]:
    items = data.get(kind) if isinstance(data, dict) else None
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def required(record: type[model.Record]) -> Iterator[str]:
    return (name for name, info in record.model_fields.items() if info.is_required())


def hashable(value: object) -> bool:
    return isinstance(value, str | int | float | bool | None)


def references(records: Mapping[str, list[dict[str, Any]]], loaded: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for term in records["terms"]:
        yield from (("terms", one) for key in ("broader", "related") for one in texts(term.get(key)))
        yield from (("sources", one) for one in texts(term.get("sources")))
        yield from (("audiences", one) for one in texts(term.get("audience")))
    for decision in records["decisions"]:
        yield from (("terms", one) for one in texts(decision.get("terms")))
    for name in VOCABULARY:
        if isinstance(loaded[name], dict):
            yield from (("categories", one) for one in texts([loaded[name].get("category")]))


def texts(value: object) -> Iterable[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


# ---- The property ----


def errors_of(problems: Problems) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def test_the_small_project_has_no_error(project: Path) -> None:
    contents = {name: (project / "framework" / name).read_bytes() for name in FILES}
    assert list(broken(contents)) == []
    assert errors_of(read_manual(project / "mkdocs.yml").problems) == []
    assert all(items_of(yaml.safe_load(contents[name]), "terms") for name in VOCABULARY)
    assert all(ENTRY.search(contents[name].decode()) for name in FILES if name != "district.yml")


@settings(
    max_examples=150,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(data=st.data())
def test_a_mutation_never_raises_and_what_breaks_is_said(project: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FILES), label="file")
    mutate = data.draw(st.sampled_from(MUTATIONS), label="mutation")
    file = project / "framework" / name
    good = file.read_bytes()
    try:
        file.write_bytes(mutate(data.draw, good.decode()))
        wrong = list(broken({one: (project / "framework" / one).read_bytes() for one in FILES}))
        problems = read_manual(project / "mkdocs.yml").problems
        assert [problem for problem in problems if not lies_in_its_file(problem, project)] == []
        assert text_report(problems, project)
        assert errors_of(problems) or not wrong, wrong
    finally:
        file.write_bytes(good)


def lies_in_its_file(problem: Problem, project: Path) -> bool:
    file = project / problem.place.file
    return (
        file.is_file() and 1 <= problem.place.line <= file.read_bytes().count(b"\n") + 1 and problem.place.column >= 1
    )
