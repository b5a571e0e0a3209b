"""The footer: a few keys and what they do, in quiet letters."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.content import Content
from textual.widget import Widget

from feltsense.tui.base_screen import BaseScreen
from feltsense.tui.widgets.lines import centred, content

if TYPE_CHECKING:
    from textual.screen import Screen

_GAPS = (4, 3, 2)
"""Columns between two of them, where there is room."""
_FIRST = ("question_mark", "g", "f1")
"""Keys that have room before all others: to people to talk to, to the rescue piece, and to all that has no room."""
_FUNCTION_KEY = re.compile(r"f\d{1,2}")


@dataclass(frozen=True, slots=True)
class Hint:
    """A key as it is shown, and what it does."""

    key: str
    shown: str
    words: str

    @property
    def columns(self) -> int:
        """How wide it is."""
        return len(self.shown) + 1 + len(self.words)


class Hints(Widget):
    """Those of the screen's keys that are meant to be seen. They can be clicked."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    Hints { width: 1fr; height: 1; dock: bottom; margin: 0 0 1 0; text-wrap: nowrap; }
    """
    hints: tuple[Hint, ...] = ()

    def on_mount(self) -> None:
        """Follow the screen's keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        self._follow(self.screen)

    def show(self, hints: tuple[Hint, ...]) -> None:
        """Show `hints`."""
        if hints != self.hints:
            self.hints = hints
            self.refresh()

    def render(self) -> Content:
        """Return what is drawn: closer together where room is short, and what has none then is left out."""
        hints, gap = self._fitting()
        line: list[tuple[str, str]] = []
        for hint in hints:
            line += [(" " * (gap if line else 0), ""), (hint.shown, "$soft"), (f" {hint.words}", "$hush")]
        return content([centred(tuple(line), self.size.width)])

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        fitting, gap = self._fitting()
        place = event.x - (self.size.width - _across(fitting, gap)) // 2
        for hint in fitting:
            if 0 <= place < hint.columns:
                event.stop()
                self.app.simulate_key(hint.key)
                return
            place -= hint.columns + gap

    def _fitting(self) -> tuple[Sequence[Hint], int]:
        """Return those that there is room for, and the columns between them."""
        room = self.size.width - 4
        fitting: list[Hint] = []
        for hint in sorted(self.hints, key=lambda hint: _FIRST.index(hint.key) if hint.key in _FIRST else len(_FIRST)):
            if _across([*fitting, hint], _GAPS[-1]) <= room:
                fitting.append(hint)
        gap = next((gap for gap in _GAPS if _across(fitting, gap) <= room), _GAPS[-1])
        return [hint for hint in self.hints if hint in fitting], gap

    def _follow(self, screen: "Screen[object]") -> None:
        if screen is self.screen and self.is_attached:
            self.show(tuple({(hint.shown, hint.words): hint for hint in self._seen(screen)}.values()))

    def _seen(self, screen: "Screen[object]") -> Iterable[Hint]:
        for _, binding, enabled, _ in screen.active_bindings.values():
            hinted, words = True, binding.description
            if isinstance(screen, BaseScreen):
                hinted, words = screen.hints_at(binding.action), screen.hint_words(binding.action, words)
            if binding.show and enabled and hinted:
                shown = binding.key_display or self.app.get_key_display(binding)
                yield Hint(binding.key, shown_key(shown), words)


def shown_key(key: str) -> str:
    """Return a key's name as it is written everywhere: function keys as keyboards have them."""
    return key.upper() if _FUNCTION_KEY.fullmatch(key) else key


def _across(hints: Sequence[Hint], gap: int) -> int:
    return sum(hint.columns for hint in hints) + gap * max(0, len(hints) - 1)
