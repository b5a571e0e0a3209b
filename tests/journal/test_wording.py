"""The words of the check-in, as practice asks for them."""

from pathlib import Path

from feltsense.journal import wording
from feltsense.journal.insight import check_ins_in_words
from feltsense.journal.model import CheckIn, Field, NewPractice, When
from practising import new, opened


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


def test_every_place_can_be_kept_and_is_told(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        number = journal.start_practice(new())
        for place in wording.ALL_PLACES:
            journal.record_answer(number, When.BEFORE, Field.PLACE, place)
            assert journal.practice(number).before.place == place
    assert "Before: all over, tight." in check_ins_in_words(CheckIn(place="all over", word="tight"), CheckIn())
