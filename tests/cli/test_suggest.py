"""`feltsense suggest`: one exercise, why, and how to play it; people first where that is what is needed."""

import io
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from feltsense.cli import suggest as suggest_command
from feltsense.journal.files import journal_exists, journal_path
from feltsense.journal.model import CheckIn, Practice
from feltsense.journal.store import open_journal
from feltsense.system.paths import data_home
from feltsense.system.settings import change_settings
from running import SMALL, Desk

AtHour = Callable[[int], None]


@pytest.fixture
def at_hour(monkeypatch: pytest.MonkeyPatch) -> AtHour:
    """A way to have it be another hour."""

    def set_hour(hour: int) -> None:
        monkeypatch.setattr(suggest_command, "_now", lambda: datetime(2026, 11, 28, hour, 40, tzinfo=UTC))

    set_hour(23)
    return set_hour


pytestmark = pytest.mark.usefixtures("at_hour")


def practise(slug: str, tier: int, *pairs: tuple[int, int]) -> None:
    began = datetime(2026, 11, 1, 22, tzinfo=UTC)
    with open_journal(data_home()) as journal:
        journal.import_practices(
            Practice(
                0, f"{number:032x}", slug, slug, "0" * 64, "heart", tier, None, None, began + timedelta(days=number),
                heard_ms=60_000, before=CheckIn(before), after=CheckIn(after),
            )
            for number, (before, after) in enumerate(pairs)
        )  # fmt: skip


def test_one_exercise_is_suggested_with_why_and_how_and_two_others(desk: Desk) -> None:
    ran = desk.run("suggest", "can't sleep")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "The others awake tonight",
        "  For late evenings. Six minutes with all the other people who are up and alone",
        "  right now.",
        "  feltsense play the-others-awake-tonight",
        "",
        "Or:",
        "  Weight and support                  feltsense play weight-and-support",
        "  A short body scan                   feltsense play short-body-scan",
    ]
    assert desk.run("suggest", "I", "cant", "sleep", "tonight") == ran


def test_in_a_length_that_is_named(desk: Desk) -> None:
    assert desk.run("suggest", "3", "min").out.splitlines() == [
        "Feet on the floor",
        "  It is late. This one is short, and asks for very little.",
        "  feltsense play feet-on-the-floor --minutes 3",
        "",
        "Or:",
        "  Two hands                           feltsense play two-hands --minutes 3",
        "  Five senses                         feltsense play five-senses --minutes 3",
    ]


def test_where_something_else_fits_better_people_come_second(desk: Desk) -> None:
    change_settings(data_home(), region="GB")
    ran = desk.run("suggest", "crisis at work")
    assert ran.out.startswith("Shoulders, jaw, hands\n")
    words = ("feltsense play", "if it is more than that", "999", "Samaritans")
    assert sorted(words, key=ran.out.index) == list(words)
    told = json.loads(desk.run("suggest", "crisis at work", "--json").out)
    assert (told["support"], told["perhaps_support"]) == (False, True)
    assert told["helplines"]


def test_by_day_it_is_another(desk: Desk, at_hour: AtHour) -> None:
    at_hour(14)
    assert desk.run("suggest", "cant slep").out.startswith("Weight and support\n  It can be heard lying down")


def test_words_of_crisis_show_the_helplines_of_the_region_first(desk: Desk) -> None:
    change_settings(data_home(), region="GB")
    ran = desk.run("suggest", "I want to kil myself")
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[0].startswith("There are people to talk to, now.")
    places = [
        ran.out.index(words) for words in ("999", "Samaritans", "116 123", "Ninety seconds here", "feltsense play")
    ]
    assert places == sorted(places)
    assert "tier" not in ran.out


def test_where_no_country_is_chosen_it_is_said_how_to_choose_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    said = " ".join(desk.run("suggest", "suicide").out.split())
    assert "To choose yours: feltsense --plain, and there, for example, country Ireland." in said


@pytest.mark.parametrize("words", ["can't sleep", "suicide", "", "zzzqqq", "lonely", "hopeless"])
def test_lines_fit_eighty_columns(desk: Desk, words: str) -> None:
    change_settings(data_home(), region="US")
    desk.write("long", SMALL.replace("A small one", "A very long title " * 8))
    for found in (desk.run("suggest", words), desk.run("suggest", "--help")):
        assert max(map(len, found.out.splitlines())) <= 80


@pytest.mark.parametrize("words", ["can't sleep", "suicide", "lonely"])
def test_words_stay_whole_in_a_narrow_terminal(desk: Desk, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    wide = desk.run("suggest", words).out
    monkeypatch.setenv("COLUMNS", "40")
    narrow = desk.run("suggest", words).out
    assert narrow.split() == wide.split()
    assert max(map(len, narrow.splitlines())) <= 40
    assert "feltsense play " in narrow, "a command stays in one line, to be copied"


def test_without_words_it_goes_by_the_hour_and_makes_no_journal(desk: Desk, at_hour: AtHour) -> None:
    assert desk.run("suggest").out.startswith("Feet on the floor\n  It is late. This one is short")
    at_hour(7)
    assert desk.run("suggest").out.startswith("Orienting to the room\n")
    assert not journal_exists(data_home())


def test_ten_practices_with_numbers_are_heeded(desk: Desk) -> None:
    practise("five-senses", 1, *[(7, 4)] * 10)
    said = " ".join(desk.run("suggest", "panic").out.split())
    assert said.startswith("Five senses")
    assert "It felt easier after 10 of the 10 times you said so." in said


def test_after_one_that_stirred_something_up_it_stays_outside(desk: Desk) -> None:
    practise("short-body-scan", 2, (4, 8))
    ran = desk.run("suggest", "--json", "ashamed")
    found = json.loads(ran.out)
    assert found["notice"].startswith("Last time stirred something up.")
    assert {each["tier"] for each in (found["suggestion"], *found["others"])} == {1}


def test_a_journal_that_cannot_be_read_is_told_and_stops_nothing(desk: Desk) -> None:
    practise("five-senses", 1, (7, 4))
    path = journal_path(data_home())
    path.unlink()
    path.mkdir()
    ran = desk.run("suggest", "panic")
    assert ran.code == 0
    assert ran.out.startswith("Ninety seconds here")
    assert "journal" in ran.err


def test_for_programs_all_is_said(desk: Desk) -> None:
    change_settings(data_home(), region="GB")
    found = json.loads(desk.run("suggest", "--json", "crisis").out)
    assert found["support"] is True
    assert any(each["name"] == "Samaritans" for each in found["helplines"])
    assert found["suggestion"]["slug"] == "ninety-seconds-here"
    assert [each["slug"] for each in found["others"]] == ["feet-on-the-floor", "five-senses"]
    found = json.loads(desk.run("suggest", "--json", "numb").out)
    assert (found["support"], found["helplines"], found["understood"]) == (False, [], True)
    assert json.loads(desk.run("suggest", "--json", "zzzqqq").out)["understood"] is False


def test_words_can_come_from_standard_input(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("I can’t sleep\n".encode())))
    assert desk.run("suggest", "-").out.startswith("The others awake tonight")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"p\xffanic\n")))
    assert desk.run("suggest", "-").code == 0


def test_who_sits_at_a_terminal_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.TextIOWrapper(io.BytesIO(b"panic\n"))
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", typed)
    ran = desk.run("suggest", "-", "--json")
    assert ran.err == "How is it right now? A few words, then Enter. They are not kept.\n"
    assert json.loads(ran.out)["suggestion"]["slug"] == "ninety-seconds-here"


def test_a_name_with_blanks_can_be_pasted(desk: Desk) -> None:
    desk.write("my evening", SMALL.replace("A small one", "Zebra crossing"))
    assert "feltsense play 'my evening'" in desk.run("suggest", "zebra").out


def test_a_background_that_is_named_comes_first_with_its_command(desk: Desk) -> None:
    assert desk.run("suggest", "rain", "30", "min").out.splitlines() == [
        "Rain",
        "  Steady, soft rain with drops falling near and far. By itself, without a voice.",
        "  feltsense play --sound rain --minutes 30",
        "",
        "Or:",
        "  Feet on the floor                   feltsense play feet-on-the-floor",
        "  Allowing the ache                   feltsense play allowing-the-ache",
    ]
    assert json.loads(desk.run("suggest", "--json", "ocean").out)["background"] == "ocean"
