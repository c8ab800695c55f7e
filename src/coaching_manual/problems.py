"""What can be wrong: the Problem record, the codes, and the list that collects them.

Bad content never raises. Whoever finds a fault adds a Problem and goes on, so that an editor sees
everything at once. How a problem is printed is the business of ``reports``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from functools import total_ordering


class Severity(Enum):
    """How much a problem matters: errors stop a build, warnings stop a strict one, advice stops none."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


_CODES: dict[Severity, dict[str, str]] = {
    Severity.ERROR: {
        "FILE-CONFLICT": "Two versions of a file met, and nobody has chosen between them.",
        "FILE-ENCODING": "The file is not saved as UTF-8 text.",
        "FILE-MISSING": "A file that the manual needs is not there.",
        "FILE-SIZE": "The file is too large.",
        "FILE-UNKNOWN": "A file in framework/ is not one that the manual reads.",
        "YAML-ALIAS": "The file uses YAML anchors or aliases.",
        "YAML-DEPTH": "Lists inside lists inside lists: too many.",
        "YAML-DUPLICATE-KEY": "The same field is written twice.",
        "YAML-SYNTAX": "The file cannot be read as YAML.",
        "YAML-TAB": "A line is indented with a tab.",
        "YAML-TRAP": "YAML reads this value as something else than it looks like.",
        "FIELD-KIND": "The value is of the wrong kind.",
        "FIELD-MISSING": "A field that must be there is missing.",
        "FIELD-UNKNOWN": "There is no such field here.",
        "FIELD-VALUE": "The value is not one of those allowed.",
        "ID-DUPLICATE": "Two records have the same id.",
        "LABEL-DUPLICATE": "Two terms claim the same name.",
        "AUDIENCE-UNKNOWN": "No audience has this id.",
        "CATEGORY-UNKNOWN": "No category has this id.",
        "CURRICULUM-UNKNOWN": "No curriculum has this id.",
        "FIGURE-UNKNOWN": "No figure has this id.",
        "GROWTH-UNKNOWN": "No growth group has this id.",
        "HANDOUT-UNKNOWN": "No handout has this id.",
        "LEVEL-UNKNOWN": "No growth level has this id.",
        "FORM-UNKNOWN": "No form has this id.",
        "CONVERSATION-UNKNOWN": "No conversation guide has this id.",
        "FORM-FIELD": "A field of a form and its kind do not fit.",
        "FORM-KEPT": "A form does not say how long it is kept.",
        "FORM-ASKS": "A form asks for more than it says it needs.",
        "FORM-EXAMPLE": "The example of a form does not fit the form.",
        "FORM-SPANISH": "A form and its Spanish do not fit.",
        "LOGIC-STEP": "A link of the logic model names a step that it does not have.",
        "MEASURE-FIGURES": "Figures of a measure cannot be right.",
        "MEASURE-LINE": "A line of figures names something that its measure does not have.",
        "MEASURE-TWICE": "A figure is written twice.",
        "MEASURE-YEAR": "A file of figures is not named after a school year.",
        "MEASURE-UNKNOWN": "No measure has this id.",
        "OUTCOME-UNKNOWN": "No outcome of the session has this id.",
        "ROLE-UNKNOWN": "No role has this id.",
        "SESSION-UNKNOWN": "No session has this number.",
        "SOURCE-UNKNOWN": "No source has this id.",
        "STEP-UNKNOWN": "The strategy has no action step with this number.",
        "STRAND-UNKNOWN": "No growth strand has this id.",
        "TERM-UNKNOWN": "No term has this id.",
        "ACTIVITY-UNKNOWN": "No activity of the communication plan has this id.",
        "CHANNEL-UNKNOWN": "No channel of the communication plan has this id.",
        "MESSAGE-UNKNOWN": "No message of the communication plan has this id.",
        "PLAN-AUDIENCE-UNKNOWN": "No audience of the communication plan has this id.",
        "ACTIVITY-RULE": "A rule for days that come again names none, or cannot be followed.",
        "CALENDAR-DAYS": "The days of the school year do not fit together.",
        "CURRICULUM-FOLDER": "A curriculum and its folder have different names.",
        "HANDOUT-READERS": "What only the facilitator may read is given to others.",
        "SESSION-MINUTES": "The minutes of the steps are not those of the session.",
        "TABLE-SYNTAX": "A table of figures cannot be read as CSV.",
        "TERM-CONTRADICTION": "Two terms are tied in ways that contradict each other.",
        "TERM-LOOP": "Broader terms lead round in a circle.",
        "TERM-RETIRED": "A retired term has no successor, or something still points to it.",
        "TERM-SELF": "A term refers to itself.",
        "PAGE-FRONT-MATTER": "The settings at the top of a page cannot be read.",
        "PAGE-TITLE": "A page has no title, or the title of another page.",
        "JINJA-SYNTAX": "A macro call or a macro file is not written correctly.",
        "JINJA-UNDEFINED": "A name in braces means nothing.",
        "JINJA-FAILED": "A macro failed while it was working.",
        "MACRO-ARGUMENT": "A macro is called with an argument it does not take.",
        "MACRO-UNKNOWN": "There is no such macro.",
        "PRINT-FAILED": "A page cannot be printed so that everybody can read it.",
        "PRINT-PICTURE": "A picture is not there, or has no words, so it cannot be printed.",
        "PRINT-SIGN": "The letters for paper do not have a sign.",
        "LOOK-COLOUR": "The color of the site is not one.",
        "LOOK-LOGO": "The logo of the site is not there.",
        "LOOK-FOOTER": "A page that the foot of every page names is not there.",
        "NEED-UNKNOWN": "No need of the resource directory has this id.",
        "PROGRAM-ANSWER": "A program answers something that its checklist does not ask.",
        "PROGRAM-UNKNOWN": "No mentoring program has this id.",
        "QUERY-UNKNOWN": "A query for testing search wants an answer that does not exist.",
        "NAV-MISSING": "The navigation names a page that does not exist.",
        "LINK-ANCHOR": "A link leads to a heading that is not there.",
        "LINK-PAGE": "A link leads to a page or file that is not there.",
        "SPANISH-TWIN": "A page in Spanish has no page in English.",
    },
    Severity.WARNING: {
        "ACTIVITY-DATE": "An activity lies outside the school year, in a break or on a weekend.",
        "ACTIVITY-INCOMPLETE": "An activity has no owner, day, measure, language or way to answer.",
        "AUDIENCE-SILENT": "An audience hears nothing in a phase or a semester, and nothing says why.",
        "FAMILY-SPANISH": "Something that families or students get has no Spanish.",
        "LAUNCH-EARLY": "Something begins before what it needs is over.",
        "MESSAGE-UNSENT": "No activity carries a message to an audience that it is meant for.",
        "MESSAGES-MANY": "An audience is to remember more than four key messages.",
        "STAFF-LATER": "Staff hear a message after the public.",
        "TEXT-LONG": "A text message is too long.",
        "DEFINITION-CIRCULAR": "A definition explains a term with the term itself.",
        "HANDOUT-CARDS": "Cards to cut out are not written as a list.",
        "HANDOUT-SPACE": "A place to write on is not written correctly.",
        "HANDOUT-UNUSED": "No step uses a handout.",
        "GROWTH-JOB": "An example of growth is for a job that the group does not list.",
        "GROWTH-HOLE": "A cell of a growth group is not filled, and nothing says why.",
        "GROWTH-RATES": "A text about growth or coaching rates people.",
        "FORM-JUDGES": "A form or its example judges instead of telling.",
        "OUTCOME-CHECK": "The exit ticket does not check an outcome, and nothing says why.",
        "OUTCOME-PRACTICE": "No step practices an outcome, and nothing says why.",
        "CHAPTER-UNSIGNED": "A chapter does not say whom it is for or who answers for it.",
        "PAGE-NAV": "A page is not in the navigation.",
        "QUERY-SLIPPED": "Search does not find first what a query is meant to find.",
        "MEETING-NUMBER": "The ideas for meetings are not counted one by one.",
        "RESOURCE-SOURCE": "Nobody can tell where a row of the resource directory comes from.",
        "RESOURCE-PHONE": "A phone number of the resource directory has too many or too few digits.",
        "SESSION-BREAK": "A long session has no break.",
        "SESSION-MISSING": "A curriculum has no sessions, or one of them is left out.",
        "STRATEGY-EMPTY": "Nothing carries out a piece of the strategy.",
        "STRATEGY-UNTRAINED": "An action step asks for training, and no curriculum serves it.",
        "STRATEGY-UNSERVED": "Something serves no action step.",
        "TERM-UNFINISHED": "An entry still holds the words that it was begun with.",
        "WORDING-AVOID": "A text uses a wording that the common language avoids.",
        "WORDING-RETIRED": "A text uses a name that has been retired.",
    },
    Severity.ADVICE: {
        "ILLUSTRATIVE-FIGURES": "Some figures are invented, to show what pages will look like.",
        "MEASURE-ODD": "Figures look odd: a jump, a missing year, or groups that are fewer than the total.",
        "PROGRAM-UNANSWERED": "A mentoring program has not answered its whole checklist.",
        "ACRONYM-BARE": "A short form is not spelled out at its first use on a page.",
        "HEADING-VAGUE": "A heading says nothing.",
        "LINK-VAGUE": "The words of a link do not tell where it leads.",
        "GROWTH-ALIKE": "Two indicators of growth say the same.",
        "GROWTH-VAGUE": "Nobody can see what an indicator of growth names.",
        "FORM-UNUSED": "No page and no conversation guide uses a form.",
        "OUTCOME-VAGUE": "Nobody can see whether an outcome was reached.",
        "QUERY-FOUND": "Search finds now what it was known to miss.",
        "SCHEMA-STALE": "The schemas that editors complete from are out of date.",
        "SPANISH-MISSING": "Something has no Spanish yet.",
        "SPANISH-OLD": "A page in English was changed after its Spanish.",
        "SPANISH-PAGE": "A page for readers who get Spanish too is there in English only.",
        "TERM-UNUSED": "No page and no other term uses this term.",
        "TO-CONFIRM": "The district must still decide something.",
        "WEEK-CROWDED": "An audience gets two big messages in the same week.",
    },
}

CODES: dict[str, tuple[Severity, str]] = {
    code: (severity, summary) for severity, codes in _CODES.items() for code, summary in codes.items()
}
"""Every code with its severity and what it means in general, in one sentence."""


@total_ordering
@dataclass(frozen=True)
class Place:
    """A spot in a file.

    ``file`` is relative to the project, with forward slashes; ``line`` and ``column`` count from 1,
    columns in characters; ``end_column`` is the first column after the spot, on the same line.
    """

    file: str
    line: int = 1
    column: int = 1
    end_column: int | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def __lt__(self, other: Place) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, int, int, int]:
        return (self.file, self.line, self.column, self.end_column or 0)


@dataclass(frozen=True)
class Fix:
    """A change that is always right: replace the text at a place (within one line) by another."""

    place: Place
    replacement: str


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where it is, and what to type instead."""

    code: str
    message: str
    place: Place
    hint: str = ""
    subject: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    fix: Fix | None = None
    severity: Severity = field(default=Severity.ERROR)

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Order of printing: by file, line and column, then by code and message."""
        return (self.place, self.code, self.message)


class Problems:
    """The list that everybody adds to."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}
        self._places: set[Place] = set()

    def add(  # noqa: PLR0913 - one argument for each part of a Problem
        self,
        code: str,
        message: str,
        place: Place,
        *,
        hint: str = "",
        subject: str = "",
        related: Iterable[tuple[Place, str]] = (),
        fix: Fix | None = None,
        severity: Severity | None = None,
    ) -> None:
        """Add a problem once; its severity is that of its code unless another one is given."""
        problem = Problem(code, message, place, hint, subject, tuple(related), fix, severity or CODES[code][0])
        self._found[problem] = None
        self._places.add(place)

    def extend(self, others: Iterable[Problem]) -> None:
        """Add problems that another list has collected."""
        for problem in others:
            self._found[problem] = None
            self._places.add(problem.place)

    def has_one_at(self, place: Place) -> bool:
        """Whether something is already wrong at a place, so that whatever follows from it is not said too."""
        return place in self._places

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found, key=lambda problem: problem.sort_key))

    def __len__(self) -> int:
        return len(self._found)

    def count(self, severity: Severity) -> int:
        """How many problems of this severity there are."""
        return sum(problem.severity is severity for problem in self._found)

    @property
    def fatal(self) -> bool:
        """Whether there is an error, so that nothing should be built."""
        return self.count(Severity.ERROR) > 0


def did_you_mean(wrong: str, allowed: Iterable[str], *, quote: str = '"') -> str:
    """A hint that names the closest allowed values, or an empty string when none is close.

    >>> did_you_mean("coching", ["coaching", "mentoring"])
    'Did you mean "coaching"?'
    """
    lowered = {choice.lower(): choice for choice in allowed}
    close = get_close_matches(wrong.lower(), lowered, n=3, cutoff=0.6)
    if not close:
        return ""
    return "Did you mean " + " or ".join(f"{quote}{lowered[match]}{quote}" for match in close) + "?"
