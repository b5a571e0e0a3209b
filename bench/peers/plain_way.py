"""The plain way, as people write it today: pyttsx3 to WAV files, `AudioSegment +=`, `export`.

`python plain_way.py SCRIPT OUT.mp3`. One engine a phrase, because several phrases in one engine lose all but the last.
"""

import contextlib
import ctypes
import os
import sys
import tempfile
from pathlib import Path

import pyttsx3
from pydub import AudioSegment

from feltsense.script.model import Phrase, Silence
from feltsense.script.parser import parse
from feltsense.timeline.expand import Step, expand


def main(source: str, target: str) -> None:
    exercise = parse(Path(source).read_bytes(), Path(source).stem).exercise
    steps = expand(exercise, None).steps
    with tempfile.TemporaryDirectory() as folder:
        sound = AudioSegment.silent(duration=700, frame_rate=44_100)
        for number, step in enumerate(steps):
            sound += piece(step, Path(folder) / f"{number}.wav")
        sound.export(target, format="mp3", bitrate="96k")


def piece(step: Step, path: Path) -> AudioSegment:
    if isinstance(step, Silence):
        return AudioSegment.silent(duration=step.base, frame_rate=44_100)
    if not isinstance(step, Phrase):
        return AudioSegment.empty()
    engine = pyttsx3.init()
    engine.setProperty("rate", 120)
    engine.save_to_file(step.text, str(path))
    engine.runAndWait()
    while not path.exists() or path.stat().st_size <= 44:  # the first run returns before the file is written
        engine.runAndWait()
    return AudioSegment.from_wav(str(path)).set_frame_rate(44_100)


def borrow_espeak() -> None:
    """Use the espeak of the `[espeak]` extra where the system has none."""
    with contextlib.suppress(ImportError):
        import espeakng_loader  # noqa: PLC0415 - it may not be there

        os.environ.setdefault("ESPEAK_DATA_PATH", espeakng_loader.get_data_path())
        ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


if __name__ == "__main__":
    borrow_espeak()
    main(*sys.argv[1:])
