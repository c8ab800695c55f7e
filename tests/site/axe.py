"""What axe says of a page of the built site."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.a11y import tools


def broken(page: Page) -> list[str]:
    """What axe calls broken on a page: the rule, and where."""
    page.evaluate(f"{tools.axe_script()}; 0")
    report: dict[str, Any] = page.evaluate("axe.run(document, { preload: false })")
    return [f"{rule['id']}: {node['target']}" for rule in report["violations"] for node in rule["nodes"]]
