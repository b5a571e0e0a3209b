"""How well a voice is understood: what a recogniser hears of sentences, beside what was said."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from added_material import recogniser
from feltsense.audio.resample import resample
from feltsense.units import SAMPLE_RATE
from feltsense.voice.espeak.library import load_espeak_ng

HEARD_RATE = 16000
WINDOW = 28 * SAMPLE_RATE
"""Frames that are heard at once: the recogniser's windows are of 30 seconds, whatever is in them."""
GAP = SAMPLE_RATE * 7 // 10
"""Quiet frames between two sentences."""

Floats = NDArray[np.float32]


def word_error_rate(said: Sequence[str], sounds: Sequence[Floats], language: str) -> float:
    """Return which part of the words of all sentences is heard otherwise, is missing or was not said.

    Words that are pronounced alike are heard alike, however the recogniser spells them: “sentez”, “santé”.

    Args:
        said: sentences.
        sounds: each of them as speech, mono at `SAMPLE_RATE`.
        language: two letters.
    """
    windows = _windows(said, sounds)
    heard = _recognise([sound for _, sound in windows], language)
    pairs = [
        (sounds_of(text, language), sounds_of(found, language)) for (text, _), found in zip(windows, heard, strict=True)
    ]
    return sum(differing(words, found) for words, found in pairs) / sum(len(words) for words, _ in pairs)


def words_of(text: str) -> list[str]:
    """Return the words of a text without marks, accents kept."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text.lower()).replace("’", "'"))


def sounds_of(text: str, language: str) -> list[str]:
    """Return each word of a text as it is pronounced, without its stress."""
    words = load_espeak_ng().groups(language, words_of(text), tied=False)
    return ["".join(word).replace("ˈ", "").replace("ˌ", "") for word in words]


def differing(said: Sequence[str], heard: Sequence[str]) -> int:
    """Return how many words must be changed, added or left out to make one of the other."""
    before = list(range(len(heard) + 1))
    for number, word in enumerate(said, start=1):
        row = [number]
        for place, other in enumerate(heard, start=1):
            row.append(min(before[place] + 1, row[-1] + 1, before[place - 1] + (word != other)))
        before = row
    return before[-1]


def _windows(said: Sequence[str], sounds: Sequence[Floats]) -> list[tuple[str, Floats]]:
    """Return the sentences with gaps between them, as many together as fit into one window."""
    windows: list[tuple[str, Floats]] = []
    for text, sound in zip(said, sounds, strict=True):
        piece = np.pad(sound, (GAP, GAP))
        if windows and len(windows[-1][1]) + len(piece) <= WINDOW:
            before, so_far = windows[-1]
            windows[-1] = (f"{before} {text}", np.concatenate([so_far, piece]))
        else:
            windows.append((text, piece))
    return windows


def _recognise(sounds: Sequence[Floats], language: str) -> list[str]:
    whisper, packages = recogniser()
    program = Path(__file__).with_name("recognise.py")
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number:03}.npy" for number in range(len(sounds))]
        for file, sound in zip(files, sounds, strict=True):
            np.save(file, resample(sound, SAMPLE_RATE, HEARD_RATE))
        told = subprocess.run(
            [sys.executable, program, whisper, language, *files],
            env={**os.environ, "PYTHONPATH": str(packages), "OMP_NUM_THREADS": "1"},
            check=True,
            capture_output=True,
            text=True,
        )
    return [json.loads(line) for line in told.stdout.splitlines()]
