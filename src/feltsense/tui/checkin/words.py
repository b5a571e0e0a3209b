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

_COLUMNS, _ROWS = 4, 7
_ROOMY = 2 * (_ROWS + 1) + 1
"""Rows from which on the words stand apart from each other."""

_ALL = tuple(word for group in wording.WORDS for word in group)
NOTHING = _ALL[-1]
WORDS = _ALL
"""Column by column; the last stands below them all, and is as good as any."""


class WordPicker(Widget, can_focus=True):
    """Four columns of words, and a way to say that none fits."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    WordPicker { width: 1fr; height: 1fr; text-wrap: nowrap; }
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

    @property
    def standing(self) -> str | None:
        """The word that is lit."""
        return self.chosen

    def show(self, chosen: str | None) -> None:
        """Show `chosen` lit."""
        self.chosen = chosen
        self.refresh()

    def render(self) -> Content:
        """Return what is drawn."""
        columned = [WORDS[row : _COLUMNS * _ROWS : _ROWS] for row in range(_ROWS)]
        rows: list[Line] = [tuple(_piece(word, self.chosen, self._wide) for word in words) for words in columned]
        apart = [BLANK] * (self._pitch - 1)
        lines = [line for row in rows for line in (row, *apart)]
        lines += [*([] if apart else [BLANK]), (_piece(NOTHING, self.chosen, self._wide),)]
        return content(centred(line, self.size.width) for line in lines)

    @property
    def _wide(self) -> int:
        """Columns from one word to the next."""
        return 20 if self.size.width >= 108 else 14

    @property
    def _pitch(self) -> int:
        """Rows from one word to the next."""
        return 2 if self.size.height >= _ROOMY else 1

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
        column, off = divmod(x - max(0, self.size.width - _COLUMNS * self._wide) // 2, self._wide)
        row, between = divmod(y, self._pitch)
        if y == (_ROWS * self._pitch if self._pitch > 1 else _ROWS + 1):
            return NOTHING
        inside = 0 <= column < _COLUMNS and row < _ROWS and not between and off < self._wide - 1
        return WORDS[column * _ROWS + row] if inside else None


def _piece(word: str, chosen: str | None, wide: int) -> tuple[str, str]:
    lit = word == chosen
    return (f"{'▸' if lit else ' '} {word}".ljust(wide), "bold $ink" if lit else "$soft")
