"""From the rows of a table to blocks: what is spoken, notes, cues, and the silences that its times leave.

Readers of every format hand their cells in. A row of heads says what its columns hold (`table_heads.py`); where there
is none, the cells themselves do (`table_columns.py`), and where they do not either, they are paragraphs in order.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from feltsense.importing.document import DocumentBlock, DocumentBlockKind, ImportChange, TableCell
from feltsense.importing.table_columns import columns_of
from feltsense.importing.table_heads import ColumnRole, column_role, is_about_document, may_be_head
from feltsense.importing.table_rows import TableRows, has_one_cell
from feltsense.importing.timecodes import time_range, written_length


@dataclass(frozen=True, slots=True)
class TableContent:
    """What a table becomes."""

    blocks: tuple[DocumentBlock, ...]
    changes: tuple[ImportChange, ...]


def table_content(rows: Sequence[Sequence[TableCell]], *, headed: bool = False) -> TableContent:
    """Return what a table's rows become; every word of them is in the blocks or in the changes.

    Args:
        rows: their cells from left to right. A cell that spans several columns is given once, in its first.
        headed: whether the document marks the first row as heads.
    """
    filled = [row for row in rows if any(cell.text.strip() for cell in row)]
    if not filled:
        return TableContent((), ())
    width = max(map(len, filled))
    cells = [[*row, *[TableCell("", row[-1].place)] * (width - len(row))] for row in filled]
    if width == 2 and len(cells) > 1 and all(is_about_document(row[0].text) and row[1].text.strip() for row in cells):
        return TableContent(tuple(map(_line_about, cells)), ())
    has_head = _is_head(cells, headed=headed)
    body = cells[has_head:]
    heads = [cell.text.strip() for cell in cells[0]] if has_head else [""] * width
    whole = [row for row in body if not has_one_cell(row)] or body
    writer = TableRows(columns_of(heads, [[row[number].text for row in whole] for number in range(width)]))
    if has_head:
        writer.head(cells[0])
    for row in body:
        writer.row(row)
    writer.end()
    return TableContent(tuple(writer.blocks), tuple(writer.changes))


def _line_about(row: Sequence[TableCell]) -> DocumentBlock:
    """Return what a row says about the document, as a line that says the same."""
    name, value = (" ".join(cell.text.split()).strip("*_: ") for cell in row)
    return DocumentBlock(DocumentBlockKind.TEXT, f"{name}: {value}", row[0].place)


def _is_head(rows: Sequence[Sequence[TableCell]], *, headed: bool) -> bool:
    """Tell whether the first row says what the columns hold. Sentences do not, wherever they stand."""
    texts = [cell.text.strip() for cell in rows[0] if cell.text.strip()]
    if not all(map(may_be_head, texts)) or any(time_range(text) or written_length(text) for text in texts):
        return False
    known = sum(column_role(text) is not ColumnRole.UNKNOWN for text in texts)
    return headed or (len(rows) > 1 and len(texts) > 1 and known * 2 >= len(texts))
