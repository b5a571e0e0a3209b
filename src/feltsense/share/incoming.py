"""What a phone sends → practices. Checked harder than a file that somebody chose: anybody nearby may send something."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from feltsense.errors import IncomingError, JournalError
from feltsense.journal.model import CheckIn, Field, Practice, When
from feltsense.journal.records import (
    CHECK_IN_READERS,
    FORMAT,
    LONGEST_SLUG,
    LONGEST_TITLE,
    PRACTICE_READERS,
    VERSION,
    practice_from,
)
from feltsense.journal.wording import ALL_PLACES, ALL_WORDS, WORDING_VERSION
from feltsense.system.printable import printable, printable_line
from feltsense.units import MOST_MINUTES

MOST_BYTES = 256 * 1024
"""That are taken of one message; about 400 practices."""
MOST_RECORDS = 1000

_ENVELOPE = {"format", "version", "notes", "practices"}
_LATER_FIELDS = {"note", "note_written_at"}
"""They may be missing, as in an export without notes; all others must be there."""

_UID = re.compile(r"[0-9a-f]{32}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST = {"slug": LONGEST_SLUG, "title": LONGEST_TITLE, "voice": 255}
_LONGEST_NOTE = 10_000
_MOST_DIGITS = 16
_TIERS = range(1, 4)
_MOST_MS = MOST_MINUTES * 60_000
_LATE_MS = 5000
"""A player's clock may run so far past the length that the page was told."""

_EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
_GRACE = timedelta(days=1)
"""A phone's clock may be ahead by this."""

_FARTHEST = timedelta(hours=14)
"""No place on earth is further from UTC."""


def checked_records(body: bytes, now: datetime) -> tuple[Practice, ...]:
    """Return the practices in a message of a phone: an export of a journal in form 1, as JSON.

    A record that cannot be true is left out, so that one does not hold up all others for ever: who sends is told which
    ones were received, by their uids.

    Args:
        body: as it came over the network.
        now: the time here; aware.

    Raises:
        IncomingError: it is no such message, or none of its records can be true. Tells nothing of what is in it.
    """
    records = _records(body)
    if records is None:
        raise _refused()
    practices = tuple(each for each in (_practice(record, now) for record in records) if each is not None)
    if records and not practices:
        raise _refused()
    return practices


def _refused() -> IncomingError:
    return IncomingError(
        "That is no record of practices that feltsense takes.", "A file from the phone can be brought in instead."
    )


def _records(body: bytes) -> list[object] | None:
    """Return the records in a message; None where it is none."""
    if len(body) > MOST_BYTES:
        return None
    try:
        found = json.loads(
            body.decode(),
            object_pairs_hook=_unique,
            parse_int=_short_integer,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or set(found) != _ENVELOPE or not isinstance(found["notes"], bool):
        return None
    version, records = found["version"], found["practices"]
    if found["format"] != FORMAT or isinstance(version, bool) or version != VERSION:
        return None
    return records if isinstance(records, list) and len(records) <= MOST_RECORDS else None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON; two values for one name are refused, as readers differ in which one they take."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _short_integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError
    return int(digits)


def _refuse(_: str) -> Any:
    """Refuse fractions, NaN and Infinity: there are none in a record."""
    raise ValueError


def _practice(record: object, now: datetime) -> Practice | None:
    """Return the practice in a record; None where it cannot be true."""
    if not isinstance(record, dict) or not _has_fields(record, PRACTICE_READERS, {When.BEFORE, When.AFTER}):
        return None
    if not all(isinstance(record[when], dict) and _has_fields(record[when], CHECK_IN_READERS) for when in When):
        return None
    try:
        practice = practice_from(record, "It")
    except JournalError:
        return None
    fits = _names_fit(practice) and _lengths_fit(practice) and _times_fit(practice, now) and _answers_fit(practice)
    return practice if fits else None


def _has_fields(record: Mapping[str, object], readers: Iterable[str], more: Iterable[str] = ()) -> bool:
    """Tell whether a record has all its fields, and no other."""
    fields = {str(name) for name in (*readers, *more)}
    return fields - _LATER_FIELDS <= set(record) <= fields


def _names_fit(practice: Practice) -> bool:
    if not (_UID.fullmatch(practice.uid) and _SHA256.fullmatch(practice.script_sha256)):
        return False
    names = {name: getattr(practice, name) for name in _LONGEST}
    return all(
        0 < len(text) <= _LONGEST[name] and text.strip() and printable_line(text) == text
        for name, text in names.items()
    )


def _lengths_fit(practice: Practice) -> bool:
    lengths = (practice.asked_ms, practice.length_ms)
    if not all(each is None or 0 < each <= _MOST_MS for each in lengths):
        return False
    most = (practice.length_ms or _MOST_MS) + _LATE_MS
    rescued = practice.rescued_at_ms
    return practice.heard_ms <= most and (rescued is None or rescued <= most)


def _times_fit(practice: Practice, now: datetime) -> bool:
    said = (practice.before.said_at, practice.after.said_at, practice.note_written_at)
    times = [each for each in (practice.began_at, practice.ended_at, *said) if each is not None]
    if not all(
        _EARLIEST <= each <= now + _GRACE and abs(each.utcoffset() or timedelta()) <= _FARTHEST for each in times
    ):
        return False
    return practice.ended_at is None or practice.began_at <= practice.ended_at


def _answers_fit(practice: Practice) -> bool:
    """Tell whether each answer can be given to its question; numbers of scales were looked at when they were read."""
    if practice.tier not in _TIERS or not 0 < practice.wording <= WORDING_VERSION:
        return False
    return practice.before.too_much is None and all(map(_said_fits, (practice.before, practice.after)))


def _said_fits(said: CheckIn) -> bool:
    chosen = {Field.PLACE: (said.place, ALL_PLACES), Field.WORD: (said.word, ALL_WORDS)}
    if not all(value is None or value in known for value, known in chosen.values()):
        return False
    return len(said.note) <= _LONGEST_NOTE and printable(said.note) == said.note
