"""What the paragraphs of a word processor's file become.

Which short lines are headings by their looks alone, what is furniture of the page, and what the report says of it is
decided here, for all such formats alike.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from feltsense.importing.directions import pause_cue
from feltsense.importing.document import (
    ChangeKind,
    Document,
    DocumentBlock,
    DocumentBlockKind,
    ImportChange,
    TableCell,
    check_length,
)
from feltsense.importing.readers.rich_text import CONTENTS, MARGIN, PAGE_BREAK, CellPlace, RichLine, RichParagraph
from feltsense.importing.readers.style_names import StyleRole
from feltsense.importing.tables import table_content
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.sentences import ended, sentences
from feltsense.script.text import has_words

_MOST_OF_A_HEADING = 60
_LONGEST_HEADING = 120
"""Characters; a longer one that ends as a sentence does only looks like a heading."""
_MOST_BESIDE_A_PAGE = 8
"""Words beside a page's number that still are furniture."""
_MOST_BESIDE_A_DATE = 6
_LARGER = 1.2
"""How many times as large as most of the text a heading's letters are."""
_LONGEST_PAUSE = 40
"""Characters of a pause in words; longer ones need not be looked at."""
_MOST_ITALIC = 2
"""Italic letters for each upright one; where there are more, they are what the text is set in."""
_NO_HEADING_ENDS = tuple(".,;!?…]")
_BRACKETS_ALONE = LazyPattern(r"\([^()]*\)")
_MARKUP = LazyPattern(r"[][()*_<>]")
_BULLET = LazyPattern(r"(?:[•·▪◦‣●○■□➢➤✓✔\uf0b7\uf0a7\uf0d8]|[-–—*](?=\t))[ \t\xa0]+(?=\S)")
_TYPED_NUMBER = LazyPattern(r"\(?(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))[.)][\t\xa0]+\s*(?=\S)")
"""A number or letter that was typed, with a tab behind it."""
_NUMBERED_SENTENCE = LazyPattern(r"(?P<number>\d{1,2})[.)] +(?=[^\W\d_a-z])")
_LEVEL_BY_LOOKS = 2
"""Of headings that only look like one."""


class RichDocument:
    """Collects the paragraphs of a document in their order."""

    def __init__(self) -> None:
        self.changes: list[ImportChange] = []
        self.cell: CellPlace | None = None
        """Where the paragraphs stand that are begun now; None outside of tables."""
        self.tables = 0
        """The number of the last table."""
        self.headed: set[int] = set()
        """The numbers of tables whose first row the file marks as heads."""
        self._paragraphs: list[RichParagraph] = []
        self._characters = 0

    @property
    def place(self) -> int:
        """The number of the paragraph that was begun last; 0 before the first."""
        return len(self._paragraphs)

    def begin(self) -> RichParagraph:
        """Begin a paragraph and return it."""
        paragraph = RichParagraph(self.place + 1, self.changes, cell=self.cell)
        self.tables = max(self.tables, self.cell.table if self.cell else 0)
        self._paragraphs.append(paragraph)
        return paragraph

    def end(self, paragraph: RichParagraph) -> None:
        """End a paragraph.

        Raises:
            ImportingError: with it, there is more text than a script can have.
        """
        paragraph.end()
        self._characters += sum(len(line.text) for line in paragraph.lines)
        check_length(self._characters)

    def moved(self, behind: int, what: str) -> None:
        """Report that the paragraphs behind the one of number `behind` stood elsewhere on the page."""
        words = " ".join(" ".join(each.text for each in self._paragraphs[behind:]).split())
        if has_words(words):
            self.changes.append(ImportChange(behind + 1, ChangeKind.MOVED, words, what))

    def leave_out(self, text: str, reason: str) -> None:
        """Report text that stands outside of the paragraphs, once."""
        change = ImportChange(1, ChangeKind.LEFT_OUT, " ".join(text.split()), reason)
        if has_words(text) and change not in self.changes:
            self.changes.append(change)

    def document(self, language: str = "") -> Document:
        """Return all that was collected as neutral blocks."""
        looks = _Looks(self._paragraphs)
        blocks: list[DocumentBlock] = []
        for table, group in groupby(self._of_text(), key=lambda each: each.cell.table if each.cell else 0):
            paragraphs = list(group)
            blocks += self._table(table, paragraphs, looks) if table else self._all(paragraphs, looks)
        return Document(tuple(blocks), tuple(self.changes), place_unit="paragraph", language=language)

    def _of_text(self) -> Iterator[RichParagraph]:
        """Yield the paragraphs that are part of the text; report the others."""
        contents: list[RichParagraph] = []
        for paragraph in self._paragraphs:
            if contents and paragraph.role is not StyleRole.CONTENTS and has_words(paragraph.text):
                self._leave_out(contents, CONTENTS)
                contents = []
            if paragraph.role is StyleRole.CONTENTS:
                contents.append(paragraph)
            elif paragraph.role is StyleRole.MARGIN or _is_furniture(paragraph):
                self._leave_out([paragraph], MARGIN)
            else:
                yield paragraph
                continue
            yield replace(paragraph, role=StyleRole.BODY, lines=[RichLine()])  # its notes are kept
        self._leave_out(contents, CONTENTS)

    def _all(self, paragraphs: Sequence[RichParagraph], looks: "_Looks") -> list[DocumentBlock]:
        return [block for each in paragraphs for block in (*self._blocks(each, looks), *self._notes(each))]

    def _table(self, number: int, paragraphs: Sequence[RichParagraph], looks: "_Looks") -> list[DocumentBlock]:
        """Return a table's blocks; one that only places its text on the page is read cell by cell."""
        content = table_content(_rows(paragraphs), headed=number in self.headed)
        if not content.changes and all(block.kind is DocumentBlockKind.TEXT for block in content.blocks):
            return self._all(paragraphs, looks)
        self.changes += content.changes
        rich = {paragraph.text.strip(): paragraph for paragraph in paragraphs}
        blocks: list[DocumentBlock] = []
        for block in content.blocks:
            known = rich.get(block.text) if block.kind is DocumentBlockKind.TEXT else None
            blocks += [block] if known is None else self._blocks(known, looks)
        return blocks + [note for paragraph in paragraphs for note in self._notes(paragraph)]

    def _leave_out(self, paragraphs: Sequence[RichParagraph], reason: str) -> None:
        lines = [" ".join(each.text.split()) for each in paragraphs if has_words(each.text)]
        if lines:
            self.changes.append(ImportChange(paragraphs[0].place, ChangeKind.LEFT_OUT, ", ".join(lines), reason))

    def _blocks(self, paragraph: RichParagraph, looks: "_Looks") -> Iterator[DocumentBlock]:
        if paragraph is looks.title or (paragraph.role is StyleRole.TITLE and paragraph.text.strip()):
            yield DocumentBlock(DocumentBlockKind.TITLE, paragraph.text.strip(), paragraph.place)
            return
        for lines in _parts(paragraph.lines):
            block = _block(paragraph, lines, looks)
            if block.kind is DocumentBlockKind.NOTE:
                self.changes.append(ImportChange(block.place, ChangeKind.NOTE, " ".join(block.text.split())))
            yield block

    def _notes(self, paragraph: RichParagraph) -> Iterator[DocumentBlock]:
        for note in paragraph.notes:
            if has_words(note.words):
                yield DocumentBlock(DocumentBlockKind.NOTE, f"{note.label}: {note.words}", paragraph.place)
                self.changes.append(ImportChange(paragraph.place, ChangeKind.NOTE, note.words, "a therapist's note"))


class _Looks:
    """What most of a document looks like."""

    def __init__(self, paragraphs: Sequence[RichParagraph]) -> None:
        sizes: Counter[float] = Counter()
        weights: Counter[bool] = Counter()
        slants: Counter[bool] = Counter()
        for paragraph in paragraphs:
            if paragraph.role in (StyleRole.BODY, StyleRole.LIST, StyleRole.NUMBERED):
                for line in paragraph.lines:
                    sizes[line.size] += len(line.text)
                    weights[line.bold and has_words(line.text)] += len(line.text)
                    slants[line.italic and has_words(line.text)] += len(line.text)
        self._size = max(sizes, key=lambda size: sizes[size], default=0.0)
        self._bold_says_something = weights[True] <= weights[False]
        self._italic_says_something = slants[True] <= _MOST_ITALIC * slants[False]
        self.title = self._title(paragraphs)
        """The paragraph that is the title by its looks, if one is: the first, and larger than any other."""

    def is_heading(self, lines: Sequence[RichLine]) -> bool:
        """Tell whether lines are a heading by their looks alone."""
        text = lines[0].text.strip()
        if len(lines) != 1 or not has_words(text) or len(text) > _MOST_OF_A_HEADING or text.endswith(_NO_HEADING_ENDS):
            return False
        if _BRACKETS_ALONE.fullmatch(text):
            return False
        large = self._size and lines[0].size >= self._size * _LARGER
        return bool((lines[0].bold and self._bold_says_something) or large) and pause_cue(text.strip("[]() ")) is None

    def marked(self, line: RichLine) -> str:
        """Return a line with asterisks where its emphasis may mean that it is not said.

        That is all of an italic line, as directions are written, and a pause within a line.
        """
        text = line.text.strip()
        if line.italic and self._italic_says_something and has_words(text):
            return text if _MARKUP.search(text) else f"*{text}*"
        parts, cursor = [], 0
        for start, end in line.emphasis:
            words = line.text[start:end]
            if end - start <= _LONGEST_PAUSE and pause_cue(words.strip()) is not None and not _MARKUP.search(words):
                parts += [line.text[cursor:start], words.replace(words.strip(), f"*{words.strip()}*")]
                cursor = end
        return "".join([*parts, line.text[cursor:]]).strip()

    def _title(self, paragraphs: Sequence[RichParagraph]) -> RichParagraph | None:
        filled = [paragraph for paragraph in paragraphs if has_words(paragraph.text)]
        first = filled[0] if filled else None
        titled = any(paragraph.role is StyleRole.TITLE for paragraph in filled)
        if titled or first is None or first.role is not StyleRole.BODY or not self.is_heading(first.lines):
            return None
        size = first.lines[0].size
        others = (line.size for paragraph in filled[1:] for line in paragraph.lines if has_words(line.text))
        return first if size > max(others, default=0.0) and size >= self._size * _LARGER else None


def _rows(paragraphs: Sequence[RichParagraph]) -> list[list[TableCell]]:
    """Return the cells of a table's rows."""
    rows: dict[int, dict[int, list[RichParagraph]]] = {}
    for paragraph in paragraphs:
        if paragraph.cell is not None and has_words(paragraph.text):
            rows.setdefault(paragraph.cell.row, {}).setdefault(paragraph.cell.column, []).append(paragraph)
    width = max((column + 1 for row in rows.values() for column in row), default=0)
    return [[_cell(row.get(column, []), paragraphs[0].place) for column in range(width)] for row in rows.values()]


def _cell(paragraphs: Sequence[RichParagraph], place: int) -> TableCell:
    text = "\n\n".join(paragraph.text.strip() for paragraph in paragraphs)
    return TableCell(text, paragraphs[0].place if paragraphs else place)


def _parts(lines: Sequence[RichLine]) -> Iterator[list[RichLine]]:
    """Yield the lines of each part of a paragraph: an empty line or a new page ends one, as a bold first line does."""
    part: list[RichLine] = []
    for number, line in enumerate(lines):
        for piece in _pieces(line):
            if part and (piece is None or _turns(part, piece)):
                yield part
                part = []
            part += [piece] if piece is not None and piece.text.strip() else []
        if part and number + 1 < len(lines) and not lines[number + 1].text.strip(" \t\xa0"):
            yield part
            part = []
    if part:
        yield part


def _pieces(line: RichLine) -> Iterator[RichLine | None]:
    """Yield a line; where new pages begin in it, its pieces with None between them."""
    for number, text in enumerate(line.text.split(PAGE_BREAK)):
        if number:
            yield None
        yield line if text == line.text else replace(line, text=text, emphasis=[])


def _turns(part: Sequence[RichLine], line: RichLine) -> bool:
    """Tell whether a bold line ends at an ordinary one: a heading whose text stands in the same paragraph."""
    first = part[0].text.strip()
    return len(part) == 1 and part[0].bold and not line.bold and not first.endswith(_NO_HEADING_ENDS)


def _block(paragraph: RichParagraph, lines: Sequence[RichLine], looks: _Looks) -> DocumentBlock:
    """Return what a paragraph is by its style and place in a list; else by its looks."""
    text = "\n".join(line.text.strip() for line in lines)
    aside = paragraph.role in (StyleRole.ASIDE, StyleRole.SUBTITLE)
    if aside and pause_cue(" ".join(text.strip("[]() ").split())) is None:
        return DocumentBlock(DocumentBlockKind.NOTE, text, paragraph.place)
    if paragraph.role is StyleRole.HEADING and not _only_looks_like_heading(text):
        return DocumentBlock(DocumentBlockKind.HEADING, text, paragraph.place, paragraph.level)
    if paragraph.mark:
        return DocumentBlock(DocumentBlockKind.ITEM, text, paragraph.place, paragraph.level, paragraph.mark)
    return _block_by_looks(text, paragraph.place, lines, looks)


def _block_by_looks(text: str, place: int, lines: Sequence[RichLine], looks: _Looks) -> DocumentBlock:
    typed = _BULLET.match(text) or _TYPED_NUMBER.match(text)
    if not typed and looks.is_heading(lines):
        if lines[0].bold and text.endswith((":", ")")):  # a part, who speaks, a note that follows, or a length
            return DocumentBlock(DocumentBlockKind.TEXT, f"**{text}**", place)
        return DocumentBlock(DocumentBlockKind.HEADING, text.rstrip(":"), place, _LEVEL_BY_LOOKS)
    typed = typed or _NUMBERED_SENTENCE.match(text)
    if typed:
        return DocumentBlock(DocumentBlockKind.ITEM, text[typed.end() :], place, mark=_typed_mark(typed))
    text = "\n".join(map(looks.marked, lines))
    return DocumentBlock(DocumentBlockKind.TEXT, text, place, keeps_lines=len(lines) > 1)


def _only_looks_like_heading(text: str) -> bool:
    """Tell whether text in a heading's style is spoken: several sentences, or a long one."""
    return ended(text) and (len(text) > _LONGEST_HEADING or len(list(sentences(text))) > 1)


def _typed_mark(typed: re.Match[str]) -> str:
    """Return the mark of an item whose own was typed; letters are counted."""
    found = typed.groupdict()
    number = found.get("number") or (ord(letter) - ord("a") + 1 if (letter := found.get("letter")) else "")
    return f"{number}." if number else "-"


def _is_furniture(paragraph: RichParagraph) -> bool:
    """Tell whether a paragraph only numbers its page or dates its document."""
    if not paragraph.page_number and not paragraph.date:
        return False
    text = paragraph.text
    beside = sum(has_words(word) and not word.isdigit() for word in text.split())
    return (paragraph.page_number and beside <= _MOST_BESIDE_A_PAGE) or (
        paragraph.date and beside <= _MOST_BESIDE_A_DATE and not ended(text)
    )
