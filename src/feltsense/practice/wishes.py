"""What may be wished of a practice while it is heard, and what is said where that cannot be. Pure."""

from enum import StrEnum

from feltsense.practice.events import PracticeState


class PracticeWish(StrEnum):
    """What is wished."""

    BACKGROUND = "background"
    """Another background, or another level of it."""
    TIMER = "timer"
    """A sleep timer."""
    AFTERWARDS = "afterwards"
    """A background that goes on when the voice has ended."""


ENDING = "it is coming to an end"
"""Whatever is wished then."""

NO_BACKGROUND = "there is no background here"
"""What is said to who changes the level of none."""

_UNDER_RESCUE = {
    PracticeWish.BACKGROUND: "nothing lies beneath this piece",
    PracticeWish.TIMER: "this piece is heard to its end",
    PracticeWish.AFTERWARDS: "nothing follows this piece",
}

_BY_ITSELF = "it goes on by itself, and nothing follows it"


def refusal(wish: PracticeWish, state: PracticeState, *, alone: bool = False) -> str:
    """Return why a wish cannot be met as far as a practice is, in a few words; empty where it can.

    Args:
        wish: what is wished.
        state: how far the practice is.
        alone: whether it is a background by itself, without a voice.
    """
    match state:
        case PracticeState.GROUNDING:
            return _UNDER_RESCUE[wish]
        case PracticeState.ENDING | PracticeState.OVER:
            return ENDING
        case _:
            return _BY_ITSELF if alone and wish is PracticeWish.AFTERWARDS else ""
