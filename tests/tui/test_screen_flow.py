"""Every branch of the practice flow on screens: the real prompter, with somebody who presses the keys of a row."""

from pathlib import Path
from typing import Any

import pytest
from player_app import until
from textual.pilot import Pilot

from feltsense.errors import FeltsenseError
from feltsense.journal.model import Field, TooMuch, When
from feltsense.journal.store import open_journal
from feltsense.practice.check_in import QUESTIONS
from feltsense.practice.events import PracticeState
from feltsense.practice.menus import ClosingWords, Introduction, Menu
from feltsense.practice.session import Session
from feltsense.tui.app import Feltsense
from feltsense.tui.checkin.screen import CheckInScreen
from feltsense.tui.port import PlayerApp
from feltsense.tui.prompter import TextualPrompter
from feltsense.tui.services import Environment, Services
from flow_table import ON_FRONT_ENDS, Answers, GatedVoice, Listener, Outcome, Row, Traced, furnish, recorded

_KEYS = {Outcome.ENDED: "e", Outcome.GROUNDED: "g", Outcome.NOT_GROUNDED: "g"}
_TOO_MUCH = {TooMuch.NO: "1", TooMuch.BIT: "2", TooMuch.YES: "3"}
_SCREENS = {"people": "SupportScreen", "helplines": "SupportScreen"}


class Presser:
    """Presses the keys that a listener's row says, each when its screen is seen."""

    def __init__(self, pilot: Pilot[Any], app: Feltsense, listener: Listener, voice: GatedVoice) -> None:
        self._pilot = pilot
        self._app = app
        self._listener = listener
        self._voice = voice

    async def run(self) -> None:
        """Answer one step after the other, until the player is left."""
        while True:
            await until(self._pilot, lambda: self._listener.asked is not None or self._app._exit)
            asked = self._listener.asked
            if asked is None:
                return
            await self._answer(asked)
            await self._answered(asked)

    async def _answered(self, asked: object) -> None:
        await until(self._pilot, lambda: self._listener.asked is not asked or self._app._exit)

    async def _answer(self, asked: object) -> None:
        match asked:
            case Introduction():
                if asked.notices:
                    await self._press("DialogScreen", "1")
            case Menu():
                move, ids = self._listener.next_move(), [option.id for option in asked.options]
                await self._press("DialogScreen", str(ids.index(str(move)) + 1) if move in ids else "escape")
            case When():
                answers = self._listener.next_move()
                assert not isinstance(answers, str)
                await self._check_in(asked, answers)
            case Outcome():
                await self._play(asked)
            case ClosingWords():
                await self._press("Afterwards", "enter")
            case FeltsenseError():
                await self._press("DialogScreen", "escape")
            case _:
                await self._press(_SCREENS[str(asked)], "escape")

    async def _check_in(self, when: When, answers: Answers | None) -> None:
        """Answer; where the listener came back to it, from the first question on."""
        await self._press("CheckInScreen")
        screen = self._app.screen
        assert isinstance(screen, CheckInScreen)
        await self._pilot.press(*["escape"] * screen.at)
        await self._pilot.press(*(["escape"] if answers is None else _typed(when, answers)))

    async def _play(self, outcome: Outcome) -> None:
        if outcome not in _KEYS:
            return
        await self._press("PlayerScreen", _KEYS[outcome])
        playing = self._app.playing
        if playing is not None and outcome is not Outcome.ENDED:
            await until(self._pilot, lambda: playing.session.state in (PracticeState.GROUNDING, PracticeState.OVER))
        self._voice.release()

    async def _press(self, screen: str, *keys: str) -> None:
        await until(self._pilot, lambda: type(self._app.screen).__name__ == screen and self._app.screen.is_current)
        await self._pilot.pause()
        await self._pilot.press(*keys)


def _typed(when: When, answers: Answers) -> list[str]:
    """Return the keys that answer the questions, the rest skipped."""
    keys, left = [], dict(answers)
    for question in QUESTIONS[when]:
        if not left:
            break
        value = left.pop(question.field, None)
        if value is None:
            keys.append("enter")
        elif question.field is Field.TOO_MUCH:
            keys.append(_TOO_MUCH[TooMuch(str(value))])
        else:
            keys.append("t" if value == 10 else str(value))
    return [*keys, "tab"]


@pytest.mark.asyncio
@pytest.mark.parametrize("row", ON_FRONT_ENDS, ids=lambda row: row.name)
async def test_each_way_through_on_screens(row: Row, player_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voice, listener, home = GatedVoice(), Listener(row), player_home / "feltsense"
    monkeypatch.setattr("sine_voice.open_voice", voice.open_voice)
    monkeypatch.setattr("feltsense.playback.read_ahead._REST", 0.001)  # rests would hold the speed back

    class TracedOnScreens(Traced):
        """Also has the voice wait for the key that is pressed."""

        def __init__(self, app: PlayerApp, *, from_library: bool) -> None:
            super().__init__(TextualPrompter(app, from_library=from_library), listener)

        def attach(self, session: Session | None) -> None:
            if session is None:
                voice.release()
            else:
                voice.expect(listener.next_outcome())
            super().attach(session)

    monkeypatch.setattr("feltsense.tui.prompter.TextualPrompter", TracedOnScreens)
    workspace = furnish(row, player_home / "work", home)
    services = Services(Environment(workspace, home, clock=lambda: row.now), "silent", 300.0)
    app = Feltsense(services, row.choice)
    async with app.run_test() as pilot:
        await Presser(pilot, app, listener, voice).run()
    services.close()
    assert app.failure is None
    assert tuple(listener.steps) == row.steps
    assert listener.finished
    with open_journal(home) as journal:
        assert recorded(journal, row) == row.journal
