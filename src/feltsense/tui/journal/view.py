"""Practices as the journal screen shows them: a line each, with a stroke for each scale. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from feltsense.journal.insight import DRIFT, SCALES
from feltsense.journal.model import Practice
from feltsense.journal.practice_page import NOT_PLAYED, PageBlock, before_and_after, heard, practice_page
from feltsense.journal.summary import JournalSummary
from feltsense.system.printable import printable_line, shortened
from feltsense.tui.journal.month import CHECKED_IN, PRACTISED
from feltsense.tui.journal.strokes import AFTER_ALONE, BEFORE, HIGHER, LOWER, SAME, scale_line, stroke, stroke_width
from feltsense.tui.widgets.lines import Line, padded
from feltsense.tui.widgets.text import Paragraph

_LONGEST_TITLE = 40
_GAP = 2
_NUMBERS = len("10 → 10")
_HEARD = 6
_LEGENDS = (
    f"{BEFORE} before  {LOWER} {HIGHER} {AFTER_ALONE} after  {SAME} same",
    f"{BEFORE} before {LOWER}{HIGHER}{SAME}{AFTER_ALONE} after",
    f"{BEFORE} → {LOWER}{HIGHER}{SAME}{AFTER_ALONE}",
)
"""What the signs mean, for less and less room."""
_DISTRESS, _CONNECTION, _SHORT_CONNECTION = "distress", "alone … connected", "connected"
"""Above the scales. The second is wider than a narrow scale, and then stands above its middle."""

_SIGNS = Paragraph(
    f"{BEFORE} before · {LOWER} lower after · {HIGHER} higher after · {SAME} the same · {AFTER_ALONE} said only after\n"
    f"In the month: {PRACTISED} practised · {CHECKED_IN} checked in, and did not play",
    "The signs",
)


@dataclass(frozen=True, slots=True)
class RowLayout:
    """How a line of so many columns is laid out."""

    columns: int

    @property
    def step(self) -> int:
        """Columns from one number of a scale to the next."""
        return 2 if self.columns >= 106 else 1

    @property
    def numbers(self) -> bool:
        """Whether the numbers stand beside the strokes."""
        return self.columns >= 62

    @property
    def hour(self) -> bool:
        """Whether the day of the week and the hour are shown."""
        return self.columns >= 92

    @property
    def heard(self) -> int:
        """Columns of the time that was heard; none where the title has more need of them."""
        return _HEARD + _GAP if self.hour and not 106 <= self.columns < 116 else 0

    @property
    def scale(self) -> int:
        """Columns of a stroke with its numbers."""
        return stroke_width(self.step) + (1 + _NUMBERS if self.numbers else 0)

    @property
    def when(self) -> int:
        """Columns of the date; where it is narrow, the month above tells the year."""
        return 20 if self.hour else 9 if self.numbers else 6

    @property
    def connection(self) -> str:
        """The name of the second scale."""
        return _CONNECTION if self.columns >= 52 else _SHORT_CONNECTION

    @property
    def overhang(self) -> int:
        """Columns by which the name of the second scale begins before it, and ends behind it."""
        return max(0, len(self.connection) - self.scale) // 2

    @property
    def between(self) -> int:
        """Columns between the scales."""
        return _GAP + self.overhang

    @property
    def title(self) -> int:
        """Columns of the title."""
        rest = self.when + 2 * _GAP + self.heard + 2 * self.scale + self.between + self.overhang + 1
        return max(8, min(_LONGEST_TITLE, self.columns - rest))

    @property
    def left(self) -> int:
        """Columns before the first stroke."""
        return self.when + _GAP + self.title + _GAP + self.heard


def practice_row(practice: Practice, columns: int) -> Line:
    """Return a practice in one line of `columns`: when, what, and both scales."""
    layout = RowLayout(columns)
    when = format(practice.began_at, "%a %d %b %y  %H:%M" if layout.hour else "%d %b %y" if layout.numbers else "%d %b")
    played = ((f"{heard(practice) if practice.played else '':>{_HEARD}}  ", "$hush"),) if layout.heard else ()
    return (
        (f"{when:<{layout.when}}  ", "$hush"),
        (f"{_title(practice, layout.title):<{layout.title}}  ", "$soft" if practice.played else "$hush"),
        *played,
        *_scales(practice, layout),
    )


def row_headings(columns: int) -> tuple[Line, Line]:
    """Return the two lines above such rows: what the signs mean, and the scales."""
    layout = RowLayout(columns)
    left = layout.left
    legend = next((legend for legend in _LEGENDS if len(legend) < left), "")
    pitch = layout.scale + layout.between
    names = (f"{_DISTRESS:<{pitch - layout.overhang}}{layout.connection}", "$soft")
    scales = (*padded(scale_line(layout.step), pitch), *scale_line(layout.step))
    return ((f"{legend:<{left}}", "$hush"), names), ((" " * left, ""), *scales)


def practice_paragraphs(practice: Practice) -> tuple[Paragraph, ...]:
    """Return all of a practice."""
    return block_paragraphs(practice_page(practice))


def block_paragraphs(blocks: tuple[PageBlock, ...]) -> tuple[Paragraph, ...]:
    """Return blocks of a page as paragraphs."""
    return tuple(Paragraph("\n".join(block.lines), block.head) for block in blocks)


def summary_paragraphs(summary: JournalSummary) -> tuple[Paragraph, ...]:
    """Return all that can honestly be said of many practices, and what such numbers cannot tell."""
    sentences = summary.sentences()
    said = tuple(Paragraph(sentence) for sentence in sentences[1:])
    return (Paragraph(sentences[0] if sentences else "", "Your journal in words"), *said, Paragraph(DRIFT), _SIGNS)


def _title(practice: Practice, columns: int) -> str:
    title = printable_line(practice.title)
    if practice.played:
        return shortened(title, columns)
    mark = f" · {NOT_PLAYED}"
    return shortened(title, columns - len(mark)) + mark if columns >= len(mark) + 5 else shortened(NOT_PLAYED, columns)


def _scales(practice: Practice, layout: RowLayout) -> Iterator[tuple[str, str]]:
    for number, field in enumerate(SCALES):
        if number:
            yield (" " * layout.between, "")
        yield from stroke(getattr(practice.before, field), getattr(practice.after, field), layout.step)
        if layout.numbers:
            yield (f" {before_and_after(practice, field):<{_NUMBERS}}", "$ink")
