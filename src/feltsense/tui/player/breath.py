"""The picture of a breath at one moment, from that moment alone. Pure."""

from dataclasses import dataclass, replace
from math import cos, pi

from feltsense.script.model import PhaseKind
from feltsense.timeline.playhead import BreathState
from feltsense.tui.widgets.lines import Line
from feltsense.units import SAMPLE_RATE


@dataclass(frozen=True, slots=True)
class Swell:
    """A breath as it is drawn."""

    size: float
    """How full it is, from 0 to 1, eased at both ends."""
    word: str
    seconds: int
    """Until the phase is over, rounded up."""
    length: int
    """Of the phase, in whole seconds."""
    round: int
    rounds: int


def swell_of(breath: BreathState) -> Swell:
    """Return how `breath` is drawn."""
    return Swell(
        size=_size(breath),
        word=_word(breath),
        seconds=-(-breath.left // SAMPLE_RATE),
        length=max(1, round(breath.length / SAMPLE_RATE)),
        round=breath.round,
        rounds=breath.rounds,
    )


def seconds_to_change(breath: BreathState, steps: int, look: float, most: float) -> float:
    """Return when to look again: as soon as the breath is drawn in another size, of `steps`, or is over.

    Args:
        breath: as it is now.
        steps: how many sizes can be told apart.
        look: seconds; the answer is a multiple.
        most: seconds at most; the seconds left are told too.
    """
    now = round(_size(breath) * steps)
    pause = look
    while pause < most:
        done = breath.done + pause * SAMPLE_RATE / breath.length
        if done >= 1 or round(_size(replace(breath, done=done)) * steps) != now:
            break
        pause += look
    return pause


def words_of(swell: Swell) -> tuple[Line, ...]:
    """Return two lines that say what to do, and how far it is."""
    led: Line = ((swell.word, "bold $ink"), (f"   {swell.seconds}", "$soft"))
    return led, ((f"round {swell.round} of {swell.rounds}", "$hush"),)


def steps_of(swell: Swell) -> Line:
    """Return a dot for each second of the phase, those that are over filled."""
    gone = max(0, swell.length - swell.seconds)
    dots = [("●", "$glow")] * gone + [("○", "$soft")] * (swell.length - gone)
    return tuple(piece for dot in dots for piece in (dot, (" ", "")))[:-1]


def bar_of(swell: Swell, columns: int) -> Line:
    """Return a soft bar of at most `columns` that widens from its middle with the breath; it moves by eighths."""
    half = max(1, columns // 2)
    eighths = round((0.06 + 0.94 * swell.size) * half * 8)
    whole, part = divmod(eighths, 8)
    right = "█" * whole + (_PARTS[part] if part else "")
    left = (_PARTS[8 - part], "reverse $glow") if part else ("", "")
    gap = half - whole - (1 if part else 0)
    track = "─" * gap
    pieces = ((track, "$line"), left, ("█" * whole, "$glow"), (right, "$glow"), (track, "$line"))
    return tuple(piece for piece in pieces if piece[0])


_PARTS = (" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█")


def _size(breath: BreathState) -> float:
    eased = (1 - cos(pi * min(1.0, max(0.0, breath.done)))) / 2
    match breath.phase:
        case PhaseKind.IN:
            return eased
        case PhaseKind.OUT:
            return 1 - eased
        case PhaseKind.HOLD:
            return 1.0 if breath.full else 0.0


def _word(breath: BreathState) -> str:
    match breath.phase:
        case PhaseKind.IN:
            return "breathe in"
        case PhaseKind.OUT:
            return "breathe out"
        case PhaseKind.HOLD:
            return "hold" if breath.full else "rest"
