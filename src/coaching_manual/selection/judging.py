"""Holding people against the published criteria of a role: facts and gaps, no order of merit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coaching_manual.index import Index
from coaching_manual.model import Role
from coaching_manual.selection.reading import Person

MEETS, STEP, FURTHER, NOT_NOW = "meets", "one step away", "more than one step away", "not considered"
STANDINGS = (MEETS, STEP, FURTHER, NOT_NOW)


@dataclass(frozen=True)
class Standing:
    """Where a person stands: ``missing`` training by title, ``gaps`` all else. People keep the order of the roster."""

    label: str
    group: str
    site: str
    standing: str
    missing: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()

    @property
    def why(self) -> tuple[str, ...]:
        """All reasons, in words."""
        return (*(f"Training to finish: {title}." for title in self.missing), *self.gaps)


@dataclass(frozen=True)
class Share:
    """How a group or a site is represented."""

    name: str
    all: int
    meets: int
    step: int


@dataclass(frozen=True)
class Judged:
    """A roster held against a role.

    ``seen`` are the criteria that the roster has a column for, each with its number: a column named by its number
    means something else for each role. ``unseen`` are those that only people can look at.
    """

    role: str
    people: tuple[Standing, ...]
    groups: tuple[Share, ...]
    sites: tuple[Share, ...]
    seen: tuple[str, ...]
    unseen: tuple[str, ...]

    def those(self, standing: str) -> tuple[Standing, ...]:
        """The people who stand there."""
        return tuple(person for person in self.people if person.standing == standing)


def judge(people: Sequence[Person], role: Role, index: Index) -> Judged:
    """Hold each person against what the role publishes."""
    groups = {entry.record.id: entry.record.title for entry in index.framework.growth_groups}
    training = {entry.record.id: entry.record.title for entry in index.framework.curricula}
    judged = tuple(_standing(person, role, groups, training) for person in people)
    open_to = [groups[one] for one in role.selection.ready.groups or groups if one in groups]
    columns = set().union(*(person.states for person in people))
    criteria = list(enumerate(role.selection.criteria, 1))
    return Judged(
        role=role.title,
        people=judged,
        groups=_shares(
            [*open_to, *sorted(person.group for person in judged)],
            [(person.group, person.standing) for person in judged],
        ),
        sites=_shares(
            sorted({person.site for person in judged}, key=str.lower),
            [(person.site, person.standing) for person in judged],
        ),
        seen=tuple(f"Criterion {number}: {one.text}" for number, one in criteria if number in columns),
        unseen=tuple(f"{one.text} Shown by: {one.shown_by}" for number, one in criteria if number not in columns),
    )


def _standing(person: Person, role: Role, groups: Mapping[str, str], training: Mapping[str, str]) -> Standing:
    ready = role.selection.ready
    missing = tuple(training.get(one, one) for one in ready.training if one not in person.training)
    never = tuple(_never(person, role))
    gaps = tuple(_gaps(person, role))
    far = person.years < ready.years - 1  # one year more is a step, several are not
    who = (person.label, groups[person.group], person.site)
    if never:
        return Standing(*who, NOT_NOW, gaps=never)
    if not missing and not gaps:
        return Standing(*who, MEETS)
    return Standing(*who, STEP if len(missing) + len(gaps) == 1 and not far else FURTHER, missing, gaps)


def _never(person: Person, role: Role) -> Iterator[str]:
    """What no step of the person's own changes, or what the person does not want."""
    ready = role.selection.ready
    if ready.groups and person.group not in ready.groups:
        yield "The role is not open to this employee group."
    if person.wants is False and ready.volunteered:
        yield "Said no. Nobody is assigned who did not say yes."


def _gaps(person: Person, role: Role) -> Iterator[str]:
    ready = role.selection.ready
    if person.years < ready.years:
        yield f"Full years in the work: {person.years} of {ready.years}."
    yield from (f"To hold: {name}." for name in ready.holds if name not in person.holds)
    if person.wants is None and ready.volunteered:
        yield "Not asked yet."
    for number, stated in person.states.items():
        if not stated:
            yield f"Not stated yet: {role.selection.criteria[number - 1].text}"


def _shares(names: Sequence[str], stands: Sequence[tuple[str, str]]) -> tuple[Share, ...]:
    """Each name once, with how many there are, from pairs of a name and a standing."""
    everybody = Counter(name for name, _ in stands)
    counts = Counter(stands)
    return tuple(Share(name, everybody[name], counts[name, MEETS], counts[name, STEP]) for name in dict.fromkeys(names))
