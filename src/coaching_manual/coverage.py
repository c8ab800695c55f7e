"""How far the strategy is carried out, as text and as JSON: the same as the page “The strategy and where it lives”."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from coaching_manual.views.strategy import STATES, Piece, StrategyView

_WIDE = 110


def text_coverage(strategy: StrategyView) -> str:
    """Each piece of the strategy with its parts and their states."""
    return "\n".join(_lines(strategy)) + "\n"


def _lines(strategy: StrategyView) -> Iterator[str]:
    yield strategy.title
    for piece in strategy.pieces:
        yield ""
        yield f"{piece.title}: {_short(piece.text)}"
        yield from (f"  {part.state:<11} {_named(part.kind, part.title)}" for part in piece.parts)
        if not piece.parts:
            yield "  nothing carries it out"
    yield ""
    bare = sum(not piece.parts for piece in strategy.pieces)
    yield f"{bare} of {len(strategy.pieces)} pieces have nothing behind them."
    counts = {state: sum(part.state == state for piece in strategy.pieces for part in piece.parts) for state in STATES}
    yield "Parts: " + ", ".join(f"{count} {state}" for state, count in counts.items()) + "."


def json_coverage(strategy: StrategyView) -> str:
    """The same for other programs."""
    groups = {"statements": strategy.statements, "action_steps": strategy.steps, "measures": strategy.measures}
    content = {"title": strategy.title, **{name: list(map(_as_data, pieces)) for name, pieces in groups.items()}}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _as_data(piece: Piece) -> dict[str, object]:
    return {**asdict(piece), "states": dict(piece.states)}


def _named(kind: str, title: str) -> str:
    return f"{title} ({kind})" if kind else title


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _WIDE else words[:_WIDE].rsplit(" ", 1)[0] + " …"
