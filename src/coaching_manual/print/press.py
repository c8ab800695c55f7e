"""Making packs: only those that have changed, two at a time, and never half a folder."""

from __future__ import annotations

import gc
import hashlib
import io
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from pikepdf import Pdf

from coaching_manual.folders import leave_mark, swap_in
from coaching_manual.languages import Language
from coaching_manual.manual import Manual, without_garbage_collection
from coaching_manual.print.document import Document, Documents, is_turned
from coaching_manual.print.faults import Fault, PrintError, place_of
from coaching_manual.print.fill import empty_backs
from coaching_manual.print.finish import finish, first_pages, saved, tables_in, tags_of
from coaching_manual.print.gate import Wanted, faults_of, faults_seen
from coaching_manual.print.kept import facts_of, is_whole, keep, tidy
from coaching_manual.print.packs import PLAIN, Pack, Variant, file_of
from coaching_manual.print.page_numbers import COPIED_FROM, SheetPlace
from coaching_manual.print.short import pages_that_lead_on
from coaching_manual.print.typeset import TypesetError, Typesetter, fonts_folder, laid_out, templates_in
from coaching_manual.problems import Problems

_TWO = 2
_TOOLS = ("typst", "pikepdf", "page-validation", "segno")


@dataclass(frozen=True)
class Job:
    """A pack in a variant."""

    pack: Pack
    variant: Variant

    @property
    def file(self) -> str:
        """The name of its file."""
        return file_of(self.pack, self.variant)


@dataclass(frozen=True)
class Printed:
    """A pack that is printed: where, how many pages, bytes and fields it has, and how many pages each part takes.

    The pages of a part do not count a side at its end that stays empty.
    """

    job: Job
    path: Path
    pages: int
    size: int
    part_pages: tuple[int, ...]
    first_pages: tuple[int, ...]
    fields: int


@dataclass(frozen=True)
class _Task:
    """What another process needs to make a pack."""

    file: str
    document: Document
    variant: Variant
    wanted: Wanted
    templates: Path
    target: Path

    @property
    def letters(self) -> int:
        """How much there is to set."""
        return len(self.document.text)


class Printer:
    """Prints packs of a manual. ``kept`` is a folder for what need not be made again."""

    def __init__(self, manual: Manual, kept: Path) -> None:
        self._manual = manual
        self._kept = kept
        self._documents = Documents(manual)

    def print(self, jobs: Sequence[Job]) -> tuple[Printed, ...]:
        """The packs, made where they are not there already. Raises PrintError, and then keeps what could be made."""
        self._kept.mkdir(parents=True, exist_ok=True)
        lists = dict.fromkeys(Job(pack, PLAIN) for job in jobs for pack in job.pack.lists)
        problems = Problems()
        with laid_out(templates_in(self._manual.project.macros)) as templates:
            made = self._made(list(lists), templates, problems)
            self._documents.sources.places.update(places_of(made.values()))
            made |= self._made([job for job in jobs if job not in lists], templates, problems)
        if len(problems):
            raise PrintError(problems)
        tidy(self._kept, [one.path for one in made.values()])
        return tuple(made[job] for job in jobs)

    def _made(self, jobs: Sequence[Job], templates: Path, problems: Problems) -> dict[Job, Printed]:
        """The packs that can be made, and are made where they are not there already."""
        paths = {job: self._kept / f"{self._key(job)}.pdf" for job in jobs}
        new = [job for job, path in paths.items() if not is_whole(path)]
        with without_garbage_collection():
            tasks = {job: self._task(job, paths[job], templates) for job in new}
        # short ones first: Typst keeps what it drew for a while, and after a long pack every one has to look through it
        new.sort(key=lambda job: tasks[job].letters)
        with without_garbage_collection():
            for job, drawn in zip(new, _set_all([tasks[job] for job in new]), strict=True):
                faults = drawn if isinstance(drawn, list) else _finished(tasks[job], drawn)
                self._report(job, faults, problems)
        return {job: _printed(job, path) for job, path in paths.items() if is_whole(path)}

    def title_of(self, src: str, language: Language) -> str:
        """The title of a page in a language."""
        return self._documents.sources.title(src, language)

    def short_addresses(self, jobs: Sequence[Job]) -> dict[str, str]:
        """The short addresses that packs print, each with a page that leads on; none while the site has no address."""
        if not self._manual.project.site_url:
            return {}
        parts = {part.src for job in jobs for part in job.pack.parts if part.address}
        titles = {src: self._documents.sources.page(src).title for src in sorted(parts)}
        return pages_that_lead_on(titles, directory_urls=self._manual.project.directory_urls)

    def _task(self, job: Job, target: Path, templates: Path) -> _Task:
        document = self._documents.document(job.pack, job.variant)
        wanted = Wanted(job.pack.language, job.pack.paper, is_turned(job.pack, job.variant), document.has_backs)
        return _Task(job.file, document, job.variant, wanted, templates, target)

    def _report(self, job: Job, faults: Sequence[Fault], problems: Problems) -> None:
        pages = [self._documents.sources.page(part.src) for part in job.pack.parts]
        for fault in faults:
            place = place_of(fault, pages, self._manual.project.root)
            problems.add(fault.code, f"{job.file} cannot be printed: {fault.message}", place, hint=fault.hint)

    @cached_property
    def _looks(self) -> bytes:
        """What the templates say; where they stand does not matter, so a copy of the manual needs no new packs."""
        used = templates_in(self._manual.project.macros)
        return b"".join(used[name].read_bytes() for name in sorted(used))

    def _key(self, job: Job) -> str:
        """The same for a pack as long as nothing has changed that it is made from."""
        sources, project = self._documents.sources, self._manual.project
        content = hashlib.sha256(_engine().encode())
        content.update(self._looks)
        content.update(repr((job, project.site_url, project.name, self._manual.views.district)).encode())
        for part in job.pack.parts:
            content.update(sources.html(part.src).encode())
            content.update(repr(sources.page(part.src).about).encode())
            for picture in sources.pictures(part.src):
                content.update(picture.read_bytes() if picture.is_file() else b"")
        return content.hexdigest()[:32]


@cache
def _engine() -> str:
    """What makes packs: this program and those that it uses."""
    code = Path(__file__).parent
    content = hashlib.sha256()
    for path in sorted((*code.rglob("*.py"), *fonts_folder().iterdir())):
        content.update(path.read_bytes())
    return content.hexdigest() + "".join(version(tool) for tool in _TOOLS)


def _set_all(tasks: Sequence[_Task]) -> Iterator[bytes | list[Fault]]:
    """The tasks as they come from Typst, which only other processes run, even for a single pack.

    Beside its memory all other work takes longer; and once a process has run it, those that come from that process
    would wait forever for threads that they do not have.
    """
    if tasks:
        with ProcessPoolExecutor(min(len(tasks), _TWO), initializer=_settle) as pool:
            yield from pool.map(_set, tasks)


def _settle() -> None:
    """Each process sets its packs alone: threads of Typst would only wait for each other.

    What it has from the process that started it stays for good, and need not be looked through for garbage.
    """
    os.environ["RAYON_NUM_THREADS"] = "1"
    gc.freeze()


def _set(task: _Task) -> bytes | list[Fault]:
    """A pack as Typst draws it, or what is wrong with it. It is laid out first, to see which parts are set closer."""
    document = task.document
    lost = [path for path in document.pictures.values() if not path.is_file()]
    if lost:
        return [Fault("PRINT-PICTURE", f"There is no picture {path.name}.", find=path.name) for path in lost]
    try:
        typesetter = Typesetter(task.templates)
        return typesetter.pdf(document.closer(typesetter.marks(document)))
    except TypesetError as error:
        return [error.fault]


def _finished(task: _Task, drawn: bytes) -> list[Fault]:
    """Finish a pack that is drawn, and return what is wrong with it; the file is only there if nothing is."""
    document = task.document
    parts = document.data["parts"]
    with Pdf.open(io.BytesIO(drawn)) as pdf:
        tags = tags_of(pdf)
        fields = document.fields if task.variant.fillable else ()
        finish(pdf, tags, fields, list(tables_in(parts)))
        places = {"first": first_pages(pdf, len(parts)), "empty": empty_backs(pdf)}
        facts = {"pages": len(pdf.pages), "fields": len(fields), **places}
        done = saved(pdf)
        found = [*faults_of(done), *faults_seen(pdf, tags, task.wanted)]
    if not found:
        keep(facts_of(task.target), json.dumps(facts).encode())
        keep(task.target, done)
    return [Fault("PRINT-FAILED", message) for message in found]


def _printed(job: Job, path: Path) -> Printed:
    facts = json.loads(facts_of(path).read_text(encoding="utf-8"))
    starts = [*facts["first"], facts["pages"] + 1]
    empty = frozenset(facts["empty"])
    filled = ((start, set(range(start, after)) - empty) for start, after in pairwise(starts))
    lengths = tuple(max(pages, default=start - 1) - start + 1 for start, pages in filled)
    return Printed(job, path, facts["pages"], path.stat().st_size, lengths, tuple(facts["first"]), facts["fields"])


def places_of(printed: Iterable[Printed]) -> dict[str, list[SheetPlace]]:
    """Where the sheets stand that are copied by themselves, or kept by whoever leads, by the path of their page."""
    found: dict[str, list[SheetPlace]] = {}
    for one in printed:
        pack = one.job.pack
        if pack.kind in COPIED_FROM and one.job.variant == PLAIN:
            for part, first, pages in zip(pack.parts, one.first_pages, one.part_pages, strict=True):
                if part.is_sheet:
                    place = SheetPlace(one.job.file, pack.record, pack.kind, pack.language, first, pages)
                    found.setdefault(part.src, []).append(place)
    return found


def write_packs(printed: Sequence[Printed], out: Path) -> None:
    """Put packs into a folder beside those that are there already; nobody sees it half written."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".printing-") as name:
        new = Path(name) / "new"
        new.mkdir()
        for older in out.glob("*.pdf"):  # whoever prints a second pack wants to keep the first one
            shutil.copyfile(older, new / older.name)
        for one in printed:
            shutil.copyfile(one.path, new / one.job.file)
        leave_mark(new)
        swap_in(new, out)
