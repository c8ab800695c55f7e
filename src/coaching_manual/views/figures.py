"""A figure in one language, with its drawing."""

from __future__ import annotations

from collections.abc import Container, Sequence

from coaching_manual.figures import Drawing, draw_cycle, draw_layers, draw_path
from coaching_manual.model import Figure, FigureKind, FigureStep, SpanishFigure
from coaching_manual.views.shapes import FigureView, StepView

_LANGUAGES = ("en", "es")
_NO_SPANISH = "{what} has no Spanish yet. Write it under  es:  in framework/figures/."


def figure_view(figure: Figure, language: str, known_terms: Container[str]) -> FigureView:
    """A figure in English ("en") or Spanish ("es"); ValueError if it is not there in that language."""
    words = _words(figure, language)
    steps = tuple(_step(step, figure.id, language, known_terms) for step in figure.steps)
    return FigureView(
        name=figure.id if language == "en" else f"{figure.id}-{language}",
        kind=figure.kind,
        language=language,
        title=words.title,
        summary=words.summary,
        draft=isinstance(words, SpanishFigure) and words.reviewed is None,
        numbered=figure.kind != "layers",
        steps=steps,
        drawing=_draw(figure.kind, words.title, steps),
    )


def _words(figure: Figure, language: str) -> Figure | SpanishFigure:
    if language not in _LANGUAGES:
        raise ValueError(f'A figure is there in "en" or "es", and not in "{language}".')
    if language == "en":
        return figure
    if figure.es is None:
        raise ValueError(_NO_SPANISH.format(what=f'The figure "{figure.id}"'))
    return figure.es


def _step(step: FigureStep, figure_id: str, language: str, known_terms: Container[str]) -> StepView:
    words = step if language == "en" else step.es
    if words is None:
        raise ValueError(_NO_SPANISH.format(what=f'The step "{step.title}" of the figure "{figure_id}"'))
    href = f"term:{step.term}" if step.term in known_terms else None
    return StepView(words.title, words.text, words.parts, href)


def _draw(kind: FigureKind, title: str, steps: Sequence[StepView]) -> Drawing:
    names = [step.title for step in steps]
    if kind == "cycle":
        return draw_cycle(title, names)
    if kind == "path":
        return draw_path(names)
    return draw_layers([(step.title, step.parts) for step in steps])
