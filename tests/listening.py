"""What is in sound: other programs' view of a file, and speech and silence where a timeline has them."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from feltsense.mix.bell import RING
from feltsense.timeline.model import SilenceEvent, SpeechEvent, Timeline


def probe(path: Path) -> dict[str, Any]:
    """Return ffprobe's format, streams and chapters."""
    shown = ["-show_format", "-show_streams", "-show_chapters"]
    out = subprocess.run(
        ["ffprobe", "-v", "error", "-of", "json", *shown, str(path)], check=True, capture_output=True, text=True
    )
    assert out.stderr == ""
    found: dict[str, Any] = json.loads(out.stdout)
    return found


def decoded(path: Path) -> NDArray[np.float32]:
    """Return the samples as ffmpeg decodes them, shape (frames, channels); any warning fails."""
    channels = int(probe(path)["streams"][0]["channels"])
    out = subprocess.run(
        ["ffmpeg", "-v", "warning", "-guess_layout_max", "0", "-i", str(path), "-map", "0:a", "-f", "f32le", "-"],
        check=True,
        capture_output=True,
    )
    assert out.stderr == b""
    return np.frombuffer(out.stdout, np.float32).reshape(-1, channels)


def loudness(path: Path) -> tuple[float, float]:
    """Return integrated loudness in LUFS and true peak in dBTP, by ffmpeg's ebur128."""
    command = ["ffmpeg", "-nostats", "-i", str(path), "-map", "0:a", "-af", "ebur128=peak=true", "-f", "null", "-"]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    summary = out[out.rindex("Summary:") :]
    integrated = re.search(r"I:\s+(-?[\d.]+) LUFS", summary)
    peak = re.search(r"Peak:\s+(-?[\d.]+|-inf) dBFS", summary)
    assert integrated
    assert peak
    return float(integrated[1]), float(peak[1])


def expect_speech_and_silence(timeline: Timeline, sound: NDArray[np.float32], slack: int, floor: float) -> None:
    """See that speech is where the timeline says, and that it is quiet where nothing else sounds.

    Args:
        timeline: what was mixed.
        sound: shape (frames,).
        slack: frames at both ends of a silence that are not looked at.
        floor: what quiet may reach.
    """
    for tile in timeline.tiles:
        if isinstance(tile, SpeechEvent):
            assert np.abs(sound[tile.start : tile.start + tile.length]).max() > 0.03, f"line {tile.line} is not heard"
    covered = [(event.start, event.start + RING + event.length) for event in timeline.overlays]
    for tile in timeline.tiles:
        start, stop = tile.start + slack, tile.start + tile.length - slack
        if isinstance(tile, SilenceEvent) and stop > start and not any(a < stop and start < b for a, b in covered):
            assert np.abs(sound[start:stop]).max() <= floor, f"line {tile.line} is not quiet"
