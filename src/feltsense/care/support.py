"""Whom one can turn to, as blocks of lines that every front end shows in its own way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from feltsense.care.helplines import Helpline, guess_region, helplines, region
from feltsense.care.people import Person, load_people
from feltsense.errors import SettingsError

NOBODY = "You have named nobody yet. The settings have a place for people you trust."
ANYWHERE = "The settings can name your country; its own helplines are shown then."


@dataclass(frozen=True, slots=True)
class SupportBlock:
    """A few lines that belong together."""

    lines: tuple[str, ...]
    head: str = ""


def support_blocks(people: Sequence[Person], code: str) -> tuple[SupportBlock, ...]:
    """Return the number for danger, the listener's own people, then helplines of the region with that code.

    Args:
        people: in their order.
        code: of a region; empty for anywhere.
    """
    return tuple(_blocks(people, code))


def load_support(home: Path, code: str) -> tuple[SupportBlock, ...]:
    """Return the same with the people in the data folder `home`; why they cannot be read comes first, if so.

    An empty `code` stands for the region that the system's language names.
    """
    code = code or guess_region()
    try:
        return support_blocks(load_people(home), code)
    except SettingsError as error:
        return (SupportBlock((f"{error.message} {error.hint}",)), *support_blocks((), code))


def people_block(people: Sequence[Person]) -> SupportBlock:
    """Return the listener's own people."""
    return SupportBlock(tuple(f"{person.name}   {person.how}" for person in people) or (NOBODY,), "Your own people")


def _blocks(people: Sequence[Person], code: str) -> Iterator[SupportBlock]:
    dangers = tuple(f"{each.number}   {each.reaches}" for each in region(code).emergency)
    if dangers:
        yield SupportBlock(dangers, "In danger")
    yield people_block(people)
    yield from map(_helpline, helplines(code))
    if not code:
        yield SupportBlock((ANYWHERE,))


def _helpline(line: Helpline) -> SupportBlock:
    about = ", ".join(part for part in (line.hours, line.cost, " and ".join(line.languages)) if part)
    return SupportBlock(tuple(part for part in (line.serves, *line.ways, about) if part), line.name)
