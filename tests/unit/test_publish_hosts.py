"""The files that tell hosts which headers to send."""

from __future__ import annotations

from pathlib import Path

import pytest

from coaching_manual.publish.hosts import write_header_files

NETLIFY = """\
# Written by coaching-manual, for Netlify and Cloudflare Pages.
{root}*
  Content-Security-Policy: POLICY
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  Referrer-Policy: same-origin
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
{root}assets/manual/fonts/*
  Cache-Control: public, max-age=31536000, immutable
{root}assets/manual/cards/*
  Cache-Control: public, max-age=86400
{root}offline-worker.js
  Cache-Control: no-cache
"""
NGINX = """\
# Written by coaching-manual: include it in the server block (see docs/editing/publishing.md).
add_header Content-Security-Policy "POLICY" always;
add_header Cross-Origin-Opener-Policy "same-origin" always;
add_header Permissions-Policy "camera=(), geolocation=(), microphone=(), payment=(), usb=()" always;
add_header Referrer-Policy "same-origin" always;
add_header X-Content-Type-Options "nosniff" always;
add_header X-Frame-Options "DENY" always;
"""
APACHE_HEADERS = """\
<IfModule mod_headers.c>
    Header always set Content-Security-Policy "POLICY"
    Header always set Cross-Origin-Opener-Policy "same-origin"
    Header always set Permissions-Policy "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    Header always set Referrer-Policy "same-origin"
    Header always set X-Content-Type-Options "nosniff"
    Header always set X-Frame-Options "DENY"
    Header set Cache-Control "no-cache"
    <FilesMatch "\\.woff2$">
        Header set Cache-Control "public, max-age=31536000, immutable"
    </FilesMatch>
</IfModule>
"""


@pytest.mark.parametrize("root", ["/", "/manual/"])
def test_netlify_and_cloudflare(tmp_path: Path, root: str) -> None:
    write_header_files(tmp_path, "POLICY", root)
    assert (tmp_path / "_headers").read_text("utf-8") == NETLIFY.format(root=root)


def test_nginx(tmp_path: Path) -> None:
    write_header_files(tmp_path, "POLICY", "/")
    assert (tmp_path / "nginx-headers.conf").read_text("utf-8") == NGINX


def test_apache(tmp_path: Path) -> None:
    write_header_files(tmp_path, "POLICY", "/manual/")
    text = (tmp_path / ".htaccess").read_text("utf-8")
    assert APACHE_HEADERS in text
    assert text.endswith("\nErrorDocument 404 /manual/404.html\n")
