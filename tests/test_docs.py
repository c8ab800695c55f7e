"""The editing guide is complete: every code, macro, field, command and option is explained."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from coaching_manual import model
from coaching_manual.arguments import parser
from coaching_manual.pages import PageSettings
from coaching_manual.problems import CODES

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "editing"
MACROS = sorted(path.name.removesuffix(".html.j2") for path in (ROOT / "macros").glob("*.html.j2"))
_WRONG = re.compile(r"\*\*Like this it is wrong:\*\*\n\n```\w+\n.+?\n```", re.DOTALL)
_RIGHT = re.compile(r"\*\*Like this it is right:\*\*\n\n```\w+\n.+?\n```", re.DOTALL)
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def guide(name: str) -> str:
    """The text of a page of the editing guide."""
    return (GUIDE / name).read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """The sections of a page by their ### heading, without its id."""
    plain = _FENCE.sub(lambda fence: fence[0].replace("#", "\ue000"), text)
    parts = re.split(r"^###? +(.+?)(?: *\{#[^}]*\})?$", plain, flags=re.MULTILINE)
    return {name.strip("`"): body.replace("\ue000", "#") for name, body in zip(parts[1::2], parts[2::2], strict=True)}


PROBLEMS = sections(guide("problems.md"))


@pytest.mark.parametrize("code", sorted(CODES))
def test_code_is_explained(code: str) -> None:
    assert code in PROBLEMS
    assert f"### {code} {{#{code.lower()}}}" in guide("problems.md")
    assert _WRONG.search(PROBLEMS[code])
    assert _RIGHT.search(PROBLEMS[code])


def test_explained_codes_exist() -> None:
    assert {name for name in PROBLEMS if re.fullmatch(r"[A-Z]+-[A-Z-]+", name)} == set(CODES)


@pytest.mark.parametrize("name", MACROS)
def test_macro_is_explained(name: str) -> None:
    explained = sections(guide("macros.md"))
    assert name in explained
    assert f"{{{{ {name}(" in explained[name]


def records() -> Iterator[type[BaseModel]]:
    """Every record that a file or the top of a page may hold."""
    yield PageSettings
    yield from (
        kind
        for kind in vars(model).values()
        if isinstance(kind, type) and issubclass(kind, model.Record) and kind is not model.Record
    )


def fields(record: type[BaseModel]) -> Iterator[str]:
    """The fields of a record by the names that editors write."""
    for name, info in record.model_fields.items():
        yield info.alias or name


@pytest.mark.parametrize("field", sorted({name for record in records() for name in fields(record)}))
def test_field_is_explained(field: str) -> None:
    assert f"`{field}`" in guide("fields.md")


def commands(parser: argparse.ArgumentParser, name: str = "coaching-manual") -> Iterator[tuple[str, str]]:
    """Every command as it is typed, and every option and value, each with the command it belongs to."""
    for action in parser._actions:  # noqa: SLF001 - argparse offers no other way to list them
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for word, following in action.choices.items():
                yield f"{name} {word}", word
                yield from commands(following, f"{name} {word}")
            continue
        words = [*action.option_strings, *map(str, action.choices or ())] or [str(action.metavar or action.dest)]
        yield from ((name, word) for word in words)


@pytest.mark.parametrize(("command", "word"), list(commands(parser())))
def test_command_is_explained(command: str, word: str) -> None:
    text = guide("commands.md")
    assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    if command.endswith(f" {word}"):
        assert command in text
