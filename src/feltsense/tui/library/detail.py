"""What an exercise is, in plain words, and the lengths to choose from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from feltsense.library.catalogue import Entry
from feltsense.tui.library.rows import ListRow, RowKind
from feltsense.tui.widgets.lines import BLANK, Line, content, wrapped_lines

CLOSENESS = {
    1: "It stays with what is around you.",
    2: "It goes inward, with something steady to come back to.",
    3: "It goes closer to what is tender; best on a day with some room.",
}
"""How close an exercise goes, by its tier."""

PEOPLE_WORDS = "Enter shows whom you can call, write to or chat with, and exactly how. ? does so from everywhere."
IN_DANGER = "If you or someone else might be in danger, contact emergency services now."

SOUNDS_WORDS = "A sound by itself, without a voice, for as long as you like. It fades at its end, and nothing is asked."

_OF_DANGER = re.compile(r"[^.!?]*\b(?:emergency services|servicios de emergencia|Notruf)\b[^.!?]*[.!?]?", re.IGNORECASE)


class Room(StrEnum):
    """How much of it there is: the cautions are to be seen without a key where they can be."""

    AMPLE = "ample"
    SOME = "some"
    """No line is empty."""
    LITTLE = "little"
    """Nor is there a title or a single length: they are marked in the list above."""


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
    goes_on: str = ""
    """The section that it goes on with, where it was cut off."""


def offered_lengths(entry: Entry) -> tuple[float | None, ...]:
    """Return the lengths an exercise offers; None stands for its own when it names none."""
    return entry.front.minutes or (None,)


def detail_lines(about: ExerciseDetails, columns: int, room: Room) -> tuple[Line, ...]:
    """Return the description in lines of at most `columns`."""
    front, tight = about.entry.front, room is not Room.AMPLE
    lines: list[Line] = [*wrapped_lines(front.title, columns, "bold $ink")] if room is not Room.LITTLE else []
    lines += wrapped_lines(front.summary, columns, "$soft") if front.summary else []
    if room is not Room.LITTLE or len(offered_lengths(about.entry)) > 1 or about.goes_on:
        lines += [BLANK, _lengths(about), BLANK]
    if about.goes_on and not tight:
        lines += [*wrapped_lines(f"It begins where you stopped, with “{about.goes_on}”.", columns, "$ink"), BLANK]
    cautions = [rest for caution in front.cautions if (rest := _OF_DANGER.sub("", caution).strip())]
    for caution in cautions:
        lines += _hanging("·", caution, columns, "$soft")
    lines += [BLANK] if cautions else []
    lines += wrapped_lines(CLOSENESS.get(front.tier, ""), columns, "$hush")
    if about.last and about.now:
        lines += wrapped_lines(f"Last practised {time_ago(about.last, about.now)}.", columns, "$hush")
    if about.sections:
        lines.append(BLANK)
        for number, title in _numbered(about):
            lines += _hanging(f"{number:>2} ", title, columns, "$hush")
    return tuple(line for line in lines if line or not tight)


def row_lines(row: ListRow, columns: int) -> tuple[Line, ...]:
    """Return what stands beside a row that is no exercise, in lines of at most `columns`."""
    words = {RowKind.SUPPORT: PEOPLE_WORDS, RowKind.SOUNDS: SOUNDS_WORDS}.get(row.kind)
    if words is None:
        return ()
    return (*wrapped_lines(row.words, columns, "bold $ink"), BLANK, *wrapped_lines(words, columns, "$ink"))


def danger_words(about: ExerciseDetails | ListRow | None) -> str:
    """Return what is said of danger: it has a place of its own, which is always seen. Empty where nothing is."""
    if isinstance(about, ExerciseDetails):
        found = (said.strip() for caution in about.entry.front.cautions for said in _OF_DANGER.findall(caution))
        return " ".join(dict.fromkeys(found))
    return IN_DANGER if about is not None and about.kind is RowKind.SUPPORT else ""


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

    about: ExerciseDetails | ListRow | None = None

    def show(self, about: ExerciseDetails | ListRow | None) -> None:
        """Show `about`: an exercise, or a row of another kind; nothing for None."""
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
        if not isinstance(self.about, ExerciseDetails) or event.y >= len(self._lines(self.size.width)):
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

    def _room(self) -> Room:
        if self.screen.has_class("-narrow"):
            return Room.LITTLE
        return Room.AMPLE if self.screen.has_class("-tall") else Room.SOME

    def _lines(self, columns: int) -> tuple[Line, ...]:
        if isinstance(self.about, ExerciseDetails):
            return detail_lines(self.about, columns, room=self._room())
        return row_lines(self.about, columns) if self.about else ()


def _lengths(about: ExerciseDetails) -> Line:
    pieces: list[tuple[str, str]] = []
    if about.goes_on:
        return ((f"● {_length(about.minutes)} as a whole", "$ink"),)
    for minutes in offered_lengths(about.entry):
        lit = minutes == about.minutes
        pieces.append(("● " if lit else "○ ", "$glow" if lit else "$hush"))
        pieces.append((f"{_length(minutes)}   ", "bold $ink" if lit else "$soft"))
    return tuple(pieces)


def _length(minutes: float | None) -> str:
    return "its own length" if minutes is None else f"{minutes:g} min"


def _hanging(mark: str, text: str, columns: int, style: str) -> Iterable[Line]:
    lead = f"{mark} "
    for number, row in enumerate(wrapped_lines(text, columns - len(lead), style)):
        yield ((lead if number == 0 else " " * len(lead), "$hush"), *row)


def _numbered(about: ExerciseDetails) -> Iterable[tuple[int, str]]:
    return enumerate(about.sections, 1)
