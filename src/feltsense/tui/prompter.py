"""The practice flow on screens: fits `practice.flow.Prompter`."""

from typing import TYPE_CHECKING

from feltsense.errors import FeltsenseError
from feltsense.journal.model import CheckIn, Field, When
from feltsense.practice.check_in import Value
from feltsense.practice.events import Event, FinalEvent
from feltsense.practice.menus import GO_ON, ClosingWords, Introduction, Menu
from feltsense.practice.session import Session
from feltsense.tui import dialogs
from feltsense.tui.checkin.afterwards import Afterwards
from feltsense.tui.checkin.screen import CheckInScreen
from feltsense.tui.player.model import PlayerModel
from feltsense.tui.player.screen import PlayerScreen
from feltsense.tui.port import PlayerApp

if TYPE_CHECKING:
    from feltsense.practice.flow import RecordAnswer


class TextualPrompter:
    """A front end of screens, one for each step. Its methods are called from a worker of the app.

    Args:
        app: what shows them.
        from_library: whether the practice was begun in the library, which shows what is told first.
    """

    def __init__(self, app: PlayerApp, *, from_library: bool) -> None:
        self._app = app
        self._from_library = from_library
        self._model: PlayerModel | None = None
        self.played = False
        """Whether anything was played."""
        self._left_at = 0
        """The question at which the last check-in was left."""

    def notify(self, event: Event) -> None:
        """Hand an event to the app, from any thread."""
        self._app.post_session_event(event)

    def attach(self, session: Session | None) -> None:
        """Have all that follows be about this session."""
        app, model = self._app, None
        if session is not None:
            settings = app.services.settings
            model = PlayerModel(session, app.motion, captions=settings.captions, defer=app.services.tasks.start)
        self._model = app.playing = model

    async def introduce(self, words: Introduction) -> bool:
        """Show what is to be told, unless the library has shown it."""
        if not words.notices or self._from_library:
            return True
        return await self._app.ask(dialogs.notice(words)) == GO_ON

    async def choose(self, menu: Menu) -> str:
        """Show a menu."""
        return await self._app.ask(dialogs.dialog_of(menu))

    async def check_in(self, when: When, record: "RecordAnswer", said: CheckIn | None = None) -> CheckIn | None:
        """Show one question after the other."""
        model = self._attached()

        def status() -> str:
            return model.status if when is When.BEFORE else model.journal_trouble

        def answered(field: Field, value: Value) -> None:
            self._app.services.tasks.watch(record(field, value))  # the screen goes on at once

        at = 0 if said is None else self._left_at
        screen = CheckInScreen(when, answered, status, said, at)
        answers = await self._app.push_screen_wait(screen)
        self._left_at = screen.at
        return answers

    async def play(self) -> FinalEvent:
        """Show the player; remember whether words are read, also where it is left in the middle."""
        model, services = self._attached(), self._app.services
        captions = model.captions
        self.played = True
        try:
            return await self._app.push_screen_wait(self._player_screen(model))
        finally:
            if model.captions is not captions:
                services.change(captions=model.captions)

    def _player_screen(self, model: PlayerModel) -> PlayerScreen:
        settings = self._app.services.settings
        return PlayerScreen(
            model,
            dark=settings.eyes_closed,
            dark_after_voice=settings.dark_after_voice,
            stays=self._from_library,
        )

    async def show_words(self, words: ClosingWords) -> None:
        """Show the words after a practice."""
        await self._app.push_screen_wait(Afterwards(words, last=not self._from_library))

    async def show_people(self) -> None:
        """Show the listener's own people only: helplines are another choice."""
        await self._app.push_screen_wait(self._app.support_screen(people_only=True))

    async def show_helplines(self) -> None:
        """Show whom one can turn to."""
        await self._app.push_screen_wait(self._app.support_screen())

    async def show_error(self, error: FeltsenseError) -> None:
        """Show what went wrong."""
        await self._app.ask(dialogs.trouble(error))

    def _attached(self) -> PlayerModel:
        if self._model is None:
            raise RuntimeError("no session is attached")
        return self._model
