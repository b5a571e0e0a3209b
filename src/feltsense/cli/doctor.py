"""`feltsense doctor`: what works here, and how to get what does not."""

import os
import platform
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from feltsense import __version__
from feltsense.audio.ffmpeg import HOW_TO_GET_IT, find_ffmpeg
from feltsense.cli.context import Exit, pass_workspace
from feltsense.cli.output import Styled, echo, echo_json
from feltsense.cli.wrapping import wrap_text
from feltsense.errors import FeltsenseError, reason_of
from feltsense.journal.files import journal_status
from feltsense.library.catalogue import list_exercises
from feltsense.system.paths import Workspace, cache_limit, data_home
from feltsense.voice.cache import SpeechCache
from feltsense.voice.registry import voice_statuses

_PACKAGES = (
    "hibari-tts", "onnxruntime", "numpy", "soxr", "lameenc", "mutagen", "pillow", "pyttsx3", "espeakng-loader",
    "miniaudio", "simpleaudio", "textual", "lxml",
)  # fmt: skip
_LOOK_AT_RIGHTS = "Look at the rights of the folder."


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """One thing that was looked at."""

    what: str
    fine: bool
    detail: str
    hint: str = ""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON list on standard output.")
@pass_workspace
@click.pass_context
def command(ctx: click.Context, workspace: Workspace, *, as_json: bool) -> None:
    """See what works here, and how to get what does not.

    Nothing of it is sent anywhere. The exit code is 1 when no voice works.
    """
    found = list(_checks(workspace))
    if as_json:
        echo_json([asdict(each) for each in found])
    else:
        for each in found:
            mark = Styled("✓", "green") if each.fine else Styled("–", "yellow")
            echo(mark, wrap_text(f"{each.what}: {each.detail}", "  ", "    ").removeprefix(" "))
            if each.hint and not each.fine:
                echo(wrap_text(each.hint, "    "))
    speaks = any(each.fine for each in found if each.what.startswith("voice "))
    ctx.exit(Exit.FINE if speaks else Exit.FAILED)


def _checks(workspace: Workspace) -> Iterator[HealthCheck]:
    """Look at everything; where something cannot be looked at, that is told, and the rest is looked at all the same."""
    looks: dict[str, Callable[[], Iterator[HealthCheck]]] = {
        "feltsense": _program,
        "voices": _voices,
        "added voices": _added_voices,
        "outputs": _outputs,
        "exercises": partial(_exercises, workspace),
        "speech cache": partial(_speech_cache, workspace),
        "your own data": _own_data,
        "journal": _journal,
        "ffmpeg": _ffmpeg,
    }
    for what, look in looks.items():
        try:
            yield from look()
        except FeltsenseError as error:
            yield HealthCheck(what, fine=False, detail=error.message, hint=error.hint or _LOOK_AT_RIGHTS)
        except OSError as error:
            detail = f"{error.filename or 'It'} cannot be used: {reason_of(error)}."
            yield HealthCheck(what, fine=False, detail=detail, hint=_LOOK_AT_RIGHTS)


def _program() -> Iterator[HealthCheck]:
    yield HealthCheck(
        "feltsense", fine=True, detail=f"{__version__}, Python {platform.python_version()}, {platform.platform()}"
    )
    yield HealthCheck("packages", fine=True, detail=", ".join(f"{name} {_version(name)}" for name in _PACKAGES))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _voices() -> Iterator[HealthCheck]:
    for status in voice_statuses():
        yield HealthCheck(f"voice {status.name}", status.works, status.summary, status.reason)


def _added_voices() -> Iterator[HealthCheck]:
    """Look whether the files of added voices are still those that were added."""
    from feltsense.voice.added.store import added_voices, change_of  # noqa: PLC0415 - hashes, which help does without

    sound = []
    for voice in added_voices():
        if change := change_of(voice):
            hint = "Add it again: feltsense voices add FILE…"
            yield HealthCheck(f"files of {voice.full_name}", fine=False, detail=change, hint=hint)
        else:
            sound.append(voice.full_name)
    if sound:
        yield HealthCheck("added voices", fine=True, detail=f"{', '.join(sound)}; their files are as they were added")


def _outputs() -> Iterator[HealthCheck]:
    from feltsense.playback.outputs import registry  # noqa: PLC0415 - loads numpy, which help does without

    for status in registry.output_statuses():
        yield HealthCheck(f"output {status.name}", status.works, status.summary, status.reason)


def _exercises(workspace: Workspace) -> Iterator[HealthCheck]:
    listing = list_exercises(workspace)
    detail = f"{len(listing.entries)} in all; your own go into {workspace.exercises}"
    folders = [str(problem.path) for problem in listing.unreadable_folders]
    unread = ", ".join((*folders, *(problem.path.name for problem in listing.problems)))
    yield HealthCheck("exercises", not unread, detail, f"Not readable: {unread}." if unread else "")


def _speech_cache(workspace: Workspace) -> Iterator[HealthCheck]:
    info = SpeechCache(workspace.audio_cache, cache_limit()).usage()
    detail = f"{info.entries} phrases, {info.size / 1024**2:.1f} of {info.limit / 1024**2:.0f} MB, in {info.folder}"
    hint = "It cannot be written: speech is kept only while a command runs. Choose another with --workspace."
    yield HealthCheck("speech cache", _writable(info.folder), detail, hint)


def _own_data() -> Iterator[HealthCheck]:
    home = data_home()
    yield HealthCheck("your own data", _writable(home), str(home), "It cannot be written; set FELTSENSE_HOME.")


def _journal() -> Iterator[HealthCheck]:
    found = journal_status(data_home())
    count = "1 practice" if found.practices == 1 else f"{found.practices} practices"
    held = "none yet" if found.practices is None else f"{count}{'' if found.trouble else ', for you alone'}"
    aside = f"; set aside as damaged: {', '.join(path.name for path in found.set_aside)}" if found.set_aside else ""
    detail = f"{'not readable' if found.trouble and found.practices is None else held}, in {found.path}{aside}"
    yield HealthCheck("journal", not found.trouble, detail, found.trouble)


def _writable(folder: Path) -> bool:
    """Tell whether files can be made in `folder`, which may not be there yet."""
    nearest = next(each for each in (folder, *folder.absolute().parents) if os.path.exists(each))  # noqa: PTH110 - what may not be looked at is not there
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def _ffmpeg() -> Iterator[HealthCheck]:
    found = find_ffmpeg()
    detail = found or "not here, so no flac, m4a and opus"
    yield HealthCheck("ffmpeg", found is not None, detail, HOW_TO_GET_IT)
