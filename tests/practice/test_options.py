"""What was chosen now goes before the settings; levels go in steps."""

from dataclasses import replace

from feltsense.practice.options import (
    BACKGROUND_LEVELS,
    Levels,
    PracticeChoice,
    fill_options,
    levels_of,
    next_background,
)
from feltsense.script.options import OFF, VersionOptions
from feltsense.script.parser import parse
from feltsense.system.paths import Workspace
from feltsense.system.settings import MOST_DB, Settings, change_settings
from feltsense.tui.services import Environment, Services
from rehearsing import SCRIPT, Rehearsal

SMALL = parse(SCRIPT, "small").exercise
SETTLED = Settings(voice="system", background="rain", volume=0.4, background_db=-6.0, lengths={"small": 2.0})


def test_nothing_settled_and_nothing_asked_is_the_first_length_as_written() -> None:
    assert fill_options(Settings(), SMALL)[0] == VersionOptions(minutes=1.0)
    assert levels_of(Settings()) == Levels(1.0, 0.0)


def test_the_settings_fill_what_was_not_asked_for() -> None:
    assert fill_options(SETTLED, SMALL)[0] == VersionOptions(2.0, "system", "rain")
    assert levels_of(SETTLED) == Levels(0.4, -6.0)


def test_a_background_that_was_chosen_for_an_exercise_is_its_own() -> None:
    chosen = replace(SETTLED, backgrounds={"small": "fire", "other": OFF})
    options, instead = fill_options(chosen, SMALL)
    assert (options.soundscape, instead.own_background) == ("fire", True)
    assert fill_options(replace(chosen, backgrounds={"small": OFF}), SMALL)[0].soundscape == OFF
    assert fill_options(replace(chosen, backgrounds={"other": "fire"}), SMALL)[0].soundscape == "rain"
    assert fill_options(chosen, SMALL, VersionOptions(soundscape="brown"))[0].soundscape == "brown"


def test_what_is_asked_for_now_goes_first() -> None:
    options, _ = fill_options(SETTLED, SMALL, VersionOptions(1.0, "heart", OFF))
    assert options == VersionOptions(1.0, "heart", OFF)


def test_a_length_that_the_script_has_no_more_is_forgotten() -> None:
    assert fill_options(Settings(lengths={"small": 7.0, "other": 1.0}), SMALL)[0].minutes == 1.0


def test_the_lowest_level_is_off() -> None:
    assert levels_of(Settings(background_db=-MOST_DB)).background_db is None


def test_only_levels_that_changed_are_to_be_kept() -> None:
    before = Levels(0.4, 0.0)
    assert before.changed_since(before) == {}
    assert Levels(0.6, 0.0).changed_since(before) == {"volume": 0.6}
    assert Levels(0.4, None).changed_since(before) == {"background_db": -MOST_DB}
    assert Levels(0.4, None).changed_since(Levels(0.4, None)) == {}


def test_the_screen_goes_by_the_same_rule(rehearsal: Rehearsal) -> None:
    change_settings(rehearsal.folder / "home", lengths={"small": 2.0}, background="rain", background_db=-MOST_DB)
    services = Services(Environment(Workspace(rehearsal.folder), rehearsal.folder / "home"), "silent")
    session = services.session(PracticeChoice("small"), lambda _: None)
    assert session.request.options == VersionOptions(2.0, None, "rain")
    assert session.sound.background is None
    session.close()
    services.close()


def test_the_background_goes_through_all_its_levels_and_begins_again() -> None:
    now: float | None = 0.0
    passed = []
    for _ in BACKGROUND_LEVELS:
        now, words = next_background(now)
        passed.append(words)
    assert now == 0.0
    assert passed[0] == "background softer"
    assert sorted(passed) == sorted(words for _, words in BACKGROUND_LEVELS)


def test_from_a_level_between_it_goes_to_the_first() -> None:
    assert next_background(-3.0) == BACKGROUND_LEVELS[0]
