"""What a practice asks and tells in words, as data that every front end shows in its own way."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from feltsense.practice.safety import (
    BEFORE_TIER_THREE,
    FEET,
    GENTLE,
    LOOK_AROUND,
    TIER_ONE_FIRST,
    Help,
)
from feltsense.script.model import FrontMatter

JOURNAL_TOLD, TIER_THREE_TOLD = "journal", "tier3"
"""What is told once only, as the settings remember it."""

GO_ON, BACK, LEAVE = "go on", "back", ""
"""Answers that several menus have."""


@dataclass(frozen=True, slots=True)
class MenuOption:
    """One thing to choose."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Menu:
    """One question with a few answers in words."""

    title: str
    options: tuple[MenuOption, ...]
    prompt: str
    """How to answer it with a line."""
    unanswered: str
    """The answer where nobody will answer."""
    paragraphs: tuple[str, ...] = ()
    """More words, below the title."""
    escape: str = LEAVE
    """The answer that means to go back one step."""
    leave: str = LEAVE
    """The answer that means to leave altogether."""

    @property
    def default(self) -> str:
        """The answer of Enter alone: the first option, which is what is kindest where it is a lot."""
        return self.options[0].id


@dataclass(frozen=True, slots=True)
class Introduction:
    """What is told before a practice."""

    title: str
    paragraphs: tuple[str, ...]
    """What it is, and when it is not for somebody."""
    notices: tuple[str, ...] = ()
    """What else is to be told now: where the journal is, or what may be kinder today."""


@dataclass(frozen=True, slots=True)
class ClosingWords:
    """What is told when playing is over."""

    title: str
    sentences: tuple[str, ...]
    """About each thing that was answered."""
    next_step: str = ""
    leads_on: bool = False
    """Whether something follows them."""


_GO_ON_PROMPT = "A number, or Enter for 1. q leaves."
_BACK_PROMPT = "A number, or Enter for 1. b goes back to the question, q leaves."
_HELP_PROMPT = "A number, or Enter for 1. q stops here."
SOMEBODY = "People to talk to"
"""How helplines are offered to who has named nobody of their own."""


def introduction(front: FrontMatter, notices: tuple[str, ...] = ()) -> Introduction:
    """Return what an exercise says of itself, with what else is to be told."""
    return Introduction(front.title, tuple(text for text in (front.summary, *front.cautions) if text), notices)


NOT_ALL_WRITTEN = "Not everything of this could be written into your journal."
"""What the words after a practice say where that is so."""


def closing_words(sentences: tuple[str, ...], next_step: str) -> ClosingWords:
    """Return the words after a practice that has stirred nothing up."""
    return ClosingWords("However that was, you were here for it.", sentences, next_step)


def words_after_rescue(sentences: tuple[str, ...]) -> ClosingWords:
    """Return the words after “ground me now”, where nothing rises: no more than what is true."""
    step = "If it gets hard again, a person you trust or a helpline is a good next call."
    return ClosingWords("You stopped where you wanted to. Nothing more is needed.", sentences, step)


def words_at_night() -> ClosingWords:
    """Return the words after a practice at night, where nothing is asked."""
    return ClosingWords("That was all for tonight. Good night.", ())


def words_to_look_around() -> ClosingWords:
    """Return the rescue piece as it is read where it cannot be heard."""
    return ClosingWords("It cannot be heard just now. Here it is to read.", LOOK_AROUND, leads_on=True)


def journal_notice(where: str) -> str:
    """Return what is told once of the journal."""
    return f"What you say is kept in {where}, on this machine only."


def tier_three_menu(pieces: AbstractSet[str]) -> Menu:
    """Inform, once, about the exercises that go closest to what is tender.

    Args:
        pieces: the gentle exercises that can be played.
    """
    gentler = (MenuOption(FEET, "something gentler first"),) if FEET in pieces else ()
    options = (*gentler, MenuOption(GO_ON, "go on"))
    return Menu("Before you begin", options, _GO_ON_PROMPT, GO_ON, BEFORE_TIER_THREE)


def gentler_menu(pieces: AbstractSet[str]) -> Menu:
    """Offer something outward before an inner exercise."""
    offered = (MenuOption(slug, words) for slug, words in GENTLE.items() if slug in pieces)
    options = (*offered, MenuOption(GO_ON, "go on with what I chose"))
    return Menu(TIER_ONE_FIRST, options, _BACK_PROMPT, GO_ON, escape=BACK)


def help_menu(opening: str, pieces: AbstractSet[str], *, own_people: bool) -> Menu:
    """Ask what would help now.

    Args:
        opening: what is said first, its first sentence as the title: `STIRRED` or `GROUNDED`.
        pieces: the gentle exercises that can be played, and were not heard just now.
        own_people: whether the listener has named people; without, they and helplines would be one and the same page.
    """
    first, _, rest = opening.partition(". ")
    stop = Help.STOP.value
    return Menu(
        f"{first}.",
        tuple(_help_options(pieces, own_people=own_people)),
        _HELP_PROMPT,
        stop,
        (rest,),
        escape=stop,
        leave=stop,
    )


def _help_options(pieces: AbstractSet[str], *, own_people: bool) -> Iterator[MenuOption]:
    for each in Help:
        if each is Help.HELPLINES and not own_people:
            yield MenuOption(each.value, SOMEBODY)
        elif (each.piece is None or each.piece in pieces) and (own_people or each is not Help.SOMEONE):
            yield MenuOption(each.value, each.words)
