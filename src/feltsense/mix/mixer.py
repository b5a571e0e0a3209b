"""The mixer: a timeline made audible, readable from any frame, the same for file and loudspeaker."""

import bisect
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import numpy as np

from feltsense.audio.limiter import limit_peaks
from feltsense.errors import FeltsenseError
from feltsense.mix.assets import AssetResolver
from feltsense.mix.background import Background, BackgroundChange
from feltsense.mix.bell import RING, strike
from feltsense.mix.breath import BreathTone
from feltsense.mix.clip import Clip
from feltsense.mix.levels import CEILING, SPEECH_CEILING
from feltsense.timeline.measure import TAIL
from feltsense.timeline.model import BellEvent, BreathEvent, SoundEvent, SpeechEvent, Timeline
from feltsense.units import SAMPLE_RATE, Frames
from feltsense.voice.port import Speech, Utterance

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KEPT = 4
"""Phrases kept at hand: blocks are read in order, a few threads at a time."""

Layer = tuple[int, int, "Callable[[int, int], NDArray[np.float32]]"]
"""First frame, the frame after the last, and what reads absolute frames between them, of one or two channels."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What lies where. Never altered, so that whoever reads has one plan throughout."""

    length: Frames
    layers: tuple[Layer, ...]
    """In order of their first frames."""
    starts: tuple[int, ...]
    longest: int
    """Frames of the longest layer."""


class Mix:
    """A `PcmSource` of speech, bells, breath tones, sound files and a background, faded out over the tail.

    Args:
        timeline: what is heard when, as far as it is known.
        speech: gives what is said.
        gain: the one factor for all of the speech.
        assets: where the sounds are that the timeline names; None where it names none.
        stereo: two channels even where the timeline needs only one, so that a background may be added at any time.
        settled: the frame from which on places are only expected; None when all are known. Who reads behind it waits
            until `settle` tells more.

    Raises:
        SoundError: a sound that is not there or cannot be used, with its line.
    """

    def __init__(
        self,
        timeline: Timeline,
        speech: Callable[[Utterance], Speech],
        gain: float,
        assets: AssetResolver | None = None,
        *,
        stereo: bool = False,
        settled: Frames | None = None,
    ) -> None:
        self._assets = assets or AssetResolver(timeline.slug, None)
        self._loud = lru_cache(maxsize=_KEPT)(partial(_loud, speech, gain))
        clips = self._clips(timeline)
        self._background = Background(timeline.length, self._changes(timeline), timeline.rest)
        wide = stereo or any(self._background.sounding()) or any(clip.channels == 2 for clip in clips)
        self.channels = 2 if wide else 1
        self._plan = self._planned(timeline, clips)
        self._news = threading.Condition()
        self._settled = timeline.length if settled is None else settled
        self._wanted = 0
        """The frame up to which somebody waits, who asked last; 0 when nobody does."""
        self.failure: FeltsenseError | None = None
        """Why no more will be settled."""
        self.on_wait: Callable[[int], None] = lambda _frame: None
        """Called by who is about to wait, with the frame behind which more is of use: perhaps it is known already."""

    @property
    def length(self) -> Frames:
        """Frames in all, as far as is known."""
        return self._plan.length

    @property
    def wanted(self) -> int:
        """The frame up to which somebody waits, who asked last; 0 when nobody does."""
        return self._wanted

    def expect(self, timeline: Timeline) -> None:
        """Put everything where it is now known or expected to be.

        Args:
            timeline: as at first, but for times; what lies before the frame that was settled is where it was.
        """
        plan = self._planned(timeline, self._clips(timeline))
        self._background.expect(timeline.length, self._changes(timeline), timeline.rest)
        with self._news:
            self._plan = plan

    def settle(self, settled: Frames) -> None:
        """Let go of who waits for frames before `settled`, which are where they are expected for good."""
        with self._news:
            self._settled = settled
            if self._is_settled(self._wanted):
                self._wanted = 0
            self._news.notify_all()

    def fail(self, error: FeltsenseError) -> None:
        """Have whoever reads what is not settled fail with `error`: nothing more will be."""
        with self._news:
            self.failure = error
            self._news.notify_all()

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, channels); what lies behind the end is silence.

        It waits for what is not settled.

        Raises:
            FeltsenseError: what was waited for cannot be made.
        """
        plan = self._plan if self._is_settled(stop) else self._wait_for(stop)
        block = np.zeros((stop - start, self.channels), np.float32)
        for first, end, sound in _between(plan, start, stop):
            begin, until = max(first, start), min(end, stop)
            block[begin - start : until - start] += sound(begin, until)
        if self.channels == 2:
            self._background.add_to(block, start)
        _fade_out(block, start, stop, plan.length)
        np.clip(block, -CEILING, CEILING, out=block)  # reached only where something lies under the loudest syllable
        return block

    def readable(self, start: int, stop: int) -> int:
        """Return the frame, from `start` to `stop`, up to which `read` does not wait.

        Raises:
            FeltsenseError: `start` will never be settled.
        """
        if not self._is_settled(stop):
            self._want(stop, start)
        if self._is_settled(stop):
            return stop
        if self._settled <= start and self.failure is not None:
            raise self.failure
        return max(start, self._settled)

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        """Return the stretches of at least a second in which nothing sounds, as things stand now."""
        plan = self._plan
        sounding = sorted([*((first, end) for first, end, _ in plan.layers), *self._background.sounding()])
        stretches, cursor = [], 0
        for first, end in [*sounding, (plan.length, plan.length)]:
            if first - cursor >= SAMPLE_RATE:
                stretches.append((Frames(cursor), Frames(first)))
            cursor = max(cursor, end)
        return tuple(stretches)

    def has_background(self, at: Frames) -> bool:
        """Tell whether a background is heard from frame `at` on or later, were it loud enough."""
        return self._background.goes_on(at)

    def set_background(self, level_db: float | None, at: Frames) -> None:
        """Glide to another level of the background from frame `at` on: 0 is as the script has it, None is off.

        What was before `at` stays as it was. Safe while others read.
        """
        self._background.set_level(level_db, at)

    def open_soundscape(self, name: str) -> None:
        """Get a background ready, so that `set_soundscape` takes no time. A file is decoded, which may take seconds.

        Raises:
            SoundError: there is no such soundscape or file.
        """
        self._assets.background(name, 0, self._at_most())

    def set_soundscape(self, name: str | None, at: Frames) -> None:
        """Cross-fade to another background from frame `at` on, and stay with it to the end; None for none.

        What was before `at` stays as it was. Safe while others read. It takes as long as `open_soundscape` where that
        was not called before.

        Raises:
            SoundError: there is no such soundscape or file; nothing is changed.
            ValueError: this mix has one channel, and no background fits into it.
        """
        if self.channels == 1 and name is not None:
            raise ValueError("a background needs a mix that was made with stereo=True")
        stream = self._assets.background(name, 0, self._at_most()) if name is not None else None
        self._background.set_stream(name, stream, at)

    def settle_background(self) -> None:
        """Have the level and the background that were chosen last hold for the whole, also for what was before."""
        self._background.settle()

    def _at_most(self) -> int:
        """Return a length that it will hardly pass: no voice takes twice as long as is expected."""
        return self.length if self._settled >= self.length else 2 * self.length

    def _is_settled(self, stop: int) -> bool:
        return self._settled >= min(stop, self._plan.length)

    def _want(self, stop: int, start: int) -> None:
        """Ask for what is before `stop`; it is of use as soon as something behind `start` is there."""
        self._wanted = stop
        self.on_wait(start)

    def _wait_for(self, stop: int) -> _Plan:
        """Wait until everything up to `stop`, or up to the end, is settled; return the plan in which it is."""
        self._want(stop, stop - 1)
        with self._news:
            while not self._is_settled(stop):
                if self.failure is not None:
                    raise self.failure
                self._news.wait()
            return self._plan

    def _changes(self, timeline: Timeline) -> list[BackgroundChange]:
        sounds = (event for event in timeline.overlays if isinstance(event, SoundEvent) and event.soundscape)
        return [self._change(event, timeline.length) for event in sounds]

    def _change(self, event: SoundEvent, length: Frames) -> BackgroundChange:
        stream = self._assets.background(event.name, event.line, length) if event.name else None
        return BackgroundChange(event.start, event.name, stream)

    def _clips(self, timeline: Timeline) -> list[Clip]:
        sounds = (event for event in timeline.overlays if isinstance(event, SoundEvent) and not event.soundscape)
        return [Clip(event, self._assets.clip(event)) for event in sounds if event.length]

    def _planned(self, timeline: Timeline, clips: Iterable[Clip]) -> _Plan:
        layers = tuple(sorted(self._all_layers(timeline, clips), key=lambda layer: layer[0]))
        longest = max((stop - start for start, stop, _ in layers), default=0)
        return _Plan(timeline.length, layers, tuple(layer[0] for layer in layers), longest)

    def _all_layers(self, timeline: Timeline, clips: Iterable[Clip]) -> Iterator[Layer]:
        yield from (self._said(tile) for tile in timeline.tiles if isinstance(tile, SpeechEvent))
        yield from _bells(timeline, self.channels)
        yield from _tones(event for event in timeline.overlays if isinstance(event, BreathEvent))
        yield from ((clip.event.start, clip.event.start + clip.event.length, clip.read) for clip in clips)

    def _said(self, event: SpeechEvent) -> Layer:
        return event.start, event.start + event.length, partial(self._saying, event)

    def _saying(self, event: SpeechEvent, start: int, stop: int) -> "NDArray[np.float32]":
        return self._loud(event.utterance)[start - event.start : stop - event.start]


def _between(plan: _Plan, start: int, stop: int) -> Iterator[Layer]:
    first = bisect.bisect_right(plan.starts, start - plan.longest)
    for layer in plan.layers[first : bisect.bisect_left(plan.starts, stop)]:
        if layer[1] > start:
            yield layer


def _fade_out(block: "NDArray[np.float32]", start: int, stop: int, length: int) -> None:
    left = length - np.arange(max(start, length - TAIL), stop)
    if left.size:
        block[-left.size :] *= (np.maximum(left, 0) / TAIL).astype(np.float32)[:, None]


def _loud(speech: Callable[[Utterance], Speech], gain: float, utterance: Utterance) -> "NDArray[np.float32]":
    found = speech(utterance)
    samples = found.samples * np.float32(gain)
    loud = limit_peaks(samples, SPEECH_CEILING) if found.spoken.true_peak * gain > SPEECH_CEILING else samples
    return loud[:, None]


def _bells(timeline: Timeline, channels: int) -> Iterator[Layer]:
    for event in timeline.overlays:
        if isinstance(event, BellEvent):
            end = min(event.start + RING, timeline.length)
            yield event.start, end, partial(_ringing, event, channels)


def _ringing(event: BellEvent, channels: int, start: int, stop: int) -> "NDArray[np.float32]":
    return strike(low=event.low, channels=channels)[start - event.start : stop - event.start]


def _tones(events: Iterable[BreathEvent]) -> Iterator[Layer]:
    tone = BreathTone(list(events))
    for index, event in enumerate(tone.events):
        yield event.start, event.start + event.length, partial(tone.read, index)
