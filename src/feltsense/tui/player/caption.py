"""A caption: what of a moment is read rather than heard, and how it is laid out. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from feltsense.timeline.playhead import PlayheadState
from feltsense.tui.widgets.lines import BLANK, Line, centred, line_width, wrapped_lines
from feltsense.units import SAMPLE_RATE

COLUMNS, WIDE_COLUMNS = 46, 84
"""As wide as a phrase gets: an eye takes such a line in without travelling. In a wide room it may be wider."""

_WIDE, _HIGH = 108, 14
"""Columns and rows from which on there is room to set a phrase large: words and lines apart."""

_SHOWN_FROM = 4 * SAMPLE_RATE
"""Shorter silences are the breath between sentences, and are not told."""

_REMEMBERED = 3 * SAMPLE_RATE
"""So long the last word is read before only the background is told."""

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
    if moment.resting and (moment.phrase is None or _after_word(moment) >= _REMEMBERED):
        return waiting_for(f"only {moment.title.lower()} now", moment.position / SAMPLE_RATE, lively=lively)
    quiet = -(-moment.quiet // SAMPLE_RATE) if moment.gap >= _SHOWN_FROM and not moment.resting else 0
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
    large = columns >= _WIDE and rows >= _HIGH
    across = min(WIDE_COLUMNS if columns >= _WIDE else COLUMNS, columns - 4)
    anchor = max(2, rows * 2 // 5)
    now = _now(caption, across, large=large)
    past = _balanced(caption.before, across)[-(anchor - 2 if large else anchor - 1) :] if caption.before else ()
    above = (*past, *((BLANK,) * (2 if large else 1)))
    lines = [*((BLANK,) * (anchor - len(above))), *above, *now]
    if caption.quiet or caption.waiting:
        lines = [*lines[: rows - 2], BLANK, _quiet(caption)] if caption.text else [*(BLANK,) * anchor, _quiet(caption)]
    return tuple(centred(line, columns) for line in lines[:rows])


def _after_word(moment: PlayheadState) -> int:
    """Return the frames since the last word was over."""
    return moment.position - (moment.phrase.start + moment.phrase.length if moment.phrase else 0)


def _spoken(moment: PlayheadState) -> int:
    """Return how many words of the shown text have begun. Voices may count words otherwise than the text does."""
    if moment.phrase is None:
        return 0
    shown, heard = len(moment.phrase.text.split()), len(moment.phrase.words)
    if moment.quiet or not heard:
        return shown
    return moment.spoken if shown == heard else round(moment.spoken * shown / heard)


def _now(caption: Caption, across: int, *, large: bool) -> Sequence[Line]:
    """Return the phrase, the words that have begun bright, those to come softer."""
    if caption.over:
        return _balanced(caption.text, across)
    space = "  " if large else " "
    lines: list[Line] = []
    begun = 0
    for row in _balanced(caption.text, across - across // 7 if large else across):
        words = row[0][0].split()
        bright = max(0, min(caption.spoken - begun, len(words)))
        begun += len(words)
        said, coming = space.join(words[:bright]), space.join(words[bright:])
        gap = space if said and coming else ""
        lines.append(tuple(piece for piece in ((said + gap, "bold $ink"), (coming, "$soft")) if piece[0]))
        if large:
            lines.append(BLANK)
    return lines[:-1] if large else lines


def _balanced(text: str, across: int) -> Sequence[Line]:
    """Return `text` in as few lines as go into `across`, about as long as each other: no word stands alone."""
    lines = wrapped_lines(text, across, "$hush")
    longest = max((line_width(((word, ""),)) for word in text.split()), default=0)
    narrower = max(longest, -(-sum(map(line_width, lines)) // max(1, len(lines))))
    while narrower < across and len(closer := wrapped_lines(text, narrower, "$hush")) > len(lines):
        narrower += 1
    return closer if narrower < across else lines


def _quiet(caption: Caption) -> Line:
    told = (caption.waiting or f"quiet · {caption.quiet} s", "$soft")
    if caption.beat is None:
        return (told,)
    dots = [("•", "$glow") if place == caption.beat else ("·", "$line") for place in range(5)]
    spaced = [piece for dot in dots for piece in (dot, (" ", ""))][:-1]
    return (*spaced, ("   ", ""), told)
