"""How loud a practice is, in steps."""

from feltsense.practice.levels import BACKGROUNDS, next_background


def test_the_background_goes_through_all_its_levels_and_begins_again() -> None:
    now: float | None = 0.0
    passed = []
    for _ in BACKGROUNDS:
        now, words = next_background(now)
        passed.append(words)
    assert now == 0.0
    assert passed[0] == "background softer"
    assert sorted(passed) == sorted(words for _, words in BACKGROUNDS)


def test_from_a_level_between_it_goes_to_the_first() -> None:
    assert next_background(-3.0) == BACKGROUNDS[0]
