"""The content security policy: what a page may load and run, read from what the built pages hold."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

_RULES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
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


@dataclass(frozen=True)
class Inline:
    """What stands in a page itself instead of in a file: hashes of its scripts, and what the policy would break."""

    hashes: frozenset[str] = frozenset()
    faults: tuple[str, ...] = ()


def read_inline(html: str) -> Inline:
    """Find the inline scripts of a page, and its inline styles and event handlers."""
    if not _SUSPECT.search(html):
        return Inline()
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Inline(frozenset(reader.hashes), tuple(reader.faults))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hashes: set[str] = set()
        self.faults: list[str] = []
        self._script: list[str] | None = None

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
            self._script = []

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.hashes.add(_hash_of("".join(self._script)))
            self._script = None


def _hash_of(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def refuse_faults(pages: Mapping[str, Inline]) -> None:
    """Raise PolicyError if a page, named by its path, holds what the policy would break."""
    faults = [f"{path}, {fault}" for path, inline in pages.items() for fault in inline.faults]
    if faults:
        raise PolicyError(
            "These pages hold styles or scripts inside a tag, which the site's security policy blocks in the "
            "reader's browser:\n\n  "
            + "\n  ".join(faults)
            + "\n\nUse a class (docs/editing tells which there are), or put the rule in a style sheet."
        )


def header_policy(hashes: Iterable[str]) -> str:
    """The policy as a host sends it; ``hashes`` are those of every inline script of the site."""
    return f"{_policy(hashes)}; {_HEADER_ONLY}"


def _policy(hashes: Iterable[str]) -> str:
    listed = "".join(f" 'sha256-{value}'" for value in sorted(hashes))
    return "; ".join(_RULES).format(hashes=listed)


def with_policy(html: str, hashes: Iterable[str]) -> str:
    """The page with the policy in its head, for hosts that send no headers; before the first script."""
    return insert_meta(html, f'<meta http-equiv="Content-Security-Policy" content="{_policy(hashes)}">')


def insert_meta(html: str, meta: str) -> str:
    """The page with one more tag in its head, as near to its start as can be."""
    found = (pattern.search(html) for pattern in _BEFORE_SCRIPTS)
    start = next((match.end() for match in found if match), 0)
    return f"{html[:start]}\n{meta}{html[start:]}"
