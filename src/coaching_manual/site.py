"""The thin MkDocs plugin, and building and serving a site with it.

This is the only module that imports mkdocs. It also runs under ProperDocs, which keeps the same interface.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from coaching_manual.addresses import (
    relative_address,
    resolve_in_html,
    target_of,
    term_page,
)
from coaching_manual.folders import leave_mark, refuse_foreign, swap_in
from coaching_manual.manual import Manual, front_matter, read_manual
from coaching_manual.model import Term
from coaching_manual.pages import WrittenPage
from coaching_manual.problems import Problems, Severity
from coaching_manual.project import macro_folders, read_project
from coaching_manual.render import Inline
from coaching_manual.reports import summary, text_report
from coaching_manual.schema import write_schemas
from coaching_manual.source import file_name
from coaching_manual.tables import finish_tables
from coaching_manual.terms.html import mark_terms
from coaching_manual.terms.markdown import keep_switches
from coaching_manual.views import in_words

log = logging.getLogger("mkdocs.plugins.coaching-manual")


class ManualConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml. The same folders are read by ``project``."""

    framework = Type(str, default="framework")
    macros = Type(str, default="macros")


@dataclass(frozen=True)
class Word:
    """A term that a page links, for the list at its end."""

    id: str
    term: str
    definition: Markup
    address: str


class CoachingManualPlugin(BasePlugin[ManualConfig]):  # type: ignore[no-untyped-call]
    """Feeds the checked and rendered manual to MkDocs, and marks its terms on the finished pages."""

    def __init__(self) -> None:
        self._serving = False
        self._manual: Manual | None = None
        self._good: Manual | None = None
        self._pages: Mapping[str, WrittenPage] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._navigation: dict[int, str] = {}
        self._in_navigation: frozenset[str] = frozenset()
        self._inline = Inline()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
        """Remember whether we serve. Having this hook also keeps one plugin through all rebuilds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything before MkDocs empties the folder of the last site."""
        root = Path(config.config_file_path).parent.resolve()
        settings = {
            "docs": Path(config.docs_dir).resolve(),
            "framework": root / self.config.framework,
            "macros": macro_folders(root / self.config.macros),
            "directory_urls": config.use_directory_urls,
        }
        manual = read_manual(Path(config.config_file_path), settings=settings)
        self._manual = manual
        self._report(manual, strict=config.strict)
        if not manual.problems.fatal:
            self._good = manual
        shown = self._good or manual
        self._pages = {page.src: page for page in shown.pages}
        self._words = {}
        self._navigation = {}
        self._watch(config, manual)
        return config

    def _report(self, manual: Manual, *, strict: bool) -> None:
        problems = manual.problems
        if not problems.fatal and not problems.count(Severity.WARNING):
            log.info("%s", summary(problems, advice_shown=False))
            return
        report = text_report(problems, manual.project.root)
        if problems.fatal and not self._serving:
            log.error("The manual has problems:\n\n%s", report)
            raise PluginError("Nothing was built, and the last site is untouched. Mend the problems above.")
        # in strict mode MkDocs counts what is logged as a warning, and stops at the end
        log.warning("The manual has problems:\n\n%s", report)
        if strict and not self._serving:
            raise PluginError("Nothing was built: strict mode stops at warnings too.")

    def _watch(self, config: MkDocsConfig, manual: Manual) -> None:
        if not self._serving:
            return
        write_schemas(manual.project.framework, manual.index)
        folders = [manual.project.framework, *manual.project.macros]
        config.watch.extend(str(folder) for folder in folders if folder.is_dir())

    def on_nav(self, nav: Navigation, **_: object) -> Navigation:
        """Remember which pages the navigation names."""
        self._in_navigation = frozenset(page.file.src_uri for page in nav.pages)
        return nav

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Mark the site's folder as one that may be replaced whole."""
        leave_mark(Path(config.site_dir))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that are made from records."""
        project = self._shown.project
        for page in self._pages.values():
            if page.source is not None:
                continue
            content = front_matter(page) + page.markdown
            file = File.generated(config, page.src, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
            # relative to docs/, as MkDocs wants it: "edit this page" opens the YAML file
            file.edit_uri = file_name(project.root / page.origin, project.docs)
            files.append(file)
        return files

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Give MkDocs the page with its macros expanded."""
        # Material reads "status" as the name of an icon in the navigation
        page.meta.pop("status", None)
        written = self._pages.get(page.file.src_uri)
        if written is None or written.source is None:
            return markdown
        return keep_switches(written.markdown) if written.links_terms else written.markdown

    @event_priority(-50)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Link the terms of the finished page, resolve the links to records, and finish its tables."""
        manual, written = self._shown, self._pages.get(page.file.src_uri)
        if written is None:
            return finish_tables(html)
        here = page.url
        if written.links_terms:
            never = frozenset({written.term} if written.term else ())
            open_link = _open_link(here, directory_urls=config.use_directory_urls)
            marked = mark_terms(html, manual.index.matcher, open_link, never=never)
            html = marked.html
            self._words[written.src] = marked.terms

        def address(kind: str, record_id: str) -> str:
            return relative_address(target_of(kind, record_id), here, directory_urls=config.use_directory_urls)

        return finish_tables(resolve_in_html(html, address))

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Tell the theme what stands around the text: draft mark, words on this page, owner, problems."""
        written = self._pages.get(page.file.src_uri)
        if written is not None:
            context["manual"] = self._around(written, page, config)  # type: ignore[typeddict-unknown-key]
        return context

    def _around(self, written: WrittenPage, page: Page, config: MkDocsConfig) -> dict[str, Any]:
        manual = self._shown
        settings = written.source.settings if written.source else None
        term: Term | None = manual.index.terms[written.term].record if written.term else None
        about = settings or term
        return {
            "draft": bool(about and about.status == "draft"),
            "updated": about.updated if about else None,
            "updated_words": in_words(about.updated) if about and about.updated else "",
            "reviewed_words": in_words(about.reviewed) if about and about.reviewed else "",
            "owner": about.owner if about else None,
            "audience": ", ".join(manual.views.audience_titles(about.audience)) if settings and about else "",
            "is_term": term is not None,
            "origin": f"{written.origin}, line {written.origin_line}" if term else written.origin,
            "edit_url": page.edit_url or self._editor_address(written),
            "words": self._words_of(written, page, config),
            "problems": self._live_problems(),
            "open_decisions": relative_address("open-decisions.md", page.url, directory_urls=config.use_directory_urls),
            "keep_navigation": None
            if written.source or written.src in self._in_navigation
            else partial(self._keep_navigation, page.url.count("/")),
        }

    def _keep_navigation(self, depth: int, render: Callable[[], str]) -> str:
        """The navigation beside a page that is not in it: the same for all such pages of the same depth."""
        if depth not in self._navigation:
            self._navigation[depth] = render()
        return self._navigation[depth]

    def _editor_address(self, written: WrittenPage) -> str | None:
        """While serving on one's own machine, the page's text opens in VS Code at its line."""
        if not self._serving:
            return None
        path = self._shown.project.root / written.origin
        return f"vscode://file/{path.as_posix().lstrip('/')}:{written.origin_line}"

    def _words_of(self, written: WrittenPage, page: Page, config: MkDocsConfig) -> list[Word]:
        terms = self._shown.index.terms
        words = [
            Word(
                term_id,
                terms[term_id].record.term,
                self._inline(terms[term_id].record.definition),
                relative_address(term_page(term_id), page.url, directory_urls=config.use_directory_urls),
            )
            for term_id in self._words.get(written.src, ())
        ]
        return sorted(words, key=lambda word: word.term.lower())

    def _live_problems(self) -> dict[str, str] | None:
        if not self._serving or self._manual is None or not self._manual.problems.fatal:
            return None
        problems = self._manual.problems
        return {
            "title": summary(problems),
            "shown": "This is the last good version." if self._good else "What could not be read is missing here.",
            "report": text_report(problems, self._manual.project.root),
        }

    @property
    def _shown(self) -> Manual:
        manual = self._good or self._manual
        if manual is None:
            raise RuntimeError("the manual is read in on_config, before anything else happens")
        return manual


def _open_link(here: str, *, directory_urls: bool) -> Callable[[str], str]:
    @cache
    def open_link(term_id: str) -> str:
        address = relative_address(term_page(term_id), here, directory_urls=directory_urls)
        return f'<a class="term" href="{address}" aria-describedby="word-{term_id}">'

    return open_link


def build_site(config_file: Path, site: Path | None, *, strict: bool) -> Path | None:
    """Build into a temporary folder beside the site's and swap it in. Returns the site's folder.

    None when nothing was built; what is wrong has been printed then. ``site`` is the folder that mkdocs.yml
    names, unless another one is given. Raises NotOursError when it holds something that was not built here.
    """
    say = logging.getLogger("mkdocs").error
    try:
        config = load_config(str(config_file), strict=strict)
        site = (site or Path(config.site_dir)).resolve()
        refuse_foreign(site, read_project(config_file, Problems()))
        site.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=site.parent, prefix=".building-") as name:
            config.site_dir = str(Path(name) / "site")
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
            swap_in(Path(config.site_dir), site)
    except (Abort, MkDocsException) as fault:
        say("%s", fault)
        return None
    return site


def serve_site(config_file: Path, address: str, *, open_in_browser: bool) -> None:
    """Build the site, and show it live until it is stopped. Raises OSError when the address is in use."""
    talk = logging.StreamHandler()
    talk.setFormatter(logging.Formatter("%(message)s"))
    mkdocs_log = logging.getLogger("mkdocs")
    mkdocs_log.setLevel(logging.INFO)
    mkdocs_log.addHandler(talk)
    serve(str(config_file), dev_addr=address, open_in_browser=open_in_browser)
