"""Shows how far a practice is."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from feltsense.tui.player.track import Track, chapter_at, line_of, times_of
from feltsense.tui.widgets.lines import BLANK, Line, content

_MOST = 92


class Progress(Widget):
    """Time gone, a track with its chapters, time left. A click goes to a chapter."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    Progress { width: 1fr; height: 1; text-wrap: nowrap; }
    """

    @dataclass
    class Picked(Message):
        """A chapter was clicked on."""

        chapter: int
        """From 0."""

    track: Track | None = None

    def show(self, track: Track | None) -> None:
        """Show `track`, None for nothing yet; nothing is drawn anew while it looks the same."""
        before, self.track = self._drawn(), track
        if before != self._drawn():
            self.refresh()

    def render(self) -> Content:
        """Return what is drawn."""
        return content([self._drawn()])

    def on_click(self, event: events.Click) -> None:
        """Go to the chapter under the mouse."""
        left, columns = self._place()
        if self.track is not None and left <= event.x < left + columns:
            event.stop()
            self.post_message(self.Picked(chapter_at(self.track, event.x - left, columns)))

    def _place(self) -> tuple[int, int]:
        """Return the first column of the track, and how many it has."""
        columns = max(4, min(_MOST, self.size.width - 24))
        return (self.size.width - columns) // 2, columns

    def _drawn(self) -> Line:
        if self.track is None:
            return BLANK
        left, columns = self._place()
        gone, to_come = times_of(self.track)
        times = f"{gone.rjust(max(0, left - 2))}  ", f"  {to_come}"
        return ((times[0], "$soft"), *line_of(self.track, columns), (times[1], "$soft"))
