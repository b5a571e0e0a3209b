"""What the editor says of a script, in few words: worked out as plain values, drawn by its screen."""

from feltsense.authoring.analysis import Audible, ScriptAnalysis, TrialOptions
from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.system.printable import printable_line
from feltsense.timeline.lengths import LengthRange
from feltsense.timeline.report import SectionOverview
from feltsense.tui.widgets.lines import BLANK, Line, line_width
from feltsense.units import SAMPLE_RATE, clock, clock_of_seconds

_NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.NOTE: ("note", "notes"),
}
_LABEL = 10
_SHORTEST_NAME = 12


def header(name: str, state: str, analysis: ScriptAnalysis, columns: int) -> Line:
    """Return the line at the top: which script it is, and how it lies in time."""
    count, about, span = (
        count_diagnostics(analysis.diagnostics),
        length_summary(analysis),
        length_ranges(analysis.ranges),
    )
    least = max(_SHORTEST_NAME, columns - len(state) - len(count) - 4)
    left = (_cut(name, least), "bold $ink"), (f"  {state}", "$hush")
    room = columns - line_width(left)
    parted = ((count, about, span), (count, about), (count,) if count else (about,))
    variants = (" · ".join(part for part in parts if part) for parts in parted)
    shown = next((variant for variant in variants if len(variant) + 2 <= room), "")
    return (*left, (" " * max(0, room - len(shown)), ""), (shown, "$soft"))


def length_summary(analysis: ScriptAnalysis) -> str:
    """Return how long it is."""
    if analysis.overview is None:
        can_be_heard = analysis.exercise is not None and any(
            isinstance(node, Audible) for node in analysis.exercise.walk()
        )
        return "not possible in this length" if analysis.ranges and can_be_heard else ""
    return f"about {clock(analysis.overview.figures.length)}"


def length_ranges(ranges: tuple[LengthRange, ...]) -> str:
    """Return which lengths are possible, in whole seconds; nothing where there is only one."""
    whole = [(-(-low // SAMPLE_RATE), high // SAMPLE_RATE) for low, high in ranges]
    named = [f"{clock_of_seconds(low)}–{clock_of_seconds(high)}" for low, high in whole if low < high]
    return f"can last {' or '.join(named)}" if named else ""


def count_diagnostics(found: tuple[Diagnostic, ...]) -> str:
    """Return how much was found: `2 errors, 1 note`."""
    parts = []
    for severity, (one, many) in _NAMES.items():
        count = sum(each.severity is severity for each in found)
        if count:
            parts.append(f"{count} {one if count == 1 else many}")
    return ", ".join(parts)


def diagnostic_lines(found: Diagnostic | None, columns: int) -> tuple[Line, Line]:
    """Return the two lines about what was found where the cursor is."""
    if found is None:
        return BLANK, BLANK
    words = ((f"{found.code:<4}  ", "$hush"), (_cut(found.message, columns - 6), "$ink"))
    return words, (("  →   ", "$hush"), (_cut(found.hint, columns - 6), "$glow"))


def timing_table(analysis: ScriptAnalysis, trial: TrialOptions) -> tuple[Line, ...]:
    """Return the table beside: how long, how much of it is speech, and the sections."""
    rows = [_row("tried", trial.summary())] if trial.summary() else []
    span = length_ranges(analysis.ranges).removeprefix("can last ")
    if analysis.overview is None:
        words = printable_line(analysis.timeline_error) or "one moment"
        return (*rows, _row("length", words), *([_row("can last", span)] if span else []))
    figures = analysis.overview.figures
    share = round(100 * (1 - figures.silence_share))
    longest = f"{clock(figures.longest_silence)}, line {figures.longest_silence_line}"
    rows += [
        _row("length", f"about {clock(figures.length)}"),
        _row("can last", span or "just this"),
        _row("speech", f"{clock(figures.speech)}, {share} %"),
        _row("pace", f"{figures.pace:.0f} words a minute, {figures.words_per_minute:.0f} in all"),
        _row("silence", f"longest {longest}" if figures.longest_silence_line else "none"),
        BLANK,
    ]
    sections = analysis.overview.sections
    width = max((len(each.wish_note) for each in sections), default=0)
    return (*rows, *((_clocks(each, width), (printable_line(each.title), "$soft")) for each in sections))


def _row(label: str, words: str) -> Line:
    return (f"{label:<{_LABEL}}", "$hush"), (words, "$soft")


def _clocks(section: SectionOverview, width: int) -> tuple[str, str]:
    """Return when a section begins and how long it lasts, its wish beside that, in a column of `width`."""
    return f"{clock(section.start):>5} {clock(section.length):>5}{section.wish_note:<{width}}  ", "$hush"


def _cut(words: str, columns: int) -> str:
    words = printable_line(words)
    return words if len(words) <= columns else f"{words[: max(0, columns - 1)]}…"
