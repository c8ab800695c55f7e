from __future__ import annotations

from datetime import date

import pytest

from coaching_manual.languages import in_language, in_words, language_of, listed, twin_of


@pytest.mark.parametrize("src", ["index.md", "mentoring/families.md", "essays/es.md"])
def test_a_page_and_its_twin_lead_to_each_other(src: str) -> None:
    assert language_of(src) == "en"
    assert twin_of(src) == f"es/{src}"
    assert language_of(twin_of(src)) == "es"
    assert twin_of(twin_of(src)) == src
    assert in_language(src, "es") == in_language(twin_of(src), "es") == f"es/{src}"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 1, 1), "1 de enero de 2027"),
        (date(2028, 2, 29), "29 de febrero de 2028"),
        (date(2026, 9, 16), "16 de septiembre de 2026"),
    ],
)
def test_dates_in_spanish(day: date, words: str) -> None:
    assert in_words(day, "es") == words


@pytest.mark.parametrize(
    ("things", "words"),
    [
        ([], ""),
        (["familia"], "familia"),
        (["familia", "escuela"], "familia y escuela"),
        (["familia", "hijos"], "familia e hijos"),
        (["familia", "Iglesia"], "familia e Iglesia"),
        (["agua", "hielo"], "agua y hielo"),
        (["madera", "hierro"], "madera y hierro"),
        (["mentores", "familias", "estudiantes"], "mentores, familias y estudiantes"),
        (["español", "francés", "inglés"], "español, francés e inglés"),
    ],
)
def test_lists_in_spanish(things: list[str], words: str) -> None:
    assert listed(things, "es") == words


@pytest.mark.parametrize(
    ("things", "words"),
    [
        (["siete", "ocho"], "siete u ocho"),
        (["mujer", "hombre"], "mujer u hombre"),
        (["lunes", "martes"], "lunes o martes"),
    ],
)
def test_choices_in_spanish(things: list[str], words: str) -> None:
    assert listed(things, "es", choice=True) == words
