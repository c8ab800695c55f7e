"""Which file holds what: the kinds of framework files, and where each kind stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from coaching_manual import model


@dataclass(frozen=True)
class FileKind:
    """A kind of framework file: how its records are read and where they go."""

    name: str
    header: type[model.Record]  # what the file holds
    items: str = ""  # the field that lists the records; empty: the file is one record
    item: type[model.Record] = model.Record
    inherited: tuple[str, ...] = ()
    one: str = ""  # what references call one of its records
    optional: bool = False  # a manual without this file is whole
    table: bool = False  # CSV: rows of values
    kept: str = ""  # where a Framework keeps its records, if that is not called as the list or the kind is
    placed: type[model.Record] | None = None  # the record with what its folder and file name say, if they say more

    @property
    def field(self) -> str:
        """Where a Framework keeps its records."""
        return self.kept or self.items or self.name.replace("-", "_")

    def titles(self, data: dict[str, Any]) -> str:
        """What a person would call a record that may be half read."""
        said = data.get("term") or data.get("title") or data.get("acronym") or data.get("question") or data.get("query")
        said = said or data.get("id")
        return " ".join(said.split()) if isinstance(said, str) else ""


VOCABULARY = FileKind(
    "vocabulary",
    model.VocabularyFile,
    "terms",
    model.Term,
    ("category", "status", "owner", "updated"),
    "term",
)
FIGURES = FileKind("figures", model.Figure, one="figure")
CURRICULA = FileKind("curricula", model.Curriculum, one="curriculum")
GROWTH_GROUPS = FileKind("growth-groups", model.GrowthGroup, one="growth")
ROLES = FileKind("roles", model.Role, one="role")
SESSIONS = FileKind("sessions", model.SessionFile, one="session", placed=model.Session)
FORMS = FileKind("forms", model.Form, one="form")
CONVERSATIONS = FileKind("conversations", model.Conversation, one="conversation")
MEASURES = FileKind("measures", model.MeasuresFile, "measures", model.Measure, one="measure", optional=True)
_FIGURES = {
    "header": model.ResultsFile,
    "items": "rows",
    "item": model.ResultRow,
    "placed": model.Result,
    "table": True,
}
RESULTS = FileKind("results", kept="results", **_FIGURES)  # type: ignore[arg-type]
INVENTED = FileKind("illustrative", kept="illustrative", **_FIGURES)  # type: ignore[arg-type]
SERVICES = FileKind(
    "services", model.ServicesFile, "rows", model.ServiceRow, kept="services", placed=model.ServiceCount, table=True
)
INVENTED_SERVICES = replace(SERVICES, name="illustrative-services", kept="illustrative_services")
_YEAR = r"(?P<year>20[0-9]{2}-[0-9]{2})"
MESSAGES = FileKind("messages", model.MessagesFile, "messages", model.Message, one="message")
ACTIVITIES = FileKind("activities", model.ActivitiesFile, "activities", model.Activity, ("updated",), "activity")
FOLDER_KINDS = {
    r"vocabulary/[^/]+\.yml": VOCABULARY,
    r"figures/[^/]+\.yml": FIGURES,
    r"growth/groups/[^/]+\.yml": GROWTH_GROUPS,
    r"roles/[^/]+\.yml": ROLES,
    r"curricula/(?P<id>[^/]+)/curriculum\.yml": CURRICULA,
    r"curricula/(?P<curriculum>[^/]+)/session-(?P<number>[1-9][0-9]?)\.yml": SESSIONS,
    r"forms/[^/]+\.yml": FORMS,
    r"conversations/[^/]+\.yml": CONVERSATIONS,
    rf"measures/results/{_YEAR}\.csv": RESULTS,
    rf"measures/services/{_YEAR}\.csv": SERVICES,
    rf"measures/illustrative/results/{_YEAR}\.csv": INVENTED,
    rf"measures/illustrative/services/{_YEAR}\.csv": INVENTED_SERVICES,
    r"communication/messages/[^/]+\.yml": MESSAGES,
    r"communication/activities/[^/]+\.yml": ACTIVITIES,
}
"""Kinds of which there are many files, by how the path of one reads; its named parts tell something of the record."""
ONE_FILE_KINDS = {
    "categories.yml": FileKind("categories", model.CategoriesFile, "categories", model.ListEntry, one="category"),
    "audiences.yml": FileKind("audiences", model.AudiencesFile, "audiences", model.Audience, one="audience"),
    "evidence.yml": FileKind("evidence", model.SourcesFile, "sources", model.Source, one="source"),
    "acronyms.yml": FileKind("acronyms", model.AcronymsFile, "clashes", model.AcronymClash),
    "decisions.yml": FileKind("decisions", model.DecisionsFile, "decisions", model.Decision, one="decision"),
    "district.yml": FileKind("district", model.District),
    "accessibility.yml": FileKind("accessibility", model.AccessibilityReport, optional=True),
    "strategy.yml": FileKind("strategy", model.Strategy, one="strategy", optional=True),
    "growth/levels.yml": FileKind(
        "growth-levels", model.GrowthLevelsFile, "levels", model.GrowthLevel, one="level", optional=True
    ),
    "growth/strands.yml": FileKind(
        "growth-strands", model.GrowthStrandsFile, "strands", model.GrowthStrand, one="strand", optional=True
    ),
    "measures/measures.yml": MEASURES,
    "measures/accreditation.yml": FileKind("accreditation", model.Accreditation, optional=True),
    "measures/logic-model.yml": FileKind("logic-model", model.LogicModel, kept="logic_model", optional=True),
    "measures/import.yml": FileKind("import", model.ImportSettings, kept="import_settings", optional=True),
    "measures/illustrative/illustration.yml": FileKind("illustration", model.Illustration, optional=True),
    "public-contacts.yml": FileKind("public-contacts", model.AllowedContacts, kept="contacts", optional=True),
    "mentoring/programs.yml": FileKind(
        "programs", model.ProgramsFile, "programs", model.Program, one="program", optional=True
    ),
    "mentoring/standards.yml": FileKind(
        "standards", model.StandardsFile, "standards", model.Standard, one="standard", optional=True
    ),
    "mentoring/stages.yml": FileKind(
        "stages", model.StagesFile, "stages", model.MatchStage, one="stage", optional=True
    ),
    "mentoring/meetings.yml": FileKind("meetings", model.MeetingsFile, "meetings", model.Meeting, optional=True),
    "outreach/needs.yml": FileKind("needs", model.NeedsFile, "needs", model.Need, one="need", optional=True),
    "outreach/resources.yml": FileKind(
        "resources", model.ResourcesFile, "resources", model.Resource, one="resource", optional=True
    ),
    "search/words.yml": FileKind("words", model.SearchWords, kept="search_words", optional=True),
    "search/queries.yml": FileKind("queries", model.QueriesFile, "queries", model.Query, optional=True),
    "communication/calendar.yml": FileKind("calendar", model.SchoolCalendar, kept="school_year", optional=True),
    "communication/channels.yml": FileKind(
        "channels", model.ChannelsFile, "channels", model.Channel, one="channel", optional=True
    ),
    "communication/audiences.yml": FileKind(
        "plan-audiences",
        model.PlanAudiencesFile,
        "audiences",
        model.PlanAudience,
        one="plan-audience",
        optional=True,
        kept="plan_audiences",
    ),
}
ONLY_ONES = frozenset(kind.field for kind in ONE_FILE_KINDS.values() if not kind.items)
"""Where a Framework keeps a single record, or none."""
WHERE_TERMS_STAND = "Vocabulary files stand in framework/vocabulary/ and end in .yml."
WHERE_FILES_STAND = {
    "growth": "Growth is said in framework/growth/levels.yml, strands.yml and one file for each employee group in "
    "framework/growth/groups/.",
    "roles": "Roles stand in framework/roles/ and end in .yml.",
    "mentoring": "Mentoring is said in framework/mentoring/: programs.yml, standards.yml, stages.yml and meetings.yml.",
    "outreach": "The directory is said in framework/outreach/: needs.yml and resources.yml.",
    "figures": "Figures stand in framework/figures/ and end in .yml.",
    "curricula": "A curriculum is a folder of framework/curricula/ with curriculum.yml, session-1.yml, session-2.yml "
    "and so on.",
    "forms": "Forms stand in framework/forms/ and end in .yml.",
    "conversations": "Conversation guides stand in framework/conversations/ and end in .yml.",
    "measures": "Figures stand in framework/measures/results/, one file a school year: 2025-26.csv.",
    "communication": "The communication plan is calendar.yml, audiences.yml, channels.yml, and the files in messages/ "
    "and activities/.",
}


def kind_of(inside: PurePath) -> FileKind | None:
    """What a file of the framework holds, by its path below framework/."""
    path = inside.as_posix()
    kinds = (kind for pattern, kind in FOLDER_KINDS.items() if re.fullmatch(pattern, path))
    return next(kinds, None) or ONE_FILE_KINDS.get(path)


def told_by(inside: PurePath) -> dict[str, str]:
    """What the path of a file says of the record in it: the folder of a session and its number."""
    path = inside.as_posix()
    found = next(filter(None, (re.fullmatch(pattern, path) for pattern in FOLDER_KINDS)), None)
    return found.groupdict() if found else {}
