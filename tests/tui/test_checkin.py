"""Check-ins by their keys: what people type, that nothing typed is lost, and that one key means one thing."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from player_app import press_at_once, ready, seen, until
from textual.widgets import Static

from feltsense.journal.files import FILE
from feltsense.journal.model import CheckIn, Field, TooMuch, When
from feltsense.journal.store import Answer, open_journal
from feltsense.practice.menus import Introduction
from feltsense.tui.app import Feltsense
from feltsense.tui.checkin.scale import HOW, WAITING, Scale
from feltsense.tui.checkin.screen import CheckInScreen
from feltsense.tui.checkin.steps import Steps
from feltsense.tui.checkin.too_much import TooMuchChoices
from feltsense.tui.dialog import DialogScreen
from feltsense.tui.dialogs import notice
from feltsense.tui.widgets.hints import Hints

Make = Callable[..., Feltsense]
pytestmark = pytest.mark.asyncio


class Asked:
    """A check-in on the screen, and what was said in it."""

    def __init__(self, when: When, said: CheckIn | None = None) -> None:
        self.said: list[tuple[Field, Answer]] = []
        self.left: list[CheckIn | None] = []
        self.screen = CheckInScreen(when, lambda field, value: self.said.append((field, value)), said=said)

    @property
    def scale(self) -> Scale:
        """The scale that is seen."""
        return next(scale for scale in self.screen.query(Scale) if scale.has_focus)


@pytest.mark.parametrize("keys", [("1", "0"), ("t",)])
async def test_a_ten_is_one_answer_on_its_dot_and_stays_ten(player: Make, keys: tuple[str, ...]) -> None:
    app, asked = player(), Asked(When.BEFORE)
    async with app.run_test() as pilot:
        await app.push_screen(asked.screen)
        await pilot.press(*keys)
        assert asked.said == [(Field.DISTRESS, 10)]
        await pilot.press("backspace")
        assert asked.scale.standing == 10
        await pilot.press("enter", *keys)
        assert asked.said == [(Field.DISTRESS, 10), (Field.CONNECTION, 10)]
        assert (asked.screen.answers.distress, asked.screen.answers.connection) == (10, 10)


async def test_a_one_waits_on_its_question_however_long_and_says_so(player: Make) -> None:
    app, asked = player(), Asked(When.BEFORE)
    async with app.run_test() as pilot:
        await app.push_screen(asked.screen)
        await pilot.press("1", "1")
        assert (asked.screen.at, asked.said, asked.scale.standing) == (0, [], 1)
        assert WAITING in str(asked.scale.render())
        await pilot.press("0")
        assert asked.said == [(Field.DISTRESS, 10)]
        await pilot.press("1", "enter")
        assert asked.said[1:] == [(Field.CONNECTION, 1)]


async def test_another_digit_after_a_one_answers_the_same_question(player: Make) -> None:
    app, asked = player(), Asked(When.BEFORE)
    async with app.run_test() as pilot:
        await app.push_screen(asked.screen)
        await pilot.press("1", "3")
        assert (asked.screen.at, asked.said) == (1, [(Field.DISTRESS, 3)])
        assert HOW in str(asked.scale.render())


async def test_a_nought_is_a_nought_where_no_one_was_typed(player: Make) -> None:
    app, asked = player(), Asked(When.BEFORE, CheckIn(distress=1))
    async with app.run_test() as pilot:
        await app.push_screen(asked.screen)
        assert asked.scale.standing == 1
        await pilot.press("0", "left", "left", "left", "left", "0")
        assert asked.said == [(Field.DISTRESS, 0), (Field.CONNECTION, 0)]


async def test_a_held_one_answers_nothing_else(player: Make) -> None:
    app, asked = player(), Asked(When.BEFORE)
    async with app.run_test() as pilot:
        await app.push_screen(asked.screen)
        press_at_once(app, *["1"] * 20)
        await pilot.press("enter")
        assert asked.said == [(Field.DISTRESS, 1)]
        assert asked.screen.at == 1


async def test_every_question_takes_at_most_two_keys_so_that_it_is_short(player: Make) -> None:
    app, asked = player(), Asked(When.BEFORE)
    async with app.run_test() as pilot:
        await app.push_screen(asked.screen)
        await pilot.press("7", "3", "c", "enter", "t", "enter")
        assert asked.screen.answers == CheckIn(7, 3, "chest", "tight")


@pytest.mark.parametrize(
    ("keys", "kept"), [(("1",), (Field.DISTRESS, 1)), (("4", "5", "a"), (Field.PLACE, "arms"))], ids=["one", "place"]
)
async def test_what_stands_there_is_kept_when_the_rest_is_skipped(
    player: Make, keys: tuple[str, ...], kept: tuple[Field, Answer]
) -> None:
    app, asked = player(), Asked(When.BEFORE)
    async with app.run_test() as pilot:
        await app.push_screen(asked.screen)
        await pilot.press(*keys, "tab")
    assert asked.said[-1] == kept


async def test_a_line_that_was_typed_is_kept_when_it_is_skipped_too(player: Make) -> None:
    app, asked = player(), Asked(When.AFTER)
    async with app.run_test() as pilot:
        await ready(pilot)
        await app.push_screen(asked.screen)
        await pilot.press("4", "5", "1", *"rain", "tab")
        await seen(pilot, "Library")
    assert asked.said[-1] == (Field.NOTE, "rain")


@pytest.mark.parametrize("left", [("escape", "tab"), ("escape", "enter", *["backspace"] * 4, "enter")])
async def test_a_line_is_kept_when_its_question_is_left_and_taken_back_when_it_is_emptied(
    player: Make, left: tuple[str, ...]
) -> None:
    app, asked = player(), Asked(When.AFTER)
    async with app.run_test() as pilot:
        await ready(pilot)
        await app.push_screen(asked.screen)
        await pilot.press("4", "5", "enter", *"rain", *left)
        await seen(pilot, "Library")
    emptied = "backspace" in left
    assert asked.said[2:] == [(Field.NOTE, "rain"), *([(Field.NOTE, "")] if emptied else [])]


async def test_a_line_is_kept_when_the_program_is_left(player: Make) -> None:
    app, asked = player(), Asked(When.AFTER)
    async with app.run_test() as pilot:
        await app.push_screen(asked.screen)
        await pilot.press("4", "5", "enter", *"rain", "ctrl+c")
    assert asked.said[2:] == [(Field.NOTE, "rain")]


async def test_whether_it_was_too_much_is_not_answered_beforehand(player: Make) -> None:
    app, asked = player(), Asked(When.AFTER)
    async with app.run_test() as pilot:
        await app.push_screen(asked.screen)
        await pilot.press("4", "5")
        assert "▸" not in str(asked.screen.query_one(TooMuchChoices).render())
        await pilot.press("enter", "escape", "down", "down", "enter")
        assert asked.said[2:] == [(Field.TOO_MUCH, TooMuch.BIT)]


@pytest.mark.parametrize("key", ["escape", "backspace"])
async def test_escape_goes_back_one_step_and_from_the_first_question_to_the_library(player: Make, key: str) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("6", "3", "c")
        screen = app.screen
        assert isinstance(screen, CheckInScreen)
        for at in (1, 0):
            await pilot.press(key)
            assert screen.at == at
        assert "esc back" in str(screen.query_one(Hints).render())
        assert "tab skip the rest" in str(screen.query_one(Hints).render())
        await pilot.press(key)
        await seen(pilot, "Library")


async def test_after_a_practice_there_is_nothing_to_go_back_to(player: Make) -> None:
    app, asked = player(), Asked(When.AFTER)
    async with app.run_test() as pilot:
        await app.push_screen(asked.screen)
        await pilot.press("escape")
        assert app.screen is asked.screen
        assert "esc" not in str(asked.screen.query_one(Hints).render())


async def test_escape_on_the_offer_goes_back_to_the_question_and_nothing_is_lost(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press(*"kind", "enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("9", "2", "c", "tab")
        await seen(pilot, "DialogScreen")
        await pilot.press("escape")
        await seen(pilot, "CheckInScreen")
        screen = app.screen
        assert isinstance(screen, CheckInScreen)
        assert (screen.at, screen.answers) == (2, CheckIn(9, 2, "chest"))
        await pilot.press("escape", "escape", "6", "tab")
        await seen(pilot, "PlayerScreen")
        assert app.playing is not None
        assert app.playing.session.request.exercise.slug == "kind-break"


async def test_backing_out_leaves_no_practice_behind(player: Make, player_home: Path) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await seen(pilot, "CheckInScreen")
        await pilot.press("9", "2")
        await until(pilot, lambda: _rows(player_home) == [(9, 2)])
        await pilot.press("escape", "escape", "escape")
        await seen(pilot, "Library")
    app.services.close()
    assert _rows(player_home) == []
    with open_journal(player_home / "feltsense") as journal:
        assert journal.count() == 0


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids=["60", "80", "120", "200"])
async def test_dots_and_title_stay_where_they_are_and_the_status_is_seen(player: Make, size: tuple[int, int]) -> None:
    app, asked = player(), Asked(When.BEFORE)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(asked.screen)
        places = set()
        for _ in range(4):
            await pilot.pause()
            title = next(each for each in asked.screen.query(Static) if each.has_class("title") and each.region)
            places.add((asked.screen.query_one(Steps).region.y, title.region.y))
            status = asked.screen.query_one("#status")
            assert status.region.height == 1
            assert all(not widget.region.overlaps(status.region) for widget in asked.screen.query(".step > *"))
            await pilot.press("enter")
    assert len(places) == 1


async def test_what_is_to_be_told_first_can_be_gone_back_from(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        with closing_dialog(app) as answers:
            await pilot.press("escape")
            await until(pilot, lambda: answers)
        assert answers == [""]


@contextmanager
def closing_dialog(app: Feltsense) -> Iterator[list[str | None]]:
    answers: list[str | None] = []
    app.push_screen(DialogScreen(notice(Introduction("A title", (), ("Something first.",)))), answers.append)
    yield answers


def _rows(home: Path) -> list[tuple[int, int]]:
    with closing(sqlite3.connect(f"file:{home / 'feltsense' / FILE}?mode=ro", uri=True)) as journal:
        return list(journal.execute("SELECT before_distress, before_connection FROM practices"))
