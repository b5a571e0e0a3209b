"""A table of a web page: what was read in each of its cells, put together by rows.

Works on lxml's elements by their names and attributes alone, so that `html.py` stays the only module that imports lxml.
"""

from typing import Any

from feltsense.importing.document import DocumentBlock, DocumentBlockKind, TableCell
from feltsense.importing.tables import TableContent, table_content

CELLS = ("td", "th")


class PageTable:
    """Collects the cells of an open table.

    Args:
        element: the table.
        blocks: where the page's reader puts what it reads; what it reads in a cell is taken from there.
    """

    def __init__(self, element: Any, blocks: list[DocumentBlock]) -> None:
        self.element = element
        self._blocks = blocks
        self._rows: list[list[TableCell]] = []
        first = next(element.iter("tr"), None)
        self._headed = first is not None and all(cell.tag == "th" for cell in first)
        self._cell: int | None = None
        """How many blocks there were before the open cell."""

    def begin_row(self) -> None:
        """Begin a row."""
        self._rows.append([])

    def begin_cell(self) -> None:
        """Begin a cell; one outside of a row begins one."""
        if not self._rows:
            self.begin_row()
        self._cell = len(self._blocks)

    def end_cell(self, line: int) -> None:
        """End a cell, and take what was read in it; `line` is where an empty one stands."""
        if self._cell is not None:
            read = self._blocks[self._cell :]
            del self._blocks[self._cell :]
            text = "\n\n".join(f"{block.mark} {block.text}" if _is_item(block) else block.text for block in read)
            self._rows[-1].append(TableCell(text, read[0].place if read else line))
        self._cell = None

    def content(self) -> TableContent:
        """Return what the table becomes."""
        return table_content(self._rows, headed=self._headed)


def is_data_table(element: Any) -> bool:
    """Tell whether a table has columns, and does not only lay the page out."""
    if element.get("role") in ("presentation", "none") or next(element.iterdescendants("table"), None) is not None:
        return False
    return any(sum(cell.tag in CELLS for cell in row) > 1 for row in element.iter("tr"))


def _is_item(block: DocumentBlock) -> bool:
    return block.kind is DocumentBlockKind.ITEM
