"""Packs of the measures: the report of each school year, and all definitions."""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.addresses import MEASURES_PAGE, families_page, report_page
from coaching_manual.languages import Language, language_of, twin_of
from coaching_manual.manual import Manual
from coaching_manual.pages import WrittenPage
from coaching_manual.print.packs import Pack, Part
from coaching_manual.views import year_label

_GROUP = "Measures"
_FOR_FAMILIES: dict[Language, str] = {"en": "Summary for families", "es": "Resumen para las familias"}
_INVENTED: dict[Language, str] = {"en": ", invented figures", "es": ", cifras inventadas"}


def measure_packs(manual: Manual) -> Iterator[Pack]:
    """A report for each school year that was reported."""
    illustrative = manual.views.accountability.illustrative
    for year in manual.views.accountability.years:
        src = report_page(year)
        page = manual.by_src.get(src)
        if page is not None and page.whole:
            yield Pack(
                record="measures",
                id=f"report-{year}",
                title=page.title,
                kind="sheet",
                edition=f"Yearly report {year_label(year)}" + (_INVENTED["en"] if illustrative else ""),
                parts=(Part(src, address=True),),
                of=(src, MEASURES_PAGE),
                group=_GROUP,
                front="none",
            )
        for language_page in (families_page(year), twin_of(families_page(year))):
            page = manual.by_src.get(language_page)
            if page is not None and page.whole:
                yield _for_families(year, page, language_of(language_page), illustrative=illustrative)


def _for_families(year: str, page: WrittenPage, language: Language, *, illustrative: bool) -> Pack:
    """A sheet or two to hand out."""
    return Pack(
        record="measures",
        id=f"families-{year}" + ("-es" if language == "es" else ""),
        title=page.title,
        kind="sheet",
        edition=f"{_FOR_FAMILIES[language]} {year_label(year)}" + (_INVENTED[language] if illustrative else ""),
        language=language,
        parts=(Part(page.src, address=True),),
        of=(page.src, report_page(year)),
        group=_GROUP,
        front="none",
    )
