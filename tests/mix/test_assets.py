"""Sounds as a script names them: loops, levels, and errors with their line."""

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from feltsense.audio.loudness import energy, gating_blocks, integrated
from feltsense.errors import SoundError
from feltsense.mix import assets as assets_module
from feltsense.mix.assets import AssetResolver, find_sound
from feltsense.mix.clip import LoopedFile
from feltsense.mix.decoded_file import DecodedFile
from feltsense.script.diagnostics import Span
from feltsense.script.model import Play, SoundscapeCue
from feltsense.timeline.model import SoundEvent
from feltsense.units import SAMPLE_RATE, Frames
from sounding import corners, pitch, tone, write_wav

ALL = 1 << 40


def noise(seconds: float, level: float = 0.1, seed: int = 1) -> NDArray[np.float32]:
    made: NDArray[np.float32] = (
        np.random.default_rng(seed).uniform(-level, level, round(seconds * SAMPLE_RATE)).astype("f4")
    )
    return made


def lufs(sound: NDArray[np.float32]) -> float:
    """Return the loudness of `sound` as it is heard from two sides."""
    sides = [sound[:, 0], sound[:, -1]]
    hops = [sum(pair) for pair in zip(*(energy(np.ascontiguousarray(side)) for side in sides), strict=True)]
    found = integrated(gating_blocks(hops[:-3]))
    assert found is not None
    return found


def play(name: str, seconds: float, line: int = 7) -> SoundEvent:
    return SoundEvent(Frames(0), Frames(round(seconds * SAMPLE_RATE)), name, soundscape=False, line=line)


@pytest.mark.parametrize(("name", "same"), [("rain", "Rain"), ("wind", "wind in  trees"), ("brown", "BROWN NOISE")])
def test_a_soundscape_has_a_name_and_a_title(name: str, same: str) -> None:
    assets = AssetResolver("a", None)
    assert assets.background(name, 1, 100) is assets.background(same, 2, 100)


def test_an_unknown_soundscape_is_told_with_its_line_and_the_nearest() -> None:
    with pytest.raises(SoundError, match="calm, line 4: There is no soundscape called “oceen”") as caught:
        AssetResolver("calm", None).background("oceen", 4, 100)
    assert caught.value.hint == "Did you mean ocean?"


def test_a_file_whose_ending_is_missing_is_the_nearest(tmp_path: Path) -> None:
    for name in ("River.mp3", "river.md"):
        (tmp_path / name).write_bytes(b"anything")
    with pytest.raises(SoundError, match="calm, line 4: There is no soundscape called “river”") as caught:
        AssetResolver("calm", tmp_path).background("river", 4, 100)
    assert caught.value.hint == "Did you mean River.mp3?"


def test_everything_in_a_script_is_looked_for_beforehand(tmp_path: Path) -> None:
    write_wav(tmp_path / "here.wav", tone(1))
    assets = AssetResolver("calm", tmp_path)
    assets.require(
        [
            Play("here.wav", None, Span(3, 1, 2)),
            SoundscapeCue("rain", Span(4, 1, 2)),
            SoundscapeCue(None, Span(5, 1, 2)),
        ]
    )
    with pytest.raises(SoundError, match=r"calm, line 6: “gone\.wav” is not there"):
        assets.require([Play("gone.wav", None, Span(6, 1, 2))])
    with pytest.raises(SoundError, match=r"calm, line 7: “gone\.wav” is not there"):
        assets.require([SoundscapeCue("gone.wav", Span(7, 1, 2))])


@pytest.mark.parametrize("level", [0.003, 0.05, 0.9])
@pytest.mark.parametrize("sides", [1, 2])
def test_every_file_becomes_as_soft_as_a_soundscape(tmp_path: Path, level: float, sides: int) -> None:
    sound = np.stack([noise(8, level, seed) for seed in range(sides)], axis=1)
    write_wav(tmp_path / "a.wav", sound)
    bed = AssetResolver("a", tmp_path).background("a.wav", 1, 8 * SAMPLE_RATE)
    assert lufs(bed.read(0, 8 * SAMPLE_RATE)) == pytest.approx(-38, abs=0.3)


@pytest.mark.parametrize("sides", [1, 2])
def test_a_file_that_is_played_is_a_little_softer_than_the_voice(tmp_path: Path, sides: int) -> None:
    write_wav(tmp_path / "a.wav", np.stack([noise(8, 0.05, seed) for seed in range(sides)], axis=1))
    clip = AssetResolver("a", tmp_path).clip(play("a.wav", 8))
    assert lufs(clip.read(0, 8 * SAMPLE_RATE)) == pytest.approx(-19, abs=0.3)


def test_a_slam_in_soft_rain_startles_nobody(tmp_path: Path) -> None:
    sound = noise(20, 0.001)
    sound[400_000:400_500] = 0.9
    write_wav(tmp_path / "a.wav", sound)
    assets = AssetResolver("a", tmp_path)
    assert np.abs(assets.background("a.wav", 1, len(sound)).read(0, len(sound))).max() <= 0.251
    assert np.abs(assets.clip(play("a.wav", 20)).read(0, len(sound))).max() <= 0.701


def test_a_whole_file_lasts_as_long_as_it_is(tmp_path: Path) -> None:
    write_wav(tmp_path / "a.wav", tone(1.5, rate=48_000), 48_000)
    cue = Play("a.wav", None, Span(1, 1, 2))
    for length in (AssetResolver("a", tmp_path).length(cue), AssetResolver("a", tmp_path).declared_length(cue)):
        assert length == pytest.approx(1.5 * SAMPLE_RATE, abs=1)


@pytest.mark.parametrize(
    ("seconds", "level", "told"), [(1.0, 0.1, "shorter than three seconds"), (5.0, 0.0, "nothing but silence")]
)
def test_what_makes_no_background_says_why(tmp_path: Path, seconds: float, level: float, told: str) -> None:
    write_wav(tmp_path / "a.wav", tone(seconds, level=level))
    with pytest.raises(SoundError, match=f"a, line 9: .*{told}"):
        AssetResolver("a", tmp_path).background("a.wav", 9, 100)


def test_a_file_is_decoded_once_and_again_only_where_more_of_it_is_needed(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", noise(20))
    assets = AssetResolver("a", tmp_path)
    short = assets.clip(play("a.wav", 2)).read(0, 1000)
    path.write_bytes(b"")  # from here on it can only be remembered
    np.testing.assert_array_equal(assets.clip(play("a.wav", 2)).read(0, 1000), short)
    with pytest.raises(SoundError, match="is empty"):
        assets.clip(play("a.wav", 15))


class TestLoop:
    @pytest.fixture
    def kept(self, tmp_path: Path) -> DecodedFile:
        return DecodedFile(write_wav(tmp_path / "a.wav", noise(6)), ALL)

    def test_it_begins_like_the_file(self, kept: DecodedFile) -> None:
        loop = LoopedFile(kept, 0.5, ALL)
        assert loop.read(0, 1000) == pytest.approx(0.5 * kept.read(0, 1000), abs=1e-7)

    def test_what_is_long_enough_never_begins_again(self, kept: DecodedFile) -> None:
        loop = LoopedFile(kept, 1.0, kept.length)
        np.testing.assert_array_equal(loop.read(0, kept.length), kept.read(0, kept.length))

    def test_its_power_is_the_same_where_it_begins_again(self, kept: DecodedFile) -> None:
        loop = LoopedFile(kept, 1.0, ALL).read(0, 40 * SAMPLE_RATE)[:, 0]
        powers = (loop.reshape(-1, SAMPLE_RATE // 2) ** 2).mean(axis=1)
        assert 10 * math.log10(powers.max() / powers.min()) < 0.5

    def test_no_turn_clicks(self, tmp_path: Path) -> None:
        kept = DecodedFile(write_wav(tmp_path / "tone.wav", tone(3.3, 60, 0.4)), ALL)
        once = kept.read(20_000, 60_000)
        turns = LoopedFile(kept, 1.0, ALL).read(5000, 12 * SAMPLE_RATE)
        assert corners(turns) < 2 * corners(once)
        assert pitch(turns) == pytest.approx(60, abs=1)

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
    @given(start=st.integers(0, 900_000), length=st.integers(1, 700_000), cut=st.floats(0, 1))
    def test_any_cut_gives_the_same_samples(self, kept: DecodedFile, start: int, length: int, cut: float) -> None:
        loop, middle = LoopedFile(kept, 0.7, ALL), start + int(cut * length)
        parts = [loop.read(start, middle), loop.read(middle, start + length)]
        np.testing.assert_array_equal(np.concatenate(parts), loop.read(start, start + length))


def test_a_file_is_looked_for_once_however_often_it_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_wav(tmp_path / "a.wav", tone(4))
    looked: list[str] = []

    def find(name: str, folder: Path | None) -> Path:
        looked.append(name)
        return find_sound(name, folder)

    monkeypatch.setattr(assets_module, "find_sound", find)
    assets = AssetResolver("a", tmp_path)
    cue = Play("a.wav", None, Span(7, 1, 2))
    assets.require([cue, SoundscapeCue("a.wav", Span(8, 1, 2))])
    assets.length(cue)
    assets.clip(play("a.wav", 2))
    assets.background("a.wav", 8, 100)
    assert looked == ["a.wav"]
