"""Sound files for tests, and what to look for in sounds."""

import subprocess
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from feltsense.units import SAMPLE_RATE


def tone(seconds: float, hertz: float = 330.0, level: float = 0.3, rate: int = SAMPLE_RATE) -> NDArray[np.float32]:
    """Return a tone, shape (frames,)."""
    time = np.arange(round(seconds * rate)) / rate
    wanted: NDArray[np.float32] = (level * np.sin(2 * np.pi * hertz * time)).astype(np.float32)
    return wanted


def write_wav(path: Path, sound: NDArray[np.float32], rate: int = SAMPLE_RATE) -> Path:
    """Write `sound`, shape (frames,) or (frames, channels), as 16 bits."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1 if sound.ndim == 1 else sound.shape[1])
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.rint(sound * 32767).astype("<i2").tobytes())
    return path


def convert(source: Path, target: Path, *options: str) -> Path:
    """Write `source` in another format, by ffmpeg."""
    command = ["ffmpeg", "-v", "error", "-y", "-i", str(source), *options, str(target)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return target


def pitch(sound: NDArray[np.float32]) -> float:
    """Return the strongest frequency of the first channel, in hertz."""
    one = sound[:, 0] if sound.ndim == 2 else sound
    spectrum = np.abs(np.fft.rfft(one * np.hanning(len(one))))
    return float(spectrum.argmax() * SAMPLE_RATE / len(one))


def corners(sound: NDArray[np.float32]) -> float:
    """Return the largest corner (second difference) in any channel: what a click is, and a soft sound is not."""
    return float(np.abs(np.diff(sound, n=2, axis=0)).max())
