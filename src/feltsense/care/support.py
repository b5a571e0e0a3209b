"""Whom one can turn to, as blocks of lines that every front end shows in its own way."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from feltsense.care.helplines import Helpline, guess_region, helplines, region
from feltsense.care.people import Person, load_people
from feltsense.errors import SettingsError

NOBODY = "Nobody is named here yet."
ANYWHERE = "No country is chosen. Each has its own number, and helplines of its own."


@dataclass(frozen=True, slots=True)
class SupportBlock:
    """A few lines that belong together."""

    lines: tuple[str, ...]
    head: str = ""


@dataclass(frozen=True, slots=True)
class SupportHints:
    """How a front end can add what is missing, in a sentence each; empty where it says so elsewhere."""

    people: str = ""
    country: str = ""


NO_HINTS = SupportHints()


def support_blocks(people: Sequence[Person], code: str, hints: SupportHints = NO_HINTS) -> tuple[SupportBlock, ...]:
    """Return the number for danger, the listener's own people, then helplines of the region with that code.

    Args:
        people: in their order.
        code: of a region; empty for anywhere.
        hints: how what is missing can be added.
    """
    return tuple(_blocks((people_block(people, hints),), code, hints))


def support_of(people: Sequence[SupportBlock], code: str, hints: SupportHints = NO_HINTS) -> tuple[SupportBlock, ...]:
    """Return the same with `people_blocks`. An empty `code` stands for the region that the system's language names."""
    return support_in(people, code or guess_region(), hints)


def support_in(people: Sequence[SupportBlock], code: str, hints: SupportHints = NO_HINTS) -> tuple[SupportBlock, ...]:
    """Return the same; an empty `code` stands for anywhere, whatever the system's language names."""
    return tuple(_blocks(people, code, hints))


def load_support(home: Path, code: str, hints: SupportHints = NO_HINTS) -> tuple[SupportBlock, ...]:
    """Return the same with the people in the data folder `home`."""
    return support_of(people_blocks(lambda: load_people(home), hints), code, hints)


def people_blocks(people: Callable[[], Sequence[Person]], hints: SupportHints = NO_HINTS) -> tuple[SupportBlock, ...]:
    """Return the listener's own people; why they cannot be read comes first, if so."""
    try:
        return (people_block(people(), hints),)
    except SettingsError as error:
        return (SupportBlock((f"{error.message} {error.hint}",)), people_block((), hints))


def people_block(people: Sequence[Person], hints: SupportHints = NO_HINTS) -> SupportBlock:
    """Return the listener's own people."""
    named = tuple(f"{person.name}   {person.how}".rstrip() for person in people)
    return SupportBlock(named or (_with(NOBODY, hints.people),), "Your own people")


def _blocks(people: Sequence[SupportBlock], code: str, hints: SupportHints) -> Iterator[SupportBlock]:
    here = region(code)
    dangers = tuple(f"{each.number}   {each.reaches}" for each in here.emergency)
    if dangers:
        yield SupportBlock(dangers, f"In danger, {here.name}" if here.code else "In danger")
    if not here.code:
        yield SupportBlock((_with(ANYWHERE, hints.country),))
    yield from people
    yield from map(_helpline, helplines(code))


def _with(text: str, hint: str) -> str:
    return f"{text} {hint}".rstrip()


def _helpline(line: Helpline) -> SupportBlock:
    about = ", ".join(part for part in (line.hours, line.cost, " and ".join(line.languages)) if part)
    return SupportBlock(tuple(part for part in (line.serves, *line.ways, about) if part), line.name)
