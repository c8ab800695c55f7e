"""The content security policy: what a page may load and run. Nothing that stands in a page itself may run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser

_RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
_HEADER_ONLY = "frame-ancestors 'none'"  # browsers ignore it in a page, and complain about it
# A script of another type is data that nobody runs.
_SCRIPT_TYPES = {"", "text/javascript", "application/javascript", "module", "importmap", "speculationrules"}
_ADDRESSES = {"href", "src", "action", "formaction"}
# Reading every page tag by tag takes seconds; most pages hold nothing that could matter.
_SUSPECT = re.compile(r"\s(?:style|on[a-z]+)\s*=|<style|javascript:|<script(?![^>]*\ssrc=)", re.IGNORECASE)
_BEFORE_SCRIPTS = (
    re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE),
    re.compile(r"<head\b[^>]*>", re.IGNORECASE),
    re.compile(r"<!doctype[^>]*>", re.IGNORECASE),
)


class PolicyError(ValueError):
    """Pages hold something that the policy forbids; the message names each of them."""


def faults_in(html: str) -> tuple[str, ...]:
    """The styles and scripts that stand in a page itself instead of in a file: line and tag of each."""
    if not _SUSPECT.search(html):
        return ()
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.faults)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        for name, value in attrs:
            is_script = name in _ADDRESSES and (value or "").strip().lower().startswith("javascript:")
            if name == "style" or name.startswith("on") or is_script:
                self.faults.append(f'line {line}: <{tag} {name}="{value or ""}">')
        if tag == "style":
            self.faults.append(f"line {line}: <style>")
        given = dict(attrs)
        if tag == "script" and "src" not in given and (given.get("type") or "").lower() in _SCRIPT_TYPES:
            self.faults.append(f"line {line}: <script> without src")


def refuse_faults(pages: Mapping[str, Sequence[str]]) -> None:
    """Raise PolicyError if a page, named by its path, holds what the policy would break."""
    faults = [f"{path}, {fault}" for path, found in pages.items() for fault in found]
    if faults:
        raise PolicyError(
            "These pages hold styles or scripts of their own, which the site's security policy blocks in the "
            "reader's browser:\n\n  "
            + "\n  ".join(faults)
            + "\n\nUse a class (docs/editing tells which there are), or put the rule in a style sheet "
            "(extra_css in mkdocs.yml) and the script in a file (extra_javascript)."
        )


def header_policy() -> str:
    """The policy as a host sends it."""
    return "; ".join((*_RULES, _HEADER_ONLY))


def with_policy(html: str) -> str:
    """The page with the policy in its head, for hosts that send no headers; before the first script."""
    return insert_meta(html, f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(_RULES)}">')


def insert_meta(html: str, meta: str) -> str:
    """The page with one more tag in its head, as near to its start as can be."""
    found = (pattern.search(html) for pattern in _BEFORE_SCRIPTS)
    start = next((match.end() for match in found if match), 0)
    return f"{html[:start]}\n{meta}{html[start:]}"
