"""Words of many texts: which have all that was typed, which have most."""

from feltsense.library.word_places import WordPlaces

PLACES = WordPlaces([("feet", "on", "the", "floor"), ("two", "hands"), ("hands", "on", "feet"), ()])


def test_all_words_or_what_begins_so() -> None:
    assert PLACES.with_all(["feet"]) == [0, 2]
    assert PLACES.with_all(["h", "f"]) == [2]
    assert PLACES.with_all(["fee", "floor"]) == [0]
    assert PLACES.with_all(["hands", "floor"]) == []
    assert PLACES.with_all([]) == []


def test_titles_are_named_by_words_unfinished_ones_and_slips() -> None:
    def named(words: str, typed: str = "") -> tuple[list[int], set[int], bool]:
        found = PLACES.named(words.split(), (typed or words).split())
        return list(found.places), set(found.surely), found.with_slips

    assert named("feet") == ([0, 2], {0, 2}, False)
    assert named("feet", "the feet") == ([0, 2], {0}, False)
    assert named("hand") == ([1, 2], set(), False)
    assert named("feet flo") == ([0], {0}, False)
    assert named("hnads") == ([1, 2], set(), True)
    assert named("hnads two") == ([1], {1}, True)
    assert named("zebra") == ([], set(), True)


def test_most_words_with_slips() -> None:
    assert PLACES.with_most(["hnads"]) == [1, 2]
    assert PLACES.with_most(["hands", "floor", "two"]) == [1, 0, 2]
    assert PLACES.with_most(["hands", "zebra"]) == [1, 2]
    assert PLACES.with_most(["hands", "zebra", "yak"]) == []
    assert PLACES.with_most([]) == []
    assert WordPlaces([]).with_most(["hands"]) == []
