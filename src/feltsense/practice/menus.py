"""What a practice asks and tells in words, as data that every front end shows in its own way."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from feltsense.practice.safety import (
    BEFORE_TIER_THREE,
    FEET,
    GENTLE,
    LOOK_AROUND,
    STIRRED,
    TIER_ONE_FIRST,
    Help,
)
from feltsense.script.model import FrontMatter

JOURNAL_TOLD, TIER_THREE_TOLD = "journal", "tier3"
"""What is told once only, as the settings remember it."""

GO_ON, LEAVE = "go on", ""
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
    default: str
    """The answer of an empty line, and of nobody."""
    paragraphs: tuple[str, ...] = ()
    """More words, below the title."""
    escape: str = LEAVE
    """The answer that means to go back."""


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
    """What is told after a practice."""

    title: str
    sentences: tuple[str, ...]
    """About each thing that was answered."""
    next_step: str = ""


_GO_ON_PROMPT = "A number takes it, Enter goes on as chosen, q leaves."


def introduction(front: FrontMatter, notices: tuple[str, ...] = ()) -> Introduction:
    """Return what an exercise says of itself, with what else is to be told."""
    return Introduction(front.title, tuple(text for text in (front.summary, *front.cautions) if text), notices)


def closing_words(sentences: tuple[str, ...], next_step: str) -> ClosingWords:
    """Return the words after a practice that has stirred nothing up."""
    return ClosingWords("However that was, you were here for it.", sentences, next_step)


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
    return Menu(TIER_ONE_FIRST, (*offered, MenuOption(GO_ON, "go on with what I chose")), _GO_ON_PROMPT, GO_ON)


def help_menu(pieces: AbstractSet[str], *, look_around: bool = False) -> Menu:
    """Ask what would help now that something was stirred up.

    Args:
        pieces: the gentle exercises that can be played.
        look_around: whether the rescue piece could not be heard, so that its words are to be read.
    """
    first, _, rest = STIRRED.partition(". ")
    offered = tuple(MenuOption(each.value, each.words) for each in Help if not each.pieces or pieces & set(each.pieces))
    return Menu(
        f"{first}.",
        offered,
        "A number, or Enter to stop here.",
        Help.STOP.value,
        (LOOK_AROUND, rest) if look_around else (rest,),
        escape=Help.STOP.value,
    )
