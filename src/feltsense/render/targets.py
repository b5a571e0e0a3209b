"""Where a render goes: names and formats. What is there already and is not ours is never written over."""

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, count
from pathlib import Path

from feltsense.errors import RenderError
from feltsense.render.safe_names import safe_name
from feltsense.system.paths import names_folder
from feltsense.units import SAMPLE_RATE, Frames


class Format(StrEnum):
    """What the audio is written as; each is the file's suffix too."""

    MP3 = "mp3"
    WAV = "wav"
    FLAC = "flac"
    M4A = "m4a"
    OPUS = "opus"
    M4B = "m4b"
    """An audiobook: one file of several exercises."""

    @property
    def needs_ffmpeg(self) -> bool:
        """Whether it is not written by ourselves."""
        return self not in (Format.MP3, Format.WAV)


def is_file_name(output: str | Path | None) -> bool:
    """Tell whether an asked output names a file, and not a folder."""
    return output is not None and bool(Path(output).suffix) and not names_folder(output)


def render_target(
    slug: str, minutes: float | None, output: str | Path | None, form: Format | None, *, several: bool
) -> tuple[Path, Format]:
    """Return the audio file to write for one exercise, and its format.

    Args:
        slug: the exercise's name; what a file's name cannot hold everywhere is left out of it.
        minutes: the asked length; it goes into the file's name, so that versions stand side by side.
        output: a file or a folder, which any is that ends in a slash; None for the current folder.
        form: the asked format; None takes it from the file's suffix, else MP3.
        several: more than one exercise is rendered, so `output` can only be a folder.

    Raises:
        RenderError: a suffix that is no format of ours, or one file for several exercises.
    """
    path = Path(output or "")
    if not is_file_name(output):
        chosen = form or Format.MP3
        length = f"-{minutes:g}min" if minutes is not None else ""
        return path / f"{safe_name(slug, ending=length)}.{chosen}", chosen
    if several:
        raise RenderError(f"{path} is one file, and several exercises were asked for.", "Give a folder: -o out/")
    named = path.suffix.removeprefix(".").lower()
    if form is None and named not in set(Format):
        known = ", ".join(f".{each}" for each in Format)
        raise RenderError(
            f"{path.name} has an ending that is not known here.",
            f"Use one of {known}, or add --format. A folder's name ends in a slash.",
        )
    return path, form or Format(named)


def book_target(minutes: float | None, output: str | Path | None) -> Path:
    """Return the file to write for an audiobook.

    Args:
        minutes: the asked length of each exercise; it goes into the file's name.
        output: a file or a folder, as for `render_target`.

    Raises:
        RenderError: a file with another ending.
    """
    path, form = render_target(
        "exercises", minutes, output, None if is_file_name(output) else Format.M4B, several=False
    )
    if form is not Format.M4B:
        raise RenderError(f"{path.name} is no name for an audiobook, which ends in .m4b.", f"-o {path.stem}.m4b")
    return path


def names_of(stem: str) -> Iterator[str]:
    """Yield names to choose from, the best first: `evening`, `evening-2`, `evening-3` and so on."""
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def discreet_names_of(slug: str, minutes: float | None, length: Frames) -> Iterator[str]:
    """Yield names that tell nothing of an exercise: `Track 437 – 6 min`, then with the next numbers.

    The number comes from the exercise's name, so that it is the same whenever and wherever it is rendered.
    """
    number = int.from_bytes(hashlib.sha256(slug.encode("utf-8", "replace")).digest()[:8], "big")
    shown = f"{round(minutes, 2):g}" if minutes is not None else f"{round(length / SAMPLE_RATE / 60, 1):g}"
    yield from (f"Track {(number + more) % 999 + 1:03d} – {shown} min" for more in range(999))


@dataclass(frozen=True, slots=True)
class Destination:
    """A folder that an exercise is rendered into, and what in it must stay as it is."""

    folder: Path
    slug: str
    inputs: Collection[Path]
    """Files that the render is made of: the script, and the sounds that it plays. They are never written over."""
    taken: Collection[Path] = ()
    """Audio that the same command has rendered of other scripts."""
    any_exercise: bool = False
    """Whether renders of other exercises may be replaced."""

    def may_write(self, path: Path, stem: str) -> bool:
        """Tell whether a render called `stem` may write the file at `path`.

        Args:
            path: in the folder.
            stem: the name of its audio file without its ending.
        """
        from feltsense.render.ownership import rendered_from  # noqa: PLC0415 - loads mutagen, and a first render needs none

        if not os.path.lexists(path):
            return True
        if _is_one_of(path, (*self.inputs, *self.taken)):
            return False
        owner = rendered_from(path, stem)
        return owner is not None and (self.any_exercise or owner in ("", self.slug))

    def audio_stem(self, stems: Iterable[str], suffix: str) -> str:
        """Return the first of `stems` whose audio file may be written."""
        return next(stem for stem in stems if self.may_write(self.folder / f"{stem}{suffix}", stem))

    def sidecar_name(self, audio: str, stem: str, suffix: str, content: bytes) -> str:
        """Return the name for a file beside the audio file called `audio`: another one where that is not free.

        A file that holds `content` already may be replaced by it.
        """
        words = chain(("", ".rendered"), (f".rendered-{number}" for number in count(2)))
        names = (f"{stem}{word}{suffix}" for word in words)
        return next(name for name in names if self._may_hold(name, audio, stem, content))

    def _may_hold(self, name: str, audio: str, stem: str, content: bytes) -> bool:
        path = self.folder / name
        if name == audio:
            return False
        if self.may_write(path, stem):
            return True
        same = path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
        return same and not _is_one_of(path, self.inputs)


def _is_one_of(path: Path, others: Iterable[Path]) -> bool:
    return path.exists() and any(other.exists() and path.samefile(other) for other in others)


def occupied(path: Path) -> RenderError:
    """Return the error of an asked file that is not ours."""
    return RenderError(
        f"{path} is there already. It was not rendered by feltsense, or was changed since, and stays as it is.",
        "Choose another name with -o, or move it away.",
    )
