"""What can be asked for on the command line. Each command names, as file:function, what carries it out.

No command's own imports are here, so that asking for one does not wait for what the others need.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TypeAlias

from coaching_manual.print.packs import EDITIONS
from coaching_manual.reports import REPORTS
from coaching_manual.scaffold import ALIAS_KINDS
from coaching_manual.translate import MEMORY

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name


def parser() -> argparse.ArgumentParser:
    """What reads the command line; ``run`` of its answer names the function that carries the command out."""
    whole = argparse.ArgumentParser(
        prog="coaching-manual",
        description="Checks and builds a coaching manual from framework/, docs/ and macros/.",
        epilog="Exit codes: 0 clean, 1 problems found, 2 wrong usage.",
    )
    whole.add_argument(
        "--config", type=Path, default=Path("mkdocs.yml"), metavar="FILE", help="the project's mkdocs.yml"
    )
    commands = whole.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="report everything that is wrong, without building")
    check.add_argument("--format", choices=["text", *REPORTS], default="text", help="how to print (default: text)")
    check.add_argument("--advice", action="store_true", help="show advice too, not only count it")
    check.add_argument("--fix", action="store_true", help="carry out the safe fixes and show what changed")
    check.add_argument("--release", action="store_true", help="what the district must still decide counts as an error")
    check.set_defaults(run="check:check")

    build = commands.add_parser("build", help="build the site and swap it in when it is whole")
    build.add_argument("--site", type=Path, metavar="DIR", help="where to (default: as mkdocs.yml says, or site)")
    build.add_argument("--strict", action="store_true", help="stop at warnings too")
    build.set_defaults(run="site:build")

    offline = commands.add_parser("offline", help="pack the site into a zip that opens without a server")
    offline.add_argument(
        "--out", type=Path, default=Path("build/manual-offline.zip"), metavar="FILE", help="default: %(default)s"
    )
    offline.set_defaults(run="site:offline")

    serve = commands.add_parser("serve", help="show the site live while you edit")
    serve.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="default: 127.0.0.1:8000")
    serve.add_argument("--open", action="store_true", help="open it in the browser")
    serve.set_defaults(run="site:serve")

    write = commands.add_parser("write", help="write the rendered Markdown, for any other site generator")
    write.add_argument("out", type=Path, metavar="OUT", help="a folder that is empty or does not exist yet")
    write.set_defaults(run="write:write")

    _add_print(commands)

    schema = commands.add_parser("schema", help="write the schemas that editors complete from")
    schema.set_defaults(run="check:schema")

    search = commands.add_parser("search", help="answer as the search of the site does, with the reasons")
    search.add_argument("query", nargs="*", metavar="QUERY", help="what somebody types; several words in quotes")
    search.add_argument("--report", action="store_true", help="how well framework/search/queries.yml is answered")
    search.set_defaults(run="search:search")

    _add_reviews(commands)
    _add_translate(commands)
    coverage = commands.add_parser("coverage", help="how far each piece of the strategy is carried out")
    coverage.add_argument("--format", choices=["text", "json"], default="text", help="how to print (default: text)")
    coverage.set_defaults(run="check:coverage")

    _add_new(commands)
    _add_results(commands)
    _add_privacy(commands)
    _add_select(commands)
    return whole


def _add_new(commands: Commands) -> None:
    new = commands.add_parser("new", help="add a term, or one more name of a term, to the right file")
    kinds = new.add_subparsers(required=True, metavar="KIND")
    term = kinds.add_parser("term", help="a term of the common language")
    term.add_argument("name", metavar="NAME", help='the preferred term, such as "Coaching visit"')
    term.add_argument("--category", required=True, metavar="ID", help="id of its category, such as process")
    term.set_defaults(run="new:add_term")
    alias = kinds.add_parser("alias", help="one more name of a term, or a word that people look for it with")
    alias.add_argument("word", metavar="WORD", help='the name, such as "PLC time"')
    alias.add_argument("--of", required=True, metavar="TERM-ID", help="id of the term, such as coaching-visit")
    alias.add_argument("--as", dest="kind", choices=ALIAS_KINDS, default="search", help="default: %(default)s")
    alias.add_argument("--stands-for", default="", metavar="WORDS", help="what the letters of an acronym stand for")
    alias.add_argument("--reason", default="", metavar="TEXT", help="why a name is retired, or a wording avoided")
    alias.set_defaults(run="new:add_alias")


def _add_translate(commands: Commands) -> None:
    translate = commands.add_parser("translate", help="take texts to a translator, and back")
    ways = translate.add_subparsers(required=True, metavar="WAY")
    to_translator = ways.add_parser("export", help="write a PO file that translators' tools read")
    to_translator.add_argument("--out", type=Path, metavar="FILE", help=f"default: {MEMORY.as_posix()}")
    everything = "also what is handed to staff, where nobody began to write it in Spanish"
    to_translator.add_argument("--all", action="store_true", dest="everything", help=everything)
    to_translator.set_defaults(run="translate:export")
    back = ways.add_parser("import", help="take what a translator changed into the framework's files")
    back.add_argument("file", type=Path, metavar="FILE", help="the PO file that came back")
    back.set_defaults(run="translate:take_back")


def _add_reviews(commands: Commands) -> None:
    review = commands.add_parser("review", help="what is due: reviews, open questions, Spanish, drafts, old studies")
    review.add_argument("--on", type=date.fromisoformat, metavar="DAY", help="as of this day (default: today)")
    review.add_argument("--months", type=int, default=12, help="after how many a review runs out (default: 12)")
    review.add_argument("--years", type=int, default=15, help="from which age on a study is old (default: 15)")
    review.add_argument("--all", action="store_true", help="show every line, not the first ten of each part")
    review.set_defaults(run="review:review")

    writing = commands.add_parser("writing", help="how easy each page is to read, and which sentences are long")
    writing.add_argument("path", nargs="?", default="", metavar="PATH", help="only pages whose path begins so")
    writing.add_argument("--grade", type=float, default=9, help="the highest grade to aim at (default: 9)")
    writing.add_argument("--words", type=int, default=30, help="the most words in a sentence (default: 30)")
    writing.add_argument("--all", action="store_true", help="show every page, not only those above the aim")
    writing.set_defaults(run="review:writing")


def _add_print(commands: Commands) -> None:
    printing = commands.add_parser("print", help="make the PDFs of packs, such as the handouts of a course")
    printing.add_argument(
        "names", nargs="*", metavar="NAME", help="id or title of a course, or COURSE/HANDOUT (default: all packs)"
    )
    printing.add_argument("--edition", help=f"only the packs for these people: {', '.join(EDITIONS)}")
    printing.add_argument("--language", help="only the packs in this language: en, es")
    printing.add_argument("--fillable", action="store_true", help="with fields that are filled in on a screen")
    printing.add_argument("--large-print", action="store_true", help="in letters of 18 points")
    printing.add_argument("--duplex", action="store_true", help="sessions begin on a right-hand page")
    printing.add_argument("--list", action="store_true", help="only say which packs there are")
    printing.add_argument(
        "--out", type=Path, default=Path("build/print"), metavar="DIR", help="where to (default: %(default)s)"
    )
    printing.set_defaults(run="printing:make_pdfs")


def _add_results(commands: Commands) -> None:
    results = commands.add_parser("results", help="bring the yearly figures of the measures in")
    kinds = results.add_subparsers(required=True, metavar="WHAT")

    bring_in = kinds.add_parser("import", help="read figures from a spreadsheet, check them and write them down")
    bring_in.add_argument("file", type=Path, metavar="FILE", help="a spreadsheet: .xlsx, or .csv")
    bring_in.add_argument("--year", metavar="YEAR", help="the school year of all rows, if no column says it: 2025-26")
    bring_in.add_argument("--sheet", metavar="NAME", help="the sheet to read, if there are several")
    bring_in.add_argument("--dry-run", action="store_true", help="show what was understood, and write nothing")
    bring_in.set_defaults(run="results:bring_in")

    template = kinds.add_parser("template", help="write the spreadsheet to fill")
    template.add_argument("--year", metavar="YEAR", help="the school year (default: the one that ended last)")
    template.add_argument(
        "--out", type=Path, metavar="FILE", default=Path("results.xlsx"), help=".xlsx or .csv (default: %(default)s)"
    )
    template.set_defaults(run="results:template")


def _add_privacy(commands: Commands) -> None:
    privacy = commands.add_parser("privacy", help="look through a built site and its PDFs for personal data")
    privacy.add_argument(
        "site", type=Path, nargs="?", default=Path("site"), metavar="SITE", help="default: %(default)s"
    )
    privacy.add_argument(
        "--names", type=Path, metavar="FILE", help="a list of names that must stand nowhere, one a line"
    )
    privacy.set_defaults(run="privacy:privacy")


def _add_select(commands: Commands) -> None:
    select = commands.add_parser("select", help="hold a roster of your own against what a role publishes")
    select.add_argument("roster", type=Path, metavar="ROSTER", help="a CSV file outside this project")
    select.add_argument("--role", required=True, metavar="ROLE", help="id of the role, such as classified-mentor")
    select.add_argument("--format", choices=["text", "csv", "html"], default="text", help="default: %(default)s")
    select.add_argument(
        "--out", type=Path, metavar="FILE", help="a new file outside this project (default: the screen)"
    )
    select.set_defaults(run="selection:select")
