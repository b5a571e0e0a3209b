"""A voice that the user added, and what was measured of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_FEW = 8
"""So many speakers of a voice are offered one by one; of more, whoever wants another names it."""


@dataclass(frozen=True, slots=True)
class VoiceMeasures:
    """What was measured of a voice when it was added."""

    lufs: float
    """Integrated loudness of its speech at pace 130."""
    seconds_per_phoneme: float
    """Natural (unstretched) seconds for each phoneme sign; stress, length, marks and spaces are not counted."""
    words_per_minute: float
    """Its natural pace."""
    edge_s: float = 0.0
    """Seconds that its phrases last longer than their stretched sounds, or shorter: marks, and what trimming takes."""


@dataclass(frozen=True, slots=True)
class AddedVoice:
    """A voice whose files the user has given. It is chosen as `kokoro:ff_siwis`, `piper:joe`, `heart:emma`."""

    engine: str
    """`kokoro`, `piper` or `heart`."""
    name: str
    """`ff_siwis`, `joe`, `emma`."""
    languages: tuple[str, ...]
    """BCP 47, the voice's own first: `("fr-FR",)`."""
    files: Mapping[str, Path]
    """Role → file: of kokoro `model` and `style`, of piper `model` and `config`, of heart `model`."""
    sha256: Mapping[str, str]
    """Role → hash; checked when the voice was added, and again when the file's size or time has changed."""
    licence: str
    """As its files tell it."""
    source: str
    """The file that it came from."""
    measures: VoiceMeasures | None
    """None where it was not measured yet."""
    speakers: tuple[str, ...] = ()
    """Of a piper model with several: `piper:NAME:SPEAKER`."""
    stamps: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Role → size in bytes and time of change in nanoseconds, as written when it was added; empty for files that were
    never kept."""

    @property
    def full_name(self) -> str:
        """What it is chosen by."""
        return f"{self.engine}:{self.name}"

    @property
    def offered_names(self) -> tuple[str, ...]:
        """What it is offered by: its full name, and those of its speakers where they are few."""
        few = self.speakers if len(self.speakers) <= _FEW else ()
        return (self.full_name, *(f"{self.full_name}:{speaker}" for speaker in few))


def without_speaker(name: str) -> str:
    """Return the full name of the voice that a name of it with a speaker belongs to; any other as it is."""
    return ":".join(name.split(":", 2)[:2])
