"""Searching exercises by what would help. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from feltsense.library.catalogue import Entry


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

_KIN = {
    Need.UNMOORED: "anxious anxiety panic afraid fear scared overwhelmed dizzy lost numb unreal spinning worried worry",
    Need.TENSE: "stress stressed tension sleep sleepless awake restless tired exhausted pain tight nervous",
    Need.HARD_ON_MYSELF: "shame ashamed guilt guilty failure worthless critic stupid angry hate not enough",
    Need.CUT_OFF: "lonely loneliness alone sad sadness empty isolated nobody missing grief disconnected night evening",
    Need.REACH_OUT: "friend friends message call phone people talk company group help therapist shy",
    Need.OLD_STORY: "past childhood memory story thoughts hurt hurting ache unworthy rejected left",
}
"""What people type who feel so."""

_WORD = re.compile(r"[^\w']+")

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
"""The need of an exercise that names none."""


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """Exercises under one need."""

    need: Need
    entries: tuple[Entry, ...]


def need_of(entry: Entry) -> Need:
    """Return the need that `entry` is shown under: the first it names, else by its practice."""
    named = [Need(tag) for tag in entry.front.tags if tag in _WORDS]
    return named[0] if named else _BY_PRACTICE.get(entry.front.practice, Need.UNMOORED)


def group_by_need(entries: Iterable[Entry], query: str = "") -> Sequence[NeedGroup]:
    """Return the exercises that match a query, by need; the most outward ones first, then by title.

    Every word of the query has to begin a word of the title, the summary or the practice, or one that people say for
    the need. Empty groups are left out; a group with a title that matches comes first, and that title first in it.
    """
    words = query.casefold().split()
    matching = [entry for entry in entries if all(_found(word, _searched(entry)) for word in words)]
    ordered = sorted(matching, key=lambda entry: (_rank(entry, words), entry.front.tier, entry.front.title.casefold()))
    groups = [NeedGroup(need, tuple(entry for entry in ordered if need_of(entry) is need)) for need in Need]
    return sorted((group for group in groups if group.entries), key=lambda group: _rank(group.entries[0], words))


def _rank(entry: Entry, words: Sequence[str]) -> int:
    """Return 0 where the title says all that was typed, else 1."""
    return 0 if all(_found(word, entry.front.title.casefold()) for word in words) else 1


def _found(word: str, text: str) -> bool:
    return any(each.startswith(word) for each in _WORD.split(text))


def _searched(entry: Entry) -> str:
    front = entry.front
    need = need_of(entry)
    return f"{front.title} {front.summary} {front.practice} {need.words} {_KIN[need]}".casefold()
