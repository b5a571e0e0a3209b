"""What every decoder of sound files gives, and how it says that a file is none."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from feltsense.errors import SoundError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class DecodedStream:
    """A file that is being decoded."""

    rate: int
    """Its own frames per second."""
    channels: int
    """1 or 2; more are mixed down to 2."""
    promised: int | None
    """How many frames the file says it has; None where that is known only at the end."""
    blocks: Generator["NDArray[np.float32]"]
    """Each of shape (frames, channels), in order. To be closed when not read to the end."""


def not_a_sound_file(path: Path, reason: str = "") -> SoundError:
    """Return the error of a file that nobody can decode."""
    told = f" ({reason})" if reason else ""
    hint = "Play it in another program; if it is heard there, save it from there as MP3 or WAV."
    return SoundError(f"“{path.name}” is no sound file, or it is damaged{told}.", hint)
