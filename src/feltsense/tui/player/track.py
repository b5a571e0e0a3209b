"""How far it is: one line with a gap at each chapter, and the time gone and left. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from feltsense.timeline.model import Timeline
from feltsense.tui.widgets.lines import Line
from feltsense.units import clock


@dataclass(frozen=True, slots=True)
class Track:
    """Where a practice is; all in frames."""

    position: int = 0
    length: int = 1
    starts: tuple[int, ...] = (0,)
    """Of its chapters."""
    first: int = 0
    """Which chapter of the whole the first of them is."""


def track_of(timeline: Timeline, position: int) -> Track:
    """Return the track of what is heard at `position`: the exercise as long as somebody speaks, then what follows it.

    So it is seen how long the voice still goes on, also where a background is to follow for all night.
    """
    starts = [chapter.start for chapter in timeline.chapters]
    rest = timeline.rest
    if rest is None:
        return Track(position, timeline.length, tuple(starts))
    if position < rest:
        return Track(position, starts[-1], tuple(starts[:-1]))
    return Track(position - rest, timeline.length - rest, first=len(starts) - 1)


def times_of(track: Track) -> tuple[str, str]:
    """Return the time gone and the time left."""
    gone = min(track.position, track.length)
    return _clock(gone), f"−{_clock(track.length - gone)}"


def _clock(length: int) -> str:
    """Return frames as `4:10`, from an hour on as `1:04:10`."""
    minutes, _, seconds = clock(length).partition(":")
    hours, minutes_left = divmod(int(minutes), 60)
    return f"{hours}:{minutes_left:02d}:{seconds}" if hours else f"{minutes}:{seconds}"


def line_of(track: Track, columns: int) -> Line:
    """Return the track in `columns`: what is over bold, what is to come thin, chapters apart."""
    reached = round(track.position / max(1, track.length) * columns)
    pieces = []
    for start, end in pairwise(_edges(track, columns)):
        bar = end - start - (0 if end == columns else 1)
        over = max(0, min(reached - start, bar))
        pieces += [("━" * over, "$glow"), ("─" * (bar - over), "$line"), (" " * (end - start - bar), "")]
    return tuple(piece for piece in pieces if piece[0])


def chapter_at(track: Track, column: int, columns: int) -> int:
    """Return which chapter of the whole, from 0, is drawn at `column`."""
    edges = _edges(track, columns)
    return track.first + max(0, sum(edge <= column for edge in edges[:-1]) - 1)


def _edges(track: Track, columns: int) -> Sequence[int]:
    """Return the columns where chapters start, and the end; each chapter has two columns where there is room."""
    starts = [round(start / max(1, track.length) * columns) for start in track.starts]
    for number in range(1, len(starts)):
        starts[number] = min(columns - 1, max(starts[number], starts[number - 1] + 2))
    return [*starts, columns]
