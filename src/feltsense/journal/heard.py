"""How far a practice got, in a sentence."""

from feltsense.journal.model import Outcome, Practice
from feltsense.units import clock_of_ms

_ENDED = {
    Outcome.WHOLE: "to the end",
    Outcome.EARLY: "ended early, which counts just as much",
    Outcome.INTERRUPTED: "without a recorded end",
}


def heard(practice: Practice) -> str:
    """Return how much of a practice was heard, and how it ended; of one that was never played, that."""
    if practice.heard_ms == 0 and practice.ended is Outcome.INTERRUPTED:
        return "It was not played." if practice.before.empty else "You checked in, and did not play it."
    length = f" of {clock_of_ms(practice.length_ms)}" if practice.length_ms is not None else ""
    return f"Heard {clock_of_ms(practice.heard_ms)}{length}, {_ENDED[practice.ended]}."
