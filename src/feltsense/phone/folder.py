"""Makes a folder that is complete: a page, its audio and its words, and what players and people look for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from feltsense.phone.chosen import chosen_exercises, titles_not_told
from feltsense.phone.discreet import discreet_transcript
from feltsense.phone.feed import FEED_FILE, chapters_json, chapters_name, checked_base_url, feed_xml
from feltsense.phone.model import PhoneFolder, PhoneProgress, PhoneRequest
from feltsense.phone.page_data import TITLE, neutral_names_of, page_data
from feltsense.phone.publishing import PAGE, publishing
from feltsense.phone.texts import playlist, readme
from feltsense.phone.tracks import AUDIO, MadeTrack, TrackMaker
from feltsense.voice.synthesiser import VoicePool


def build_phone_folder(request: PhoneRequest, folder: Path, progress: PhoneProgress) -> PhoneFolder:
    """Make or update `folder`. Same inputs give the same bytes. Nothing in it that is not ours is touched.

    Raises:
        FeltsenseError: an exercise that is not there, a script with errors, a phrase that cannot be spoken, an address
            in the web that is none, a file that is in the way or cannot be written. Nothing has changed in the folder
            then.
    """
    if request.base_url is not None:
        request = replace(request, base_url=checked_base_url(request.base_url))
    chosen = chosen_exercises(request.names, request.workspace, request.options)
    with publishing(folder) as desk, VoicePool(request.workspace) as speakers:
        (desk / AUDIO).mkdir()
        made = list(TrackMaker(request, desk / AUDIO, speakers, progress).made(chosen))
        pages, titles = [each.page for each in made], titles_not_told(request)
        data = page_data(pages, request.region, discreet=request.discreet, titles=titles, course=request.course)
        if request.discreet:
            _write_discreet_words(made, neutral_names_of(pages, titles), desk)
        tracks = tuple(each.track for each in made if not each.page.rescue)
        done = PhoneFolder(folder, {}, tracks, data, _notes(made))
        _write_texts(request, done, desk)
        names = sorted(path.relative_to(desk).as_posix() for path in desk.rglob("*") if path.is_file())
    return PhoneFolder(folder, {name: folder / name for name in names}, tracks, data, done.notes)


def _write_discreet_words(made: Sequence[MadeTrack], names: Mapping[str, str], desk: Path) -> None:
    """Write the transcripts anew: those of the render tell titles."""
    for each in made:
        page = each.page
        words = discreet_transcript(page.exercise, page.timeline, page.title, names)
        (desk / each.track.transcript).write_bytes(words.encode("utf-8", errors="backslashreplace"))


def _write_texts(request: PhoneRequest, done: PhoneFolder, desk: Path) -> None:
    texts = {
        PAGE: done.page(None),
        "playlist.m3u8": playlist(done.tracks),
        "README.txt": readme(done.tracks, discreet=request.discreet, feed=request.base_url is not None),
    }
    if request.base_url is not None:
        texts[FEED_FILE] = feed_xml(done.tracks, request.base_url, done.data["title"])
        texts |= {chapters_name(track): chapters_json(track) for track in done.tracks if track.chapters}
    for name, text in texts.items():
        (desk / name).write_bytes(text.encode("utf-8", errors="backslashreplace"))
    from feltsense.render.cover import draw_cover  # noqa: PLC0415 - loads Pillow

    (desk / "folder.jpg").write_bytes(draw_cover("", "" if request.discreet else TITLE))


def _notes(made: list[MadeTrack]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note for each in made for note in each.notes))
