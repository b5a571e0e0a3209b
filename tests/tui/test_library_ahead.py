"""What the library has spoken ahead: the exercise that stays marked, as long as the library is what is seen."""

from collections.abc import Callable

import pytest
from player_app import ready, seen, until

from feltsense.practice.options import PracticeChoice
from feltsense.tui.app import Feltsense
from feltsense.tui.library import screen

Make = Callable[..., Feltsense]


@pytest.fixture
def app(player: Make, monkeypatch: pytest.MonkeyPatch) -> Feltsense:
    monkeypatch.setattr(screen, "_RESTING", 0.001)
    return player()


def marks(app: Feltsense, monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Note what is marked, each time that it is another."""
    noted: list[str | None] = []

    def note(choice: PracticeChoice | None) -> None:
        slug = None if choice is None else choice.slug
        if noted[-1:] != [slug]:
            noted.append(slug)

    monkeypatch.setattr(app.services.ahead, "mark", note)
    return noted


@pytest.mark.asyncio
async def test_what_is_marked_is_spoken_ahead_until_something_else_is_seen(
    app: Feltsense, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = marks(app, monkeypatch)
    async with app.run_test() as pilot:
        await ready(pilot)
        await until(pilot, lambda: noted[-1:] == ["feet-on-the-floor"])
        await pilot.press("down")
        await until(pilot, lambda: noted[-1:] == ["ninety-seconds-here"])
        await pilot.press("question_mark")
        await seen(pilot, "SupportScreen")
        assert noted[-1] is None
        await pilot.press("escape")
        await until(pilot, lambda: noted[-1:] == ["ninety-seconds-here"])


@pytest.mark.asyncio
async def test_what_is_only_passed_is_not_spoken(app: Feltsense, monkeypatch: pytest.MonkeyPatch) -> None:
    noted = marks(app, monkeypatch)
    monkeypatch.setattr(screen, "_RESTING", 3600.0)
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("down", "down", "down")
        assert not any(noted)


@pytest.mark.asyncio
async def test_where_no_slow_voice_was_added_none_is_opened(app: Feltsense) -> None:
    async with app.run_test() as pilot:
        await ready(pilot)
        await until(pilot, lambda: app.services.ahead._done is not None)
        await until(pilot, lambda: app.services.ahead._thread is None)
        pool = app.services.engine._speakers
        assert pool is None or set(pool._open) <= {"heart"}
