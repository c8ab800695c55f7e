"""Where records live on the site.

Texts and macros link to records, not to pages: ``term:coaching``, ``source:kraft-2018``,
``session:coaching-foundations/1``, ``page:why-we-coach.md``. Only when a page is written down does such a link
become an address that is relative to it, so the same text works on every page and in every output.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container, Mapping

from coaching_manual.languages import Language, in_language, language_of
from coaching_manual.terms.markdown import without_code

A_TO_Z = "common-language/index.md"
TERMS_FOLDER = "common-language/terms"
SOURCES_PAGE = "sources.md"
STRATEGY_PAGE = "strategy.md"
TRAINING_FOLDER = "training"
TRAINING_PAGE = f"{TRAINING_FOLDER}/index.md"
GROWTH_FOLDER = "growth"
GROWTH_PAGE = f"{GROWTH_FOLDER}/index.md"
ROLES_FOLDER = "roles"
ROLES_PAGE = f"{ROLES_FOLDER}/index.md"
MENTORING_FOLDER = "mentoring"
MENTORING_PAGE = f"{MENTORING_FOLDER}/index.md"
RESOURCES_PAGE = "outreach/resources.md"
FORMS_FOLDER = "forms"
FORMS_PAGE = f"{FORMS_FOLDER}/index.md"
CONVERSATIONS_FOLDER = "conversations"
CONVERSATIONS_PAGE = f"{CONVERSATIONS_FOLDER}/index.md"
MEASURES_FOLDER = "measures"
MEASURES_PAGE = f"{MEASURES_FOLDER}/index.md"
COMMUNICATION_FOLDER = "communication"
COMMUNICATION_PAGE = f"{COMMUNICATION_FOLDER}/index.md"
WHOLE_CALENDAR = "whole"
LINK_KINDS = (
    "term",
    "source",
    "curriculum",
    "session",
    "handout",
    "growth",
    "level",
    "role",
    "step",
    "form",
    "program",
    "conversation",
    "measure",
    "activity",
    "message",
    "plan-audience",
    "page",
)
"""What the address of a link to a record may begin with."""

_RECORD = rf"(?P<record>(?P<kind>{'|'.join(LINK_KINDS)}):(?P<id>[A-Za-z0-9][\w./#-]*))"
_IN_TAG = r"<[a-zA-Z][^<>]*?\s(?:href|action)=[\"']"
_IN_HTML = re.compile(rf"(?P<before>{_IN_TAG}){_RECORD}(?P<after>[\"'])")
_IN_MARKDOWN = re.compile(
    rf"(?:(?P<tag>{_IN_TAG})|\]\([ \t]*<?|^[ ]{{0,3}}\[[^\]\n]+\]:[ \t]*){_RECORD}(?=[\s)>\"']|\Z)",
    re.MULTILINE,
)


def term_page(term_id: str) -> str:
    """The path of a term's page below docs/."""
    return f"{TERMS_FOLDER}/{term_id}.md"


def curriculum_page(curriculum_id: str) -> str:
    """The path of a curriculum's page below docs/."""
    return f"{TRAINING_FOLDER}/{curriculum_id}/index.md"


def session_page(session_id: str, *, facilitator: bool = False) -> str:
    """The path below docs/ of a session's page: the one for participants, or the one for the facilitator.

    >>> session_page("coaching-foundations/1"), session_page("coaching-foundations/1", facilitator=True)
    ('training/coaching-foundations/session-1.md', 'training/coaching-foundations/session-1/facilitator.md')
    """
    curriculum_id, _, number = session_id.partition("/")
    stem = f"{TRAINING_FOLDER}/{curriculum_id}/session-{number}"
    return f"{stem}/facilitator.md" if facilitator else f"{stem}.md"


def handout_page(handout_id: str) -> str:
    """The path of a handout's page below docs/.

    >>> handout_page("coaching-foundations/request-cards")
    'training/coaching-foundations/handouts/request-cards.md'
    """
    curriculum_id, _, name = handout_id.partition("/")
    return f"{TRAINING_FOLDER}/{curriculum_id}/handouts/{name}.md"


def growth_page(group_id: str) -> str:
    """The path of an employee group's page below docs/."""
    return f"{GROWTH_FOLDER}/groups/{group_id}.md"


def comparison_page(group_id: str) -> str:
    """The path of the page below docs/ that compares levels of an employee group."""
    return f"{GROWTH_FOLDER}/compare/{group_id}.md"


def assessment_page(group_id: str) -> str:
    """The path of an employee group's self-assessment below docs/."""
    return f"{GROWTH_FOLDER}/self-assessment/{group_id}.md"


def level_page(level_id: str) -> str:
    """The path of a growth level's page below docs/."""
    return f"{GROWTH_FOLDER}/levels/{level_id}.md"


def role_page(role_id: str) -> str:
    """The path of a role's page below docs/."""
    return f"{ROLES_FOLDER}/{role_id}.md"


def form_page(form_id: str, *, example: bool = False, language: str = "en") -> str:
    """The path of a form's page below docs/, blank or filled in as an example, in English or in Spanish.

    >>> form_page("goal-sheet"), form_page("goal-sheet", example=True), form_page("goal-sheet", language="es")
    ('forms/goal-sheet.md', 'forms/goal-sheet/example.md', 'es/forms/goal-sheet.md')
    """
    folder = FORMS_FOLDER if language == "en" else f"{language}/{FORMS_FOLDER}"
    return f"{folder}/{form_id}/example.md" if example else f"{folder}/{form_id}.md"


def program_page(program_id: str) -> str:
    """The path below docs/ of the page of a mentoring program.

    >>> program_page("group-mentoring")
    'mentoring/programs/group-mentoring.md'
    """
    return f"{MENTORING_FOLDER}/programs/{program_id}.md"


def conversation_page(conversation_id: str, *, card: bool = False) -> str:
    """The path below docs/ of a guide to a conversation, or of its card.

    >>> conversation_page("planning"), conversation_page("planning", card=True)
    ('conversations/planning.md', 'conversations/planning/card.md')
    """
    stem = f"{CONVERSATIONS_FOLDER}/{conversation_id}"
    return f"{stem}/card.md" if card else f"{stem}.md"


def role_card_page(role_id: str) -> str:
    """The path below docs/ of the card that says what a role does and does not."""
    return f"{ROLES_FOLDER}/cards/{role_id}.md"


def measure_page(measure_id: str) -> str:
    """The path of a measure's page below docs/."""
    return f"{MEASURES_FOLDER}/{measure_id}.md"


def report_page(year: str) -> str:
    """The path of the report of a school year below docs/."""
    return f"{MEASURES_FOLDER}/report-{year}.md"


def families_page(year: str) -> str:
    """The path of a school year's summary for families below docs/; its twin is in Spanish."""
    return f"{MEASURES_FOLDER}/families-{year}.md"


def term_at(target: str, src: str) -> str | None:
    """The id of the term that a link on a page leads to, written as a record or as the path of its page.

    >>> term_at("term:coaching", "index.md"), term_at("terms/coaching.md#espanol", "common-language/index.md")
    ('coaching', 'coaching')
    """
    place = target.partition("#")[0]
    kind, _, record_id = place.partition(":")
    if kind == "term":
        return record_id
    path = posixpath.normpath(posixpath.join(posixpath.dirname(src), place))
    folder, name = posixpath.split(path)
    return name.removesuffix(".md") if folder == TERMS_FOLDER and name.endswith(".md") else None


def activity_page(activity_id: str) -> str:
    """The path of an activity's page below docs/."""
    return f"{COMMUNICATION_FOLDER}/activities/{activity_id}.md"


def message_page(message_id: str) -> str:
    """The path of a message's page below docs/."""
    return f"{COMMUNICATION_FOLDER}/messages/{message_id}.md"


def flyer_page(message_id: str) -> str:
    """The path below docs/ of the page with a message's flyers, which print one to a sheet."""
    return f"{COMMUNICATION_FOLDER}/flyers/{message_id}.md"


def plan_audience_page(audience_id: str) -> str:
    """The path below docs/ of the page of an audience of the communication plan."""
    return f"{COMMUNICATION_FOLDER}/audiences/{audience_id}.md"


def calendar_file(audience_id: str, language: Language = "en") -> str:
    """The path below docs/ of the calendar of an audience, for calendar programs; "whole" is that of everyone.

    >>> calendar_file("families"), calendar_file("families", "es")
    ('communication/calendars/families.ics', 'es/communication/calendars/families.ics')
    """
    return in_language(f"{COMMUNICATION_FOLDER}/calendars/{audience_id}.ics", language)


_PAGE_OF: Mapping[str, Callable[[str], str]] = {
    "term": term_page,
    "program": program_page,
    "curriculum": curriculum_page,
    "session": session_page,
    "handout": handout_page,
    "growth": growth_page,
    "level": level_page,
    "role": role_page,
    "form": form_page,
    "conversation": conversation_page,
    "measure": measure_page,
    "activity": activity_page,
    "message": message_page,
    "plan-audience": plan_audience_page,
}


def target_of(kind: str, record_id: str) -> str:
    """Where a record lives: the path of a page below docs/, with an anchor if it has one."""
    if kind == "source":
        return f"{SOURCES_PAGE}#{record_id}"
    if kind == "step":
        return f"{STRATEGY_PAGE}#step-{record_id}"
    page_of = _PAGE_OF.get(kind)
    return page_of(record_id) if page_of else record_id


def record_target(kind: str, record_id: str, src: str, known: Container[str]) -> str:
    """Where a link to a record leads on a page: to the record in the language of the page, if it is there.

    A link that names a page leads to that very page.
    """
    target = target_of(kind, record_id)
    return target if kind == "page" else in_language_of(src, target, known)


def in_language_of(src: str, target: str, known: Container[str]) -> str:
    """A target in the language of the page that a link stands on, if ``known``, the pages there are, has it.

    >>> in_language_of("es/index.md", "sources.md#kraft-2018", {"sources.md", "es/sources.md"})
    'es/sources.md#kraft-2018'
    """
    path, mark, anchor = target.partition("#")
    same = in_language(path, language_of(src))
    return same + mark + anchor if same in known else target


def page_address(src: str, *, directory_urls: bool = True) -> str:
    """The address of a page below the site's root, as MkDocs makes it.

    >>> page_address("common-language/index.md"), page_address("why-we-coach.md")
    ('common-language/', 'why-we-coach/')
    >>> page_address("measures/figures.csv")
    'measures/figures.csv'
    """
    if not src.endswith(".md"):
        return src
    stem = src.removesuffix(".md")
    folder, name = posixpath.split(stem)
    if name in {"index", "README"}:
        return (
            f"{folder}/"
            if directory_urls and folder
            else posixpath.join(folder, "" if directory_urls else "index.html")
        )
    return f"{stem}/" if directory_urls else f"{stem}.html"


def way_to_root(page_address: str) -> str:
    """What leads from a page's address back to the site's root.

    >>> way_to_root("common-language/terms/coaching/"), way_to_root("sources.html")
    ('../../../', './')
    """
    return "../" * page_address.count("/") or "./"


def relative_address(target: str, here: str, *, directory_urls: bool = True) -> str:
    """From a page's address to a target (path below docs/ and anchor), as a browser needs it.

    >>> relative_address("sources.md#kraft-2018", "common-language/")
    '../sources/#kraft-2018'
    """
    path, mark, anchor = target.partition("#")
    return way_to_root(here) + page_address(path, directory_urls=directory_urls) + mark + anchor


def resolve_in_html(html: str, address: Callable[[str, str], str]) -> str:
    """Replace the record links of a page's HTML; ``address(kind, id)`` gives the address."""
    return _IN_HTML.sub(lambda m: m["before"] + address(m["kind"], m["id"]) + m["after"], html)


def resolve_in_markdown(
    markdown: str, src: str, *, directory_urls: bool = True, known: Container[str] = frozenset()
) -> str:
    """Replace the record links of a page's Markdown: to .md files in links, to addresses in HTML tags.

    ``known`` are the paths of the pages there are: links lead to pages in the language of the page they stand on.
    """
    here = page_address(src, directory_urls=directory_urls)
    folder = posixpath.dirname(src) or "."
    pieces, last = [], 0
    for found in _IN_MARKDOWN.finditer(without_code(markdown)):
        target = record_target(found["kind"], found["id"], src, known)
        if found["tag"]:
            address = relative_address(target, here, directory_urls=directory_urls)
        else:
            address = posixpath.relpath(target, folder)
        start, end = found.span("record")
        pieces += [markdown[last:start], address]
        last = end
    return "".join([*pieces, markdown[last:]])
