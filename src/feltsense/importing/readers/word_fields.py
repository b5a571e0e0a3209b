"""What Word's fields put into a text: page numbers, dates, contents, blanks that are to be filled in.

A field is an instruction and, behind a separator, its result. Both may go over several paragraphs.
"""

from dataclasses import dataclass
from enum import StrEnum

from feltsense.importing.readers.rich_text import RichParagraph
from feltsense.importing.readers.style_names import StyleRole
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words


class FieldKind(StrEnum):
    """What the result of a field is."""

    TEXT = "text"
    """Words that belong to the text: of a link, of a reference."""
    PAGE = "page"
    DATE = "date"
    CONTENTS = "contents"
    MARK = "mark"
    """Nothing that is shown; an entry for an index."""
    MERGED = "merged"
    """A name from a list of addresses; a blank until it is filled in."""
    BLANK = "blank"
    """What is to be typed in."""


INSTRUCTION = "the instruction of a field"
_KINDS = {
    FieldKind.PAGE: ("page", "numpages", "sectionpages", "section", "seite", "numwords", "numchars", "revnum"),
    FieldKind.DATE: ("date", "time", "createdate", "savedate", "printdate", "edittime", "filename", "filesize"),
    FieldKind.CONTENTS: ("toc", "index", "toa", "bibliography"),
    FieldKind.MARK: ("xe", "tc", "rd", "ta", "tcn"),
    FieldKind.MERGED: ("mergefield", "addressblock", "greetingline"),
    FieldKind.BLANK: ("formtext", "fillin", "ask", "macrobutton"),
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names}
_FIRST_WORD = LazyPattern(r"[\s\\]*(?P<name>[^\W\d_]+)")


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    kind: FieldKind | None = None
    """Known once the result begins."""
    words: bool = False
    """Whether there was a word in the result."""


class FieldStack:
    """The fields that are open at a place in the text, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def begin(self, instruction: str | None = None) -> None:
        """Open a field; with its instruction where its result follows at once."""
        self._open.append(_Field(instruction or ""))
        if instruction is not None:
            self.separate()

    def instruct(self, text: str) -> None:
        """Take in a part of the innermost field's instruction."""
        if self._open:
            self._open[-1].instruction += text

    def separate(self) -> None:
        """Begin the result of the innermost field."""
        if self._open:
            self._open[-1].kind = field_kind(self._open[-1].instruction)

    def end(self) -> str:
        """Close the innermost field; return what stands for it when it is a blank, else nothing."""
        if not self._open:
            return ""
        closed = self._open.pop()
        kind = closed.kind or field_kind(closed.instruction)
        return "____" if kind is FieldKind.BLANK and not closed.words and not self.instructing else ""

    @property
    def instructing(self) -> bool:
        """Whether the text here is part of an instruction."""
        return any(each.kind is None for each in self._open)

    def within(self, kind: FieldKind) -> bool:
        """Tell whether the text here is in the result of such a field."""
        return any(each.kind is kind for each in self._open)

    def result(self, paragraph: RichParagraph, text: str) -> tuple[str, str]:
        """Return text as it reads in the fields that are open, and why it is left out: empty where it is not.

        Args:
            paragraph: learns what the text makes of it.
            text: what stands here.
        """
        if not self._open:
            return text, ""
        if has_words(text):
            for each in self._open:
                each.words = True
        paragraph.page_number = paragraph.page_number or self.within(FieldKind.PAGE)
        paragraph.date = paragraph.date or self.within(FieldKind.DATE)
        if self.within(FieldKind.CONTENTS):
            paragraph.role = StyleRole.CONTENTS
        if self.within(FieldKind.MERGED):
            text = text.replace("«", "[").replace("»", "]")
        return text, INSTRUCTION if self.instructing else ""


def field_kind(instruction: str) -> FieldKind:
    """Return what the result of a field with this instruction is."""
    name = _FIRST_WORD.match(instruction)
    return _KIND_OF.get(name["name"].lower(), FieldKind.TEXT) if name else FieldKind.TEXT
