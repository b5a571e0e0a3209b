"""Whom one can turn to, as paragraphs to read. Pure."""

from collections.abc import Iterable, Sequence

from feltsense.care.helplines import Emergency, Helpline, helplines, region
from feltsense.care.people import Person
from feltsense.tui.widgets.reading import Paragraph

NOBODY = "You have named nobody yet. The settings have a place for people you trust."
ANYWHERE = "The settings can name your country; its own helplines are shown then."


def paragraphs(people: Sequence[Person], code: str) -> tuple[Paragraph, ...]:
    """Return the number for danger, the listener's own people, then helplines of the region with that code.

    Args:
        people: in their order.
        code: of a region; empty for anywhere.
    """
    return tuple(_paragraphs(people, code))


def _paragraphs(people: Sequence[Person], code: str) -> Iterable[Paragraph]:
    dangers = [_danger(emergency) for emergency in region(code).emergency]
    if dangers:
        yield Paragraph("\n".join(dangers), "In danger")
    yield Paragraph("\n".join(f"{person.name}   {person.how}" for person in people) or NOBODY, "Your own people")
    yield from map(_line, helplines(code))
    if not code:
        yield Paragraph(ANYWHERE)


def _danger(emergency: Emergency) -> str:
    return f"{emergency.number}   {emergency.reaches}"


def _line(line: Helpline) -> Paragraph:
    about = ", ".join(part for part in (line.hours, line.cost, " and ".join(line.languages)) if part)
    return Paragraph("\n".join(part for part in (line.serves, *line.ways, about) if part), line.name)
