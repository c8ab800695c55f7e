"""Pages in Spanish: each has its English, none that families need is missing, and none has stayed behind."""

from __future__ import annotations

from coaching_manual.bilingual import changed_since, without_spanish
from coaching_manual.languages import SPANISH, in_words, twin_of
from coaching_manual.problems import Place, Problems, did_you_mean
from coaching_manual.rules.site_view import SiteView


def check_twins(site: SiteView, problems: Problems) -> None:
    """Every written page in Spanish is the twin of a page in English, and is not older than it."""
    by_src = {page.src: page for page in site.pages}
    for written, page in site.handwritten:
        if written.language != SPANISH:
            continue
        english = by_src.get(twin_of(written.src))
        if english is None:
            near = [src for src in by_src if not src.startswith("es/")]
            problems.add(
                "SPANISH-TWIN",
                f'This page in Spanish belongs to "{twin_of(written.src)}", and there is no such page.',
                Place(page.file),
                hint=did_you_mean(twin_of(written.src), near)
                or "Give it the path that the page in English has, below docs/es/.",
            )
        elif (changed := changed_since(written, english)) and page.front_matter:
            problems.add(
                "SPANISH-OLD",
                f"The page in English was changed on {in_words(changed)}, after this one.",
                page.front_matter.place(("updated",)),
                hint="Compare the two, mend the Spanish, and write the day of today here.",
                related=[(Place(english.origin, english.origin_line), "the page in English")],
            )


def check_missing(site: SiteView, problems: Problems) -> None:
    """Pages for families and students are there in Spanish too."""
    for page in without_spanish(site.pages, site.index):
        problems.add(
            "SPANISH-PAGE",
            "This page is for readers who get Spanish too, and is there in English only.",
            Place(page.origin, page.origin_line),
            hint=f"Write docs/{twin_of(page.src)}." if page.source else "Add  es:  below the English of the record.",
            subject=page.title,
        )
