"""The chapters of the manual say, before their first sentence, what a reader wants to know of them."""

from __future__ import annotations

from coaching_manual.problems import Place, Problems
from coaching_manual.rules.site_view import SiteView

_CHAPTERS = ("manual/", "es/manual/")
_WANTED = {"audience": "whom it is for", "owner": "which role answers for it"}


def check_signed(site: SiteView, problems: Problems) -> None:
    """Every chapter says whom it is for and which role answers for it."""
    for written, page in site.handwritten:
        if not written.src.startswith(_CHAPTERS) or page.settings_lost:
            continue
        missing = [name for name in _WANTED if not getattr(page.settings, name)]
        if missing:
            problems.add(
                "CHAPTER-UNSIGNED",
                f"This chapter does not say {' or '.join(_WANTED[name] for name in missing)}.",
                Place(page.file),
                hint=f"Write  {'  and  '.join(f'{name}: …' for name in missing)}  in the settings at its top.",
            )
