"""PlainPlayback a session line by line, from the first word to the last."""

import queue
import time
from collections.abc import Callable

from feltsense.cli.plain.console import Console
from feltsense.cli.plain.transcript import Transcript
from feltsense.mix.soundscapes.registry import names
from feltsense.playback.port import DeviceBack, DeviceLost, Silenced, Underrun
from feltsense.practice.events import (
    Broken,
    Event,
    Finished,
    Grounded,
    Grounding,
    NotGrounded,
    NotKept,
    NotPrepared,
)
from feltsense.practice.levels import LOUDER, next_background
from feltsense.practice.player import ExercisePlayer
from feltsense.practice.session import PracticeState, Session
from feltsense.script.options import OFF

_LOOK = 0.1
"""Seconds between two looks at where playing is."""

_PATIENCE = 1.0
"""Seconds of getting ready after which it is said that it takes a moment."""

KEYS = (
    "While it plays: Enter pauses and goes on, n next phrase, p previous phrase, nn and pp a section, "
    "+ and - volume, b background softer, off or louder, bg rain another one, bg off none, "
    "e ends it kindly, g grounds me now, ? support."
)

_WISHES: dict[str, Callable[[Session], None]] = {
    "": lambda session: session.steer(ExercisePlayer.toggle),
    "n": lambda session: session.steer(ExercisePlayer.next_phrase),
    "p": lambda session: session.steer(ExercisePlayer.previous_phrase),
    "nn": lambda session: session.steer(ExercisePlayer.next_section),
    "pp": lambda session: session.steer(ExercisePlayer.previous_section),
    "+": lambda session: session.set_volume(round(session.volume + LOUDER, 2)),
    "-": lambda session: session.set_volume(round(session.volume - LOUDER, 2)),
    "e": Session.end,
    "g": Session.ground,
}
_SEEKS = ("n", "p", "nn", "pp")


class PlainPlayback:
    """Plays one session and prints what is heard.

    Args:
        console: where lines go, and come from.
        support: prints whom one can talk to.
        now: seconds, to notice when getting ready takes a while.
    """

    def __init__(
        self, console: Console, support: Callable[[], None], now: Callable[[], float] = time.monotonic
    ) -> None:
        self.told: queue.Queue[Event] = queue.Queue()
        """What the session is to tell its events to: `told.put`."""
        self.chosen_background: str | None = None
        """The background that was chosen while playing, or `OFF`; None while it is the exercise's own."""
        self._now = now
        self._waiting_until: float | None = None
        """When it is said that getting ready takes a moment; None once it has been, or need not be."""
        self._console = console
        self._support = support
        self._part: ExercisePlayer | None = None
        self._script: Transcript | None = None
        self._paused = False

    def play(self, session: Session) -> Event:
        """Play until it is over; return what ended it."""
        self._waiting_until = self._now() + _PATIENCE
        session.play()
        while True:
            try:
                event = self.told.get(timeout=_LOOK)
            except queue.Empty:
                event = None
            over = event is not None and self._over(event)
            self._tell_waiting(session)
            self._print_until_now(session)
            if event is not None and over:
                return event
            self._wishes(session)

    def _over(self, event: Event) -> bool:
        match event:
            case Finished() | Grounded() | NotGrounded() | NotPrepared() | Broken():
                return True
            case Grounding():
                self._console.say("\n(this fades, and something steady follows)")
            case NotKept():
                self._console.tell(f"({event.error.message} {event.error.hint})")
            case Silenced() | DeviceLost():
                self._console.tell(f"({event.reason} It goes on here in words.)")
            case DeviceBack():
                self._console.say("(sound is back)")
            case Underrun():
                self._console.say("(one moment)")
            case _:
                pass
        return False

    def _tell_waiting(self, session: Session) -> None:
        """Say once that it takes a moment, if it does."""
        if session.state is not PracticeState.STARTING:
            self._waiting_until = None
        elif self._waiting_until is not None and self._now() >= self._waiting_until:
            self._waiting_until = None
            self._console.say("(getting ready, a moment)")

    def _print_until_now(self, session: Session) -> None:
        part = session.part
        if part is None:
            return
        if self._script is None or part is not self._part:
            self._part, self._script = part, Transcript(part.timeline)
        for line in self._script.until(part.position):
            self._console.say(line)

    def _wishes(self, session: Session) -> None:
        """Do what was typed meanwhile."""
        line = self._console.typed()
        wish = None if line is None else line.lower()
        if wish == "?":
            self._support()
        elif wish == "b":
            self._change_background(session)
        elif wish is not None and wish.split()[:1] == ["bg"]:
            self._change_soundscape(session, wish.removeprefix("bg").strip())
        elif wish in _WISHES:
            _WISHES[wish](session)
            self._tell_after(wish, session)
        elif wish is not None:
            self._console.tell(KEYS)

    def _change_background(self, session: Session) -> None:
        """Go on to the next level of the background."""
        level, words = next_background(session.background)
        session.set_background(level)
        self._console.say(f"({words})")

    def _change_soundscape(self, session: Session, name: str) -> None:
        """Change to another background, or to none by `OFF`; say which there are where that is none of them."""
        part = session.part
        if part is None:
            self._console.say("(getting ready, a moment)")
            return
        if name not in (there := (*names(), OFF)):
            self._console.tell(f"(bg takes one of these: {', '.join(there)})")
            return
        part.set_soundscape(None if name == OFF else name)  # not by `steer`: it takes a moment
        if name != OFF and session.background is None:
            session.set_background(0.0)  # who asks for one wants to hear it
        self.chosen_background = name
        self._console.say("(no background)" if name == OFF else f"(background: {name})")

    def _tell_after(self, wish: str, session: Session) -> None:
        if wish in _SEEKS and self._script is not None and self._part is not None:
            self._script.skipped_to(self._part.position)
        if session.paused is not self._paused:
            self._paused = session.paused
            self._console.say("(paused)" if self._paused else "(going on)")
