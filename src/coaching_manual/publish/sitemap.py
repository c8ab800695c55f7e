"""What search engines ask for: the list of pages, and where it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from html import escape
from pathlib import Path
from urllib.parse import urljoin

_START = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def write_sitemap(site: Path, address: str | None, pages: Iterable[tuple[str, datetime.date | None]]) -> None:
    """Write sitemap.xml and robots.txt; ``pages`` are addresses below the root and the day of the last change.

    Without the ``address`` of the site there is no sitemap, because it may hold only whole addresses. The packed
    copy that MkDocs makes is removed: it carries the time of the build, and nobody asks for it.
    """
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)
    robots = "User-agent: *\nAllow: /\n"
    if address:
        entries = "".join(_entry(urljoin(address, page), changed) for page, changed in sorted(pages))
        _write(site / "sitemap.xml", f"{_START}{entries}</urlset>\n")
        robots += f"Sitemap: {urljoin(address, 'sitemap.xml')}\n"
    _write(site / "robots.txt", robots)


def _entry(address: str, changed: datetime.date | None) -> str:
    day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address)}</loc>{day}</url>\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
