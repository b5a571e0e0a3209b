"""What somebody types about the background while it plays: its level, another one, and one that goes on afterwards."""

from feltsense.cli.plain.console import Console
from feltsense.mix.soundscapes.registry import SOUNDSCAPES, background_words
from feltsense.practice.options import MOST_REST_MINUTES, next_background
from feltsense.practice.session import Session
from feltsense.practice.wishes import PracticeWish
from feltsense.script.options import OFF

_NAMES = {called.lower(): each.name for each in SOUNDSCAPES.values() for called in (each.title, each.name)} | {OFF: OFF}
"""What each is called by who types it: its title, as it is shown, or its name, as a script has it."""


class BackgroundLines:
    """Does it, and says what came of it.

    Args:
        console: where lines go.
    """

    def __init__(self, console: Console) -> None:
        self._console = console

    def change_level(self, session: Session) -> None:
        """Go on to the next level of the background."""
        level, words = next_background(session.sound.background)
        self._console.write_paragraph(f"({session.sound.set_background(level) or words})")

    def choose(self, session: Session, called: str) -> None:
        """Change to another background, or to none by `OFF`; say which there are where that is none of them."""
        name = _NAMES.get(called)
        if name is None:
            self._console.write_paragraph(f"(bg takes one of these: {_listed()})")
            return
        if refused := session.sound.set_soundscape(name):
            self._console.write_paragraph(f"({refused})")
            return
        words = "no background" if name == OFF else f"background: {background_words(name)}"
        kept = not session.alone and not session.night.resting
        self._console.write_paragraph(f"({words}, kept for this exercise)" if kept else f"({words})")

    def follow_with(self, session: Session, words: list[str]) -> None:
        """Have a background go on when the voice has ended: how it is called, and its minutes; `OFF` for none."""
        *called, minutes = words if words and words[-1].isdecimal() else (*words, "")
        name = _NAMES.get(" ".join(called))
        if refused := session.refusal(PracticeWish.AFTERWARDS):
            self._console.write_paragraph(f"({refused})")
        elif name is None or not (name == OFF or _is_minutes(minutes)):
            most = f"{MOST_REST_MINUTES:g}"
            self._console.write_paragraph(f"(then takes one of these, and minutes up to {most}: {_listed()})")
        else:
            told = f"after the voice: {background_words(name)}, {minutes} minutes"
            told = "nothing follows the voice" if name == OFF else told
            self._console.write_paragraph(f"({session.night.follow_with(name, float(minutes or 0)) or told})")


def _listed() -> str:
    return ", ".join([*map(background_words, SOUNDSCAPES), OFF])


def _is_minutes(text: str) -> bool:
    """Tell whether a text is a number of minutes that a background may go on."""
    return text.isdecimal() and 0 < int(text) <= MOST_REST_MINUTES
