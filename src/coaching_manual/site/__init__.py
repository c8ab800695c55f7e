"""The thin layer over MkDocs: the plugin, and building and serving a site with it.

Only this package imports mkdocs. It also runs under ProperDocs, which keeps the same interface.
"""

from coaching_manual.site.builds import build_carried_copy, build_site, serve_site
from coaching_manual.site.plugin import CoachingManualPlugin

__all__ = ["CoachingManualPlugin", "build_carried_copy", "build_site", "serve_site"]
