"""What is asked in words, and with which answers. Plain and kind; nothing is pressed on anybody."""

from dataclasses import dataclass

from feltsense.errors import FeltsenseError
from feltsense.practice.menus import GO_ON, Introduction, Menu
from feltsense.script.options import OFF
from feltsense.tui.widgets.choices import Choice

BACK, DELETE = "", "delete"


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
    from feltsense.mix.soundscapes.registry import SOUNDSCAPES  # noqa: PLC0415 - not before the first frame

    choices = [Choice(each.name, each.title) for each in SOUNDSCAPES.values()]
    return Dialog("What would you like to hear beneath?", (*choices, Choice(OFF, "Nothing")), escape="")


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
