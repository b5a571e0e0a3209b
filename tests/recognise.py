"""Write down what is said: `recognise.py WHISPER LANGUAGE FILE.npy…`, one line of JSON for each file.

A program of its own, with `recogniser/` of `fetch_voices.py` on its path: ctranslate2 is no part of our environment.
Each file is mono float32 at 16 kHz, at most 30 seconds. The mel spectrum is that of Whisper (openai/whisper, MIT):
80 bands of Slaney's scale, windows of 25 ms every 10 ms, log10 with a floor 8 below the highest.
"""

import json
import sys
from pathlib import Path

import ctranslate2
import numpy as np
import tokenizers
from numpy.typing import NDArray

RATE, FFT, HOP, BANDS = 16000, 400, 160, 80
SECONDS = 30

Floats = NDArray[np.float32]


def main(whisper: str, language: str, *files: str) -> None:
    model = ctranslate2.models.Whisper(whisper, device="cpu", compute_type="int8", intra_threads=1)
    tokens = tokenizers.Tokenizer.from_file(str(Path(whisper) / "tokenizer.json"))
    start = ["<|startoftranscript|>", f"<|{language}|>", "<|transcribe|>", "<|notimestamps|>"]
    prompt = [tokens.token_to_id(each) for each in start]
    for file in files:
        heard = model.generate(
            ctranslate2.StorageView.from_array(log_mel(np.load(file))[None]), [prompt], beam_size=5, max_length=224
        )
        print(json.dumps(tokens.decode(heard[0].sequences_ids[0]).strip()))


def log_mel(samples: Floats) -> Floats:
    """Return the spectrum of 30 seconds, shape (80, 3000)."""
    padded = np.pad(samples[: RATE * SECONDS], (0, RATE * SECONDS - len(samples[: RATE * SECONDS])))
    padded = np.pad(padded, FFT // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(padded, FFT)[::HOP][:-1]
    window = np.hanning(FFT + 1)[:-1]
    power = np.abs(np.fft.rfft(frames * window, axis=1)) ** 2
    logs = np.log10(np.maximum(mel_filters() @ power.T, 1e-10))
    logs = np.maximum(logs, logs.max() - 8.0)
    return np.ascontiguousarray((logs + 4.0) / 4.0, dtype=np.float32)


def mel_filters() -> Floats:
    """Return triangles of equal area on Slaney's scale, shape (80, 201)."""
    edges = hertz(np.linspace(0.0, mels(RATE / 2), BANDS + 2))
    bins = np.fft.rfftfreq(FFT, 1 / RATE)
    rising = (bins - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - bins) / np.diff(edges)[1:, None]
    triangles = np.maximum(0.0, np.minimum(rising, falling))
    return np.asarray(triangles * (2.0 / (edges[2:] - edges[:-2]))[:, None], dtype=np.float32)


def mels(frequency: float) -> float:
    """Return a frequency above 1 kHz in mel."""
    return float(15.0 + np.log(frequency / 1000.0) * 27.0 / np.log(6.4))


def hertz(values: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = values * 200.0 / 3.0
    return np.where(values < 15.0, linear, 1000.0 * np.exp((values - 15.0) * np.log(6.4) / 27.0))


if __name__ == "__main__":
    main(*sys.argv[1:])
