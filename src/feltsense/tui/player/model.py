"""A practice as a player shows it: what is seen at a moment, and what keys do. No terminal is needed."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from feltsense.errors import SoundError
from feltsense.playback.port import AlsoPlaying, DeviceBack, DeviceLost, Silenced, Underrun
from feltsense.practice.events import (
    Event,
    FinalEvent,
    Finished,
    Grounded,
    GroundingFailed,
    JournalFailed,
    LengthMissed,
    PlaybackFailed,
    PracticeState,
    PreparationFailed,
    Prepared,
    Preparing,
    Substituted,
)
from feltsense.practice.options import REST_MINUTES, VOLUME_STEP, next_background, next_timer
from feltsense.practice.player import ExercisePlayer
from feltsense.practice.session import Session
from feltsense.practice.wishes import ENDING, NO_BACKGROUND, PracticeWish
from feltsense.script.options import OFF
from feltsense.system.settings import Motion
from feltsense.timeline.playhead import PlayheadState
from feltsense.tui.player.caption import Caption, caption_of, waiting_for, without_words
from feltsense.tui.player.track import Track, track_of

_SHORTLY = 4.0
"""Seconds that a passing notice stays."""

CLOSE_FIT = "a close fit: all is spoken first"
"""The length is so near to what the script allows that nothing is heard before it is sure."""

WAKING = "the voice is waking"
"""Nothing is known yet: what reads is still being loaded."""

ON_ITS_WAY = "here in a moment"
"""Nothing is heard yet, and no voice is loaded for it, or that is not what counts now."""

PAUSED, PAUSED_HINT = "paused", "space goes on, Escape ends it"

NOT_ALL_KEPT = "not everything could be written into your journal"
"""It stays: what was said before that may well be kept, and what follows too."""


@dataclass(frozen=True, slots=True)
class View:
    """All that the player shows at a moment."""

    title: str
    caption: Caption
    track: Track | None
    """None while nothing is known of it yet."""
    moment: PlayheadState | None
    notice: str
    paused: bool

    @property
    def breathing(self) -> bool:
        """Tell whether a breath is under way."""
        return self.moment is not None and self.moment.breath is not None


class PlayerModel:
    """What stands between a practice and the screen.

    Args:
        session: the practice.
        motion: how much may move.
        captions: whether the words are read, too.
        defer: does what takes a moment, in order, without holding up the screen.
        now: seconds, for passing notices.
    """

    def __init__(
        self,
        session: Session,
        motion: Motion,
        *,
        captions: bool = True,
        defer: Callable[[Callable[[], None]], object] = lambda work: work(),
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.session = session
        self.motion = motion
        self.captions = captions
        self.ended: FinalEvent | None = None
        """How it ended, once it has."""
        self._defer = defer
        self.now = now
        self._ready = False
        self._spoken = (0, 0)
        self._passing = ("", 0.0)
        self._ending = False
        self._resting_with = ""
        """The background that was chosen where only that is heard; empty for the one it began with."""
        self._behind: int | None = None
        """The frame at which the voice was not there in time; None once it was."""
        self._device = ""
        """What is to be said of the loudspeaker, as long as it is so."""
        self.journal_trouble = ""
        """What is to be said of the journal, once something could not be written into it."""
        self._deviations = ""
        """What is not as it was asked for, and why."""

    @property
    def readiness(self) -> str:
        """How far preparation is, in a few words."""
        if isinstance(self.ended, PreparationFailed | PlaybackFailed):
            return ""
        if self._ready:
            return "ready when you are"
        done, total = self._spoken
        if not total:
            return ON_ITS_WAY if self.alone else WAKING
        return f"{CLOSE_FIT} · {done} of {total}" if done else f"getting ready · phrase 1 of {total}"

    @property
    def status(self) -> str:
        """What is said below the questions before a practice: what is not as it should be, or how far it is."""
        return self.journal_trouble or self._deviations or self.readiness

    def handle(self, event: Event) -> None:
        """Handle an event of the session."""
        match event:
            case Preparing():
                self._spoken = event.done, event.total
            case Prepared():
                self._ready = True
            case Finished() | Grounded() | GroundingFailed() | PreparationFailed() | PlaybackFailed():
                self.ended = self.ended or event
            case _:
                self._note(event)

    def view(self) -> View:
        """Return what is seen now."""
        part = self.session.player
        heard = self.session.state in (
            PracticeState.PLAYING,
            PracticeState.ENDING,
            PracticeState.OVER,
        ) or self._grounding(part)
        if part is None or not heard:
            return self._waiting()
        moment = part.moment()
        if moment.resting and self._resting_with:
            moment = replace(moment, title=self._resting_with)
        caption = caption_of(moment, lively=self.motion is Motion.FULL and not self.session.paused)
        track = track_of(part.timeline, moment.position)
        shown = caption if self.captions else without_words(caption)
        return View(moment.title, shown, track, moment, self._notice(), self.session.paused)

    def toggle(self) -> None:
        """Pause, or go on."""
        self.session.steer(ExercisePlayer.toggle)

    def rest(self) -> None:
        """Pause; a second time changes nothing."""
        self.session.steer(ExercisePlayer.pause)

    def back(self) -> None:
        """Go back one step: pause; where it is paused, or nothing is heard yet, end kindly."""
        if self.session.paused or self.session.state is PracticeState.STARTING:
            self.end()
        else:
            self.rest()

    def louder(self, steps: int) -> None:
        """Change the volume by so many steps."""
        sound = self.session.sound
        sound.set_volume(round(sound.volume + steps * VOLUME_STEP, 2))
        self._show_briefly(f"volume {round(sound.volume * 100)} %")

    def background(self) -> None:
        """Go on to the next level of the background."""
        level, words = next_background(self.session.sound.background)
        refused = self.session.sound.set_background(level)
        self._show_briefly(f"{refused} · B chooses one" if refused == NO_BACKGROUND else refused or words)

    def refuses(self, wish: PracticeWish) -> bool:
        """Tell whether something cannot be wished now, and say why for a moment."""
        refused = self.session.refusal(wish)
        if refused:
            self._show_briefly(refused)
        return bool(refused)

    def soundscape(self, name: str) -> None:
        """Change to another background, or to none by `OFF`. It is made ready aside: that takes a moment."""
        self._defer(lambda: self._change_soundscape(name))

    def _change_soundscape(self, name: str) -> None:
        from feltsense.mix.soundscapes.registry import background_words, soundscape  # noqa: PLC0415 - not before the first frame

        try:
            refused = self.session.sound.set_soundscape(name)
        except SoundError as error:
            self._show_briefly(error.message)
            return
        words = "no background" if name == OFF else f"background: {background_words(name)}"
        if not refused and self.resting:
            self._resting_with = "Quiet" if name == OFF else soundscape(name).title
        elif not self.alone:
            words = f"{words}, kept for this exercise"
        self._show_briefly(refused or words)

    def timer(self) -> None:
        """Go on to the next time of the sleep timer."""
        minutes, words = next_timer(self.session.night.timer_minutes)
        self._show_briefly(self.session.night.set_timer(minutes) or words)

    @property
    def alone(self) -> bool:
        """Tell whether it is a background by itself."""
        return self.session.alone

    @property
    def resting(self) -> bool:
        """Tell whether the voice is over and only a background is heard."""
        part = self.session.player
        return part is not None and part.moment().resting

    def follow_with(self, name: str, minutes: float, words: str) -> None:
        """Have a background go on when the voice has ended, `OFF` for nothing. It is made ready aside.

        Args:
            name: the background.
            minutes: how long.
            words: the same, as people say it.
        """
        self._defer(lambda: self._follow_with(name, minutes, words))

    def _follow_with(self, name: str, minutes: float, words: str) -> None:
        from feltsense.mix.soundscapes.registry import background_words  # noqa: PLC0415 - as above

        try:
            refused = self.session.night.follow_with(name, minutes)
        except SoundError as error:
            self._show_briefly(error.message)
            return
        if not refused:
            self._resting_with = ""  # the rest is called by its new name
        told = "nothing follows the voice" if name == OFF else f"after the voice: {background_words(name)}, {words}"
        self._show_briefly(refused or told)

    def caption(self) -> None:
        """Show or hide the words."""
        self.captions = not self.captions
        self._show_briefly("captions on" if self.captions else "captions off")

    def end(self) -> None:
        """End kindly."""
        self.session.end()
        self._ending = True

    def ground(self) -> None:
        """Play the rescue piece instead."""
        self.session.ground()
        self._ending = False

    def _grounding(self, part: ExercisePlayer | None) -> bool:
        return self.session.state is PracticeState.GROUNDING and part is not None

    def _waiting(self) -> View:
        what = ON_ITS_WAY if self.session.state is PracticeState.GROUNDING else self.readiness
        caption = waiting_for(what, self.now(), lively=self.motion is Motion.FULL)
        return View("", caption, None, None, self._notice(), paused=False)

    def _note(self, event: Event) -> None:
        """Take what is told in one quiet line."""
        match event:
            case Underrun():
                self._behind = event.at
            case DeviceLost():
                self._device = "the loudspeaker has gone; it is being looked for"
            case Silenced():
                self._device = "no loudspeaker here: going on in time, without sound"
            case DeviceBack():
                self._device = ""
                self._show_briefly("the loudspeaker is back")
            case JournalFailed():
                self.journal_trouble = NOT_ALL_KEPT
            case Substituted() | LengthMissed() | AlsoPlaying():
                self._deviations = f"{self._deviations} {event.message}".strip()
                self._show_briefly(event.message)
            case _:
                pass  # what else is told can be seen and heard

    def _show_briefly(self, words: str) -> None:
        self._passing = words, self.now() + _SHORTLY

    def _notice(self) -> str:
        words, until = self._passing
        passing = words if self.now() < until else ""
        if self.session.paused:
            return f"{PAUSED} · {passing or PAUSED_HINT}"
        if passing:
            return passing
        if self._ending:
            return ENDING
        return self._late() or self._device or self.journal_trouble or self._sleep() or self._afterwards()

    def _sleep(self) -> str:
        """Return how long it is until the sleep timer ends it; empty without one."""
        left = self.session.night.timer_left
        if left is None:
            return ""
        minutes = -(-left // 60)
        return f"sleep timer · {minutes:g} min" if minutes > 1 else "sleep timer · less than a minute"

    def _afterwards(self) -> str:
        """Return what follows the voice, and for how long; empty where nothing does, or is heard already."""
        rest = self.session.night.rest
        if rest is None or self.resting or self.session.refusal(PracticeWish.AFTERWARDS):
            return ""
        from feltsense.mix.soundscapes.registry import background_words  # noqa: PLC0415 - as above

        name, minutes = rest
        return f"then {background_words(name)} · {dict(REST_MINUTES).get(minutes, f'{minutes:g} minutes')}"

    def _late(self) -> str:
        """Return what is waited for while the voice has not come as far as is to be heard; empty otherwise."""
        part = self.session.player
        if self._behind is None or part is None or part.position > self._behind:
            self._behind = None
            return ""
        done, total = self._spoken
        where = f" · phrase {min(done + 1, total)} of {total}" if total else ""
        return f"one moment, the voice is on its way{where}"
