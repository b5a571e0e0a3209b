"""kokoro-onnx speaks: `kokoro_onnx_speaks.py MODEL VECTOR LANGUAGE SPEED SENTENCE…`, where it is installed."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from kokoro_onnx import Kokoro
from speaking import one_thread, report, speech_seconds


def load(model: str, vector: str, language: str, speed: float) -> Callable[[str], float]:
    style = np.fromfile(vector, "<f4").reshape(-1, 1, 256)
    with tempfile.TemporaryDirectory() as folder:
        voices = Path(folder) / "voices.npz"
        np.savez(voices, one=style)
        kokoro = Kokoro.from_session(one_thread(model), str(voices))

    def speak(sentence: str) -> float:
        samples, rate = kokoro.create(sentence, "one", speed=speed, lang=language)
        return speech_seconds(samples, rate)

    return speak


if __name__ == "__main__":
    model, vector, language, speed, *sentences = sys.argv[1:]
    report(lambda: load(model, vector, language, float(speed)), sentences)
