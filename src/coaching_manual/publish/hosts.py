"""The files in which common hosts read which headers to send: Netlify, Cloudflare Pages, Apache and nginx."""

from __future__ import annotations

from pathlib import Path

WORKER = "offline-worker.js"
_FONTS = "assets/manual/fonts"
_CARDS = "assets/manual/cards"
_A_YEAR = "public, max-age=31536000, immutable"
_A_DAY = "public, max-age=86400"
_ASK_AGAIN = "no-cache"

_APACHE = """\
# Written by coaching-manual. Needs mod_headers; AllowOverride FileInfo is enough.
<IfModule mod_headers.c>
{headers}
    Header set Cache-Control "{ask_again}"
    <FilesMatch "\\.woff2$">
        Header set Cache-Control "{a_year}"
    </FilesMatch>
</IfModule>
<IfModule mod_mime.c>
    AddType font/woff2 .woff2
    AddType application/manifest+json .webmanifest
</IfModule>
<IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript
    AddOutputFilterByType DEFLATE application/json application/manifest+json image/svg+xml
</IfModule>
ErrorDocument 404 {root}404.html
"""


def headers(policy: str) -> dict[str, str]:
    """The headers that every answer carries; docs/editing/publishing.md explains each."""
    return {
        "Content-Security-Policy": policy,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def write_header_files(site: Path, policy: str, root: str) -> None:
    """Write the header files into a site; ``root`` is its path on the host, from / to /."""
    sent = headers(policy)
    for name, text in {
        "_headers": _netlify(sent, root),
        ".htaccess": _apache(sent, root),
        "nginx-headers.conf": _nginx(sent),
    }.items():
        (site / name).write_text(text, encoding="utf-8", newline="\n")


def _netlify(sent: dict[str, str], root: str) -> str:
    # Both hosts ask again for every other file by themselves, and both join the values of a header that
    # two rules set: so no two rules here may name the same one.
    rules = {
        "*": sent,
        f"{_FONTS}/*": {"Cache-Control": _A_YEAR},
        f"{_CARDS}/*": {"Cache-Control": _A_DAY},
        WORKER: {"Cache-Control": _ASK_AGAIN},
    }
    blocks = (f"{root}{path}\n" + "".join(f"  {k}: {v}\n" for k, v in rule.items()) for path, rule in rules.items())
    return "# Written by coaching-manual, for Netlify and Cloudflare Pages.\n" + "".join(blocks)


def _apache(sent: dict[str, str], root: str) -> str:
    lines = "\n".join(f'    Header always set {name} "{value}"' for name, value in sent.items())
    return _APACHE.format(headers=lines, ask_again=_ASK_AGAIN, a_year=_A_YEAR, root=root)


def _nginx(sent: dict[str, str]) -> str:
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in sent.items())
    return f"# Written by coaching-manual: include it in the server block (see docs/editing/publishing.md).\n{lines}"
