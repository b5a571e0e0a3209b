"""What stands before the first spoken words: title, subtitle, author, lines of metadata."""

import re
from dataclasses import replace

from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind
from feltsense.importing.structure.given_names import is_given_name
from feltsense.importing.structure.guidance import guides
from feltsense.importing.structure.head_matter import (
    hands_over,
    is_credible,
    is_spoken_label,
    take_byline,
    take_credit,
    take_metadata,
    without_dashes,
)
from feltsense.importing.structure.head_titles import EMPHASISED, HeadTitles
from feltsense.importing.structure.lead_ins import NOT_FOR_LISTENERS
from feltsense.importing.structure.lengths import heading_length, length_in_name, parse_length
from feltsense.importing.structure.manuscript import (
    HEADING_KINDS,
    Manuscript,
    bare_text,
    joined_lines,
)
from feltsense.importing.structure.metadata import (
    MetadataKind,
    MetadataLine,
    author_of,
    byline,
    is_credit,
    is_metadata_block,
    is_name_with_title,
    metadata_lines,
)
from feltsense.importing.structure.titles import (
    without_reference,
)
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_TABLE_LINE = LazyPattern(
    r"[\s|:+-]+|\s*\|?\s*(?:field|key|property|attribute|item)\s*\|\s*(?:value|details?)\s*\|?\s*", re.IGNORECASE
)
_QUOTED = LazyPattern(r"[\"“„«](?P<words>[^\"“”„«»\n]+)[\"”“»]")
_WITH_AUTHOR = LazyPattern(
    r"(?P<title>[^\n]{3,80}?)(?P<apart>\s+[–—|-]|,|\s+\()?\s+(?P<by>by\s(?P<name>[^\n()]{3,60}))\)?",
    re.IGNORECASE,
    needs=r"\bby\b",
)
_UNKNOWN_KEY = LazyPattern(r"\s*[^\W\d_][^:\n]{1,30}:[ \t]+[^\n]{1,80}(?<![.!?])\s*")
_LOOKED_AT = 300
"""Characters of a paragraph."""
_FOR_WHO_READS = LazyPattern(
    r"^\s*(?:the|this|the following) (?:script|text|exercise|meditation|relaxation|practice|induction|recording)\b"
    r"[^.!?\n]{0,40}\b(?:should|can|may|is to|is meant to|is designed to|must|could|needs to) be "
    r"(?:read|spoken|recorded|played|used|adapted)\b",
    re.IGNORECASE,
)
_SCRIPT_NAME = LazyPattern(r"(?:audio |video |full )?transcript(?:ion)?\s*:?", re.IGNORECASE)
_SENTENCE_WORDS = 4


def with_head(page: Manuscript, *, titled: bool) -> None:
    """Take title, author and metadata out of the blocks, in place.

    Args:
        page: the document so far.
        titled: whether its front matter has a title already.
    """
    _HeadReader(page, titled=titled).read()


def with_title(page: Manuscript, *, titled: bool) -> None:
    """Take the title out of the blocks where a heading is one, in place; see `with_head`."""
    first = next((at for at, block in enumerate(page.blocks) if has_words(block.text)), None)
    if first is not None and page.blocks[first].kind in HEADING_KINDS:
        rest = page.blocks[first + 1 :]
        page.blocks = page.blocks[: first + 1]
        _HeadReader(page, titled=titled).read()
        page.blocks += rest


class _HeadReader:
    def __init__(self, page: Manuscript, *, titled: bool) -> None:
        self._page = page
        self._titled = titled
        self._titles = HeadTitles(page, titled=titled)
        self._kept: list[DocumentBlock] = []
        self._first = True
        """Whether nothing with words came yet."""

    def read(self) -> None:
        blocks = self._page.blocks
        for number, block in enumerate(blocks):
            rest = self._block(block, number)
            if rest is not None:
                self._page.blocks = [*self._kept, *rest, *blocks[number + 1 :]]
                return
        self._page.blocks = self._kept

    def _block(self, block: DocumentBlock, number: int) -> list[DocumentBlock] | None:
        """Take a block of the head; return what is left of it where the words begin, else None."""
        if not has_words(block.text) or block.kind is DocumentBlockKind.NOTE:
            if not _TABLE_LINE.fullmatch(block.text):
                self._kept.append(block)
            return None
        if block.spoken or block.kind in (DocumentBlockKind.CUE, DocumentBlockKind.QUESTION):
            return [block]
        if block.kind in HEADING_KINDS:
            return self._heading(block, number)
        lines = self._page.lines(block)
        for at, line in enumerate(lines):
            if _TABLE_LINE.fullmatch(line.text):
                self._page.leave_out(line, "the head of a table")
            elif not self._line(line, lines, at, number):
                if at == 0 and self._is_description(block, number):
                    self._kept.append(self._page.note(block))
                    return None
                return [block if at == 0 else joined_lines(lines[at:])]
        return None

    def _heading(self, block: DocumentBlock, number: int) -> list[DocumentBlock] | None:
        text = bare_text(block.text)
        title = self._page.head.title
        if title and _same(text, title):
            self._page.leave_out(block, "the title again")
        elif (author := author_of(text)) and title:
            self._author(block, author)
        elif not title and not self._titled and self._titles.is_title_heading(block, number, first=self._first):
            self._title(block, text)
        elif self._titles.is_title_again(block, text, number):
            self._subtitle(block, text)
        elif self._titles.has_metadata_below(number) and NOT_FOR_LISTENERS.fullmatch(text):
            self._kept.append(self._page.note(block, text))
        else:
            return [block]
        self._first = False
        return None

    def _line(self, line: DocumentBlock, lines: list[DocumentBlock], at: int, number: int) -> bool:
        """Take one line of the head; False where it is spoken."""
        text = bare_text(line.text)
        said = () if is_spoken_label(line.text) else metadata_lines(line.text)
        if said and all(is_credible(each) for each in said):
            notes = [take_metadata(self._page, line, each) for each in said]
            self._kept += [note for note in notes if note]
        elif self._heads_metadata(line, lines, at):
            self._kept.append(self._page.note(line, bare_text(text.replace("**", "").replace("__", ""))))
        elif self._continues(line):
            self._kept[-1] = replace(self._kept[-1], text=f"{self._kept[-1].text} {text}")
        elif author := author_of(text) or (text if is_name_with_title(text) and not self._first else ""):
            self._author(line, author)
        elif said := byline(text) if not self._first else ():
            self._kept += take_byline(self._page, line, said)
        elif is_credit(text):
            take_credit(self._page, line, text)
        elif (length := parse_length(text.strip("()[] "))) and length.low >= 60 and not self._first:
            take_metadata(self._page, line, MetadataLine(MetadataKind.LENGTH, "Length", text.strip("()[] ")))
        elif not self._named(line, lines, at, number):
            return False
        self._first = False
        return True

    def _named(self, line: DocumentBlock, lines: list[DocumentBlock], at: int, number: int) -> bool:
        """Take a line that is the title, a subtitle, the title again, or only says that words begin."""
        text, title = bare_text(line.text), self._page.head.title
        if title and _same(text, title):
            self._page.leave_out(line, "the title again")
        elif line.kind is DocumentBlockKind.TEXT and _SCRIPT_NAME.fullmatch(text):
            self._page.leave_out(line, "says where the words begin")
        elif self._titles.is_title_line(line, lines, at, number, first=self._first):
            self._title(line, text)
        elif self._titles.is_subtitle(line, lines, at):
            self._subtitle(line, without_dashes(text))
        else:
            return False
        return True

    def _heads_metadata(self, line: DocumentBlock, lines: list[DocumentBlock], at: int) -> bool:
        """Tell whether a line with a key that is not known stands in a block of metadata."""
        if is_metadata_block([each.text for each in lines]):
            return True
        said = [metadata_lines(below.text) for below in lines[at + 1 :]]
        sure = sum(any(each.kind is not MetadataKind.OTHER for each in found) for found in said)
        return bool(_UNKNOWN_KEY.fullmatch(line.text)) and all(said) and sure > 1

    def _continues(self, line: DocumentBlock) -> bool:
        """Tell whether a line goes on with the note above it in the same paragraph."""
        last = self._kept[-1] if self._kept else None
        below = last is not None and last.kind is DocumentBlockKind.NOTE and last.place == line.place - 1
        return below and self._page.by_line and line.text.strip()[:1].islower()

    def _is_description(self, block: DocumentBlock, number: int) -> bool:
        """Tell whether a paragraph is for whoever reads aloud, or alone in italics below the title."""
        if self._first and hands_over(block.text):
            return True
        begins = block.text.lstrip()[:2].lower() == "th"
        if begins and _FOR_WHO_READS.search(block.text[:_LOOKED_AT]) and not guides(block.text):
            return True
        if not (self._page.head.title or self._titled) or not EMPHASISED.fullmatch(block.text):
            return False
        if block.text.lstrip(" *_")[:1] in "([":  # a direction, or words; it is read as such
            return False
        following = [each for each in self._page.blocks[number + 1 :] if each.kind is DocumentBlockKind.TEXT]
        return (
            bool(following)
            and not EMPHASISED.fullmatch(following[0].text)
            and len(block.text.split()) > _SENTENCE_WORDS
        )

    def _title(self, block: DocumentBlock, text: str) -> None:
        quoted = _QUOTED.fullmatch(text)
        title, length = heading_length(without_reference(quoted["words"] if quoted else text))
        written = _WITH_AUTHOR.fullmatch(title)
        sure = written is not None and bool(written["apart"] or is_given_name(written["name"]))
        if written and sure and (author := author_of(written["by"])):
            title = written["title"]
            self._page.head = replace(self._page.head, author=self._page.head.author or author)
        length = length or length_in_name(title)
        if is_same_text := bool(EMPHASISED.fullmatch(title)):
            title = bare_text(title)
        self._page.head = replace(self._page.head, title=title.rstrip(":") if not is_same_text else title)
        self._page.report(block, ChangeKind.TITLE, block.text, "title")
        if length and not self._page.head.length:
            self._page.head = replace(self._page.head, minutes=length.minutes, length=length.wish)

    def _subtitle(self, block: DocumentBlock, text: str) -> None:
        length = length_in_name(text)
        if length and not self._page.head.length:
            self._page.head = replace(self._page.head, minutes=length.minutes, length=length.wish)
        self._page.head = replace(self._page.head, summary=text)
        self._page.report(block, ChangeKind.MOVED, block.text, "summary in the front matter")

    def _author(self, block: DocumentBlock, author: str) -> None:
        if self._page.head.author:
            self._kept.append(self._page.note(block))
            return
        self._page.head = replace(self._page.head, author=author)
        self._page.report(block, ChangeKind.MOVED, block.text, "author in the front matter")


def _same(text: str, title: str) -> bool:
    return " ".join(text.lower().split()) == " ".join(title.lower().split())
