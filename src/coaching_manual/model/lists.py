"""Short lists that other records choose from, and who publishes the manual."""

from __future__ import annotations

from pydantic import Field

from coaching_manual.model.base import AudienceId, Id, Line, Record, Text


class ListEntry(Record):
    """An entry of a short list that terms choose from."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    title: Line = Field(description="What readers see.")
    description: Text | None = Field(default=None, description="One sentence that says what belongs here.")
    es: Line | None = Field(default=None, description="The title in Spanish.")


class Audience(ListEntry):
    """A kind of reader."""

    part_of: AudienceId | None = Field(
        default=None, description="Id of a larger audience: what is written for that one is for this one too."
    )
    in_spanish: bool = Field(
        default=False,
        description="true: these readers get every page in Spanish too. Pages that lack it are listed.",
    )


class CategoriesFile(Record):
    """framework/categories.yml."""

    categories: tuple[ListEntry, ...] = Field(description="The categories of terms, in the order shown.")


class AudiencesFile(Record):
    """framework/audiences.yml."""

    audiences: tuple[Audience, ...] = Field(description="The readers, in the order shown.")


class SpanishDistrict(Record):
    """What pages in Spanish say of the publisher."""

    manual: Line = Field(description="What the manual is called in Spanish.")


class District(Record):
    """framework/district.yml: who publishes this manual."""

    name: Line = Field(description="Full name of the district.")
    short_name: Line = Field(description="Name for headers and small places.")
    strategy: Line = Field(description="The strategy that the manual carries out.")
    address: Line | None = Field(default=None, description="Postal address.")
    phone: Line | None = Field(default=None, description="Public phone number.")
    contact_email: Line | None = Field(default=None, description="Where readers write to about the manual.")
    contact_form: Line | None = Field(
        default=None,
        pattern=r"^https://\S+$",
        description="Address of a form for the same, used before the e-mail address. {page} is replaced by the page "
        "that the reader is on, {words} by what the reader looked for.",
    )
    es: SpanishDistrict | None = Field(default=None, description="What pages in Spanish say.")
