"""The privacy guard: looks through a built site and its PDFs for what may be personal data.

It knows shapes, not persons: e-mail addresses, phone numbers, social security numbers, numbers of employees and days of
birth, and the names in a list that somebody hands over. What may be public stands in framework/public-contacts.yml.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from coaching_manual.model import AllowedContacts

_TEXTS = {
    *(".html", ".json", ".csv", ".tsv", ".txt", ".xml", ".svg", ".ics", ".js", ".css", ".md", ".yml", ".yaml", ".po"),
    *(".webmanifest", ".conf", ".map", ""),
}
_PACKED = {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".zip"}
_TAG = re.compile(r"<[^>]*>")
_MAIL = re.compile(r"\b[A-Za-z0-9][\w.+-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}\b")
_PHONE = re.compile(
    r"(?<![\w.-])(?<![0-9] )(?:\+?1[ .-]?)?(?:\([2-9][0-9]{2}\)[ .-]?|[2-9][0-9]{2}[ ./-])[0-9]{3}[ .-][0-9]{4}"
    r"(?![\w-])(?! [0-9])"  # a row of many numbers is none
)
_CALLED = re.compile(
    r"\b(?:phone|call|tel|cell|mobile|fax|llame|teléfono|celular)\b[^0-9\n]{0,12}"
    r"(?P<number>(?:1[ .-]?)?[2-9][0-9]{9})\b",
    re.IGNORECASE,
)
_SOCIAL = re.compile(r"(?<![\w-])(?!000|666)[0-8][0-9]{2}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}(?![\w-])")
_SOCIAL_NAMED = re.compile(
    r"\b(?:SSN|social security|seguro social)\b[^0-9\n]{0,20}(?P<number>[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{4})\b",
    re.IGNORECASE,
)
_EMPLOYEE = re.compile(
    r"\b(?:employee|emp|staff|student|badge|payroll|empleado|empleada|estudiante|SEID|SSID)\.?\s*"
    r"(?:ID|no|number|#|núm|número)?\s*[.:#]*\s*(?P<number>[0-9]{5,10})\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:date of birth|birth ?date|D\.?O\.?B|born on|fecha de nacimiento)\b[^0-9\n]{0,12}"
    r"(?P<day>[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{2}){1,2})\b",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f]")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_FICTIONAL = re.compile(r"55501[0-9]{2}$")  # numbers that are given to nobody, for films and examples
_RESERVED = re.compile(r"(?:^|\.)(?:example\.(?:com|org|net|edu)|example|test|invalid)$")  # belong to nobody
_WORD_LISTS = "search/index/"
"""Single words, each with the numbers of its places, of which three can look like a phone. All stand on pages too."""
_MOST_UNPACKED = 60_000_000
_SHOWN = 4  # characters of a finding that a report shows
_CODE = {"script", "style"}
_FIRST = {"first name", "first", "given name", "nombre", "nombres"}
_LAST = {"last name", "last", "surname", "family name", "apellido", "apellidos"}


@dataclass(frozen=True)
class PersonalFinding:
    """Something on the site that may be personal data; the value is shown in part only."""

    file: str
    kind: str
    value: str

    @property
    def masked(self) -> str:
        """The value so that it is found again, and not published once more in a report."""
        return self.value[:_SHOWN] + "…"


def find_personal(site: Path, allowed: AllowedContacts | None, names: Sequence[str] = ()) -> list[PersonalFinding]:
    """Everything on a site that may be personal data and is not allowed, file by file."""
    guard = _Guard(allowed or AllowedContacts(), names)
    found = []
    for path in sorted(site.rglob("*")):
        file = path.relative_to(site).as_posix()
        if path.is_file() and not file.startswith(_WORD_LISTS):
            found += [PersonalFinding(file, kind, value) for kind, value in guard.look(path)]
    return list(dict.fromkeys(found))


def names_in(rows: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The names in the rows of a list; only names of two words or more count.

    First and last names in columns of their own are put together, if the first row says which they are.
    """
    found: list[str] = []
    columns: tuple[int, int] | None = None
    for number, row in enumerate(rows):
        cells = [" ".join(cell.split()) for cell in row]
        if number == 0 and any(word in cell.lower() for cell in cells for word in ("name", "nombre")):
            columns = _name_columns(cells)
            continue
        if columns and max(columns) < len(cells):
            cells.append(" ".join(cells[column] for column in columns))
        found += [_in_order(cell) for cell in cells]
    return tuple(dict.fromkeys(one for one in found if len(one.split()) > 1 and not re.search(r"[0-9@]", one)))


def _name_columns(names: Sequence[str]) -> tuple[int, int] | None:
    first, last = ([at for at, name in enumerate(names) if name.lower() in known] for known in (_FIRST, _LAST))
    return (first[0], last[0]) if first and last else None


def _in_order(name: str) -> str:
    """A name as it stands in a text: lists often write the last name first."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else name


class _Guard:
    """Knows what to look for, and what is allowed."""

    def __init__(self, allowed: AllowedContacts, names: Sequence[str]) -> None:
        self._mails = {mail.lower() for mail in allowed.emails}
        self._phones = {_digits(phone) for phone in allowed.phones}
        self._numbers = {_digits(number) for number in allowed.numbers}
        self._names = re.compile("|".join(_spaced(name) for name in names), re.IGNORECASE) if names else None

    def look(self, path: Path) -> Iterator[tuple[str, str]]:
        """What a file holds: kind and value."""
        packed = dict.fromkeys(_PACKED, _packed_text)
        readers: dict[str, Callable[[Path], str]] = {".html": _html_text, ".pdf": _pdf_text, **packed}
        ending = path.suffix.lower()
        if ending not in _TEXTS and ending not in readers:
            return
        try:
            text = readers.get(ending, _plain_text)(path)
        except PyPdfError:
            yield "PDF that cannot be looked into", path.name
            return
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
            yield "file that cannot be looked into", path.name
            return
        yield from self._found(_DASHES.sub("-", _SPACES.sub(" ", _UNSEEN.sub("", text))))

    def _found(self, text: str) -> Iterator[tuple[str, str]]:
        sought: list[tuple[str, re.Pattern[str], Callable[[str], bool]]] = [
            ("e-mail address", _MAIL, self._is_public_mail),
            ("phone number", _PHONE, self._is_public_phone),
            ("phone number", _CALLED, self._is_public_phone),
            ("social security number", _SOCIAL, self._is_public_number),
            ("social security number", _SOCIAL_NAMED, self._is_public_number),
            ("number of a person", _EMPLOYEE, self._is_public_number),
            ("date of birth", _BORN, lambda _: False),
        ]
        if self._names:
            sought.append(("name from the list", self._names, lambda _: False))
        for kind, pattern, is_public in sought:
            for match in pattern.finditer(text):
                value = match[pattern.groups]  # the number alone, where words stand before it
                if not is_public(value):
                    yield kind, value

    def _is_public_mail(self, mail: str) -> bool:
        domain = mail.lower().partition("@")[2]
        return mail.lower() in self._mails or f"@{domain}" in self._mails or bool(_RESERVED.search(domain))

    def _is_public_phone(self, phone: str) -> bool:
        return _digits(phone) in self._phones or bool(_FICTIONAL.search(_digits(phone)))

    def _is_public_number(self, number: str) -> bool:
        return _digits(number) in self._numbers


def _digits(text: str) -> str:
    digits = re.sub(r"[^0-9]", "", text)
    return digits[1:] if len(digits) == len("19093811100") and digits.startswith("1") else digits


def _spaced(name: str) -> str:
    """A name as it may stand in a text: whole words, with any space between them."""
    return r"\b" + r"\s+".join(map(re.escape, name.split())) + r"\b"


def _plain_text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


class _Texts(HTMLParser):
    """Gathers what can be read on a page, its attributes included: a title or an address may give somebody away."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._code = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the values of the attributes, and whether code begins."""
        self._code = tag if tag in _CODE else self._code
        values = [value for name, value in attrs if value and name not in {"d", "points", "viewbox"}]
        self.pieces += [unquote(value) for value in values]

    def handle_endtag(self, tag: str) -> None:
        """Note whether code ends."""
        self._code = "" if tag == self._code else self._code

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        """Note comments too: they are sent to every reader."""
        self.pieces.append(data)


def _html_text(path: Path) -> str:
    texts = _Texts()
    texts.feed(_plain_text(path))
    return "\n".join(texts.pieces)


def _pdf_text(path: Path) -> str:
    """The text of a PDF, with what it says of itself, its links, and what stands in its fields."""
    reader = PdfReader(path)
    about = " ".join(str(value) for value in (reader.metadata or {}).values())
    return "\n".join([about, *(text for page in reader.pages for text in (page.extract_text(), *_notes(page)))])


def _notes(page: PageObject) -> Iterator[str]:
    for one in page.annotations or ():
        note = one.get_object()
        action = note.get("/A", {}).get_object() if "/A" in note else {}
        values = [*(note.get(key) for key in ("/V", "/DV", "/Contents", "/TU", "/T")), action.get("/URI")]
        yield from (unquote(str(value)) for value in values if value)


def _packed_text(path: Path) -> str:
    """The texts in a file that is packed, as those of offices are."""
    with zipfile.ZipFile(path) as packed:
        parts = [part for part in packed.infolist() if part.file_size < _MOST_UNPACKED]
        return "\n".join(unescape(_TAG.sub("\n", packed.read(part).decode("utf-8", "replace"))) for part in parts)
