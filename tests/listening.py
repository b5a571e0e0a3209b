"""Other programs' view of a file: what ffprobe, ffmpeg and mutagen say it is."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


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
