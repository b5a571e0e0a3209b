"""A practice in lines, from the question before to the words after."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from feltsense.care.people import Person, save_people
from feltsense.cli.play import OUTPUTS
from feltsense.journal.files import journal_path
from feltsense.journal.model import Outcome, TooMuch
from feltsense.journal.store import open_journal
from feltsense.playback.outputs.registry import NAMES
from feltsense.practice.session import Session
from feltsense.script.options import VersionOptions
from feltsense.system.paths import data_home
from feltsense.system.settings import change_settings, load_settings
from feltsense.voice import registry
from running import SMALL, WRONG, Desk, Ran

FAST = ("--output", "silent", "--speed", "100", "--plain")
Answering = Callable[..., Ran]


@pytest.fixture
def answering(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Run `play` with lines on its standard input."""
    monkeypatch.setitem(registry.VOICES, "heart", "sine_voice")
    monkeypatch.setattr("feltsense.playback.read_ahead._REST", 0.001)  # rests would hold the speed back

    def run(*answers: str, name: str = "small", options: tuple[str, ...] = FAST) -> Ran:
        reader, writer = os.pipe()
        os.write(writer, "".join(f"{answer}\n" for answer in answers).encode())
        os.close(writer)
        with open(reader) as stdin:  # noqa: PTH123 - a pipe has no path
            monkeypatch.setattr("sys.stdin", stdin)
            return desk.run("play", name, *options)

    return run


@pytest.fixture
def practised(monkeypatch: pytest.MonkeyPatch) -> list[Session]:
    """The practices that there were, in order."""
    made: list[Session] = []
    play = Session.play

    def noted(session: Session) -> None:
        made.append(session)
        play(session)

    monkeypatch.setattr(Session, "play", noted)
    return made


def test_it_begins_with_a_section_and_that_is_remembered(answering: Answering) -> None:
    options = (*FAST, "--no-checkin", "--from-section")
    ran = answering(options=(*options, "2"))
    assert ran.code == 0
    assert "Here is a sentence." not in ran.out
    assert "This is the end." in ran.out
    assert load_settings(data_home()).began_s["small"] > 1
    assert answering(options=(*options, "1")).code == 0
    assert load_settings(data_home()).began_s == {}
    ran = answering(options=(*options, "3"))
    assert ran.code == 1
    assert "“A small one” has 2 sections." in ran.err + ran.out


def test_a_whole_practice_by_answers_alone(answering: Answering) -> None:
    ran = answering("6", "2", "chest", "tight", "4", "2", "a bit", "That was ok: ünd, 🌿")
    assert ran.code == 0
    assert "Here is a sentence." in ran.out.splitlines()
    assert "Distress: 6 before, 4 after. 2 lower than before." in ran.out
    assert all(len(line) <= 80 for line in ran.out.splitlines())
    with open_journal(data_home()) as journal:
        (kept,) = journal.practices(5)
    assert (kept.slug, kept.ended, kept.before.place, kept.before.word) == ("small", Outcome.WHOLE, "chest", "tight")
    assert (kept.after.too_much, kept.after.note) == (TooMuch.BIT, "That was ok: ünd, 🌿")


def test_nobody_answers_and_it_plays_all_the_same(answering: Answering) -> None:
    ran = answering()
    assert ran.code == 0
    assert ran.out.count("Enter skips a question") == 2
    assert "This is the end." in ran.out


def test_every_question_can_be_skipped(answering: Answering) -> None:
    ran = answering("", "", "", "", "s")
    assert ran.code == 0
    assert ran.out.count("How much distress") == 2
    with open_journal(data_home()) as journal:
        assert journal.practices(1)[0].before.empty


def test_an_answer_that_is_none_is_asked_again(answering: Answering) -> None:
    ran = answering("eleven", "11", "10", "s")
    assert ran.out.count("is none of these. A number from 0 to 10, or Enter to skip.") == 2
    with open_journal(data_home()) as journal:
        assert journal.practices(1)[0].before.distress == 10


@pytest.mark.parametrize(("typed", "kept"), [("1", TooMuch.NO), ("2", TooMuch.BIT), ("No", TooMuch.NO)])
def test_whether_it_was_too_much_is_answered_by_number_or_words(
    answering: Answering, typed: str, kept: TooMuch
) -> None:
    ran = answering("s", "", "", "4", typed, "")
    assert "1 no, 2 a bit, 3 yes" in ran.out
    assert ran.out.count("is none of these. A number or its words, or Enter to skip.") == 1
    with open_journal(data_home()) as journal:
        assert journal.practices(1)[0].after.too_much is kept


def test_no_checkin_asks_nothing(answering: Answering) -> None:
    ran = answering("6", options=(*FAST, "--no-checkin"))
    assert "How much distress" not in ran.out
    assert ran.code == 0


def test_high_distress_is_offered_something_gentler_first(answering: Answering, desk: Desk) -> None:
    desk.write("inner", SMALL.replace("tier: 1", "tier: 3"))
    desk.write("feet-on-the-floor", SMALL.replace("A small one", "The feet"))
    desk.write("ninety-seconds-here", SMALL.replace("A small one", "Here"))
    change_settings(data_home(), told=frozenset({"tier3"}))
    ran = answering("8", "s", "2", "s", name="inner")
    assert "\nThe feet\n" in ran.out
    ran = answering("8", "s", "", "s", name="inner")
    assert "\nHere\n" in ran.out, "Enter takes the first, as in the player"
    ran = answering("8", "s", "3", "s", name="inner")
    assert "  1 ninety seconds of looking around\n  2 a few minutes with the feet\n" in ran.out
    assert "\nThe feet\n" not in ran.out
    with open_journal(data_home()) as journal:
        kept = [each.slug for each in journal.practices(5)]
    assert kept == ["inner", "ninety-seconds-here", "feet-on-the-floor"], "what was not heard is no practice"


def test_what_was_said_goes_along_into_a_gentler_exercise_and_is_not_asked_again(
    answering: Answering, desk: Desk
) -> None:
    desk.write("inner", SMALL.replace("tier: 1", "tier: 2"))
    desk.write("feet-on-the-floor", SMALL.replace("A small one", "The feet"))
    ran = answering("8", "3", "chest", "tight", "2", "4", "s", name="inner")
    assert ran.out.count("Where in the body do you notice it?") == 1
    assert "Distress: 8 before, 4 after." in ran.out
    with open_journal(data_home()) as journal:
        (gentler,) = journal.practices(5)
    assert (gentler.slug, gentler.before.distress, gentler.before.word) == ("feet-on-the-floor", 8, "tight")


@pytest.mark.parametrize("line", ["1", ""], ids=["by its number", "by Enter alone"])
def test_something_gentler_is_offered_with_the_information_before_tier_3(
    answering: Answering, desk: Desk, line: str
) -> None:
    desk.write("inner", SMALL.replace("tier: 1", "tier: 3"))
    desk.write("feet-on-the-floor", SMALL.replace("A small one", "The feet"))
    ran = answering(line, "s", "s", name="inner")
    assert "  1 something gentler first\n" in ran.out
    assert ran.out.index("something gentler first") < ran.out.index("\nThe feet\n")
    assert "\nThe feet\n" in ran.out
    assert "tier3" not in load_settings(data_home()).told


@pytest.mark.parametrize(
    "answers",
    [
        ("q",), ("2", "q"), ("2", "b"), ("2", "9", "s", "q"), ("2", "9", "5", "b", "b", "b"),
        ("2", "9", "s", "b", "b", "b"),
    ],
    ids=["tier 3", "check-in", "back", "offer", "back again", "back from the offer"],
)  # fmt: skip
def test_going_back_or_leaving_before_it_plays_leaves_nothing_behind(
    answering: Answering, desk: Desk, answers: tuple[str, ...]
) -> None:
    desk.write("inner", SMALL.replace("tier: 1", "tier: 3"))
    ran = answering(*answers, name="inner")
    assert ran.code == 0
    assert "This is the end." not in ran.out
    with open_journal(data_home()) as journal:
        assert journal.count() == 0


def test_an_answer_that_is_on_no_menu_is_asked_again(answering: Answering) -> None:
    ran = answering("3", "s", "9", "s", "stop it", "4")
    assert "“stop it” is none of these. A number, or Enter for 1. q stops here." in ran.out


def test_where_nobody_will_answer_it_goes_on_as_chosen(answering: Answering, desk: Desk) -> None:
    desk.write("inner", SMALL.replace("tier: 1", "tier: 3"))
    desk.write("feet-on-the-floor", SMALL.replace("A small one", "The feet"))
    ran = answering("2", "9", name="inner")
    assert "  3 go on with what I chose\n" in ran.out
    assert "\nThe feet\n" not in answering(name="inner").out + ran.out


def test_nothing_gentler_is_offered_before_something_outward_or_at_less_distress(
    answering: Answering, desk: Desk
) -> None:
    desk.write("inner", SMALL.replace("tier: 1", "tier: 2"))
    assert "something short with your eyes open" not in answering("7", "s", "s", name="inner").out
    assert "something short with your eyes open" not in answering("10", "s", "s").out


def test_a_gentle_piece_that_is_not_sound_is_not_offered(answering: Answering, desk: Desk) -> None:
    desk.write("inner", SMALL.replace("tier: 1", "tier: 2"))
    desk.write("ninety-seconds-here", WRONG)
    desk.write("feet-on-the-floor", SMALL.replace("A small one", "The feet"))
    ran = answering("9", "s", "1", "s", name="inner")
    assert "  1 a few minutes with the feet\n" in ran.out
    assert "\nThe feet\n" in ran.out


def test_the_information_before_tier_3_is_shown_once(answering: Answering, desk: Desk) -> None:
    desk.write("inner", SMALL.replace("tier: 1", "tier: 3"))
    first, second = answering(name="inner"), answering(name="inner")
    assert "closer to what is tender" in first.out
    assert "closer to what is tender" not in second.out
    assert str(journal_path(data_home())) in first.out.replace("\n", "")
    assert "on this machine only" not in second.out


def test_when_it_rises_help_is_offered(answering: Answering) -> None:
    ran = answering("3", "s", "8", "", "yes", "", "3", "4")
    assert "That stirred something up." in ran.out
    assert "can't call anyone" in ran.out
    assert ran.out.count("  3 People to talk to\n") == 2
    assert "Someone I trust" not in ran.out, "two doors into one room"
    assert ran.code == 0


def test_one_s_own_people_have_a_page_of_their_own(answering: Answering) -> None:
    save_people(data_home(), [Person("Maya", "555 0117")])
    ran = answering("3", "s", "9", "s", "3", "5")
    assert "Maya   555 0117" in ran.out
    assert "can't call anyone" not in ran.out


def test_a_steadying_exercise_can_follow(answering: Answering, desk: Desk) -> None:
    desk.write("ninety-seconds-here", SMALL.replace("A small one", "Here"))
    ran = answering("3", "s", "9", "s", "1", "")
    assert ran.out.index("That stirred") < ran.out.index("\nHere\n")
    assert ran.code == 0


def test_a_script_with_errors_is_not_played(answering: Answering, desk: Desk) -> None:
    desk.write("wrong", WRONG)
    ran = answering(name="wrong")
    assert (ran.code, "puase" in ran.err) == (1, True)


def test_a_length_that_cannot_be_met_is_told(answering: Answering) -> None:
    ran = answering(options=(*FAST, "--minutes", "90"))
    assert ran.code == 1
    assert "cannot last exactly 90:00" in ran.out.replace("\n", " ")


def test_a_newer_journal_is_left_alone_and_the_practice_goes_on(answering: Answering) -> None:
    with open_journal(data_home()) as journal:
        path = journal.path
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 999")
    newer.close()
    ran = answering("4", "s", "s")
    assert ran.code == 0
    assert "Nothing of this practice will be kept." in ran.err
    with sqlite3.connect(path) as newer:
        assert newer.execute("PRAGMA user_version").fetchone() == (999,)
    newer.close()


def test_only_silence_goes_faster_than_time(answering: Answering) -> None:
    ran = answering(options=("--output", "miniaudio", "--speed", "3", "--plain"))
    assert ran.code == 1
    assert "--output silent" in ran.out


def test_the_outputs_that_can_be_asked_for_are_those_there_are() -> None:
    assert OUTPUTS == NAMES


def test_without_a_terminal_it_is_plain_by_itself(answering: Answering) -> None:
    assert "Here is a sentence." in answering(options=FAST[:4]).out


def test_nothing_is_left_open(answering: Answering, tmp_path: Path) -> None:
    answering()
    before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0
    answering()
    after = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0
    assert after <= before


def test_a_soundscape_can_be_heard_alone(desk: Desk) -> None:
    ran = desk.run("play", "--soundscape", "rain", "--minutes", "0.05", "--output", "silent", "--speed", "10")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("Rain. ")


def test_a_soundscape_alone_is_heard_where_the_settings_say(desk: Desk) -> None:
    change_settings(data_home(), output="silent")
    ran = desk.run("play", "--soundscape", "rain", "--minutes", "0.05", "--speed", "10")
    assert (ran.code, ran.err.count("\n")) == (0, 1)


def test_an_unknown_soundscape_is_told_with_the_nearest(desk: Desk) -> None:
    ran = desk.run("play", "--soundscape", "rian")
    assert ran.code == 1
    assert "Did you mean rain?" in ran.err


def test_neither_exercise_nor_soundscape_is_wrong_usage(desk: Desk) -> None:
    assert desk.run("play").code == 2


def test_the_listeners_voice_length_and_background_hold_in_what_follows_too(
    answering: Answering, desk: Desk, practised: list[Session]
) -> None:
    offered = SMALL.replace("tier: 1", "tier: 2\nminutes: [0.5, 1]").replace("[pause 1s]", "[pause 1s to 5m]")
    desk.write("inner", offered)
    desk.write("feet-on-the-floor", offered)
    home = data_home()
    change_settings(
        home, voice="heart", background="brown", background_db=-6.0, volume=0.5, lengths={"feet-on-the-floor": 1.0}
    )
    answering("3", "s", "9", "s", "2", "", name="inner", options=(*FAST, "--minutes", "0.5"))
    first, steadying = practised
    assert first.request.options == VersionOptions(0.5, "heart", "brown")
    assert steadying.request.options == VersionOptions(1.0, "heart", "brown")
    assert [(each.sound.volume, each.sound.background) for each in practised] == [(0.5, -6.0)] * 2


@pytest.mark.parametrize("settled", [{"voice": "gone-voice"}, {"background": "gone"}], ids=["voice", "background"])
def test_what_is_gone_from_the_settings_costs_one_line(answering: Answering, settled: dict[str, str]) -> None:
    change_settings(data_home(), **settled)
    ran = answering("s", "s")
    assert ran.code == 0
    assert "This is the end." in ran.out
    assert ran.out.count("gone") == 1


def test_what_is_asked_for_and_gone_fails(answering: Answering) -> None:
    ran = answering("s", options=(*FAST, "--voice", "gone-voice"))
    assert ran.code == 1
    assert "There is no voice called “gone-voice”." in ran.out
