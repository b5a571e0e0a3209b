"""`feltsense render --m4b`, and what is asked for in the tags."""

import json
import os
from pathlib import Path

import pytest
from mutagen.id3 import ID3
from mutagen.mp4 import MP4

from running import SMALL, WRONG, Desk
from tests_support import need

pytestmark = pytest.mark.usefixtures("quick_start")


@pytest.fixture(autouse=True)
def _kept_speech(speech_folder: Path, desk: Desk) -> None:
    """Speak each phrase once for all tests."""
    speech_folder.mkdir(exist_ok=True)
    (desk.folder / "audio_cache").symlink_to(speech_folder, target_is_directory=True)


def title(path: str) -> str:
    tags = MP4(path).tags
    assert tags is not None
    return str(tags["\xa9nam"][0])


@pytest.mark.parametrize("asked", [["--m4b", "-o", "evening.m4b"], ["-o", "evening.m4b"]])
def test_several_become_one_file(desk: Desk, asked: list[str]) -> None:
    need("ffmpeg")
    desk.write("other")
    ran = desk.run("render", "small", "other", *asked)
    assert (ran.code, ran.out) == (0, "evening.m4b\n")
    assert "with captions" in ran.err
    assert title("evening.m4b") == "Evening"
    assert sorted(path.name for path in Path().iterdir()) == [
        f"evening.{each}" for each in ("lrc", "m4b", "timeline.json", "txt", "vtt")
    ]


def test_without_a_name_it_has_a_plain_one_in_the_folder(desk: Desk) -> None:
    need("ffmpeg")
    ran = desk.run("render", "small", "small", "--m4b", "-o", "new/", "--album", "  Two\x1b\u202e in a row ")
    assert ran.out == "new/exercises.m4b\n"
    assert title("new/exercises.m4b") == "Two in a row"


def test_another_ending_or_format_is_refused_before_anything_is_done(desk: Desk) -> None:
    ran = desk.run("render", "small", "--m4b", "-o", "evening.mp3")
    assert (ran.code, ran.out) == (1, "")
    assert "evening.mp3 is no name for an audiobook, which ends in .m4b." in ran.err
    assert "-o evening.m4b" in ran.err
    assert desk.run("render", "small", "--m4b", "--format", "wav").code == 2
    assert list(Path().iterdir()) == []


def test_all_errors_are_told_and_nothing_is_made(desk: Desk) -> None:
    need("ffmpeg")
    desk.write("wrong", WRONG)
    ran = desk.run("render", "small", "wrong", "nowhere", "--m4b")
    assert (ran.code, ran.out) == (1, "")
    assert "There is an error in wrong.md." in ran.err
    assert "There is no exercise called “nowhere”" in ran.err
    assert list(Path().iterdir()) == []


def test_programs_get_one_report(desk: Desk) -> None:
    need("ffmpeg")
    desk.write("other")
    (told,) = json.loads(desk.run("render", "small", "other", "--m4b", "--json").out)
    assert (told["name"], told["ok"], told["files"][0]) == ("small, other", True, "exercises.m4b")


def test_without_ffmpeg_it_says_what_helps(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(desk.folder))
    ran = desk.run("render", "small", "--m4b")
    assert (ran.code, ran.out) == (1, "")
    assert "A .m4b file is made with ffmpeg, and ffmpeg is not here." in ran.err


def frames_of(path: str) -> dict[str, str]:
    tags = ID3(path, translate=False)
    wanted = ("TALB", "TPE2", "TYER", "TRCK", "TLAN")
    return {name: str(tags[name]) for name in wanted if tags.getall(name)}


def test_the_album_is_the_pathway_and_no_more_is_told_unless_asked_for(desk: Desk) -> None:
    assert desk.run("render", "small").code == 0
    assert frames_of("small.mp3") == {"TALB": "feltsense – Somatic"}


def test_what_is_asked_for_is_in_the_tags(desk: Desk) -> None:
    desk.write("other", SMALL.replace("the end", "another end"))
    words = ["--album", "Evenings", "--album-artist", "A practice", "--year", "2026"]
    assert desk.run("render", "small", "other", *words, "--track-numbers", "--language-tag").code == 0
    told = {"TALB": "Evenings", "TPE2": "A practice", "TYER": "2026", "TLAN": "eng"}
    assert frames_of("small.mp3") == {**told, "TRCK": "1/2"}
    assert frames_of("other.mp3") == {**told, "TRCK": "2/2"}


def test_a_year_is_a_year(desk: Desk) -> None:
    assert desk.run("render", "small", "--year", "12").code == 2


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there at all")
def test_a_name_of_ours_is_one_that_every_system_keeps(desk: Desk) -> None:
    script = desk.folder / "notes" / "con.what? a:b.md"
    script.parent.mkdir()
    script.write_text("A sentence.\n", "utf-8")
    assert desk.run("render", str(script)).out == "_con.what a-b.mp3\n"
    assert desk.run("render", str(script), "-o", "a:b?.wav").out == "a:b?.wav\n"
