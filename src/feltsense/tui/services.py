"""What stands behind the screens, without any widget: exercises, practices, the journal and the settings."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from feltsense.errors import FeltsenseError
from feltsense.library.catalogue import Listing, find, list_exercises
from feltsense.practice.engine import AudioEngine
from feltsense.practice.menus import JOURNAL_TOLD
from feltsense.practice.speaking_ahead import SpeakingAhead
from feltsense.system.paths import shown_path
from feltsense.system.process_lock import playing_lock
from feltsense.system.settings import Settings, settings_path
from feltsense.tui.background import BackgroundTasks
from feltsense.tui.journal.access import FILE, JournalAccess
from feltsense.tui.settings.preferences import Preferences

if TYPE_CHECKING:
    from feltsense.care.support import SupportBlock, SupportHints
    from feltsense.library.search import SearchIndex
    from feltsense.playback.clock import Clock
    from feltsense.practice.events import Notify
    from feltsense.practice.flow import RecentPractices
    from feltsense.practice.going_on import GoingOn
    from feltsense.practice.options import PracticeChoice
    from feltsense.practice.preparation import PracticeRequest
    from feltsense.practice.session import Session
    from feltsense.practice.suggesting import PracticeHistory
    from feltsense.script.model import Exercise
    from feltsense.system.paths import Workspace
    from feltsense.system.settings import ExerciseSetting
    from feltsense.tui.phone.sharing import PhoneSharing
    from feltsense.voice.port import VoiceStatus

RECEIVED_FOLDER = "received"
"""As `share.inbox` calls it, which is loaded only where there is one."""

_PATIENCE = 0.15
"""Seconds that leaving waits for the voices."""


def _now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Environment:
    """Where everything is, and the clocks."""

    workspace: "Workspace"
    home: Path
    clock: Callable[[], datetime] = _now
    playback_clock: "Clock | None" = None
    """For what is played; None for the real clock."""


@dataclass(frozen=True, slots=True)
class LibraryHistory:
    """What the journal tells the library."""

    last: Mapping[str, datetime]
    """When each exercise was practised last."""
    heard: Mapping[str, datetime]
    """When half of it or more was heard last."""
    notice: str
    """What is to be said below the list."""
    earlier: "PracticeHistory | None" = None
    """What earlier practices say about what to suggest."""
    going_on: "GoingOn | None" = None


class Services:
    """What the screens and the practice flow ask for; fits `practice.flow.PracticeServices`.

    Args:
        environment: where everything is.
        output: the way to the loudspeaker; None for the listener's setting.
        speed: for the silent output, how much faster than time it goes.
    """

    def __init__(self, environment: Environment, output: str | None = None, speed: float = 1.0) -> None:
        self.environment = environment
        self.tasks = BackgroundTasks()
        self.preferences = Preferences(environment.home, self.tasks)
        self.journal = JournalAccess(environment.home)
        self.engine = AudioEngine(
            environment.workspace,
            output or self.settings.output,
            speed,
            environment.playback_clock,
            output_fallback=output is None,
            playing_lock=playing_lock(environment.home),
        )
        self.ahead = SpeakingAhead(self.engine, self._request, self._slow_voices)
        self._own_output = output is None
        self.sharing: PhoneSharing | None = None
        """What is shared with a phone now, or was last."""

    @property
    def settings(self) -> Settings:
        """The listener's settings, as they are now."""
        return self.preferences.settings

    def change(self, **choices: Any) -> None:
        """Use other settings from now on, and save them."""
        self.preferences.change(**choices)
        if "output" in choices and self._own_output:
            self.engine.output = choices["output"]

    def mark_told(self, what: str) -> None:
        """Remember that something has been told that is told only once."""
        self.preferences.mark_told(what)

    def remember(self, setting: "ExerciseSetting", slug: str, value: float | str | None) -> None:
        """Have a setting be another for one exercise from now on, and save it; None for the usual."""
        self.preferences.remember(setting, slug, value)

    def now(self) -> datetime:
        """Return the local time."""
        return self.environment.clock()

    async def own_people(self) -> bool:
        """Tell whether the listener has named people whom they trust."""
        return bool(await self.tasks.run(self.preferences.people_count))

    def listing(self) -> Listing:
        """Return all exercises. Slow."""
        return list_exercises(self.environment.workspace)

    def exercise(self, slug: str) -> "Exercise":
        """Return an exercise that can be played, by its slug or the path of its script. Slow.

        Raises:
            FeltsenseError: it is not there, or its script has errors.
        """
        return find(slug, self.environment.workspace).load_valid()

    def index(self, listing: Listing) -> "SearchIndex":
        """Return what finds exercises of a listing. Slow."""
        import feltsense.practice.suggesting  # noqa: F401, PLC0415 - so that drawing need not wait for it
        from feltsense.library.languages import listener_language  # noqa: PLC0415 - as above
        from feltsense.library.search import SearchIndex  # noqa: PLC0415 - as above

        return SearchIndex(listing.entries, listener_language())

    def history(self) -> "LibraryHistory":
        """Return what the journal tells the library. Slow."""
        notices = list(self.settings.notices)
        introduced = JOURNAL_TOLD in self.settings.told
        last: Mapping[str, datetime] = {}
        heard: Mapping[str, datetime] = {}
        earlier, cut = None, None
        try:
            if (times := self.journal.last_times()) is not None:
                last, heard = times.practised, times.heard
            earlier, cut = self.journal.history(), self._going_on()
            notices.extend(self.journal.notices(introduced=introduced))
            if not introduced and self.journal.error is None:
                self.mark_told(JOURNAL_TOLD)
        except FeltsenseError as error:
            self.journal.drop_damaged(error)
            notices.append(error.message)
        if (self.environment.home / RECEIVED_FOLDER).is_dir():
            from feltsense.tui.phone.waiting import waiting_notice  # noqa: PLC0415 - mostly not needed

            notices.append(waiting_notice(self.environment.home))
        return LibraryHistory(last, heard, " ".join(filter(None, notices)), earlier, cut)

    def _going_on(self) -> "GoingOn | None":
        """Return the practice to go on with.

        Raises:
            JournalError: the journal cannot be read.
        """
        from feltsense.practice.going_on import AMONG, find_going_on  # noqa: PLC0415 - not before the first frame

        recent = self.journal.recent(AMONG)
        newest_first = recent.newest_first if recent is not None else ()
        return find_going_on(newest_first, self.environment.clock(), self.exercise, self.settings.began_s)

    def support(self, hints: "SupportHints", *, people_only: bool = False) -> "tuple[SupportBlock, ...]":
        """Return whom one can turn to. Quick: small files on this machine.

        Args:
            hints: how the front end can add what is missing.
            people_only: whether only the listener's own people are wanted.
        """
        from feltsense.care.support import SupportBlock, people_blocks, support_of  # noqa: PLC0415 - not before the first frame

        blocks = people_blocks(self.preferences.people, hints)
        if self.preferences.people_trouble:
            blocks = (*blocks, SupportBlock((self.preferences.people_trouble,)))
        return blocks if people_only else support_of(blocks, self.settings.region, hints)

    def known_voices(self) -> "tuple[VoiceStatus, ...]":
        """Return the voices there should be, without a look at their engines. Quick: small files on this machine."""
        from feltsense.voice.added.store import added_voices  # noqa: PLC0415 - not before the first frame
        from feltsense.voice.choosing import BUILT_IN_VOICE, SYSTEM_VOICE  # noqa: PLC0415 - as above
        from feltsense.voice.port import VoiceStatus  # noqa: PLC0415 - as above

        there = added_voices()
        known = [
            (BUILT_IN_VOICE, ("en",)),
            *((name, voice.languages) for voice in there for name in voice.offered_names),
        ]
        speakers = {voice.full_name: voice.speakers for voice in there}
        return tuple(
            VoiceStatus(name, works=True, summary="", languages=spoken, speakers=speakers.get(name, ()))
            for name, spoken in (*known, (SYSTEM_VOICE, ()))
        )

    async def find_voices(self) -> "tuple[VoiceStatus, ...]":
        """Return the voices that work here. They are tried on a thread of their own: that may take seconds."""
        return await self.tasks.probe(self.voices)

    def voices(self) -> "tuple[VoiceStatus, ...]":
        """Return those of the known voices that work here, in the same order. Very slow."""
        from feltsense.voice.added.model import without_speaker  # noqa: PLC0415 - not before the first frame
        from feltsense.voice.registry import voice_statuses  # noqa: PLC0415 - looks at engines

        working = {status.name for status in voice_statuses() if status.works}
        return tuple(voice for voice in self.known_voices() if without_speaker(voice.name) in working)

    def soundscapes(self) -> dict[str, str]:
        """Return the backgrounds there are: names, each with what it is called. Slow."""
        from feltsense.mix.soundscapes.registry import SOUNDSCAPES  # noqa: PLC0415 - loads numpy

        return {each.name: each.title for each in SOUNDSCAPES.values()}

    def files(self) -> dict[str, str]:
        """Return what is kept where, as people read it."""
        home, workspace = self.environment.home, self.environment.workspace
        return {
            "Exercises": shown_path(workspace.exercises),
            "Speech": shown_path(workspace.audio_cache),
            "Journal": shown_path(home / FILE),
            "Settings": shown_path(settings_path(home)),
        }

    async def open_session(self, choice: "PracticeChoice", notify: "Notify") -> "Session":
        """Return a session of an exercise, not begun yet.

        Raises:
            FeltsenseError: there is no such exercise, or its script has errors.
        """
        return await self.tasks.run(self.session, choice, notify)

    def session(self, choice: "PracticeChoice", notify: "Notify") -> "Session":
        """Return a session of an exercise, not begun yet. Slow."""
        from feltsense.practice.flow import open_session  # noqa: PLC0415 - not before the first frame

        clock = self.environment.playback_clock
        return open_session(choice, self.settings, self.engine, self.journal.open(), notify, clock)

    def close_session(self, session: "Session") -> None:
        """Leave a session without waiting for it; what is to be written will be."""
        self.tasks.start(session.close)

    def _request(self, choice: "PracticeChoice") -> "PracticeRequest":
        from feltsense.practice.preparation import practice_request  # noqa: PLC0415 - not before the first frame

        return practice_request(choice, self.settings, self.environment.workspace)

    def _slow_voices(self) -> bool:
        from feltsense.voice.added.store import added_voices  # noqa: PLC0415 - not before the first frame
        from feltsense.voice.registry import is_slow  # noqa: PLC0415 - as above

        return any(is_slow(voice.full_name) for voice in added_voices())

    async def gentle_pieces(self) -> frozenset[str]:
        """Return the gentle exercises that can be played."""
        from feltsense.practice.rescue import gentle_pieces  # noqa: PLC0415 - not before the first frame

        return await self.tasks.run(gentle_pieces, self.environment.workspace)

    async def recent_practices(self, count: int) -> "RecentPractices | None":
        """Return the newest practices; None where there is no journal."""
        return await self.tasks.run(self.journal.recent, count)

    def close(self) -> None:
        """Wait for what is to be saved, and let go of everything; of a voice that is still being loaded, later."""
        if self.sharing is not None:
            self.sharing.close()
        self.tasks.wait()
        self.journal.close()
        closing = threading.Thread(target=self._close_engine, name="feltsense close", daemon=True)
        closing.start()
        closing.join(_PATIENCE)
        self.tasks.raise_failure()

    def _close_engine(self) -> None:
        self.ahead.close()
        self.engine.close()
