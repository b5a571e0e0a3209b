"""Practices as plain data for other programs, and back: versioned, complete, and checked when it comes in."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from feltsense.errors import JournalError
from feltsense.journal.model import CheckIn, Outcome, Practice, TooMuch, When
from feltsense.journal.wording import HIGHEST, LOWEST

FORMAT = "feltsense journal"
VERSION = 1

_MOST = 1 << 53
"""Numbers beyond are no numbers of ours, and no program keeps them exactly."""


def record(practice: Practice, *, notes: bool) -> dict[str, Any]:
    """Return a practice as plain data. Its number stays here: it means something in this journal only."""
    return {
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
        When.BEFORE.value: _said(practice.before, notes=notes),
        When.AFTER.value: _said(practice.after, notes=notes),
    }


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
        for name, read in _OWN.items():
            values[name] = read(found[name])
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
        distress=_maybe(_scale)(found["distress"]),
        connection=_maybe(_scale)(found["connection"]),
        place=_maybe(_text)(found["place"]),
        word=_maybe(_text)(found["word"]),
        too_much=_maybe(TooMuch)(found["too_much"]),
        note=_text(found.get("note", "")),
        said_at=_maybe(_moment)(found["said_at"]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST:
        raise ValueError
    return value


def _scale(value: Any) -> int:
    if not LOWEST <= _number(value) <= HIGHEST:
        raise ValueError
    return _number(value)


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _uid(value: Any) -> str:
    if not _text(value):
        raise ValueError
    return _text(value)


def _maybe(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


_OWN: dict[str, Callable[[Any], Any]] = {
    "uid": _uid,
    "slug": _text,
    "title": _text,
    "script_sha256": _text,
    "voice": _text,
    "tier": _number,
    "asked_ms": _maybe(_number),
    "length_ms": _maybe(_number),
    "began_at": _moment,
    "heard_ms": _number,
    "ended_at": _maybe(_moment),
    "ended": Outcome,
    "rescued_at_ms": _maybe(_number),
    "wording": _number,
}
