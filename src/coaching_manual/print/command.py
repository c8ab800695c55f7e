"""``coaching-manual print``: which packs are meant, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from coaching_manual.folders import refuse_foreign
from coaching_manual.languages import listed
from coaching_manual.manual import Manual
from coaching_manual.print.families import packs_of
from coaching_manual.print.kept import kept_folder
from coaching_manual.print.packs import PLAIN, Pack, Variant
from coaching_manual.print.press import Job, Printed, Printer, write_packs
from coaching_manual.print.typeset import available
from coaching_manual.source import file_name


class WishError(ValueError):
    """What was asked for is not there; the message says what is."""


@dataclass(frozen=True)
class Wish:
    """Which packs somebody asks for; without ids, all."""

    ids: tuple[str, ...] = ()
    edition: str | None = None
    language: str | None = None
    variant: Variant = PLAIN


def print_packs(manual: Manual, wish: Wish, out: Path | None, *, kept: Path | None = None) -> str:
    """Print what is asked for into a folder, and say what was printed; without a folder, say which packs there are.

    ``kept`` is the folder for what need not be made again. Raises WishError, PrintError, or NotOursError when the
    folder holds something else.
    """
    every = packs_of(manual)
    packs = chosen(every, wish)
    if out is None:
        return "".join(f"{pack.id}  ({pack.title}: {pack.edition})\n" for pack in packs)
    if not available():
        raise WishError("There is no Typst for this kind of machine, so PDFs cannot be made on it.")
    refuse_foreign(out, manual.project)
    printed = Printer(manual, kept or kept_folder()).print([Job(pack, wish.variant) for pack in packs])
    write_packs(printed, out)
    return "".join(
        (*map(_told, printed), *_missing(every, packs, wish), f"They are in {file_name(out, Path.cwd())}.\n")
    )


def chosen(packs: Sequence[Pack], wish: Wish) -> tuple[Pack, ...]:
    """The packs that somebody asks for, in their order. Raises WishError if there is none."""
    _refuse_unknown(packs, wish.ids)
    named = [pack for pack in packs if not wish.ids or {pack.id, pack.record} & set(wish.ids)]
    found = [pack for pack in named if wish.edition in {None, pack.kind}]
    if not found:
        kinds = listed(list(dict.fromkeys(pack.kind for pack in named)), "en")
        raise WishError(f'There is no edition "{wish.edition}" of that. There is: {kinds}.')
    kept = tuple(pack for pack in found if wish.language in {None, pack.language})
    if not kept:
        titles = "; ".join(dict.fromkeys(pack.title for pack in found))
        other = "English" if wish.language == "es" else "Spanish"
        language = "Spanish" if wish.language == "es" else "English"
        raise WishError(
            f"There is no {language} yet for: {titles}. Nothing was printed, because {other} was not asked for."
        )
    return kept


def _refuse_unknown(packs: Sequence[Pack], ids: Sequence[str]) -> None:
    known = {pack.id for pack in packs} | {pack.record for pack in packs}
    for one in ids:
        if one not in known:
            close = get_close_matches(one.lower(), sorted(known), 1)
            hint = f' Did you mean "{close[0]}"?' if close else " Say  coaching-manual print --list  to see all."
            raise WishError(f'There is no pack and no record "{one}" that can be printed.{hint}')


def _told(one: Printed) -> str:
    sheets = "page" if one.pages == 1 else "pages"
    return f"{one.job.file}  {one.pages} {sheets}, {round(one.size / 1024)} KB\n"


def _missing(packs: Sequence[Pack], kept: Sequence[Pack], wish: Wish) -> Iterator[str]:
    """What has no text in the language that was asked for: parts of what was printed, and all of what was named."""
    for pack in kept:
        if pack.missing:
            yield f"Not in Spanish yet ({pack.id}): {'; '.join(pack.missing)}.\n"
    printed = {name for pack in kept for name in (pack.id, pack.record)}
    for one in wish.ids:
        if one not in printed:
            title = next(pack.title for pack in packs if one in {pack.id, pack.record})
            yield f"Not printed ({one}): {title} is not there in the language or edition that was asked for.\n"
