"""The command line: coaching-manual check | build | offline | serve | search | review | writing | write | schema | new.

Exit codes: 0 clean, 1 problems found, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from coaching_manual.coverage import json_coverage, text_coverage
from coaching_manual.fixes import apply_fixes
from coaching_manual.folders import NotOursError
from coaching_manual.manual import Manual, read_manual, without_garbage_collection
from coaching_manual.print.packs import EDITIONS, Variant
from coaching_manual.problems import Problems, Severity
from coaching_manual.publish.commands import add_privacy_command
from coaching_manual.reports import github_report, json_report, sarif_report, summary, text_report
from coaching_manual.results.commands import add_results_commands
from coaching_manual.reviews import Aim, Limits, due_report, writing_report
from coaching_manual.scaffold import ALIAS_KINDS, Alias, ScaffoldError, new_alias, new_term
from coaching_manual.schema import write_schemas
from coaching_manual.search import search_records
from coaching_manual.selection import add_select_command
from coaching_manual.source import file_name
from coaching_manual.translate import (
    MEMORY,
    TranslationError,
    export_catalog,
    import_catalog,
    read_memory,
    report_import,
    texts_of,
)
from coaching_manual.write import write_tree

CLEAN, FOUND, USAGE = 0, 1, 2
_NO_ADDRESS = (
    "Advice: before you publish it, write its address under site_url in mkdocs.yml. Without it, search engines get\n"
    "no list of pages, and shared links no picture (docs/editing/publishing.md).\n"
)
_REPORTS: dict[str, Callable[[Problems], str]] = {
    "json": json_report,
    "github": github_report,
    "sarif": sarif_report,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the process ends with the number returned."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    if not options.config.is_file():
        return _usage(f"There is no file {options.config}. Run this in the folder that holds mkdocs.yml.")
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coaching-manual",
        description="Checks and builds a coaching manual from framework/, docs/ and macros/.",
        epilog="Exit codes: 0 clean, 1 problems found, 2 wrong usage.",
    )
    parser.add_argument(
        "--config", type=Path, default=Path("mkdocs.yml"), metavar="FILE", help="the project's mkdocs.yml"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="report everything that is wrong, without building")
    check.add_argument("--format", choices=["text", *_REPORTS], default="text", help="how to print (default: text)")
    check.add_argument("--advice", action="store_true", help="show advice too, not only count it")
    check.add_argument("--fix", action="store_true", help="carry out the safe fixes and show what changed")
    check.add_argument("--release", action="store_true", help="what the district must still decide counts as an error")
    check.set_defaults(run=_check)

    build = commands.add_parser("build", help="build the site and swap it in when it is whole")
    build.add_argument("--site", type=Path, metavar="DIR", help="where to (default: as mkdocs.yml says, or site)")
    build.add_argument("--strict", action="store_true", help="stop at warnings too")
    build.set_defaults(run=_build)

    offline = commands.add_parser("offline", help="pack the site into a zip that opens without a server")
    offline.add_argument(
        "--out", type=Path, default=Path("build/manual-offline.zip"), metavar="FILE", help="default: %(default)s"
    )
    offline.set_defaults(run=_offline)

    serve = commands.add_parser("serve", help="show the site live while you edit")
    serve.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="default: 127.0.0.1:8000")
    serve.add_argument("--open", action="store_true", help="open it in the browser")
    serve.set_defaults(run=_serve)

    write = commands.add_parser("write", help="write the rendered Markdown, for any other site generator")
    write.add_argument("out", type=Path, metavar="OUT", help="a folder that is empty or does not exist yet")
    write.set_defaults(run=_write)

    _add_print(commands)

    schema = commands.add_parser("schema", help="write the schemas that editors complete from")
    schema.set_defaults(run=_schema)

    search = commands.add_parser("search", help="answer as the search of the site does, with the reasons")
    search.add_argument("query", nargs="*", metavar="QUERY", help="what somebody types; several words in quotes")
    search.add_argument("--report", action="store_true", help="how well framework/search/queries.yml is answered")
    search.set_defaults(run=_search)

    _add_reviews(commands)
    _add_translate(commands)
    coverage = commands.add_parser("coverage", help="how far each piece of the strategy is carried out")
    coverage.add_argument("--format", choices=["text", "json"], default="text", help="how to print (default: text)")
    coverage.set_defaults(run=_coverage)

    _add_new(commands)
    add_results_commands(commands)
    add_privacy_command(commands)
    add_select_command(commands)
    return parser


def _add_new(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    new = commands.add_parser("new", help="add a term, or one more name of a term, to the right file")
    kinds = new.add_subparsers(required=True, metavar="KIND")
    term = kinds.add_parser("term", help="a term of the common language")
    term.add_argument("name", metavar="NAME", help='the preferred term, such as "Coaching visit"')
    term.add_argument("--category", required=True, metavar="ID", help="id of its category, such as process")
    term.set_defaults(run=_new_term)
    alias = kinds.add_parser("alias", help="one more name of a term, or a word that people look for it with")
    alias.add_argument("word", metavar="WORD", help='the name, such as "PLC time"')
    alias.add_argument("--of", required=True, metavar="TERM-ID", help="id of the term, such as coaching-visit")
    alias.add_argument("--as", dest="kind", choices=ALIAS_KINDS, default="search", help="default: %(default)s")
    alias.add_argument("--stands-for", default="", metavar="WORDS", help="what the letters of an acronym stand for")
    alias.add_argument("--reason", default="", metavar="TEXT", help="why a name is retired, or a wording avoided")
    alias.set_defaults(run=_new_alias)


def _add_translate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    translate = commands.add_parser("translate", help="take texts to a translator, and back")
    ways = translate.add_subparsers(required=True, metavar="WAY")
    to_translator = ways.add_parser("export", help="write a PO file that translators' tools read")
    to_translator.add_argument("--out", type=Path, metavar="FILE", help=f"default: {MEMORY.as_posix()}")
    to_translator.set_defaults(run=_translate_export)
    back = ways.add_parser("import", help="take what a translator changed into the framework's files")
    back.add_argument("file", type=Path, metavar="FILE", help="the PO file that came back")
    back.set_defaults(run=_translate_import)


def _add_reviews(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    review = commands.add_parser("review", help="what is due: reviews, open questions, Spanish, drafts, old studies")
    review.add_argument("--on", type=date.fromisoformat, metavar="DAY", help="as of this day (default: today)")
    review.add_argument("--months", type=int, default=12, help="after how many a review runs out (default: 12)")
    review.add_argument("--years", type=int, default=15, help="from which age on a study is old (default: 15)")
    review.add_argument("--all", action="store_true", help="show every line, not the first ten of each part")
    review.set_defaults(run=_review)

    writing = commands.add_parser("writing", help="how easy each page is to read, and which sentences are long")
    writing.add_argument("path", nargs="?", default="", metavar="PATH", help="only pages whose path begins so")
    writing.add_argument("--grade", type=float, default=9, help="the highest grade to aim at (default: 9)")
    writing.add_argument("--words", type=int, default=30, help="the most words in a sentence (default: 30)")
    writing.add_argument("--all", action="store_true", help="show every page, not only those above the aim")
    writing.set_defaults(run=_writing)


def _add_print(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    printing = commands.add_parser("print", help="make the PDFs of packs, such as the handouts of a course")
    printing.add_argument("ids", nargs="*", metavar="ID", help="a course or another record, or a pack (default: all)")
    printing.add_argument("--edition", choices=EDITIONS, help="only the packs for these people")
    printing.add_argument("--language", choices=["en", "es"], help="only the packs in this language")
    printing.add_argument("--fillable", action="store_true", help="with fields that are filled in on a screen")
    printing.add_argument("--large-print", action="store_true", help="in letters of 18 points")
    printing.add_argument("--duplex", action="store_true", help="sessions begin on a right-hand page")
    printing.add_argument("--list", action="store_true", help="only say which packs there are")
    printing.add_argument(
        "--out", type=Path, default=Path("build/print"), metavar="DIR", help="where to (default: %(default)s)"
    )
    printing.set_defaults(run=_print)


@without_garbage_collection()
def _check(options: argparse.Namespace) -> int:
    manual = read_manual(options.config, release=options.release)
    if options.fix:
        changes = apply_fixes(manual.problems, manual.project.root)
        if changes:
            (sys.stderr if options.format != "text" else sys.stdout).write(changes + "\n")
            manual = read_manual(options.config, release=options.release)
    if options.format == "text":
        sys.stdout.write(text_report(manual.problems, manual.project.root, advice=options.advice))
    else:
        sys.stdout.write(_REPORTS[options.format](manual.problems))
    return _verdict(manual.problems)


def _verdict(problems: Problems) -> int:
    return FOUND if problems.count(Severity.ERROR) or problems.count(Severity.WARNING) else CLEAN


def _build(options: argparse.Namespace) -> int:
    from coaching_manual.site import build_site  # noqa: PLC0415 - only commands that build need MkDocs

    try:
        site = build_site(options.config, options.site, strict=options.strict)
    except NotOursError as fault:
        return _usage(str(fault))
    except OSError as fault:
        return _usage(f"The site cannot be written: {fault.strerror or fault} ({fault.filename}).")
    if site is None:
        return FOUND
    sys.stdout.write(f"The site is in {file_name(site, Path.cwd())}. To look at it: coaching-manual serve --open\n")
    if not (site / "sitemap.xml").is_file():
        sys.stdout.write(_NO_ADDRESS)
    return CLEAN


def _offline(options: argparse.Namespace) -> int:
    from coaching_manual.site import build_carried_copy  # noqa: PLC0415

    if options.out.suffix.lower() != ".zip":
        return _usage(f"{options.out} is no name for a zip. Say --out {options.out.with_suffix('.zip').as_posix()}")
    try:
        built = build_carried_copy(options.config, options.out.resolve())
    except OSError as fault:
        return _usage(f"The zip cannot be written: {fault.strerror or fault} ({fault.filename}).")
    if not built:
        return FOUND
    sys.stdout.write(f"The copy is in {options.out.as_posix()}. Unpack it and open START-HERE.html.\n")
    return CLEAN


def _serve(options: argparse.Namespace) -> int:
    from coaching_manual.site import serve_site  # noqa: PLC0415

    try:
        serve_site(options.config, options.address, open_in_browser=options.open)
    except OSError as fault:
        return _usage(f"{options.address} cannot be used ({fault.strerror or fault}). Try --address 127.0.0.1:8001")
    return CLEAN


def _write(options: argparse.Namespace) -> int:
    manual = _whole_manual(options)
    if manual is None:
        return FOUND
    try:
        count = write_tree(manual, options.out.resolve())
    except NotOursError as fault:
        return _usage(str(fault))
    sys.stdout.write(f"{count} pages are in {options.out}.\n")
    return CLEAN


def _whole_manual(options: argparse.Namespace) -> Manual | None:
    """The manual, or None after printing its errors."""
    manual = read_manual(options.config)
    if manual.problems.fatal:
        sys.stderr.write(text_report(manual.problems, manual.project.root))
        return None
    return manual


def _schema(options: argparse.Namespace) -> int:
    manual = _readable_manual(options)
    if manual is None:
        return FOUND
    written = write_schemas(manual.project.framework, manual.index)
    for path in written:
        sys.stdout.write(f"written: {path.relative_to(manual.project.root).as_posix()}\n")
    if not written:
        sys.stdout.write("All schemas are up to date.\n")
    return CLEAN


def _new_term(options: argparse.Namespace) -> int:
    manual = read_manual(options.config)
    try:
        made = new_term(options.name, options.category, manual.index, manual.project, date.today())  # noqa: DTZ011
    except ScaffoldError as fault:
        return _usage(str(fault))
    write_schemas(manual.project.framework, read_manual(options.config).index)
    after = read_manual(options.config)
    where = file_name(made.path, manual.project.root)
    sys.stdout.write(f'"{options.name}" is in {where}, line {made.line}. Now fill it in.\n{summary(after.problems)}\n')
    return CLEAN


def _new_alias(options: argparse.Namespace) -> int:
    manual = read_manual(options.config)
    alias = Alias(options.word, options.kind, options.stands_for, options.reason)
    try:
        made = new_alias(alias, options.of, manual.index, manual.project)
    except ScaffoldError as fault:
        return _usage(str(fault))
    after = read_manual(options.config)
    where = file_name(made.path, manual.project.root)
    sys.stdout.write(f'"{made.word}" is {made.kind} of "{made.term}" now: {where}, line {made.line}.\n')
    sys.stdout.write(f"{summary(after.problems)}\n")
    return CLEAN


def _print(options: argparse.Namespace) -> int:
    from coaching_manual.print.command import (  # noqa: PLC0415 - others need not wait for Typst
        Wish,
        WishError,
        print_packs,
    )
    from coaching_manual.print.press import PrintError  # noqa: PLC0415

    manual = _whole_manual(options)
    if manual is None:
        return FOUND
    wish = Wish(
        tuple(options.ids),
        options.edition,
        options.language,
        Variant(options.fillable, options.large_print, options.duplex),
    )
    try:
        told = print_packs(manual, wish, None if options.list else options.out.resolve())
    except (NotOursError, WishError) as fault:
        return _usage(str(fault))
    except PrintError as fault:
        sys.stderr.write(f"{fault}\n")
        return FOUND
    sys.stdout.write(told)
    return CLEAN


def _readable_manual(options: argparse.Namespace) -> Manual | None:
    """The manual if all its records can be read, or None after printing why not."""
    manual = read_manual(options.config)
    if manual.index.framework.unread:
        sys.stderr.write(text_report(manual.problems, manual.project.root))
        return None
    return manual


def _translate_export(options: argparse.Namespace) -> int:
    manual = _readable_manual(options)
    if manual is None:
        return FOUND
    kept = manual.project.root / MEMORY
    out = options.out or kept
    count, missing, stale = export_catalog(texts_of(manual.index.framework), read_memory(kept), out)
    counted = f"{missing} lack Spanish, {stale} changed in English since"
    sys.stdout.write(f"{count} texts are in {file_name(out.resolve(), Path.cwd())}: {counted}.\n")
    return CLEAN


def _translate_import(options: argparse.Namespace) -> int:
    manual = _readable_manual(options)
    if manual is None:
        return FOUND
    root = manual.project.root
    try:
        done = import_catalog(options.file, texts_of(manual.index.framework), root)
    except TranslationError as fault:
        return _usage(str(fault))
    after = read_manual(options.config)
    memory = {key: known for key, known in read_memory(root / MEMORY).items() if key not in done.fresh}
    export_catalog(texts_of(after.index.framework), memory, root / MEMORY)
    sys.stdout.write(report_import(done))
    sys.stdout.write(f"{summary(after.problems)}\n")
    return FOUND if done.changed_since or done.unknown or done.by_hand else CLEAN


def _search(options: argparse.Namespace) -> int:
    from coaching_manual.search.report import explain_query, report_queries  # noqa: PLC0415

    if not options.query and not options.report:
        return _usage('What is to be looked for? For example: coaching-manual search "what is a PLC"')
    manual = _whole_manual(options)
    if manual is None:
        return FOUND
    records = search_records(manual.index, manual.pages)
    if options.query:
        sys.stdout.write(explain_query(" ".join(options.query), records))
    if options.report:
        sys.stdout.write(report_queries(manual.index, records))
    return CLEAN


def _review(options: argparse.Namespace) -> int:
    manual = read_manual(options.config)
    limits = Limits(options.on or date.today(), options.months, options.years)  # noqa: DTZ011
    sys.stdout.write(due_report(manual, limits, whole=options.all))
    return CLEAN


def _writing(options: argparse.Namespace) -> int:
    manual = read_manual(options.config)
    aim = Aim(options.grade, options.words)
    sys.stdout.write(writing_report(manual, aim, whole=options.all, only=options.path))
    return CLEAN


def _coverage(options: argparse.Namespace) -> int:
    manual = _whole_manual(options)
    if manual is None:
        return FOUND
    strategy = manual.views.strategy.whole()
    if strategy is None:
        return _usage("There is no strategy yet: framework/strategy.yml holds it.")
    sys.stdout.write(json_coverage(strategy) if options.format == "json" else text_coverage(strategy))
    return CLEAN


def _usage(message: str) -> int:
    sys.stderr.write(f"coaching-manual: {message}\n")
    return USAGE


if __name__ == "__main__":
    raise SystemExit(main())
