"""The footer: a few keys and what they do, in quiet letters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.content import Content
from textual.widget import Widget

from feltsense.tui.widgets.lines import centred, content

if TYPE_CHECKING:
    from textual.screen import Screen

_GAP = 4


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
        """Return what is drawn; what has no room is left out."""
        line: list[tuple[str, str]] = []
        for hint in self._fitting():
            line += [(" " * (_GAP if line else 0), ""), (hint.shown, "$soft"), (f" {hint.words}", "$hush")]
        return content([centred(tuple(line), self.size.width)])

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        fitting = self._fitting()
        place = event.x - (self.size.width - _across(fitting)) // 2
        for hint in fitting:
            if 0 <= place < hint.columns:
                event.stop()
                self.app.simulate_key(hint.key)
                return
            place -= hint.columns + _GAP

    def _fitting(self) -> Sequence[Hint]:
        count = len(self.hints)
        while count and _across(self.hints[:count]) > self.size.width - 4:
            count -= 1
        return self.hints[:count]

    def _follow(self, screen: "Screen[object]") -> None:
        if screen is self.screen and self.is_attached:
            self.show(tuple({(hint.shown, hint.words): hint for hint in self._seen(screen)}.values()))

    def _seen(self, screen: "Screen[object]") -> Iterable[Hint]:
        for _, binding, enabled, _ in screen.active_bindings.values():
            if binding.show and enabled:
                shown = binding.key_display or self.app.get_key_display(binding)
                yield Hint(binding.key, shown, binding.description)


def _across(hints: Sequence[Hint]) -> int:
    return sum(hint.columns for hint in hints) + _GAP * max(0, len(hints) - 1)
