"""The breath pacer: a disc or a bar that swells and falls, or dots that stand still; words below either."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from feltsense.system.settings import Motion
from feltsense.timeline.playhead import BreathState
from feltsense.tui.player.breath import Swell, bar_of, steps_of, swell_of, words_of
from feltsense.tui.widgets.lines import BLANK, Line, centred, content

if TYPE_CHECKING:
    from feltsense.tui.player.disc import DiscSpace

_LEAST_ROWS = 6
"""Lower than this, a disc is no disc: a bar is drawn."""

_BAR = 48
"""Columns of the bar, at most."""


class BreathPacer(Widget):
    """Shows the breath under way; without one it takes no space."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    BreathPacer { width: 1fr; height: 14; display: none; layout: vertical; }
    BreathPacer.-breathing { display: block; }
    BreathPacer > _Disc { width: 1fr; height: 1fr; display: none; }
    BreathPacer.-moving > _Disc { display: block; }
    BreathPacer > _Words { width: 1fr; height: 5; text-wrap: nowrap; }
    BreathPacer.-moving > _Words { height: 3; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.swell: Swell | None = None

    def compose(self) -> ComposeResult:
        """Make the picture and the words below it."""
        yield _Disc()
        yield _Words()

    @property
    def steps(self) -> int:
        """How many sizes can be told apart as it is drawn now; 0 where nothing moves."""
        return self.query_one(_Disc).steps if self.has_class("-moving") else 0

    def show(self, breath: BreathState | None, motion: Motion) -> None:
        """Show `breath` the way `motion` says."""
        swell = swell_of(breath) if breath and motion is not Motion.NONE else None
        self.set_class(swell is not None, "-breathing")
        self.set_class(motion is Motion.FULL, "-moving")
        if swell != self.swell:
            self.swell = swell
            self.query_one(_Disc).show(swell)
            self.query_one(_Words).show(swell, dots=motion is not Motion.FULL)


class _Disc(Widget):
    """The part that moves. Where it is a disc, only what looks different is drawn anew."""

    ALLOW_SELECT = False
    swell: Swell | None = None
    _drawn: "tuple[int, DiscSpace] | None" = None
    """The size that is drawn, and where."""

    @property
    def steps(self) -> int:
        """How many sizes can be told apart."""
        columns, rows = self.size
        return self._space().steps if rows >= _LEAST_ROWS else min(columns - 8, _BAR) * 4

    def show(self, swell: Swell | None) -> None:
        """Draw `swell`, as far as it looks different."""
        before, self.swell = self.swell, swell
        if swell is None or before is None or self._drawn is None or self.size.height < _LEAST_ROWS:
            if swell is None or before is None or swell.size != before.size:
                self.refresh()
            return
        from feltsense.tui.player.disc import changed_cells  # noqa: PLC0415 - not before a breath is drawn

        drawn, space = self._drawn
        step = round(swell.size * space.steps)
        if step != drawn:
            self._drawn = step, space
            self.refresh(*changed_cells(drawn, step, space))

    def render_line(self, y: int) -> Strip:
        """Return row `y` of what is drawn."""
        columns, rows = self.size
        if self.swell is None or rows < 1:
            return Strip.blank(columns, self.rich_style)
        if rows < _LEAST_ROWS:
            return self._bar(y, columns, rows)
        from feltsense.tui.player.disc import disc  # noqa: PLC0415 - as above

        if self._drawn is None:
            space = self._space()
            self._drawn = round(self.swell.size * space.steps), space
        return disc(*self._drawn)[y]

    def on_resize(self) -> None:
        """Have all of it drawn anew."""
        self._drawn = None

    def notify_style_update(self) -> None:
        """Have all of it drawn anew, in other colours."""
        super().notify_style_update()
        self._drawn = None

    def _space(self) -> "DiscSpace":
        from feltsense.tui.player.disc import DiscSpace  # noqa: PLC0415 - as above

        theme = self.app.theme_variables
        return DiscSpace(*self.size, theme["glow"], theme["line"], self.background_colors[1].hex)

    def _bar(self, y: int, columns: int, rows: int) -> Strip:
        shown = self.swell is not None and y == rows // 2
        line = bar_of(self.swell, min(columns - 8, _BAR)) if shown and self.swell else BLANK
        drawn = content([centred(line, columns)]).render_segments(self.visual_style)
        return Strip(drawn).adjust_cell_length(columns, self.rich_style)


class _Words(Widget):
    """What to do, how many seconds are left, and which round it is."""

    ALLOW_SELECT = False
    shown: tuple[Line, ...] = ()

    def show(self, swell: Swell | None, *, dots: bool) -> None:
        """Say what `swell` asks for; with `dots` its seconds are drawn too."""
        shown = tuple(_lines(swell, dots=dots)) if swell else ()
        if shown != self.shown:
            self.shown = shown
            self.refresh()

    def render(self) -> Content:
        """Return what is drawn."""
        return content(centred(line, self.size.width) for line in self.shown)


def _lines(swell: Swell, *, dots: bool) -> Iterable[Line]:
    yield from (steps_of(swell), BLANK) if dots else (BLANK,)
    yield from words_of(swell)
