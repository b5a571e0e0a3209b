"""Between a practice and its row in the journal's table: which columns there are, and what they hold."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from feltsense.journal.model import CheckIn, Field, Outcome, Practice, TooMuch, When

_OWN = (
    "uid", "slug", "title", "script_sha256", "voice", "tier", "asked_ms", "length_ms", "began_at", "heard_ms",
    "ended_at", "ended", "rescued_at_ms", "wording",
)  # fmt: skip
_SAID = (*Field, "said_at")

COLUMNS = ("id", *_OWN, *(f"{when}_{name}" for when in When for name in _SAID))
"""The columns that `practice_of` reads, in its order."""

WRITTEN = (*COLUMNS[1:], "began_us", "kept")
"""The columns that `values_of` fills."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def practice_of(row: Sequence[Any]) -> Practice:
    """Return the practice in a row with `COLUMNS`."""
    own, said = dict(zip(COLUMNS, row[: len(_OWN) + 1], strict=False)), row[len(_OWN) + 1 :]
    own["began_at"] = datetime.fromisoformat(own["began_at"])
    own["ended_at"] = _moment(own["ended_at"])
    own["ended"] = Outcome(own["ended"])
    half = len(_SAID)
    return Practice(**own, before=_check_in(said[:half]), after=_check_in(said[half:]))


def values_of(practice: Practice) -> dict[str, Any]:
    """Return what a row of a practice holds, without its number."""
    values: dict[str, Any] = {name: plain(getattr(practice, name)) for name in _OWN}
    values["began_at"] = practice.began_at.isoformat()
    values["began_us"] = microseconds(practice.began_at)
    values["ended_at"] = practice.ended_at.isoformat() if practice.ended_at else None
    for when, said in ((When.BEFORE, practice.before), (When.AFTER, practice.after)):
        values |= {f"{when}_{name}": plain(getattr(said, name)) for name in Field}
        values[f"{when}_said_at"] = said.said_at.isoformat() if said.said_at else None
    untouched = practice.before.empty and practice.after.empty and not practice.heard_ms
    return values | {"kept": int(not untouched or practice.rescued_at_ms is not None)}


def microseconds(moment: datetime) -> int:
    """Return an aware moment as microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def plain(value: object) -> object:
    """Return an answer as SQLite takes it: text without what no text can hold."""
    if isinstance(value, StrEnum):
        return value.value
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _check_in(said: Sequence[Any]) -> CheckIn:
    distress, connection, place, word, too_much, note, said_at = said
    much = None if too_much is None else TooMuch(too_much)
    return CheckIn(distress, connection, place, word, much, note, _moment(said_at))


def _moment(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)
