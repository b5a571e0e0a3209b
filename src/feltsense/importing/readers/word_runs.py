"""A Word paragraph's runs to its text: tracked changes accepted, what is struck or hidden left out and told.

Works on the elements of the file, whichever program wrote them.
"""

from collections.abc import Callable, Iterator
from typing import Any

from feltsense.importing.document import ChangeKind, ImportChange
from feltsense.importing.readers.rich_text import DELETED, PAGE_BREAK, USUAL, Letters, RichNote, RichParagraph
from feltsense.importing.readers.style_names import StyleRole
from feltsense.importing.readers.word_fields import FieldKind, FieldStack
from feltsense.importing.readers.word_styles import VAL, W, WordStyles
from feltsense.script.text import has_words

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BOX = f"{W}txbxContent"
_TEXTS = {f"{W}cr": "\n", f"{W}tab": "\t", f"{W}ptab": " ", f"{W}noBreakHyphen": "-"}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes", f"{W}commentReference": "comments"}
_GONE = (f"{W}del", f"{W}moveFrom")
_NEW = {f"{W}ins": "a tracked insertion, kept", f"{W}moveTo": "moved here, kept"}
_APART = (f"{W}p", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}tbl")
_NEW_PAGE = ("page", "column")
_EQUATIONS = (f"{M}oMath", f"{M}oMathPara")
_EQUATION = "an equation"
_READING = "how it is read, above the word"
PLACEHOLDER = "a placeholder that is to be filled in"


class RunReader:
    """Reads paragraphs, one after the other: a field may begin in one and end in another.

    Args:
        styles: of the file.
        note: returns the label and the words of a note: “footnotes”, “endnotes” or “comments”, and its number.
        part_words: returns the words of another part, by the id that the text refers to it by.
    """

    def __init__(
        self, styles: WordStyles, note: Callable[[str, str], RichNote | None], part_words: Callable[[str], str]
    ) -> None:
        self.boxes: list[Any] = []
        """Text boxes (`w:txbxContent`) that were found; whoever reads them takes them out."""
        self.follow_fields = True
        """Whether fields are known to end; else what may be the result of one is text."""
        self.languages: dict[str, int] = {}
        """Letters in each language that the file names."""
        self._styles = styles
        self._note = note
        self._part_words = part_words
        self._fields = FieldStack()
        self._style = ""
        self._paragraph: RichParagraph

    def read(self, element: Any, paragraph: RichParagraph, style: str, reason: str = "") -> None:
        """Read a `w:p` element.

        Args:
            element: the paragraph.
            paragraph: takes what is read.
            style: the id of its style.
            reason: why all of it is left out; empty where it is not.
        """
        self._paragraph, self._style = paragraph, style
        self._walk(element, reason)
        if self._fields.within(FieldKind.CONTENTS):
            paragraph.role = StyleRole.CONTENTS

    def _walk(self, element: Any, reason: str) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, reason)
            elif tag in _GONE:
                self._walk(child, reason or DELETED)
            elif tag in _NEW:
                self._inserted(child, reason)
            elif tag == f"{W}fldSimple":
                self._fields.begin(child.get(f"{W}instr") or "")
                self._walk(child, reason)
                self._add(self._fields.end(), reason)
            elif tag == f"{W}sdt":
                self._control(child, reason)
            elif tag not in _APART:
                self._within(child, reason)

    def _within(self, element: Any, reason: str) -> None:
        """Read what is seldom in a paragraph, and what may hold runs: links, tags of meaning."""
        if element.tag in _EQUATIONS:
            self._paragraph.add(_words(element, f"{M}t"), reason=_EQUATION)
        elif element.tag in _NOTES:
            self._add_note(element)
        else:
            self._walk(alternative(element) if element.tag == ALTERNATIVES else element, reason)

    def _inserted(self, element: Any, reason: str) -> None:
        before = len(self._paragraph.text)
        self._walk(element, reason)
        text = self._paragraph.text[before:].strip()
        if has_words(text):
            self._paragraph.changes.append(
                ImportChange(self._paragraph.place, ChangeKind.MOVED, text, _NEW[element.tag])
            )

    def _control(self, element: Any, reason: str) -> None:
        """Read a content control; one that nobody has filled in is a blank, or a choice."""
        content = element.find(f"{W}sdtContent")
        blank = placeholder(element)
        if blank and not reason:
            self._add(blank, reason)
            reason = PLACEHOLDER
        if content is not None:
            self._walk(content, reason)

    def _run(self, run: Any, reason: str) -> None:
        letters = self._styles.letters(self._style, run.find(f"{W}rPr"))
        reason = reason or letters.reason
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                self._add(child.text or "", reason, letters)
            elif tag == f"{W}delText":
                self._add(child.text or "", DELETED, letters)
            elif tag in _TEXTS:
                self._add(_TEXTS[tag], reason, letters)
            elif tag == f"{W}br":
                self._add(PAGE_BREAK if child.get(f"{W}type") in _NEW_PAGE else "\n", reason, letters)
            elif tag == f"{W}sym":
                self._add(_symbol(child), reason, letters)
            elif tag in _NOTES:
                self._add_note(child)
            else:
                self._other(child, reason, letters)

    def _other(self, child: Any, reason: str, letters: Letters) -> None:
        """Read what is seldom in a run."""
        tag = child.tag
        if tag == f"{W}fldChar":
            self._field(child, reason)
        elif tag == f"{W}instrText":
            self._fields.instruct(child.text or "")
        elif tag == f"{W}pgNum":
            self._paragraph.page_number = True
        elif tag == f"{W}ruby":
            self._paragraph.add(_words(child.find(f"{W}rt"), f"{W}t"), reason=_READING)
            self._add(_words(child.find(f"{W}rubyBase"), f"{W}t"), reason, letters)
        elif tag == ALTERNATIVES:
            self._graphic(alternative(child), reason)
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self._graphic(child, reason)

    def _add(self, text: str, reason: str, letters: Letters = USUAL) -> None:
        if not text:
            return
        text, left_out = self._fields.result(self._paragraph, text)
        reason = reason or left_out
        if letters.language and not reason:
            self.languages[letters.language] = self.languages.get(letters.language, 0) + len(text)
        self._paragraph.add(text, letters, reason)

    def _field(self, element: Any, reason: str) -> None:
        kind = element.get(f"{W}fldCharType") if self.follow_fields else ""
        if kind == "begin":
            self._fields.begin()
            entries = [each.get(VAL) or "" for each in element.iter(f"{W}listEntry")]
            self._add_choice(entries, reason)
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._add(self._fields.end(), reason)

    def _add_choice(self, entries: list[str], reason: str) -> None:
        if entries:
            self._paragraph.add(f"[{' / '.join(entries)}]", reason=reason)

    def _add_note(self, element: Any) -> None:
        note = self._note(_NOTES[element.tag], element.get(f"{W}id") or "")
        if note is not None:
            self._paragraph.notes.append(note)

    def _graphic(self, element: Any, reason: str) -> None:
        """Tell of pictures; keep text boxes for whoever reads them."""
        for each in _graphics(element):
            if each.tag == _BOX:
                if not reason:
                    self.boxes.append(each)
            elif each.tag == _PICTURE:
                self._tell(each.get("descr") or "", "a picture")
            elif each.tag == _WORD_ART:
                self._tell(each.get("string") or "", "drawn letters")
            elif each.tag == _CHART:
                self._tell(self._part_words(each.get(f"{R}id") or ""), "a chart")
            else:
                self._tell(self._part_words(each.get(f"{R}dm") or ""), "a diagram")

    def _tell(self, words: str, what: str) -> None:
        words = " ".join(words.split())
        if has_words(words):
            self._paragraph.changes.append(ImportChange(self._paragraph.place, ChangeKind.LEFT_OUT, words, what))


def alternative(element: Any) -> Any:
    """Return the first of several forms of the same content (`mc:AlternateContent`)."""
    choice = element.find(_CHOICE)
    fallback = element.find(_FALLBACK)
    return choice if choice is not None else fallback if fallback is not None else ()


def placeholder(control: Any) -> str:
    """Return what a content control (`w:sdt`) asks for: a name, or choices; empty where it is filled in."""
    properties = control.find(f"{W}sdtPr")
    if properties is None or properties.find(f"{W}showingPlcHdr") is None:
        return ""
    choices = [each.get(f"{W}displayText") or each.get(f"{W}value") or "" for each in properties.iter(f"{W}listItem")]
    choices = [choice for choice in choices if has_words(choice) and not choice.lower().startswith("choose ")]
    name = properties.find(f"{W}alias")
    named = name.get(VAL) or "" if name is not None else ""
    return f"[{' / '.join(choices)}]" if choices else f"[{named}]" if has_words(named) else "____"


def _graphics(element: Any) -> Iterator[Any]:
    """Yield text boxes, pictures, charts and diagrams, but nothing that is in a text box."""
    for child in element:
        if child.tag == ALTERNATIVES:
            yield from _graphics(alternative(child))
        elif child.tag in (_BOX, _PICTURE, _CHART, _DIAGRAM, _WORD_ART):
            yield child
        else:
            yield from _graphics(child)


def _symbol(element: Any) -> str:
    """Return a sign of a font of signs; it has no meaning outside of that font."""
    try:
        return chr(int(element.get(f"{W}char") or "", 16))
    except (ValueError, OverflowError):
        return " "


def _words(element: Any, tag: str) -> str:
    return "".join(each.text or "" for each in element.iter(tag)) if element is not None else ""
