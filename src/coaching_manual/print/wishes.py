"""What somebody asks to be printed, in their own words: which packs that are, or what is said if there are none."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from coaching_manual.languages import ENGLISH, SPANISH, Language, listed
from coaching_manual.print.packs import EDITIONS, PLAIN, Pack, Variant
from coaching_manual.problems import did_you_mean

_HANDOUT = re.compile(r"[^\s/]+/[^\s/]+")
_LANGUAGES: Mapping[str, Language] = {
    "en": ENGLISH,
    "english": ENGLISH,
    "es": SPANISH,
    "spanish": SPANISH,
    "español": SPANISH,
    "espanol": SPANISH,
}
_NAMES: Mapping[str, str] = {ENGLISH: "English", SPANISH: "Spanish"}
_FEW = 6


class WishError(ValueError):
    """What was asked for is not there; the message says what is."""


@dataclass(frozen=True)
class Wish:
    """Which packs somebody asks for; without names, all. A name is an id, a title, or a part of a title."""

    names: tuple[str, ...] = ()
    edition: str | None = None
    language: str | None = None
    variant: Variant = PLAIN


def understood(wish: Wish, packs: Sequence[Pack], handouts: Mapping[str, str]) -> Wish:
    """The same wish in the words of packs; ``handouts`` are the titles of handouts by their ids. Raises WishError."""
    return replace(
        wish,
        names=tuple(_name(one, packs, handouts) for one in wish.names),
        edition=_edition(wish.edition) if wish.edition else None,
        language=_language(wish.language) if wish.language else None,
    )


def chosen(packs: Sequence[Pack], wish: Wish) -> tuple[Pack, ...]:
    """The packs that somebody asks for, in their order. Raises WishError if there is none."""
    named = [pack for pack in packs if not wish.names or {pack.id, pack.record} & set(wish.names)]
    found = [pack for pack in named if wish.edition in {None, pack.kind}]
    if not found:
        raise WishError(f'There is no edition "{wish.edition}" of that. There is: {_kinds(named)}.')
    kept = tuple(pack for pack in found if wish.language in {None, pack.language})
    if not kept:
        raise WishError(_no_language(wish, named, found))
    return kept


def _no_language(wish: Wish, named: Sequence[Pack], found: Sequence[Pack]) -> str:
    titles = "; ".join(dict.fromkeys(pack.title for pack in found))
    language = _NAMES[wish.language or ENGLISH]
    there = [pack for pack in named if pack.language == wish.language]
    if there:
        return (
            f'The edition "{wish.edition}" is not there in {language} for: {titles}. '
            f"In {language} there is: {_kinds(there)}. Nothing was printed."
        )
    other = _NAMES[SPANISH if wish.language == ENGLISH else ENGLISH]
    return f"There is no {language} yet for: {titles}. Nothing was printed, because {other} was not asked for."


def _kinds(packs: Sequence[Pack]) -> str:
    return listed(list(dict.fromkeys(pack.kind for pack in packs)), ENGLISH)


def _edition(asked: str) -> str:
    """The edition of a name; whether it is one handout or several handouts makes no difference."""
    for edition in EDITIONS:
        if asked.lower().rstrip("s") == edition.rstrip("s"):
            return edition
    hint = did_you_mean(asked, EDITIONS) or f"There is: {listed(list(EDITIONS), ENGLISH)}."
    raise WishError(f'There is no edition "{asked}". {hint}')


def _language(asked: str) -> Language:
    if asked.lower() in _LANGUAGES:
        return _LANGUAGES[asked.lower()]
    raise WishError(f'There is nothing in "{asked}". Write  en  for English, or  es  for Spanish.')


def _name(asked: str, packs: Sequence[Pack], handouts: Mapping[str, str]) -> str:
    """The id of what somebody calls by its id, its title, or a part of its title."""
    ids = {pack.id for pack in packs} | {pack.record for pack in packs} | set(handouts)
    if asked.lower() in ids:
        return asked.lower()
    if _HANDOUT.fullmatch(asked):
        raise WishError(_no_handout(asked, handouts))
    found = _by_title(asked, _titles(packs)) or _by_title(asked, {(title, one) for one, title in handouts.items()})
    if found is None:
        hint = did_you_mean(asked, sorted(ids)) or "Say  coaching-manual print --list  to see all."
        raise WishError(f'There is no pack and no record "{asked}" that can be printed. {hint}')
    return found


def _titles(packs: Sequence[Pack]) -> set[tuple[str, str]]:
    """Each title with the record that has it; where packs of a record have titles of their own, with the pack."""
    of_records: dict[tuple[str, str], set[str]] = {}
    for pack in packs:
        of_records.setdefault((pack.record, pack.language), set()).add(pack.title)
    return {
        (pack.title, pack.record if len(of_records[pack.record, pack.language]) == 1 else pack.id) for pack in packs
    }


def _by_title(asked: str, titles: Collection[tuple[str, str]]) -> str | None:
    """The one record that has this title, or whose title holds these words; None if there is none."""
    wanted = asked.casefold()
    exact = {record for title, record in titles if title.casefold() == wanted}
    found = exact or {record for title, record in titles if wanted in title.casefold()}
    if len(found) > 1:
        shown = sorted({f"{record} ({title})" for title, record in titles if record in found})
        more = f", and {len(shown) - _FEW} more" if len(shown) > _FEW else ""
        raise WishError(f'"{asked}" could be several things. Name one of them: {", ".join(shown[:_FEW])}{more}.')
    return found.pop() if found else None


def _no_handout(asked: str, handouts: Mapping[str, str]) -> str:
    course, _, name = asked.partition("/")
    courses = {one.partition("/")[0] for one in handouts}
    if course not in courses:
        hint = did_you_mean(course, courses) or f"The courses: {', '.join(sorted(courses)) or 'none yet'}."
        return f'There is no course "{course}". {hint}'
    own = {one.partition("/")[2] for one in handouts if one.startswith(f"{course}/")}
    hint = did_you_mean(name, own) or f"To see them all, write  coaching-manual print {course} --list ."
    return f'The course "{course}" has no handout "{name}". {hint}'
