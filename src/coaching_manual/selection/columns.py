"""Which column of a roster is which, and which may not be in it at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coaching_manual.model import Role, slug
from coaching_manual.problems import did_you_mean

_NAMES: Mapping[str, tuple[str, ...]] = {
    "person": ("person", "row", "label", "row label", "employee label", "persona", "fila"),
    "group": ("group", "employee group", "growth group", "grupo"),
    "site": ("site", "school", "department", "sitio", "escuela"),
    "training": ("training", "finished training", "finished trainings", "trainings", "formación"),
    "years": ("years", "full years", "years in the work", "años"),
    "wants": ("wants", "wants to", "said yes", "quiere"),
    "holds": ("holds", "credentials", "clearances", "credenciales"),
}
_RATINGS = frozenset(
    "absences appraisal attendance discipline disciplinary eval evals evaluation evaluations grade growth level levels "
    "performance points rank ranking rating ratings score scores stars asistencia calificacion calificaciones "
    "desempeno disciplina evaluacion evaluaciones nivel puntaje puntos puntuacion rendimiento".split()
)
_PROTECTED = frozenset(
    "age ages ancestry birth birthdate birthday born citizenship color colour creed disabilities disability disabled "
    "dob ethnic ethnicity faith gender genders genetic health hispanic immigration language languages latino lgbtq "
    "marital married medical military national nationality orientation origin pregnancy pregnant pronouns race races "
    "racial religion religions religious sex sexual sexuality spouse veteran veterans ciudadania civil "
    "discapacidad discapacidades edad embarazada embarazo etnia etnicidad etnico genero idioma idiomas lengua medico "
    "migratorio militar nacimiento nacionalidad orientacion origen raza religioso salud sexo sexualidad veterana "
    "veterano".split()
)
_RUN_TOGETHER = tuple(
    "birthdate birthplace dateofbirth disabilit discapac embaraz estadocivil ethnic maritalstatus nacionalidad "
    "nationalorigin pregnan religi veteran".split()
)
_RATINGS_RUN_TOGETHER = ("evaluat", "evaluac", "calificac", "performancerat", "growthlevel", "desempen")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CRITERION = "criterion"


@dataclass(frozen=True)
class Fault:
    """Something to mend in a roster: the line, the column (letter and name), and what is wrong, in plain words."""

    line: int
    column: str
    text: str


@dataclass(frozen=True)
class Columns:
    """By field the number of its column; the fields of criteria are ``criterion 1`` and so on."""

    at: Mapping[str, int]
    names: Sequence[str]

    def where(self, number: int) -> str:
        """The name of a column for a message: its letter as in a spreadsheet, and what it is called."""
        name = self.names[number] if number < len(self.names) else ""
        return f'column {letter(number)} ("{name}")' if name else f"column {letter(number)}"


def letter(number: int) -> str:
    """The letters a spreadsheet gives to a column, counted from 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)  # noqa: PLR2004 - the alphabet


def criterion(number: int) -> str:
    """The field of a published criterion, counted from 1."""
    return f"{_CRITERION} {number}"


def find_columns(header: Sequence[str], role: Role) -> tuple[Columns, list[Fault]]:
    """The columns of a roster, and everything that is wrong with them."""
    known = _known(role)
    at: dict[str, int] = {}
    faults = []
    columns = Columns(at, header)
    for number, name in enumerate(header):
        field = known.get(slug(name))
        if not name:
            continue
        if field is None:
            faults.append(Fault(1, columns.where(number), _unknown(name, known)))
        elif field in at:
            faults.append(Fault(1, columns.where(number), f"Column {letter(at[field])} says the same. Keep one."))
        else:
            at[field] = number
    faults += _missing(columns, role)
    return columns, faults


def refused(name: str) -> str | None:
    """Why a column may not be in a roster, by its name; None if nothing speaks against it.

    >>> refused("Eval_Rating"), refused("Fecha de nacimiento"), refused("years")
    ('a rating or evaluation', 'a characteristic that the law protects', None)
    """
    words = slug(_CAMEL.sub(" ", name)).split("-")
    together = "".join(words)
    if _RATINGS.intersection(words) or any(stem in together for stem in _RATINGS_RUN_TOGETHER):
        return "a rating or evaluation"
    if _PROTECTED.intersection(words) or any(stem in together for stem in _RUN_TOGETHER):
        return "a characteristic that the law protects"
    return None


def _known(role: Role) -> dict[str, str]:
    """The field of each name that a column may have, by the slug of the name."""
    known = {slug(name): field for field, names in _NAMES.items() for name in names}
    for number, published in enumerate(role.selection.criteria, 1):
        known |= {slug(criterion(number)): criterion(number), slug(published.text): criterion(number)}
    return known


def _unknown(name: str, known: Mapping[str, str]) -> str:
    why = refused(name)
    if why:
        return f"This is {why}, and may not be used to choose people. Delete the column in your copy."
    hint = did_you_mean(slug(name), known) or "Delete it in your copy: only what the criteria ask for is read."
    return f"This column is not known. {hint}"


def _missing(columns: Columns, role: Role) -> Iterator[Fault]:
    ready = role.selection.ready
    needed = {
        "person": "a label that you choose, such as Row 1",
        "group": "the employee group",
        "site": "the site or department",
    }
    needed |= {"training": "finished training, separated by ;"} if ready.training else {}
    needed |= {"years": "full years in the work"} if ready.years else {}
    needed |= {"wants": "yes, no or nothing"} if ready.volunteered else {}
    needed |= {"holds": "credentials and clearances, separated by ;"} if ready.holds else {}
    for field, what in needed.items():
        if field not in columns.at:
            yield Fault(1, "no column", f'The column "{field}" is missing: {what}.')
