"""All the sounds that a script names: soundscapes by name, and files beside it. What is wrong is told with its line.

A file lies where a script may reach: in its own folder, or in the workspace.
"""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path, PurePosixPath, PureWindowsPath

from feltsense.errors import SoundError, reason_of
from feltsense.mix.clip import CROSSFADE, LoopedFile
from feltsense.mix.decoded_file import DecodedFile, frames_in
from feltsense.mix.levels import background_gain, clip_gain
from feltsense.mix.port import BackgroundStream
from feltsense.mix.soundscapes.registry import SOUNDSCAPES, soundscape
from feltsense.script.model import Play, SoundscapeCue
from feltsense.timeline.expand import Step
from feltsense.timeline.model import SoundEvent
from feltsense.units import Frames

_FOR_EVER = 1 << 62
"""Frames."""

_EXERCISES = "exercises"
_BESIDE = "Copy the file into the script's folder and write its name alone."


class AssetResolver:
    """The sounds of one script, each decoded once. Safe to use from several threads.

    Args:
        slug: the script's name, for messages.
        folder: where the script is; None when it is no file.
    """

    def __init__(self, slug: str, folder: Path | None) -> None:
        self._slug = slug
        self._folder = folder
        self._lock = threading.Lock()
        self._decoded: dict[Path, DecodedFile] = {}
        self._paths: dict[str, Path] = {}
        """By the name in the script: each is looked for once."""
        self._streams: dict[str, BackgroundStream] = {}

    @property
    def files(self) -> tuple[Path, ...]:
        """The sound files that were needed so far."""
        return tuple(self._paths.values())

    def require(self, steps: Iterable[Step]) -> None:
        """Make sure that all that is named in `steps` is there, before anything slow is begun.

        Raises:
            SoundError: there is no such soundscape, or no such file.
        """
        for step in steps:
            if isinstance(step, Play):
                with self._with_line(step.span.line):
                    self._located(step.file)
            elif isinstance(step, SoundscapeCue) and step.name:
                self.require_background(step.name, step.span.line)

    def require_background(self, name: str, line: int) -> None:
        """Make sure that there is such a background.

        Raises:
            SoundError: there is none.
        """
        with self._with_line(line):
            if self._known(name) is None:
                self._located(name)

    def background(self, name: str, line: int, length: int) -> BackgroundStream:
        """Return a background of at least `length` frames, at its level: a soundscape, or a file.

        A file takes a tenth of a second for each of its minutes the first time.

        Raises:
            SoundError: there is no such soundscape, or no such file, or it cannot be used.
        """
        with self._with_line(line):
            known = self._known(name)
            with self._lock:
                if known is not None:
                    return self._soundscape(known)
                decoded = self._file(name, length + CROSSFADE)
            return LoopedFile(decoded, background_gain(decoded, name), length)

    def clip(self, event: SoundEvent) -> LoopedFile:
        """Return the sound of a `[play …]`, at its level; it begins again where it is shorter than the event.

        Raises:
            SoundError: there is no such file, or it cannot be used.
        """
        name = event.name or ""
        with self._with_line(event.line):
            with self._lock:
                decoded = self._file(name, event.length + CROSSFADE)
            return LoopedFile(decoded, clip_gain(decoded, name), event.length)

    def length(self, play: Play) -> Frames:
        """Return how long the file of a `[play …]` lasts, after reading all of it.

        Raises:
            SoundError: there is no such file, or it cannot be used.
        """
        with self._with_line(play.span.line), self._lock:
            return self._file(play.file, _FOR_EVER).length

    def declared_length(self, play: Play) -> Frames:
        """Return how long the file of a `[play …]` says it lasts; nothing of it is decoded.

        Raises:
            SoundError: there is no such file, or it cannot be read.
        """
        with self._with_line(play.span.line):
            return frames_in(self._located(play.file))

    def _known(self, name: str) -> str | None:
        """Return the soundscape that is meant, by name or title (“Wind in trees” → wind); None for a file."""
        plain = " ".join(name.lower().split())
        known = next((key for key, each in SOUNDSCAPES.items() if plain in (key, each.title.lower())), None)
        if known is None and not Path(name).suffix:
            meant = self._file_without_ending(plain)
            if meant:
                raise SoundError(f"There is no soundscape called “{name}”.", f"Did you mean {meant}?")
            soundscape(plain)  # it says what there is
        return known

    def _file_without_ending(self, plain: str) -> str | None:
        """Return the file in the script's folder that is called `plain` and something."""
        beside = self._folder.iterdir() if self._folder is not None and self._folder.is_dir() else ()
        return next((path.name for path in sorted(beside) if path.stem.lower() == plain and path.suffix != ".md"), None)

    def _soundscape(self, name: str) -> BackgroundStream:
        if name not in self._streams:
            self._streams[name] = SOUNDSCAPES[name].open()
        return self._streams[name]

    def _located(self, name: str) -> Path:
        if name not in self._paths:
            self._paths[name] = find_sound(name, self._folder)
        return self._paths[name]

    def _file(self, name: str, most: int) -> DecodedFile:
        path = self._located(name)
        decoded = self._decoded.get(path)
        if decoded is None or not (decoded.whole or decoded.length >= most):
            decoded = self._decoded[path] = DecodedFile(path, most)
        return decoded

    @contextmanager
    def _with_line(self, line: int) -> Iterator[None]:
        try:
            yield
        except SoundError as error:
            where = f"{self._slug}, line {line}" if line else self._slug
            raise SoundError(f"{where}: {error.message}", error.hint) from error


def find_sound(name: str, folder: Path | None) -> Path:
    """Return the file `name` means: in the script's `folder`, else in the workspace that the folder belongs to.

    Raises:
        SoundError: there is no such file, it is none, or it lies outside; the message begins with the name.
    """
    if folder is None:
        raise SoundError(f"“{name}” cannot be looked for: this script is no file.", "Save the script first.")
    if _leads_out(name):
        raise SoundError(f"“{name}” is not beside the script.", _BESIDE)
    roots = tuple(_roots(folder))
    try:
        path = next((found for found in (root / name for root in roots) if found.exists()), None)
        if path is None:
            raise SoundError(f"“{name}” is not there.", _hint(name, folder))
        real = path.resolve()
        if not any(real.is_relative_to(root.resolve()) for root in roots):
            raise SoundError(f"“{name}” leads to a file outside the script's folder.", _BESIDE)
        if not real.is_file():
            raise SoundError(f"“{name}” is no file.", "Name a sound file: river.mp3, for instance.")
    except (OSError, ValueError) as error:
        raise SoundError(f"“{name}” cannot be looked for: {reason_of(error)}.", _BESIDE) from error
    return real


def _leads_out(name: str) -> bool:
    """Tell whether a name is anything but a path downwards, on any system."""
    windows = PureWindowsPath(name)
    parts = windows.parts  # these know both kinds of slashes
    return bool(not parts or windows.drive or windows.root or PurePosixPath(name).is_absolute() or ".." in parts)


def _roots(folder: Path) -> Iterator[Path]:
    yield folder
    if folder.resolve().name == _EXERCISES:
        yield folder.resolve().parent


def _hint(name: str, folder: Path) -> str:
    beside = [path.name for path in folder.iterdir() if not path.name.startswith(".")]
    near = get_close_matches(name, beside, n=1, cutoff=0.6)
    return f"Did you mean {near[0]}?" if near else f"Put it into the script's folder, which is {folder.resolve()}"
