"""A copy of the site that opens without a server: from a USB stick, a shared folder, or a phone's downloads."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Collection, Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

_FOLDER = "manual"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name; the same content gives the same bytes
_READABLE = 0o644 << 16
_SERVER_ONLY = {"404.html", "sitemap.xml", "sitemap.xml.gz"}
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ADDRESS = re.compile(r'(?P<name>\s(?:href|action|src)=)"(?P<address>[^"]*)"')
# Browsers refuse to fetch a file ahead from a disk, and say so in the console.
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')

_START = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="0; url={folder}/index.html">
<title>{name}</title>
</head>
<body>
<p><a href="{folder}/index.html">Open {name}</a></p>
<p lang="es"><a href="{folder}/index.html">Abrir {name}</a></p>
</body>
</html>
"""
_README = """\
{name}

This is a copy of the whole manual. It needs no internet.

1. Unpack the zip file, all of it, into a folder or onto a USB stick.
2. Open START-HERE.html with a double click.

The copy does not renew itself. For the newest edition, ask for a new copy or visit the website.


En español

Esta es una copia completa del manual. No necesita internet.

1. Descomprima todo el archivo zip en una carpeta o en una memoria USB.
2. Abra START-HERE.html con doble clic.

La copia no se actualiza sola. Para ver la edición más reciente, pida otra copia o visite el sitio web.
"""


def pack(site: Path, out: Path, name: str) -> None:
    """Pack a built site, whose pages are files and not folders, into a zip; ``name`` is the site's.

    Every link inside it names a file. A zip that is there already is replaced when the new one is whole.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f".{out.name}.part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for path, content in _contents(site, name):
            entry = zipfile.ZipInfo(path, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on Windows
            entry.external_attr = _READABLE
            zipped.writestr(entry, content)
    unfinished.replace(out)


def _contents(site: Path, name: str) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", _README.format(name=name).replace("\n", "\r\n").encode("utf-8-sig")  # for old Windows editors
    yield "START-HERE.html", _START.format(name=escape(name), folder=_FOLDER).encode()
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    kept = {path for path in found if path not in _SERVER_ONLY and not path.startswith(".")}
    for path in sorted(kept):
        content = found[path].read_bytes()
        if path.endswith(".html"):
            content = name_files(content.decode(), path, kept).encode()
        yield f"{_FOLDER}/{path}", content


def name_files(html: str, path: str, files: Collection[str]) -> str:
    """The page with every link inside the site leading to a file, because a disk shows folders as lists.

    ``path`` is the page's, and ``files`` are the paths of all files that there are.
    """

    def in_tag(tag: re.Match[str]) -> str:
        return _ADDRESS.sub(lambda m: f'{m["name"]}"{_to_file(m["address"], path, files)}"', tag[0])

    return _TAG.sub(in_tag, _PRELOAD.sub("", html))


def _to_file(address: str, path: str, files: Collection[str]) -> str:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return address
    folder = posixpath.dirname(path)
    target = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    choices = (target, posixpath.normpath(f"{target}/index.html"), f"{target}.html")
    file = next((choice for choice in choices if choice in files), None)
    if file is None or file == target:
        return address
    return parts._replace(path=quote(posixpath.relpath(file, folder or "."))).geturl()
