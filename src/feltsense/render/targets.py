"""Where a render goes: names and formats, worked out before anything is spoken."""

from enum import StrEnum
from pathlib import Path

from feltsense.errors import RenderError


class Format(StrEnum):
    """What the audio is written as; each is the file's suffix too."""

    MP3 = "mp3"
    WAV = "wav"
    FLAC = "flac"
    M4A = "m4a"
    OPUS = "opus"


def render_target(
    slug: str, minutes: float | None, output: Path | None, form: Format | None, *, several: bool
) -> tuple[Path, Format]:
    """Return the audio file to write for one exercise, and its format.

    Args:
        slug: the exercise's name.
        minutes: the asked length; it goes into the file's name, so that versions stand side by side.
        output: a file or a folder; None for the current folder.
        form: the asked format; None takes it from the file's suffix, else MP3.
        several: more than one exercise is rendered, so `output` can only be a folder.

    Raises:
        RenderError: a suffix that is no format of ours, or one file for several exercises.
    """
    if output is None or output.is_dir() or not output.suffix:
        chosen = form or Format.MP3
        length = f"-{minutes:g}min" if minutes is not None else ""
        return (output or Path()) / f"{slug}{length}.{chosen}", chosen
    if several:
        raise RenderError(f"{output} is one file, and several exercises were asked for.", "Give a folder: -o out/")
    named = output.suffix.removeprefix(".").lower()
    if form is None and named not in set(Format):
        known = ", ".join(f".{each}" for each in Format)
        raise RenderError(
            f"{output.name} has an ending that is not known here.", f"Use one of {known}, or add --format."
        )
    return output, form or Format(named)


def beside(audio: Path, suffix: str, script: Path | None) -> Path:
    """Return the file with `suffix` that stands beside `audio`; where that is the `script` itself, one beside it.

    People paste a text into `evening.txt` and render it there, and its transcript must not take its place.
    """
    wanted = audio.with_name(f"{audio.stem}{suffix}")
    if script is not None and wanted.exists() and wanted.samefile(script):
        return audio.with_name(f"{audio.stem}.rendered{suffix}")
    return wanted
