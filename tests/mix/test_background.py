"""The background: cross-fades, levels, and both changed from a frame on."""

import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from feltsense.mix.background import CROSSFADE, END, GLIDE, Background, BackgroundChange
from feltsense.units import SAMPLE_RATE, Frames

LENGTH = Frames(60 * SAMPLE_RATE)


class Level:
    """The same value for ever, on both sides."""

    def __init__(self, value: float) -> None:
        self.value = value
        self.read_from: list[int] = []

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        self.read_from.append(start)
        return np.full((stop - start, 2), self.value, np.float32)


class Ramp:
    """Tells at each frame how far from its own beginning it is."""

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        return np.repeat(np.arange(start, stop, dtype=np.float32)[:, None] / LENGTH, 2, axis=1)


def heard(bed: Background, start: int = 0, stop: int = LENGTH) -> NDArray[np.float32]:
    block = np.zeros((stop - start, 2), np.float32)
    bed.add_to(block, start)
    return block


def seconds(number: float) -> int:
    return round(number * SAMPLE_RATE)


def steady() -> Background:
    return Background(LENGTH, [BackgroundChange(0, "one", Level(0.1))])


def test_it_fades_in_from_the_beginning_and_out_at_the_end() -> None:
    sound = heard(steady())
    assert sound[0, 0] == 0
    assert np.all(np.diff(sound[:CROSSFADE, 0]) >= 0)
    np.testing.assert_allclose(sound[CROSSFADE : LENGTH - END], 0.1, 1e-6)
    assert np.all(np.diff(sound[LENGTH - END :, 0]) <= 0)
    assert abs(sound[-1, 0]) < 1e-5


def test_a_change_keeps_its_power_throughout() -> None:
    bed = Background(LENGTH, [BackgroundChange(0, "one", Level(0.1)), BackgroundChange(seconds(20), "two", Level(0.1))])
    sound = heard(bed)[:, 0]
    place = np.arange(CROSSFADE + 1) / CROSSFADE
    expected = 0.1 * (np.sin(np.pi / 2 * place) + np.cos(np.pi / 2 * place))  # two different sounds: sin² + cos² = 1
    np.testing.assert_allclose(sound[seconds(20) : seconds(20) + CROSSFADE + 1], expected, 0, 1e-6)


def test_each_begins_at_its_own_beginning() -> None:
    bed = Background(LENGTH, [BackgroundChange(0, "one", Level(0.0)), BackgroundChange(seconds(20), "two", Ramp())])
    assert heard(bed)[seconds(30), 0] == pytest.approx(seconds(10) / LENGTH, rel=1e-5)


def test_a_change_to_the_same_changes_nothing() -> None:
    again = Background(
        LENGTH, [BackgroundChange(0, "one", Level(0.1)), BackgroundChange(seconds(20), "one", Level(0.1))]
    )
    np.testing.assert_array_equal(heard(again), heard(steady()))


def test_two_changes_at_once_are_the_second() -> None:
    bed = Background(LENGTH, [BackgroundChange(0, "one", Level(0.1)), BackgroundChange(0, "two", Level(0.05))])
    assert heard(bed)[seconds(10), 0] == pytest.approx(0.05)


@pytest.mark.parametrize("level_db", [-6.0, 3.0, None])
def test_the_level_glides_from_a_frame_on_and_what_was_before_stays(level_db: float | None) -> None:
    bed, at = steady(), seconds(30)
    bed.set_level(level_db, at)
    sound, before = heard(bed), heard(steady())
    np.testing.assert_array_equal(sound[: at + 1], before[: at + 1])
    after = 0.0 if level_db is None else 10 ** (level_db / 20)
    np.testing.assert_allclose(sound[at + GLIDE : LENGTH - END, 0], 0.1 * after, 1e-6, 1e-7)
    assert np.abs(np.diff(sound[at : at + GLIDE, 0])).max() < 1e-5


def test_levels_asked_for_in_quick_succession_never_jump() -> None:
    bed = steady()
    for number, level in enumerate((-12.0, 6.0, None, 0.0, -3.0)):
        bed.set_level(level, seconds(30) + number * GLIDE // 3)
    sound = heard(bed)[:, 0]
    assert np.abs(np.diff(sound)).max() < 2e-5
    assert sound[seconds(40)] == pytest.approx(0.1 * 10 ** (-3 / 20))


def test_an_earlier_wish_takes_the_place_of_later_ones() -> None:
    bed = steady()
    bed.set_level(-20.0, seconds(40))
    bed.set_level(-6.0, seconds(20))
    assert heard(bed)[seconds(45), 0] == pytest.approx(0.1 * 10 ** (-6 / 20))


def test_another_soundscape_is_crossfaded_and_stays_whatever_the_script_changes_later() -> None:
    bed = Background(LENGTH, [BackgroundChange(0, "one", Level(0.1)), BackgroundChange(seconds(40), None, None)])
    before = heard(bed)
    bed.set_stream("two", Level(0.05), seconds(20))
    sound = heard(bed)
    np.testing.assert_array_equal(sound[: seconds(20)], before[: seconds(20)])
    np.testing.assert_allclose(sound[seconds(20) + CROSSFADE : LENGTH - END], 0.05, 1e-6)


def test_soundscapes_tried_one_after_the_other_never_jump() -> None:
    bed = steady()
    for number in range(6):
        bed.set_stream(str(number), Level(0.02 * number), seconds(20 + 0.7 * number))
    sound = heard(bed)[:, 0]
    assert np.abs(np.diff(sound)).max() < 2e-5
    assert sound.max() < 0.2
    assert sound[seconds(40)] == pytest.approx(0.1)


def test_what_is_off_costs_nothing() -> None:
    stream = Level(0.1)
    bed = Background(LENGTH, [BackgroundChange(0, "one", stream)])
    bed.set_level(None, seconds(10))
    heard(bed, seconds(20), seconds(30))
    assert stream.read_from == []


def test_outside_of_what_sounds_there_is_pure_silence() -> None:
    bed = Background(
        LENGTH, [BackgroundChange(seconds(5), "one", Level(0.1)), BackgroundChange(seconds(25), None, None)]
    )
    bed.set_level(None, seconds(15))
    bed.set_level(0.0, seconds(20))
    assert list(bed.sounding()) == [
        (seconds(5), seconds(15)),
        (seconds(15), seconds(15) + GLIDE),
        (seconds(20), seconds(25) + CROSSFADE),
    ]
    sound = heard(bed)
    for start, stop in ((0, seconds(5)), (seconds(15) + GLIDE, seconds(20)), (seconds(25) + CROSSFADE, LENGTH)):
        assert not sound[start:stop].any()


@settings(max_examples=25)
@given(data=st.data())
def test_any_cut_gives_the_same_samples(data: st.DataObject) -> None:
    changes = [
        BackgroundChange(0, "one", Ramp()),
        BackgroundChange(seconds(3), "two", Level(0.3)),
        BackgroundChange(seconds(5), None, None),
    ]
    bed = Background(Frames(seconds(15)), changes)
    bed.set_level(-7.0, seconds(4))
    whole = heard(bed, 0, seconds(15))
    start = data.draw(st.integers(0, seconds(15) - 1))
    stop = data.draw(st.integers(start + 1, seconds(15)))
    np.testing.assert_array_equal(heard(bed, start, stop), whole[start:stop])


def test_it_may_be_changed_while_it_is_read() -> None:
    """Every block that is read is one of the two plans, never something between them."""
    bed, ready, done = steady(), threading.Event(), threading.Event()

    def change() -> None:
        ready.wait()
        for number in range(300):
            bed.set_level(None if number % 2 else 0.0, 0)
        done.set()

    thread = threading.Thread(target=change)
    thread.start()
    ready.set()
    values: set[float] = set()
    while not done.is_set():
        block = heard(bed, seconds(20), seconds(20) + 500)
        assert len(np.unique(block)) == 1
        values.add(round(float(block[0, 0]), 6))
    thread.join()
    assert values <= {0.0, 0.1}
