"""Accountability: what is measured and how, the yearly figures, and how far evidence carries them."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from coaching_manual.model.base import (
    AudienceId,
    CurriculumId,
    Id,
    Line,
    MeasureId,
    Note,
    Record,
    SourceId,
    Status,
    TermId,
    Text,
)
from coaching_manual.model.curricula import ActionStep

SchoolYear = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-[0-9]{2}$")]
Shown = Literal["number", "percentage", "both"]
Counted = Literal["staff", "roles", "sites", "students"]
Direction = Literal["higher", "lower", "neither"]
Support = Literal["supported", "mixed", "not shown", "assumed"]
Stage = Literal["resources", "activities", "outputs", "quality", "practice", "achievement"]
Cell = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^(\*|[0-9]{1,7})?$")]


class Count(Record):
    """What is counted: the numerator or the denominator of a measure."""

    label: Line = Field(description="A few words for tables, such as: Credentials granted.")
    counts: Text = Field(description="The exact definition: who or what is counted, and by when.")


class BreakdownGroup(Record):
    """A group that a measure is looked at for."""

    id: Id = Field(description="Name within the breakdown: small letters, digits and hyphens.")
    title: Line = Field(description="What readers see.")


class Breakdown(Record):
    """A way in which a measure may be broken down: everybody belongs to exactly one of its groups."""

    id: Id = Field(description="Name within the measure: small letters, digits and hyphens.")
    title: Line = Field(description="What readers see, such as: Type of credential.")
    groups: tuple[BreakdownGroup, ...] = Field(min_length=2, description="The groups, in the order shown.")


class Companion(Record):
    """A line that is reported beside a measure, for the whole district, and never added to it."""

    id: Id = Field(description="Name within the measure: small letters, digits and hyphens.")
    title: Line = Field(description="What readers see.")
    numerator: Count = Field(description="What is counted.")
    denominator: Count | None = Field(default=None, description="Out of how many, if it is a percentage.")
    among: Id | None = Field(
        default=None,
        description="If only people counted in another line are counted again here: the id of that line, or main.",
    )
    follows_up: int | None = Field(
        default=None,
        ge=1,
        le=9,
        description="If it looks again at people whom the measure counted in an earlier year: how many years before.",
    )


class Target(Record):
    """What the district wants to reach, and why."""

    year: SchoolYear = Field(description="School year, such as 2026-27.")
    value: int = Field(ge=0, description="The number, or the percentage where the measure shows one.")
    reason: Text = Field(description="Why this target: who set it, and on what grounds.")


class Change(Record):
    """A change of a definition: figures before and after it are not compared."""

    year: SchoolYear = Field(description="The first school year with the new definition.")
    what: Text = Field(description="What changed, and why.")


class SpanishMeasure(Record):
    """What a measure says of itself in Spanish."""

    title: Line = Field(description="The title in Spanish.")
    question: Text = Field(description="The question in Spanish.")
    caution: Text = Field(description="What the figure does not show, in Spanish, in a sentence.")
    numerator: Line = Field(description="The label of the numerator in Spanish.")
    denominator: Line | None = Field(default=None, description="The label of the denominator in Spanish.")
    reviewed: datetime.date | None = Field(
        default=None, description="The day a translator approved the Spanish. Empty: it is shown as a draft."
    )


class Measure(Record):
    """A measure: its question, its exact definition, and what it does not show."""

    id: Id = Field(description="Name in addresses and references: small letters, digits and hyphens.")
    title: Line = Field(description="What the measure is called.")
    question: Text = Field(description="The question that the measure answers.")
    why: Text = Field(description="What the district wants to know it for.")
    show: Shown = Field(description="number, percentage or both.")
    counted: Counted = Field(
        description="What is counted, which decides what is hidden: staff, roles (public counts), sites or students."
    )
    numerator: Count = Field(description="What is counted.")
    denominator: Count | None = Field(default=None, description="Out of how many.")
    window: Text = Field(description="From when to when, and on which day it is counted.")
    data_source: Text = Field(description="Where the figures come from.")
    reported: Text = Field(description="When it is reported.")
    owner: Line | None = Field(default=None, description="The role (never a person) that answers for it.")
    steward: Line | None = Field(default=None, description="The role (never a person) that keeps the data.")
    direction: Direction = Field(description="Which way is better: higher, lower or neither.")
    breakdowns: tuple[Breakdown, ...] = Field(default=(), description="How it may be broken down.")
    companions: tuple[Companion, ...] = Field(default=(), description="Lines reported beside it.")
    cautions: tuple[Text, ...] = Field(min_length=1, description="What this does not show.")
    family_caution: Text | None = Field(
        default=None, description="What it does not show, in a sentence for families. Empty: the first of the cautions."
    )
    targets: tuple[Target, ...] = Field(default=(), description="Targets by year. The district sets them.")
    changes: tuple[Change, ...] = Field(default=(), description="Changes of the definition.")
    action_steps: tuple[ActionStep, ...] = Field(min_length=1, description="Action steps of the plan that it follows.")
    curricula: tuple[CurriculumId, ...] = Field(default=(), description="Ids of the curricula that it follows.")
    terms: tuple[TermId, ...] = Field(default=(), description="Ids of the terms that it uses.")
    sources: tuple[SourceId, ...] = Field(default=(), description="Ids of what it rests on in evidence.yml.")
    audience: tuple[AudienceId, ...] = Field(default=(), description="Ids of the readers that it is for.")
    names: tuple[Line, ...] = Field(
        default=(), description="What spreadsheets and people call it: imports and search know it by these names."
    )
    status: Status = Field(default="draft", description="draft, adopted or retired.")
    updated: datetime.date | None = Field(default=None, description="Day of the last change.")
    reviewed: datetime.date | None = Field(default=None, description="The day its owner last approved it.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")
    es: SpanishMeasure | None = Field(default=None, description="The measure in Spanish.")


class MeasuresFile(Record):
    """framework/measures/measures.yml."""

    measures: tuple[Measure, ...] = Field(description="The measures, in the order shown.")


class ResultRow(Record):
    """A line of a file of framework/measures/results/: totals only, never a person."""

    measure: MeasureId = Field(description="Id of the measure.")
    line: Id | None = Field(default=None, description="Id of the line beside it. Empty: the measure itself.")
    breakdown: Id | None = Field(default=None, description="Id of the breakdown. Empty: everybody.")
    group: Id | None = Field(default=None, description="Id of the group in the breakdown. Empty: everybody.")
    numerator: Cell = Field(default="", description="How many. Empty: not reported; *: hidden by its source.")
    denominator: Cell = Field(default="", description="Out of how many, if the line has a denominator.")


class Result(ResultRow):
    """A line of yearly figures with its year, which is the name of its file."""

    year: SchoolYear = Field(description="School year, from the name of the file.")


class ResultsFile(Record):
    """framework/measures/results/2025-26.csv."""

    rows: tuple[ResultRow, ...] = Field(description="The lines of the file.")


class MeasureTarget(Target):
    """A target of the illustrative figures."""

    measure: MeasureId = Field(description="Id of the measure.")


class MeasureChange(Change):
    """A change of a definition in the illustrative figures."""

    measure: MeasureId = Field(description="Id of the measure.")


class Illustration(Record):
    """framework/measures/illustrative/illustration.yml: invented targets and changes for invented figures."""

    targets: tuple[MeasureTarget, ...] = Field(default=(), description="Invented targets.")
    changes: tuple[MeasureChange, ...] = Field(default=(), description="Invented changes of definitions.")


class ServiceRow(Record):
    """A line of the log of training and services: totals only."""

    curriculum: CurriculumId | None = Field(default=None, description="Id of the course, if it was training.")
    service: Id | None = Field(default=None, description="Id of the service, if it was none of the courses.")
    group: TermId = Field(description="Id of the term of the employee group, or of students or families.")
    sessions: Cell = Field(default="", description="Sessions held.")
    people: Cell = Field(default="", description="People who completed it, each counted once.")


class ServiceCount(ServiceRow):
    """A line of the log with its year, which is the name of its file."""

    year: SchoolYear = Field(description="School year, from the name of the file.")


class ServicesFile(Record):
    """framework/measures/services/2025-26.csv."""

    rows: tuple[ServiceRow, ...] = Field(description="The lines of the file.")


class AccreditationActivity(Record):
    """What the state asks for in a year of the accreditation cycle."""

    cycle_year: int = Field(ge=1, le=7, description="Year of the seven-year cycle.")
    title: Line = Field(description="What is due.")
    text: Text = Field(description="What the program does, in a sentence or two.")
    sources: tuple[SourceId, ...] = Field(default=(), description="Ids of the sources that say so.")


class AccreditedProgram(Record):
    """A credential program that the district sponsors, and where it stands."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    title: Line = Field(description="What the program is called.")
    decision: Text | None = Field(default=None, description="The last decision, in the commission's own words.")
    decided_on: datetime.date | None = Field(default=None, description="The day of the last decision.")
    stipulations: Text | None = Field(default=None, description="Stipulations that are still open.")
    next_due: Text | None = Field(default=None, description="What is due next.")
    due_on: datetime.date | None = Field(default=None, description="The day it is due.")
    owner: Line | None = Field(default=None, description="The role (never a person) that answers for it.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")


class Accreditation(Record):
    """framework/measures/accreditation.yml: the state's cycle, and where each program stands in it."""

    about: Text = Field(description="What accreditation is and why it counts, in a few sentences.")
    decisions: tuple[Line, ...] = Field(default=(), description="The decisions there can be, from best to worst.")
    cycle: tuple[AccreditationActivity, ...] = Field(description="What is due in which year.")
    programs: tuple[AccreditedProgram, ...] = Field(default=(), description="The programs of the district.")
    sources: tuple[SourceId, ...] = Field(default=(), description="Ids of the sources.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")


class LogicStep(Record):
    """A step on the way from coaching to achievement."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    stage: Stage = Field(description="resources, activities, outputs, quality, practice or achievement.")
    title: Line = Field(description="The step in a few words.")
    text: Text = Field(description="What it means here, in a sentence.")
    measures: tuple[MeasureId, ...] = Field(default=(), description="Ids of the measures that show it.")


class LogicLink(Record):
    """A link from one step to the next, and how far evidence supports it."""

    before: Id = Field(description="Id of the step that it starts from.")
    after: Id = Field(description="Id of the step that it leads to.")
    support: Support = Field(description="supported, mixed, not shown or assumed.")
    text: Text = Field(description="What research says about this link, null results included.")
    sources: tuple[SourceId, ...] = Field(default=(), description="Ids of the studies.")


class LogicModel(Record):
    """framework/measures/logic-model.yml: how coaching is meant to lead to achievement."""

    summary: Text = Field(description="The point of the model, in a sentence or two.")
    steps: tuple[LogicStep, ...] = Field(min_length=2, description="The steps, from coaching to achievement.")
    links: tuple[LogicLink, ...] = Field(description="The links between the steps.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")


class ImportColumns(Record):
    """What spreadsheets call the columns that an import reads."""

    measure: tuple[Line, ...] = Field(min_length=1, description="The measure.")
    line: tuple[Line, ...] = Field(default=(), description="The line beside it.")
    breakdown: tuple[Line, ...] = Field(default=(), description="The breakdown.")
    group: tuple[Line, ...] = Field(default=(), description="The group in the breakdown.")
    numerator: tuple[Line, ...] = Field(min_length=1, description="How many.")
    denominator: tuple[Line, ...] = Field(default=(), description="Out of how many.")
    percentage: tuple[Line, ...] = Field(default=(), description="The percentage: only compared, never stored.")
    year: tuple[Line, ...] = Field(default=(), description="The school year.")
    ignored: tuple[Line, ...] = Field(default=(), description="Columns that are left out without a word.")


class ImportSettings(Record):
    """framework/measures/import.yml: how figures are read from what the district exports."""

    sheets: tuple[Line, ...] = Field(default=(), description="Names of the sheet to read, if there are several.")
    columns: ImportColumns = Field(description="What the columns are called.")
    everybody: tuple[Line, ...] = Field(default=(), description="Words for all people together: all, total.")
    missing: tuple[Line, ...] = Field(default=(), description="Words for a figure that is not there: N/A.")
    hidden: tuple[Line, ...] = Field(default=(), description="Signs for a figure that its source has hidden: *.")
    personal: tuple[Line, ...] = Field(
        default=(), description="Column names that mean a person: an import with one of them is refused."
    )


class AllowedContacts(Record):
    """framework/public-contacts.yml: what looks like personal data on the site, and is meant to be public."""

    phones: tuple[Line, ...] = Field(default=(), description="Public phone numbers.")
    emails: tuple[Line, ...] = Field(default=(), description="Public e-mail addresses, or @domain for all of one.")
    numbers: tuple[Line, ...] = Field(default=(), description="Other numbers that look like an employee's.")
