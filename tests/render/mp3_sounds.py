"""Sounds in memory and their MP3 form, for the tests of the encoder."""

import io
import itertools
import subprocess
from pathlib import Path

import miniaudio
import numpy as np
from numpy.typing import NDArray

from feltsense.mix.port import PcmSource
from feltsense.render.cache import RenderCache
from feltsense.render.mp3 import write_mp3
from feltsense.render.mp3_frames import DECODER_DELAY, ENCODER_DELAY, FRAME, split_frames
from feltsense.render.mp3_pieces import CancellableSource, PieceEncoder
from feltsense.units import SAMPLE_RATE, Frames
from listening import decoded
from tests_support import need

RATE = SAMPLE_RATE


class Samples:
    """A source in memory; its quiet stretches are found by looking."""

    def __init__(self, samples: NDArray[np.float32]) -> None:
        self.samples = samples if samples.ndim == 2 else samples.reshape(-1, 1)
        self.length = Frames(len(self.samples))
        self.channels = self.samples.shape[1]

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        return self.samples[start:stop]

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        heard = np.flatnonzero(np.abs(self.samples).max(axis=1))
        edges = [-1, *heard.tolist(), self.length]
        gaps = [(a + 1, b) for a, b in itertools.pairwise(edges) if b - a > RATE]
        return tuple((Frames(a), Frames(b)) for a, b in gaps)


def voice_like(seconds: float, seed: int = 1) -> NDArray[np.float32]:
    rng = np.random.default_rng(seed)
    time = np.arange(round(seconds * RATE)) / RATE
    sound = sum(np.sin(2 * np.pi * f * time + rng.uniform(0, 6)) / n for n, f in enumerate((140, 290, 820, 2100), 1))
    edges = np.clip(np.minimum(time, time[-1] - time) / 0.01, 0, 1) if len(time) > 1 else 1.0
    shaped: NDArray[np.float32] = (0.1 * np.asarray(sound) * (1 + np.sin(2 * np.pi * 3 * time)) * edges).astype(
        np.float32
    )
    return shaped


def silence(seconds: float) -> NDArray[np.float32]:
    return np.zeros(round(seconds * RATE), np.float32)


def written(source: PcmSource, jobs: int = 2, cache: RenderCache | None = None) -> bytes:
    out = io.BytesIO()
    write_mp3(source, out, lambda _done: None, jobs, cache)
    return out.getvalue()


def encoded(source: PcmSource, frames: int) -> bytes:
    """Return the first `frames` of `source`, from one encoder."""
    return PieceEncoder(CancellableSource(source)).whole(0, frames)


def by_miniaudio(path: Path) -> NDArray[np.float32]:
    heard = miniaudio.mp3_read_file_f32(str(path))
    samples: NDArray[np.float32] = np.frombuffer(heard.samples, np.float32).reshape(-1, heard.nchannels)
    length = len(decoded(path))
    if len(samples) == length:
        return samples
    # miniaudio 1.61 plays the Info frame and the delays too
    assert len(samples) == len(split_frames(path.read_bytes())) * FRAME
    start = FRAME + ENCODER_DELAY + DECODER_DELAY
    return samples[start : start + length]


def by_mpg123(path: Path) -> NDArray[np.float32]:
    need("mpg123")
    out = subprocess.run(["mpg123", "-q", "-e", "f32", "-s", str(path)], check=True, capture_output=True)
    assert out.stderr == b""
    return np.frombuffer(out.stdout, np.float32).reshape(len(decoded(path)), -1)
