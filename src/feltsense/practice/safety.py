"""When a practice has stirred something up: how that is noticed, what is said, and what is suggested next."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import islice
from types import MappingProxyType

from feltsense.journal.model import CheckIn, Practice, TooMuch

RISE = 2
"""Distress higher by this much or more has risen."""

HIGH = 8
"""Distress from here on is high, before or after."""

BEFORE_TIER_THREE = (
    "This one goes closer to what is tender. Feelings may come up that have waited a while.",
    (
        "It is best on a day with some room, and not right before something that matters. You can stop, skip or "
        "press g at any moment, and half of it counts. With a history that still hurts, it is better done beside a "
        "professional."
    ),
    "Many people begin with something that stays outside.",
)
"""What is told once before the first exercise of tier 3, in paragraphs."""
LOOK_AROUND = ("Look around.", "Name three things that you can see.", "Feel what carries you.")
"""The rescue piece in three sentences, for when it cannot be heard."""
STIRRED = "That stirred something up. It happens to quite a few people, and usually passes. What would help now?"
GROUNDED = "You asked for something steady. What would help now?"
"""After the rescue piece, where nobody has said how it is now: nothing is known to have been stirred up."""
PAUSE = (
    "The last practices have stirred up a good deal. A pause from the inner exercises may be kind, "
    "and so may talking with a professional whom you trust."
)
_OUTWARD = "Something with your eyes open may be a good place to begin."
TIER_ONE_NEXT = f"Last time stirred something up. {_OUTWARD}"
AFTER_RESCUE = f"Last time you asked for something steady. {_OUTWARD}"
TIER_ONE_FIRST = "That is a lot right now. Would you like something short with your eyes open first?"

ORIENTING, FEET = "ninety-seconds-here", "feet-on-the-floor"
GENTLE = MappingProxyType({ORIENTING: "ninety seconds of looking around", FEET: "a few minutes with the feet"})
"""The exercises for when something is a lot, with how they are offered. One may be missing in an old folder.

The second is the default rescue of the literature: far from head and chest.
"""

_LOOKED_AT = 3
_OF_THEM = 2


class Reason(StrEnum):
    """Why a practice counts as having stirred something up."""

    MORE = "more"
    """Distress is higher than before by `RISE` or more."""
    HIGH = "high"
    """Distress is `HIGH` or more after it."""
    TOO_MUCH = "too_much"
    """The listener said that it was too much."""


class Help(StrEnum):
    """What is offered then, in this order."""

    ORIENTING = "orienting"
    FEET_AND_HANDS = "feet_and_hands"
    SOMEONE = "someone"
    HELPLINES = "helplines"
    STOP = "stop"

    @property
    def words(self) -> str:
        """Return how it is offered."""
        return _HELP[self]

    @property
    def piece(self) -> str | None:
        """Return the exercise that is meant; None where none is."""
        return _PIECES.get(self)


_HELP = {
    Help.ORIENTING: "Ninety seconds of looking around, eyes open",
    Help.FEET_AND_HANDS: "Feet and hands",
    Help.SOMEONE: "Someone I trust",
    Help.HELPLINES: "Helplines",
    Help.STOP: "Stop here",
}
_PIECES = {Help.ORIENTING: ORIENTING, Help.FEET_AND_HANDS: FEET}


def reasons(before: CheckIn, after: CheckIn) -> frozenset[Reason]:
    """Return why a practice counts as having stirred something up; nothing where it does not.

    That “ground me now” was used is none: it is there to be used, and what was felt then is asked afterwards.
    """
    found = set()
    if after.distress is not None:
        if before.distress is not None and after.distress - before.distress >= RISE:
            found.add(Reason.MORE)
        if after.distress >= HIGH:
            found.add(Reason.HIGH)
    if after.too_much is TooMuch.YES:
        found.add(Reason.TOO_MUCH)
    return frozenset(found)


def rose(practice: Practice) -> bool:
    """Tell whether a practice has stirred something up."""
    return bool(reasons(practice.before, practice.after))


def suggest_tier_one(newest_first: Iterable[Practice]) -> bool:
    """Tell whether only exercises of tier 1 are suggested now.

    They are when the last practice has stirred something up, and when “ground me now” was asked for in it: something
    was a lot then, even where it is not known to have risen. A check-in that led to no practice takes that back for
    nobody.
    """
    last = _last(newest_first)
    return last is not None and (rose(last) or last.rescued_at_ms is not None)


def suggest_pause(newest_first: Iterable[Practice]) -> bool:
    """Tell whether a pause from inner exercises is suggested: two of the last three have stirred something up."""
    inner = islice((practice for practice in newest_first if practice.inner and practice.played), _LOOKED_AT)
    return sum(rose(practice) for practice in inner) >= _OF_THEM


def suggestion(newest_first: Sequence[Practice]) -> str:
    """Return what the last practices suggest, in words; empty when they suggest nothing."""
    if suggest_pause(newest_first):
        return PAUSE
    last = _last(newest_first)
    if last is None or not suggest_tier_one(newest_first):
        return ""
    return TIER_ONE_NEXT if rose(last) else AFTER_RESCUE


def _last(newest_first: Iterable[Practice]) -> Practice | None:
    """Return the newest that was a practice, and not only a check-in."""
    return next((practice for practice in newest_first if practice.played), None)


def offer_tier_one_first(before: CheckIn) -> bool:
    """Tell whether something of tier 1 is offered before the chosen exercise. It is an offer, never a lock."""
    return before.distress is not None and before.distress >= HIGH
