"""Mixes with a background or sound files: two channels where needed, changed while they play, and never a click."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from feltsense.errors import SoundError
from feltsense.mix.assets import AssetResolver
from feltsense.mix.mixer import Mix
from feltsense.script.model import Bell, Breath, FrontMatter, Guide, Node, Phase, PhaseKind, Play, SoundscapeCue
from feltsense.timeline.compose import compose
from feltsense.timeline.measure import HEAD, Measures
from feltsense.timeline.model import Timeline
from feltsense.units import SAMPLE_RATE, Frames, Ms
from feltsense.voice.port import Speech, Utterance
from scripts import HERE, MEASURES, exact, exercise, half_second_a_word, phrase
from sounding import corners, tone, write_wav


def speech(utterance: Utterance) -> Speech:
    """A soft low tone with round edges: in it and around it there is no corner to be found."""
    spoken = half_second_a_word(utterance)
    time = np.arange(spoken.length) / SAMPLE_RATE
    edge = np.clip(np.minimum(time, time[-1] - time) / 0.05, 0, 1)
    samples = 0.3 * np.sin(2 * np.pi * 110 * time) * np.sin(np.pi / 2 * edge) ** 2
    return Speech(samples.astype(np.float32), spoken)


PHASES = (Phase(PhaseKind.IN, Ms(2000)), Phase(PhaseKind.HOLD, Ms(700)), Phase(PhaseKind.OUT, Ms(3000)))
RAIN = FrontMatter(title="Sample", soundscape="rain")


def sound_off() -> SoundscapeCue:
    return SoundscapeCue(None, HERE)


def laid(*nodes: Node, front: FrontMatter | None = None) -> Timeline:
    return compose(exercise(*nodes, front=front), None, MEASURES)


def whole(mix: Mix) -> NDArray[np.float32]:
    return mix.read(0, mix.length)


def mixed(timeline: Timeline, folder: Path | None = None, *, stereo: bool = False) -> Mix:
    return Mix(timeline, speech, 1.0, AssetResolver("sample", folder), stereo=stereo)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sounds as smooth as tones are, so that a click could not hide in them."""
    write_wav(tmp_path / "one.wav", tone(7, 80))
    write_wav(tmp_path / "low.wav", tone(9, 50))
    write_wav(tmp_path / "wide.wav", np.stack([tone(6, 70), tone(6, 90)], axis=1))
    return tmp_path


def test_one_channel_is_enough_without_a_background(folder: Path) -> None:
    assert mixed(laid(phrase("a"), sound_off(), phrase("b"))).channels == 1
    assert mixed(laid(Play("one.wav", Ms(3000), HERE)), folder).channels == 1


def test_a_background_or_a_wide_file_needs_two(folder: Path) -> None:
    assert mixed(laid(phrase("a"), front=RAIN)).channels == 2
    assert mixed(laid(phrase("a"), SoundscapeCue("ocean", HERE), phrase("b"))).channels == 2
    assert mixed(laid(Play("wide.wav", Ms(3000), HERE)), folder).channels == 2
    assert mixed(laid(phrase("a")), stereo=True).channels == 2


def test_a_voice_stands_in_the_middle_as_loud_as_alone() -> None:
    timeline = laid(phrase("one two"))
    alone, both = whole(mixed(timeline)), whole(mixed(timeline, stereo=True))
    np.testing.assert_array_equal(both, np.repeat(alone, 2, axis=1))


def test_under_a_background_nothing_is_quiet_and_after_it_silence_is_silence() -> None:
    covered = mixed(laid(phrase("a"), exact(20_000), phrase("b"), front=RAIN))
    assert covered.quiet() == ()
    ended = mixed(laid(phrase("a"), sound_off(), exact(20_000), phrase("b"), front=RAIN))
    assert ended.quiet()
    for start, stop in ended.quiet():
        assert stop - start >= SAMPLE_RATE
        assert not ended.read(start, stop).any()


def test_a_background_turned_off_while_it_plays_leaves_silence() -> None:
    mix = mixed(laid(phrase("a"), exact(20_000), phrase("b"), front=RAIN))
    mix.set_background(None, Frames(5 * SAMPLE_RATE))
    assert mix.quiet()
    for start, stop in mix.quiet():
        assert not mix.read(start, stop).any()


def test_a_background_can_be_added_to_a_mix_that_is_open_for_it() -> None:
    mix, at = mixed(laid(phrase("a"), exact(20_000), phrase("b")), stereo=True), Frames(6 * SAMPLE_RATE)
    before = whole(mix)
    mix.set_soundscape("rain", at)
    after = whole(mix)
    np.testing.assert_array_equal(after[:at], before[:at])
    assert np.abs(after[at + 4 * SAMPLE_RATE : at + 5 * SAMPLE_RATE]).max() > 0.005
    assert all(stop <= at for _, stop in mix.quiet())


def test_a_file_that_was_got_ready_is_there_at_once(folder: Path) -> None:
    mix = mixed(laid(phrase("a"), exact(20_000), phrase("b")), folder, stereo=True)
    mix.open_soundscape("low.wav")
    (folder / "low.wav").write_bytes(b"")  # from here on it can only be remembered
    mix.set_soundscape("low.wav", Frames(SAMPLE_RATE))
    assert mix.read(8 * SAMPLE_RATE, 9 * SAMPLE_RATE).any()
    with pytest.raises(SoundError, match="is not there"):
        mix.open_soundscape("none.wav")


def test_what_cannot_be_done_changes_nothing() -> None:
    mix = mixed(laid(phrase("a"), exact(5000)), stereo=True)
    with pytest.raises(SoundError, match="There is no soundscape called “rian”"):
        mix.set_soundscape("rian", Frames(0))
    narrow = mixed(laid(phrase("a"), exact(5000)))
    with pytest.raises(ValueError, match="stereo=True"):
        narrow.set_soundscape("rain", Frames(0))
    narrow.set_soundscape(None, Frames(0))
    narrow.set_background(None, Frames(0))
    np.testing.assert_array_equal(whole(mix), np.repeat(whole(narrow), 2, axis=1))


def test_a_sound_file_is_heard_where_the_timeline_says_and_faded(folder: Path) -> None:
    timeline = laid(Play("one.wav", Ms(5000), HERE), exact(2000), phrase("a"))
    sound = np.abs(whole(mixed(timeline, folder))[:, 0])
    end = HEAD + 5 * SAMPLE_RATE
    assert not sound[: HEAD + 1].any()
    assert sound[HEAD : HEAD + 500].max() < 0.2 * sound[HEAD + SAMPLE_RATE : end].max()
    assert sound[end - 500 : end].max() < 0.2 * sound[HEAD + SAMPLE_RATE : end].max()
    assert not sound[end : end + 2 * SAMPLE_RATE].any()


def everything(folder: Path) -> Timeline:
    assets = AssetResolver("sample", folder)
    nodes = (
        phrase("one two"),
        Bell(low=False, times=1, every=Ms(0), span=HERE),
        exact(1500),
        phrase("three"),
        Breath(PHASES, 3, Guide.BOTH, HERE),
        SoundscapeCue("low.wav", HERE),
        exact(2000),
        Play("wide.wav", None, HERE),
        sound_off(),
        phrase("four five"),
        exact(6000),
        Play("one.wav", Ms(9000), HERE),
        Bell(low=True, times=3, every=Ms(700), span=HERE),
        exact(1000),
        phrase("six"),
    )
    front = FrontMatter(title="Sample", soundscape="one.wav")
    return compose(exercise(*nodes, front=front), None, Measures(half_second_a_word, assets.length))


def change_nothing(_mix: Mix) -> None:
    """As the script has it."""


def change_often(mix: Mix) -> None:
    for number, level in enumerate((-6.0, None, 3.0, 0.0)):
        mix.set_background(level, Frames((4 + number) * SAMPLE_RATE))
    for number, name in enumerate(("low.wav", None, "wide.wav", "one.wav")):
        mix.set_soundscape(name, Frames((9 + 2 * number) * SAMPLE_RATE + number))


@pytest.mark.parametrize("change", [change_nothing, change_often])
def test_nothing_clicks(folder: Path, change: Callable[[Mix], None]) -> None:
    """All sounds here are smooth, so a corner in the waveform could only come from the edge of something."""
    mix = mixed(everything(folder), folder)
    change(mix)
    assert corners(whole(mix)) < 0.002  # a step of a hundredth of full scale has one of 0.01


def test_a_click_would_be_found(folder: Path) -> None:
    sound = whole(mixed(everything(folder), folder))
    sound[20 * SAMPLE_RATE :] += 0.003
    assert corners(sound) > 0.002


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_cut_gives_the_same_samples(folder: Path, data: st.DataObject) -> None:
    mix = mixed(everything(folder), folder)
    mix.set_background(-4.0, Frames(7 * SAMPLE_RATE))
    start = data.draw(st.integers(0, mix.length - 1))
    stop = data.draw(st.integers(start + 1, min(mix.length, start + 300_000)))
    middle = data.draw(st.integers(start, stop))
    parts = np.concatenate([mix.read(start, middle), mix.read(middle, stop)])
    np.testing.assert_array_equal(parts, mix.read(start, stop))


def test_any_place_sounds_as_it_does_when_played_from_the_start() -> None:
    timeline = laid(
        phrase("one two"), exact(9000), phrase("three"), SoundscapeCue("ocean", HERE), exact(9000), front=RAIN
    )
    from_the_start, later = whole(mixed(timeline)), mixed(timeline)
    for start in (700_000, 12_345, 333_333):
        np.testing.assert_array_equal(later.read(start, start + 50_000), from_the_start[start : start + 50_000])
