"""The commands build, offline and serve: the site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coaching_manual.commands.exits import CLEAN, FOUND, usage
from coaching_manual.folders import NotOursError
from coaching_manual.site import build_carried_copy, build_site, serve_site
from coaching_manual.source import file_name

_NO_ADDRESS = (
    "Advice: before you publish it, write its address under site_url in mkdocs.yml. Without it, search engines get\n"
    "no list of pages, and shared links no picture (docs/editing/publishing.md).\n"
)


def build(options: argparse.Namespace) -> int:
    """Build the site, and swap it in when it is whole."""
    try:
        site = build_site(options.config, options.site, strict=options.strict)
    except NotOursError as fault:
        return usage(str(fault))
    except OSError as fault:
        return usage(f"The site cannot be written: {fault.strerror or fault} ({fault.filename}).")
    if site is None:
        return FOUND
    sys.stdout.write(f"The site is in {file_name(site, Path.cwd())}. To look at it: coaching-manual serve --open\n")
    if not (site / "sitemap.xml").is_file():
        sys.stdout.write(_NO_ADDRESS)
    return CLEAN


def offline(options: argparse.Namespace) -> int:
    """Pack the site into a zip that opens without a server."""
    if options.out.suffix.lower() != ".zip":
        return usage(f"{options.out} is no name for a zip. Say --out {options.out.with_suffix('.zip').as_posix()}")
    try:
        built = build_carried_copy(options.config, options.out.resolve())
    except OSError as fault:
        return usage(f"The zip cannot be written: {fault.strerror or fault} ({fault.filename}).")
    if not built:
        return FOUND
    sys.stdout.write(f"The copy is in {options.out.as_posix()}. Unpack it and open START-HERE.html.\n")
    return CLEAN


def serve(options: argparse.Namespace) -> int:
    """Show the site live."""
    try:
        serve_site(options.config, options.address, open_in_browser=options.open)
    except OSError as fault:
        return usage(f"{options.address} cannot be used ({fault.strerror or fault}). Try --address 127.0.0.1:8001")
    return CLEAN
