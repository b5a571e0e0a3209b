"""Lengths of headings that have subheadings: each is that of all below it, up to the next heading of its rank.

What of it is not given to subheadings with a length of their own goes to the one part without one. Where several parts
have none, nothing says how it is shared: that is told, and they keep their natural lengths.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.script.headings import wish_text
from feltsense.script.model import WishedLength
from feltsense.script.text import quoted
from feltsense.units import Ms

_CODE = "S036"
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class HeadedPart:
    """A heading, and what stands below it before the next one."""

    title: str
    level: int
    """The number of its #; 0 for what stands before the first heading."""
    wish: WishedLength | None
    lasts: bool
    """Whether anything stands there that takes time."""


@dataclass(frozen=True, slots=True)
class SharedLengths:
    """How long each part is to last, and what is to be told."""

    wishes: tuple[WishedLength | None, ...]
    found: tuple[Diagnostic, ...]


def shared_lengths(parts: Sequence[HeadedPart]) -> SharedLengths:
    """Return the lengths of parts when those of headings with subheadings are shared among what stands below them."""
    wishes = [part.wish for part in parts]
    found: list[Diagnostic] = []
    for number in range(len(parts) - 1, -1, -1):  # subheadings before the headings above them
        wish, below = parts[number].wish, parts[number : _end(parts, number)]
        if wish and not any(part.lasts for part in below):
            message = "Nothing stands under this heading, so nothing lasts so long."
            hint = "Write the length at a heading with words below it, before the next heading."
            found.append(Diagnostic(_CODE, Severity.WARNING, wish.span, message, hint))
        elif wish and len(below) > 1:
            wishes[number] = None
            found += _share(parts, wishes, number, wish)
    return SharedLengths(tuple(wishes), tuple(reversed(found)))


def _share(
    parts: Sequence[HeadedPart], wishes: list[WishedLength | None], number: int, wish: WishedLength
) -> Iterator[Diagnostic]:
    """Give what is left of a heading's length to the one part that has none; yield what keeps that from being done."""
    below = list(_members(parts, number))
    given = [parts[each].wish for each in below if each != number]
    low = sum(each.shortest for each in given if each)
    high = sum(each.longest for each in given if each)
    bare = [each for each in below if each == number or not parts[each].wish]
    rest = sorted((wish.shortest - low, wish.longest - high))
    if not bare and low <= wish.longest and high >= wish.shortest:
        return
    if len(bare) == 1 and rest[0] > 0:
        wishes[bare[0]] = WishedLength(Ms(rest[0]), Ms(rest[1]), wish.span)
    elif len(bare) > 1 and (not low or rest[0] > 0):
        message = "This length is for several parts together, and nothing says how they share it."
        hint = f"Give lengths of their own to {_named(parts, bare)}; one may be left out, and takes what is left."
        yield Diagnostic(_CODE, Severity.WARNING, wish.span, message, hint)
    else:
        come = f"The parts below come to {wish_text((Ms(low), Ms(high)))}"
        message = f"{come}: nothing is left for {_named(parts, bare)}." if bare else f"{come}, and so does all of it."
        hint = f"Write [{wish_text((Ms(low), Ms(high)))}] here, or change the lengths below."
        hint = "Write a longer one here, or shorter ones below." if bare else hint
        if bare == [number]:
            wishes[number] = wish
            message = f"{come}: this length counts for the words above them alone."
            hint = "Write a longer one here, if it is that of all; else make the headings below of the same rank."
        yield Diagnostic(_CODE, Severity.WARNING, wish.span, message, hint)


def _end(parts: Sequence[HeadedPart], number: int) -> int:
    """Return where the next heading of the same rank or a higher one stands."""
    after = range(number + 1, len(parts))
    return next((each for each in after if parts[each].level <= parts[number].level), len(parts))


def _members(parts: Sequence[HeadedPart], number: int) -> Iterator[int]:
    """Yield what makes up the length of a heading: its own words, and the parts below that last or have a length."""
    if parts[number].lasts:
        yield number
    place, end = number + 1, _end(parts, number)
    while place < end:
        if parts[place].wish:
            yield place
            place = _end(parts, place)
        else:
            if parts[place].lasts:
                yield place
            place += 1


def _named(parts: Sequence[HeadedPart], numbers: Sequence[int]) -> str:
    """Return the titles of parts, as a sentence names them."""
    names = [f"“{quoted(parts[number].title)}”" for number in numbers[:_MOST_NAMED]]
    more = [f"{len(numbers) - _MOST_NAMED} more"] if len(numbers) > _MOST_NAMED else []
    *first, last = [*names, *more]
    return f"{', '.join(first)} and {last}" if first else last
