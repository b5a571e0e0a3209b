"""People to talk to, in lines: shown wherever a question is asked, and the question comes again."""

import os
from collections.abc import Callable
from functools import partial

import pytest

from feltsense.care.people import Person, load_people
from feltsense.cli.context import Exit
from feltsense.cli.plain.menu import choose
from feltsense.cli.plain.start import play_in_lines
from feltsense.cli.plain.support import ASKED_BY
from feltsense.journal.store import open_journal
from feltsense.library.feelings import read_feelings
from feltsense.practice.check_in import QUESTIONS
from feltsense.system.paths import Workspace, data_home
from feltsense.system.settings import change_settings, load_settings
from feltsense.voice import registry
from running import SMALL, Desk

Typing = Callable[..., str]
SHOWN = "This player can't see how you are and can't call anyone."


@pytest.fixture
def typing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Give lines to the choice of an exercise, and to all that follows; return what was printed."""
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    monkeypatch.setattr("feltsense.library.catalogue.bundled", lambda: desk.folder / "none")
    monkeypatch.setattr("feltsense.cli.plain.menu.play_in_lines", partial(play_in_lines, speed=100.0))
    monkeypatch.setattr("feltsense.playback.read_ahead._REST", 0.001)  # rests would hold the speed back
    change_settings(data_home(), output="silent", told=frozenset({"tier3", "journal"}))

    def run(*answers: str) -> str:
        reader, writer = os.pipe()
        os.write(writer, "".join(f"{answer}\n" for answer in answers).encode())
        os.close(writer)
        with open(reader) as stdin:  # noqa: PTH123 - a pipe has no path
            monkeypatch.setattr("sys.stdin", stdin)
            assert choose(Workspace(desk.folder)) is Exit.FINE
        out = desk.capsys.readouterr().out
        assert all(len(line) <= 80 for line in out.splitlines())
        return out

    return run


@pytest.mark.parametrize("asked", [*ASKED_BY, "HELP"])
def test_at_the_choice_of_an_exercise(typing: Typing, asked: str) -> None:
    said = typing(asked)
    assert SHOWN in said
    assert said.index(SHOWN) < said.rindex("A number begins an exercise")


@pytest.mark.parametrize("typed", ["911", "116123"])
def test_a_number_to_call_shows_people_where_no_exercise_has_it(typing: Typing, typed: str) -> None:
    said = typing(typed, "")
    assert SHOWN in said
    assert "is none of these" not in said


def test_what_is_no_number_gets_another_chance(typing: Typing) -> None:
    said = typing("0", "7", "")
    assert "“7” is none of these: they go from 1 to 1.\nA number, a few words, or Enter to leave." in said
    assert said.count("is none of these") == 2


@pytest.mark.parametrize("typed", ["kill myself", "I want to die", "suicide"])
def test_who_does_not_want_to_live_is_shown_people_wherever_it_is_typed(typing: Typing, typed: str) -> None:
    said = typing(typed, "1", typed, "q", "")
    assert said.count(SHOWN) == 2


def test_no_answer_that_is_offered_is_taken_for_that() -> None:
    offered = [words for questions in QUESTIONS.values() for question in questions for words in question.choices]
    assert [words for words in (*offered, "s", "b", "q", "skip", "quit", "") if read_feelings(words).support] == []


def test_words_find_an_exercise_by_its_number(typing: Typing, desk: Desk) -> None:
    desk.write("five-senses", SMALL.replace("A small one", "Five senses"))
    said = typing("I'm panicing", "zzzqqq", "").split("A few words, or a number.")[1]
    assert said.index("   2 Five senses\n") < said.index("   1 A small one\n"), "each keeps its number"
    assert "Nothing here has that name." in said


def test_words_of_crisis_show_people_first(typing: Typing) -> None:
    said = typing("i want to die", "")
    assert said.index("There are people to talk to, now.") < said.index(SHOWN) < said.rindex("A small one")


def test_the_end_of_the_input_is_a_kind_end(typing: Typing) -> None:
    assert typing().splitlines()[-1] == "That is all for now. Take care."


def test_at_every_question_before_it_plays(typing: Typing, desk: Desk) -> None:
    desk.write("small", SMALL.replace("tier: 1", "tier: 2"))
    said = typing("1", "?", "8", "help", "3", "?", "chest", "?", "tight", "?", "q", "")
    for question in ("How much distress", "How alone or connected", "Where in the body", "Is there a word for it?"):
        assert said.count(question) == 2
    assert said.count("That is a lot right now.") == 2
    assert said.count(SHOWN) == 5


@pytest.mark.parametrize("asked", ["?", "country Ireland", "person Maya, 555 0117", "I want to die"])
def test_after_people_a_question_that_was_asked_again_stands_whole(typing: Typing, desk: Desk, asked: str) -> None:
    desk.write("small", SMALL.replace("tier: 1", "tier: 2"))
    said = typing("1", "9", "zz", asked, "3", "zz", asked, "chest", "zz", asked, "s", "zz", asked, "q", "")
    for question in ("How alone or connected", "Where in the body", "Is there a word for it?", "That is a lot right"):
        assert said.count(question) == 2
    assert said.count("“zz” is none of these.") == 4


def test_a_note_may_begin_like_a_command(typing: Typing) -> None:
    said = typing("1", "s", "4", "5", "no", "?", "person of my own, at last", "")
    assert said.count("A line for yourself") == 2
    with open_journal(data_home()) as journal:
        assert journal.practices(1)[0].after.note == "person of my own, at last"


def test_a_country_is_chosen_right_there(typing: Typing) -> None:
    said = typing("?", "country ireland", "")
    assert "From now on: Ireland." in said
    assert "In danger, Ireland" in said
    assert load_settings(data_home()).region == "IE"


def test_a_country_that_is_not_known_is_said_kindly(typing: Typing) -> None:
    said = typing("country Atlantis", "")
    assert "There is nothing here for “Atlantis” yet." in said
    assert load_settings(data_home()).region == ""


def test_for_a_country_that_is_not_known_no_other_ones_numbers_are_shown(
    typing: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    said = typing("?", "country Poland", "")
    assert "In danger, United States" in said.split("Poland")[0]
    assert "112 or 911" in said.split("“Poland”")[1]
    assert "United States" not in said.split("“Poland”")[1]


def test_a_person_who_is_missed_is_no_name(typing: Typing) -> None:
    said = typing("person I miss is gone", "")
    assert "among your own people" not in said
    assert load_people(data_home()) == ()


@pytest.mark.parametrize("typed", ["q", "QUIT"])
def test_q_leaves_here_too(typing: Typing, typed: str) -> None:
    assert "Nothing here has that name." not in typing(typed, "1")


def test_somebody_is_named_right_there(typing: Typing) -> None:
    said = typing("?", "person Maya, 555 0117", "?", "")
    assert "Maya is among your own people now." in said
    assert load_people(data_home()) == (Person("Maya", "555 0117"),)
    assert "Maya   555 0117" in said


def test_words_not_signs_are_read_aloud(typing: Typing) -> None:
    said = typing("1", "s", "s", "")
    assert not set("#·…▸●○") & set(said)
