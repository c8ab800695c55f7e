"""Acronyms that mean different things to different people."""

from __future__ import annotations

from pydantic import Field

from coaching_manual.model.base import Line, Record, TermId, Text


class Reading(Record):
    """One of the meanings that an acronym has."""

    stands_for: Line = Field(description="What the letters stand for here.")
    where: Line = Field(description="Where people use it with this meaning.")
    term: TermId | None = Field(default=None, description="Id of our term, if this meaning is ours.")


class AcronymClash(Record):
    """An acronym that means different things to different people."""

    acronym: Line = Field(description="The letters.")
    readings: tuple[Reading, ...] = Field(min_length=2, description="Its meanings.")
    advice: Text = Field(description="What to write so that nobody is misled.")


class AcronymsFile(Record):
    """framework/acronyms.yml."""

    clashes: tuple[AcronymClash, ...] = Field(description="Acronyms with more than one meaning.")
