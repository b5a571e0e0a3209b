"""Before and after, as dots in a chart. Loads the chart's library: import it where a journal is opened."""

from typing import TYPE_CHECKING, ClassVar

from textual.color import Color
from textual_plotext import PlotextPlot

if TYPE_CHECKING:
    from feltsense.tui.journal.view import ChartData

_BEFORE, _AFTER, _MISSING = "o", "●", "·"


class DistressChart(PlotextPlot):
    """A column for each practice: `o` before, `●` after, `·` where nothing was said. Shapes tell, not colours."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    DistressChart { width: 1fr; height: 9; }
    """
    picture: "ChartData | None" = None

    def on_mount(self) -> None:
        """Draw anew in other colours, too."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._draw())
        self._draw()

    def show(self, picture: "ChartData") -> None:
        """Show `picture`."""
        self.picture = picture
        self._draw()

    def _draw(self) -> None:
        plt, picture = self.plt, self.picture
        plt.clear_figure()
        if picture is not None:
            self._scatter(picture)
        self.refresh()

    def _scatter(self, picture: "ChartData") -> None:
        plt = self.plt
        colour = {name: Color.parse(self.app.theme_variables[name]).rgb for name in ("soft", "glow", "hush")}
        count = len(picture.before)
        plt.xlim(0, count + 1)
        plt.ylim(-1, 10)
        plt.yticks([0, 5, 10], ["0 ", "5 ", "10 "])
        plt.xticks([])
        plt.frame(frame=False)
        missing = [n + 1 for n in range(count) if picture.before[n] is None or picture.after[n] is None]
        said = [(n + 1, value) for n, value in enumerate(picture.before) if value is not None]
        then = [(n + 1, value) for n, value in enumerate(picture.after) if value is not None]
        plt.scatter(missing, [-1] * len(missing), marker=_MISSING, color=colour["hush"])
        plt.scatter([x for x, _ in said], [y for _, y in said], marker=_BEFORE, color=colour["soft"])
        plt.scatter([x for x, _ in then], [y for _, y in then], marker=_AFTER, color=colour["glow"])
