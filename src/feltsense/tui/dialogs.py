"""What is asked in words, and with which answers. Plain and kind; nothing is pressed on anybody."""

from dataclasses import dataclass

from feltsense.errors import FeltsenseError
from feltsense.practice.safety import BEFORE_TIER_THREE, FEET, GENTLE, LOOK_AROUND, STIRRED, TIER_ONE_FIRST, Help
from feltsense.script.options import OFF
from feltsense.tui.widgets.choices import Choice

GO_ON, BACK = "go on", ""


@dataclass(frozen=True, slots=True)
class Dialog:
    """What is asked."""

    title: str
    choices: tuple[Choice, ...]
    lead: str = ""
    """More words, below the title; paragraphs apart by a blank line."""
    escape: str = ""
    """The choice that Escape means."""


def gentler(there: frozenset[str]) -> Dialog:
    """Offer something outward before an inner exercise."""
    offered = (Choice(slug, words) for slug, words in GENTLE.items() if slug in there)
    choices = (*offered, Choice(GO_ON, "go on with what I chose"))
    return Dialog(TIER_ONE_FIRST, choices, escape=BACK)


def tier_three(there: frozenset[str]) -> Dialog:
    """Tell once what the exercises closer to the tender are."""
    lead = "\n\n".join(BEFORE_TIER_THREE)
    gentle = (Choice(FEET, "something gentler first"),) if FEET in there else ()
    return Dialog("Before you begin", (*gentle, Choice(GO_ON, "go on")), lead, escape=BACK)


def backgrounds() -> Dialog:
    """Ask for a background."""
    from feltsense.mix.soundscapes.registry import SOUNDSCAPES  # noqa: PLC0415 - not before the first frame

    choices = [Choice(each.name, each.title) for each in SOUNDSCAPES.values()]
    return Dialog("What would you like to hear beneath?", (*choices, Choice(OFF, "Nothing")), escape="")


def rising(*, heard: bool = True) -> Dialog:
    """Ask what would help, once something was stirred up.

    Args:
        heard: False when the rescue piece could not be heard.
    """
    first, _, rest = STIRRED.partition(". ")
    lead = rest if heard else f"{LOOK_AROUND}\n\n{rest}"
    offers = tuple(Choice(offer.value, offer.words) for offer in Help)
    return Dialog(f"{first}.", offers, lead, escape=Help.STOP.value)


def trouble(error: FeltsenseError) -> Dialog:
    """Tell what went wrong, and what can be done."""
    return Dialog(error.message, (Choice(BACK, "back"),), error.hint, escape=BACK)


def deletion(title: str) -> Dialog:
    """Ask before a practice is deleted for good."""
    choices = (Choice(BACK, "keep it"), Choice(GO_ON, "delete it for good"))
    return Dialog(f"Delete “{title}” from your journal?", choices, "Nothing of it is left afterwards.", escape=BACK)
