"""What is asked in words, and with which answers. Plain and kind; nothing is pressed on anybody."""

from dataclasses import dataclass

from feltsense.errors import FeltsenseError
from feltsense.practice.menus import GO_ON, Introduction, Menu
from feltsense.practice.options import REST_MINUTES
from feltsense.script.options import OFF
from feltsense.tui.widgets.choices import Choice

BACK, DELETE, KEEP, LET_GO = "", "delete", "keep", "let go"


@dataclass(frozen=True, slots=True)
class Dialog:
    """What is asked."""

    title: str
    choices: tuple[Choice, ...]
    lead: str = ""
    """More words, below the title; paragraphs apart by a blank line."""
    escape: str = ""
    """The choice that Escape means."""


def dialog_of(menu: Menu) -> Dialog:
    """Return a menu of the practice flow as a dialog."""
    choices = tuple(Choice(option.id, option.words) for option in menu.options)
    return Dialog(menu.title, choices, "\n\n".join(menu.paragraphs), escape=menu.escape)


def notice(words: Introduction) -> Dialog:
    """Tell what is to be told before a practice."""
    return Dialog(words.title, (Choice(GO_ON, "go on"),), "\n\n".join(words.notices), escape=BACK)


def backgrounds() -> Dialog:
    """Ask for a background."""
    return Dialog("What would you like to hear beneath?", (*_sounds(), Choice(OFF, "Nothing")), escape="")


def following_sounds() -> Dialog:
    """Ask what goes on when the voice has ended."""
    title = "When the voice has ended, what goes on?"
    return Dialog(title, (*_sounds(), Choice(OFF, "Nothing")), "It follows without a gap, and fades at its end.")


def sounds_alone() -> Dialog:
    """Ask for a background to be heard by itself."""
    return Dialog("What would you like to hear?", _sounds(), "By itself, without a voice.")


def rest_lengths() -> Dialog:
    """Ask how long a background goes on; the answers are minutes."""
    choices = tuple(Choice(f"{minutes:g}", words) for minutes, words in REST_MINUTES)
    return Dialog("For how long?", choices, "It fades at its end, and nothing is asked.")


def _sounds() -> tuple[Choice, ...]:
    from feltsense.mix.soundscapes.registry import SOUNDSCAPES  # noqa: PLC0415 - not before the first frame

    return tuple(Choice(each.name, each.title) for each in SOUNDSCAPES.values())


def trouble(error: FeltsenseError) -> Dialog:
    """Tell what went wrong, and what can be done."""
    return Dialog(error.message, (Choice(BACK, "back"),), error.hint, escape=BACK)


def deletion(title: str) -> Dialog:
    """Ask before a practice is deleted for good."""
    choices = (Choice(BACK, "keep it"), Choice(DELETE, "delete it for good"))
    return Dialog(f"Delete “{title}” from your journal?", choices, "Nothing of it is left afterwards.", escape=BACK)


def note_removal() -> Dialog:
    """Ask before the line of a practice is removed for good."""
    choices = (Choice(BACK, "keep it"), Choice(DELETE, "remove it for good"))
    return Dialog("Remove your line?", choices, "Nothing of it is left afterwards.", escape=BACK)


def unkept_line(written: str) -> Dialog:
    """Ask about a line that was written and not kept."""
    choices = (Choice(KEEP, "keep it"), Choice(BACK, "go on writing"), Choice(LET_GO, "leave it as it was"))
    return Dialog("Keep what you wrote?", choices, f"“{written}”", escape=BACK)
