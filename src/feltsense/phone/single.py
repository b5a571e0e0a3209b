"""Makes one file of one exercise: the page with its audio inside, to be given to a friend."""

import base64
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from feltsense.errors import RenderError
from feltsense.phone.chosen import ChosenExercise, chosen_exercises, titles_not_told
from feltsense.phone.model import PhoneProgress, PhoneRequest
from feltsense.phone.page import phone_page
from feltsense.phone.page_data import PageTrack, page_data
from feltsense.phone.publishing import called_by
from feltsense.phone.tracks import TrackMaker
from feltsense.practice.safety import ORIENTING
from feltsense.render.staging import explained, folder_for
from feltsense.render.targets import is_file_name, occupied
from feltsense.system.files import atomic_write
from feltsense.system.temporary import temporary_path
from feltsense.units import clock, frames_of_minutes
from feltsense.voice.synthesiser import VoicePool

MOST_MINUTES_IN_ONE_FILE = 20
"""The file is a third larger than its audio, and all of it is read before anything is seen."""

_MOST = frames_of_minutes(MOST_MINUTES_IN_ONE_FILE + 0.5)
"""In frames. An exercise without a length of its own may come out a little longer."""

_MARK = re.compile(rb"<!-- page ([0-9a-f]{64}) -->\n\Z")
"""The last line of a file: the hash of all before it, by which a file of ours that nobody has changed is known."""


def build_single_page(request: PhoneRequest, output: str | None, progress: PhoneProgress) -> Path:
    """Make one file of the one exercise in `request`, and return where it is.

    Args:
        request: names one exercise.
        output: a file or a folder, which any is that ends in a slash; None for the current folder.
        progress: told how far it is.

    Raises:
        FeltsenseError: as `build_phone_folder` does; or the exercise is too long for one file. Nothing is left behind.
    """
    chosen = chosen_exercises(request.names, request.workspace, request.options, (ORIENTING,))
    _expect_short(chosen[0])
    place = Path(output or "")
    path = place if is_file_name(output) else place / f"{chosen[0].exercise.slug}.html"
    if path.suffix.lower() not in (".html", ".htm"):
        raise RenderError(f"{path.name} has an ending that is not known here.", "The page is an .html file.")
    with explained(path), folder_for(path):
        with _rendered(request, chosen, path, progress) as tracks:
            if tracks[0].timeline.length > _MOST:
                raise _too_long(request.names[0], tracks[0].timeline.length)
            data = page_data(tracks, request.region, discreet=request.discreet, titles=titles_not_told(request))
        if request.discreet and not is_file_name(output):
            path = path.with_name(f"{tracks[0].title}.html")
        _write(path, phone_page(data))
    return path


@contextmanager
def _rendered(
    request: PhoneRequest, chosen: Sequence[ChosenExercise], path: Path, progress: PhoneProgress
) -> Iterator[list[PageTrack]]:
    """Give the tracks with their audio inside, made in a temporary folder beside `path`."""
    with temporary_path(path) as desk, VoicePool(request.workspace) as speakers:
        desk.mkdir()
        with called_by(rf"{re.escape(str(desk))}.*?\.mp3", path):
            made = list(TrackMaker(request, desk, speakers, progress).made(chosen))
        yield [replace(each.page, audio=_data_url(desk / Path(each.page.audio).name), text=None) for each in made]


def _expect_short(chosen: ChosenExercise) -> None:
    """See that what was asked for is short enough, before it is spoken.

    Raises:
        RenderError: it is not.
    """
    minutes = chosen.options.minutes or next(iter(chosen.exercise.front.minutes), 0.0)
    if frames_of_minutes(minutes) > _MOST:
        raise _too_long(chosen.exercise.slug, frames_of_minutes(minutes))


def _data_url(audio: Path) -> str:
    return f"data:audio/mpeg;base64,{base64.b64encode(audio.read_bytes()).decode()}"


def _too_long(name: str, longest: int) -> RenderError:
    most = MOST_MINUTES_IN_ONE_FILE
    return RenderError(
        f"{name} lasts {clock(longest)}; one file holds about {most} minutes, as all of it is read before it opens.",
        f"Ask for fewer --minutes, or make a folder: feltsense phone {name} -o FOLDER.",
    )


def _write(path: Path, page: str) -> None:
    """Write the file, unless there is one that is not ours.

    Raises:
        RenderError: there is.
    """
    content = page.encode("utf-8", errors="backslashreplace")
    if not content.endswith(b"\n"):
        content += b"\n"
    content += f"<!-- page {hashlib.sha256(content).hexdigest()} -->\n".encode()
    if os.path.lexists(path) and not _is_ours(path):
        raise occupied(path)
    atomic_write(path, content)


def _is_ours(path: Path) -> bool:
    if not path.is_file():
        return False
    found = path.read_bytes()
    mark = _MARK.search(found)
    return mark is not None and hashlib.sha256(found[: mark.start()]).hexdigest().encode() == mark[1]
