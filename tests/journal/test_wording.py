"""The words of the check-in, as practice asks for them."""

from feltsense.journal import wording
from feltsense.journal.model import NewPractice


def test_there_are_twelve_places_and_no_word_twice() -> None:
    assert len(set(wording.PLACES)) == len(wording.PLACES) == 12
    assert len(set(wording.ALL_PLACES)) == len(wording.ALL_PLACES) == 15
    words = [word for column in wording.WORDS for word in column]
    assert len(words) == len(set(words)) == len(wording.ALL_WORDS)
    assert {"numb", "nothing I can name"} <= wording.ALL_WORDS


def test_a_practice_keeps_the_version_it_was_asked_with() -> None:
    assert NewPractice("feet", "Feet", "", "heart", 1).wording == wording.WORDING_VERSION == 1


def test_more_places_leave_old_answers_what_they_were() -> None:
    assert wording.ALL_PLACES[:12] == wording.PLACES
    assert [wording.place_in_words(place) for place in ("chest", *wording.NO_REGION)] == [
        "in the chest",
        "all over",
        "nowhere",
        "numb",
    ]
