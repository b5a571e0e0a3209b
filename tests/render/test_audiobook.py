"""One audiobook of several exercises, read back by other programs."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from mutagen.mp4 import MP4
from numpy.typing import NDArray

from feltsense.errors import RenderError, TimelineError
from feltsense.render.audiobook import BookJob, BookPart, render_book
from feltsense.render.job import Rendered, RenderPhase
from feltsense.render.metadata import TagChoices
from feltsense.script.parser import parse
from feltsense.timeline.model import SpeechEvent
from feltsense.units import SAMPLE_RATE, milliseconds
from feltsense.voice.cache import SpeechCache
from feltsense.voice.synthesiser import Synthesiser
from listening import probe
from sine_voice import SineVoice
from tests_support import need

SCRIPT = """---
title: {title}
practice: grounding
author: Ada Lovelace
language: de
soundscape: {soundscape}
---

## First

Something {slug} aches. [pause 1s]

## Second

The end of {slug}.
"""
BESIDE = (".m4b", ".vtt", ".lrc", ".txt", ".timeline.json")


@pytest.fixture
def speaker(tmp_path: Path) -> Synthesiser:
    return Synthesiser(SineVoice(), SpeechCache(tmp_path / "cache"))


def book(folder: Path, speaker: Synthesiser, *slugs: str, soundscape: str = "off") -> BookJob:
    folder.mkdir(exist_ok=True)
    parts = []
    for slug in slugs:
        text = SCRIPT.format(title=f"The {slug} one", slug=slug, soundscape=soundscape if slug == "wide" else "off")
        parsed = parse(text, slug)
        assert not parsed.errors
        script = folder / f"{slug}.md"
        script.write_text(text, "utf-8")
        parts.append(BookPart(parsed.exercise, speaker, script))
    return BookJob(tuple(parts), None, folder / "evening.m4b", exact=True)


def made(job: BookJob) -> Rendered:
    return render_book(job, lambda *_: None)


def heard(path: Path) -> NDArray[np.float32]:
    """Return the first side of what ffmpeg decodes; it warns of every M4A with a cover, so only errors count."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a", "-ac", "1", "-f", "f32le", "-"]
    return np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, np.float32)


def test_each_exercise_is_a_chapter_that_begins_where_it_is_heard(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg", "ffprobe")
    rendered = made(book(tmp_path / "out", speaker, "small", "other", "third"))
    audio, timeline = rendered.files[0], rendered.timeline
    chapters = probe(audio)["chapters"]
    assert [chapter["tags"]["title"] for chapter in chapters] == ["The small one", "The other one", "The third one"]
    assert [round(float(c["start_time"]) * 1000) for c in chapters] == [
        milliseconds(c.start) for c in timeline.chapters
    ]
    sound = heard(audio)
    assert len(sound) == pytest.approx(timeline.length, abs=1024)
    for chapter in timeline.chapters:
        first = next(tile for tile in timeline.tiles if isinstance(tile, SpeechEvent) and tile.start > chapter.start)
        quiet, speech = sound[chapter.start : first.start - 1200], sound[first.start : first.start + 4410]
        assert np.abs(quiet).max() < 0.01
        assert np.flatnonzero(np.abs(speech) > 0.05)[0] < 0.005 * SAMPLE_RATE


def test_players_find_a_book_with_title_cover_and_words(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg")
    tags = MP4(made(book(tmp_path / "out", speaker, "small", "other")).files[0]).tags
    assert tags is not None
    assert (tags["\xa9nam"], tags["\xa9alb"], tags["\xa9ART"]) == (["Evening"], ["Evening"], ["Ada Lovelace"])
    assert (tags["\xa9gen"], tags["stik"]) == (["Audiobook"], [2])
    assert tags["\xa9cmt"] == ["The small one; The other one"]
    assert bytes(tags["covr"][0]).startswith(b"\xff\xd8")
    assert "Something other aches." in tags["\xa9lyr"][0]
    assert not [key for key in tags if key in ("aART", "trkn", "\xa9day")]


def test_what_is_asked_for_is_in_the_tags(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg")
    wanted = TagChoices("My evenings", "A practice", "2026")
    tags = MP4(made(replace(book(tmp_path / "out", speaker, "small", "other"), tags=wanted)).files[0]).tags
    assert tags is not None
    assert [tags[key] for key in ("\xa9nam", "\xa9alb", "aART", "\xa9day")] == [
        ["My evenings"],
        ["My evenings"],
        ["A practice"],
        ["2026"],
    ]


def test_captions_lyrics_and_transcript_tell_of_all(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg")
    rendered = made(book(tmp_path / "out", speaker, "small", "other"))
    assert [path.name for path in rendered.files] == [f"evening{ending}" for ending in BESIDE]
    _, vtt, lrc, txt, _ = (path.read_bytes().decode("utf-8", "replace") for path in rendered.files)
    assert vtt.count(" --> ") == 4
    late = rendered.timeline.chapters[1].start / SAMPLE_RATE
    times = re.findall(r"^\[(\d\d):(\d\d\.\d\d)\]\S", lrc, re.MULTILINE)
    assert sum(60 * int(minutes) + float(rest) > late for minutes, rest in times) == 2
    assert txt.index("The small one\n=====") < txt.index("First\n-----") < txt.index("The other one\n=====")
    assert txt.count("Für Wohlbefinden und Übung") == 1


def test_one_exercise_alone_has_its_sections_for_chapters(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg", "ffprobe")
    rendered = made(replace(book(tmp_path / "out", speaker, "small"), exact=False))
    assert [c["tags"]["title"] for c in probe(rendered.files[0])["chapters"]] == ["First", "Second"]
    tags = MP4(rendered.files[0]).tags
    assert tags is not None
    assert tags["\xa9nam"] == ["The small one"]


@pytest.mark.slow
def test_where_one_has_a_background_all_have_two_sides(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg", "ffprobe")
    audio = made(book(tmp_path / "out", speaker, "small", "wide", soundscape="rain")).files[0]
    assert probe(audio)["streams"][0]["channels"] == 2


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg")
    one = made(book(tmp_path / "one", speaker, "small", "other")).files
    other = made(book(tmp_path / "other", speaker, "small", "other")).files
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_a_discreet_book_tells_nothing(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg", "ffprobe")
    wanted = replace(book(tmp_path / "out", speaker, "small", "other"), discreet=True, exact=False)
    audio = made(wanted).files[0]
    assert re.fullmatch(r"Track \d{3} – [\d.]+ min\.m4b", audio.name)
    found = probe(audio)
    assert [c["tags"]["title"] for c in found["chapters"]] == ["Part 1", "Part 2"]
    assert found["format"]["tags"]["title"] == audio.stem
    assert not re.search(r"small|other|ada|aches|evening|feltsense|book", str(found["format"]["tags"]), re.IGNORECASE)


def test_what_is_not_ours_stays(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg")
    wanted = book(tmp_path / "out", speaker, "small", "other")
    wanted.target.write_bytes(b"somebody's")
    with pytest.raises(RenderError, match=r"evening\.m4b is there already"):
        made(wanted)
    assert made(replace(wanted, exact=False)).files[0].name == "evening-2.m4b"
    assert wanted.target.read_bytes() == b"somebody's"


def test_our_own_is_replaced(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg")
    first = made(book(tmp_path / "out", speaker, "small", "other"))
    again = made(book(tmp_path / "out", speaker, "other", "small"))
    assert (again.files, again.notes) == (first.files, ())
    assert len(list((tmp_path / "out").iterdir())) == len(BESIDE) + 2


def test_a_script_of_the_same_name_is_never_written_over(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg")
    wanted = book(tmp_path / "out", speaker, "small", "other")
    script = (tmp_path / "out" / "other.md").rename(tmp_path / "out" / "evening.txt")
    parts = (wanted.parts[0], replace(wanted.parts[1], script=script))
    before = script.read_bytes()
    for _ in range(2):
        assert "evening.rendered.txt" in [path.name for path in made(replace(wanted, parts=parts)).files]
        assert script.read_bytes() == before


def test_without_ffmpeg_nothing_is_spoken(
    tmp_path: Path, speaker: Synthesiser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderError, match="ffmpeg is not here") as caught:
        made(book(tmp_path / "out", speaker, "small"))
    assert "apt install ffmpeg" in caught.value.hint
    assert speaker.made == 0


def test_a_length_that_one_of_them_cannot_have_makes_nothing(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg")
    with pytest.raises(TimelineError):
        made(replace(book(tmp_path / "out", speaker, "small", "other"), minutes=50))
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".md", ".md"]


def test_progress_goes_on_over_all_of_them(tmp_path: Path, speaker: Synthesiser) -> None:
    need("ffmpeg")
    told: dict[RenderPhase, list[float]] = {RenderPhase.SPEAKING: [], RenderPhase.WRITING: []}
    render_book(
        book(tmp_path / "out", speaker, "small", "other"), lambda stage, done, total: told[stage].append(done / total)
    )
    assert all(parts == sorted(parts) and parts[-1] == 1 for parts in told.values())
