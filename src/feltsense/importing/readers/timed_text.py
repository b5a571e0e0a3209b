"""Texts whose lines or paragraphs begin with a time: “0:30 Notice …”, “[00:30] …”, “00:30 – 01:00: …”.

A few times in prose make no such text: most paragraphs have to begin with one, from the start on, in their order.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from feltsense.importing.clock_times import TIME, TimeRange, milliseconds_at
from feltsense.importing.document import ChangeKind, Document, DocumentBlock, DocumentBlockKind, ImportChange
from feltsense.importing.readers import text as text_reader
from feltsense.importing.readers.caption_files import TimedCaption
from feltsense.importing.readers.caption_words import spoken_captions
from feltsense.importing.readers.subtitles import CaptionWriter
from feltsense.importing.time_keeper import TimeKeeper
from feltsense.importing.timecodes import RANGE_MARK
from feltsense.script.durations import written
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.sentences import ended
from feltsense.script.text import has_words

_STAMPED = LazyPattern(
    r"(?P<lead>[ \t]{0,8}(?P<heading>#{1,6}[ \t]+)?(?:[-*•][ \t]+|\d{1,3}[.)][ \t]+)?(?:\*\*|__)?)"
    rf"(?P<stamp>[\[(]?(?P<start>{TIME})(?:[ \t]?{RANGE_MARK}[ \t]?(?P<end>{TIME}))?[\])]?)"
    r"(?:[ \t]?(?:min|mins|sec)\b\.?)?(?P<bold>(?:\*\*|__)?)"
    r"(?:[ \t]*[-–—:|]+(?=\s|$)|[.:]?(?=\s|$))(?:\*\*|__)?[ \t]*(?P<rest>[^\n]*)"
)
_NAMED = LazyPattern(
    r"[ \t]{0,8}(?:\*\*)?(?P<name>[^\W\d_][\w.'’ -]{0,40}?):?(?:\*\*)?[ \t]{1,8}"
    rf"(?P<stamp>[\[(]?(?P<start>{TIME})[\])]?)[ \t]*:?[ \t]*"
)
"""Somebody's name and a time on a line of its own, as programs write them that listen."""
_MINUTES = LazyPattern(
    r"(?P<lead>[ \t]{0,8}(?:[-*•][ \t]+)?(?:\*\*|__)?)(?:(?P<word>minutes?|mins?)[ \t]+)?(?P<start>\d{1,3})[ \t]?"
    r"(?:-|–|—|to)[ \t]?(?P<end>\d{1,3})(?(word)|[ \t]?(?:minutes?|mins?)\b\.?)(?=(?:\*\*|__)?[ \t]*(?:[:–—-]|$))",
    re.IGNORECASE,
    needs=r"\d",
)
"""From which minute to which, as plans of recordings have it."""
_LATEST_START = 120_000
"""A text that begins later is a part of another one, or a plan of the day."""
_MOST_OF_A_HEADING = 60
_BLOCKS = LazyPattern(r"\n[ \t]*\n[ \t]*\S|\n[ \t]*(?:#{1,6}[ \t]|>|[-*•][ \t]|\d{1,3}[.)][ \t])")
_ASIDES_BEHIND = LazyPattern(r"(?:\s*(?:\[[^\[\]]{0,80}\]|\([^()]{0,80}\)|\*[^*\n]{1,80}\*|…|\.{3})){1,4}\s*$")
"""Directions that stand behind a sentence."""
_ENOUGH = 0.6
_SMALL = frozenset("de del della di da van von der den la le el al bin the and y".split())  # noqa: SIM905 - a list of words reads best as words
"""Words of names that have no capital."""
_MOST_OF_A_NAME = 4
_GOES_ON = LazyPattern(r"(?:is|was|are|were|will|would|can|may|seems|works|in the|on the|at|until|or|ist|war|es|est)\b")
"""What a sentence goes on with that begins with a time."""
_CONTENTS = LazyPattern(
    r"[#*_ \t]*(?:chapters|time ?stamps|times|contents|kapitel|inhalt|cap[ií]tulos|chapitres|capitoli|hoofdstukken)"
    r"[:*_ \t]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TimedPart:
    """What is said from one time on."""

    time: TimeRange
    stamp: str
    line: int
    """From 1."""
    first: str
    """What stands behind the time, on its line."""
    rest: str
    """The lines below it."""
    heading: bool
    """Whether the line is marked as a heading."""
    speaker: str = ""

    @property
    def text(self) -> str:
        """All of it, on its lines."""
        return f"{self.first}\n{self.rest}" if self.rest else self.first


def timed_parts(text: str) -> tuple[str, list[TimedPart]] | None:
    """Return what stands before the first time, and the parts of a text with times; None when it is none.

    Args:
        text: the whole text, line ends unified.
    """
    lines = _with_names_beside(_with_clock_times(text.split("\n")))
    stamps = [
        (number, found)
        for number, line in enumerate(lines)
        if ":" in line and (found := _STAMPED.fullmatch(line) or _NAMED.fullmatch(line)) and not _in_prose(found)
    ]
    stamps = stamps if _are_names(lines, stamps) else [each for each in stamps if each[1].re is _STAMPED.compiled]
    if len(stamps) < 2 or not _is_timed(lines, stamps):
        return None
    ends = [*(number for number, _ in stamps[1:]), len(lines)]
    parts = [_part(lines, number, found, end) for (number, found), end in zip(stamps, ends, strict=True)]
    return "\n".join(lines[: stamps[0][0]]), parts


def _with_clock_times(lines: list[str]) -> list[str]:
    """Return lines with “0–2 min:” as 0:00 – 2:00, where several of them follow on from the start."""
    ranges = {number: found for number, line in enumerate(lines) if (found := _MINUTES.match(line))}
    bounds = [(int(found["start"]), int(found["end"])) for found in ranges.values()]
    if len(bounds) < 2 or bounds[0][0] > 1 or any(after[0] < before[1] for before, after in pairwise(bounds)):
        return lines
    return [
        f"{found['lead']}{found['start']}:00 - {found['end']}:00{line[found.end() :]}"
        if (found := ranges.get(number))
        else line
        for number, line in enumerate(lines)
    ]


def _with_names_beside(lines: list[str]) -> list[str]:
    """Return lines with names that stand above times beside them, where persons come again; as many lines as before."""
    alone = [
        number
        for number, line in enumerate(lines)
        if ":" in line and (found := _STAMPED.fullmatch(line)) and not found["rest"].strip()
    ]
    names = Counter(lines[number - 1].strip().rstrip(":") if number else "" for number in alone)
    if len(alone) < 2 or len(names) == len(alone) or not all(name and _may_be_name(name) for name in names):
        return lines
    above = {number - 1: "" for number in alone}
    beside = {number: f"{lines[number - 1].strip()} {lines[number].strip()}" for number in alone}
    return [(above | beside).get(number, line) for number, line in enumerate(lines)]


def _are_names(lines: Sequence[str], stamps: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Tell whether what stands before times at line ends are names: of people, their words below, and who come again.

    Else they are what is said, with its time behind it.
    """
    named = [(number, found["name"]) for number, found in stamps if found.re is _NAMED.compiled]
    following = [lines[number + 1].strip() if number + 1 < len(lines) else "" for number, _ in named]
    few = len(named) <= 2 or len({name for _, name in named}) < len(named)
    return few and all(_may_be_name(name) for _, name in named) and any(following)


def _may_be_name(text: str) -> bool:
    words = text.split()
    shaped = all(word[:1].isupper() or word.isdigit() or word in _SMALL for word in words[1:])
    return len(words) <= _MOST_OF_A_NAME and shaped and (not ended(text) or len(words[-1]) <= len("J."))


def _in_prose(found: re.Match[str]) -> bool:
    """Tell whether a sentence begins with the time, as in “1:30 is too long”."""
    return found.re is _STAMPED.compiled and found["stamp"][0].isdigit() and bool(_GOES_ON.match(found["rest"]))


def read(text: str) -> Document:
    """Return the blocks of a text that `timed_parts` takes for one with times.

    Raises:
        ValueError: it does not.
    """
    found = timed_parts(text)
    if found is None:
        raise ValueError(text[:80])
    head, parts = found
    if _is_contents(head, parts):
        return _without_contents(head, parts)
    before = text_reader.read_head(head)
    blocks, changes = list(before.blocks), list(before.changes)
    titled = frozenset(_titled(parts))
    if titled or any(_BLOCKS.search(part.text) for part in parts):
        _write_parts(parts, titled, blocks, changes)
    else:
        heard = all(part.time.end is not None and re.search(r"[.,]\d", part.stamp) for part in parts)
        writer = CaptionWriter(changes, heard=heard)
        captions = [TimedCaption(part.time, part.text, part.line, part.stamp, part.speaker) for part in parts]
        writer.write(spoken_captions(captions))
        blocks += writer.blocks
    return replace(before, blocks=tuple(blocks), changes=tuple(changes), by_line=False)


def _is_contents(head: str, parts: Sequence[TimedPart]) -> bool:
    """Tell whether the times are a list of chapters beside a text that has none."""
    apart = all(not part.rest.strip() for part in parts[:-1]) and all(_is_short(part.first) for part in parts)
    text = f"{head}\n{parts[-1].rest}"
    return len(parts) > 2 and apart and sum(map(ended, filter(str.strip, text.split("\n")))) > 1


def _without_contents(head: str, parts: Sequence[TimedPart]) -> Document:
    """Return the blocks of a text, without its list of chapters."""
    lines = head.split("\n")
    told = [
        ImportChange(part.line, ChangeKind.LEFT_OUT, f"{part.stamp} {part.first}", "a list of chapters")
        for part in parts
    ]
    last = next((number for number in reversed(range(len(lines))) if lines[number].strip()), 0)
    if _CONTENTS.fullmatch(lines[last]):
        told.append(ImportChange(last + 1, ChangeKind.LEFT_OUT, lines[last].strip(), "a list of chapters"))
        lines[last] = ""
    gap = [""] * (parts[-1].line - len(lines))
    found = text_reader.read_part("\n".join([*lines, *gap, parts[-1].rest]))
    return replace(found, changes=(*found.changes, *told))


def _part(lines: Sequence[str], number: int, found: re.Match[str], end: int) -> TimedPart:
    rest = "\n".join(lines[number + 1 : end]).rstrip()
    start = milliseconds_at(found["start"])
    if found.re is _NAMED.compiled:
        return TimedPart(TimeRange(start), found["stamp"], number + 1, "", rest, heading=False, speaker=found["name"])
    time = TimeRange(start, milliseconds_at(found["end"]) if found["end"] else None)
    first = found["rest"].strip()
    bold = "**" in found["lead"] or "__" in found["lead"]
    whole = bold and not found["bold"] and first.endswith(("**", "__"))
    first = first.removesuffix("**").removesuffix("__").strip() if whole else first
    return TimedPart(time, found["stamp"], number + 1, first, rest, heading=bool(found["heading"]) or whole)


def _is_timed(lines: Sequence[str], stamps: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Tell whether the times are those of the words: from the start on, in order, and before most of them."""
    starts = [milliseconds_at(found["start"]) for _, found in stamps]
    if starts[0] > _LATEST_START or starts[0] == starts[-1]:
        return False
    if sum(before <= after for before, after in pairwise(starts)) < 0.8 * (len(starts) - 1):
        return False
    numbers = {number for number, _ in stamps}
    filled = [number for number, line in enumerate(lines) if line.strip()]
    firsts = [number for number in filled if number == 0 or not lines[number - 1].strip()]
    below = [number for number in firsts if number >= stamps[0][0]]
    of_lines = len(numbers) / len([number for number in filled if number >= stamps[0][0]])
    of_paragraphs = len(numbers.intersection(below)) / len(below) if below else 0.0
    titles = (len(stamps) > 2 or starts[0] == 0) and all(
        found.re is _NAMED.compiled or _is_short(found["rest"]) for _, found in stamps
    )
    return max(of_lines / 0.8, of_paragraphs) >= _ENOUGH or titles


def _is_short(text: str) -> bool:
    return len(text) <= _MOST_OF_A_HEADING and not ended(text.strip("*_ ")) and not text.endswith((",", ";", "…"))


def _is_title(part: TimedPart) -> bool:
    """Tell whether the line of a time is the title of what stands below it."""
    titled = part.heading or (bool(part.rest.strip()) and "[" not in part.first and _begins_anew(part.rest))
    return has_words(part.first) and _is_short(part.first) and titled


def _titled(parts: Sequence[TimedPart]) -> Iterator[int]:
    """Yield the lines of the parts that have a title; where most have one, others above words have one as well."""
    sure = {part.line for part in parts if _is_title(part)}
    yield from sure
    if 2 * len(sure) < len(parts) or len(sure) < 2:
        return
    for part in parts:
        above = part.rest.strip() and not part.rest.strip()[0].islower()
        if above and not part.speaker and has_words(part.first) and "[" not in part.first and _is_short(part.first):
            yield part.line


def _begins_anew(text: str) -> bool:
    """Tell whether `text` begins with a sentence, not in the middle of one."""
    first = text.strip().lstrip("\"'“‘(*_[")[:1]
    paragraph = re.split(r"\n[ \t]*(?:\n|[-*•>#])", text.strip(), maxsplit=1)[0]
    return first.isupper() and ended(_ASIDES_BEHIND.sub("", paragraph))


def _write_parts(
    parts: Sequence[TimedPart], titled: frozenset[int], blocks: list[DocumentBlock], changes: list[ImportChange]
) -> None:
    """Write parts that hold paragraphs, lists or headings of their own; `titled` are the lines of those with titles."""
    times = TimeKeeper(blocks, changes)
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        if part.line in titled:
            times.end(part.time.start)
            blocks.append(_heading(part, following.time.start if following else None))
            changes.append(ImportChange(part.line, ChangeKind.LEFT_OUT, part.stamp, "when this part begins"))
            text, line = part.rest, part.line + 1
        else:
            times.begin(part.time, part.stamp, part.line)
            if part.speaker:
                changes.append(ImportChange(part.line, ChangeKind.LEFT_OUT, part.speaker, "the name of who speaks"))
            text, line = part.text, part.line
        for block in _read(text, line, changes):
            blocks.append(block)
            if block.kind in (DocumentBlockKind.TEXT, DocumentBlockKind.ITEM):
                times.say(block.text)
    times.end()


def _heading(part: TimedPart, following: int | None) -> DocumentBlock:
    """Return a heading with the length of its part, where the times say it."""
    until = following if following is not None else part.time.end
    length = until - part.time.start if until is not None else 0
    title = part.first.strip("*_ ").rstrip(":")
    text = f"{title} ({written(round(length, -3))})" if length >= 1000 else title
    return DocumentBlock(DocumentBlockKind.HEADING, text, part.line, 2)


def _read(text: str, line: int, changes: list[ImportChange]) -> Iterator[DocumentBlock]:
    """Yield the blocks of a stretch of text that begins in `line`."""
    found = text_reader.read_part(text)
    changes += [replace(change, place=change.place + line - 1) for change in found.changes]
    for block in found.blocks:
        moved = replace(block, place=block.place + line - 1)
        titled = block.kind in (DocumentBlockKind.TITLE, DocumentBlockKind.HEADING)
        yield replace(moved, kind=DocumentBlockKind.HEADING, level=max(block.level, 2)) if titled else moved
