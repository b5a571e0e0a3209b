"""The dark screen of the player: told, dark, and back with any key."""

from collections.abc import Callable

import pytest
from frozen_player import frozen_model
from player_app import until

from feltsense.tui.app import Feltsense
from feltsense.tui.player.darkness import TOLD, Darkness, Light
from feltsense.tui.player.model import PlayerModel
from feltsense.tui.player.screen import PlayerScreen
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.text import OneLine


class Seconds:
    """A clock that is set."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_is_told_how_to_come_back_and_then_it_is_dark() -> None:
    clock = Seconds()
    darkness = Darkness(by_itself=False, now=clock)
    assert darkness.light(resting=True) is Light.LIT
    darkness.leave()
    assert darkness.light(resting=False) is Light.LEAVING
    clock.now = 4.0
    assert darkness.light(resting=False) is Light.DARK
    assert darkness.come_back()
    assert darkness.light(resting=False) is Light.LIT
    assert not darkness.come_back()


def test_it_goes_dark_by_itself_a_minute_after_the_voice_or_the_last_key() -> None:
    clock = Seconds()
    darkness = Darkness(by_itself=True, now=clock)
    clock.now = 500.0
    assert darkness.light(resting=False) is Light.LIT
    clock.now = 559.9
    assert darkness.light(resting=True) is Light.LIT
    darkness.come_back()
    clock.now = 619.0
    assert darkness.light(resting=True) is Light.LIT
    clock.now = 620.0
    assert darkness.light(resting=True) is Light.LEAVING
    clock.now = 624.0
    assert darkness.light(resting=True) is Light.DARK


def seen(screen: PlayerScreen) -> list[str]:
    """Return the names of what can be seen."""
    return [type(widget).__name__ for widget in screen.children if widget.visible and widget.display]


def opened(app: Feltsense) -> tuple[PlayerScreen, PlayerModel, Seconds]:
    clock = Seconds()
    model = frozen_model(7.4)
    model.now = clock
    return PlayerScreen(model), model, clock


@pytest.mark.asyncio
@pytest.mark.parametrize(("key", "does"), [("m", ""), ("escape", ""), ("x", ""), ("c", "captions off")])
async def test_any_key_brings_it_back_and_all_but_two_do_what_they_do(
    player: Callable[..., Feltsense], key: str, does: str
) -> None:
    app = player()
    screen, _, clock = opened(app)
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(screen)
        await pilot.press("m")
        assert screen.query_one("#notice", OneLine).text == TOLD
        assert seen(screen) == ["OneLine"]
        clock.now = 4.0
        screen.show()
        await until(pilot, lambda: not seen(screen))
        await pilot.press(key)
        await until(pilot, lambda: len(seen(screen)) > 3)
        assert screen.query_one("#notice", OneLine).text == does


@pytest.mark.asyncio
@pytest.mark.parametrize(("paused", "words"), [(False, "space pause"), (True, "space go on")])
async def test_the_footer_says_what_space_does_now(
    player: Callable[..., Feltsense], *, paused: bool, words: str
) -> None:
    app = player()
    async with app.run_test(size=(60, 20)) as pilot:
        screen = PlayerScreen(frozen_model(7.4, paused=paused))
        await app.push_screen(screen)
        await until(pilot, lambda: words in str(screen.query_one(Hints).render()))


@pytest.mark.asyncio
async def test_support_keeps_its_place_where_room_is_short(player: Callable[..., Feltsense]) -> None:
    app = player()
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(PlayerScreen(frozen_model(7.4)))
        await pilot.pause()
        shown = str(app.screen.query_one(Hints).render())
        assert "g ground me now" in shown
        assert "? support" in shown
