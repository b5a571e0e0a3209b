"""A version as a table and a picture in the terminal, at most 80 columns wide."""

import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from feltsense.cli.diagnostics import cell_width
from feltsense.cli.output import Styled, echo
from feltsense.cli.wrapping import WIDEST, wrap_text
from feltsense.timeline.lengths import LengthRange
from feltsense.timeline.model import BreathEvent, SpeechEvent, Timeline
from feltsense.timeline.report import Overview, SectionOverview
from feltsense.units import SAMPLE_RATE, clock

_CELLS = 68
"""Cells of the longest section's picture."""
_TITLE = 17
_HEAD = "Section            Start  Length  Speech  Words/min  Longest quiet     Can last"


@dataclass(frozen=True, slots=True)
class Signs:
    """What the picture is drawn with."""

    speech: str
    """From a little to all."""
    elastic: str
    exact: str
    breath: str
    dash: str
    more: str


BLOCKS = Signs("▁▂▃▄▅▆▇█", "·", "─", "~", "–", "…")
ASCII = Signs("-=+*#", ".", "_", "~", "-", ".")


def signs(encoding: str | None) -> Signs:
    """Return blocks where `encoding` has them, else plain letters."""
    try:
        f"{BLOCKS.speech}{BLOCKS.elastic}{BLOCKS.exact}".encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return BLOCKS


def show_timeline(found: Overview) -> None:
    """Print the picture, the table and the figures."""
    drawn = signs(sys.stdout.encoding)
    step = _step(found.sections)
    for section in found.sections:
        echo("  ", Styled(_cut(section.title, 64, drawn), bold=True))
        echo(f"    {picture(found.timeline, section, step, drawn)}")
    echo(f"\n  {_legend(drawn, step)}\n")
    echo(_HEAD)
    for section in found.sections:
        echo(_row(section, drawn))
    echo()
    for line in figures(found, drawn):
        echo(wrap_text(line, "  ", "    "))


def in_a_line(found: Overview, before: int | None) -> str:
    """Return what an author looks at after each save; `before` are the frames that it lasted then."""
    whole, dash = found.figures, signs(sys.stdout.encoding).dash
    seconds = 0 if before is None else round((whole.length - before) / SAMPLE_RATE)
    change = f" ({seconds:+d} s)" if seconds else ""
    return (
        f"about {clock(whole.length)}{change}, can last {clock(found.shortest)}{dash}{clock(found.longest)}; "
        f"{whole.words} words, {whole.words_per_minute:.0f} a minute; "
        f"longest silence {clock(whole.longest_silence)}"
    )


def picture(timeline: Timeline, section: SectionOverview, step: int, drawn: Signs) -> str:
    """Return the picture of a section: one sign for every `step` frames, by how much is said in it."""
    starts = [tile.start for tile in timeline.tiles]
    breaths = [event for event in timeline.overlays if isinstance(event, BreathEvent)]
    led = [(event.start, event.start + event.length) for event in breaths]
    end = section.start + section.length
    cells = []
    for begin in range(section.start, end, step):
        stop = min(end, begin + step)
        first = bisect_right(starts, begin) - 1
        last = bisect_right(starts, stop - 1)
        heard = dict.fromkeys(("speech", "elastic", "exact"), 0)
        for tile in timeline.tiles[first:last]:
            shared = min(stop, tile.start + tile.length) - max(begin, tile.start)
            kind = "speech" if isinstance(tile, SpeechEvent) else "elastic" if tile.elastic else "exact"
            heard[kind] += shared
        in_breath = any(start < stop and begin < until for start, until in led)
        cells.append(_sign(heard, stop - begin, drawn, in_breath=in_breath))
    return "".join(cells)


def _sign(heard: dict[str, int], length: int, drawn: Signs, *, in_breath: bool) -> str:
    if in_breath and heard["elastic"] == 0:
        return drawn.breath
    if heard["speech"]:
        levels = len(drawn.speech)
        return drawn.speech[min(levels - 1, heard["speech"] * levels // length)]
    return drawn.exact if heard["exact"] > heard["elastic"] else drawn.elastic


def _step(sections: Sequence[SectionOverview]) -> int:
    """Return the frames of one cell: whole seconds, so that the longest section fits."""
    longest = max((section.length for section in sections), default=0)
    return max(1, -(-longest // (_CELLS * SAMPLE_RATE))) * SAMPLE_RATE


def _legend(drawn: Signs, step: int) -> str:
    each = step // SAMPLE_RATE
    return (
        f"{drawn.speech[0]} to {drawn.speech[-1]} speech   {drawn.elastic} elastic silence   {drawn.exact} exact   "
        f"{drawn.breath} breath   one sign: {each} second{'' if each == 1 else 's'}"
    )


def _row(section: SectionOverview, drawn: Signs) -> str:
    title = _cut(section.title, _TITLE, drawn)
    blank = " " * (_TITLE - cell_width(title))
    quiet = f"{clock(section.longest_silence)} line {section.longest_silence_line}" if section.longest_silence else ""
    room = f"{clock(section.shortest)}{drawn.dash}{clock(section.longest)}"
    share = f"{section.speech / section.length:.0%}" if section.length else ""
    return (
        f"{title}{blank}  {clock(section.start):>5}  {clock(section.length):>6}  {share:>6}"
        f"  {section.words_per_minute:>9.0f}  {quiet:>13}  {room:>11}"
    ).rstrip()


def figures(found: Overview, drawn: Signs) -> Iterator[str]:
    """Yield what there is to know of the whole, in lines."""
    whole = found.figures
    yield (
        f"{clock(whole.length)} in all: about {clock(whole.speech)} of speech and {clock(whole.silence)} of silence "
        f"({whole.silence_share:.0%})"
    )
    yield f"{whole.pace:.0f} words a minute while speaking, {whole.words_per_minute:.0f} over the whole"
    line = f" (line {whole.longest_silence_line})" if whole.longest_silence_line else ""
    yield f"{clock(whole.longest_silence)} is the longest silence{line}"
    for section in found.sections:
        if section.wish:
            title = _cut(section.title, WIDEST // 2, drawn)
            room = f". {section.room}" if section.is_wish_unmet else ""
            yield f"“{title}” lasts {clock(section.length)}{section.wish_note}{room}"
    if found.elastic:
        share = found.elastic / found.written if found.written else 1.0
        yield (
            f"{clock(found.elastic)} of silence stretches, now at {share:.0%} of what is written; "
            f"{clock(found.exact)} does not"
        )
    else:
        yield "none of its silence stretches, so it has this length only"
    lengths = [f"{clock(low)}{drawn.dash}{clock(high)}" for low, high in _whole_seconds(found.ranges)]
    if lengths:
        this = f"{clock(found.shortest)}{drawn.dash}{clock(found.longest)}"
        yield f"this version can last {this}; the script as a whole {', '.join(lengths)}"


def _whole_seconds(ranges: Sequence[LengthRange]) -> Iterator[LengthRange]:
    """Yield the ranges of whole seconds within, so that each that is named can really be asked for."""
    for low, high in ranges:
        first, last = -(-low // SAMPLE_RATE) * SAMPLE_RATE, high // SAMPLE_RATE * SAMPLE_RATE
        if first <= last:
            yield first, last


def _cut(title: str, room: int, drawn: Signs) -> str:
    if cell_width(title) <= room:
        return title
    kept = title
    while cell_width(kept) > room - 1:
        kept = kept[:-1]
    return kept.rstrip() + drawn.more
