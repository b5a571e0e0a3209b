"""Discreet files tell nothing of what they are: names, tags, chapters and cover of a real MP3."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from mutagen.id3 import ID3

from feltsense.render.cover import draw_cover
from feltsense.render.job import Rendered, RenderJob, render
from feltsense.render.targets import Format
from feltsense.script.parser import parse
from feltsense.voice.cache import SpeechCache
from feltsense.voice.synthesiser import Synthesiser
from sine_voice import SineVoice

SCRIPT = """---
title: Allowing the ache
practice: self-compassion
author: Ada Lovelace
summary: For lonely evenings.
credits: After Tara
licence: CC BY
---

## Turning inward

Something aches. [pause about 3s]

## Coming back

Here you are.
"""
TELLING = re.compile(
    r"allowing|\bache|lonely|lovelace|tara|cc by|feltsense|compassion|turning|coming|evening", re.IGNORECASE
)
NAME = re.compile(r"Track \d{3} – [\d.]+ min")


def made(
    folder: Path, slug: str = "allowing-the-ache", form: Format = Format.MP3, minutes: float | None = None
) -> Rendered:
    exercise = parse(SCRIPT, slug).exercise
    wanted = RenderJob(exercise, None, folder / f"{slug}.{form}", form, discreet=True)
    with Synthesiser(SineVoice(), SpeechCache(folder / "cache")) as speaker:
        return render(wanted, speaker, lambda *_: None)


def test_names_and_tags_tell_nothing(tmp_path: Path) -> None:
    files = made(tmp_path).files
    stem = files[0].stem
    assert NAME.fullmatch(stem)
    assert [path.name for path in files] == [
        f"{stem}{end}" for end in (".mp3", ".vtt", ".lrc", ".txt", ".timeline.json")
    ]
    tags = ID3(files[0])
    assert tags["TIT2"].text == [stem]
    assert tags["TALB"].text == ["Tracks"]
    assert [tags[f"CHAP:ch{number}"].sub_frames["TIT2"].text for number in (0, 1)] == [["Part 1"], ["Part 2"]]
    assert tags.getall("APIC")[0].data == draw_cover("", "")
    assert {key.split(":")[0] for key in tags} == {"TIT2", "TALB", "TLEN", "APIC", "CHAP", "CTOC"}
    assert not TELLING.search(files[2].read_text("utf-8").split("[00:00", 1)[0])


@pytest.mark.skipif(not shutil.which("ffprobe"), reason="ffprobe is not here")
@pytest.mark.parametrize("form", [Format.MP3, Format.M4A, Format.OPUS, Format.FLAC])
def test_another_program_finds_nothing_telling_in_it(tmp_path: Path, form: Format) -> None:
    audio = made(tmp_path, form=form).files[0]
    command = ["ffprobe", "-v", "error", "-show_format", "-show_streams", "-show_chapters", "-of", "json", audio.name]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert not TELLING.search(found), found
    assert audio.stem in json.dumps(json.loads(found), ensure_ascii=False)


def test_the_same_exercise_has_the_same_name_wherever_and_however_often_it_is_rendered(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    first = made(one).files[0].name
    made(other, "another-exercise")
    assert made(one).files[0].name == made(other).files[0].name == first


def test_several_exercises_never_have_the_same_name(tmp_path: Path) -> None:
    slugs = [f"exercise-{number}" for number in (47, 53, 1)]  # the first two share a number
    names = [made(tmp_path, slug).files[0].name for slug in slugs]
    assert len(set(names)) == len(slugs)
    assert len(list(tmp_path.glob("Track*.mp3"))) == len(slugs)
    assert [made(tmp_path, slug).files[0].name for slug in slugs] == names


def test_an_asked_name_is_taken_and_the_tags_are_discreet(tmp_path: Path) -> None:
    exercise = parse(SCRIPT, "allowing").exercise
    wanted = RenderJob(exercise, None, tmp_path / "mine.mp3", Format.MP3, exact=True, discreet=True)
    with Synthesiser(SineVoice(), SpeechCache(tmp_path / "cache")) as speaker:
        rendered = render(wanted, speaker, lambda *_: None)
        again = render(replace(wanted, discreet=False), speaker, lambda *_: None)
    assert rendered.files == again.files
    assert ID3(again.files[0])["TIT2"].text == ["Allowing the ache"]


def test_the_temporary_folder_tells_nothing_either(tmp_path: Path) -> None:
    seen: set[str] = set()
    exercise = parse(SCRIPT, "allowing").exercise
    wanted = RenderJob(exercise, None, tmp_path / "out" / "allowing.mp3", Format.MP3, discreet=True)
    with Synthesiser(SineVoice(), SpeechCache(tmp_path / "cache")) as speaker:
        render(wanted, speaker, lambda *_: seen.update(path.name for path in (tmp_path / "out").glob(".*")))
    assert seen
    assert not [name for name in seen if TELLING.search(name.removesuffix(".feltsense-part"))]
