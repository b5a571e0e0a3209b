"""Words for what is felt, in columns: arrows, letters or the mouse choose one."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from feltsense.journal import wording
from feltsense.tui.checkin.figure import lettered
from feltsense.tui.widgets.lines import BLANK, Line, centred, content

_COLUMNS, _ROWS, _WIDE = 4, 7, 14

_ALL = tuple(word for group in wording.WORDS for word in group)
NOTHING = _ALL[-1]
WORDS = _ALL
"""Column by column; the last stands below them all, and is as good as any."""


class WordPicker(Widget, can_focus=True):
    """Four columns of words, and a way to say that none fits."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = f"""
    WordPicker {{ width: 1fr; height: {_ROWS + 2}; text-wrap: nowrap; }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", id="words.up", show=False, tooltip="The word above."),
        Binding("down", "move(1)", "Down", id="words.down", show=False, tooltip="The word below."),
        Binding("left", f"move({-_ROWS})", "Left", id="words.left", show=False, tooltip="The column to the left."),
        Binding("right", f"move({_ROWS})", "Right", id="words.right", show=False, tooltip="The column to the right."),
        Binding("enter", "take", "next", id="words.take", tooltip="Keep what is chosen; skip when nothing is."),
    ]

    @dataclass
    class Answered(Message):
        """A word was chosen, or None: skipped."""

        word: str | None

    chosen: str | None = None

    def show(self, chosen: str | None) -> None:
        """Show `chosen` lit."""
        self.chosen = chosen
        self.refresh()

    def render(self) -> Content:
        """Return what is drawn."""
        columned = [WORDS[row : _COLUMNS * _ROWS : _ROWS] for row in range(_ROWS)]
        rows: list[Line] = [tuple(_piece(word, self.chosen) for word in words) for words in columned]
        lines = [*rows, BLANK, (_piece(NOTHING, self.chosen),)]
        return content(centred(line, self.size.width) for line in lines)

    def action_move(self, by: int) -> None:
        """Go on by so many words; past the columns is the last."""
        if self.chosen is None:
            self.show(WORDS[0])
            return
        place = WORDS.index(self.chosen) + by
        down = by == 1 and place % _ROWS == 0
        self.show(NOTHING if down else WORDS[max(0, min(len(WORDS) - 1, place))])

    def action_take(self) -> None:
        """Answer with what is chosen, or skip."""
        self.post_message(self.Answered(self.chosen))

    def on_key(self, event: events.Key) -> None:
        """Go to the next word that starts with the letter."""
        if event.character and event.character.isalpha():
            found = lettered(self.chosen, event.character, WORDS)
            if found:
                event.stop()
                self.show(found)

    def on_click(self, event: events.Click) -> None:
        """Choose the word under the mouse; a second click on it answers."""
        word = self._at(event.x, event.y)
        if word is None:
            return
        event.stop()
        if word == self.chosen:
            self.action_take()
        self.show(word)

    def _at(self, x: int, y: int) -> str | None:
        column, off = divmod(x - max(0, self.size.width - _COLUMNS * _WIDE) // 2, _WIDE)
        if y == _ROWS + 1:
            return NOTHING
        inside = 0 <= column < _COLUMNS and y < _ROWS and off < _WIDE - 1
        return WORDS[column * _ROWS + y] if inside else None


def _piece(word: str, chosen: str | None) -> tuple[str, str]:
    lit = word == chosen
    return (f"{'▸' if lit else ' '} {word}".ljust(_WIDE), "bold $ink" if lit else "$soft")
