"""Checks across records and pages: one file a family, one small function a check.

Each rule reads, adds problems and changes nothing. ``check_records`` needs the framework only;
``check_pages`` needs the pages with their macros expanded.
"""

from __future__ import annotations

from coaching_manual.index import Index
from coaching_manual.problems import Problems
from coaching_manual.rules import (
    bilingual,
    chapters,
    coverage,
    curricula,
    forms,
    handouts,
    identity,
    measures,
    mentoring,
    navigation,
    plain_words,
    references,
    relations,
    searching,
    strategy,
    wording,
)
from coaching_manual.rules.communication import check_communication
from coaching_manual.rules.growth import check_growth
from coaching_manual.rules.links import check_links, check_record_links
from coaching_manual.rules.site_view import SiteView
from coaching_manual.rules.spanish_training import check_spanish_of_courses

__all__ = ["SiteView", "check_pages", "check_records"]


def check_records(index: Index, problems: Problems) -> None:
    """Everything that can be said of the records without looking at pages."""
    identity.check_ids(index, problems)
    identity.check_names(index, problems)
    references.check_references(index, problems)
    references.check_keys(index, problems)
    relations.check_self(index, problems)
    relations.check_loops(index, problems)
    relations.check_contradictions(index, problems)
    relations.check_retired(index, problems)
    wording.check_definitions(index, problems)
    wording.check_records(index, problems)
    plain_words.check_plain_records(index, problems)
    check_record_links(index, problems)
    coverage.check_spanish(index, problems)
    coverage.check_unfinished(index, problems)
    coverage.check_decided(index, problems)
    curricula.check_curricula(index, problems)
    curricula.check_sessions(index, problems)
    handouts.check_handouts(index, problems)
    check_spanish_of_courses(index, problems)
    mentoring.check_mentoring(index, problems)
    mentoring.check_resources(index, problems)
    measures.check_figures(index, problems)
    measures.check_logic_model(index, problems)
    forms.check_forms(index, problems)
    check_growth(index, problems)
    check_communication(index, problems)


def check_pages(site: SiteView, problems: Problems) -> None:
    """Everything that can be said of the pages, and of records in the light of the pages."""
    navigation.check_navigation(site, problems)
    navigation.check_titles(site, problems)
    navigation.check_audiences(site, problems)
    chapters.check_signed(site, problems)
    check_links(site, problems)
    wording.check_pages(site, problems)
    plain_words.check_plain_words(site, problems)
    coverage.check_unused(site, problems)
    coverage.check_questions(site, problems)
    measures.check_illustration(site, problems)
    forms.check_unused_forms(site, problems)
    mentoring.check_answered(site, problems)
    bilingual.check_twins(site, problems)
    bilingual.check_missing(site, problems)
    searching.check_queries(site, problems)
    strategy.check_strategy(site, problems)
