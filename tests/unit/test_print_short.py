from __future__ import annotations

import pytest

from coaching_manual.print import short
from coaching_manual.print.short import pages_that_lead_on, short_address


def test_a_short_address_leads_to_its_page() -> None:
    pages = pages_that_lead_on({"training/a/handouts/b.md": "Say & do"}, directory_urls=True)
    address = short_address("training/a/handouts/b.md")
    assert list(pages) == [address]
    assert 'content="0; url=../../training/a/handouts/b/"' in pages[address]
    assert "<h1>Say &amp; do</h1>" in pages[address]
    assert '<html lang="en">' in pages[address]


def test_a_page_in_spanish_leads_on_in_spanish() -> None:
    (page,) = pages_that_lead_on({"es/forms/a.md": "Acuerdo"}, directory_urls=False).values()
    assert '<html lang="es">' in page
    assert 'href="../../es/forms/a.html"' in page


def test_two_pages_never_share_a_short_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(short, "short_address", lambda _: "go/aaaaa/")
    with pytest.raises(ValueError, match="same short address"):
        pages_that_lead_on({"a.md": "A", "b.md": "B"}, directory_urls=True)
