"""The plugin: feeds the checked and rendered manual to MkDocs, hook by hook, in the order of a build."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from coaching_manual.addresses import (
    A_TO_Z,
    page_address,
    record_target,
    relative_address,
    resolve_in_html,
    term_page,
)
from coaching_manual.folders import leave_mark
from coaching_manual.headings import link_headings
from coaching_manual.languages import ENGLISH, Language, in_language
from coaching_manual.look import stylesheet
from coaching_manual.manual import Manual, read_manual
from coaching_manual.pages import WrittenPage
from coaching_manual.print.faults import PrintError
from coaching_manual.print.kept import kept_folder
from coaching_manual.print.shelf import Shop
from coaching_manual.print.typeset import available
from coaching_manual.problems import Severity
from coaching_manual.project import macro_folders
from coaching_manual.publish import PolicyError, Publication, PublishedPage, card_path, publish
from coaching_manual.record_pages import front_matter
from coaching_manual.reports import summary, text_report
from coaching_manual.schema import write_schemas
from coaching_manual.search import SearchSite, TextSection, search_records, sections_of
from coaching_manual.site.contents import tell_contents
from coaching_manual.site.navigation import in_one_language, keep_apart
from coaching_manual.source import file_name
from coaching_manual.surroundings import PRINT_CENTER, Around, Spot, Surroundings
from coaching_manual.tables import finish_tables
from coaching_manual.terms.html import mark_terms
from coaching_manual.terms.markdown import keep_switches
from coaching_manual.views import word_request

log = logging.getLogger("mkdocs.plugins.coaching-manual")
_THEME = "coaching-manual"
_CACHE = Path(".cache") / "coaching-manual"


class ManualConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml. The same folders are read by ``project``."""

    framework = Type(str, default="framework")
    macros = Type(str, default="macros")


class CoachingManualPlugin(BasePlugin[ManualConfig]):  # type: ignore[no-untyped-call]
    """Feeds the checked and rendered manual to MkDocs, and marks its terms on the finished pages."""

    def __init__(self) -> None:
        self._serving = False
        self.to_be_carried = False
        self._to_publish: list[PublishedPage] = []
        self._sections: dict[str, list[TextSection]] = {}
        self._manual: Manual | None = None
        self._good: Manual | None = None
        self._pages: Mapping[str, WrittenPage] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._navigation: dict[tuple[str, int, str | None], str] = {}
        self._in_navigation: frozenset[str] = frozenset()
        self._shop: Shop | None = None

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
        self._to_publish = []
        self._sections = {}
        self._watch(config, manual)
        self._shop = self._print(config, shown)
        return config

    def _print(self, config: MkDocsConfig, manual: Manual) -> Shop | None:
        """Make the PDFs that the site offers; while serving there are none, because every change would make some."""
        if not self._is_published(config):
            return None
        if not available():
            log.info("There is no Typst for this kind of machine, so the site offers no PDFs.")
            return None
        shop = Shop(manual, kept_folder())
        try:
            shop.print()
        except PrintError as fault:
            report = text_report(fault.problems, manual.project.root)
            raise PluginError(f"Nothing was built, because these cannot be printed:\n\n{report}") from None
        return shop

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
        """Remember which pages the navigation names; the way from page to page stays in one language."""
        self._in_navigation = frozenset(page.file.src_uri for page in nav.pages)
        keep_apart(nav)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
        """Let every page, also the one for wrong addresses, say who publishes the manual, and how."""
        env.globals["district"] = self._shown.views.district
        env.globals["published"] = self._is_published(config)
        env.globals["word_request"] = word_request(self._shown.views.district)
        return env

    def _is_published(self, config: MkDocsConfig) -> bool:
        """Whether a host will hand this site out; other themes bring inline scripts, which our policy would block."""
        return not self._serving and not self.to_be_carried and config.theme.name == _THEME

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the site for its hosts, and mark its folder as one that may be replaced whole."""
        site = Path(config.site_dir)
        records = search_records(self._shown.index, self._shown.pages)
        SearchSite(records, self._sections, directory_urls=config.use_directory_urls).write(site / "search")
        if self._shop:
            self._shop.write(site)
        if self._is_published(config):
            try:
                publish(site, self._publication(config), self._shown.project.root / _CACHE)
            except PolicyError as fault:
                raise PluginError(str(fault)) from None
        leave_mark(site)

    def _publication(self, config: MkDocsConfig) -> Publication:
        district = self._shown.views.district
        return Publication(
            name=config.site_name,
            publisher=district.name if district else "",
            language=config.theme["language"],
            address=config.site_url or None,
            ground=self._shown.project.colour,
            pages=self._to_publish,
            always_kept=["index.html", "404.html", page_address(A_TO_Z, directory_urls=False)],
        )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that are made from records, and the colours that are made from the district's own."""
        project = self._shown.project
        files.append(File.generated(config, "assets/manual/district.css", content=stylesheet(project.colour)))
        for src, text in self._shown.files.items():
            files.append(File.generated(config, src, content=text))
        for page in self._pages.values():
            if page.source is not None:
                continue
            # its text is HTML already: MkDocs gets it when all Markdown has been turned, and need not parse it
            file = File.generated(config, page.src, content=front_matter(page), inclusion=InclusionLevel.NOT_IN_NAV)
            # relative to docs/, as MkDocs wants it: "edit this page" opens the YAML file
            file.edit_uri = file_name(project.root / page.origin, project.docs)
            files.append(file)
        return files

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Give MkDocs the page with its macros expanded."""
        written = self._pages.get(page.file.src_uri)
        if written is None or written.source is None:
            return markdown
        return keep_switches(written.markdown) if written.links_terms else written.markdown

    @event_priority(-50)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Link the terms of the finished page, resolve the links to records, and finish its tables."""
        manual, written = self._shown, self._pages.get(page.file.src_uri)
        if written is None:
            return link_headings(finish_tables(html))
        if written.source is None:
            html = written.markdown
            tell_contents(page, html)
        if written.searched:
            self._sections[written.src] = sections_of(html)
        here = page.url
        if written.links_terms:
            never = frozenset({written.term} if written.term else ())
            open_link = _open_link(here, written.language, directory_urls=config.use_directory_urls)
            matcher = manual.index.matcher if written.language == ENGLISH else manual.index.spanish_matcher
            marked = mark_terms(html, matcher, open_link, never=never)
            html = marked.html
            self._words[written.src] = marked.terms

        if self._shop:
            html = self._shop.tell_pages(html, here)

        def address(kind: str, record_id: str) -> str:
            target = record_target(kind, record_id, written.src, manual.by_src)
            return relative_address(target, here, directory_urls=config.use_directory_urls)

        return link_headings(finish_tables(resolve_in_html(html, address)))

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the theme what stands around the text: draft mark, words on this page, owner, problems."""
        written = self._pages.get(page.file.src_uri)
        context["nav"] = in_one_language(nav, written.language if written else ENGLISH)
        if written is not None:
            around = self._around(written, page, config)
            context["manual"] = around  # type: ignore[typeddict-unknown-key]
            if written.kind != "moved":  # that one only says where something has moved
                section = around.trail[-1].title if around.trail else ""
                self._to_publish.append(PublishedPage(written.src, page.url, written.title, section, around.changed))
        return context

    def _around(self, written: WrittenPage, page: Page, config: MkDocsConfig) -> Around:
        above = [
            (str(section.title), _first_page(section))
            for section in reversed(list(page.ancestors))
            if isinstance(section, Section)
        ]
        spot = Spot(page.url, above, page.edit_url or self._editor_address(written))
        surroundings = Surroundings(self._shown, directory_urls=config.use_directory_urls)
        kept = written.source is None and written.src not in self._in_navigation
        around = surroundings.of(written, spot, self._words.get(written.src, ()))
        return replace(
            around,
            card=card_path(written.src) if config.site_url and self._is_published(config) else None,
            problems=self._live_problems(),
            offers=self._shop.offers.get(written.src, ()) if self._shop else (),
            sheets=self._shop.sheets_on(written.src) if self._shop else (),
            copy_order=self._copy_order(written.src, page.url, config),
            print_center=self._shop.groups if self._shop and written.src == PRINT_CENTER else (),
            keep_navigation=partial(self._keep_navigation, (around.language, page.url.count("/"), around.within))
            if kept
            else None,
        )

    def _copy_order(self, src: str, here: str, config: MkDocsConfig) -> str | None:
        course = self._shop.copied_on(src) if self._shop and PRINT_CENTER in self._pages else None
        target = f"{PRINT_CENTER}#copies-{course}"
        return relative_address(target, here, directory_urls=config.use_directory_urls) if course else None

    def _keep_navigation(self, like: tuple[str, int, str | None], render: Callable[[], str]) -> str:
        """The navigation beside a page that is not in it: the same for all such pages that are alike.

        Those are the pages in a language, of a depth, within a section.
        """
        if like not in self._navigation:
            self._navigation[like] = render()
        return self._navigation[like]

    def _editor_address(self, written: WrittenPage) -> str | None:
        """While serving on one's own machine, the page's text opens in VS Code at its line."""
        if not self._serving:
            return None
        path = self._shown.project.root / written.origin
        return f"vscode://file/{path.as_posix().lstrip('/')}:{written.origin_line}"

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


def _open_link(here: str, language: Language, *, directory_urls: bool) -> Callable[[str], str]:
    @cache
    def open_link(term_id: str) -> str:
        target = in_language(term_page(term_id), language)
        address = relative_address(target, here, directory_urls=directory_urls)
        return f'<a class="term" href="{address}" aria-describedby="word-{term_id}">'

    return open_link


def _first_page(section: Section) -> str | None:
    """The page that a section begins with, if it introduces the section."""
    pages = [child for child in section.children if isinstance(child, Page)]
    return pages[0].file.src_uri if pages and pages[0].is_index else None
