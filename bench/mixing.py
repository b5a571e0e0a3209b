"""What a second of sound costs to mix, alone and over backgrounds, and what a sound file costs. Prints tables.

`python bench/mixing.py`, or `make bench`. It asserts nothing.
"""

import tempfile
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from feltsense.mix.decoded_file import DecodedFile
from feltsense.mix.prepare import AudioPreparation
from feltsense.script.model import Exercise
from feltsense.script.options import VersionOptions, apply_options
from feltsense.script.parser import parse
from feltsense.units import SAMPLE_RATE
from feltsense.voice.cache import SpeechCache
from feltsense.voice.registry import open_voice
from feltsense.voice.synthesiser import Synthesiser
from measure import CORES, pin

SCRIPT = Path(__file__).parent.parent / "exercises" / "feet-on-the-floor.md"
MINUTES = 3
BLOCK = SAMPLE_RATE // 10
"""Frames read at a time, as a loudspeaker does."""

FILE_MINUTES = 10


def seconds(work: Callable[[], object]) -> float:
    """Return the processor's seconds that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def recording(path: Path) -> Path:
    """Write minutes of soft noise, at a rate that has to be converted."""
    rng = np.random.default_rng(1)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48_000)
        for _ in range(FILE_MINUTES * 60):
            file.writeframes((rng.standard_normal((48_000, 2)) * 1500).astype("<i2").tobytes())
    return path


def mixes(exercise: Exercise, folder: Path) -> Iterator[tuple[str, float]]:
    """Yield for each background the milliseconds that a second of the mix takes."""
    with Synthesiser(open_voice("heart"), SpeechCache(folder / "cache")) as speaker:
        for background in ("off", "rain", "ocean", "fire", "recording.wav"):
            wanted = apply_options(exercise, VersionOptions(soundscape=background))
            mix = AudioPreparation(wanted, MINUTES, speaker, folder).prepare(lambda *_: None).mix
            blocks = range(0, mix.length - BLOCK, BLOCK)
            mix.read(0, BLOCK)
            took = seconds(lambda: [mix.read(start, start + BLOCK) for start in blocks])  # noqa: B023 - called at once
            yield ("no background" if background == "off" else background), 1000 * took / (MINUTES * 60)


def main() -> None:
    pin()
    exercise = parse(SCRIPT.read_bytes(), SCRIPT.stem).exercise
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = recording(folder / "recording.wav")
        print(f"{SCRIPT.stem}, {MINUTES} minutes in blocks of 100 ms, on {CORES} cores\n")
        print(f"{'mixed over':34}{'ms a second':>12}")
        for background, cost in mixes(exercise, folder):
            print(f"{background:34}{cost:12.2f}")
        took = seconds(lambda: DecodedFile(path, 1 << 40))
        print(f"\n{'a sound file made ready':34}{took / FILE_MINUTES:12.2f} s a minute")


if __name__ == "__main__":
    main()
