"""Seek targets: from a place in a script, as people name it, to the frame where it is heard."""

from difflib import get_close_matches

from feltsense.errors import SeekError
from feltsense.playback.navigation import phrase_starts
from feltsense.timeline.model import SilenceEvent, Timeline
from feltsense.units import Frames


def seek_target(
    timeline: Timeline, *, line: int | None = None, section: str | None = None, phrase: int | None = None
) -> Frames:
    """Return the frame of the one place that is given; 0 where none is.

    Raises:
        SeekError: that place is not heard in this version.
    """
    if line is not None:
        return frame_of_line(timeline, line)
    if section is not None:
        return frame_of_section(timeline, section)
    return frame_of_phrase(timeline, phrase) if phrase is not None else Frames(0)


def frame_of_line(timeline: Timeline, line: int) -> Frames:
    """Return where the first thing that stands on `line` or below it is heard.

    Raises:
        SeekError: nothing from there on is heard in this version.
    """
    events = (*timeline.overlays, *(tile for tile in timeline.tiles if not isinstance(tile, SilenceEvent)))
    below = [(event.line, event.start) for event in events if event.line >= line]
    if not below:
        last = max((event.line for event in events), default=1)
        hint = f"The last that is heard stands on line {last}. Another length may hold more: --minutes."
        raise SeekError(f"Nothing on line {line} or below it is heard in this version.", hint)
    return min(below)[1]


def frame_of_section(timeline: Timeline, name: str) -> Frames:
    """Return where the section begins whose title begins with `name`, in any case, or that is number `name`.

    Raises:
        SeekError: there is none, or several.
    """
    titles = [chapter.title for chapter in timeline.chapters]
    wanted = name.strip().casefold()
    same = [number for number, title in enumerate(titles) if title.casefold() == wanted]
    found = same or [number for number, title in enumerate(titles) if title.casefold().startswith(wanted)]
    if not found and wanted.isdecimal() and 1 <= int(wanted) <= len(titles):
        found = [int(wanted) - 1]
    if len(found) == 1 and wanted:
        return timeline.chapters[found[0]].start
    raise SeekError(*_no_section(name, titles, several=bool(found and wanted)))


def frame_of_phrase(timeline: Timeline, number: int) -> Frames:
    """Return where phrase `number` begins, counted from 1; a breathing counts as one.

    Raises:
        SeekError: there are not so many.
    """
    starts = phrase_starts(timeline)
    if not 1 <= number <= len(starts):
        raise SeekError(f"There is no phrase {number}.", f"This version has {len(starts)}, counted from 1.")
    return starts[number - 1]


def _no_section(name: str, titles: list[str], *, several: bool) -> tuple[str, str]:
    shown = "; ".join(f"{number} {title}" for number, title in enumerate(titles, 1))
    if several:
        return f"Several sections begin with “{name}”.", f"Name one by its number: {shown}."
    near = get_close_matches(name.casefold(), [title.casefold() for title in titles], n=1)
    meant = next((title for title in titles if near and title.casefold() == near[0]), "")
    hint = f"Did you mean “{meant}”?" if meant else f"Sections are: {shown}."
    return f"No section of this version begins with “{name}”.", hint
