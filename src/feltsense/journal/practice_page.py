"""Practices in words, for every front end to lay out: columns of a list, and all of one on a page. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from feltsense.journal.insight import change_symbol, check_ins_in_words
from feltsense.journal.model import Outcome, Practice, TooMuch
from feltsense.units import clock_of_ms

_ENDED = {
    Outcome.WHOLE: "to the end",
    Outcome.EARLY: "ended early, which counts just as much",
    Outcome.INTERRUPTED: "without a recorded end",
}
_TOO_MUCH = {TooMuch.NO: "no", TooMuch.BIT: "a bit", TooMuch.YES: "yes"}


@dataclass(frozen=True, slots=True)
class DistressColumns:
    """Distress before and after, as a row of a list shows it."""

    before: str
    """The number, or a dash where nothing was said."""
    change: str
    """`v` lower after, `=` the same, `^` higher, `·` where a number is missing: shapes, no colours."""
    after: str


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A few lines that belong together."""

    lines: tuple[str, ...]
    head: str = ""


def distress_columns(practice: Practice) -> DistressColumns:
    """Return distress before and after a practice."""
    before, after = practice.before.distress, practice.after.distress
    change = None if before is None or after is None else after - before
    return DistressColumns(_number(before), change_symbol(change), _number(after))


def practice_page(practice: Practice) -> tuple[PageBlock, ...]:
    """Return all of a practice; the first block is headed by its title."""
    return tuple(_blocks(practice))


def progress_sentence(practice: Practice) -> str:
    """Return how much of a practice was heard, and how it ended; of one that was never played, that."""
    if practice.heard_ms == 0 and practice.ended is Outcome.INTERRUPTED:
        return "It was not played." if practice.before.empty else "You checked in, and did not play it."
    length = f" of {clock_of_ms(practice.length_ms)}" if practice.length_ms is not None else ""
    return f"Heard {clock_of_ms(practice.heard_ms)}{length}, {_ENDED[practice.ended]}."


def _blocks(practice: Practice) -> Iterator[PageBlock]:
    about = [f"{practice.began_at:%A, %d %B %Y, %H:%M}", progress_sentence(practice)]
    if practice.rescued_at_ms is not None:
        about.append(f"“Ground me now” at {clock_of_ms(practice.rescued_at_ms)}.")
    yield PageBlock(tuple(about), practice.title)
    yield PageBlock(check_ins_in_words(practice.before, practice.after))
    if practice.after.too_much is not None:
        yield PageBlock((f"Too much: {_TOO_MUCH[practice.after.too_much]}.",))
    for note in (practice.before.note, practice.after.note):
        if note:
            yield PageBlock((note,), "Your line")
    if practice.damaged:
        yield PageBlock((f"Damaged in the journal's file, and left out here: {', '.join(practice.damaged)}.",))


def _number(number: int | None) -> str:
    return "–" if number is None else str(number)
