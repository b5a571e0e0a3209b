"""What the desk asks, and with which answers: whatever is not chosen is kept."""

from typing import TYPE_CHECKING

from feltsense.check.registry import explain_code
from feltsense.system.paths import shown_path
from feltsense.tui.dialogs import Dialog
from feltsense.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from feltsense.authoring.renders import Making
    from feltsense.script.diagnostics import Diagnostic

MINE, THEIRS = "mine", "theirs"
SAVE, LATER, THROW, STAY = "save", "later", "throw", ""
TAKE, LEAVE = "take", ""
STOP, WAIT = "stop", ""


def changed(name: str, *, unsaved: bool) -> Dialog:
    """Ask whose text goes on when another program has changed the file."""
    theirs = "show the file as it is now" + (", and keep mine beside it" if unsaved else "")
    choices = (Choice(MINE, "go on with mine, and keep theirs beside it"), Choice(THEIRS, theirs))
    lead = "Nothing is lost either way: the other one is kept as a text file in the same folder."
    return Dialog(f"Another program has changed {name}.", choices if unsaved else choices[::-1], lead, escape=MINE)


def leftover(name: str, *, older: bool) -> Dialog:
    """Offer work that was never saved."""
    later = " The file was changed after that; it is kept, too." if older else ""
    lead = f"It was left without being saved, and kept as a draft.{later}"
    choices = (
        Choice(MINE, "go on with it"),
        Choice(THEIRS, "open the file, and keep it beside"),
        Choice("", "neither for now"),
    )
    return Dialog(f"There is unsaved work on {name}.", choices, lead, escape="")


def unsaved(name: str) -> Dialog:
    """Ask what becomes of unsaved work."""
    choices = (
        Choice(SAVE, "save it"),
        Choice(LATER, "keep it as a draft for another time"),
        Choice(THROW, "throw away what is not saved"),
        Choice(STAY, "stay"),
    )
    return Dialog(f"{name} is not saved yet.", choices, escape=STAY)


def making() -> Dialog:
    """Ask before a file that is being made is given up."""
    choices = Choice(WAIT, "stay until it is there"), Choice(STOP, "leave; no file is made")
    return Dialog("An audio file is being made.", choices, escape=WAIT)


def why(found: "Diagnostic", offer: str | None) -> Dialog:
    """Tell why something was found, and offer what could stand there instead."""
    about = explain_code(found.code)
    wording = offer and f"“{offer}”"
    words = [about.why or about.finds, found.hint if found.hint != offer else "", wording or ""]
    choices: tuple[Choice, ...] = (Choice(LEAVE, "back"),)
    if offer:
        choices = (Choice(TAKE, "put this in its place"), Choice(LEAVE, "leave it as it is"))
    return Dialog(found.message, choices, "\n\n".join(word for word in words if word), escape=LEAVE)


def made(making: "Making") -> str:
    """Return how making a file ended."""
    if making.rendered is not None:
        return f"{shown_path(making.rendered.files[0])} is there, with captions beside it."
    return f"{making.error.message} {making.error.hint}" if making.error else ""
