"""Practices in words, for every front end to lay out: a line of a list, and all of one on a page. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from feltsense.journal.insight import check_in_in_words, check_ins_in_words
from feltsense.journal.model import Field, Outcome, Practice, TooMuch
from feltsense.units import clock_of_ms

_ENDED = {
    Outcome.WHOLE: "to the end",
    Outcome.EARLY: "ended early, which counts just as much",
    Outcome.INTERRUPTED: "without a recorded end",
}
TOO_MUCH_WORDS = {TooMuch.NO: "no", TooMuch.BIT: "a bit", TooMuch.YES: "yes"}


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A few lines that belong together."""

    lines: tuple[str, ...]
    head: str = ""


NOT_PLAYED = "not played"
"""What stands in a list in place of the time that was heard."""


def heard(practice: Practice) -> str:
    """Return how much was heard as `3:00`; of a check-in that nothing followed, that."""
    return clock_of_ms(practice.heard_ms) if practice.played else NOT_PLAYED


def before_and_after(practice: Practice, field: Field) -> str:
    """Return the numbers of a scale as `7 → 5`, a dash where nothing was said; one number where nothing was played."""
    before, after = getattr(practice.before, field), getattr(practice.after, field)
    if not practice.played:
        return _number(before)
    return f"{_number(before)} → {_number(after)}"


def moment(at: datetime) -> str:
    """Return a day and a time as people write it."""
    return f"{at:%A}, {at.day} {at:%B %Y, %H:%M}"


def practice_page(practice: Practice) -> tuple[PageBlock, ...]:
    """Return all of a practice; the first block is headed by its title."""
    return tuple(_blocks(practice))


def progress_sentence(practice: Practice) -> str:
    """Return how much of a practice was heard, and how it ended; of one that was never played, that."""
    if not practice.played:
        return "It was not played." if practice.before.empty else "You checked in, and did not play it."
    length = f" of {clock_of_ms(practice.length_ms)}" if practice.length_ms is not None else ""
    return f"Heard {clock_of_ms(practice.heard_ms)}{length}, {_ENDED[practice.ended]}."


def _blocks(practice: Practice) -> Iterator[PageBlock]:
    about = [moment(practice.began_at), progress_sentence(practice)]
    if practice.rescued_at_ms is not None:
        about.append(f"“Ground me now” at {clock_of_ms(practice.rescued_at_ms)}.")
    yield PageBlock(tuple(about), practice.title)
    if practice.played:
        yield PageBlock(check_ins_in_words(practice.before, practice.after))
    elif said := check_in_in_words(practice.before):
        yield PageBlock(said)
    if practice.after.too_much is not None:
        yield PageBlock((f"Too much: {TOO_MUCH_WORDS[practice.after.too_much]}.",))
    if practice.before.note:
        yield PageBlock((practice.before.note,), "Your line, before")
    if practice.after.note:
        later = f", written later: {moment(practice.note_written_at)}" if practice.note_written_at else ""
        yield PageBlock((practice.after.note,), f"Your line{later}")
    if practice.damaged:
        yield PageBlock((f"Damaged in the journal's file, and left out here: {', '.join(practice.damaged)}.",))


def _number(number: int | None) -> str:
    return "–" if number is None else str(number)
