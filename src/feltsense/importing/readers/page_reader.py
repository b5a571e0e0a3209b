"""Reads the elements of a web page in their order, and collects its blocks.

Works on lxml's elements by their names and attributes alone, so that `html.py` stays the only module that imports lxml.
"""

import re
from collections.abc import Mapping
from typing import Any

from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind, ImportChange
from feltsense.importing.readers import page_parts
from feltsense.importing.readers.page_tables import CELLS, PageTable, is_data_table
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_SILENT = frozenset(("script", "style", "noscript", "template", "svg", "math", "select", "textarea", "iframe"))
"""Never text, and not reported."""
_STRUCK = frozenset(("del", "s", "strike"))
ASIDE = frozenset(("nav", "footer", "aside", "button")) | _STRUCK
"""Not part of the text; reported."""
_LEFT_OUT = dict.fromkeys(_SILENT | ASIDE, page_parts.FURNITURE) | dict.fromkeys(_STRUCK, "struck through")
_LEFT_OUT |= dict.fromkeys(("figcaption", "label", "legend"), page_parts.FURNITURE)
"""Why the text of these elements is no part of the page's."""
_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form header hr "  # noqa: SIM905
    "html li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTENT = frozenset(("p", "main", "article", "section", "blockquote", "pre", "table", *_HEADINGS))
"""Outside a list these end an unclosed aside."""
_SPACE = LazyPattern(r"\s+")


class PageReader:
    """Collects the blocks of a page from the events of its elements.

    Args:
        unclosed: elements of `ASIDE` that are never closed: name, and number among those of that name, from 0.
        left_out: elements that are no part of the text, each with why.
    """

    def __init__(self, unclosed: frozenset[tuple[str, int]], left_out: Mapping[Any, str]) -> None:
        self.blocks: list[DocumentBlock] = []
        self.changes: list[ImportChange] = []
        self._unclosed = unclosed
        self._left_out = left_out
        self._counts: dict[str, int] = {}
        """How many elements of `ASIDE` have begun, by name."""
        self._line = 1
        """Of the source, where the reader is."""
        self._text = ""
        self._place = 1
        self._kind = DocumentBlockKind.TEXT
        self._level = 0
        self._skipped: list[tuple[Any, bool]] = []
        """Open elements whose text is left out, outermost first; whether each is never closed."""
        self._aside = ""
        self._aside_place = 1
        self._aside_why = ""
        self._aside_lists = 0
        """Lists that are open within what is left out."""
        self._lists: list[int] = []
        """For each open list its next number; 0 for a bulleted one."""
        self._mark = "-"
        self._pre = 0
        self._table: PageTable | None = None

    def handle(self, event: str, element: Any) -> None:
        """Take in one event of `html.py`."""
        match event:
            case "start":
                self._line = max(self._line, element.sourceline or 1)
                self._start(element.tag, element)
                self._add(element.text or "")
            case "end":
                self._end(element.tag, element)
                self._add(element.tail or "")
            case _:
                self._comment(element)
                self._add(element.tail or "")

    def end_block(self) -> None:
        """Keep what has been read of a block."""
        lines = [" ".join(line.split()) for line in self._text.strip().split("\n")]
        text = "\n".join(lines)
        if text:
            verse = len(lines) > 1 and self._kind is DocumentBlockKind.TEXT
            block = DocumentBlock(self._kind, text, self._place, self._level, self._mark, keeps_lines=verse)
            self.blocks.append(block)
        self._text = ""

    def end_aside(self) -> None:
        """Report what has been left out."""
        if has_words(self._aside):
            before = " ".join(self._aside.split())
            self.changes.append(ImportChange(self._aside_place, ChangeKind.LEFT_OUT, before, self._aside_why))
        self._aside = ""

    def _start(self, tag: str, element: Any) -> None:
        self._end_unclosed(tag)
        why = self._left_out.get(element) or _LEFT_OUT.get(tag)
        if why:
            self._skip(tag, element, why)
        elif self._skipped:
            self._aside_lists += tag in ("ol", "ul")
        elif tag == "img":
            self._picture(element.get("alt") or "")
        elif tag == "br":
            self._text += "\n"
        elif tag == "break":
            self._text += f" {_start_tag(element)} "
        else:
            self._open_block(tag)
            self._open_table(tag, element)

    def _open_table(self, tag: str, element: Any) -> None:
        """Begin a table that has columns, or a row or cell of it."""
        if tag == "table" and self._table is None and is_data_table(element):
            self._table = PageTable(element, self.blocks)
        elif self._table is not None and tag == "tr":
            self._table.begin_row()
        elif self._table is not None and tag in CELLS:
            self._table.begin_cell()

    def _end_table(self, tag: str, element: Any) -> None:
        """End a cell, or the table: then take in what it becomes."""
        if self._table is not None and tag in CELLS:
            self._table.end_cell(self._line)
        elif self._table is not None and element is self._table.element:
            content = self._table.content()
            self.blocks += content.blocks
            self.changes += content.changes
            self._table = None

    def _end(self, tag: str, element: Any) -> None:
        if self._skipped:
            self._aside_lists -= tag in ("ol", "ul") and self._aside_lists > 0
            if element is self._skipped[-1][0]:
                self._skipped.pop()
                if not self._skipped:
                    self.end_aside()
            return
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        if tag in _BLOCKS or tag in _HEADINGS or tag == "title":
            self._pre -= tag == "pre" and self._pre > 0
            self._begin(DocumentBlockKind.TEXT)
        self._end_table(tag, element)

    def _add(self, text: str) -> None:
        """Take text in."""
        if not text:
            return
        if not self._skipped:
            if not self._text.strip():
                self._place = self._line + text[: len(text) - len(text.lstrip())].count("\n")
            self._text += text if self._pre else _SPACE.sub(" ", text)
        elif not any(element.tag in _SILENT for element, _ in self._skipped):
            self._aside += f" {text}"
        self._line += text.count("\n")

    def _comment(self, node: Any) -> None:
        text = node.text or ""
        self._line = max(self._line, node.sourceline or 1)
        if has_words(text) and not text.lstrip().startswith(("[if ", "?xml ")):
            line = max(1, self._line - text.count("\n"))
            self.changes.append(ImportChange(line, ChangeKind.LEFT_OUT, " ".join(text.split()), "a comment"))

    def _begin(self, kind: DocumentBlockKind, level: int = 0) -> None:
        self.end_block()
        self._kind, self._level = kind, level

    def _open_block(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self._begin(DocumentBlockKind.TEXT)
            self._lists.append(int(tag == "ol"))
        elif tag == "li":
            self._item()
        elif tag == "title":
            self._begin(DocumentBlockKind.TITLE)
        elif tag in _HEADINGS:
            self._begin(DocumentBlockKind.HEADING, _HEADINGS[tag])
        elif tag in _BLOCKS:
            in_item = self._kind is DocumentBlockKind.ITEM and not self._text.strip()
            self._begin(DocumentBlockKind.ITEM if in_item else DocumentBlockKind.TEXT)
            self._pre += tag == "pre"

    def _item(self) -> None:
        self._begin(DocumentBlockKind.ITEM)
        number = self._lists[-1] if self._lists else 0
        self._mark = f"{number}." if number else "-"
        if number:
            self._lists[-1] += 1

    def _skip(self, tag: str, element: Any, why: str) -> None:
        number = self._counts.get(tag, 0)
        self._counts[tag] = number + 1
        if not self._skipped:
            if tag in _BLOCKS or tag in _HEADINGS or tag in ASIDE - _STRUCK:
                self._begin(DocumentBlockKind.TEXT)
            self._aside_place, self._aside_why, self._aside_lists = self._line, why, 0
        self._skipped.append((element, (tag, number) in self._unclosed))

    def _end_unclosed(self, tag: str) -> None:
        """End what is left out and never closed, where an element of this name begins the text again."""
        ended = False
        while self._skipped and self._skipped[-1][1]:
            struck = self._skipped[-1][0].tag in _STRUCK
            if not ((tag in _CONTENT and not self._aside_lists) or (struck and (tag in _BLOCKS or tag in _HEADINGS))):
                break
            self._skipped.pop()
            ended = True
        if ended and not self._skipped:
            self.end_aside()

    def _picture(self, words: str) -> None:
        if has_words(words):
            self.changes.append(ImportChange(self._line, ChangeKind.LEFT_OUT, words, "a picture"))


def _start_tag(element: Any) -> str:
    """Return a pause of speech markup as it was written."""
    values = (f'{name}="{re.sub(chr(34) + "|[<>]", "", value)}"' for name, value in element.attrib.items())
    return f"<{' '.join((element.tag, *values))}/>"
