"""The player: what is said, the breath, how far it is, and the keys that lead through it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from feltsense.practice.events import FinalEvent, Finished
from feltsense.practice.options import REST_MINUTES
from feltsense.practice.player import ExercisePlayer
from feltsense.practice.wishes import PracticeWish
from feltsense.script.options import OFF
from feltsense.system.settings import Motion
from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.dialog import DialogScreen
from feltsense.tui.dialogs import Dialog, backgrounds, following_sounds, rest_lengths
from feltsense.tui.player.breath import seconds_to_change
from feltsense.tui.player.breath_pacer import BreathPacer
from feltsense.tui.player.darkness import TOLD, WAKING_KEYS, Darkness, Light
from feltsense.tui.player.model import PlayerModel, View
from feltsense.tui.player.phrase_view import PhraseView
from feltsense.tui.player.progress import Progress
from feltsense.tui.widgets.hints import Hints
from feltsense.tui.widgets.text import OneLine

if TYPE_CHECKING:
    from textual.timer import Timer

_LOOK, _QUIET, _DARK, _BREATH = 1 / 8, 1 / 4, 1 / 2, 1 / 8
"""Seconds between two looks at where playing is: words, quiet, nothing that is seen, and a breath that moves."""


_WIDE = 108
"""Columns from which on the footer has room for all keys that are hinted at."""

_OF_WORDS = (
    "previous_phrase", "next_phrase", "previous_section", "next_section", "captions", "follow",
)  # fmt: skip
"""What there is only where something is said."""


def _key(key: str, action: str, words: str, tooltip: str, shown: str | None = None) -> Binding:
    """Return a binding; `shown` puts it at the foot of the screen, under that name of its key."""
    return Binding(
        key, action, words, id=f"player.{action}", tooltip=tooltip, show=shown is not None, key_display=shown
    )


class PlayerScreen(BaseScreen[FinalEvent]):
    """Plays, and is left with how playing ended.

    Args:
        playing: the practice, as a player shows it.
        dark: whether to begin with a dark screen.
        dark_after_voice: whether it goes dark by itself once only a background is heard.
        stays: whether it stays dark until a key, where it ended for the night.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("space", "pause", "pause", "Pause, or go on.", "space"),
        _key("left", "previous_phrase", "phrase back", "The phrase again, or the one before."),
        _key("right", "next_phrase", "phrase", "The next phrase.", "→"),
        _key("shift+left", "previous_section", "section back", "The section again, or the one before."),
        _key("shift+right", "next_section", "next section", "The next section."),
        _key("comma", "skip(-10)", "ten seconds back", "Ten seconds back."),
        _key("full_stop", "skip(10)", "ten seconds on", "Ten seconds on."),
        _key("up", "louder(1)", "louder", "A little louder."),
        _key("down", "louder(-1)", "softer", "A little softer."),
        _key("b", "background", "background", "The background softer, off, louder."),
        _key("B", "soundscape", "another background", "Rain, ocean, fire and others, or none."),
        _key("c", "captions", "captions", "Show or hide the words."),
        _key("e", "end", "end", "End kindly: half a practice counts.", "e"),
        _key("g", "ground", "ground me now", "Fade out, and come back to the room.", "g"),
        _key("m", "dark", "dark", "Make the screen dark; any key brings it back.", "m"),
        _key("n", "follow", "afterwards", "When the voice has ended: rain, ocean and others, for how long.", "n"),
        _key("t", "timer", "sleep timer", "Sleep timer: 15, 30, 45, 60 minutes, or off.", "t"),
        _key("escape", "back", "back", "Pause; a second time, end kindly."),
    ]

    def __init__(
        self, playing: PlayerModel, *, dark: bool = False, dark_after_voice: bool = False, stays: bool = False
    ) -> None:
        super().__init__()
        self.playing = playing
        self._darkness = Darkness(by_itself=dark_after_voice, now=playing.now)
        self._stays = stays
        if dark:
            self._darkness.leave()
        self._timer: Timer | None = None
        self._view: View | None = None
        self._section, self._notice = OneLine(id="section"), OneLine(id="notice")
        self._phrase, self._pacer, self._progress = PhraseView(), BreathPacer(), Progress()

    def compose(self) -> ComposeResult:
        """Make what is seen."""
        yield self._section
        yield self._phrase
        yield self._pacer
        yield self._notice
        yield self._progress
        yield Hints()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what a background by itself has not: words, sections and something that follows."""
        if action in _OF_WORDS and self.playing.alone:
            return False
        return super().check_action(action, parameters)

    def hints_at(self, action: str) -> bool:
        """Leave out of the footer what is for the night, where there is no room for it beside all else."""
        return super().hints_at(action) and (action not in ("follow", "timer") or self.app.size.width >= _WIDE)

    def hint_words(self, action: str, words: str) -> str:
        """Say of the key that pauses that it goes on, while it is paused."""
        return "go on" if action == "pause" and self.playing.session.paused else super().hint_words(action, words)

    def on_resize(self) -> None:
        """Have the footer fit."""
        self.refresh_bindings()

    def on_mount(self) -> None:
        """Begin."""
        self.player_app.session_changed.subscribe(self, lambda _: self.show())
        self.playing.session.play()
        self._look()

    def on_screen_resume(self) -> None:
        """Leave, if playing ended while something else was looked at."""
        self.show()

    def show(self) -> None:
        """Show what is heard now; leave when it is over."""
        if self.playing.ended is not None:
            self._end_with(self.playing.ended)
            return
        before, view = self._view, self.playing.view()
        self._view = view
        if before is None or before.paused is not view.paused:
            self.refresh_bindings()
        light = self._darkness.light(resting=view.moment is not None and view.moment.resting)
        self.set_class(light is not Light.LIT, "-leaving")
        self.set_class(light is Light.DARK, "-dark")
        self._section.show(view.title)
        self._notice.show(TOLD if light is Light.LEAVING else view.notice)
        self._phrase.show(view.caption)
        breath = view.moment.breath if view.moment else None
        self._pacer.show(breath, self.playing.motion)
        self._progress.show(view.track)
        self.set_class(view.breathing, "-breathing")
        self.set_class(view.paused, "-paused")

    def on_key(self, event: events.Key) -> None:
        """Bring a dark screen back with any key; all but two also do what they always do."""
        if self.playing.ended is not None:
            event.stop()
            self._leave(self.playing.ended)
        elif self._darkness.come_back():
            self.show()
            if event.key in WAKING_KEYS:
                event.stop()

    def on_click(self) -> None:
        """Bring a dark screen back."""
        if self.playing.ended is not None:
            self._leave(self.playing.ended)
        elif self._darkness.come_back():
            self.show()

    def on_progress_picked(self, event: Progress.Picked) -> None:
        """Go to the chapter that was clicked on."""
        self._steer(lambda part: part.section(event.chapter))

    def action_pause(self) -> None:
        """Pause, or go on."""
        self.playing.toggle()
        self.show()

    def action_back(self) -> None:
        """Pause; a second time, end kindly."""
        self.playing.back()
        self.show()

    def action_previous_phrase(self) -> None:
        """Go back a phrase."""
        self._steer(ExercisePlayer.previous_phrase)

    def action_next_phrase(self) -> None:
        """Go on a phrase."""
        self._steer(ExercisePlayer.next_phrase)

    def action_previous_section(self) -> None:
        """Go back a section."""
        self._steer(ExercisePlayer.previous_section)

    def action_next_section(self) -> None:
        """Go on a section."""
        self._steer(ExercisePlayer.next_section)

    def action_skip(self, seconds: int) -> None:
        """Go so many seconds on, or back."""
        self._steer(lambda part: part.skip(seconds))

    def action_louder(self, steps: int) -> None:
        """Change the volume."""
        self.playing.louder(steps)
        self.show()

    def action_background(self) -> None:
        """Change the background's level."""
        self.playing.background()
        self.show()

    def action_soundscape(self) -> None:
        """Choose another background, while it plays on."""
        self._ask_for(PracticeWish.BACKGROUND, backgrounds, self._change_soundscape)

    def _change_soundscape(self, name: str | None) -> None:
        if name:
            self.playing.soundscape(name)

    def _ask_for(self, wish: PracticeWish, make: Callable[[], Dialog], answered: Callable[[str | None], None]) -> None:
        """Ask what is wished, where it can be; else say why not."""
        if self.playing.refuses(wish):
            self.show()
        else:
            self.app.push_screen(DialogScreen(make()), answered)

    def action_follow(self) -> None:
        """Choose what goes on when the voice has ended, and then for how long."""
        self._ask_for(PracticeWish.AFTERWARDS, following_sounds, self._choose_length)

    def _choose_length(self, name: str | None) -> None:
        if name == OFF:
            self.playing.follow_with(OFF, 0, "")
        elif name:
            self.app.push_screen(DialogScreen(rest_lengths()), lambda minutes: self._follow_with(name, minutes))

    def _follow_with(self, name: str, minutes: str | None) -> None:
        """Have it follow for so long; where no length was chosen, go back to what is to follow."""
        if minutes:
            self.playing.follow_with(name, float(minutes), dict(REST_MINUTES)[float(minutes)])
        else:
            self.action_follow()

    def action_timer(self) -> None:
        """Set the sleep timer, or take it away."""
        self.playing.timer()
        self.show()

    def action_captions(self) -> None:
        """Show or hide the words."""
        self.playing.caption()
        self.show()

    def action_dark(self) -> None:
        """Make the screen dark; any key brings it back."""
        self._darkness.leave()
        self.show()

    def action_end(self) -> None:
        """End kindly."""
        self.playing.end()
        self.show()

    def action_ground(self) -> None:
        """Come back to the room."""
        self.playing.ground()
        self.show()

    def _steer(self, ask: Callable[[ExercisePlayer], None]) -> None:
        self.playing.session.steer(ask)
        self.show()

    def _look(self) -> None:
        self.show()
        if self.is_attached and self.playing.ended is None:
            self._timer = self.set_timer(self._pause(), self._look)

    def _pause(self) -> float:
        """Return the seconds until something may look different."""
        moment = self._view.moment if self._view else None
        if self.has_class("-dark"):
            return _DARK
        if moment is None or (moment.speaking and moment.breath is None):
            return _LOOK
        if moment.breath is None or self.playing.motion is not Motion.FULL or self.playing.session.paused:
            return _QUIET
        return seconds_to_change(moment.breath, self._pacer.steps, _BREATH, _QUIET)

    def _end_with(self, ended: FinalEvent) -> None:
        """Leave; where it ended for the night and the screen stays, be dark until a key."""
        if self._stays and isinstance(ended, Finished) and ended.asleep:
            self.add_class("-leaving", "-dark")
        else:
            self._leave(ended)

    def _leave(self, ended: FinalEvent) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self.is_current:
            self.dismiss(ended)
