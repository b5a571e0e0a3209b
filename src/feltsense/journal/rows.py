"""Between a practice and its row in the journal's table: which columns there are, and what they hold."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from feltsense.journal.model import CheckIn, Field, Outcome, Practice, When
from feltsense.journal.records import CHECK_IN_READERS, PRACTICE_READERS
from feltsense.system.validate import Reader, as_moment

_CHECK_INS = tuple(f"{when}_{name}" for when in When for name in CHECK_IN_READERS)

COLUMNS = ("id", *PRACTICE_READERS, *_CHECK_INS, "began_us")
"""The columns that `practice_of` reads, in its order."""

WRITTEN = (*COLUMNS[1:], "kept")
"""The columns that `values_of` fills."""

_FALLBACK: dict[str, Any] = {"tier": 1, "heard_ms": 0, "wording": 0, "ended": Outcome.INTERRUPTED}
_FALLBACK |= dict.fromkeys(("uid", "slug", "title", "script_sha256", "voice", Field.NOTE), "")
"""What stands in for a damaged column; None for all others."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def practice_of(row: Sequence[Any]) -> Practice:
    """Return the practice in a row with `COLUMNS`. Columns that cannot be read are named in `Practice.damaged`."""
    damaged: list[str] = []
    count = len(PRACTICE_READERS) + 1
    own = _read(PRACTICE_READERS, row[1:count], "", damaged)
    half = count + len(CHECK_IN_READERS)
    before = _read(CHECK_IN_READERS, row[count:half], f"{When.BEFORE}_", damaged)
    after = _read(CHECK_IN_READERS, row[half:-1], f"{When.AFTER}_", damaged)
    if own["began_at"] is None:
        own["began_at"] = _moment_of(row[-1])
    return Practice(row[0], **own, before=CheckIn(**before), after=CheckIn(**after), damaged=tuple(damaged))


def began_at(written: Any, us: Any) -> datetime:
    """Return when a practice began; where the text is damaged, by what it was sorted by."""
    try:
        return as_moment(written)
    except (TypeError, ValueError):
        return _moment_of(us)


def values_of(practice: Practice) -> dict[str, Any]:
    """Return what a row of a practice holds, without its number."""
    values: dict[str, Any] = {name: plain_value(getattr(practice, name)) for name in PRACTICE_READERS}
    values["began_us"] = microseconds(practice.began_at)
    for when, said in ((When.BEFORE, practice.before), (When.AFTER, practice.after)):
        values |= {f"{when}_{name}": plain_value(getattr(said, name)) for name in CHECK_IN_READERS}
    untouched = practice.before.empty and practice.after.empty and not practice.heard_ms
    return values | {"kept": int(not untouched or practice.rescued_at_ms is not None)}


def microseconds(moment: datetime) -> int:
    """Return an aware moment as microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def plain_value(value: object) -> object:
    """Return a value as SQLite takes it: text without what no text can hold, moments as text."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _read(readers: Mapping[str, Reader], cells: Sequence[Any], prefix: str, damaged: list[str]) -> dict[str, Any]:
    try:
        return {name: read(cell) for (name, read), cell in zip(readers.items(), cells, strict=True)}
    except (TypeError, ValueError):
        return _read_damaged(readers, cells, prefix, damaged)


def _read_damaged(
    readers: Mapping[str, Reader], cells: Sequence[Any], prefix: str, damaged: list[str]
) -> dict[str, Any]:
    """Read value by value, and note what cannot be read."""
    values = {}
    for (name, read), cell in zip(readers.items(), cells, strict=True):
        try:
            values[name] = read(cell)
        except (TypeError, ValueError):
            damaged.append(f"{prefix}{name}")
            values[name] = _FALLBACK.get(name)
    return values


def _moment_of(us: Any) -> datetime:
    try:
        return (_EPOCH + timedelta(microseconds=us)).astimezone()
    except (TypeError, ValueError, OverflowError, OSError):
        return _EPOCH
