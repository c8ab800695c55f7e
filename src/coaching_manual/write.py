"""Writing the fully rendered Markdown tree, so that any other site generator can build it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from coaching_manual.addresses import resolve_in_markdown
from coaching_manual.folders import leave_mark, refuse_foreign, swap_in
from coaching_manual.manual import Manual
from coaching_manual.pages import WrittenPage
from coaching_manual.record_pages import front_matter


def write_tree(manual: Manual, out: Path) -> int:
    """Write every page, with its macros expanded and its record links resolved, and every other file of docs/.

    The tree is made in a temporary folder and swapped in whole. A folder that this program did not write
    is never replaced: NotOursError. Returns the number of pages.
    """
    refuse_foreign(out, manual.project)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".writing-") as name:
        tree = Path(name) / "tree"
        shutil.copytree(manual.project.docs, tree, ignore=shutil.ignore_patterns("*.md", ".*"))
        for page in manual.pages:
            path = tree / page.src
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_page_text(page, manual), encoding="utf-8", newline="\n")
        for src, text in manual.files.items():
            (tree / src).parent.mkdir(parents=True, exist_ok=True)
            (tree / src).write_text(text, encoding="utf-8", newline="\n")
        leave_mark(tree)
        swap_in(tree, out)
    return len(manual.pages)


def _page_text(page: WrittenPage, manual: Manual) -> str:
    directory_urls = manual.project.directory_urls
    body = resolve_in_markdown(page.markdown, page.src, directory_urls=directory_urls, known=manual.by_src)
    if page.source is None:
        return front_matter(page) + body
    settings = page.source.front_matter
    return f"---\n{settings.text.rstrip()}\n---\n{body}" if settings else body
