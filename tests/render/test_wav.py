"""WAV files: the exact samples for the simplest readers, and tags for those that look for them."""

import io
import wave
from pathlib import Path

import numpy as np
import pytest
from metadata_of import CHAPTERS, chosen_facts
from mutagen.wave import WAVE
from numpy.typing import NDArray

from feltsense.audio.samples import to_int16
from feltsense.render.wav import write_wav
from feltsense.units import Frames
from listening import decoded, probe
from tests_support import need


class Noise:
    """More than one block of noise, of an odd number of frames."""

    length = Frames(441_000 + 4_411)

    def __init__(self, channels: int) -> None:
        self.channels = channels
        self._sound = np.random.default_rng(5).uniform(-0.9, 0.9, (self.length, channels)).astype(np.float32)

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        return self._sound[start:stop]

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        return ()


def written(path: Path, channels: int = 1) -> Path:
    with path.open("wb") as out:
        write_wav(Noise(channels), out, chosen_facts(), lambda _done: None)
    return path


@pytest.mark.parametrize("channels", [1, 2])
def test_a_simple_reader_finds_exactly_the_samples(channels: int, tmp_path: Path) -> None:
    source = Noise(channels)
    with wave.open(str(written(tmp_path / "a.wav", channels)), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (channels, 2, 44_100)
        assert file.getnframes() == source.length
        assert file.readframes(source.length) == to_int16(source.read(0, source.length)).tobytes()


def test_the_sound_stands_where_the_simplest_readers_look_and_all_sizes_add_up(tmp_path: Path) -> None:
    content = written(tmp_path / "a.wav").read_bytes()
    assert content[36:40] == b"data"
    assert int.from_bytes(content[4:8], "little") == len(content) - 8
    at, names = 12, []
    while at < len(content):
        names.append(content[at : at + 4])
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
    assert (at, names) == (len(content), [b"fmt ", b"data", b"id3 "])


def test_mutagen_reads_title_artist_and_chapters(tmp_path: Path) -> None:
    found = WAVE(written(tmp_path / "a.wav"))
    assert found.tags is not None
    assert str(found.tags["TIT2"]) == "Füße am Boden · 足"
    assert str(found.tags["TPE1"]) == "Ada Therapist"
    assert str(found.tags["TRCK"]) == "3/12"
    assert len(found.tags.getall("CHAP")) == len(CHAPTERS)


def test_ffmpeg_reads_them_too_and_the_same_sound(tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    path = written(tmp_path / "a.wav", 2)
    found = probe(path)
    assert (found["format"]["tags"]["title"], found["format"]["tags"]["artist"]) == (
        "Füße am Boden · 足",
        "Ada Therapist",
    )
    assert [chapter["tags"]["title"] for chapter in found["chapters"]] == [chapter.title for chapter in CHAPTERS]
    assert decoded(path).shape == (Noise.length, 2)


def test_it_is_written_in_one_go() -> None:
    class NotSeekable(io.BytesIO):
        def seek(self, *_: int) -> int:
            raise AssertionError

    out = NotSeekable()
    write_wav(Noise(1), out, chosen_facts(), lambda _done: None)
    assert out.getvalue()[:4] == b"RIFF"
