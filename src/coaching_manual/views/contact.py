"""How readers write to the people behind the manual: by a form of the district's, or by e-mail."""

from __future__ import annotations

from urllib.parse import quote

from coaching_manual.model import District

_EXAMPLE = District(name="A district", short_name="AD", strategy="2", contact_email="coaching@example.org")
WORDS = "{words}"
"""Stands for what a reader looked for, until the search box puts it in."""


def page_feedback(district: District | None, title: str, src: str) -> str | None:
    """The address for telling whether a page is clear; None while the district has named none.

    >>> page_feedback(_EXAMPLE, "Why we coach", "why-we-coach.md")
    'mailto:coaching@example.org?subject=Why%20we%20coach&body=Page%3A%20why-we-coach.md%0A%0A'
    """
    return _address(district, subject=title, page=src, words="", body=quote(f"Page: {src}\n\n"))


def word_request(district: District | None) -> str | None:
    """The address for asking for a word, with ``{words}`` where the search box puts what was looked for.

    >>> word_request(_EXAMPLE)
    'mailto:coaching@example.org?subject=Search&body={words}'
    """
    return _address(district, subject="Search", page="search", words=WORDS, body=WORDS)


def _address(district: District | None, *, subject: str, page: str, words: str, body: str) -> str | None:
    if district is None:
        return None
    if district.contact_form:
        return district.contact_form.replace("{page}", quote(page)).replace(WORDS, words)
    if district.contact_email:
        return f"mailto:{district.contact_email}?subject={quote(subject)}&body={body}"
    return None
