"""What somebody may need, and which exercises answer it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from feltsense.library import Entry


class Need(StrEnum):
    """What would help, by the tag that an exercise says it with."""

    UNMOORED = "unmoored"
    TENSE = "tense"
    HARD_ON_MYSELF = "hard-on-myself"
    CUT_OFF = "cut-off"
    REACH_OUT = "reach-out"
    OLD_STORY = "old-story"

    @property
    def words(self) -> str:
        """Return it as somebody would say it."""
        return _WORDS[self]


_WORDS = {
    Need.UNMOORED: "I feel unmoored",
    Need.TENSE: "my body is tense",
    Need.HARD_ON_MYSELF: "I'm hard on myself",
    Need.CUT_OFF: "I feel cut off",
    Need.REACH_OUT: "I want to reach out",
    Need.OLD_STORY: "an old story is loud",
}

_BY_PRACTICE = {
    "grounding": Need.UNMOORED,
    "orienting": Need.UNMOORED,
    "breath": Need.TENSE,
    "body-scan": Need.TENSE,
    "self-compassion": Need.HARD_ON_MYSELF,
    "loving-kindness": Need.CUT_OFF,
    "nature": Need.CUT_OFF,
    "rehearsal": Need.REACH_OUT,
    "journalling": Need.REACH_OUT,
    "focusing": Need.OLD_STORY,
    "parts": Need.OLD_STORY,
    "reframing": Need.OLD_STORY,
}
"""Where an exercise goes that names no need."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Exercises under one need."""

    need: Need
    entries: tuple[Entry, ...]


def need_of(entry: Entry) -> Need:
    """Return the need that `entry` is shown under: the first it names, else by its practice."""
    named = [Need(tag) for tag in entry.front.tags if tag in _WORDS]
    return named[0] if named else _BY_PRACTICE.get(entry.front.practice, Need.UNMOORED)


def shelves(entries: Iterable[Entry], wanted: str = "") -> Sequence[Shelf]:
    """Return the exercises that fit what was typed, by need; the most outward ones first, then by title.

    Every word typed has to be somewhere in title, summary, practice or the need's words. Empty shelves are left out.
    """
    words = wanted.casefold().split()
    fitting = [entry for entry in entries if all(word in _searched(entry) for word in words)]
    ordered = sorted(fitting, key=lambda entry: (entry.front.tier, entry.front.title.casefold()))
    found = (Shelf(need, tuple(entry for entry in ordered if need_of(entry) is need)) for need in Need)
    return [shelf for shelf in found if shelf.entries]


def _searched(entry: Entry) -> str:
    front = entry.front
    return f"{front.title} {front.summary} {front.practice} {need_of(entry).words}".casefold()
