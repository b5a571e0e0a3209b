"""Whole practices by keyboard, from the library and back to it."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from player_app import played, press_at_once, ready, seen, until
from textual.widgets import Static
from textual.worker import WorkerFailed

from feltsense.errors import JournalError
from feltsense.journal.files import FILE
from feltsense.journal.model import Outcome, Practice, TooMuch
from feltsense.journal.store import open_journal
from feltsense.practice.events import PracticeState
from feltsense.practice.menus import NOT_ALL_WRITTEN, closing_words
from feltsense.system.settings import change_settings, load_settings
from feltsense.tui.app import Feltsense
from feltsense.tui.base_screen import BlankScreen
from feltsense.tui.checkin.afterwards import Afterwards
from feltsense.tui.checkin.screen import CheckInScreen
from feltsense.tui.dialog import DialogScreen
from feltsense.tui.player.model import NOT_ALL_KEPT
from feltsense.tui.player.screen import PlayerScreen
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.text import OneLine

Make = Callable[..., Feltsense]
pytestmark = pytest.mark.asyncio


def words(app: Feltsense) -> str:
    return "\n".join(str(static.render()) for static in app.screen.query(Static))


async def test_from_the_library_to_the_first_words_in_two_keys_and_by_itself(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("tab")
        await seen(pilot, "PlayerScreen")
        await until(pilot, lambda: app.playing is None or app.playing.session.state is not PracticeState.STARTING)
        await played(pilot, then="CheckInScreen")
        await pilot.press("tab")
        await seen(pilot, "Afterwards")
        assert "Drink a glass of water." in words(app)
        await pilot.press("enter")
        await seen(pilot, "Library")
    kept = _newest(player_home)
    assert (kept.slug, kept.ended, kept.before.empty, kept.after.empty) == (
        "feet-on-the-floor",
        Outcome.WHOLE,
        True,
        True,
    )


@pytest.mark.parametrize(("last", "told"), [(False, "⏎ back to the exercises"), (True, "⏎ close")])
async def test_the_last_words_say_where_enter_leads(player: Make, *, last: bool, told: str) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await app.push_screen(Afterwards(closing_words((), ""), last=last))
        await pilot.pause()
        assert told in str(app.screen.query_one(Hints).render())
        await pilot.press("enter")
        await seen(pilot, "Library")


async def test_each_answer_is_kept_and_told_in_words(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("6", "3", "down", "enter", "s", "enter")
        await seen(pilot, "PlayerScreen")
        await played(pilot, then="CheckInScreen")
        await pilot.press("4", "t", "1")
        await pilot.press(*"warm", "enter")
        await seen(pilot, "Afterwards")
        assert "Distress: 6 before, 4 after. 2 lower than before." in words(app)
        await pilot.press("escape")
        await seen(pilot, "Library")
    kept = _newest(player_home)
    assert (kept.before.distress, kept.before.connection, kept.before.place) == (6, 3, "chest")
    assert kept.before.word == "shaky"
    assert (kept.after.distress, kept.after.connection, kept.after.too_much) == (4, 10, TooMuch.NO)
    assert kept.after.note == "warm"


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_what_is_looked_at_while_a_practice_is_fetched_leaves_no_empty_screen(player: Make, key: str) -> None:
    app = player()
    fetched = threading.Event()
    async with app.run_test() as pilot:
        await ready(pilot)
        app.services.tasks.start(fetched.wait, 30)
        await pilot.press("enter")
        await seen(pilot, "BlankScreen")
        await pilot.press(key)
        await until(pilot, lambda: type(app.screen).__name__ in ("SupportScreen", "KeysScreen"))
        fetched.set()
        await seen(pilot, "CheckInScreen")
        await pilot.press("backspace")
        await until(pilot, lambda: app.playing is None)
        await pilot.press("escape")
        await seen(pilot, "Library")
        assert app.screen_stack[-1] is app.library
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")


async def test_answers_that_cannot_be_kept_are_told_at_once_before_and_after(
    player: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise JournalError("The journal cannot grow: the disk is full.")

    monkeypatch.setattr("feltsense.journal.store.Journal.start_practice", full)
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("6")
        await until(pilot, lambda: app.screen.query_one("#status", OneLine).text == NOT_ALL_KEPT)
        await pilot.press("tab")
        await seen(pilot, "PlayerScreen")
        await played(pilot, then="CheckInScreen")
        assert app.screen.query_one("#status", OneLine).text == NOT_ALL_KEPT
        await pilot.press("tab")
        await seen(pilot, "Afterwards")
        assert words(app).count(NOT_ALL_WRITTEN) == 1


async def test_an_answer_is_on_the_disk_while_a_voice_is_tried_without_end(
    player: Make, player_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trying, answered = threading.Event(), threading.Event()

    def hangs(_: object) -> tuple[str, ...]:
        trying.set()
        answered.wait(60)
        return ("heart",)

    monkeypatch.setattr("feltsense.tui.services.Services.voices", hangs)
    app = player()
    try:
        async with app.run_test() as pilot:
            await ready(pilot)
            await pilot.press("f3")
            await until(pilot, trying.is_set)
            await pilot.press("escape")
            await seen(pilot, "Library")
            await pilot.press("enter")
            await seen(pilot, "CheckInScreen")
            await pilot.press("6")
            await until(pilot, lambda: _answers(player_home) == [6])
            assert not answered.is_set()
    finally:
        answered.set()


async def test_an_answer_is_on_the_disk_while_the_thread_for_slow_things_is_busy(
    player: Make, player_home: Path
) -> None:
    answered = threading.Event()
    app = player()
    try:
        async with app.run_test() as pilot:
            await ready(pilot)
            await pilot.press("enter")
            await seen(pilot, "CheckInScreen")
            app.services.tasks.start(answered.wait, 60)
            await pilot.press("6")
            await until(pilot, lambda: _answers(player_home) == [6])
            assert not answered.is_set()
            answered.set()
    finally:
        answered.set()


def _answers(player_home: Path) -> list[int]:
    with closing(sqlite3.connect(f"file:{player_home / 'feltsense' / FILE}?mode=ro", uri=True)) as journal:
        return [distress for (distress,) in journal.execute("SELECT before_distress FROM practices")]


async def test_enter_skips_one_question_and_backspace_goes_back(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("enter", "7", "backspace", "backspace", "5")
        screen = app.screen
        assert isinstance(screen, CheckInScreen)
        assert (screen.answers.distress, screen.answers.connection) == (5, 7)
        await pilot.press("backspace", "backspace")
        await seen(pilot, "Library")
        assert app.playing is None


async def test_ending_kindly_leads_to_the_check_in(player: Make, player_home: Path) -> None:
    app = player()
    app.services.engine._speed = 5.0
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("tab")
        await until(pilot, lambda: app.playing is not None and app.playing.view().caption.text)
        await pilot.press("e")
        await seen(pilot, "CheckInScreen")
        await pilot.press("tab")
        await seen(pilot, "Afterwards")
    assert _newest(player_home).ended is Outcome.EARLY


async def test_ground_me_now_leads_to_what_helps(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        app.services.engine._speed = 20.0
        await pilot.press("tab")
        await until(pilot, lambda: app.playing is not None and app.playing.session.state is PracticeState.PLAYING)
        await pilot.press("g")
        await seen(pilot, "CheckInScreen")
        await pilot.press("9", "tab")
        await seen(pilot, "DialogScreen")
        assert "That stirred something up." in words(app)
        assert "Ninety seconds" not in words(app)
        await pilot.press("1")
        await seen(pilot, "SupportScreen")
        await pilot.press("escape")
        await seen(pilot, "DialogScreen")
        await pilot.press("2")
        await seen(pilot, "Library")
    kept = _newest(player_home)
    assert (kept.rescued_at_ms is not None, kept.after.distress) == (True, 9)


async def test_what_rises_is_met_and_what_helps_needs_no_questions(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("4", "tab")
        await seen(pilot, "PlayerScreen")
        await played(pilot, then="CheckInScreen")
        await pilot.press("6", "tab")
        await seen(pilot, "DialogScreen")
        await pilot.press("1")
        await seen(pilot, "PlayerScreen")
        assert app.playing is not None
        assert app.playing.session.request.exercise.slug == "ninety-seconds-here"
        await played(pilot, then="Afterwards")


async def test_high_distress_is_offered_something_outward_first_and_not_asked_twice(
    player: Make, player_home: Path
) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"kind", "enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("8", "3", "enter", "s", "enter")
        await seen(pilot, "DialogScreen")
        await pilot.press("2")
        await until(pilot, lambda: app.playing and app.playing.session.request.exercise.slug == "feet-on-the-floor")
        await seen(pilot, "PlayerScreen")
        await played(pilot, then="CheckInScreen")
        await pilot.press("4", "tab")
        await seen(pilot, "Afterwards")
        assert "Distress: 8 before, 4 after." in words(app)
    kept = _newest(player_home)
    assert (kept.slug, kept.before.distress, kept.before.word) == ("feet-on-the-floor", 8, "shaky")


async def test_tier_three_informs_once_and_locks_nothing(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        for _ in range(2):
            await pilot.press(*"old", "space", *"sentence", "enter")
            if "tier3" not in app.services.settings.told:
                await seen(pilot, "DialogScreen")
                await pilot.press("2")
            await seen(pilot, "CheckInScreen")
            await pilot.press("backspace")
            await seen(pilot, "Library")
            await pilot.press("escape")
        assert "tier3" in app.services.settings.told


async def test_leaving_in_the_middle_keeps_how_far_it_got(player: Make, player_home: Path) -> None:
    app = player()
    app.services.engine._speed = 1.0
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("7", "tab")
        await until(pilot, lambda: isinstance(app.screen, PlayerScreen) and app.playing)
        await until(pilot, lambda: app.playing and app.playing.session.state is PracticeState.PLAYING)
        await pilot.press("shift+right", "q")
    app.services.close()
    kept = _newest(player_home)
    assert (kept.ended, kept.before.distress) == (Outcome.EARLY, 7)


async def test_keys_held_too_long_answer_once(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"old", "space", *"sentence", "enter")
        await seen(pilot, "DialogScreen")
        press_at_once(app, "2", "2")
        await seen(pilot, "CheckInScreen")
        assert any(isinstance(screen, BlankScreen) for screen in app.screen_stack)
        app.services.engine._speed = 20.0
        await pilot.press("6", "3", "enter")
        press_at_once(app, *["enter"] * 3)
        await until(pilot, lambda: app.playing is not None and app.playing.session.state is PracticeState.PLAYING)
        await pilot.press("g")
        await seen(pilot, "CheckInScreen")
        press_at_once(app, "tab", "tab")
        await seen(pilot, "DialogScreen")
        press_at_once(app, "3", "3", "3")
        await seen(pilot, "Library")
        await pilot.pause()
        assert app.screen_stack[-1] is app.library
    assert app.failure is None
    assert _newest(player_home).before.connection == 3


async def test_an_answer_while_support_is_looked_at_is_not_lost(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("6", "3", "enter")
        press_at_once(app, "enter", "question_mark")
        await seen(pilot, "SupportScreen")
        await pilot.press("escape", "enter")
        await seen(pilot, "PlayerScreen")


async def test_what_keys_change_is_kept_though_the_player_is_left_in_the_middle(
    player: Make, player_home: Path
) -> None:
    app = player()
    app.services.engine._speed = 1.0
    app.services.change(background="brown")
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("tab")
        await until(pilot, lambda: app.playing and app.playing.session.state is PracticeState.PLAYING)
        change_settings(
            player_home / "feltsense", captions=False, background="rain"
        )  # another player does so meanwhile
        await pilot.press("down", "down", "b", "q")
    app.services.close()
    kept = load_settings(player_home / "feltsense")
    assert (kept.volume, kept.background_db) == (0.8, -6.0)
    assert (kept.captions, kept.background) == (False, "rain")


async def test_what_ends_while_something_else_is_looked_at_goes_on_from_there(player: Make) -> None:
    app = player()
    app.services.engine._speed = 20.0
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter", "enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("tab")
        await seen(pilot, "PlayerScreen")
        await pilot.press("question_mark")
        await seen(pilot, "SupportScreen")
        await until(pilot, lambda: app.playing is not None and app.playing.ended)
        await pilot.press("escape")
        await seen(pilot, "CheckInScreen")


async def test_a_mistake_of_ours_shows_nothing_that_was_said(
    player: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    app = player()

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("feltsense.practice.flow.check_ins_in_words", broken)

    async def practise() -> None:
        async with app.run_test() as pilot:
            await ready(pilot)
            await pilot.press("enter")
            await seen(pilot, "CheckInScreen")
            await pilot.press("tab")
            await seen(pilot, "PlayerScreen")
            await played(pilot, then="CheckInScreen")
            await pilot.press("2", "9", "1", *"secret", "enter")
            await until(pilot, lambda: app._exit or app.failure)

    with pytest.raises(WorkerFailed):
        await practise()
    assert isinstance(app.failure, ZeroDivisionError)
    said = capsys.readouterr()
    assert "secret" not in said.out + said.err
    assert "locals" not in said.out + said.err


async def test_a_script_with_errors_is_told(player: Make, player_home: Path) -> None:
    app = player()
    (player_home / "work" / "exercises" / "feet-on-the-floor.md").write_text(
        "---\ntags: [unmoored]\ntier: 1\n---\n[pauze 3s]\n"
    )
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"feet", "enter")
        await seen(pilot, "DialogScreen")
        assert isinstance(app.screen, DialogScreen)
        assert "There are errors in feet-on-the-floor." in words(app)
        await pilot.press("escape")
        await seen(pilot, "Library")


def _newest(player_home: Path) -> Practice:
    with open_journal(player_home / "feltsense") as journal:
        return journal.practices(1)[0]


async def test_a_mistake_of_our_own_closes_it_without_showing_what_was_said(
    player: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    app = player()
    said = "my secret line"

    def mistake() -> None:
        raise ZeroDivisionError(said)

    async def run() -> None:
        async with app.run_test() as pilot:
            app.call_later(mistake)
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await run()
    assert isinstance(app.failure, ZeroDivisionError)
    assert said not in "".join(capsys.readouterr())


@pytest.mark.parametrize("back_at", ["CheckInScreen", "DialogScreen"])
async def test_who_goes_back_before_anything_is_played_finds_the_search_as_it_was(player: Make, back_at: str) -> None:
    app = player(tier3=back_at == "CheckInScreen")
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"old", "space", *"e")
        while app.library.marked and app.library.marked.slug != "the-old-sentence":
            await pilot.press("down")
        for _ in range(2):
            await pilot.press("enter")
            await seen(pilot, back_at)
            await pilot.press("escape")
            await seen(pilot, "Library")
            await until(pilot, lambda: not app._practising)
            assert app.library.typed == "old e"
            assert app.library.marked is not None
            assert app.library.marked.slug == "the-old-sentence"


async def test_what_was_looked_for_is_cleared_once_something_was_played(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"feet", "enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("tab")
        await seen(pilot, "PlayerScreen")
        await pilot.press("e")
        await seen(pilot, "CheckInScreen")
        await pilot.press("tab")
        await seen(pilot, "Afterwards")
        await pilot.press("enter")
        await seen(pilot, "Library")
        await until(pilot, lambda: app.library.typed == "")
