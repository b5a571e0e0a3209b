"""A render from start to end with a voice that is quick and always the same."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from mutagen.id3 import ID3

from feltsense.errors import ScriptError, SoundError, TimelineError, VoiceError
from feltsense.render import cover, mp3_encoder
from feltsense.render.cache import RenderCache
from feltsense.render.job import Rendered, RenderJob, RenderPhase, render
from feltsense.render.targets import Format
from feltsense.script.parser import parse
from feltsense.units import SAMPLE_RATE, frames
from feltsense.voice.cache import SpeechCache
from feltsense.voice.port import Utterance
from feltsense.voice.synthesiser import Synthesiser
from listening import decoded, probe
from sine_voice import SineVoice
from sounding import tone, write_wav
from tests_support import need

SCRIPT = """---
title: A small one
practice: grounding
author: Ada
{front}
---

## First

Here is a sentence. [pause 2s]
And another one? [pause about 3s]

[from 2 min]
Only in the long one.
[end]

## Second

[breathe in 2 out 2 for 2 rounds]
[bell]
{body}
The last sentence.
"""


def order(folder: Path, front: str = "", body: str = "", minutes: float | None = None) -> RenderJob:
    parsed = parse(SCRIPT.format(front=front, body=body), "small")
    assert not parsed.errors
    return RenderJob(parsed.exercise, minutes, folder / "small.mp3", Format.MP3)


def made(wanted: RenderJob, cache: Path, voice: SineVoice | None = None) -> Rendered:
    with Synthesiser(voice or SineVoice(), SpeechCache(cache)) as speaker:
        return render(wanted, speaker, lambda *_: None)


def test_the_audio_comes_first_and_everything_stands_beside_it(tmp_path: Path) -> None:
    files = made(order(tmp_path / "out"), tmp_path / "cache").files
    suffixes = ["small.mp3", "small.vtt", "small.lrc", "small.txt", "small.timeline.json"]
    assert [path.name for path in files] == suffixes
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(suffixes)


def test_the_timeline_file_is_what_the_format_says(tmp_path: Path) -> None:
    rendered = made(order(tmp_path), tmp_path / "cache")
    told = json.loads((tmp_path / "small.timeline.json").read_text("utf-8"))
    assert told["version"] == 1
    assert told["exercise"] == "small"
    assert told["voice"] == "heart"
    assert told["sample_rate"] == SAMPLE_RATE
    assert told["frames"] == rendered.timeline.length
    assert [section["title"] for section in told["sections"]] == ["First", "Second"]
    kinds = {event["kind"] for event in told["events"]}
    assert kinds == {"phrase", "silence", "breath", "bell"}
    starts = [event["start_ms"] for event in told["events"]]
    assert starts == sorted(starts)
    exact = next(event for event in told["events"] if event["kind"] == "silence" and event["line"] == 10)
    assert (exact["duration_ms"], exact["elastic"]) == (2000, False)
    assert all(event["line"] > 0 for event in told["events"] if event["kind"] == "phrase")


def test_a_phrase_that_cannot_be_spoken_stops_it_with_its_line(tmp_path: Path) -> None:
    def refuse(utterance: Utterance) -> None:
        if "another" in utterance.text:
            raise VoiceError("It cannot be said.", "Try other words.")

    with pytest.raises(ScriptError, match=r"small, line 11: It cannot be said\.") as caught:
        made(order(tmp_path / "out"), tmp_path / "cache", SineVoice(before=refuse))
    assert caught.value.hint == "Try other words."
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())


def test_a_phrase_that_fails_only_when_it_is_needed_again_is_told_by_its_line_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: set[str] = set()

    def once(utterance: Utterance) -> None:
        if utterance.text in said:
            raise VoiceError("The voice has gone.")
        said.add(utterance.text)

    def lose(stage: RenderPhase, _done: int, _total: int) -> None:
        if stage is RenderPhase.SPEAKING:
            shutil.rmtree(tmp_path / "cache", ignore_errors=True)

    voice = SineVoice(before=once)
    monkeypatch.setattr(voice, "loudness", lambda _pace: -20.0)  # else it is needed again before anything is written
    told = pytest.raises(ScriptError, match=r"small, line \d+: The voice has gone\.")
    with Synthesiser(voice, SpeechCache(tmp_path / "cache")) as speaker, told:
        render(order(tmp_path / "out"), speaker, lose)
    assert not (tmp_path / "out").exists()


def test_speech_that_is_deleted_on_the_way_is_spoken_again(tmp_path: Path) -> None:
    voice = SineVoice()

    def lose(stage: RenderPhase, _done: int, _total: int) -> None:
        if stage is RenderPhase.SPEAKING:
            shutil.rmtree(tmp_path / "cache", ignore_errors=True)

    with Synthesiser(voice, SpeechCache(tmp_path / "cache")) as speaker:
        first = render(order(tmp_path / "lost"), speaker, lose)
    second = made(order(tmp_path / "kept"), tmp_path / "cache2")
    assert first.files[0].read_bytes() == second.files[0].read_bytes()


def test_a_refused_length_asks_only_for_the_lines_that_are_there(tmp_path: Path) -> None:
    def refuse_the_long_one(utterance: Utterance) -> None:
        if "Only" in utterance.text:
            raise VoiceError("It cannot be said.")

    with pytest.raises(ScriptError, match=r"small, line 14: It cannot be said\."):
        made(order(tmp_path, minutes=0.1), tmp_path / "cache", SineVoice(before=refuse_the_long_one))


def test_a_length_that_cannot_be_met_names_what_can(tmp_path: Path) -> None:
    with pytest.raises(TimelineError, match=r"cannot last exactly 1:30\. This script can last from 0:\d\d to"):
        made(order(tmp_path, minutes=1.5), tmp_path / "cache")
    assert not (tmp_path / "small.mp3").exists()


def test_progress_ends_where_it_said_it_would(tmp_path: Path) -> None:
    seen: dict[RenderPhase, list[tuple[int, int]]] = {RenderPhase.SPEAKING: [], RenderPhase.WRITING: []}
    with Synthesiser(SineVoice(), SpeechCache(tmp_path / "cache")) as speaker:
        render(order(tmp_path), speaker, lambda stage, done, total: seen[stage].append((done, total)))
    for steps in seen.values():
        counts = [done for done, _ in steps]
        assert counts == sorted(counts)
        assert steps[-1][0] == steps[-1][1]


@pytest.mark.parametrize(
    ("front", "body", "told"),
    [
        ("soundscape: rian", "", "small, line 5: There is no soundscape called “rian”. → Did you mean rain?"),
        ("", "[soundscape oceans]", "small, line 21: There is no soundscape called “oceans”. → Did you mean ocean?"),
        ("", "[play river.mp3]", "small, line 21: “river.mp3” is not there. → Put it into the script's folder"),
        ("", "[play rivr.mp3 for 3s]", "small, line 21: “rivr.mp3” is not there. → Did you mean river.mp3?"),
        ("soundscape: no/rain.wav", "", "small, line 5: “no/rain.wav” is not there. → Put it"),
    ],
)
def test_a_sound_that_is_not_there_is_told_by_its_line_before_anything_is_spoken(
    tmp_path: Path, front: str, body: str, told: str
) -> None:
    if "rivr" in body:
        (tmp_path / "river.mp3").write_bytes(b"anything")
    voice = SineVoice()
    wanted = replace(order(tmp_path / "out", front, body), script=tmp_path / "small.md")
    with pytest.raises(SoundError) as caught:
        made(wanted, tmp_path / "cache", voice)
    assert f"{caught.value.message} → {caught.value.hint}".startswith(told)
    assert not voice.spoken
    assert not (tmp_path / "out").exists()


def test_over_a_background_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    write_wav(tmp_path / "low.wav", tone(4, 70))
    for name in ("one", "other"):
        wanted = order(tmp_path / name, "soundscape: rain", "[soundscape low.wav]\n[pause 6s]\n[play low.wav for 2s]")
        made(replace(wanted, script=tmp_path / "small.md"), tmp_path / "cache")
    assert (tmp_path / "one" / "small.mp3").read_bytes() == (tmp_path / "other" / "small.mp3").read_bytes()


def test_over_a_background_progress_moves_on(tmp_path: Path) -> None:
    steps: list[int] = []
    wanted = order(tmp_path, "soundscape: rain", "[pause 8s]")
    with Synthesiser(SineVoice(), SpeechCache(tmp_path / "cache")) as speaker:
        render(
            wanted, speaker, lambda stage, done, _total: steps.append(done) if stage is RenderPhase.WRITING else None
        )
    assert steps == sorted(steps)
    assert len(set(steps)) > 5


def test_a_length_is_met_to_the_frame_in_every_version(tmp_path: Path) -> None:
    script = SCRIPT.replace("[pause about 3s]", "[pause 1s to 3m]")
    exercise = parse(script.format(front="", body=""), "small").exercise
    with Synthesiser(SineVoice(), SpeechCache(tmp_path / "cache")) as speaker:
        for minutes in (1, 1.5, 2, 2.25):
            wanted = RenderJob(exercise, minutes, tmp_path / f"{minutes}.wav", Format.WAV)
            assert render(wanted, speaker, lambda *_: None).timeline.length == frames(round(minutes * 60_000))


@pytest.mark.slow
def test_over_99_59_there_are_no_lyrics_and_it_is_said(tmp_path: Path) -> None:
    wanted = order(tmp_path / "out", body="[pause 50 min]\nAnd then.\n[pause 50 min]\n")
    rendered = made(wanted, tmp_path / "cache")
    assert [path.name.removeprefix("small") for path in rendered.files] == [".mp3", ".vtt", ".txt", ".timeline.json"]
    assert len(list((tmp_path / "out").iterdir())) == len(rendered.files)
    assert "No lyrics file (.lrc)" in rendered.notes[0]
    assert made(order(tmp_path / "short"), tmp_path / "cache").notes == ()


@pytest.mark.parametrize("form", [Format.WAV, Format.FLAC])
def test_lossless_formats_have_exactly_the_timelines_frames(form: Format, tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    rendered = made(replace(order(tmp_path), target=tmp_path / f"small.{form}", format=form), tmp_path / "cache")
    assert len(decoded(rendered.files[0])) == rendered.timeline.length


@pytest.mark.parametrize("form", [Format.M4A, Format.OPUS])
def test_other_formats_last_as_long(form: Format, tmp_path: Path) -> None:
    need("ffmpeg", "ffprobe")
    rendered = made(replace(order(tmp_path), target=tmp_path / f"small.{form}", format=form), tmp_path / "cache")
    told = float(probe(rendered.files[0])["format"]["duration"])
    assert told == pytest.approx(rendered.timeline.length / SAMPLE_RATE, abs=0.05)


def test_what_is_cached_changes_no_bit_and_nothing_is_drawn_or_encoded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = made(order(tmp_path / "fresh"), tmp_path / "cache").files
    cached = replace(order(tmp_path / "cached"), cache=RenderCache(tmp_path / "cache", 1 << 20))
    assert [path.read_bytes() for path in made(cached, tmp_path / "cache").files] == [p.read_bytes() for p in fresh]
    monkeypatch.setattr(cover, "draw_cover", None)
    monkeypatch.setattr(mp3_encoder, "FrameEncoder", None)
    for path in made(cached, tmp_path / "cache").files:
        assert path.read_bytes() == (tmp_path / "fresh" / path.name).read_bytes()


@pytest.mark.parametrize(("practice", "title"), [("grounding", "Another one"), ("breath", "A small one")])
def test_another_title_and_another_practice_have_another_cover(tmp_path: Path, practice: str, title: str) -> None:
    cache = RenderCache(tmp_path / "cache", 1 << 20)
    wanted = replace(order(tmp_path / "out"), cache=cache)
    made(wanted, tmp_path / "cache")
    other = replace(wanted.exercise, front=replace(wanted.exercise.front, practice=practice, title=title))
    (audio, *_) = made(replace(wanted, exercise=other), tmp_path / "cache").files
    (picture,) = ID3(audio).getall("APIC")
    assert picture.data == cover.draw_cover(practice, title)


def test_a_sentence_that_changed_is_all_that_is_encoded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Phrases behind elastic silences begin with a frame, so they sound the same within it wherever they are."""
    words = "One stone lies here. Two leaves are there. Three birds fly over. Four clouds pass by. Five waves roll in."
    sentences = [f"{sentence}." for sentence in words.removesuffix(".").split(". ")]
    changed = [*sentences[:2], "Thirteen small birds are flying over the water now.", *sentences[3:]]
    encoders: list[int] = []

    class CountedEncoder(mp3_encoder.FrameEncoder):
        def __init__(self, channels: int, frames: int) -> None:
            encoders.append(frames)
            super().__init__(channels, frames)

    monkeypatch.setattr(mp3_encoder, "FrameEncoder", CountedEncoder)
    monkeypatch.setattr(
        SineVoice, "loudness", lambda _voice, _pace: -19.0
    )  # else the gain is that of the first phrases
    cache = RenderCache(tmp_path / "cache", 1 << 20)
    files = []
    for number, body in enumerate((sentences, changed)):
        encoders.clear()
        script = "---\ntitle: Still\nminutes: 1\n---\n" + "\n[pause about 5s]\n".join(body)
        wanted = RenderJob(parse(script, "still").exercise, 1, tmp_path / str(number) / "still.mp3", Format.MP3)
        files.append(made(replace(wanted, cache=cache), tmp_path / "cache").files)
    assert len(encoders) == 1
    fresh = made(replace(wanted, target=tmp_path / "fresh" / "still.mp3"), tmp_path / "cache").files
    assert fresh[0].read_bytes() == files[1][0].read_bytes() != files[0][0].read_bytes()
