"""Practices as plain data for other programs, and back: versioned, complete, and checked when it comes in."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from feltsense.errors import JournalError
from feltsense.journal.model import CheckIn, Field, Outcome, Practice, TooMuch, When
from feltsense.journal.wording import HIGHEST, LOWEST
from feltsense.system.validate import Reader, as_moment, as_text, integer, optional

FORMAT = "feltsense journal"
VERSION = 1

LONGEST_SLUG, LONGEST_TITLE = 255, 500
"""Characters that a record from a phone may have of them; its page is told no longer ones."""


class ExportFormat(StrEnum):
    """How it is written."""

    CSV = "csv"
    """For spreadsheets."""
    JSON = "json"
    """For programs."""


_integer = integer(0, 1 << 53)  # no program keeps numbers beyond exactly, and they are none of ours
_scale = optional(integer(LOWEST, HIGHEST))


def _uid(value: Any) -> str:
    if not as_text(value):
        raise ValueError
    return as_text(value)


PRACTICE_READERS: Mapping[str, Reader] = {
    "uid": _uid,
    "slug": as_text,
    "title": as_text,
    "script_sha256": as_text,
    "voice": as_text,
    "tier": _integer,
    "asked_ms": optional(_integer),
    "length_ms": optional(_integer),
    "began_at": as_moment,
    "heard_ms": _integer,
    "ended_at": optional(as_moment),
    "ended": Outcome,
    "rescued_at_ms": optional(_integer),
    "wording": _integer,
    "note_written_at": optional(as_moment),
}
"""What reads each value of a practice, from a record or from a row of the journal."""

_OF_NOTES = "note_written_at"
"""Left out with the notes; exports of feltsense 0.2 do not have it."""

CHECK_IN_READERS: Mapping[str, Reader] = {
    Field.DISTRESS: _scale,
    Field.CONNECTION: _scale,
    Field.PLACE: optional(as_text),
    Field.WORD: optional(as_text),
    Field.TOO_MUCH: optional(TooMuch),
    Field.NOTE: as_text,
    "said_at": optional(as_moment),
}
"""What reads each value of a check-in."""


def practice_record(practice: Practice, *, notes: bool) -> dict[str, Any]:
    """Return a practice as plain data. Its number stays here: it means something in this journal only."""
    found = {
        "uid": practice.uid,
        "slug": practice.slug,
        "title": practice.title,
        "script_sha256": practice.script_sha256,
        "voice": practice.voice,
        "tier": practice.tier,
        "asked_ms": practice.asked_ms,
        "length_ms": practice.length_ms,
        "began_at": practice.began_at.isoformat(),
        "heard_ms": practice.heard_ms,
        "ended_at": practice.ended_at.isoformat() if practice.ended_at else None,
        "ended": practice.ended.value,
        "rescued_at_ms": practice.rescued_at_ms,
        "wording": practice.wording,
        _OF_NOTES: practice.note_written_at.isoformat() if practice.note_written_at else None,
        When.BEFORE.value: _said(practice.before, notes=notes),
        When.AFTER.value: _said(practice.after, notes=notes),
    }
    if not notes:
        del found[_OF_NOTES]
    return found


def practice_from(found: Mapping[str, Any], where: str) -> Practice:
    """Return the practice in a record. Notes may be missing, as they are often left out; nothing else may.

    Args:
        found: what `record` made.
        where: what an error says of its place.

    Raises:
        JournalError: something is missing in it, or no such thing can be said.
    """
    name = "it"
    try:
        values: dict[str, Any] = {}
        for name, read in PRACTICE_READERS.items():
            values[name] = read(found.get(name) if name == _OF_NOTES else found[name])
        for name in When:
            values[name.value] = _check_in(found[name.value])
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise JournalError(
            f"{where}: “{getattr(error, 'field', name)}” is missing or cannot be understood.",
            "Nothing was brought in. The file may have been changed by another program.",
        ) from error
    return Practice(id=0, **values)


def _said(said: CheckIn, *, notes: bool) -> dict[str, Any]:
    found = {
        "distress": said.distress,
        "connection": said.connection,
        "place": said.place,
        "word": said.word,
        "too_much": said.too_much.value if said.too_much else None,
        "note": said.note,
        "said_at": said.said_at.isoformat() if said.said_at else None,
    }
    if not notes:
        del found["note"]
    return found


def _check_in(found: Mapping[str, Any]) -> CheckIn:
    return CheckIn(
        **{
            name: read(found.get(name, "") if name is Field.NOTE else found[name])
            for name, read in CHECK_IN_READERS.items()
        }
    )
