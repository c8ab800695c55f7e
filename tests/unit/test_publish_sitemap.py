"""What search engines are told."""

from __future__ import annotations

import datetime
from pathlib import Path

from coaching_manual.publish.sitemap import write_sitemap

PAGES = [("why/", datetime.date(2026, 11, 22)), ("a&b/", None), ("", datetime.date(2026, 1, 2))]


def test_the_sitemap_names_every_page_by_its_whole_address_and_last_change(tmp_path: Path) -> None:
    write_sitemap(tmp_path, "https://example.org/manual/", PAGES)
    assert (tmp_path / "sitemap.xml").read_text("utf-8") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://example.org/manual/</loc><lastmod>2026-01-02</lastmod></url>\n"
        "<url><loc>https://example.org/manual/a&amp;b/</loc></url>\n"
        "<url><loc>https://example.org/manual/why/</loc><lastmod>2026-11-22</lastmod></url>\n"
        "</urlset>\n"
    )
    assert (tmp_path / "robots.txt").read_text("utf-8") == (
        "User-agent: *\nAllow: /\nSitemap: https://example.org/manual/sitemap.xml\n"
    )


def test_without_an_address_there_is_no_sitemap_not_even_one_of_the_builder(tmp_path: Path) -> None:
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (tmp_path / name).touch()
    write_sitemap(tmp_path, None, PAGES)
    assert [path.name for path in tmp_path.iterdir()] == ["robots.txt"]
    assert (tmp_path / "robots.txt").read_text("utf-8") == "User-agent: *\nAllow: /\n"
