"""``coaching-manual print``: what is printed for what somebody asks for, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from coaching_manual.folders import refuse_foreign
from coaching_manual.manual import Manual
from coaching_manual.print.families import packs_of
from coaching_manual.print.families.training import handout_packs
from coaching_manual.print.kept import kept_folder
from coaching_manual.print.packs import Pack
from coaching_manual.print.press import Job, Printed, Printer, write_packs
from coaching_manual.print.typeset import available
from coaching_manual.print.wishes import Wish, WishError, chosen, understood
from coaching_manual.source import file_name


def print_packs(manual: Manual, wish: Wish, out: Path | None, *, kept: Path | None = None) -> str:
    """Print what is asked for into a folder, and say what was printed.

    Without a folder, say which packs there are, and which handouts of the courses that are named can be printed alone.

    ``kept`` is the folder for what need not be made again. Raises WishError, PrintError, or NotOursError when the
    folder holds something else.
    """
    every = packs_of(manual)
    handouts = {name: entry.record.title for name, entry in manual.index.tables["handout"].items()}
    wish = understood(wish, every, handouts)
    every += tuple(pack for name in wish.names if name in handouts for pack in handout_packs(manual, name))
    packs = chosen(every, wish)
    if out is None:
        alone = (f"{one}  ({title})\n" for one, title in handouts.items() if one.partition("/")[0] in wish.names)
        return "".join((*(f"{pack.id}  ({pack.title}: {pack.edition})\n" for pack in packs), *alone))
    if not available():
        raise WishError("There is no Typst for this kind of machine, so PDFs cannot be made on it.")
    refuse_foreign(out, manual.project)
    printed = Printer(manual, kept or kept_folder()).print([Job(pack, wish.variant) for pack in packs])
    write_packs(printed, out)
    return "".join(
        (*map(_told, printed), *_missing(every, packs, wish), f"They are in {file_name(out, Path.cwd())}.\n")
    )


def _told(one: Printed) -> str:
    sheets = "page" if one.pages == 1 else "pages"
    return f"{one.job.file}  {one.pages} {sheets}, {round(one.size / 1024)} KB\n"


def _missing(packs: Sequence[Pack], kept: Sequence[Pack], wish: Wish) -> Iterator[str]:
    """What has no text in the language that was asked for: parts of what was printed, and all of what was named."""
    for pack in kept:
        if pack.missing:
            yield f"Not in Spanish yet ({pack.id}): {'; '.join(pack.missing)}.\n"
    printed = {name for pack in kept for name in (pack.id, pack.record)}
    for one in wish.names:
        if one not in printed:
            title = next(pack.title for pack in packs if one in {pack.id, pack.record})
            yield f"Not printed ({one}): {title} is not there in the language or edition that was asked for.\n"
