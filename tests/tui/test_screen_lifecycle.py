"""Events and results that come before a screen is composed, or while it is taken down."""

import asyncio
import threading
from collections.abc import Callable

import pytest
from frozen_player import frozen_model
from player_app import ready, seen, until
from textual.widget import Widget

from feltsense.authoring.session import EditingSession
from feltsense.journal.store import Journal
from feltsense.practice.events import Finished, Preparing
from feltsense.tui.app import Feltsense, SessionEvent
from feltsense.tui.library.screen import Library
from feltsense.tui.player.screen import PlayerScreen
from feltsense.tui.services import Services

Make = Callable[..., Feltsense]
pytestmark = pytest.mark.asyncio


class SlowToLeave(Widget):
    """Keeps its screen in the middle of being removed: the other widgets are gone, the screen is not."""

    def __init__(self) -> None:
        super().__init__()
        self.may_leave = asyncio.Event()

    async def on_unmount(self) -> None:
        await self.may_leave.wait()


async def eventually(true: Callable[[], object]) -> None:
    """Let the loop go on until something is true. `until` waits for the app, which waits for the screen here."""
    for _ in range(2000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never became true")


async def test_an_event_before_the_player_is_composed_is_shown_once_it_is(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        app.playing = frozen_model(7.4)
        screen = PlayerScreen(app.playing)
        app.push_screen(screen)
        assert not screen.query("*")
        app.on_session_event(SessionEvent(Preparing(1, 3)))  # as the app does when it comes in the same moment
        await seen(pilot, "PlayerScreen")
    assert app.failure is None


async def test_an_event_ends_playing_by_way_of_the_screen_that_shows_it(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        app.playing = frozen_model(7.4)
        await app.push_screen(PlayerScreen(app.playing))
        app.post_session_event(Finished(whole=True))
        await seen(pilot, "Library")
    assert app.failure is None


async def test_an_event_after_the_screens_are_closed_is_ignored(player: Make) -> None:
    app = player()
    async with app.run_test() as pilot:
        await ready(pilot)
        app.playing = frozen_model(7.4)
        await app.push_screen(PlayerScreen(app.playing))
        await app._close_all()
        app.post_message(SessionEvent(Preparing(2, 3)))
        app.refresh_library()
        await app.workers.wait_for_complete()
        await eventually(app._message_queue.empty)
    assert app.failure is None


@pytest.mark.parametrize(
    ("key", "owner", "reads"),
    [("f2", Journal, "counts"), ("f3", Services, "soundscapes"), ("f4", EditingSession, "analyse")],
)
async def test_a_result_that_comes_while_its_screen_is_removed_is_dropped(
    player: Make, monkeypatch: pytest.MonkeyPatch, key: str, owner: type, reads: str
) -> None:
    app = player()
    arrives, real = threading.Event(), getattr(owner, reads)

    def late(*asked: object) -> object:
        assert arrives.wait(60)
        return real(*asked)

    async with app.run_test() as pilot:
        await ready(pilot)
        monkeypatch.setattr(owner, reads, late)
        await pilot.press(key)
        await until(pilot, lambda: not isinstance(app.screen, Library))
        below, screen = app.screen_stack[-2:]
        last = SlowToLeave()
        await screen.mount(last)
        app.pop_screen()
        await eventually(lambda: list(screen.children) == [last])
        arrives.set()
        await eventually(lambda: not any(worker.node is screen for worker in app.workers))
        last.may_leave.set()
        await until(pilot, lambda: app.screen is below)
    assert app.failure is None
