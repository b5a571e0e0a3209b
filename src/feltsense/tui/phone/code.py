"""A QR code in a widget: black on white in every theme, as large as there is room for."""

from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from feltsense.share.qr import BORDER, LOWER_HALF, HalfBlocks, qr_rows
from feltsense.tui.themes import CODE_DARK, CODE_LIGHT
from feltsense.tui.widgets.lines import Line, content

_SMALL_BORDER = 1
"""So many light modules around the code are enough for readers, just."""

Modules = tuple[tuple[bool, ...], ...]


def qr_modules(text: str) -> Modules:
    """Return the dark and light modules of a code of `text`, with a small border around them."""
    rows = qr_rows(text)
    modules = [tuple(cell.upper for cell in row) if upper else tuple(cell.lower for cell in row)
               for row in rows for upper in (True, False)]  # fmt: skip
    cut = BORDER - _SMALL_BORDER
    side = len(rows[0])  # a code is square; a row more may fill the last line
    return tuple(row[cut : side - cut] for row in modules[cut : side - cut])


def code_size(modules: Modules, border: int) -> Size:
    """Return how many columns and rows of characters a code takes with so many light modules around it."""
    side = len(modules) + 2 * (border - _SMALL_BORDER)
    return Size(side, (side + 1) // 2)


def fitting_border(modules: Modules, room: Size) -> int | None:
    """Return the widest border with which a code fits; None where it does not."""
    for border in (BORDER, _SMALL_BORDER):
        size = code_size(modules, border)
        if size.width <= room.width and size.height <= room.height:
            return border
    return None


class CodeView(Widget):
    """Shows a code, or nothing."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    CodeView { width: auto; height: auto; text-wrap: nowrap; }
    """
    modules: Modules = ()
    border = BORDER

    def show(self, modules: Modules, border: int) -> None:
        """Show a code with so many light modules around it."""
        if (modules, border) != (self.modules, self.border):
            self.modules, self.border = modules, border
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's signature
        """Return how many columns it needs."""
        return code_size(self.modules, self.border).width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as above
        """Return how many rows it needs."""
        return code_size(self.modules, self.border).height

    def render(self) -> Content:
        """Return what is drawn."""
        more = self.border - _SMALL_BORDER
        side = len(self.modules) + 2 * more
        light = (False,) * side
        rows = [light] * more + [(*light[:more], *row, *light[:more]) for row in self.modules] + [light] * more
        rows += [light] * (len(rows) % 2)
        return content(_line(upper, lower) for upper, lower in zip(rows[::2], rows[1::2], strict=True))


def _line(upper: tuple[bool, ...], lower: tuple[bool, ...]) -> Line:
    return tuple(_piece(HalfBlocks(*each)) for each in zip(upper, lower, strict=True))


def _piece(cell: HalfBlocks) -> tuple[str, str]:
    upper, lower = (CODE_DARK if dark else CODE_LIGHT for dark in cell)
    return (" " if upper == lower else LOWER_HALF), f"{lower} on {upper}"
