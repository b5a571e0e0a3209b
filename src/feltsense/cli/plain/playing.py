"""Plays a session line by line, from the first word to the last, and reads the lines that steer it."""

import queue
import time
from collections.abc import Callable

from feltsense.cli.plain.backgrounds import BackgroundLines
from feltsense.cli.plain.console import Console
from feltsense.cli.plain.support import SupportLines
from feltsense.cli.plain.suspending import Suspension, suspended_by_terminal
from feltsense.cli.plain.transcript import Transcript
from feltsense.playback import navigation
from feltsense.playback.port import AlsoPlaying, DeviceBack, DeviceLost, Silenced, Underrun
from feltsense.practice.events import (
    Event,
    FinalEvent,
    Finished,
    Grounded,
    Grounding,
    GroundingFailed,
    JournalFailed,
    LengthMissed,
    PlaybackFailed,
    PracticeState,
    PreparationFailed,
    Preparing,
    Substituted,
)
from feltsense.practice.options import VOLUME_STEP, next_timer
from feltsense.practice.player import ExercisePlayer
from feltsense.practice.session import Session
from feltsense.practice.wishes import ENDING

_LOOK = 0.1
"""Seconds between two looks at where playing is."""

_PATIENCE = 1.0
"""Seconds of getting ready after which it is said that it takes a moment."""

FIRST_KEYS = (
    "While it plays: Enter pauses and goes on, e ends it kindly, g is for “ground me now”, "
    "? shows people to talk to. k shows all that can be typed."
)
"""What can be typed while it plays, as it is told beforehand: the least that somebody needs."""

KEYS = (
    "While it plays, type one of these, and Enter:",
    "Enter alone: pause, and go on",
    "n and p: next phrase, previous phrase",
    "nn and pp: next section, previous section",
    "+ and -: louder, softer",
    "b: the background softer, off or louder",
    "bg rain: another background, kept for this exercise",
    "bg off: no background",
    "then rain 30: rain for 30 minutes after the voice",
    "then off: nothing after the voice",
    "t: sleep timer, 15, 30, 45 or 60 minutes, or off",
    "e: end it kindly",
    "g: ground me now",
    "?: people to talk to",
)
"""All of it, a line each."""

_ALL_KEYS = "k"
"""What shows them."""

_COMMANDS: dict[str, Callable[[Session], None]] = {
    "": lambda session: session.steer(ExercisePlayer.toggle),
    "n": lambda session: session.steer(ExercisePlayer.next_phrase),
    "p": lambda session: session.steer(ExercisePlayer.previous_phrase),
    "nn": lambda session: session.steer(ExercisePlayer.next_section),
    "pp": lambda session: session.steer(ExercisePlayer.previous_section),
    "+": lambda session: session.sound.set_volume(round(session.sound.volume + VOLUME_STEP, 2)),
    "-": lambda session: session.sound.set_volume(round(session.sound.volume - VOLUME_STEP, 2)),
    "e": Session.end,
    "g": Session.ground,
}
_SEEKS = {
    "n": (navigation.next_phrase, "there is no further phrase"),
    "p": (navigation.previous_phrase, "there is no earlier phrase"),
    "nn": (navigation.next_section, "there is no further section"),
    "pp": (navigation.previous_section, "there is no earlier section"),
}
"""Where each leads to, and what is said where that is nowhere."""
_WHILE_HEARD = ("", *_SEEKS)
"""What only does something while something is heard."""


class PlainPlayback:
    """Plays one session and prints what is heard.

    Args:
        console: where lines go, and come from.
        support: prints whom one can talk to, where a line asks for them.
        now: seconds, to notice when getting ready takes a while.
    """

    def __init__(self, console: Console, support: SupportLines, now: Callable[[], float] = time.monotonic) -> None:
        self.events: queue.Queue[Event] = queue.Queue()
        """Where the session's events go: `events.put`."""
        self._now = now
        self._waiting_until: float | None = None
        """When it is said that getting ready takes a moment; None once it has been, or need not be."""
        self._console = console
        self._support = support
        self._backgrounds = BackgroundLines(console)
        self._shown: ExercisePlayer | None = None
        self._transcript: Transcript | None = None
        self._paused = False
        self._all_first = False

    def play(self, session: Session) -> FinalEvent:
        """Play until it is over; return what ended it."""
        self._waiting_until = self._now() + _PATIENCE
        session.play()
        with suspended_by_terminal() as suspension:
            while (ended := self._look(session)) is None:
                self._obey(session)
                if suspension.asked:
                    self._suspend(session, suspension)
        return ended

    def _look(self, session: Session) -> FinalEvent | None:
        """Write what has happened, and what was heard; return what ended it."""
        try:
            event = self.events.get(timeout=_LOOK)
        except queue.Empty:
            event = None
        ended = self._write_event(event)
        self._write_waiting(session)
        self._write_until_now(session)
        return ended

    def _suspend(self, session: Session, suspension: Suspension) -> None:
        """Wait in the shell; what is heard waits too, and that is said when somebody is back."""
        session.steer(ExercisePlayer.pause)
        suspension.stop()
        self._paused = session.paused
        if self._paused:
            self._console.write_paragraph("(paused; Enter goes on)")

    def _write_event(self, event: Event | None) -> FinalEvent | None:
        """Write what is to be said of an event; return it when it ends the session."""
        match event:
            case Finished() | Grounded() | GroundingFailed() | PreparationFailed() | PlaybackFailed():
                return event
            case Grounding():
                self._console.write("\n(this fades, and something steady follows)")
            case JournalFailed():
                self._console.write_paragraph(f"({event.error.message} {event.error.hint})")
            case Substituted() | LengthMissed() | AlsoPlaying():
                self._console.write_paragraph(f"({event.message})")
            case Silenced() | DeviceLost():
                self._console.write_paragraph(f"({event.reason} It goes on here in words.)")
            case DeviceBack():
                self._console.write_paragraph("(sound is back)")
            case Underrun():
                self._console.write_paragraph("(one moment)")
            case Preparing():
                self._all_first = event.done > 0
            case _:
                pass
        return None

    def _write_waiting(self, session: Session) -> None:
        """Write once that it takes a moment, if it does."""
        if session.state is not PracticeState.STARTING:
            self._waiting_until = None
        elif self._waiting_until is not None and self._now() >= self._waiting_until:
            self._waiting_until = None
            self._console.write_paragraph(
                "(a close fit: all of it is spoken first, a moment)" if self._all_first else "(getting ready, a moment)"
            )

    def _write_until_now(self, session: Session) -> None:
        part = session.player
        if part is None or session.state is PracticeState.STARTING:  # its device may still be opened
            return
        if self._transcript is None or part is not self._shown:
            self._shown, self._transcript = part, Transcript(part.timeline)
            self._transcript.skipped_to(part.began)
        self._transcript.follow(part.timeline)
        if part.position < part.performance.settled or part.performance.settled == part.timeline.length:
            for line in self._transcript.until(part.position):
                self._console.write(line)

    def _obey(self, session: Session) -> None:
        """Do what was typed meanwhile."""
        line = self._console.typed_line()
        if line is None or self._support.answers(line):
            return
        command, *words = line.lower().split() or [""]
        if command in _COMMANDS and not words:
            self._steer(command, session)
        elif command == "b" and not words:
            self._backgrounds.change_level(session)
        elif command == "t" and not words:
            self._set_timer(session)
        elif command == "then":
            self._backgrounds.follow_with(session, words)
        elif command == "bg":
            self._backgrounds.choose(session, " ".join(words))
        elif line.lower() == _ALL_KEYS:
            for key in KEYS:
                self._console.write_paragraph(key)
        elif not self._support.needed(line):
            self._console.write_paragraph(FIRST_KEYS)

    def _steer(self, command: str, session: Session) -> None:
        """Steer what is heard, and say what that did where nothing else tells it."""
        state, nowhere = session.state, _nowhere(command, session.player)
        _COMMANDS[command](session)
        if command in ("+", "-"):
            self._console.write_paragraph(f"({_volume_in_words(session.sound.volume)})")
        elif command == "e" and session.state is not PracticeState.OVER:
            self._console.write_paragraph(f"({ENDING})")
        elif command in _WHILE_HEARD and state is PracticeState.STARTING:
            self._console.write_paragraph("(it is getting ready, and begins by itself)")
        elif command in _WHILE_HEARD and state is PracticeState.ENDING:
            self._console.write_paragraph(f"({ENDING})")
        elif nowhere:
            self._console.write_paragraph(f"({nowhere})")
        elif command == "g" and state is PracticeState.GROUNDING:
            self._console.write_paragraph("(that is on its way, or here already)")
        else:
            self._write_after(command, session)

    def _set_timer(self, session: Session) -> None:
        """Go on to the next time of the sleep timer."""
        minutes, words = next_timer(session.night.timer_minutes)
        self._console.write_paragraph(f"({session.night.set_timer(minutes) or words})")

    def _write_after(self, command: str, session: Session) -> None:
        if command in _SEEKS and self._transcript is not None and self._shown is not None:
            self._transcript.skipped_to(self._shown.position)
        if session.paused is not self._paused:
            self._paused = session.paused
            self._console.write_paragraph("(paused)" if self._paused else "(going on)")


def _nowhere(command: str, part: ExercisePlayer | None) -> str:
    """Return what is said where a command leads nowhere; empty where it leads somewhere, or is none that leads."""
    if part is None or command not in _SEEKS:
        return ""
    way, words = _SEEKS[command]
    return words if way(part.timeline, part.position) is None else ""


def _volume_in_words(volume: float) -> str:
    """Return a volume from 0 to 1 in words."""
    percent = round(volume * 100)
    end = ", no sound" if not percent else ", the loudest" if percent == 100 else ""
    return f"volume {percent} percent{end}"
