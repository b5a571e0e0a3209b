"""The main job on real scripts with the real voice, read back by other programs."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import mutagen
import numpy as np
import pytest
from numpy.typing import NDArray

from feltsense.render.job import Rendered, RenderJob, render
from feltsense.render.targets import Format
from feltsense.script.model import Exercise
from feltsense.script.options import VersionOptions, apply_options
from feltsense.script.parser import parse
from feltsense.timeline.model import SpeechEvent
from feltsense.units import SAMPLE_RATE
from feltsense.voice.cache import SpeechCache
from feltsense.voice.registry import open_voice
from feltsense.voice.synthesiser import Synthesiser
from listening import decoded, expect_speech_and_silence, loudness, probe
from tests_support import need

pytestmark = pytest.mark.slow

EXERCISES = Path(__file__).parents[2] / "exercises"
MP3_FRAME = 1152


def exercise(slug: str) -> Exercise:
    return parse((EXERCISES / f"{slug}.md").read_bytes(), slug).exercise


ENCODED = [("feet-on-the-floor", 3), ("even-breath", 5)]
"""What is encoded and read back by other programs: a grounding, and a breath with its tones."""


SHORT = ("ninety-seconds-here", 1.5)
"""Quickly made, for what is the same at any length."""


def nothing(*_: object) -> None:
    """Nobody watches the progress."""


@dataclass(frozen=True)
class Made:
    rendered: Rendered
    minutes: float

    @property
    def audio(self) -> Path:
        return self.rendered.files[0]

    @cached_property
    def sound(self) -> NDArray[np.float32]:
        """As ffmpeg decodes it."""
        return decoded(self.audio)


def make(
    slug: str, minutes: float, folder: Path, cache: Path, form: Format = Format.MP3, soundscape: str | None = None
) -> Made:
    with Synthesiser(open_voice("heart"), SpeechCache(cache)) as speaker:
        wanted = apply_options(exercise(slug), VersionOptions(soundscape=soundscape))
        order = RenderJob(wanted, minutes, folder / f"{slug}.{form}", form)
        return Made(render(order, speaker, nothing), minutes)


@pytest.fixture(scope="module", params=ENCODED, ids=lambda offered: f"{offered[0]}-{offered[1]:g}min")
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, speech_folder: Path) -> Made:
    slug, minutes = request.param
    return make(slug, minutes, tmp_path_factory.mktemp("out"), speech_folder)


def test_every_offered_length_is_met_and_every_reader_agrees(made: Made) -> None:
    need("ffmpeg", "ffprobe")
    frames = made.rendered.timeline.length
    assert frames == round(made.minutes * 60 * SAMPLE_RATE)
    assert abs(len(made.sound) - frames) <= MP3_FRAME
    assert float(probe(made.audio)["format"]["duration"]) == pytest.approx(frames / SAMPLE_RATE, abs=0.05)
    read = mutagen.File(made.audio)
    assert read is not None
    assert read.info.length == pytest.approx(frames / SAMPLE_RATE, abs=0.05)
    assert (read.info.sample_rate, read.info.channels, read.info.bitrate) == (SAMPLE_RATE, 1, 96_000)


def test_finished_files_are_as_loud_as_each_other(made: Made) -> None:
    need("ffmpeg", "ffprobe")
    integrated, peak = loudness(made.audio)
    assert integrated == pytest.approx(-19.0, abs=0.5)
    assert peak <= -1.5


def test_speech_and_silence_are_where_the_timeline_says(made: Made) -> None:
    need("ffmpeg", "ffprobe")
    expect_speech_and_silence(made.rendered.timeline, made.sound[:, 0], MP3_FRAME, 1e-3)


def test_what_stands_beside_tells_the_same_story(made: Made) -> None:
    need("ffmpeg", "ffprobe")
    timeline = made.rendered.timeline
    stem = made.audio.with_suffix("")
    written = json.loads(stem.with_suffix(".timeline.json").read_text("utf-8"))
    assert written["frames"] == timeline.length
    chapters = probe(made.audio)["chapters"]
    assert [c["tags"]["title"] for c in chapters] == [s["title"] for s in written["sections"]]
    assert [round(float(c["start_time"]) * 1000) for c in chapters] == [s["start_ms"] for s in written["sections"]]
    spoken = [tile.text for tile in timeline.tiles if isinstance(tile, SpeechEvent)]
    transcript = " ".join(stem.with_suffix(".txt").read_text("utf-8").split())
    captions = stem.with_suffix(".lrc").read_text("utf-8")
    for text in spoken:
        if len(text) > 3:  # the words of the breath are told once, as a whole
            assert text in transcript
            assert text in captions
    assert stem.with_suffix(".vtt").read_text("utf-8").count(" --> ") == len(spoken)


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path, speech_folder: Path) -> None:
    warm = make(*SHORT, tmp_path / "warm", speech_folder)
    cold = make(*SHORT, tmp_path / "cold", tmp_path / "empty")
    for one, other in zip(warm.rendered.files, cold.rendered.files, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


@pytest.mark.parametrize(
    ("slug", "minutes", "soundscape"),
    [(*SHORT, "rain")],
)
def test_over_a_background_it_is_stereo_as_loud_and_as_long(
    slug: str, minutes: float, soundscape: str, tmp_path: Path, speech_folder: Path
) -> None:
    need("ffmpeg", "ffprobe")
    made = make(slug, minutes, tmp_path, speech_folder, soundscape=soundscape)
    read = mutagen.File(made.audio)
    assert read is not None
    assert (read.info.sample_rate, read.info.channels, read.info.bitrate) == (SAMPLE_RATE, 2, 128_000)
    assert read.info.length == pytest.approx(minutes * 60, abs=0.05)
    integrated, peak = loudness(made.audio)
    assert integrated == pytest.approx(-16.0, abs=0.5)
    assert peak <= -1.5
    sound = decoded(made.audio)
    assert abs(len(sound) - minutes * 60 * SAMPLE_RATE) <= MP3_FRAME
    powers = (sound[8 * SAMPLE_RATE : -12 * SAMPLE_RATE : 3].astype(np.float64) ** 2).mean(axis=1)
    quietest = powers[: len(powers) // 4410 * 4410].reshape(-1, 4410).mean(axis=1).min()
    assert -60 < 10 * np.log10(quietest) < -36  # it is never gone, and never loud
