"""The communication plan as templates get it: measures both ways, and the same in Spanish."""

from __future__ import annotations

import datetime
from typing import get_args

import pytest

from coaching_manual.model import DayName, Repeat
from coaching_manual.views.communication import Communication
from coaching_manual.views.plan_spanish import days_in_spanish, rule_in_spanish
from tests.projects import ROOT
from tests.unit.sample import Sample

CASES = ROOT / "tests" / "cases"
TEXTS = """
    texts:
      - {kind: text message, body: Come., es: {body: Venga.}}
      - {kind: email, title: Come, body: Come., es: {title: Venga, body: "La mentoría le espera."}}
      - {kind: flyer, title: Come, body: Come., es: {title: Venga, body: Venga.}}
    es: {title: Hola, text: Aquí estamos., know: Que estamos., feel: Bienvenida., do: Venga.}
"""


def plan_of(sample: Sample, **changes: str) -> Communication:
    """The small plan of the cases, with more at the end of some of its files."""
    folder = CASES / "clean--communication" / "framework" / "communication"
    for path in folder.rglob("*.yml"):
        name = path.relative_to(folder).as_posix()
        more = changes.get(path.stem, "") if path.stem != "all" else changes.get(path.parent.name, "")
        sample.write(f"framework/communication/{name}", path.read_text(encoding="utf-8").rstrip("\n") + more)
    sample.write(
        "framework/measures/measures.yml",
        (CASES / "clean--measures" / "framework" / "measures" / "measures.yml").read_text(encoding="utf-8"),
    )
    return sample.manual().views.plan


def test_a_measure_knows_what_feeds_it_and_where_its_figures_are_told(sample: Sample) -> None:
    plan_of(sample)
    name = next(iter(sample.manual().index.tables["measure"]))
    plan = plan_of(sample, activities=f"\n    reports: [{name}]\n")
    found = plan.of_measure(name)
    assert (
        [one.activity.id for one in found.fed_by],
        [one.activity.id for one in found.told_in],
    ) == ([], ["count"])
    assert [link.href for link in plan.activity("count").reports] == [f"measure:{name}"]
    text = sample.read("framework/communication/activities/all.yml")
    fed = text.replace("{what: Answers., target: Some.}", f"{{what: Answers., target: Some., measure: {name}}}", 1)
    sample.write("framework/communication/activities/all.yml", fed)
    plan = sample.manual().views.plan
    assert [one.activity.id for one in plan.of_measure(name).fed_by] == ["ask"]
    assert plan.activity("ask").feeds is not None
    assert not plan.of_measure("another")


def test_a_message_in_spanish_has_its_texts_and_says_where_proof_is_english(sample: Sample) -> None:
    message = plan_of(sample, messages=TEXTS).spanish.message("hello")
    assert [(text.kind, text.counted.pieces if text.counted else None) for text in message.texts] == [
        ("Mensaje de texto", 1),
        ("Correo electrónico", None),
    ]
    assert message.flyer_href == "page:es/communication/flyers/hello.md"
    assert [(one.text, one.language) for one in message.proof] == [("The door is open.", "en")]
    assert message.audiences == ()  # none of them has a page in Spanish


def test_what_has_no_spanish_says_so(sample: Sample) -> None:
    plan = plan_of(sample).spanish
    for ask, what in ((plan.message, "hello"), (plan.activity, "ask"), (plan.audience, "families")):
        with pytest.raises(ValueError, match=f'"{what}" has no Spanish'):
            ask(what)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (["2026-10-28"], "28 de octubre de 2026"),
        (["2026-09-01", "2026-09-03", "2026-09-08"], "1, 3 y 8 de septiembre de 2026"),
        (["2026-10-06", "2026-11-05"], "6 de octubre y 5 de noviembre de 2026"),
        (["2027-01-13", "2026-12-10"], "10 de diciembre de 2026 y 13 de enero de 2027"),
    ],
)
def test_days_in_spanish(days: list[str], words: str) -> None:
    assert days_in_spanish([datetime.date.fromisoformat(day) for day in days]) == words


def test_rules_in_spanish_name_the_day_that_is_meant() -> None:
    said = [rule_in_spanish(Repeat(every="week", day=day)) for day in get_args(DayName)]
    days = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
    assert said == [f"Cada {day}" for day in days]
    often = rule_in_spanish(Repeat(every="month", week="last", day="Friday", months=("October", "December", "June")))
    assert often == "El último viernes de octubre, diciembre y junio"
