"""JSON Schemas, written from the records, that editors complete and explain fields from.

The first line of each YAML file names its schema. Ids that exist now are listed in them, so an editor
offers them; ``coaching-manual schema`` brings the lists up to date.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from coaching_manual.index import Index
from coaching_manual.model import Keys, Record, Reference
from coaching_manual.problems import Place, Problems
from coaching_manual.source import file_name
from coaching_manual.structure import FOLDER_KINDS, ONE_FILE_KINDS, VOCABULARY, FileKind

FOLDER = "schemas"


def schemas(index: Index) -> Iterator[tuple[str, str]]:
    """The file name and the text of each schema."""
    kinds = (*FOLDER_KINDS.values(), *ONE_FILE_KINDS.values())
    for kind in (kind for kind in kinds if not kind.table):
        yield f"{kind.name}.schema.json", _schema_text(kind, index)


def write_schemas(folder: Path, index: Index) -> list[Path]:
    """Write the schemas that are not up to date; return those that were written.

    None are written while something in framework/ cannot be read: its ids would be lost.
    """
    written: list[Path] = []
    if index.framework.unread:
        return written
    for name, text in schemas(index):
        path = folder / FOLDER / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            written.append(path)
    return written


def check_schemas(folder: Path, root: Path, index: Index, problems: Problems) -> None:
    """Advice when editors would complete from an old list of fields or ids."""
    if not folder.is_dir() or index.framework.unread:
        return  # the ids of entries that cannot be read are not known
    for name, text in schemas(index):
        path = folder / FOLDER / name
        if not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != text:
            problems.add(
                "SCHEMA-STALE",
                f"{name} is out of date.",
                Place(file_name(path, root)),
                hint="Run  coaching-manual schema  so that editors complete the newest ids.",
            )


def _schema_text(kind: FileKind, index: Index) -> str:
    schema = kind.header.model_json_schema()
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **schema,
        "title": f"framework: {kind.name}",
    }
    definitions: dict[str, Any] = schema.get("$defs", {})
    models = {model.__name__: model for model in _models(kind.header)}
    for name, definition in [(kind.header.__name__, schema), *definitions.items()]:
        definition["additionalProperties"] = False
        _offer_ids(definition.get("properties", {}), models[name], index)
    if kind is VOCABULARY:
        del definitions["Term"]["properties"]["category"]
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for info in model.model_fields.values():
        for part in _parts(info.annotation):
            if isinstance(part, type) and issubclass(part, Record):
                yield from _models(part)


def _parts(annotation: object) -> Iterator[object]:
    yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _parts(argument)
    yield from getattr(annotation, "__metadata__", ())


def _offer_ids(properties: Mapping[str, dict[str, Any]], model: type[BaseModel], index: Index) -> None:
    for python_name, info in model.model_fields.items():
        name = info.alias or python_name
        if name not in properties:
            continue
        properties[name].pop("title", None)
        marks = [part for part in (*info.metadata, *_parts(info.annotation)) if isinstance(part, Reference)]
        if marks:
            _list_ids(properties[name], sorted(index.tables[marks[0].kind]))
        for part in info.metadata:
            if isinstance(part, Keys):
                _list_keys(properties[name], part.kinds, index)


def _list_keys(node: dict[str, Any], kinds: tuple[str, ...], index: Index) -> None:
    """Groups that stand under ids: the ids that there are, one step after the other."""
    for kind in kinds:
        (inside,) = node.pop("patternProperties").values()
        node.update(propertyNames={"enum": sorted(index.tables[kind])}, additionalProperties=inside)
        node = inside


def _list_ids(node: Any, ids: list[str]) -> None:  # noqa: ANN401 - a piece of a schema
    if isinstance(node, dict):
        if node.get("type") == "string":
            node.pop("pattern", None)
            node["enum"] = ids
        for child in node.values():
            _list_ids(child, ids)
    elif isinstance(node, list):
        for child in node:
            _list_ids(child, ids)
