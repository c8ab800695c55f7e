"""The records that a framework is made of: immutable and typed.

A record knows neither the file it came from (``source`` does) nor how it is shown (``views`` and
``macros/`` do). Field descriptions are written for coordinators: they become the hover texts of the
JSON Schemas that editors complete from (see ``schema``).
"""

from coaching_manual.model.accessibility import AccessibilityReport
from coaching_manual.model.acronyms import AcronymClash, AcronymsFile, Reading
from coaching_manual.model.base import (
    ID_PATTERN,
    AudienceId,
    CategoryId,
    Id,
    Line,
    Note,
    Prose,
    Record,
    Reference,
    SourceId,
    Status,
    TermId,
    Text,
    prose,
    references,
    slug,
)
from coaching_manual.model.evidence import Decision, DecisionsFile, Source, SourceKind, SourcesFile
from coaching_manual.model.figures import Figure, FigureKind, FigureStep, SpanishFigure, SpanishStep
from coaching_manual.model.lists import Audience, AudiencesFile, CategoriesFile, District, ListEntry
from coaching_manual.model.searching import QueriesFile, Query, QueryKind, QueryRole, SearchWords
from coaching_manual.model.vocabulary import (
    Acronym,
    Basis,
    DoNotSay,
    Quotation,
    RetiredName,
    SpanishTerm,
    Term,
    VocabularyFile,
)

__all__ = [
    "AccessibilityReport",
    "ID_PATTERN",
    "Acronym",
    "AcronymClash",
    "AcronymsFile",
    "Audience",
    "AudienceId",
    "AudiencesFile",
    "Basis",
    "CategoriesFile",
    "CategoryId",
    "Decision",
    "DecisionsFile",
    "District",
    "DoNotSay",
    "Figure",
    "FigureKind",
    "FigureStep",
    "Id",
    "Line",
    "ListEntry",
    "Note",
    "Prose",
    "QueriesFile",
    "Query",
    "QueryKind",
    "QueryRole",
    "Quotation",
    "Reading",
    "Record",
    "Reference",
    "RetiredName",
    "SearchWords",
    "Source",
    "SourceId",
    "SourceKind",
    "SourcesFile",
    "SpanishFigure",
    "SpanishStep",
    "SpanishTerm",
    "Status",
    "Term",
    "TermId",
    "Text",
    "VocabularyFile",
    "prose",
    "references",
    "slug",
]
