"""What the editor asks, with which answers, and the list of its keys: whatever is not chosen is kept."""

from typing import TYPE_CHECKING, Any

from feltsense.check.registry import explain_code
from feltsense.tui.dialogs import Dialog
from feltsense.tui.keys import Key
from feltsense.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen

    from feltsense.authoring.fix_case import Fix
    from feltsense.script.diagnostics import Diagnostic

MINE, THEIRS = "mine", "theirs"
SAVE, LATER, DISCARD, STAY = "save", "later", "discard", ""
LEAVE = ""
AS_READ, AS_IT_IS = "read", ""
STOP, WAIT = "stop", ""

_KEY_NAMES = {
    "escape": "esc", "enter": "enter", "backspace": "⌫", "delete": "del", "up": "↑", "down": "↓", "left": "←",
    "right": "→", "pageup": "page ↑", "pagedown": "page ↓", "home": "home", "end": "end",
}  # fmt: skip
_LONGEST_KEY = 10
_COLUMN, _MARK = 60, 6
"""Columns of a dialog, and those before the words of a choice."""


def file_conflict(name: str, *, unsaved: bool) -> Dialog:
    """Ask whose text goes on when another program has changed the file."""
    theirs = "show the file as it is now" + (", and keep mine beside it" if unsaved else "")
    choices = (Choice(MINE, "go on with mine, and keep theirs beside it"), Choice(THEIRS, theirs))
    lead = "Nothing is lost either way: the other one is kept as a text file in the same folder."
    return Dialog(f"Another program has changed {name}.", choices if unsaved else choices[::-1], lead, escape=MINE)


def unsaved_work(name: str, *, older: bool) -> Dialog:
    """Offer work that was never saved."""
    later = " The file was changed after that; it is kept, too." if older else ""
    lead = f"It was left without being saved, and kept as a draft.{later}"
    choices = (
        Choice(MINE, "go on with it"),
        Choice(THEIRS, "open the file, and keep it beside"),
        Choice("", "neither for now"),
    )
    return Dialog(f"There is unsaved work on {name}.", choices, lead, escape="")


def unsaved_changes(name: str) -> Dialog:
    """Ask what becomes of unsaved work."""
    choices = (
        Choice(SAVE, "save it"),
        Choice(LATER, "keep it as a draft for another time"),
        Choice(DISCARD, "throw away what is not saved"),
        Choice(STAY, "stay"),
    )
    return Dialog(f"{name} is not saved yet.", choices, escape=STAY)


def pasted(summary: str, practices: int, columns: int) -> Dialog:
    """Offer to have what was pasted read as a document.

    Args:
        summary: what would be read.
        practices: how many are in it, where there are several.
        columns: of the screen.
    """
    lead = "It stands in the script as you pasted it. Labels, pauses and directions in it can be read as such."
    if practices:
        lead += f"\n\nThere are {practices} practices in it, one script here. Saved as a document and opened with F10, "
        lead += "each can be an exercise of its own."
    return _read_as_document("How is this meant?", lead, summary, columns)


def foreign_text(summary: str, columns: int) -> Dialog:
    """Offer to read a text as the document of another program that it is; arguments as for `pasted`."""
    lead = "Nothing of it is lost: a report says what became of what, and it can be undone."
    return _read_as_document("This is a document of another program.", lead, summary, columns)


def _read_as_document(title: str, lead: str, summary: str, columns: int) -> Dialog:
    label = "as feltsense reads it"
    counted = f"{label} ({summary})" if summary else label
    if len(counted) > min(_COLUMN, columns * 9 // 10) - _MARK:
        lead, counted = f"{lead}\n\nRead so, it has {summary}.", label
    choices = Choice(AS_READ, counted), Choice(AS_IT_IS, "exactly as it is")
    return Dialog(title, choices, lead, escape=AS_IT_IS)


def length_or_words(silence: str, written: str) -> Dialog:
    """Ask whether an answer is a silence or words; the answer is the piece of script, empty to be asked again.

    Args:
        silence: the cue.
        written: a length, as it was written.
    """
    choices = Choice(silence, silence), Choice(written, f"the words “{written}”, spoken"), Choice(LEAVE, "back")
    return Dialog(f"“{written}” is a length. Which is meant?", choices, escape=LEAVE)


def render_under_way() -> Dialog:
    """Ask before a render is given up."""
    choices = Choice(WAIT, "stay until it is there"), Choice(STOP, "leave; no file is made")
    return Dialog("An audio file is being made.", choices, escape=WAIT)


def explanation(diagnostic: "Diagnostic", fixes: "Sequence[Fix]" = ()) -> Dialog:
    """Explain a diagnostic, and offer what mends it; the answer is the number of a fix, from 0."""
    about = explain_code(diagnostic.code)
    offer = fixes[0].shown if fixes else ""
    why = "" if diagnostic.only_heard else about.why or about.finds  # its hint says why
    words = [why, diagnostic.hint if diagnostic.hint != offer else "", offer and f"“{offer}”"]
    return Dialog(diagnostic.message, _ways(fixes), "\n\n".join(word for word in words if word), escape=LEAVE)


def impossible_length(reason: str, fixes: "Sequence[Fix]") -> Dialog:
    """Tell why no timeline is possible, and offer lengths that are."""
    return Dialog(reason, _ways(fixes), escape=LEAVE)


def _ways(fixes: "Sequence[Fix]") -> tuple[Choice, ...]:
    ways = [Choice(str(number), fix.does) for number, fix in enumerate(fixes)]
    return (*ways, Choice(LEAVE, "leave it as it is" if ways else "back"))


def editor_keys(screen: "Screen[Any]") -> tuple[Key, ...]:
    """Return the keys that mean something on `screen`, each meaning once: its own first, also those with ctrl."""
    found: dict[str, tuple[bool, str]] = {}
    for key, (node, binding, enabled, _) in screen.active_bindings.items():
        name = _key_name(key)
        if enabled and binding.tooltip and binding.tooltip not in found and len(name) <= _LONGEST_KEY:
            found[binding.tooltip] = (node is not screen, name)
    rows = sorted(found.items(), key=lambda row: row[1][0])
    return tuple(Key(name, tooltip) for tooltip, (_, name) in rows)


def _key_name(key: str) -> str:
    *modifiers, last = key.split("+")
    return " ".join([*modifiers, _KEY_NAMES.get(last, last.upper() if len(last) < 4 else last)])
