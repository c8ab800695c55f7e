"""What belongs together on paper: what asks for something, and the place for the answer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from coaching_manual.print.heights import lines_of
from coaching_manual.print.lines import words_of

Block = dict[str, Any]
MOST_OF_A_PAGE = 0.85
"""What is no longer than this is not split over two pages, if it should not be."""
_SENTENCES = 3
_SHORT_LIST = 0.26  # of a page
_SMALL_TABLE, _SHORT_TABLE = 0.33, 0.55  # of a page: the second for one of a few rows
_FEW_ROWS = 13
_SHORT_STEP, _SHORT_PART = 0.5, 0.36  # of a page: of an agenda, and of what is listed
_A_STEP, _NARROW = 14.0, 24.0  # lines and ems of the last part of a step that goes with its handouts


def kept_together(blocks: Sequence[Block]) -> list[Block]:
    """What asks for something stays with the place for the answer: a sentence, or the last entry of a list."""
    done: list[Block] = []
    for block in blocks:
        before: Block = done[-1] if done else {"t": ""}
        if before["t"] == "p" and before["kind"] in {"", "label"} and _is_answer(block, before):
            before["kind"] = "asks"
        elif block["t"] in {"table", "list", "drawing"}:
            _stay_with_heading(done, 1 if block["t"] == "list" else _SENTENCES)
        if _goes_with_last_of(before, block):
            done[-1:] = _with_last(before, block)
        elif _is_small(block) and before["t"] == "together" and _is_small(before["c"][-1]):
            before["c"].append(block)
        else:
            done.append(block)
    return done


def _is_small(block: Block) -> bool:
    """Whether it tells something in passing, as which handouts a step needs."""
    return bool(block["t"] == "p" and block["kind"] == "small")


def _goes_with_last_of(entries: Block, block: Block) -> bool:
    """Whether it belongs to the last entry above it: a place for an answer, or the handouts of a step."""
    if block["t"] == "field":
        return bool(entries["t"] == "list" and entries["items"])
    return _is_small(block) and entries["t"] == "definitions" and lines_of([_last_of(entries)], _NARROW) < _A_STEP


def _last_of(entries: Block) -> Block:
    """The last entry of a list or of definitions."""
    return {**entries, "items": entries["items"][-1:], "start": entries.get("start", 1) + len(entries["items"]) - 1}


def _with_last(entries: Block, block: Block) -> list[Block]:
    """A list in two, of which the second is its last entry with what belongs to it."""
    items = entries["items"][:-1]
    first = [{**entries, "items": items}] if items else []
    return [*first, {"t": "together", "c": [_last_of(entries), block]}]


def _is_answer(block: Block, question: Block) -> bool:
    """Whether it is a place for an answer, or a short list that a sentence announces."""
    if block["t"] == "list":
        return bool(block["whole"]) and (block["bare"] or words_of(question["c"]).endswith(":"))
    return block["t"] in {"field", "chips"}


def is_short_list(block: Block, width: float, lines: float) -> bool:
    """Whether a list is never split over two pages: one entry at the foot looks like all there is."""
    return lines_of([block], width) < _SHORT_LIST * lines


def is_small_table(block: Block, width: float, lines: float, most: float | None = None) -> bool:
    """Whether a table is never split over two pages; ``most`` is how much of a page it may take, if that is told."""
    most = most or (_SHORT_TABLE if len(block["body"]) < _FEW_ROWS else _SMALL_TABLE)
    return lines_of([block], width) < most * lines


def as_one(blocks: list[Block], width: float, lines: float) -> list[Block]:
    """Blocks of which none goes to another page than the others, if they fit on one."""
    if len(blocks) < 2 or lines_of(blocks, width) > MOST_OF_A_PAGE * lines:  # noqa: PLR2004
        return blocks
    return [{"t": "together", "c": blocks}]


def short_as_one(blocks: list[Block], width: float, lines: float) -> list[Block]:
    """A step of an agenda, which is not split over two pages if it is short."""
    wide = any(block.get("wide") for block in blocks)  # a wide table turns the page
    return blocks if wide or lines_of(blocks, width) > _SHORT_STEP * lines else as_one(blocks, width, lines)


def is_whole_part(blocks: Sequence[Block], width: float, lines: float) -> bool:
    """Whether what a name means, as what is said in a step, is not split over two pages."""
    return lines_of(blocks, width) < _SHORT_PART * lines


def with_last_two(definitions: Block, width: float, lines: float) -> list[Block]:
    """Long definitions, of which the last does not go to the next page alone."""
    first, last = definitions["items"][:-2], definitions["items"][-2:]
    short = lines_of([definitions], width) < _SHORT_PART * lines
    if not first or short or not all(item["whole"] for item in last):
        return [definitions]
    return [{**definitions, "items": first}, {"t": "together", "c": [{**definitions, "items": last}]}]


def with_last_beside(blocks: list[Block]) -> list[Block]:
    """What follows parts that stand side by side ends the last of them, where they stand below each other."""
    at = next((at for at, block in enumerate(blocks) if block["t"] == "beside"), None)
    if at is None:
        return blocks
    return [*blocks[:at], {**blocks[at], "end": blocks[at + 1 :]}]


def _stay_with_heading(above: list[Block], most: int) -> None:
    """A sentence or two between a heading and a table, a drawing or a list stay with both."""
    texts = list(takewhile(lambda block: block["t"] == "p", reversed(above)))
    if len(texts) <= most and len(texts) < len(above) and above[-len(texts) - 1]["t"] == "h":
        for place, block in enumerate(texts):
            block["kind"] = block["kind"] or ("stays" if place else "asks")
