"""Everything behind the screens, in one place: exercises, practices, journal and settings, without any widget."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from feltsense.care.people import Person, load_people, save_people
from feltsense.errors import FeltsenseError, SettingsError
from feltsense.library.catalogue import Listing, find, list_exercises
from feltsense.practice.engine import AudioEngine
from feltsense.practice.menus import journal_notice
from feltsense.practice.safety import suggestion
from feltsense.system import settings as kept
from feltsense.system.paths import shown_path

if TYPE_CHECKING:
    from feltsense.journal.store import Journal
    from feltsense.playback.clock import Clock
    from feltsense.practice.events import Notify
    from feltsense.practice.flow import RecentPractices
    from feltsense.practice.options import PracticeChoice
    from feltsense.practice.session import Session
    from feltsense.script.model import Exercise
    from feltsense.system.paths import Workspace
    from feltsense.tui.widgets.reading import Paragraph

Result = TypeVar("Result")
Choose = Callable[[kept.Settings], dict[str, Any]]
"""Tells what changes, from how the settings are: another player may have changed them since."""

_PATIENCE = 0.15
"""Seconds that leaving waits for the voices."""

JOURNAL_FILE = "journal.db"
"""As `journal.database` calls it, which loads sqlite."""

_RECENT = 20
"""So many practices are looked at before something is suggested."""


def _now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Environment:
    """Where everything is, and what goes for time."""

    workspace: "Workspace"
    home: Path
    clock: Callable[[], datetime] = _now
    clockwork: "Clock | None" = None
    """For what is played; None for the real clock."""


class Services:
    """What the screens ask for. What may be slow is done on one thread of its own, in the order it was asked.

    Args:
        place: where everything is.
        output: the way to the loudspeaker; None for the listener's setting.
        speed: for the silent output, how much faster than time it goes.
    """

    def __init__(self, place: Environment, output: str | None = None, speed: float = 1.0) -> None:
        self.place = place
        self.settings = kept.load_settings(place.home)
        self._output = output
        self.stage = AudioEngine(
            place.workspace, output or self.settings.output, speed, place.clockwork, output_fallback=output is None
        )
        self.journal_trouble: FeltsenseError | None = None
        """Why nothing is kept, if it is not."""
        self._failure: BaseException | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="feltsense keep")
        self._probes = ThreadPoolExecutor(1, thread_name_prefix="feltsense probe")
        self._journal: Journal | None = None

    def later(self, work: Callable[..., Result], *arguments: Any) -> "Future[Result]":
        """Do `work` on the thread for slow things."""
        return self._thread.submit(work, *arguments)

    def aside(self, work: Callable[..., object], *arguments: Any) -> None:
        """Do `work` on the thread for slow things; what it raises is raised by `close`."""
        self.watch(self.later(work, *arguments))

    def watch(self, work: "Future[Any]") -> None:
        """Have `close` raise what goes wrong in work that is done elsewhere."""
        work.add_done_callback(self._note)

    async def soon(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """Do `work` on the thread for slow things, and wait for it without holding up the screen."""
        return await asyncio.wrap_future(self.later(work, *arguments))

    def listing(self) -> Listing:
        """Return all exercises. Slow: call it on the thread."""
        return list_exercises(self.place.workspace)

    def told(self, what: str) -> bool:
        """Tell whether something that is told only once has been."""
        return what in self.settings.told

    def mark_told(self, what: str) -> None:
        """Remember that it has been told."""
        self._change(lambda now: {"told": now.told | {what}})

    def remember_length(self, slug: str, minutes: float) -> None:
        """Remember how long an exercise is to last."""
        self._change(lambda now: {"lengths": {**now.lengths, slug: minutes}})

    def exercise(self, slug: str) -> "Exercise":
        """Return an exercise that can be played, by its slug or the path of its script. Slow: call it on the thread.

        Raises:
            FeltsenseError: it is not there, or its script has errors.
        """
        return find(slug, self.place.workspace).load_valid()

    def journal(self) -> "Journal | None":
        """Return the journal; None, with `journal_trouble`, when it cannot be used. Slow: call it on the thread.

        It is tried anew each time: what was in its way may be gone.
        """
        from feltsense.journal.store import open_journal  # noqa: PLC0415 - loads sqlite

        journal = self._journal
        if journal is None:
            try:
                journal = self._journal = open_journal(self.place.home)
                self.journal_trouble = None
            except FeltsenseError as error:
                self.journal_trouble = error
        return journal

    def look_after(self, error: FeltsenseError) -> None:
        """Let go of a journal that turned out to be damaged and was set aside; the next practice begins a new one."""
        from feltsense.journal.database import DamagedError  # noqa: PLC0415 - as above

        if isinstance(error, DamagedError):
            self._journal = None

    def history(self) -> tuple[dict[str, datetime], str]:
        """Return when each exercise was practised last, and what is to be said below the library. Slow, as above."""
        notices = list(self.settings.notices)
        last: dict[str, datetime] = {}
        try:
            journal = self.journal()
            if journal is not None:
                last = journal.last_practised()
                notices += self._of(journal)
            elif self.journal_trouble is not None:
                notices.append(f"{self.journal_trouble.message} Nothing is kept.")
        except FeltsenseError as error:
            self.look_after(error)
            notices.append(error.message)
        return last, " ".join(notices)

    def support(self) -> "tuple[Paragraph, ...]":
        """Return whom one can turn to. Quick: small files on this machine."""
        from feltsense.care.support import load_support  # noqa: PLC0415 - not before the first frame
        from feltsense.tui.widgets.reading import Paragraph  # noqa: PLC0415 - as above

        blocks = load_support(self.place.home, self.settings.region)
        return tuple(Paragraph("\n".join(block.lines), block.head) for block in blocks)

    def people(self) -> tuple[Person, ...]:
        """Return the listener's own people.

        Raises:
            FeltsenseError: they cannot be read.
        """
        return load_people(self.place.home)

    def keep_people(self, people: tuple[Person, ...]) -> None:
        """Keep the listener's own people, aside. That they cannot be kept is told in the notices of the settings."""
        self.aside(self._keep_people, people)

    def people_count(self) -> int:
        """Return how many people the listener has named; 0 when that cannot be read."""
        try:
            return len(self.people())
        except FeltsenseError:
            return 0

    async def find_voices(self) -> tuple[str, ...]:
        """Return the voices that work here. They are tried on a thread of their own: that may take seconds."""
        return await asyncio.wrap_future(self._probes.submit(self.voices))

    def voices(self) -> tuple[str, ...]:
        """Return the voices that work here. Very slow."""
        from feltsense.voice.registry import voice_statuses  # noqa: PLC0415 - looks at engines

        return tuple(status.name for status in voice_statuses() if status.works)

    def soundscapes(self) -> tuple[str, ...]:
        """Return the backgrounds there are. Slow, as above."""
        from feltsense.mix.soundscapes.registry import names  # noqa: PLC0415 - loads numpy

        return names()

    def files(self) -> dict[str, str]:
        """Return what is kept where, as people read it."""
        home, workspace = self.place.home, self.place.workspace
        return {
            "Exercises": shown_path(workspace.exercises),
            "Speech": shown_path(workspace.audio_cache),
            "Journal": shown_path(home / JOURNAL_FILE),
            "Settings": shown_path(kept.settings_path(home)),
        }

    async def open_session(self, choice: "PracticeChoice", notify: "Notify") -> "Session":
        """Return a session of an exercise, not begun yet.

        Raises:
            FeltsenseError: there is no such exercise, or its script has errors.
        """
        return await self.soon(self.session, choice, notify)

    def session(self, choice: "PracticeChoice", notify: "Notify") -> "Session":
        """Return a session of an exercise, not begun yet. Slow: call it on the thread."""
        from feltsense.practice.flow import open_session  # noqa: PLC0415 - not before the first frame

        return open_session(choice, self.settings, self.stage, self.journal(), notify, self.place.clockwork)

    def close_session(self, session: "Session") -> None:
        """Leave a session, aside; what is to be written will be."""
        self.aside(session.close)

    async def gentle_pieces(self) -> frozenset[str]:
        """Return the gentle exercises that can be played."""
        from feltsense.practice.rescue import gentle_pieces  # noqa: PLC0415 - not before the first frame

        return await self.soon(gentle_pieces, self.place.workspace)

    async def recent_practices(self, count: int) -> "RecentPractices | None":
        """Return the newest practices; None where there is no journal."""
        return await self.soon(self._recent_practices, count)

    def change(self, **choices: Any) -> None:
        """Use other settings from now on, and keep them. Those that cannot be kept hold until the end."""
        self._change(lambda _: choices)
        if "output" in choices and self._output is None:
            self.stage.output = choices["output"]

    def close(self) -> None:
        """Wait for what is to be kept, and let go of everything; of a voice that is still being loaded, later."""
        self._probes.shutdown(wait=False, cancel_futures=True)
        self._thread.shutdown(wait=True)
        if self._journal is not None:
            self._journal.close()
        putting_away = threading.Thread(target=self.stage.close, name="feltsense put away", daemon=True)
        putting_away.start()
        putting_away.join(_PATIENCE)
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    def _of(self, journal: "Journal") -> Iterator[str]:
        """Yield what is to be said of the journal, and of what is in it."""
        if journal.set_aside is not None:
            yield f"The journal was damaged and was set aside as {journal.set_aside.name}; a new one begins."
        if not self.told("journal"):
            self.mark_told("journal")
            yield journal_notice(shown_path(journal.path))
            return
        suggested = suggestion(journal.practices(_RECENT))
        if suggested:
            yield suggested

    def _recent_practices(self, count: int) -> "RecentPractices | None":
        from feltsense.practice.flow import RecentPractices  # noqa: PLC0415 - not before the first frame

        journal = self.journal()
        if journal is None:
            return None
        try:
            return RecentPractices(shown_path(journal.path), journal.practices(count))
        except FeltsenseError as error:
            self.look_after(error)
            return RecentPractices(shown_path(journal.path), trouble=error.message)

    def _note(self, done: "Future[object]") -> None:
        self._failure = self._failure or done.exception()

    def _change(self, choose: Choose) -> None:
        self.settings = replace(self.settings, **choose(self.settings))
        self.aside(self._keep, choose)

    def _keep(self, choose: Choose) -> None:
        try:
            kept.change_settings(self.place.home, **choose(kept.load_settings(self.place.home)))
        except SettingsError as error:
            self._notice(error)

    def _keep_people(self, people: tuple[Person, ...]) -> None:
        try:
            save_people(self.place.home, people)
        except FeltsenseError as error:
            self._notice(error)

    def _notice(self, error: FeltsenseError) -> None:
        """Have it told once, in the library and in the settings."""
        notices = dict.fromkeys((*self.settings.notices, error.message))
        self.settings = replace(self.settings, notices=tuple(notices))
