"""How far the Spanish of a session goes: what participants read of it, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coaching_manual.model.curricula import SessionFile


@dataclass(frozen=True)
class Lack:
    """A part of a session without Spanish: the path of its English, and what it is called in both languages."""

    path: tuple[str | int, ...]
    en: str
    es: str


_OF_SESSION = {
    "pre_work": ("what participants do before they come", "lo que se prepara antes"),
    "follow_up": ("what they try afterwards", "lo que se intenta después"),
}


def has_spanish(session: SessionFile) -> bool:
    """Whether somebody began to write the session in Spanish."""
    said = [session.es, *(one.es for one in session.outcomes), *(one.es for one in session.exit_ticket)]
    return any(said) or any(step.es for step in session.agenda)


def lacking_spanish(session: SessionFile) -> Iterator[Lack]:
    """What participants read of a session and what has no Spanish, in the order of the page."""
    if session.es is None:
        yield Lack(("title",), "its title and summary", "el título y el resumen")
    for number, outcome in enumerate(session.outcomes):
        if outcome.es is None:
            yield Lack(("outcomes", number, "text"), f"outcome {number + 1}", f"el resultado {number + 1}")
    for name, (en, es) in _OF_SESSION.items():
        if getattr(session, name) and session.es and not getattr(session.es, name):
            yield Lack((name,), en, es)
    for number, step in enumerate(session.agenda):
        if step.es is None or (step.participants and not step.es.participants):
            yield Lack(("agenda", number, "title"), f"step {number + 1}", f"el paso {number + 1}")
    for number, question in enumerate(session.exit_ticket):
        if question.es is None:
            en, es = (
                f"question {number + 1} of the exit ticket",
                f"la pregunta {number + 1} del boleto de salida",
            )
            yield Lack(("exit_ticket", number, "text"), en, es)
