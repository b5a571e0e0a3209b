"""The check-ins as plain questions. Every answer may be skipped, and each is kept when it is given."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from feltsense.cli.plain.console import Console
from feltsense.journal import wording
from feltsense.journal.model import Field, TooMuch, When
from feltsense.journal.store import Answer

Say = Callable[[When, Field, Answer], None]

_SKIP_ALL = ("s", "skip")
_TOO_MUCH = {"no": TooMuch.NO, "a bit": TooMuch.BIT, "yes": TooMuch.YES}


@dataclass(frozen=True, slots=True)
class CheckInQuestion:
    """One decision."""

    field: Field
    text: str
    choices: tuple[str, ...]
    """What can be answered; empty for a free line."""
    shown: str
    """How the choices are told."""


def _scale(field: Field, text: str, ends: tuple[str, str]) -> CheckInQuestion:
    numbers = tuple(str(number) for number in range(wording.LOWEST, wording.HIGHEST + 1))
    return CheckInQuestion(field, text, numbers, f"{numbers[0]} {ends[0]} … {numbers[-1]} {ends[1]}")


def _rows(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join("  " + " · ".join(row) for row in rows)


_SCALES = (
    _scale(Field.DISTRESS, wording.DISTRESS, wording.DISTRESS_ENDS),
    _scale(Field.CONNECTION, wording.CONNECTION, wording.CONNECTION_ENDS),
)
BEFORE = (
    *_SCALES,
    CheckInQuestion(Field.PLACE, wording.PLACE, wording.PLACES, _rows((wording.PLACES[:6], wording.PLACES[6:]))),
    CheckInQuestion(
        Field.WORD, wording.WORD, tuple(word for row in wording.WORDS for word in row), _rows(wording.WORDS)
    ),
)
AFTER = (
    *_SCALES,
    CheckInQuestion(Field.TOO_MUCH, wording.TOO_MUCH, tuple(_TOO_MUCH), " · ".join(_TOO_MUCH)),
    CheckInQuestion(Field.NOTE, wording.NOTE, (), ""),
)


def check_in(console: Console, when: When, say: Say) -> None:
    """Ask one check-in; `say` is given each answer at once."""
    console.say()
    console.tell("Enter skips a question, s skips all of them.")
    for question in BEFORE if when is When.BEFORE else AFTER:
        line = _answered(console, question)
        if line is None:
            return
        if line:
            say(when, question.field, _value(question, line))


def _answered(console: Console, question: CheckInQuestion) -> str | None:
    """Return the answer, empty when it is skipped, None when all are."""
    console.say()
    if question.choices:
        console.tell(question.text)
    prompt = question.shown or question.text
    while True:
        line = console.ask(prompt)
        if line is None or line.lower() in _SKIP_ALL:
            return None
        if not line or not question.choices:
            return line
        found = [choice for choice in question.choices if choice.lower() == line.lower()]
        if found:
            return found[0]
        prompt = f"“{line}” is none of these. Enter skips the question."


def _value(question: CheckInQuestion, line: str) -> Answer:
    if question.field in (Field.DISTRESS, Field.CONNECTION):
        return int(line)
    return _TOO_MUCH[line] if question.field is Field.TOO_MUCH else line
