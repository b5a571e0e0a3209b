"""The night on screens: what follows the voice, a background by itself, and a screen that stays dark."""

from collections.abc import Callable

import pytest
from player_app import ready, seen, until

from feltsense.practice.events import PracticeState
from feltsense.practice.options import PracticeChoice
from feltsense.tui.app import Feltsense
from feltsense.tui.dialogs import following_sounds, rest_lengths
from feltsense.tui.player.screen import PlayerScreen
from feltsense.tui.widgets.text import OneLine


@pytest.mark.asyncio
async def test_a_background_by_itself_plays_to_its_end_and_the_screen_stays_dark_until_a_key(
    player: Callable[..., Feltsense], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feltsense.playback.read_ahead._REST", 0.001)
    app = player()
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        app.practise(PracticeChoice("rain", 1.0, check_ins=False, background_alone="rain"))
        await seen(pilot, "PlayerScreen")
        screen = app.screen
        assert isinstance(screen, PlayerScreen)
        await until(pilot, lambda: screen.playing.ended is not None)
        await until(pilot, lambda: not any(widget.visible for widget in screen.children))
        await pilot.press("x")
        await seen(pilot, "Library")
        assert app.services.history().last == {}


@pytest.mark.asyncio
async def test_two_steps_back_lead_from_a_background_to_the_library(player: Callable[..., Feltsense]) -> None:
    app = player(speed=1.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        app.practise(PracticeChoice("rain", 1.0, check_ins=False, background_alone="rain"))
        await seen(pilot, "PlayerScreen")
        screen = app.screen
        assert isinstance(screen, PlayerScreen)
        await until(pilot, lambda: screen.playing.session.state is PracticeState.PLAYING)
        await pilot.press("escape")
        assert screen.playing.session.paused
        await pilot.press("escape")
        await seen(pilot, "Library")


@pytest.mark.asyncio
async def test_what_follows_the_voice_is_chosen_in_the_player(player: Callable[..., Feltsense]) -> None:
    app = player(speed=1.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        app.practise(PracticeChoice("feet-on-the-floor", check_ins=False))
        await seen(pilot, "PlayerScreen")
        screen = app.screen
        assert isinstance(screen, PlayerScreen)
        session = screen.playing.session
        await pilot.press("n")
        await seen(pilot, "DialogScreen")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        assert session.night.rest is None
        await pilot.press("n")
        for key, question_seen in (("1", rest_lengths()), ("escape", following_sounds())):
            await pilot.press(key)
            await until(pilot, lambda wanted=question_seen: getattr(app.screen, "question", None) == wanted)  # type: ignore[misc]
        await pilot.press("1", "2")
        await until(pilot, lambda: session.night.rest == ("rain", 30.0))
        await until(pilot, lambda: screen.query_one("#notice", OneLine).text == "after the voice: rain, 30 minutes")
        await pilot.press("e")
        await until(pilot, lambda: app.screen is not screen)


@pytest.mark.asyncio
async def test_a_background_by_itself_has_no_words_to_go_through(player: Callable[..., Feltsense]) -> None:
    app = player(speed=1.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("f8")
        await seen(pilot, "DialogScreen")
        await pilot.press("1")
        await until(pilot, lambda: "For how long?" in str(app.screen.query("Static").first().render()))
        await pilot.press("1")
        await seen(pilot, "PlayerScreen")
        shown = set(app.screen.active_bindings)
        assert {"space", "up", "t", "b", "B", "m", "e", "g", "comma"} <= shown
        assert not {"n", "c", "right", "shift+right"} & shown
        screen = app.screen
        assert isinstance(screen, PlayerScreen)
        await until(pilot, lambda: screen.query_one("#section", OneLine).text == "Rain")
        screen.playing.soundscape("brown")
        await until(pilot, lambda: screen.query_one("#section", OneLine).text == "Brown noise")
        assert screen.playing.view().caption.waiting == "only brown noise now"
        await pilot.press("e")
        await until(pilot, lambda: type(app.screen).__name__ == "Library")
