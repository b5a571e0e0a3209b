"""Postprocessing of an engine's samples: trimmed, faded, resampled to our rate, measured, with word timings."""

import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from feltsense.audio.peaks import true_peak
from feltsense.audio.resample import resample
from feltsense.errors import VoiceError
from feltsense.units import SAMPLE_RATE, Frames, frames
from feltsense.voice.port import EngineWord, Speech, SpeechInfo, SpokenWord

if TYPE_CHECKING:
    from numpy.typing import NDArray

POSTPROCESS_VERSION = "1"
"""Part of every voice's identity: raise it when anything here changes the sound or the word times."""

_SURE_DB, _FAINT_DB = -38.0, -46.0
"""Below the loudest moment: what is surely speech, and down to where its soft edges are followed.

A breath or a click of the engine that stands apart from the speech stays below the first and is cut off; the onset
of an f or the end of an s hangs on to something louder and is kept.
"""
_STEPS_PER_SECOND = 200
_KEEP_BEFORE_S, _KEEP_AFTER_S = 0.020, 0.060
_FADE_MS = 8
_SILENT = 1e-4
"""A phrase whose loudest sample is below -80 dBFS was not spoken."""


def postprocess(samples: "NDArray[np.float32]", rate: int, words: Sequence[EngineWord] | None, text: str) -> Speech:
    """Return an engine's samples as a finished piece of speech.

    Args:
        samples: mono, shape (length,), 1.0 is full scale.
        rate: the engine's frames per second.
        words: when each word of `text` is said; None estimates it by syllables.
        text: the phrase, for the words and for messages.

    Raises:
        VoiceError: there is no sound in the samples.
    """
    _check(samples, text)
    start, end = _bounds(samples, rate)
    sound = _faded(resample(np.ascontiguousarray(samples[start:end], np.float32), rate, SAMPLE_RATE))
    length = Frames(len(sound))
    offset = start / rate
    placed = (
        share_by_syllables(text, length) if words is None else tuple(_placed(word, offset, length) for word in words)
    )
    return Speech(sound, SpeechInfo(length, placed, true_peak(sound)))


def share_by_syllables(text: str, length: Frames) -> tuple[SpokenWord, ...]:
    """Share `length` among the words of `text` by their syllables: an estimate for engines without word timings."""
    words = text.split()
    ends = np.cumsum([_syllables(word) for word in words])
    edges = [0, *(int(end) * length // int(ends[-1]) for end in ends)]
    return tuple(
        SpokenWord(word, Frames(start), Frames(end - start))
        for word, start, end in zip(words, edges, edges[1:], strict=False)
    )


def _check(samples: "NDArray[np.float32]", text: str) -> None:
    if not len(samples):
        problem = "The voice gave no sound"
    elif not np.isfinite(samples).all():
        problem = "The voice gave broken sound"
    elif float(np.abs(samples).max()) < _SILENT:
        problem = "The voice gave only silence"
    else:
        return
    raise VoiceError(f"{problem} for «{text}».", "Say it in other words, or try another voice: feltsense voices.")


def _bounds(samples: "NDArray[np.float32]", rate: int) -> tuple[int, int]:
    """Return where the speech starts and ends in `samples`, with a little room around it."""
    step = max(1, rate // _STEPS_PER_SECOND)
    steps = np.pad(samples.astype(np.float64), (0, -len(samples) % step)).reshape(-1, step)
    power = np.mean(steps * steps, axis=1)
    loudest = float(power.max())
    sure = np.flatnonzero(power >= loudest * 10 ** (_SURE_DB / 10))
    faint = np.flatnonzero(power < loudest * 10 ** (_FAINT_DB / 10))
    before, after = faint[faint < sure[0]], faint[faint > sure[-1]]
    first = int(before[-1]) + 1 if len(before) else 0
    last = int(after[0]) if len(after) else len(power)
    start = first * step - round(_KEEP_BEFORE_S * rate)
    end = last * step + round(_KEEP_AFTER_S * rate)
    return max(0, start), min(len(samples), end)


def _faded(sound: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Return `sound` with a short fade at both ends, from and to exactly nothing."""
    size = min(frames(_FADE_MS), len(sound) // 2)
    ramp = (0.5 - 0.5 * np.cos(np.pi * np.arange(size) / max(1, size))).astype(np.float32)
    faded = sound.copy()
    faded[:size] *= ramp
    faded[len(faded) - size :] *= ramp[::-1]
    return faded


def _placed(word: EngineWord, offset: float, length: Frames) -> SpokenWord:
    start, end = (min(max(0, round((at - offset) * SAMPLE_RATE)), length) for at in (word.start_s, word.end_s))
    return SpokenWord(word.text, Frames(start), Frames(max(0, end - start)))


def _syllables(word: str) -> int:
    """Return about how many syllables `word` has, at least one: groups of vowels, or letters in other scripts."""
    letters = [letter for letter in unicodedata.normalize("NFD", word.casefold()) if letter.isalnum()]
    vowels = sum(1 for is_vowel, _ in groupby(letter in "aeiouyæøœ" for letter in letters) if is_vowel)
    digits = sum(letter.isdigit() for letter in letters)
    return max(1, vowels + digits, 0 if all(map(str.isascii, letters)) else len(letters) // 3)
