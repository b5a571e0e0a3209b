"""The tag of an MP3, read back by mutagen and by ffprobe."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from metadata_of import CHAPTERS, chosen_facts, facts
from mutagen.id3 import ID3
from mutagen.mp3 import MP3
from numpy.typing import NDArray

from feltsense.render.id3 import id3_tag
from feltsense.render.metadata import TrackMetadata
from feltsense.render.mp3 import write_mp3
from feltsense.units import SAMPLE_RATE, Frames
from listening import probe
from tests_support import need


class Quiet:
    """Twelve seconds of a soft tone."""

    length = Frames(12 * SAMPLE_RATE)
    channels = 1

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        tone: NDArray[np.float32] = (0.1 * np.sin(np.arange(start, stop) / 40)).astype(np.float32)
        return tone.reshape(-1, 1)

    def quiet(self) -> tuple[tuple[Frames, Frames], ...]:
        return ()


def written(path: Path, about: TrackMetadata) -> Path:
    with path.open("wb") as out:
        out.write(id3_tag(about))
        write_mp3(Quiet(), out, lambda _done: None, 1)
    return path


@pytest.fixture
def tag(tmp_path: Path) -> ID3:
    read = MP3(written(tmp_path / "a.mp3", facts()), translate=False).tags
    assert isinstance(read, ID3)
    return read


def test_it_is_version_2_3_which_every_phone_reads(tag: ID3) -> None:
    assert tag.version == (2, 3, 0)


def test_title_artist_album_practice_and_length_are_told(tag: ID3) -> None:
    told = {name: str(tag[name]) for name in ("TIT2", "TPE1", "TALB", "TCON", "TLEN", "TCOP")}
    assert told == {
        "TIT2": "Füße am Boden · 足",
        "TPE1": "Ada Therapist",
        "TALB": "feltsense",
        "TCON": "Grounding",
        "TLEN": "12000",
        "TCOP": "MIT",
    }


def test_the_transcript_is_in_it_in_its_language(tag: ID3) -> None:
    lyrics = tag.getall("USLT")[0]
    assert (lyrics.lang, lyrics.text) == ("deu", "Line one.\nLine two; with = and #.\n")


def test_there_is_one_cover(tag: ID3) -> None:
    (picture,) = tag.getall("APIC")
    assert picture.mime == "image/jpeg"
    assert picture.data.startswith(b"\xff\xd8")
    assert len(picture.data) <= 200_000


def test_chapters_stand_in_a_list_that_players_look_for(tag: ID3) -> None:
    (contents,) = tag.getall("CTOC")
    assert int(contents.flags) == 3  # at the top, and ordered
    found = [tag[f"CHAP:{name}"] for name in contents.child_element_ids]
    told = [(str(c.sub_frames["TIT2"]), c.start_time, c.end_time, c.start_offset, c.end_offset) for c in found]
    assert told == [(c.title, c.start, c.end, 0xFFFFFFFF, 0xFFFFFFFF) for c in CHAPTERS]


def test_chapters_are_read_in_order_whatever_their_names(tmp_path: Path) -> None:
    need("ffprobe")
    found = probe(written(tmp_path / "a.mp3", facts()))
    assert [c["tags"]["title"] for c in found["chapters"]] == [c.title for c in CHAPTERS]
    assert found["format"]["tags"]["title"] == "Füße am Boden · 足"
    assert [stream["codec_type"] for stream in found["streams"]] == ["audio", "video"]


def test_without_chapters_there_is_no_list_of_them() -> None:
    tag = id3_tag(facts(chapters=()))
    assert b"CTOC" not in tag
    assert b"CHAP" not in tag


def test_the_same_facts_give_the_same_bytes() -> None:
    assert id3_tag(facts()) == id3_tag(facts())


def test_number_album_artist_year_and_language_are_there_only_when_asked_for(tag: ID3, tmp_path: Path) -> None:
    names = ("TPE2", "TYER", "TRCK", "TLAN")
    assert not [name for name in (*names, "TXXX", "TDRC") if tag.getall(name)]
    asked = MP3(written(tmp_path / "b.mp3", chosen_facts()), translate=False).tags
    assert isinstance(asked, ID3)
    assert [str(asked[name]) for name in names] == ["A practice", "2026", "3/12", "deu"]
    assert str(asked["TALB"]) == "Evenings"
    assert not asked.getall("TXXX")


def test_a_language_that_is_not_known_is_not_told() -> None:
    assert b"TLAN" not in id3_tag(replace(chosen_facts(), language="tlh"))
