"""Words of many texts: which have all that was typed, which have most."""

from feltsense.library.word_places import WordPlaces

PLACES = WordPlaces([("feet", "on", "the", "floor"), ("two", "hands"), ("hands", "on", "feet"), ()])


def test_all_words_or_what_begins_so() -> None:
    assert PLACES.with_all(["feet"]) == [0, 2]
    assert PLACES.with_all(["h", "f"]) == [2]
    assert PLACES.with_all(["fee", "floor"]) == [0]
    assert PLACES.with_all(["hands", "floor"]) == []
    assert PLACES.with_all([]) == []


def test_most_words_with_slips() -> None:
    assert PLACES.with_most(["hnads"]) == [1, 2]
    assert PLACES.with_most(["hands", "floor", "two"]) == [1, 0, 2]
    assert PLACES.with_most(["hands", "zebra"]) == [1, 2]
    assert PLACES.with_most(["hands", "zebra", "yak"]) == []
    assert PLACES.with_most([]) == []
    assert WordPlaces([]).with_most(["hands"]) == []
