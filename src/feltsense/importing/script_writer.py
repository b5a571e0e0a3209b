"""From the blocks of a document whose structure is known to the lines of a script."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from feltsense.importing import front_matter
from feltsense.importing.context import inline_context
from feltsense.importing.counted import PACED_CUE, join_counted_blocks
from feltsense.importing.cues import split_paragraph
from feltsense.importing.document import (
    ChangeKind,
    Document,
    DocumentBlock,
    DocumentBlockKind,
    ImportChange,
    ParagraphPieces,
    PieceKind,
    locate_changes,
)
from feltsense.importing.front_matter import NO_WISH, WishedMinutes
from feltsense.importing.layout import layout_lines, neutralise
from feltsense.script.foreign_words import FOREIGN_LANGUAGES
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_DEEPEST = 5
"""Of lists in lists: the language takes no deeper indent."""
_SHORT = 48
_FEWEST = 3
_MOSTLY = 0.5
_SIGNED = (",", ";", ":", ".", "!", "?", "…", "—", "–")
_CLOSED = (".", "!", "?")
_CUE = LazyPattern(r"\[[^\[\]]*\]")


class ScriptWriter:
    """Writes one script, and gathers what became of each part of the document in `changes`."""

    def __init__(self, document: Document, name: str, *, blocks: bool) -> None:
        self.changes = list(document.changes)
        self.words = 0
        self._document = document
        self._blocks = blocks
        self._context = inline_context(document)
        self._source = join_counted_blocks(list(document.blocks), self.changes, by_line=document.by_line)
        self.title = front_matter.front_matter_title(document.front_matter) or document.head.title or name
        self._front_changes: list[ImportChange] = []
        self._parts: list[str] = []
        self._waiting: list[str] = []
        """Notes that follow the list they stand in."""
        self._in_list = False
        self._paced = False
        """Whether a paced breath follows the block."""
        self._on_text = False
        """Whether the last part is a paragraph, which a cue may follow on its line."""

    def write(self, minutes: WishedMinutes = NO_WISH) -> str:
        """Return the script, whole, with how long it should last; what stands below the front matter is made once."""
        if not self._parts:
            self._write_body()
        front, self._front_changes = self._front(minutes)
        spoken = front_matter.with_speech(front, self._document.language, self._document.say)
        return "\n\n".join([spoken, *self._parts]) + "\n"

    @property
    def all_changes(self) -> tuple[ImportChange, ...]:
        """What became of each part, in the order of the document."""
        return tuple(sorted((*self._front_changes, *self.changes), key=lambda change: change.place))

    def _write_body(self) -> None:
        for block, following in zip_longest(self._source, self._source[1:]):
            self._paced = following is not None and PACED_CUE.match(following.text) is not None
            self._block(block)
        self._flush_notes()

    def _front(self, minutes: WishedMinutes) -> tuple[str, list[ImportChange]]:
        """Return the front matter, and what became of the document's own."""
        given = self._document.front_matter
        lines = front_matter.head_lines(self._document.head, self.title, minutes)
        if not given:
            return front_matter.new_front_matter(lines), []
        if not front_matter.fits_front_matter(given):
            too_long = ImportChange(1, ChangeKind.LEFT_OUT, given, "front matter that is too long")
            return front_matter.new_front_matter(lines), [too_long]
        text, strange = front_matter.keep_front_matter(given, lines)
        return text, [ImportChange(1, ChangeKind.MOVED, line, "a comment in the front matter") for line in strange]

    def _block(self, block: DocumentBlock) -> None:
        if block.kind is not DocumentBlockKind.NOTE and not (block.kind is DocumentBlockKind.ITEM and self._in_list):
            self._flush_notes()
        if block.kind in (DocumentBlockKind.CUE, DocumentBlockKind.QUESTION):
            self._beside(f"[{block.text}]" if block.kind is DocumentBlockKind.CUE else block.text)
            return
        self._on_text = False
        match block.kind:
            case DocumentBlockKind.TITLE | DocumentBlockKind.HEADING:
                self._heading(block)
            case DocumentBlockKind.NOTE:
                self._waiting.append(_note(block.text))
            case DocumentBlockKind.ITEM:
                self._item(block)
            case DocumentBlockKind.TEXT:
                self._text(block)

    def _beside(self, text: str) -> None:
        """Write a cue or a question on the line of the words before it, or on one of its own."""
        if self._on_text:
            self._parts[-1] += f" {text}"
        else:
            self._parts.append(text)
            self._on_text = True

    def _heading(self, block: DocumentBlock) -> None:
        self._in_list = False
        made = self._split(block, " ".join(block.text.split()))
        heard = "".join(piece.text if piece.kind is PieceKind.TEXT else " " for piece in made.pieces)
        title = " ".join(heard.replace("‹", " ").split())
        if has_words(title):
            wish = f" [{block.length}]" if block.length else ""
            heading = f"## {title.rstrip(' #')}{wish}"
            self._parts.append(heading)
            self.changes.append(ImportChange(block.place, ChangeKind.SECTION, title, heading))
        elif title:
            self.changes.append(ImportChange(block.place, ChangeKind.LEFT_OUT, title, "a heading without words"))
        cues = [piece for piece in made.pieces if piece.kind in (PieceKind.CUE, PieceKind.COMMENT)]
        if cues:
            self._parts.append("\n".join(layout_lines(cues)))
        self._flush_notes()

    def _item(self, block: DocumentBlock) -> None:
        before = self.words
        lines = self._lines(block)
        if not lines:
            return
        if self.words == before:
            self._parts.append("\n".join(lines))
            self._in_list = False
            return
        item = f"{'  ' * min(block.level, _DEEPEST)}{block.mark} {' '.join(line.strip() for line in lines)}"
        numbered = block.mark != "-"
        if self._in_list and (block.level or numbered == self._parts[-1][:1].isdigit()):
            self._parts[-1] += f"\n{item}"
        else:
            self._parts.append(item)
        self._in_list = True

    def _text(self, block: DocumentBlock) -> None:
        lines = self._lines(block)
        if lines:
            self._parts.append("\n".join(lines))
            self._on_text = not self._waiting

    def _lines(self, block: DocumentBlock) -> list[str]:
        """Return a block's lines; those of verse as they were, prose by sentences."""
        self._in_list = self._in_list and block.kind is DocumentBlockKind.ITEM
        written = [line.rstrip() for line in block.text.split("\n") if line.strip()]
        clauses = self._context.language[:2] in FOREIGN_LANGUAGES and len(written) > 1 and not block.keeps_lines
        prose = block.text
        if clauses and (joined := _with_clauses(written)) != written:
            written, prose = joined, "\n".join(joined)
        verse = block.kind is DocumentBlockKind.TEXT and len(written) > 1 and (block.keeps_lines or _is_verse(written))
        if verse and not all(line.endswith(_SIGNED) and len(line) <= _SHORT for line in written):
            self.changes.append(ImportChange(block.place, ChangeKind.VERSE, written[0], "each line end ends a phrase"))
        text = "  \n".join(written) if verse else prose
        return [line for line in layout_lines(self._split(block, text).pieces) if _has_speech(line)]

    def _split(self, block: DocumentBlock, text: str) -> ParagraphPieces:
        heading = block.kind in (DocumentBlockKind.TITLE, DocumentBlockKind.HEADING)
        known = self._context
        context = replace(known, spoken=not heading, paced=self._paced) if heading or self._paced else known
        made = split_paragraph(text, block.place, blocks=self._blocks, context=context)
        made.pieces = neutralise(made.pieces)
        self._waiting += [_note(note) for note in made.notes]
        self.changes += locate_changes(made.changes, block) if self._document.by_line else made.changes
        self.words += sum(
            has_words(word) for piece in made.pieces if piece.kind is PieceKind.TEXT for word in piece.text.split()
        )
        return made

    def _flush_notes(self) -> None:
        self._parts += [note for note in self._waiting if note]
        self._waiting.clear()


def _has_speech(line: str) -> bool:
    return has_words(line) or "…" in line


def _note(text: str) -> str:
    plain = " ".join(text.replace("<!--", " ").replace("-->", " ").split())
    return f"> {plain}" if has_words(plain) else ""


def _with_clauses(lines: Sequence[str]) -> list[str]:
    """Return lines with those joined that are clauses of one sentence, as transcripts of podcasts have them.

    Such a line ends with a comma, and the next begins with a small letter. Where most lines begin with the same word it
    is verse, and stays.
    """
    found: list[str] = []
    firsts = [line.split()[0].lower() for line in lines]
    clauses = len(lines) >= _FEWEST and max(map(firsts.count, firsts)) <= len(lines) / 2
    for line in lines:
        if clauses and found and found[-1].endswith(",") and line[0].islower():
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _is_verse(lines: Sequence[str]) -> bool:
    """Tell whether the lines are shorter than those of wrapped prose, and do not all close a sentence anyway."""
    spoken = (has_words(_CUE.sub("", line)) for line in lines)
    unended = sum(line[-1:].isalnum() for line in lines)
    if len(lines) > _FEWEST and unended > _MOSTLY * len(lines) and all(line[:1].isupper() for line in lines):
        return True  # sentences without their points
    short = len(lines) >= _FEWEST and all(len(line) <= _SHORT for line in lines)
    return short and all(spoken) and not all(line.endswith(_CLOSED) for line in lines)
