"""Check-ins by their keys: what people type, and that nothing typed is lost."""

from collections.abc import Callable

import pytest
from player_app import ready, seen

from feltsense.journal.model import Field, When
from feltsense.journal.store import Answer
from feltsense.tui.app import Feltsense
from feltsense.tui.checkin.screen import CheckInScreen

Make = Callable[..., Feltsense]


class Asked:
    """A check-in on the screen, and what was said in it; `clock` is turned by hand."""

    def __init__(self, when: When) -> None:
        self.said: list[tuple[Field, Answer]] = []
        self.clock = 0.0
        self.screen = CheckInScreen(when, lambda field, value: self.said.append((field, value)), now=lambda: self.clock)


@pytest.mark.asyncio
async def test_a_ten_can_be_typed_as_it_is_written(player: Make) -> None:
    app, asked = player(), Asked(When.BEFORE)
    async with app.run_test() as pilot:
        await ready(pilot)
        await app.push_screen(asked.screen)
        await pilot.press("1", "0")
        assert asked.said == [(Field.DISTRESS, 1), (Field.DISTRESS, 10)]
        await pilot.press("1", "0")
        assert asked.said[2:] == [(Field.CONNECTION, 1), (Field.CONNECTION, 10)]
        assert (asked.screen.answers.distress, asked.screen.answers.connection) == (10, 10)


@pytest.mark.asyncio
async def test_a_nought_after_a_while_answers_the_next_question(player: Make) -> None:
    app, asked = player(), Asked(When.BEFORE)
    async with app.run_test() as pilot:
        await ready(pilot)
        await app.push_screen(asked.screen)
        await pilot.press("1")
        asked.clock = 5.0
        await pilot.press("0")
        assert asked.said == [(Field.DISTRESS, 1), (Field.CONNECTION, 0)]


@pytest.mark.asyncio
async def test_a_line_that_was_typed_is_kept_by_escape_too(player: Make) -> None:
    app, asked = player(), Asked(When.AFTER)
    async with app.run_test() as pilot:
        await ready(pilot)
        await app.push_screen(asked.screen)
        await pilot.press("4", "5", "1", *"rain", "escape")
        await seen(pilot, "Library")
    assert asked.said[-1] == (Field.NOTE, "rain")
