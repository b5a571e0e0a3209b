"""The mixer: a timeline made audible, readable from any frame, the same for file and loudspeaker."""

import bisect
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import numpy as np

from feltsense.audio.limiter import limit_peaks
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


class Mix:
    """A `PcmSource` of speech, bells, breath tones, sound files and a background, faded out over the tail.

    Args:
        timeline: what is heard when.
        speech: gives what is said.
        gain: the one factor for all of the speech.
        assets: where the sounds are that the timeline names; None where it names none.
        stereo: two channels even where the timeline needs only one, so that a background may be added at any time.

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
    ) -> None:
        self.length = timeline.length
        self._assets = assets or AssetResolver(timeline.slug, None)
        sounds = [event for event in timeline.overlays if isinstance(event, SoundEvent)]
        self._background = Background(self.length, [self._change(event) for event in sounds if event.soundscape])
        clips = [Clip(event, self._assets.clip(event)) for event in sounds if not event.soundscape and event.length]
        wide = stereo or any(self._background.sounding()) or any(clip.channels == 2 for clip in clips)
        self.channels = 2 if wide else 1
        self._loud = lru_cache(maxsize=_KEPT)(partial(_loud, speech, gain))
        self._layers = sorted(self._all_layers(timeline, clips), key=lambda layer: layer[0])
        self._starts = [layer[0] for layer in self._layers]
        self._longest = max((stop - start for start, stop, _ in self._layers), default=0)

    def read(self, start: int, stop: int) -> "NDArray[np.float32]":
        """Return frames `start` to `stop`, shape (stop - start, channels)."""
        block = np.zeros((stop - start, self.channels), np.float32)
        for first, end, sound in self._between(start, stop):
            begin, until = max(first, start), min(end, stop)
            block[begin - start : until - start] += sound(begin, until)
        if self.channels == 2:
            self._background.add_to(block, start)
        self._fade_out(block, start, stop)
        np.clip(block, -CEILING, CEILING, out=block)  # reached only where something lies under the loudest syllable
        return block

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        """Return the stretches of at least a second in which nothing sounds, as things stand now."""
        sounding = sorted([*((first, end) for first, end, _ in self._layers), *self._background.sounding()])
        stretches, cursor = [], 0
        for first, end in [*sounding, (self.length, self.length)]:
            if first - cursor >= SAMPLE_RATE:
                stretches.append((Frames(cursor), Frames(first)))
            cursor = max(cursor, end)
        return tuple(stretches)

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
        self._assets.background(name, 0, self.length)

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
        stream = self._assets.background(name, 0, self.length) if name is not None else None
        self._background.set_stream(name, stream, at)

    def settle_background(self) -> None:
        """Have the level and the background that were chosen last hold for the whole, also for what was before."""
        self._background.settle()

    def _change(self, event: SoundEvent) -> BackgroundChange:
        stream = self._assets.background(event.name, event.line, self.length) if event.name else None
        return BackgroundChange(event.start, event.name, stream)

    def _between(self, start: int, stop: int) -> Iterator[Layer]:
        first = bisect.bisect_right(self._starts, start - self._longest)
        for layer in self._layers[first : bisect.bisect_left(self._starts, stop)]:
            if layer[1] > start:
                yield layer

    def _fade_out(self, block: "NDArray[np.float32]", start: int, stop: int) -> None:
        left = self.length - np.arange(max(start, self.length - TAIL), stop)
        if left.size:
            block[-left.size :] *= (left / TAIL).astype(np.float32)[:, None]

    def _all_layers(self, timeline: Timeline, clips: Iterable[Clip]) -> Iterator[Layer]:
        yield from (self._said(tile) for tile in timeline.tiles if isinstance(tile, SpeechEvent))
        yield from _bells(timeline, self.channels)
        yield from _tones(event for event in timeline.overlays if isinstance(event, BreathEvent))
        yield from ((clip.event.start, clip.event.start + clip.event.length, clip.read) for clip in clips)

    def _said(self, event: SpeechEvent) -> Layer:
        return event.start, event.start + event.length, partial(self._saying, event)

    def _saying(self, event: SpeechEvent, start: int, stop: int) -> "NDArray[np.float32]":
        return self._loud(event.utterance)[start - event.start : stop - event.start]


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
