"""The mixer: a timeline made audible, readable from any frame, the same for file and loudspeaker."""

import bisect
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import numpy as np

from feltsense.sound.bell import RING, strike
from feltsense.sound.breath import BreathTone
from feltsense.sound.limiter import limited
from feltsense.sound.loudness import CEILING, SPEECH_CEILING
from feltsense.timeline.draft import TAIL
from feltsense.timeline.model import BellEvent, BreathEvent, SpeechEvent, Timeline
from feltsense.units import SAMPLE_RATE, Frames
from feltsense.voice.port import Speech, Utterance

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KEPT = 4
"""Phrases kept at hand: blocks are read in order, a few threads at a time."""

Layer = tuple[int, int, "Callable[[int, int], NDArray[np.float32]]"]
"""First frame, the frame after the last, and what reads absolute frames between them."""


class Mix:
    """A `PcmSource` of speech, bells and breath tones: mono, faded out over the tail."""

    channels = 1

    def __init__(self, timeline: Timeline, speech: Callable[[Utterance], Speech], gain: float) -> None:
        """Mix `timeline`; `speech` gives what is said, `gain` is the one factor for all of it."""
        self.length = timeline.length
        self._loud = lru_cache(maxsize=_KEPT)(partial(_loud, speech, gain))
        self._layers = sorted(self._all_layers(timeline), key=lambda layer: layer[0])
        self._starts = [layer[0] for layer in self._layers]
        self._longest = max((stop - start for start, stop, _ in self._layers), default=0)

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, 1)."""
        block = np.zeros(stop - start, np.float32)
        for first, end, sound in self._between(start, stop):
            begin, until = max(first, start), min(end, stop)
            block[begin - start : until - start] += sound(begin, until)
        self._fade_out(block, start, stop)
        np.clip(block, -CEILING, CEILING, out=block)  # reached only where a bell rings under the loudest syllable
        return block.reshape(-1, 1)

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        """Return the stretches of at least a second in which nothing sounds."""
        stretches, cursor = [], 0
        for first, end in [*((first, end) for first, end, _ in self._layers), (self.length, self.length)]:
            if first - cursor >= SAMPLE_RATE:
                stretches.append((Frames(cursor), Frames(first)))
            cursor = max(cursor, end)
        return tuple(stretches)

    def _between(self, start: int, stop: int) -> Iterator[Layer]:
        first = bisect.bisect_right(self._starts, start - self._longest)
        for layer in self._layers[first : bisect.bisect_left(self._starts, stop)]:
            if layer[1] > start:
                yield layer

    def _fade_out(self, block: "NDArray[np.float32]", start: int, stop: int) -> None:
        left = self.length - np.arange(max(start, self.length - TAIL), stop)
        if left.size:
            block[-left.size :] *= (left / TAIL).astype(np.float32)

    def _all_layers(self, timeline: Timeline) -> Iterator[Layer]:
        yield from (self._said(tile) for tile in timeline.tiles if isinstance(tile, SpeechEvent))
        yield from _bells(timeline)
        yield from _tones(event for event in timeline.overlays if isinstance(event, BreathEvent))

    def _said(self, event: SpeechEvent) -> Layer:
        return event.start, event.start + event.length, partial(self._saying, event)

    def _saying(self, event: SpeechEvent, start: int, stop: int) -> "NDArray[np.float32]":
        return self._loud(event.utterance)[start - event.start : stop - event.start]


def _loud(speech: Callable[[Utterance], Speech], gain: float, utterance: Utterance) -> "NDArray[np.float32]":
    found = speech(utterance)
    samples = found.samples * np.float32(gain)
    return limited(samples, SPEECH_CEILING) if found.spoken.true_peak * gain > SPEECH_CEILING else samples


def _bells(timeline: Timeline) -> Iterator[Layer]:
    for event in timeline.overlays:
        if isinstance(event, BellEvent):
            end = min(event.start + RING, timeline.length)
            yield event.start, end, partial(_ringing, event)


def _ringing(event: BellEvent, start: int, stop: int) -> "NDArray[np.float32]":
    return strike(low=event.low)[start - event.start : stop - event.start]


def _tones(events: Iterable[BreathEvent]) -> Iterator[Layer]:
    tone = BreathTone(list(events))
    for index, event in enumerate(tone.events):
        yield event.start, event.start + event.length, partial(tone.read, index)
