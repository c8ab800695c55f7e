"""Building a site, or a copy to carry, into a temporary folder that is swapped in when it is whole; and serving."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from coaching_manual.folders import refuse_foreign, swap_in
from coaching_manual.problems import Problems
from coaching_manual.project import PLUGIN, read_project
from coaching_manual.publish import pack
from coaching_manual.site.plugin import CoachingManualPlugin

log = logging.getLogger("mkdocs.plugins.coaching-manual")


def build_site(config_file: Path, site: Path | None, *, strict: bool) -> Path | None:
    """Build into a temporary folder beside the site's and swap it in. Returns the site's folder.

    None when nothing was built; what is wrong has been printed then. ``site`` is the folder that mkdocs.yml
    names, unless another one is given. Raises NotOursError when it holds something that was not built here.
    """
    try:
        config = load_config(str(config_file), strict=strict)
        site = (site or Path(config.site_dir)).resolve()
        refuse_foreign(site, read_project(config_file, Problems()))
        with _built_beside(site, config) as built:
            swap_in(built, site)
    except (Abort, MkDocsException) as fault:
        _tell(fault)
        return None
    return site


def build_carried_copy(config_file: Path, out: Path) -> bool:
    """Build the site as a zip that opens without a server; False when nothing was built, and why has been printed."""
    try:
        config = load_config(str(config_file), use_directory_urls=False)
        plugin = config.plugins[PLUGIN]
        if isinstance(plugin, CoachingManualPlugin):
            plugin.to_be_carried = True
        with _built_beside(out, config) as built:
            pack(built, out, config.site_name)
    except (Abort, MkDocsException) as fault:
        _tell(fault)
        return False
    return True


def _tell(fault: Exception) -> None:
    log.error("%s", fault)


@contextmanager
def _built_beside(target: Path, config: MkDocsConfig) -> Iterator[Path]:
    """Build into a folder beside what it is for, on the same disk; it is gone afterwards if nobody moved it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".building-") as name:
        config.site_dir = str(Path(name) / "site")
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
        yield Path(config.site_dir)


def serve_site(config_file: Path, address: str, *, open_in_browser: bool) -> None:
    """Build the site, and show it live until it is stopped. Raises OSError when the address is in use."""
    talk = logging.StreamHandler()
    talk.setFormatter(logging.Formatter("%(message)s"))
    mkdocs_log = logging.getLogger("mkdocs")
    mkdocs_log.setLevel(logging.INFO)
    mkdocs_log.addHandler(talk)
    serve(str(config_file), dev_addr=address, open_in_browser=open_in_browser)
