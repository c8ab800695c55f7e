"""``coaching-manual print``: which packs are meant, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from coaching_manual.folders import refuse_foreign
from coaching_manual.manual import Manual
from coaching_manual.print.families import packs_of
from coaching_manual.print.packs import PLAIN, Pack, Variant
from coaching_manual.print.press import Job, Printed, Printer, PrintError, kept_folder, write_packs
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


def print_packs(manual: Manual, wish: Wish, out: Path | None) -> str:
    """Print what is asked for into a folder, and say what was printed; without a folder, say which packs there are.

    Raises WishError, PrintError, or NotOursError when the folder holds something else.
    """
    packs = chosen(packs_of(manual), wish)
    if out is None:
        return "".join(f"{pack.id}  ({pack.title}: {pack.edition})\n" for pack in packs)
    if not available():
        raise PrintError("There is no Typst for this kind of machine, so PDFs cannot be made on it.")
    refuse_foreign(out, manual.project)
    printed = Printer(manual, kept_folder()).print([Job(pack, wish.variant) for pack in packs])
    write_packs(printed, out)
    return "".join((*map(_told, printed), *_missing(packs), f"They are in {file_name(out, Path.cwd())}.\n"))


def chosen(packs: Sequence[Pack], wish: Wish) -> tuple[Pack, ...]:
    """The packs that somebody asks for, in their order. Raises WishError if there is none."""
    ids = {pack.id for pack in packs} | {pack.record for pack in packs}
    for one in wish.ids:
        if one not in ids:
            close = get_close_matches(one, sorted(ids), 1)
            hint = f' Did you mean "{close[0]}"?' if close else " Say  coaching-manual print --list  to see all."
            raise WishError(f'There is no pack and no record "{one}" that can be printed.{hint}')
    found = [pack for pack in packs if not wish.ids or {pack.id, pack.record} & set(wish.ids)]
    found = [pack for pack in found if wish.edition in {None, pack.kind}]
    kept = tuple(pack for pack in found if wish.language in {None, pack.language})
    if not kept and found:
        titles = "; ".join(dict.fromkeys(pack.title for pack in found))
        raise WishError(
            f"There is no Spanish yet for: {titles}. Nothing was printed, because English was not asked for."
        )
    if not kept:
        raise WishError("There is no such pack. Say  coaching-manual print --list  to see all.")
    return kept


def _told(one: Printed) -> str:
    sheets = "page" if one.pages == 1 else "pages"
    return f"{one.job.file}  {one.pages} {sheets}, {round(one.size / 1024)} KB\n"


def _missing(packs: Sequence[Pack]) -> Iterator[str]:
    for pack in packs:
        if pack.missing:
            yield f"Not in Spanish yet ({pack.id}): {'; '.join(pack.missing)}.\n"
