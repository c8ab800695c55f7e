"""Names of the vocabulary as hurried people type them still lead to their terms."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.search.variants import Outcome, Variant, outcomes, share_right, variants

from coaching_manual.addresses import growth_page, role_page
from coaching_manual.manual import Manual, read_manual
from coaching_manual.model import Term
from coaching_manual.search import Find, SearchRecords, SearchTerm, search_records
from coaching_manual.search.queries import ask
from coaching_manual.search.records import SearchName

ROOT = Path(__file__).parent.parent.parent
BAR = 0.95


def records(*terms: tuple[str, str]) -> SearchRecords:
    """Terms, each an id with a name in English."""
    made = (
        SearchTerm(
            f"term:{term_id}",
            term_id,
            (SearchName(name, "preferred", "en"),),
            (),
            Term(id=term_id, term=name, definition="What it is.", basis="practice", audience=("all-staff",)),
        )
        for term_id, name in terms
    )
    return SearchRecords(tuple(made), (), ("what", "is"), (), {})


@pytest.fixture(scope="module")
def manual() -> Manual:
    """The manual of this project. No test changes it."""
    return read_manual(ROOT / "mkdocs.yml")


def test_people_find_their_group_and_their_role_in_their_own_words(manual: Manual) -> None:
    framework = manual.index.framework
    words = [
        (word, f"page:{growth_page(entry.record.id)}")
        for entry in framework.growth_groups
        for word in (*entry.record.jobs, *entry.record.search_words)
    ]
    words += [
        (word, f"page:{role_page(entry.record.id)}")
        for entry in framework.roles
        for word in (entry.record.title, *entry.record.search_words)
    ]
    found = ask([word for word, _page in words], search_records(manual.index, manual.pages))
    first = [[find.key for find in finds[:3]] for finds in found]
    assert [(word, keys) for (word, page), keys in zip(words, first, strict=True) if page not in keys] == []


def test_own_term_comes_first_for_most_variants(manual: Manual) -> None:
    found = outcomes(search_records(manual.index, manual.pages))
    missed = [
        f"{outcome.variant.typed!r} ({outcome.variant.kind} of {outcome.variant.name!r}) "
        f"found {outcome.first.key if outcome.first else 'nothing'}"
        for outcome in found
        if not outcome.right
    ]
    assert share_right(found) >= BAR, "\n".join(missed)


def test_every_kind_is_made_from_every_name() -> None:
    made = variants(records(("visit", "Visita técnica")))
    typed = {variant.kind: variant.typed for variant in made}
    assert list(typed) == ["one edit", "two edits", "spaces lost", "accents lost", "first 70 %", "what is …?"]
    assert typed["spaces lost"] == "Visitatécnica"
    assert typed["accents lost"] == "Visita tecnica"
    assert typed["first 70 %"] == "Visita téc"
    assert typed["what is …?"] == "What is Visita técnica?"
    assert {variant.keys for variant in made} == {frozenset({"term:visit"})}


def test_edits_change_letters_anywhere() -> None:
    begin = "abcdefgh"
    names = [(f"t-{first}{second}", f"{begin}{first}{second}") for first in "pqrs" for second in "tuvwxyz"]
    typed = [variant.typed for variant in variants(records(*names)) if variant.kind == "one edit"]
    kept = {next((at for at in range(len(begin)) if not one.startswith(begin[: at + 1])), len(begin)) for one in typed}
    assert kept == set(range(len(begin) + 1))


def test_same_variants_every_time() -> None:
    some = records(("visit", "Coaching visit"), ("coach", "Coach"))
    assert variants(some) == variants(some)


def test_what_spells_another_name_is_left_out() -> None:
    made = variants(records(("log", "Coaching log"), ("coaching", "Coaching")))
    assert "first 70 %" not in {variant.kind for variant in made if variant.name == "Coaching log"}


def test_shared_names_lead_to_either_term() -> None:
    made = variants(records(("one", "Coach visit"), ("other", "coach-visit")))
    assert {variant.keys for variant in made} == {frozenset({"term:one", "term:other"})}


def test_only_a_record_that_has_the_name_is_right() -> None:
    variant = Variant("one edit", "Cosch", "Coach", frozenset({"term:coach"}))
    finds = [
        Find(key, 90.0, "Coach", "preferred", "misspelled", corrected=True) for key in ("term:coach", "term:other")
    ]
    found = [Outcome(variant, find) for find in (*finds, None, None)]
    assert [outcome.right for outcome in found] == [True, False, False, False]
    assert share_right(found) == 0.25
