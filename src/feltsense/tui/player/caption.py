"""A caption: what of a moment is read rather than heard, and how it is laid out. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from feltsense.timeline.playhead import PlayheadState
from feltsense.tui.widgets.lines import BLANK, Line, centred, wrapped_lines
from feltsense.units import SAMPLE_RATE

COLUMNS = 46
"""As wide as a phrase gets: an eye takes such a line in without travelling."""

_SHOWN_FROM = 4 * SAMPLE_RATE
"""Shorter silences are the breath between sentences, and are not told."""

_BEAT = SAMPLE_RATE // 2
_WALK = (0, 1, 2, 3, 4, 3, 2, 1)
"""Where the sign of life is, beat by beat."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What is read at one moment."""

    text: str = ""
    """The phrase being spoken or spoken last."""
    spoken: int = 0
    """How many of its words, as text has them, have begun."""
    before: str = ""
    quiet: int = 0
    """Whole seconds until something is heard again, rounded up; 0 where that is not worth telling."""
    beat: int | None = None
    """Where the sign of life is, 0 to 4; None without."""
    waiting: str = ""
    """What is waited for, where nothing can be heard yet."""
    over: bool = False
    """Whether the phrase is past, and something else leads now."""


def caption_of(moment: PlayheadState, *, lively: bool) -> Caption:
    """Return what is read at `moment`; with `lively` its quiet shows a sign of life.

    While a breath is under way, what was said last is over: the breath is what there is.
    """
    quiet = -(-moment.quiet // SAMPLE_RATE) if moment.gap >= _SHOWN_FROM else 0
    if moment.breath is not None:
        return Caption(moment.phrase.text if moment.phrase else "", over=True)
    return Caption(
        text=moment.phrase.text if moment.phrase else "",
        spoken=_spoken(moment),
        before=moment.before.text if moment.before else "",
        quiet=quiet,
        beat=_beat(moment.position) if quiet and lively else None,
    )


def waiting_for(what: str, at: float, *, lively: bool) -> Caption:
    """Return what is read while nothing can be heard yet, `at` seconds of waiting."""
    return Caption(waiting=what, beat=_beat(round(at * SAMPLE_RATE)) if lively else None)


def without_words(caption: Caption) -> Caption:
    """Return `caption` for someone who has switched captions off: the quiet is still told."""
    return replace(caption, text="", before="", spoken=0)


def _beat(at: int) -> int:
    return _WALK[at // _BEAT % len(_WALK)]


def caption_lines(caption: Caption, columns: int, rows: int) -> tuple[Line, ...]:
    """Return `rows` lines of `columns`: the phrase at the same height whatever its length, so that nothing jumps."""
    across = min(COLUMNS, columns - 4)
    anchor = max(2, rows * 2 // 5)
    now = _now(caption, across)
    past = wrapped_lines(caption.before, across, "$hush")[-(anchor - 1) :] if caption.before else ()
    above = (*past, BLANK)
    lines = [*((BLANK,) * (anchor - len(above))), *above, *now]
    if caption.quiet or caption.waiting:
        lines = [*lines[: rows - 2], BLANK, _quiet(caption)] if caption.text else [*(BLANK,) * anchor, _quiet(caption)]
    return tuple(centred(line, columns) for line in lines[:rows])


def _spoken(moment: PlayheadState) -> int:
    """Return how many words of the shown text have begun. Voices may count words otherwise than the text does."""
    if moment.phrase is None:
        return 0
    shown, heard = len(moment.phrase.text.split()), len(moment.phrase.words)
    if moment.quiet or not heard:
        return shown
    return moment.spoken if shown == heard else round(moment.spoken * shown / heard)


def _now(caption: Caption, across: int) -> Sequence[Line]:
    """Return the phrase, the words that have begun bright, those to come softer."""
    lines: list[Line] = []
    begun = 0
    if caption.over:
        return wrapped_lines(caption.text, across, "$hush")
    for row in wrapped_lines(caption.text, across, ""):
        words = row[0][0].split(" ")
        bright = max(0, min(caption.spoken - begun, len(words)))
        begun += len(words)
        said, coming = " ".join(words[:bright]), " ".join(words[bright:])
        gap = " " if said and coming else ""
        lines.append(tuple(piece for piece in ((said + gap, "bold $ink"), (coming, "$soft")) if piece[0]))
    return lines


def _quiet(caption: Caption) -> Line:
    told = (caption.waiting or f"quiet · {caption.quiet} s", "$soft")
    if caption.beat is None:
        return (told,)
    dots = [("•", "$glow") if place == caption.beat else ("·", "$line") for place in range(5)]
    spaced = [piece for dot in dots for piece in (dot, (" ", ""))][:-1]
    return (*spaced, ("   ", ""), told)
