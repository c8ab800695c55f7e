"""The command  coaching-manual privacy."""

from __future__ import annotations

import argparse
import sys

from coaching_manual.commands.exits import CLEAN, FOUND, usage
from coaching_manual.index import Index
from coaching_manual.manual import read_records
from coaching_manual.model import AllowedContacts
from coaching_manual.problems import Problems
from coaching_manual.project import read_project
from coaching_manual.publish.personal import PersonalFinding, find_personal, names_in
from coaching_manual.results.sheets import SheetError, read_sheets

_MOST = 50


def privacy(options: argparse.Namespace) -> int:
    """Look through a built site and its PDFs for personal data."""
    if not options.site.is_dir():
        return usage(f"There is no folder {options.site}. Build the site first:  coaching-manual build")
    names: tuple[str, ...] = ()
    if options.names is not None:
        try:
            sheets = read_sheets(options.names)
        except SheetError as fault:
            return usage(f"{options.names} cannot be read as a list of names. {fault}")
        names = names_in([cell.text for cell in row] for sheet in sheets for row in sheet.rows)
        if not names:
            return usage(f"{options.names} holds no name of two words or more.")
    project = read_project(options.config, Problems())
    index = read_records(project.framework, project.root, Problems())
    found = find_personal(options.site, allowed_contacts(index), names)
    sys.stdout.write(privacy_report(found, len(names)))
    return FOUND if found else CLEAN


def allowed_contacts(index: Index) -> AllowedContacts:
    """What may stand on the site: the list of public contacts, and those of the district."""
    listed = index.framework.contacts.record if index.framework.contacts else AllowedContacts()
    district = index.framework.district.record if index.framework.district else None
    if district is None:
        return listed
    phones = (*listed.phones, *((district.phone,) if district.phone else ()))
    emails = (*listed.emails, *((district.contact_email,) if district.contact_email else ()))
    return AllowedContacts(phones=phones, emails=emails, numbers=listed.numbers)


def privacy_report(found: list[PersonalFinding], names: int) -> str:
    """What was found, each value in part only, so that the report gives nobody away."""
    if not found:
        sought = f", and none of {names} names" if names else ""
        return f"Nothing that looks like personal data was found{sought}.\n"
    lines = [f"{one.file}: {one.kind}: {one.masked}" for one in found[:_MOST]]
    if len(found) > _MOST:
        lines.append(f"… and {len(found) - _MOST} more.")
    lines.append(f"{len(found)} found. If one is meant to be public, write it into framework/public-contacts.yml.")
    return "\n".join(lines) + "\n"
