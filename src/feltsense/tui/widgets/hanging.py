"""Rows of a list whose further lines hang under their text, and not under what leads them."""

from collections.abc import Iterable

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

_NARROWEST = 16
"""Columns that a text has beside its lead; with fewer, its further lines begin at the edge."""


class HangingRows(Visual):
    """Rows of a lead, such as a number, and a text that is wrapped beside it.

    Args:
        rows: each a lead, which stays on one line, and a text.
    """

    def __init__(self, rows: Iterable[tuple[Content, Content]]) -> None:
        self._rows = tuple(rows)

    def __str__(self) -> str:
        return "\n".join(f"{lead}{text}" for lead, text in self._rows)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Return what is drawn in so many columns, and at most so many lines."""
        strips = [strip for row in self._rows for strip in _drawn(*row, width, style, options)]
        return strips if height is None else strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return how many columns it takes where nothing is wrapped."""
        return max(
            (lead.append(text).get_optimal_width(rules, container_width) for lead, text in self._rows), default=0
        )

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many lines it takes in so many columns."""
        return sum(_height(*row, rules, width) for row in self._rows)


def _drawn(lead: Content, text: Content, width: int, style: Style, options: RenderOptions) -> list[Strip]:
    columns = lead.cell_length
    if width - columns < _NARROWEST:
        return lead.append(text).render_strips(width, None, style, options)
    before = lead.render_strips(columns, 1, style, options) or [Strip.blank(columns, style.rich_style)]
    lines = text.render_strips(width - columns, None, style, options) or [Strip([])]
    blank = Strip.blank(columns, style.rich_style)
    return [Strip.join([blank if number else before[0], line]) for number, line in enumerate(lines)]


def _height(lead: Content, text: Content, rules: RulesMap, width: int) -> int:
    columns = lead.cell_length
    if width - columns < _NARROWEST:
        return lead.append(text).get_height(rules, width)
    return max(1, text.get_height(rules, width - columns))
