"""The matcher of the search, run as the check runs it: small vocabularies, exact answers and reasons."""

from __future__ import annotations

import json

import pytest

from coaching_manual.search.engine import Engine, Find

VOCABULARY = {
    "Coaching": "@IC\t+professional coaching",
    "Mentoring": "~mentoría",
    "Coach": "",
    "Coaching cycle": "~ciclo de asesoría",
    "Professional learning community": "@PLC\t~comunidad profesional de aprendizaje",
    "Teacher Induction Program": "@TIP\t<BTSA\t<Beginning Teacher Support and Assessment",
    "Feedback": "+constructive comments",
    "Paraeducator": "+instructional aide\t+aide",
    "Co-teaching": "",
    "Evaluation": "!write-up\t+performance evaluation",
    "Induction mentor": "<support provider",
    "Coach of coaches": "",
    "In-service": "",
    "Consent": "+permission form",
}
WORDS = {"Coaching": "?help from a coach", "Consent": "?permission slip"}
QUESTIONS = "what is a an the of for my me do i who between and difference que es un una de la why we in"


@pytest.fixture(scope="module")
def engine() -> Engine:
    names = "\n".join("\t".join(filter(None, [term, others])) for term, others in VOCABULARY.items())
    words = "\n".join("\t".join(["", *filter(None, [WORDS.get(term)])]) for term in VOCABULARY)
    pages = "why/\tpage\t\t0\tWhy we coach\nagreement/\tform\t\t0\tMentoring agreement form"
    data = {
        "names-en": {"questions": QUESTIONS, "address": "terms/*/", "terms": names},
        "words-en": words,
        "pages": {"pages": pages, "shards": "", "documents": 0, "audiences": [], "kinds": {}},
    }
    files = [f'manualSearch.take("{part}", {json.dumps(value)})' for part, value in data.items()]
    keys = {f"t{number}": term for number, term in enumerate(VOCABULARY)}
    return Engine(files, {**keys, "p0": "Why we coach", "p1": "Mentoring agreement form"})


def ask(engine: Engine, query: str) -> tuple[Find, ...]:
    return engine.answers([query])[0]


@pytest.mark.parametrize(
    ("query", "first", "how", "name"),
    [
        ("coaching cycle", "Coaching cycle", "same", "Coaching cycle"),
        ("COACHING CYCLES", "Coaching cycle", "same", "Coaching cycle"),
        ("plc", "Professional learning community", "same", "PLC"),
        ("P.L.C.", "Professional learning community", "same", "PLC"),
        ("PLCs", "Professional learning community", "same", "PLC"),
        ("BTSA", "Teacher Induction Program", "same", "BTSA"),
        ("mentoria", "Mentoring", "same", "mentoría"),
        ("MENTORÍA", "Mentoring", "same", "mentoría"),
        ("feed back", "Feedback", "same", "Feedback"),
        ("coteaching", "Co-teaching", "same", "Co-teaching"),
        ("what's a PLC?", "Professional learning community", "asked", "PLC"),
        ("¿Qué es la mentoría?", "Mentoring", "asked", "mentoría"),
        ("the coach of coaches", "Coach of coaches", "asked", "Coach of coaches"),
        ("why do we coach", "Why we coach", "asked", "Why we coach"),
        ("teacher ind", "Teacher Induction Program", "begun", "Teacher Induction Program"),
        ("parae", "Paraeducator", "begun", "Paraeducator"),
        ("paraeducater", "Paraeducator", "misspelled", "Paraeducator"),
        ("coaching cylce", "Coaching cycle", "misspelled", "Coaching cycle"),
        ("profesional learning comunity", "Professional learning community", "misspelled", None),
        ("para educater", "Paraeducator", "misspelled", "Paraeducator"),
        ("cycle of coaching", "Coaching cycle", "words", "Coaching cycle"),
        ("mentor agreement form", "Mentoring agreement form", "words", "Mentoring agreement form"),
        ("permission form for the field trip bus", "Consent", "inside", "permission form"),
    ],
)
def test_what_is_meant_comes_first(engine: Engine, query: str, first: str, how: str, name: str | None) -> None:
    find = ask(engine, query)[0]
    assert (find.key, find.how) == (first, how)
    assert name is None or find.name == name


def test_several_names_and_nothing_else_are_all_wanted(engine: Engine) -> None:
    finds = ask(engine, "difference between coaching and mentoring")
    assert {find.key for find in finds[:2]} == {"Coaching", "Mentoring"}
    assert {find.how for find in finds[:2]} == {"several"}


def test_a_corrected_spelling_is_told(engine: Engine) -> None:
    assert [find.corrected for find in ask(engine, "paraeducater")[:1]] == [True]
    assert [find.corrected for find in ask(engine, "paraeducator")[:1]] == [False]


def test_a_word_that_the_vocabulary_knows_is_never_a_misspelling(engine: Engine) -> None:
    assert "Coaching" not in {find.key for find in ask(engine, "coach") if find.how == "misspelled"}


def test_a_name_inside_a_longer_query_needs_its_question_words_too(engine: Engine) -> None:
    assert "In-service" not in {find.key for find in ask(engine, "bus service for my school")}


def test_what_has_no_name_here_finds_nothing(engine: Engine) -> None:
    assert ask(engine, "lunch menu") == ()
    assert ask(engine, "¿?") == ()


def test_only_names_typed_whole_are_sure(engine: Engine) -> None:
    sure = engine.answers(["PLC", "what is coaching", "coaching cylce", "profess"], sure=True)
    assert [[find.key for find in finds] for finds in sure] == [
        ["Professional learning community"],
        ["Coaching"],
        [],
        [],
    ]


def test_a_name_ranks_before_words_that_are_only_looked_for(engine: Engine) -> None:
    kinds = {find.key: find.kind for find in ask(engine, "aide")}
    assert kinds["Paraeducator"] == "synonym"


def test_scores_fall(engine: Engine) -> None:
    scores = [find.score for find in ask(engine, "coaching")]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 100
