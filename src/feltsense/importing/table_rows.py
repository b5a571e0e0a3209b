"""Writes a table's rows as blocks, once it is known what its columns hold."""

import re
from collections.abc import Iterator, Sequence

from feltsense.importing.directions import bracket_meaning
from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind, ImportChange, TableCell
from feltsense.importing.meanings import DirectionKind
from feltsense.importing.table_columns import TableColumn
from feltsense.importing.table_heads import ColumnRole, is_listener
from feltsense.importing.time_keeper import TimeKeeper, length_outcome
from feltsense.importing.timecodes import clock_length, speech_ms, written_length
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.sentences import ended
from feltsense.script.text import has_words

_WAITING = LazyPattern(r"(?:\w{1,12} ){0,2}(?:pause|silence|silent|wait)", re.IGNORECASE)
_PARTS = LazyPattern(r"\[[^\[\]]*\]|\([^()]*\)|[^\[\](.;\n]+(?:\.(?=\w)[^\[\](.;\n]*)*|[\[\](.;\n]")
_JOINT = LazyPattern(r", ?(?:then |and )?| (?:and then|then|und dann|dann|luego|puis|poi|\+) ", re.IGNORECASE)
_SPACES = LazyPattern(r"[^\S\n]+")
_EMPHASISED = LazyPattern(r"\*[^*]+\*|_[^_]+_|\([^()]+\)|\[[^\[\]]+\]")
_TITLE = 60
_EMPTY = " \t\n-–—/*_"
_LENGTHS = (ColumnRole.LENGTH, ColumnRole.SILENCE)


def has_one_cell(row: Sequence[TableCell]) -> bool:
    """Tell whether a row has words in its first cell alone, among several."""
    return len(row) > 1 and has_words(row[0].text) and not any(cell.text.strip(_EMPTY) for cell in row[1:])


class TableRows:
    """Collects the blocks of a table's rows in `blocks`, and what became of their cells in `changes`."""

    def __init__(self, columns: Sequence[TableColumn]) -> None:
        self.blocks: list[DocumentBlock] = []
        self.changes: list[ImportChange] = []
        self._columns = columns
        self._times = TimeKeeper(self.blocks, self.changes)
        self._roles = {column.role for column in columns}
        self._section = ""
        self._said = 0
        """Milliseconds of speech in this row so far."""
        self._client = ""
        """Who speaks this row, if that is not the one who guides."""
        self._order = _reading_order([column.role for column in columns])

    def head(self, row: Sequence[TableCell]) -> None:
        """Report a row of heads."""
        heads = " | ".join(cell.text.strip() for cell in row if cell.text.strip())
        if has_words(heads):
            self._report(ChangeKind.LEFT_OUT, heads, "the heads of a table", row[0].place)

    def row(self, row: Sequence[TableCell]) -> None:
        """Write a row."""
        self._said, self._client = 0, ""
        for column, cell in zip(self._columns, row, strict=True):
            time = column.time(cell.text) if column.role is ColumnRole.TIME else None
            if time:
                self._times.begin(time, cell.text.strip(), cell.place)
            if column.role is ColumnRole.SPEAKER and has_words(cell.text):
                self._client = cell.text.strip(" :*_") if is_listener(cell.text) else ""
        if self._is_title(row):
            self._heading(row[0].text.strip(), row[0].place)
            return
        for number in self._order:
            if row[number].text.strip(_EMPTY):
                self._cell(self._columns[number], row[number], row)

    def end(self) -> None:
        """End the last row."""
        self._times.end()

    def _is_title(self, row: Sequence[TableCell]) -> bool:
        """Tell whether a row is the title of those that follow."""
        first, text = self._columns[0], row[0].text.strip()
        if not has_one_cell(row) or len(text) > _TITLE or ended(text) or text[0] in "[(":
            return False
        if first.role is ColumnRole.TIME:
            return first.time(text) is None
        return first.role in (ColumnRole.NUMBER, ColumnRole.SPEAKER) or (len(row) > 2 or bool(first.head))

    def _cell(self, column: TableColumn, cell: TableCell, row: Sequence[TableCell]) -> None:
        match column.role:
            case ColumnRole.WORDS if not self._client:
                self._words(cell, spoken=column.known or ColumnRole.TIME in self._roles)
            case ColumnRole.TIME if column.time(cell.text):
                pass  # the time keeper has it
            case ColumnRole.SECTION:
                self._section_cell(cell, row)
            case ColumnRole.LENGTH if ColumnRole.SECTION in self._roles and self._section:
                pass  # the heading has it
            case ColumnRole.LENGTH if ColumnRole.TIME in self._roles:
                self._report(ChangeKind.LEFT_OUT, cell.text, "a length; the times say it", cell.place)
            case ColumnRole.LENGTH | ColumnRole.SILENCE:
                self._length(column, cell)
            case ColumnRole.NUMBER:
                self._report(ChangeKind.LEFT_OUT, cell.text, "a number", cell.place)
            case ColumnRole.SPEAKER:
                self._report(ChangeKind.LEFT_OUT, cell.text, "the name of who speaks", cell.place)
            case _:
                self._directions(column, cell)

    def _words(self, cell: TableCell, *, spoken: bool) -> None:
        for text in re.split(r"\n\s*\n", cell.text.strip()):
            block = DocumentBlock(DocumentBlockKind.TEXT, text, cell.place, keeps_lines="\n" in text, spoken=spoken)
            self.blocks.append(block)
        self._said += speech_ms(cell.text)
        self._times.say(cell.text)

    def _section_cell(self, cell: TableCell, row: Sequence[TableCell]) -> None:
        """Write the heading of a section, with its length where the row has one."""
        title = " ".join(cell.text.split())
        if title == self._section and ColumnRole.LENGTH not in self._roles:
            self._report(ChangeKind.LEFT_OUT, title, "the same section", cell.place)
            return
        self._section = title
        lengths = [c.text.strip(" ()") for n, c in zip(self._columns, row, strict=True) if n.role is ColumnRole.LENGTH]
        length = next((text for text in lengths if text.strip(_EMPTY)), "")
        self._heading(f"{title} ({length})" if length else title, cell.place)

    def _heading(self, text: str, place: int) -> None:
        self.blocks.append(DocumentBlock(DocumentBlockKind.HEADING, text, place, 2))

    def _length(self, column: TableColumn, cell: TableCell) -> None:
        """Write the silence that a cell asks for, or ask what is meant."""
        text = " ".join(cell.text.split())
        length = clock_length(text) or written_length(text, column.unit)
        if length is None:
            self._direction(text if "pause" in text.lower() else f"pause {text}", cell.place)
            return
        self._times.wait(length.high)
        silent = column.role is ColumnRole.SILENCE
        block, change = length_outcome(length, text, self._said, cell.place, silent=silent)
        self.blocks.append(block)
        self.changes.append(change)

    def _directions(self, column: TableColumn, cell: TableCell) -> None:
        """Write a cell of directions: cues at their place, the rest as notes."""
        notes: list[str] = []
        for part in _direction_parts(cell.text):
            if _is_cue(part):
                self._notes(column, notes, cell.place)
                self._direction(part, cell.place)
            else:
                notes.append(part)
        self._notes(column, notes, cell.place)

    def _notes(self, column: TableColumn, parts: list[str], place: int) -> None:
        text = " ".join("".join(parts).split()).strip(" ,;")
        text = text[1:-1] if _EMPHASISED.fullmatch(text) else text
        parts.clear()
        if not has_words(text):
            return
        name = self._client if column.role is ColumnRole.WORDS else "" if column.known else column.head
        note = f"{name}: {text}" if name else text
        self.blocks.append(DocumentBlock(DocumentBlockKind.NOTE, note, place))
        self._report(ChangeKind.NOTE, text, "", place)

    def _direction(self, text: str, place: int) -> None:
        """Write the cue that a direction is, or what is like one in brackets, to be asked about."""
        bare = _bare(text)
        meaning = bracket_meaning(bare)
        if meaning.kind is DirectionKind.CUE:
            self.blocks.append(DocumentBlock(DocumentBlockKind.CUE, meaning.cue, place))
            kind = ChangeKind.BELL if meaning.cue.startswith("bell") else ChangeKind.PAUSE
            self._report(kind, text, f"[{meaning.cue}]", place)
        else:
            self.blocks.append(DocumentBlock(DocumentBlockKind.TEXT, f"[{bare}]", place))
        self._times.say(f"[{meaning.cue or bare}]")

    def _report(self, kind: ChangeKind, before: str, after: str, place: int) -> None:
        self.changes.append(ImportChange(place, kind, " ".join(before.split()), after))


def _reading_order(roles: Sequence[ColumnRole]) -> list[int]:
    """Return the columns in the order that they are written in: sections first, lengths behind the words."""
    last = max((n for n, role in enumerate(roles) if role is ColumnRole.WORDS), default=-1)

    def place(number: int) -> tuple[float, int]:
        early = roles[number] in _LENGTHS and number < last
        return (-1 if roles[number] is ColumnRole.SECTION else last + 0.5 if early else number, number)

    return sorted(range(len(roles)), key=place)


def _direction_parts(text: str) -> Iterator[str]:
    """Yield a cell of directions in parts, each with its signs; several cues beside each other apart."""
    if _kind(text) is DirectionKind.CUE:
        yield text
        return
    for sentence in _PARTS.findall(_SPACES.sub(" ", text)):
        pieces = _JOINT.split(sentence)
        if len(pieces) > 1 and any(_kind(piece) is DirectionKind.CUE for piece in pieces):
            yield from (piece if _is_cue(piece) else f"{piece}, " for piece in pieces)
        else:
            yield sentence


def _bare(text: str) -> str:
    return text.strip().strip("[]() .*_")


def _is_cue(text: str) -> bool:
    kind = _kind(text)
    return kind is DirectionKind.CUE or (kind is DirectionKind.PERHAPS_PAUSE and bool(_WAITING.match(_bare(text))))


def _kind(text: str) -> DirectionKind:
    bare = _bare(text)
    return bracket_meaning(bare).kind if has_words(bare) and not re.search(r"[\[\]]", bare) else DirectionKind.NOTE
