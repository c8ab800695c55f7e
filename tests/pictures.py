"""Pictures of the main pages for a person to look through: python -m tests.pictures.

They are written to pictures/; README shows some of them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from tests.browser import launch, served

ROOT = Path(__file__).parent.parent
OUT = ROOT / "pictures"
PAGES = {
    "start": "",
    "why-we-coach": "why-we-coach/",
    "a-z": "common-language/",
    "term": "common-language/terms/coaching/",
    "side-by-side": "common-language/side-by-side/",
}
WIDTHS = {"desktop": (1280, 860), "phone": (390, 780)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> None:
    """Build the site and take every picture."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = Path(name) / "site"
        subprocess.run(
            [sys.executable, "-m", "coaching_manual.cli", "build", "--site", str(site)], cwd=ROOT, check=True
        )
        browser = launch(playwright)
        with served(site) as address:
            for page_name, path in PAGES.items():
                for width_name, (width, height) in WIDTHS.items():
                    for scheme in SCHEMES:
                        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
                        page = context.new_page()
                        page.goto(address + path)
                        page.evaluate("document.fonts.ready")
                        page.screenshot(path=OUT / f"{page_name}-{width_name}-{scheme}.png")
                        context.close()
        browser.close()


if __name__ == "__main__":
    main()
