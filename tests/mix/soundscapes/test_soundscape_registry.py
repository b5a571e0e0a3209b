import pytest

from feltsense.errors import SoundError
from feltsense.mix.soundscapes.registry import SOUNDSCAPES, names, soundscape


def test_all_are_there_by_name() -> None:
    assert set(names()) == {"rain", "ocean", "stream", "wind", "brown", "pink", "drone", "fire", "crickets"}
    assert all(soundscape(name).name == name for name in names())


def test_each_says_what_it_is_in_one_sentence() -> None:
    for each in SOUNDSCAPES.values():
        assert each.title
        assert each.summary.endswith(".")
        assert each.summary.count(". ") == 0


def test_a_wrong_name_gets_the_nearest() -> None:
    with pytest.raises(SoundError, match="brwon") as caught:
        soundscape("brwon")
    assert caught.value.hint == "Did you mean brown?"
    with pytest.raises(SoundError) as caught:
        soundscape("whales")
    assert "rain, ocean" in caught.value.hint
