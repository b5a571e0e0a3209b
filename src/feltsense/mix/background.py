"""The background under an exercise: which soundscape is heard when, and how loud. Both may change while it plays.

It is not ducked under the voice: 22 LU below, no word is covered, and a background that moves with every sentence draws
the ear to itself.
"""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from feltsense.audio.samples import fade_in_gain, fade_out_gain
from feltsense.mix.port import BackgroundStream
from feltsense.units import Frames, frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

CROSSFADE = frames(4000)
"""From one soundscape to the next, and from silence at the beginning."""

GLIDE = frames(500)
"""From one level to the next."""

END, REST_END = frames(8000), frames(30_000)
"""Fade to nothing at the end of the exercise, and of a background by itself."""

LIFT = frames(20_000)
"""How long a background takes to come forward once the voice is over."""

_FORWARD_DB, _ALONE_DB = 8.0, 14.0
"""By so much a background is louder where nothing is said over it: after a voice, and by itself from the beginning.

From −38 LUFS it comes to −30, for falling asleep, and to −24: present, and still softer than a voice.
"""

_NEVER = 1 << 62


@dataclass(frozen=True, slots=True)
class BackgroundChange:
    """From frame `at` on, `stream` is heard, from its beginning; None for nothing."""

    at: int
    name: str | None
    stream: BackgroundStream | None


@dataclass(frozen=True, slots=True)
class _Glide:
    """From frame `at` on, the gain goes from `before` to `after`."""

    at: int
    before: float
    after: float

    def gain(self, place: "NDArray[np.int64]") -> "NDArray[np.float32]":
        """Return the gain at each frame from `at` on."""
        done = fade_in_gain(place - self.at, GLIDE) ** 2  # a raised cosine: soft at both ends
        return np.float32(self.before) + np.float32(self.after - self.before) * done


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is heard when. Never altered, so that whoever reads has one plan throughout."""

    changes: tuple[BackgroundChange, ...]
    """In order; each lasts until the next, and fades over `CROSSFADE` from there."""
    glides: tuple[_Glide, ...]
    """In order; the first is at 0."""


_Dated = TypeVar("_Dated", BackgroundChange, _Glide)


class Background:
    """The background of `length` frames. Reading and changing it from several threads is safe."""

    def __init__(self, length: Frames, changes: Sequence[BackgroundChange] = (), rest: Frames | None = None) -> None:
        """Begin with the changes that the script asks for, in order, at full level.

        Args:
            length: of the whole.
            changes: what the script asks for; that at `rest` holds whatever was chosen before it.
            rest: the frame from which on it is heard by itself; None where that is nowhere.
        """
        self.length, self._rest = length, rest
        self._lock = threading.Lock()
        self._glides: tuple[_Glide, ...] = (_Glide(0, 1.0, 1.0),)
        """The levels that were chosen; the first is at 0."""
        self._script = tuple(changes)
        self._chosen: tuple[BackgroundChange, ...] = ()
        """What was chosen while it plays, in order, instead of what the script asks for: from the first one on."""
        self._plan = self._planned()

    def goes_on(self, at: int) -> bool:
        """Tell whether one is heard from frame `at` on or later, were it loud enough; what is fading there is not."""
        changes = _until_next(self._plan.changes)
        return any(change.stream is not None and ends > at + CROSSFADE for change, ends in changes)

    def expect(self, length: Frames, changes: Sequence[BackgroundChange], rest: Frames | None = None) -> None:
        """Put the length and the script's changes where they are now known or expected to be.

        What was chosen while it plays stays as it is.
        """
        with self._lock:
            self.length, self._script, self._rest = length, tuple(changes), rest
            self._plan = self._planned()

    def set_level(self, level_db: float | None, at: int) -> None:
        """Glide to `level_db` (0 is as the script has it; None is off) from frame `at` on, and stay there.

        Off under the voice is not off in the rest: who has it go on by itself wants to hear it there.
        """
        with self._lock:
            now = float(_gain(self._plan.glides, np.array([at]))[0])
            kept = tuple(glide for glide in self._glides if glide.at < at)
            after = 0.0 if level_db is None else 10 ** (level_db / 20)
            self._glides = (*(kept or (_Glide(0, now, now),)), _Glide(at, now, after))
            self._plan = self._planned()

    def set_stream(self, name: str | None, stream: BackgroundStream | None, at: int) -> None:
        """Cross-fade to `stream` from frame `at` on, and stay with it: what the script changes later is left out."""
        with self._lock:
            before = (change for change in self._chosen if change.at < at)
            self._chosen = (*before, BackgroundChange(at, name, stream))
            self._plan = self._planned()

    def settle(self) -> None:
        """Have the level and the stream that were chosen last hold for the whole: whoever goes back hears them too.

        What was chosen in the rest holds for the rest.
        """
        with self._lock:
            rest = self._rest or _NEVER
            streams, later_streams = _parted(self._chosen, rest)
            self._chosen = (
                *(replace(change, at=0) for change in streams[-1:]),
                *(replace(change, at=rest) for change in later_streams[-1:]),
            )
            levels, later_levels = _parted(self._glides, rest)
            level = levels[-1].after
            self._glides = (
                _Glide(0, level, level),
                *(_Glide(rest, level, glide.after) for glide in later_levels[-1:]),
            )
            self._plan = self._planned()

    def _planned(self) -> _Plan:
        """Return what is heard when, as things stand now."""
        before, later = _parted(self._glides, self._rest or _NEVER)
        off = not before[-1].after
        return _Plan(
            self._changes(), (*before, *([_Glide(self._rest, 0.0, 1.0)] if self._rest and off else ()), *later)
        )

    def _changes(self) -> tuple[BackgroundChange, ...]:
        """Return what the script asks for until something was chosen, and what was chosen from there on."""
        first = self._chosen[0].at if self._chosen else _NEVER
        kept = (change for change in self._script if change.at < first or change.at == self._rest)
        return _effective(sorted([*kept, *self._chosen], key=lambda change: change.at))

    def add_to(self, block: "NDArray[np.float32]", start: int) -> None:
        """Add the background to `block`, shape (frames, 2), whose first frame is `start`."""
        plan, stop = self._plan, start + len(block)
        for change, ends in _until_next(plan.changes):
            first, until = max(start, change.at), min(stop, ends + CROSSFADE)
            if change.stream is None or first >= until:
                continue
            gain = self._weights(plan, change.at, ends, first, until)
            if gain.any():
                sound = change.stream.read(first - change.at, until - change.at)
                block[first - start : until - start] += sound * gain[:, None]

    def sounding(self) -> Iterator[tuple[int, int]]:
        """Yield stretches in order in which something may be heard; outside of them there is pure silence."""
        plan = self._plan
        for change, end in _until_next(plan.changes):
            if change.stream is not None:
                for first, until in _audible(plan.glides):
                    begin, stop = max(first, change.at), min(until, end + CROSSFADE, self.length)
                    if begin < stop:
                        yield begin, stop

    def _weights(self, plan: _Plan, begins: int, ends: int, first: int, until: int) -> "NDArray[np.float32]":
        place = np.arange(first, until)
        gain = _gain(plan.glides, place)
        if first < begins + CROSSFADE:
            gain *= fade_in_gain(place - begins, CROSSFADE)
        if until > ends:
            gain *= fade_out_gain(place - ends, CROSSFADE)
        end = END if self._rest is None else min(REST_END, self.length)
        if until > self.length - end:
            gain *= fade_out_gain(place - (self.length - end), end)
        return gain if self._rest is None or until <= self._rest else gain * _forward(place, self._rest)


def _forward(place: "NDArray[np.int64]", rest: int) -> "NDArray[np.float32]":
    """Return by how much the background is louder at each frame, where it is by itself from frame `rest` on."""
    if not rest:
        return np.full(len(place), 10 ** (_ALONE_DB / 20), np.float32)
    most = np.float32(10 ** (_FORWARD_DB / 20))
    return 1 + (most - 1) * fade_in_gain(place - rest, LIFT) ** 2


def _parted(items: Sequence[_Dated], rest: int) -> tuple[list[_Dated], list[_Dated]]:
    """Return what was chosen before frame `rest`, and what from there on."""
    return [each for each in items if each.at < rest], [each for each in items if each.at >= rest]


def _until_next(items: Sequence[_Dated]) -> Iterator[tuple[_Dated, int]]:
    """Yield each with the frame at which the next one begins."""
    for number, item in enumerate(items, 1):
        yield item, items[number].at if number < len(items) else _NEVER


def _effective(changes: Sequence[BackgroundChange]) -> tuple[BackgroundChange, ...]:
    """Return the changes without those that change nothing, and without those that the next one undoes at once."""
    kept: list[BackgroundChange] = []
    for change in changes:
        while kept and kept[-1].at >= change.at:
            kept.pop()
        before = kept[-1].name if kept else None
        if change.name != before:
            kept.append(change)
    return tuple(kept)


def _gain(glides: Sequence[_Glide], place: "NDArray[np.int64]") -> "NDArray[np.float32]":
    """Return the level's gain at each frame of `place`, which rises by one."""
    gain = np.empty(len(place), np.float32)
    start, stop = int(place[0]), int(place[-1]) + 1
    for glide, ends in _until_next(glides):
        first, until = max(start, glide.at), min(stop, ends)
        if first >= glide.at + GLIDE and first < until:
            gain[first - start : until - start] = glide.after
        elif first < until:
            gain[first - start : until - start] = glide.gain(place[first - start : until - start])
    return gain


def _audible(glides: Sequence[_Glide]) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which the level is above nothing, in order."""
    for glide, end in _until_next(glides):
        if glide.after:
            yield glide.at, end
        elif glide.before:
            yield glide.at, min(glide.at + GLIDE, end)
