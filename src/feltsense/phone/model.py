"""What is asked of a folder for the phone, and what came out: its files, and its tracks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from feltsense.phone.page import phone_page
from feltsense.render.job import RenderPhase
from feltsense.script.options import VersionOptions
from feltsense.system.paths import Workspace
from feltsense.units import Frames, Ms


@dataclass(frozen=True, slots=True)
class PhoneRequest:
    """Which exercises go into a folder, and how they are made."""

    workspace: Workspace
    names: tuple[str, ...]
    """Exercises, or paths of scripts, in the order in which they are listed. One that is named twice is taken once."""
    minutes: float | None = None
    """None: the first length that each script offers."""
    voice: str | None = None
    soundscape: str | None = None
    discreet: bool = False
    """Whether names, titles, tags and covers tell nothing of the exercises."""
    album: str = ""
    """What the audio's tags call the whole, which is numbered then; empty: an album for each pathway, no numbers."""
    course: str = ""
    """The name of the course that the page is made for, which stands first in it; empty for none."""
    region: str = ""
    """Two letters for whose helplines are in the page; empty for those that know more for any place."""
    base_url: str | None = None
    """Where the folder will be found in the web; None writes no feed, whose addresses must be whole."""

    @property
    def options(self) -> VersionOptions:
        """What of it is about the sound."""
        return VersionOptions(self.minutes, self.voice, self.soundscape)


@dataclass(frozen=True, slots=True)
class PhoneStep:
    """How far the making of a folder is."""

    name: str
    """The exercise that is made now."""
    number: int
    """From 1."""
    count: int
    phase: RenderPhase
    done: int
    """Of `total`, within the phase."""
    total: int


PhoneProgress = Callable[[PhoneStep], None]
"""Told often; it must be quick."""


@dataclass(frozen=True, slots=True)
class PhoneTrack:
    """One exercise in a folder, as lists, feeds and players show it."""

    slug: str
    """Neutral in a discreet folder, as the title then is."""
    title: str
    summary: str
    length: Frames
    audio: str
    """An MP3. All names are relative to the folder, with `/`."""
    transcript: str
    captions: str
    """WebVTT, without times of words."""
    chapters: tuple[tuple[str, Ms], ...]
    """Titles and starts, in order; the first starts at 0."""
    size: int
    """Bytes of the audio."""
    language: str
    """BCP 47."""
    discreet: bool


@dataclass(frozen=True, slots=True)
class PhoneFolder:
    """A folder that was made. The pieces for “ground me now” are among the files, and no tracks unless asked for."""

    folder: Path
    files: Mapping[str, Path]
    """All that may be served, `index.html` included, by names relative to the folder, with `/`."""
    tracks: tuple[PhoneTrack, ...]
    data: Mapping[str, Any]
    """What the page reads: see `page_data`."""
    notes: tuple[str, ...] = ()
    """Sentences for the person, for instance about a voice that was replaced."""

    def page(self, home: str | None) -> str:
        """Return the page's HTML.

        Args:
            home: the relative address that takes check-ins home; None for a page that sends nothing anywhere.
        """
        return phone_page({**self.data, "home": home})
