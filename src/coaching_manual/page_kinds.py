"""What kinds of pages there are. A new kind is one line here: search then finds it, names it and filters by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """What search calls a kind of page, in English and in Spanish."""

    en: str
    es: str


EDITING = "editing"
"""Search's own kind for the pages about editing the manual, wherever they come from."""

PAGE_KINDS: Mapping[str, Label | None] = {
    "page": Label("Page", "Página"),
    EDITING: Label("For editors", "Para quienes editan"),
    "curriculum": Label("Training course", "Curso de capacitación"),
    "session": Label("Training session", "Sesión de capacitación"),
    "handout": Label("Handout", "Hoja de trabajo"),
    "form": Label("Form", "Formulario"),
    "conversation": Label("Conversation guide", "Guía de conversación"),
    "growth": Label("Growth of an employee group", "Crecimiento de un grupo de empleados"),
    "level": Label("Growth level", "Nivel de crecimiento"),
    "role": Label("Role", "Función"),
    "program": Label("Mentoring program", "Programa de mentoría"),
    "measure": Label("Measure", "Medida"),
    "report": Label("Report of a year", "Informe de un año"),
    "activity": Label("Activity of the communication plan", "Actividad del plan de comunicación"),
    "message": Label("Key message", "Mensaje clave"),
    "plan-audience": Label("News for an audience", "Noticias para un público"),
    # not found as pages of their own: what they show is found elsewhere, or is not looked for
    "term": None,  # by its names
    "moved": None,
    "facilitator": None,  # by its session
    "example": None,
    "card": None,
    "comparison": None,
    "assessment": None,
    "role-card": None,
    "flyer": None,
    "untranslated": None,
    "translations": None,
}
"""Every kind that a WrittenPage may have, with what search calls it (None: search does not find it as a page)."""
