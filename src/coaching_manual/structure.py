"""From files to records: which file holds what, and every fault on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from coaching_manual import model
from coaching_manual.explain import add_validation_problems
from coaching_manual.model import slug
from coaching_manual.problems import Place, Problems, did_you_mean
from coaching_manual.source import Document, Key, KeyPath, file_name, parse_csv, parse_yaml, read_text

R = TypeVar("R", bound=model.Record)


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record together with the place it came from."""

    record: R
    document: Document
    path: KeyPath

    def place(self, *steps: Key, key: bool = False) -> Place:
        """Where the record stands, or one of its values."""
        return self.document.place((*self.path, *steps), key=key)


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
    field: str = ""  # where a Framework keeps its records, if that is not called as the list is
    placed: type[model.Record] | None = None  # the record with what its folder and file name say, if they say more

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
RESULTS = FileKind("results", field="results", **_FIGURES)  # type: ignore[arg-type]
INVENTED = FileKind("illustrative", field="illustrative", **_FIGURES)  # type: ignore[arg-type]
SERVICES = FileKind(
    "services", model.ServicesFile, "rows", model.ServiceRow, field="services", placed=model.ServiceCount, table=True
)
INVENTED_SERVICES = replace(SERVICES, name="illustrative-services", field="illustrative_services")
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
    "measures/logic-model.yml": FileKind("logic-model", model.LogicModel, field="logic_model", optional=True),
    "measures/import.yml": FileKind("import", model.ImportSettings, field="import_settings", optional=True),
    "measures/illustrative/illustration.yml": FileKind("illustration", model.Illustration, optional=True),
    "public-contacts.yml": FileKind("public-contacts", model.AllowedContacts, field="contacts", optional=True),
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
    "search/words.yml": FileKind("words", model.SearchWords, optional=True),
    "search/queries.yml": FileKind("queries", model.QueriesFile, "queries", model.Query, optional=True),
    "communication/calendar.yml": FileKind("calendar", model.SchoolCalendar, optional=True),
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
        field="plan_audiences",
    ),
}
_NOT_RECORDS = {"schemas"}
_WHERE_TERMS_STAND = "Vocabulary files stand in framework/vocabulary/ and end in .yml."
_WHERE_FILES_STAND = {
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
_ID = re.compile(r"\bid:[ \t]*[\"']?([a-z0-9-]+)")
_ANY = ""


@dataclass(frozen=True)
class Framework:
    """Everything that framework/ says, as records with their places.

    Records with faults are left out; ``unread`` holds kind and id of each, as far as they can be told, so
    that nobody reports as missing what is only faulty.
    """

    terms: tuple[Entry[model.Term], ...] = ()
    categories: tuple[Entry[model.ListEntry], ...] = ()
    audiences: tuple[Entry[model.Audience], ...] = ()
    sources: tuple[Entry[model.Source], ...] = ()
    clashes: tuple[Entry[model.AcronymClash], ...] = ()
    decisions: tuple[Entry[model.Decision], ...] = ()
    figures: tuple[Entry[model.Figure], ...] = ()
    curricula: tuple[Entry[model.Curriculum], ...] = ()
    sessions: tuple[Entry[model.Session], ...] = ()
    queries: tuple[Entry[model.Query], ...] = ()
    levels: tuple[Entry[model.GrowthLevel], ...] = ()
    strands: tuple[Entry[model.GrowthStrand], ...] = ()
    growth_groups: tuple[Entry[model.GrowthGroup], ...] = ()
    roles: tuple[Entry[model.Role], ...] = ()
    forms: tuple[Entry[model.Form], ...] = ()
    conversations: tuple[Entry[model.Conversation], ...] = ()
    measures: tuple[Entry[model.Measure], ...] = ()
    results: tuple[Entry[model.Result], ...] = ()
    services: tuple[Entry[model.ServiceCount], ...] = ()
    illustrative: tuple[Entry[model.Result], ...] = ()
    illustrative_services: tuple[Entry[model.ServiceCount], ...] = ()
    accreditation: Entry[model.Accreditation] | None = None
    logic_model: Entry[model.LogicModel] | None = None
    illustration: Entry[model.Illustration] | None = None
    import_settings: Entry[model.ImportSettings] | None = None
    contacts: Entry[model.AllowedContacts] | None = None
    programs: tuple[Entry[model.Program], ...] = ()
    standards: tuple[Entry[model.Standard], ...] = ()
    stages: tuple[Entry[model.MatchStage], ...] = ()
    meetings: tuple[Entry[model.Meeting], ...] = ()
    needs: tuple[Entry[model.Need], ...] = ()
    resources: tuple[Entry[model.Resource], ...] = ()
    plan_audiences: tuple[Entry[model.PlanAudience], ...] = ()
    channels: tuple[Entry[model.Channel], ...] = ()
    messages: tuple[Entry[model.Message], ...] = ()
    activities: tuple[Entry[model.Activity], ...] = ()
    school_year: Entry[model.SchoolCalendar] | None = None
    district: Entry[model.District] | None = None
    strategy: Entry[model.Strategy] | None = None
    search_words: Entry[model.SearchWords] | None = None
    accessibility: Entry[model.AccessibilityReport] | None = None
    documents: tuple[Document, ...] = field(default=(), repr=False)
    unread: frozenset[tuple[str, str]] = frozenset()

    def may_hold(self, kind: str, wanted: str) -> bool:
        """Whether a record that is not there may be one that could not be read."""
        return (kind, wanted) in self.unread or (kind, _ANY) in self.unread

    def entries(self) -> Iterator[Entry[Any]]:
        """Every record, kind by kind."""
        yield from self.terms
        yield from self.categories
        yield from self.audiences
        yield from self.sources
        yield from self.clashes
        yield from self.decisions
        yield from self.figures
        yield from self.curricula
        yield from self.sessions
        yield from self.queries
        yield from self.levels
        yield from self.strands
        yield from self.growth_groups
        yield from self.roles
        yield from self.forms
        yield from self.conversations
        yield from self.measures
        yield from self.results
        yield from self.services
        yield from self.illustrative
        yield from self.illustrative_services
        yield from filter(None, (self.accreditation, self.logic_model, self.illustration))
        yield from self.programs
        yield from self.standards
        yield from self.stages
        yield from self.meetings
        yield from self.needs
        yield from self.resources
        yield from self.plan_audiences
        yield from self.channels
        yield from self.messages
        yield from self.activities
        if self.school_year:
            yield self.school_year
        if self.district:
            yield self.district
        if self.strategy:
            yield self.strategy
        if self.search_words:
            yield self.search_words
        if self.accessibility:
            yield self.accessibility


def read_framework(folder: Path, root: Path, problems: Problems) -> Framework:
    """Read every file of a framework folder. ``root`` is the project, which places are relative to."""
    return _FrameworkReader(folder, root, problems).read()


class _FrameworkReader:
    """Reads the files of one folder, remembering what it could not read."""

    def __init__(self, folder: Path, root: Path, problems: Problems) -> None:
        self._folder = folder
        self._root = root
        self._problems = problems
        self._unread: set[tuple[str, str]] = set()

    def read(self) -> Framework:
        found: dict[str, list[Entry[Any]]] = {}
        documents: list[Document] = []
        for path, kind in self._files().items():
            document = self._document(path, kind)
            told = told_by(path.relative_to(self._folder))
            entries = [] if document is None else list(self._records(document, kind, told))
            if document is not None:
                documents.append(document)
            if told and not entries and not kind.table:
                self._remember_lost(kind, told)
            found.setdefault(kind.field or kind.items or kind.name.replace("-", "_"), []).extend(entries)
        single = ("district", "strategy", "words", "accessibility", "calendar")
        district, strategy, words, accessibility, calendar = (next(iter(found.pop(name, [])), None) for name in single)
        of_measures = ("accreditation", "logic_model", "illustration", "import_settings", "contacts")
        measuring: dict[str, Any] = {name: next(iter(found.pop(name, [])), None) for name in of_measures}
        lists: dict[str, Any] = {name: tuple(entries) for name, entries in found.items()}
        return Framework(
            **lists,
            **measuring,
            district=district,
            strategy=strategy,
            search_words=words,
            accessibility=accessibility,
            school_year=calendar,
            documents=tuple(documents),
            unread=frozenset(self._unread),
        )

    def _files(self) -> dict[Path, FileKind]:
        """The files to read, each with its kind; files that are missing or unknown are reported."""
        files: dict[Path, FileKind] = {}
        for path in sorted(self._folder.rglob("*")) if self._folder.is_dir() else ():
            inside = path.relative_to(self._folder)
            if path.is_dir() or inside.parts[0] in _NOT_RECORDS or path.name.startswith("."):
                continue
            kind = kind_of(inside)
            if kind is None:
                self._add_unknown_file(path, inside.as_posix())
            else:
                files[path] = kind
        self._report_missing(files)
        return files

    def _add_unknown_file(self, path: Path, inside: str) -> None:
        where = _WHERE_FILES_STAND.get(inside.partition("/")[0], _WHERE_TERMS_STAND)
        self._problems.add(
            "FILE-UNKNOWN",
            f'"{inside}" is not a file that the manual reads, so nothing in it is shown.',
            Place(file_name(path, self._root)),
            hint=did_you_mean(inside, ONE_FILE_KINDS) or where,
        )

    def _report_missing(self, files: Mapping[Path, FileKind]) -> None:
        for name, kind in ONE_FILE_KINDS.items():
            if not kind.optional and self._folder / name not in files:
                empty = f" If there is nothing to say in it yet, write  {kind.items}: []  in it." if kind.items else ""
                self._add_missing(name, "The manual needs this file.", f"Bring it back.{empty}", kind)
        if VOCABULARY not in files.values():
            self._add_missing("vocabulary", "There is no vocabulary file.", "Bring back at least one.", VOCABULARY)
        for folder in sorted({path.parent for path, kind in files.items() if kind is SESSIONS}):
            if folder / "curriculum.yml" not in files:
                name = f"{folder.relative_to(self._folder).as_posix()}/curriculum.yml"
                hint = "Write it: the sessions in this folder belong to no curriculum."
                self._add_missing(name, "This file says what the curriculum is, and is not there.", hint, CURRICULA)

    def _add_missing(self, name: str, message: str, hint: str, kind: FileKind) -> None:
        self._unread.add((kind.one, _ANY))
        self._problems.add("FILE-MISSING", message, Place(file_name(self._folder / name, self._root)), hint=hint)

    def _document(self, path: Path, kind: FileKind) -> Document | None:
        """A file that was read; of one with faults in its YAML, the ids that it seems to hold are remembered."""
        file = file_name(path, self._root)
        text = read_text(path, file, self._problems)
        before = len(self._problems)
        parse = parse_csv if kind.table else parse_yaml
        document = None if text is None else parse(text, file, self._problems)
        if document is None or len(self._problems) > before:
            self._unread.update((kind.one, wanted) for wanted in (_ID.findall(text) if text else [_ANY]))
        return document

    def _records(self, document: Document, kind: FileKind, told: Mapping[str, str]) -> Iterator[Entry[Any]]:
        """The records of a file; ``told`` is what its path says of its only one."""
        data = document.data
        if not isinstance(data, dict):
            self._unread.add((kind.one, _ANY))
            self._problems.add(
                "FIELD-KIND",
                "The file should hold fields (name: value), and holds something else.",
                document.place(()),
                hint="Compare it with another file of the same folder.",
            )
            return
        if not kind.items:
            record = self._validated(kind.header, data, document, (), kind.titles(data))
            if record is None:
                self._remember_unread(kind, data)
            else:
                placed = kind.placed.model_validate({**data, **told}) if kind.placed else record
                yield Entry(placed, document, ())
            return
        items = data.get(kind.items)
        if not isinstance(items, tuple):
            self._validated(kind.header, data, document, ())
            self._unread.add((kind.one, _ANY))
            return
        header = self._validated(kind.header, {**data, kind.items: ()}, document, ())
        given = {name: getattr(header, name) for name in kind.inherited} if header else {}
        for number, item in enumerate(items):
            for entry in self._item(kind, item, given, document, (kind.items, number)):
                told_more = kind.placed and kind.placed.model_validate({**item, **told})
                yield replace(entry, record=told_more) if told_more else entry

    def _item(
        self, kind: FileKind, item: object, given: dict[str, Any], document: Document, path: KeyPath
    ) -> Iterator[Entry[Any]]:
        """One entry of a list, if it can be read. ``given`` are the values that the file gives to all its entries."""
        if not isinstance(item, dict):
            first = next(iter(kind.item.model_fields))
            self._problems.add(
                "FIELD-KIND",
                "An entry of this list should be a group of fields.",
                document.place(path),
                hint=f"Write  - {first}: …  and the other fields below it, in the column of {first}.",
            )
            return
        subject = kind.titles(item)
        if kind.inherited and "category" in item:
            self._problems.add(
                "FIELD-UNKNOWN",
                "A term does not name its category.",
                document.place((*path, "category"), key=True),
                hint="The category stands once, at the top of the file. Move the term to the file of its category.",
                subject=subject,
            )
        record = self._validated(kind.item, {**given, **item}, document, path, subject)
        if record is not None:
            yield Entry(record, document, path)
        else:
            self._remember_unread(kind, item)

    def _remember_lost(self, kind: FileKind, told: Mapping[str, str]) -> None:
        """A file that cannot be read is known by its path, and anything may be handed out in a session."""
        self._unread.add((kind.one, "/".join(told.values())))
        if kind is SESSIONS:
            self._unread.add(("handout", _ANY))

    def _remember_unread(self, kind: FileKind, data: dict[str, Any]) -> None:
        ids = (data.get("id"), slug(kind.titles(data)))
        self._unread.update((kind.one, wanted) for wanted in ids if isinstance(wanted, str))

    def _validated(
        self, record_type: type[R], data: dict[str, Any], document: Document, path: KeyPath, subject: str = ""
    ) -> R | None:
        try:
            return record_type.model_validate(data)
        except ValidationError as fault:
            add_validation_problems(fault, record_type, document, self._problems, base=path, subject=subject)
            return None


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


def by_id(entries: Iterable[Entry[Any]]) -> dict[str, Entry[Any]]:
    """Entries by id; of two with the same id the first one counts (``rules`` reports the second)."""
    table: dict[str, Entry[Any]] = {}
    for entry in entries:
        table.setdefault(entry.record.id, entry)
    return table
