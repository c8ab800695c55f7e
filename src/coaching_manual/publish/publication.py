"""The story of publishing: what is added to a built site before readers get it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from coaching_manual.publish.cards import Card, write_cards
from coaching_manual.publish.hosts import write_header_files
from coaching_manual.publish.icons import write_icons
from coaching_manual.publish.offline import version_of, write_worker
from coaching_manual.publish.policy import faults_in, header_policy, insert_meta, refuse_faults, with_policy
from coaching_manual.publish.sitemap import write_sitemap

_CARDS = "assets/manual/cards"


@dataclass(frozen=True)
class PublishedPage:
    """A page as others see it: ``src`` is its path below docs/, ``address`` that below the site's root."""

    src: str
    address: str
    title: str
    section: str
    changed: datetime.date | None


@dataclass(frozen=True)
class Publication:
    """What publishing must know of a site.

    ``address`` is the whole address of its root, if it is known; ``ground`` is the district's colour, such as
    #0b5a6b; ``always_kept`` are the files of the pages that every device keeps.
    """

    name: str
    publisher: str
    language: str
    address: str | None
    ground: str
    pages: Sequence[PublishedPage]
    always_kept: Sequence[str] = ("index.html", "404.html")

    @property
    def root(self) -> str:
        """The site's path on its host, from / to /."""
        path = urlsplit(self.address or "").path
        return path if path.endswith("/") else f"{path}/"


def card_path(src: str) -> str:
    """Where the picture of a page lies below the site's root; ``src`` is the page's path below docs/."""
    return f"{_CARDS}/{src.removesuffix('.md')}.png"


def publish(site: Path, publication: Publication, cache: Path) -> None:
    """Finish a built site in its folder: pictures, sitemap, security policy, header files and offline worker.

    ``cache`` is a folder outside the site for what need not be made again. The same input gives the same bytes.
    Raises PolicyError if pages hold what the policy would block.
    """
    if publication.address:
        write_cards(site, _cards(publication), cache / "cards")
    write_icons(site, publication.name, publication.language, publication.ground)
    write_sitemap(site, publication.address, [(page.address, page.changed) for page in publication.pages])
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    versions = _secure(site, pages, publication.root)
    write_worker(site, pages, versions, publication.always_kept)


def _cards(publication: Publication) -> dict[str, Card]:
    return {
        card_path(page.src): Card(page.title, page.section, publication.name, publication.publisher, publication.ground)
        for page in publication.pages
    }


def _secure(site: Path, pages: Mapping[str, str], root: str) -> dict[str, str]:
    """Put the policy into every page and the header files, and return the version of each page."""
    refuse_faults({path: faults_in(html) for path, html in pages.items()})
    versions = {}
    for path, html in pages.items():
        guarded = with_policy(html)
        versions[path] = version_of(guarded.encode())
        # an open page compares it with that of the newest edition (assets/manual/offline.js)
        finished = insert_meta(guarded, f'<meta name="page-version" content="{versions[path]}">')
        (site / path).write_text(finished, encoding="utf-8", newline="\n")
    write_header_files(site, header_policy(), root)
    return versions
