"""The lines of a PDF's pages to blocks: paragraphs, headings and lists by where they stand and how large they are."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind, ImportChange
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.sentences import ended
from feltsense.script.text import has_words

_MARGIN = 0.12
"""The share of a page's height, above and below, in which running heads stand."""
_REPEATED = 0.4
"""A line in the margin that stands on so large a share of the pages is a running head."""
_LARGER = 1.12
"""Letters so many times larger than the usual ones are a heading."""
_APART = 1.3
"""Lines so many times further apart than usual belong to two paragraphs."""
_INDENT = 8.0
"""Points by which the first line of a paragraph is indented, at least."""
_SHORT = 0.7
"""A line that ends before so large a share of the width, with a capital below it, ends on purpose."""
_MAX_HEADING = 80
_DIGITS = LazyPattern(r"\d+")
_PAGE_NUMBER = LazyPattern(
    r"(?:page|p\.|seite|pagina|página|s\.)?\s*[-–—|·]?\s*\d{1,4}\s*(?:(?:of|/|von|de|di|sur)\s*\d{1,4})?\s*[-–—|·]?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d{2}.{0,100}|(?:https?|file)://\S{1,300}(?:\s+\d{1,4}/\d{1,4})?",
    re.IGNORECASE,
)
"""Page numbers, and what browsers print above and below a page."""
_ITEM = LazyPattern(r"(?:(?P<bullet>[•·◦▪‣●○■–-])|(?P<number>\d{1,2})[.)])\s+(?=\S)")
_SENTENCE_SIGNS = (".", "!", "?", "…", ",", ";", ":")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line on a page; lengths in points, `top` counted from the page's upper edge."""

    text: str
    left: float
    right: float
    top: float
    """Of its first letter."""
    last_top: float
    """Of its last letter: a word that is broken at a line's end makes one line of two."""
    size: float
    bold: bool
    page_height: float


def lay_out_pages(pages: Sequence[Sequence[PdfLine]]) -> tuple[list[DocumentBlock], list[ImportChange]]:
    """Return the blocks of all pages, and what was left out.

    Args:
        pages: the lines of each page, from the first.
    """
    usual = _usual_size(pages)
    furniture = _running_heads(pages, usual)
    changes = [
        ImportChange(number, ChangeKind.LEFT_OUT, line.text, "stands above or below the pages")
        for number, line in furniture.values()
    ]
    layout = _Layout(pages, usual)
    for number, lines in enumerate(pages, 1):
        for line in lines:
            if not _in_margin(line, usual) or _as_on_all_pages(line) not in furniture:
                layout.add(line, number)
    layout.end()
    return layout.blocks, changes


def _usual_size(pages: Sequence[Sequence[PdfLine]]) -> float:
    """Return the size that most letters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _running_heads(pages: Sequence[Sequence[PdfLine]], usual: float) -> dict[tuple[str, float], tuple[int, PdfLine]]:
    """Return what stands in the margins of many pages, and page numbers: the first of each, with its page."""
    first: dict[tuple[str, float], tuple[int, PdfLine]] = {}
    counts: Counter[tuple[str, float]] = Counter()
    for number, lines in enumerate(pages, 1):
        in_margin = {_as_on_all_pages(line): line for line in lines if _in_margin(line, usual)}
        counts.update(in_margin.keys())
        for key, line in in_margin.items():
            first.setdefault(key, (number, line))
    enough = max(2, len(pages) * _REPEATED)
    return {
        key: found for key, found in first.items() if counts[key] >= enough or _PAGE_NUMBER.fullmatch(found[1].text)
    }


def _in_margin(line: PdfLine, usual: float) -> bool:
    """Tell whether a line stands where running heads do; larger letters than the usual ones are a heading."""
    return line.size < usual * _LARGER and not _MARGIN * line.page_height < line.top < (1 - _MARGIN) * line.page_height


def _as_on_all_pages(line: PdfLine) -> tuple[str, float]:
    """Return a line as it is alike on all pages: without its numbers, and with the size of its letters."""
    return _DIGITS.sub("#", line.text), line.size


class _Layout:
    """Collects lines into blocks."""

    def __init__(self, pages: Sequence[Sequence[PdfLine]], usual: float) -> None:
        self.blocks: list[DocumentBlock] = []
        lines = [line for page in pages for line in page]
        self._usual = usual
        self._step = _usual_step(pages, self._usual)
        self._left = min((line.left for line in lines), default=0.0)
        self._width = max((line.right for line in lines), default=0.0) - self._left
        self._largest = max((line.size for line in lines if len(line.text) <= _MAX_HEADING), default=0.0)
        """Of a title, or of the headings of several practices."""
        self._largest_lines = sum(line.size == self._largest for line in lines)
        self._open: list[PdfLine] = []
        self._page = 1
        """Where the open block began."""
        self._last_page = 1

    def add(self, line: PdfLine, page: int) -> None:
        """Take in the next line."""
        if self._open and self._begins_block(line, page):
            self.end()
        if not self._open:
            self._page = page
        self._open.append(line)
        self._last_page = page

    def end(self) -> None:
        """Keep the block that is open."""
        if self._open:
            self.blocks.append(self._block(self._open))
        self._open = []

    def _begins_block(self, line: PdfLine, page: int) -> bool:
        before = self._open[-1]
        if _ITEM.match(line.text) or self._is_heading(line) != self._is_heading(before):
            return True
        if line.size != before.size and (self._is_heading(line) or self._is_heading(before)):
            return True
        if page != self._last_page:
            return ended(before.text) or not line.text[:1].islower()
        apart = line.top - before.last_top
        # a line further up is a new column: it goes on where the sentence does
        far = apart > self._step * line.size * _APART if apart > 0 else ended(before.text)
        indented = line.left > before.left + _INDENT and ended(before.text)
        short = before.right - self._left < self._width * _SHORT and line.text[:1].isupper()
        return far or indented or short

    def _is_heading(self, line: PdfLine) -> bool:
        if len(line.text) > _MAX_HEADING:
            return False
        larger = line.size >= self._usual * _LARGER
        return larger or (line.bold and not line.text.endswith(_SENTENCE_SIGNS) and has_words(line.text))

    def _block(self, lines: Sequence[PdfLine]) -> DocumentBlock:
        text, first = "\n".join(line.text for line in lines), lines[0]
        item = _ITEM.match(text)
        if self._is_heading(first):
            heading = " ".join(text.split())
            if first.size < self._largest or self._largest < self._usual * _LARGER:
                return DocumentBlock(DocumentBlockKind.HEADING, heading, self._page, 2)
            if self._page == 1 and not self.blocks and self._largest_lines == 1:
                return DocumentBlock(DocumentBlockKind.TITLE, heading, self._page)
            return DocumentBlock(DocumentBlockKind.HEADING, heading, self._page, 1)
        if item:
            mark = f"{item['number']}." if item["number"] else "-"
            return DocumentBlock(DocumentBlockKind.ITEM, text[item.end() :], self._page, mark=mark)
        return DocumentBlock(DocumentBlockKind.TEXT, text, self._page)


def _usual_step(pages: Sequence[Sequence[PdfLine]], usual: float) -> float:
    """Return how far two lines of one paragraph are apart most often, in sizes of their letters."""
    steps: Counter[float] = Counter()
    for lines in pages:
        for before, line in pairwise(lines):
            apart = line.top - before.last_top
            if line.size == before.size == usual and 0 < apart < 3 * usual:
                steps[round(apart / usual, 1)] += 1
    return steps.most_common(1)[0][0] if steps else 1.3
