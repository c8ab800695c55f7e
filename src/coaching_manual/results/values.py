"""Numbers, percentages and school years as spreadsheets write them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Container
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from coaching_manual.results.sheets import Cell

_THOUSANDS = re.compile(r"[0-9]{1,3}(?P<mark>[.,' \u2009\u202f])[0-9]{3}(?:(?P=mark)[0-9]{3})*")
_WHOLE = re.compile(r"(?P<digits>[0-9]{1,15})(?:[.,]0+)?")
_PERCENT = re.compile(r"(?P<digits>[0-9]{1,3}(?:[.,][0-9]{1,6})?)\s*(?P<sign>%?)")
_YEAR = re.compile(r"(?P<first>20[0-9]{2})\s*[-–—/]\s*(?:20)?(?P<second>[0-9]{2})")
_DAY = re.compile(r"(?P<year>20[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?:[T ].*)?")
_AMERICAN = re.compile(r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>20[0-9]{2})")
_MOST_PEOPLE = 9_999_999
_FIRST_MONTH = 7  # a school year begins on July 1
_SERIAL = range(36_526, 73_051)  # days as Excel counts them, from 2000 to 2099
_EXCEL_EPOCH = datetime.date(1899, 12, 30)


class ValueFaultError(Exception):
    """A value cannot be understood; the text says why."""


@dataclass(frozen=True)
class Words:
    """Words for a figure that is not there, and signs for one that its source has hidden, made alike."""

    missing: Container[str]
    hidden: Container[str]


def count(cell: Cell, words: Words) -> str:
    """A number of people as the framework writes it: digits, * or nothing."""
    value, text = cell.value, cell.text
    if cell.formula or text.startswith(("=", "+", "@")):
        raise ValueFaultError("a formula stands here, and no number. Copy the cell and paste its value")
    if isinstance(value, bool):
        raise ValueFaultError(f"{value} is no number")
    if isinstance(value, datetime.date | datetime.time):
        raise ValueFaultError(f"the spreadsheet takes this for a date ({text}). Format the column as a number")
    if isinstance(value, int | float):
        return _whole(value)
    low = text.lower()
    if not text or low in words.missing:
        return ""
    if low in words.hidden:
        return "*"
    if "%" in text:
        raise ValueFaultError(f"{text} is a percentage, and a number of people is needed")
    return _digits(text)


def _whole(value: float) -> str:
    if not isfinite(value) or value > _MOST_PEOPLE:
        raise ValueFaultError(f"{value:,.0f} is more people than there can be")
    if value != int(value):
        raise ValueFaultError(f"{value:g} is not a whole number of people")
    if value < 0:
        raise ValueFaultError(f"{value:g} is less than nobody")
    return str(int(value))


def _digits(text: str) -> str:
    """The digits of a number with or without marks of thousands; a mark and three digits are never decimals of people.

    >>> _digits("1,234"), _digits("1.234"), _digits("12,0"), _digits("007")
    ('1234', '1234', '12', '7')
    """
    whole = _WHOLE.fullmatch(text)
    if _THOUSANDS.fullmatch(text):
        number = int(re.sub(r"[^0-9]", "", text))
    elif whole is not None:
        number = int(whole["digits"])
    else:
        raise ValueFaultError(f'"{text}" is not a whole number of people')
    if number > _MOST_PEOPLE:
        raise ValueFaultError(f"{text} is more people than there can be")
    return str(number)


def percentage_fits(cell: Cell, numerator: str, denominator: str, words: Words) -> None:
    """Compare a percentage that was given with the one that the two numbers make."""
    text = cell.text
    if not text or text.lower() in words.missing or text.lower() in words.hidden:
        return
    if not (numerator.isdigit() and denominator.isdigit() and int(denominator)):
        return
    exact = Decimal(100 * int(numerator)) / Decimal(int(denominator))
    given, places = _percent(cell)
    readings = (
        [(given, places)] if cell.percent or "%" in text else [(given, places), (100 * given, max(0, places - 2))]
    )
    if not any(_rounded(exact, digits) == _rounded(value, digits) for value, digits in readings):
        raise ValueFaultError(
            f"{text if '%' in text else f'{readings[-1][0].normalize():f}%'} is given, and {numerator} of "
            f"{denominator} makes {_rounded(exact, 1).normalize():f}%"
        )


def _percent(cell: Cell) -> tuple[Decimal, int]:
    """A percentage, and with how many decimals it was written."""
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        value = Decimal(str(cell.value)) * (100 if cell.percent else 1)
        return value, min(4, max(0, -_exponent(value.normalize())))
    found = _PERCENT.fullmatch(cell.text)
    if found is None:
        raise ValueFaultError(f'"{cell.text}" is not a percentage')
    digits = found["digits"].replace(",", ".")
    return Decimal(digits), len(digits.partition(".")[2])


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def school_year(cell: Cell) -> str:
    """A school year, written as one or as a day in it."""
    value = cell.value
    if isinstance(value, datetime.date):
        return school_year_of(value.year, value.month)
    if isinstance(value, int | float) and int(value) in _SERIAL:
        day = _EXCEL_EPOCH + datetime.timedelta(days=int(value))
        return school_year_of(day.year, day.month)
    text = cell.text
    years = _YEAR.fullmatch(text)
    if years and (int(years["first"]) + 1) % 100 == int(years["second"]):
        return f"{years['first']}-{years['second']}"
    day_text = _DAY.fullmatch(text) or _AMERICAN.fullmatch(text)
    if day_text:
        return school_year_of(int(day_text["year"]), int(day_text["month"]))
    raise ValueFaultError(f'"{text}" is not a school year. Write it as 2025-26')


def school_year_of(year: int, month: int) -> str:
    """The school year that a month belongs to.

    >>> school_year_of(2026, 6), school_year_of(2026, 7)
    ('2025-26', '2026-27')
    """
    first = year if month >= _FIRST_MONTH else year - 1
    return f"{first}-{(first + 1) % 100:02}"
