"""Formats that ffmpeg writes, and what happens when it is missing or fails."""

import base64
import errno
import os
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import mutagen
import numpy as np
import pytest
from metadata_of import CHAPTERS, chosen_facts, facts
from mutagen import MutagenError
from mutagen.flac import Picture
from numpy.typing import NDArray

from feltsense.errors import RenderError
from feltsense.render.metadata import ChapterTag, TrackMetadata
from feltsense.render.other_formats import write_with_ffmpeg
from feltsense.render.vorbis_tags import tag_flac, tag_opus
from feltsense.units import SAMPLE_RATE, Frames, Ms, frames
from listening import decoded, probe
from tests_support import need


class Tones:
    """Twelve seconds of two tones that come and go."""

    length = Frames(12 * SAMPLE_RATE + 77)
    channels = 1

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        at = np.arange(start, stop) / SAMPLE_RATE
        tone: NDArray[np.float32] = (0.3 * np.sin(1400 * at) * np.sin(2 * at)).astype(np.float32)
        return tone.reshape(-1, 1)

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        return ()


class Wide(Tones):
    """The same on one side, softer on the other."""

    channels = 2

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        return super().read(start, stop) * np.array([1.0, 0.25], np.float32)


def written(folder: Path, form: str, source: Tones | None = None) -> Path:
    path = folder / f"a.{form}"
    write_with_ffmpeg(source or Tones(), path, form, facts(), lambda _done: None)
    return path


@cache
def content(form: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return written(Path(folder), form).read_bytes()


def made(folder: Path, form: str) -> Path:
    """Put a file there that was made once for all tests that only look at it."""
    path = folder / f"a.{form}"
    path.write_bytes(content(form))
    return path


def fake_ffmpeg(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    program = folder / "ffmpeg"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")


def test_flac_is_the_sound_itself(tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    source = Tones()
    heard = decoded(made(tmp_path, "flac"))
    assert heard.shape == (source.length, 1)
    assert np.abs(heard - source.read(0, source.length)).max() <= 1.5 / 32768


def test_two_sides_stay_apart(tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    source = Wide()
    assert np.abs(decoded(written(tmp_path, "flac", source)) - source.read(0, source.length)).max() <= 1.5 / 32768
    for form in ("m4a", "opus"):
        assert probe(written(tmp_path, form, source))["streams"][0]["channels"] == 2


@pytest.mark.parametrize("form", ["flac", "m4a", "opus"])
def test_length_and_words_about_it_are_right(form: str, tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    found = probe(made(tmp_path, form))
    assert float(found["format"]["duration"]) == pytest.approx(Tones.length / SAMPLE_RATE, abs=0.05)
    tags = {**found["format"].get("tags", {}), **found["streams"][0].get("tags", {})}
    told = {name.lower(): value for name, value in tags.items()}
    assert told["title"] == "Füße am Boden · 足"
    assert told["artist"] == "Ada Therapist"
    assert told["comment" if "comment" in told else "description"] == "A few minutes; a = b # c"
    assert [c["tags"]["title"] for c in found["chapters"]] == [c.title for c in CHAPTERS]


@pytest.mark.parametrize("form", ["flac", "m4a", "opus"])
def test_the_cover_is_in_it(form: str, tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    kinds = [stream["codec_name"] for stream in probe(made(tmp_path, form))["streams"]]
    assert "mjpeg" in kinds


class Onsets(Tones):
    """Quiet, and a tone of a fifth of a second at each of `STARTS`."""

    length = Frames(20 * SAMPLE_RATE)

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        at = np.arange(start, stop)
        since = np.min([np.where(at >= onset, at - onset, self.length) for onset in map(frames, STARTS)], axis=0)
        tone: NDArray[np.float32] = np.where(since < SAMPLE_RATE // 5, 0.5 * np.sin(since / 8), 0).astype(np.float32)
        return tone.reshape(-1, 1)


STARTS = (0, 3499, 3999, 8500, 9501, 12_749, 15_999, 18_500)
"""In milliseconds; most have more than half a second behind the whole ones, which tempts writers to round."""


@pytest.mark.parametrize("form", ["flac", "m4a", "opus"])
def test_chapters_begin_where_they_are_heard(form: str, tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    ends = (*STARTS[1:], 20_000)
    chapters = tuple(ChapterTag(f"From {start}", Ms(start), Ms(end)) for start, end in zip(STARTS, ends, strict=True))
    path = tmp_path / f"a.{form}"
    write_with_ffmpeg(Onsets(), path, form, facts(chapters=chapters), lambda _done: None)
    told = [round(float(chapter["start_time"]) * 1000) for chapter in probe(path)["chapters"]]
    assert told == list(STARTS)
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a", "-ar", "48000", "-f", "f32le", "-"]
    sound = np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, np.float32)
    loud = np.flatnonzero(np.abs(sound) > 0.2)
    onsets = [loud[0], *loud[1:][np.diff(loud) > 4800]]
    assert np.array(onsets) / 48 == pytest.approx(STARTS, abs=4)


def read_back(path: Path) -> dict[str, list[str]]:
    found = mutagen.File(path)
    assert found is not None
    return {name.lower(): list(values) for name, values in found.tags.items()}


@pytest.mark.parametrize("form", ["flac", "opus"])
def test_vorbis_comments_hold_what_is_known_and_nothing_else(form: str, tmp_path: Path) -> None:
    need("ffmpeg")
    told = read_back(made(tmp_path, form))
    told.pop("metadata_block_picture", None)
    assert told == {
        "title": ["Füße am Boden · 足"],
        "artist": ["Ada Therapist"],
        "album": ["feltsense"],
        "genre": ["Grounding"],
        "description": ["A few minutes; a = b # c"],
        "copyright": ["MIT"],
        "lyrics": ["Line one.\nLine two; with = and #.\n"],
        "chapter001": ["00:00:00.000"],
        "chapter001name": [CHAPTERS[0].title],
        "chapter002": ["00:00:04.000"],
        "chapter002name": ["Füße"],
        "chapter003": ["00:00:09.000"],
        "chapter003name": ["Back"],
    }


def test_the_cover_of_an_opus_file_is_a_picture_block(tmp_path: Path) -> None:
    need("ffmpeg")
    (block,) = read_back(made(tmp_path, "opus"))["metadata_block_picture"]
    picture = Picture(base64.b64decode(block))
    assert (picture.mime, picture.type, picture.data) == ("image/jpeg", 3, facts().cover)


@pytest.mark.parametrize("form", ["flac", "m4a", "opus"])
def test_number_album_artist_year_and_language_are_told_when_asked_for(form: str, tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    path = tmp_path / f"a.{form}"
    write_with_ffmpeg(Tones(), path, form, chosen_facts(), lambda _done: None)
    found = probe(path)
    tags = {**found["format"].get("tags", {}), **found["streams"][0].get("tags", {})}
    told = {name.lower(): value for name, value in tags.items()}
    number = told["track"] if form == "m4a" else f"{told['track']}/{told['tracktotal']}"
    assert (told["album"], told["album_artist"], told["date"], number, told["language"]) == (
        "Evenings",
        "A practice",
        "2026",
        "3/12",
        "deu",
    )


@pytest.mark.parametrize("form", ["flac", "m4a", "opus"])
def test_the_same_sound_gives_the_same_bytes(form: str, tmp_path: Path) -> None:
    need("ffmpeg")
    assert written(tmp_path, form).read_bytes() == content(form)


def test_without_ffmpeg_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderError, match="ffmpeg is not here") as caught:
        written(tmp_path, "m4a")
    assert "apt install ffmpeg" in caught.value.hint


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for ffmpeg is a shell script")
@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo 'No space left on device' >&2; exit 1", "No space left on device"),
        ("cat >/dev/null; echo 'out of order' >&2; exit 3", "out of order"),
        ("kill -9 $$", "no reason given"),
    ],
)
def test_an_ffmpeg_that_fails_is_an_error_with_its_words(
    script: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_ffmpeg(tmp_path / "bin", script, monkeypatch)
    with pytest.raises(RenderError, match=f"could not write the .m4a file: {told}"):
        written(tmp_path, "m4a")


@pytest.mark.parametrize("tag", [tag_flac, tag_opus])
def test_what_is_no_such_file_is_an_error_in_words(tag: Callable[[Path, TrackMetadata], None], tmp_path: Path) -> None:
    path = tmp_path / "a.part"
    path.write_bytes(b"something else")
    with pytest.raises(RenderError, match=r"a\.part could not be given its title and chapters"):
        tag(path, facts())
    with pytest.raises(FileNotFoundError):
        tag(tmp_path / "nothing", facts())


def test_a_disk_that_is_full_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("ffmpeg")

    def save(*_: object, **__: object) -> None:
        raise MutagenError(OSError(errno.ENOSPC, "No space left on device"))

    monkeypatch.setattr("mutagen.flac.FLAC.save", save)
    with pytest.raises(OSError, match="No space left") as caught:
        written(tmp_path, "flac")
    assert caught.value.errno == errno.ENOSPC
