"""The questions of the two check-ins, as data that every front end shows in its own way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from feltsense.journal import wording
from feltsense.journal.model import CheckIn, Field, TooMuch, When
from feltsense.system.settings import Questions

NIGHT_BEGINS, NIGHT_ENDS = 22, 6
"""Hours of the day, where the listener is."""

Value = int | str | TooMuch
"""An answer that was given."""


@dataclass(frozen=True, slots=True)
class CheckInQuestion:
    """One question. It may always be skipped."""

    field: Field
    text: str
    choices: Mapping[str, Value]
    """What can be answered, in the order it is shown, by the words for it; empty for a free line."""
    ends: tuple[str, str] = ("", "")
    """What the lowest and the highest number of a scale mean."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The words of the choices, as they belong together; empty for a scale."""


def is_night(now: datetime) -> bool:
    """Tell whether it is night at that local time."""
    return now.hour >= NIGHT_BEGINS or now.hour < NIGHT_ENDS


def are_asked(questions: Questions, now: datetime) -> bool:
    """Tell whether a practice that begins now asks how it feels."""
    return questions is Questions.ALWAYS or (questions is Questions.NOT_AT_NIGHT and not is_night(now))


def _scale(field: Field, text: str, ends: tuple[str, str]) -> CheckInQuestion:
    numbers: dict[str, Value] = {str(number): number for number in range(wording.LOWEST, wording.HIGHEST + 1)}
    return CheckInQuestion(field, text, MappingProxyType(numbers), ends)


def _words(field: Field, text: str, rows: tuple[tuple[str, ...], ...]) -> CheckInQuestion:
    words: dict[str, Value] = {word: word for row in rows for word in row}
    return CheckInQuestion(field, text, MappingProxyType(words), rows=rows)


_SCALES = (
    _scale(Field.DISTRESS, wording.DISTRESS, wording.DISTRESS_ENDS),
    _scale(Field.CONNECTION, wording.CONNECTION, wording.CONNECTION_ENDS),
)
_TOO_MUCH: Mapping[str, Value] = MappingProxyType({"no": TooMuch.NO, "a bit": TooMuch.BIT, "yes": TooMuch.YES})

QUESTIONS: Mapping[When, tuple[CheckInQuestion, ...]] = MappingProxyType(
    {
        When.BEFORE: (
            *_SCALES,
            _words(Field.PLACE, wording.PLACE, (wording.PLACES[:6], wording.PLACES[6:], wording.NO_REGION)),
            _words(Field.WORD, wording.WORD, wording.WORDS),
        ),
        When.AFTER: (
            *_SCALES,
            CheckInQuestion(Field.TOO_MUCH, wording.TOO_MUCH, _TOO_MUCH, rows=(tuple(_TOO_MUCH),)),
            CheckInQuestion(Field.NOTE, wording.NOTE, MappingProxyType({})),
        ),
    }
)
"""What each check-in asks, in this order."""


def with_answer(check_in: CheckIn, field: Field, value: Value) -> CheckIn:
    """Return a check-in with one answer more, or another one."""
    changed: dict[str, Any] = {field.value: value}
    return replace(check_in, **changed)


def answers(check_in: CheckIn) -> Iterator[tuple[Field, Value]]:
    """Yield the answers that were given."""
    for field in Field:
        value = getattr(check_in, field.value)
        if value not in (None, ""):
            yield field, value
