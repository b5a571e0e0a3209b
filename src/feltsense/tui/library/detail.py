"""What an exercise is, in plain words, and the lengths to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from feltsense.library.catalogue import Entry
from feltsense.tui.widgets.lines import BLANK, Line, content, wrapped_lines

TIER_WORDS = {
    1: "outward: it stays with what is around you",
    2: "inward, with something steady to come back to",
    3: "closer to what is tender; best on a day with some room",
}
"""What a tier means, for people."""


@dataclass(frozen=True, slots=True)
class ExerciseDetails:
    """An exercise as it is described."""

    entry: Entry
    minutes: float | None
    """The length that is chosen; None for the exercise's own."""
    sections: tuple[str, ...] = ()
    """Empty while they are not known yet."""
    last: datetime | None = None
    """When it was practised last."""
    now: datetime | None = None


def offered_lengths(entry: Entry) -> tuple[float | None, ...]:
    """Return the lengths an exercise offers; None stands for its own when it names none."""
    return entry.front.minutes or (None,)


def detail_lines(about: ExerciseDetails, columns: int) -> tuple[Line, ...]:
    """Return the description in lines of at most `columns`."""
    front = about.entry.front
    lines: list[Line] = [*wrapped_lines(front.title, columns, "bold $ink"), BLANK]
    lines += [*wrapped_lines(front.summary, columns, "$soft"), BLANK] if front.summary else []
    lines += [_lengths(about), BLANK]
    lines += wrapped_lines(TIER_WORDS.get(front.tier, ""), columns, "$soft")
    if about.last and about.now:
        lines += wrapped_lines(f"last practised {time_ago(about.last, about.now)}", columns, "$hush")
    lines.append(BLANK)
    for caution in front.cautions:
        lines += _hanging("·", caution, columns)
    if about.sections:
        lines += [BLANK, *(((f"{number:>2}  ", "$hush"), (title, "$hush")) for number, title in _numbered(about))]
    return tuple(lines)


def time_ago(then: datetime, now: datetime) -> str:
    """Return how long ago, as people say it."""
    days = (now.date() - then.date()).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    if days < 14:
        return f"{days} days ago"
    return f"{days // 7} weeks ago" if days < 60 else f"{days // 30} months ago"


class DetailView(Widget):
    """Describes one exercise. A click on a length chooses it."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    DetailView { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    @dataclass
    class LengthClicked(Message):
        """A length was clicked on."""

        number: int
        """From 0."""

    about: ExerciseDetails | None = None

    def show(self, about: ExerciseDetails | None) -> None:
        """Show `about`; nothing for None."""
        if about != self.about:
            self.about = about
            self.refresh(layout=True)

    def render(self) -> Content:
        """Return what is drawn."""
        return content(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Return how many rows it needs."""
        return max(1, len(self._lines(width)))

    def on_click(self, event: events.Click) -> None:
        """Choose the length under the mouse."""
        if self.about is None or event.y >= len(self._lines(self.size.width)):
            return
        line = self._lines(self.size.width)[event.y]
        if line != _lengths(self.about):
            return
        place = event.x
        for number, minutes in enumerate(offered_lengths(self.about.entry)):
            wide = len(_length(minutes)) + 5
            if 0 <= place < wide:
                event.stop()
                self.post_message(self.LengthClicked(number))
            place -= wide

    def _lines(self, columns: int) -> tuple[Line, ...]:
        return detail_lines(self.about, columns) if self.about else ()


def _lengths(about: ExerciseDetails) -> Line:
    pieces: list[tuple[str, str]] = []
    for minutes in offered_lengths(about.entry):
        lit = minutes == about.minutes
        pieces.append(("● " if lit else "○ ", "$glow" if lit else "$hush"))
        pieces.append((f"{_length(minutes)}   ", "bold $ink" if lit else "$soft"))
    return tuple(pieces)


def _length(minutes: float | None) -> str:
    return "its own length" if minutes is None else f"{minutes:g} min"


def _hanging(mark: str, text: str, columns: int) -> Iterable[Line]:
    for number, row in enumerate(wrapped_lines(text, columns - 2, "$hush")):
        yield ((f"{mark} " if number == 0 else "  ", "$hush"), *row)


def _numbered(about: ExerciseDetails) -> Iterable[tuple[int, str]]:
    return enumerate(about.sections, 1)
