"""Nothing on the real site looks like personal data, and a person who slips in is found."""

from __future__ import annotations

import os
from pathlib import Path

from coaching_manual.commands.privacy import allowed_contacts
from coaching_manual.manual import read_records
from coaching_manual.problems import Problems
from coaching_manual.publish.personal import find_personal
from tests.projects import ROOT

_PLACES = ("measures", "es", "communication", "mentoring", "outreach", "accessibility")
"""Where pages name whom to call or count people. All pages take a minute: before a release the command does it."""


def _part_of(site: Path, part: Path) -> None:
    """The pages of some places with their PDFs, and everything that is no page: search, downloads, scripts."""
    for path in site.rglob("*"):
        file = path.relative_to(site)
        a_page = path.suffix == ".html" and file.parts[0] not in _PLACES
        a_pack = path.suffix == ".pdf" and not path.name.startswith(("families-", "report-"))
        if path.is_file() and not a_page and not a_pack:
            (part / file).parent.mkdir(parents=True, exist_ok=True)
            os.link(path, part / file)


def test_only_the_person_who_slips_in_is_on_the_site(site: Path, tmp_path: Path) -> None:
    part = tmp_path / "part"
    _part_of(site, part)
    (part / "measures" / "slipped.html").write_text("<p>Ask Maria: 909\u2011555\u20112368</p>", encoding="utf-8")
    allowed = allowed_contacts(read_records(ROOT / "framework", ROOT, Problems()))
    assert [(one.file, one.kind) for one in find_personal(part, allowed)] == [("measures/slipped.html", "phone number")]
