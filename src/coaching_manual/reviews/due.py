"""What is due: reviews that ran out, questions by owner, missing Spanish, drafts, and old evidence."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from coaching_manual.languages import ENGLISH, in_words, language_of
from coaching_manual.manual import Manual
from coaching_manual.model import Source
from coaching_manual.pages import WrittenPage

_NO_OWNER = "(no owner yet)"
_SHOWN = 10
_DAYS_IN_A_MONTH = 30.44
_STUDIES = frozenset({"meta-analysis", "trial", "study", "review", "report"})
_VIEWS = frozenset({"moved", "session", "facilitator", "handout", "example", "card"})


@dataclass(frozen=True)
class Limits:
    """When something is due: the day on which one looks, and the ages from which on it is."""

    today: datetime.date
    months: int = 12
    years: int = 15
    ask_again: int = 6

    def ran_out(self, reviewed: datetime.date) -> bool:
        """Whether a review is too long ago."""
        return self._older(reviewed, self.months)

    def is_to_ask_again(self, checked: datetime.date) -> bool:
        """Whether it is time to call a place of the resource directory again."""
        return self._older(checked, self.ask_again)

    def _older(self, day: datetime.date, months: int) -> bool:
        return (self.today - day).days > months * _DAYS_IN_A_MONTH


def due_report(manual: Manual, limits: Limits, *, whole: bool = False) -> str:
    """The report as text; ``whole`` shows every line of it."""
    pages = [page for page in manual.pages if page.about and _stands_for_itself(page)]
    parts = (
        (f"Reviewed more than {limits.months} months ago", _ran_out(pages, limits)),
        (
            f"Places to ask again, after {limits.ask_again} months",
            _to_ask_again(manual, limits),
        ),
        ("Places that nobody has found yet", _not_found(manual)),
        ("To confirm, by owner", _questions(manual)),
        ("Without Spanish that should have it", _without_spanish(manual)),
        ("Drafts", _drafts(pages)),
        (f"Studies more than {limits.years} years old", _old_evidence(manual, limits)),
    )
    lines = [f"What is due on {in_words(limits.today)}"]
    for title, found in parts:
        items = list(found)
        lines += ["", f"{title}: {len(items) or 'none'}"]
        lines += [f"  {item}" for item in (items if whole else items[:_SHOWN])]
        if not whole and len(items) > _SHOWN:
            lines.append(f"  … and {len(items) - _SHOWN} more (add  --all )")
    return "\n".join(lines) + "\n"


def _stands_for_itself(page: WrittenPage) -> bool:
    """Whether a page is not only another view of a record: one for facilitators, an example, its Spanish."""
    if page.source:
        return True
    return page.kind not in _VIEWS and language_of(page.src) == ENGLISH


def _ran_out(pages: Iterable[WrittenPage], limits: Limits) -> Iterator[str]:
    found = [
        (page.about.reviewed, page.src, page.about.owner or _NO_OWNER)
        for page in pages
        if page.about and page.about.reviewed and limits.ran_out(page.about.reviewed)
    ]
    for reviewed, src, owner in sorted(found):
        yield f"{reviewed}  {src}  {owner}"


def _to_ask_again(manual: Manual, limits: Limits) -> Iterator[str]:
    """Rows that somebody checked too long ago, the oldest first."""
    rows = [entry.record for entry in manual.index.framework.resources]
    old = [(row.checked, row) for row in rows if row.checked and limits.is_to_ask_again(row.checked)]
    for checked, row in sorted(old, key=lambda pair: (pair[0], pair[1].id)):
        yield f"{checked}  {row.name or row.id}  {row.checked_by or _NO_OWNER}"


def _not_found(manual: Manual) -> Iterator[str]:
    for entry in manual.index.framework.resources:
        place = entry.place("id")
        if not entry.record.name:
            yield f"{entry.record.offers}  ({place.file}:{place.line})"


def _questions(manual: Manual) -> Iterator[str]:
    owners = {page.origin: page.about.owner for page in manual.pages if page.about}
    asked = [(owners.get(one.place.file) or _NO_OWNER, one) for one in manual.views.questions()]
    asked.sort(key=lambda pair: (pair[0] == _NO_OWNER, pair[0], pair[1].place))
    for owner, group in groupby(asked, key=lambda pair: pair[0]):
        for _owner, question in group:
            yield f"{owner}: {question.text}  ({question.place.file}:{question.place.line})"


def _without_spanish(manual: Manual) -> Iterator[str]:
    for problem in sorted(
        (one for one in manual.problems if one.code in {"SPANISH-MISSING", "SPANISH-PAGE"}), key=lambda one: one.place
    ):
        yield f"{problem.place.file}:{problem.place.line}  {problem.message}"


def _drafts(pages: Iterable[WrittenPage]) -> Iterator[str]:
    """The oldest first; terms, of which there are many, a line for all of a day."""
    drafts = [page for page in pages if page.about and page.about.status == "draft"]
    found = [
        (str(page.about.updated or "no day"), page.src, page.about.owner or _NO_OWNER)
        for page in drafts
        if page.about and page.kind != "term"
    ]
    terms = sorted(str(page.about.updated or "no day") for page in drafts if page.about and page.kind == "term")
    for day, group in groupby(terms):
        count = len(list(group))
        found.append((day, f"{count} entr{'y' if count == 1 else 'ies'} of the common language", ""))
    for day, what, owner in sorted(found):
        yield f"{day}  {what}  {owner}".rstrip()


def _old_evidence(manual: Manual, limits: Limits) -> Iterator[str]:
    sources: Iterable[Source] = (entry.record for entry in manual.index.framework.sources)
    old = [one for one in sources if one.kind in _STUDIES and one.year and limits.today.year - one.year > limits.years]
    for source in sorted(old, key=lambda one: (one.year or 0, one.id)):
        yield f"{source.year}  {source.short}  (source:{source.id})"
