"""A Word paragraph's runs to its text: tracked changes accepted, notes and comments noted by their number.

Works on the elements of the file, as the library's own view of a paragraph leaves out what tracked changes put in.
"""

from dataclasses import dataclass, field
from typing import Any

from feltsense.importing.document import ChangeKind, ImportChange
from feltsense.script.text import has_words

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}
_NOTES = {f"{_W}footnoteReference": "footnotes", f"{_W}endnoteReference": "endnotes"}
_GONE = (f"{_W}del", f"{_W}moveFrom")
_APART = (f"{_W}p", f"{_W}pPr")
_OFF = ("0", "false", "none")


@dataclass(slots=True)
class ParagraphText:
    """A paragraph as it reads with all changes accepted."""

    text: str = ""
    strong: bool = False
    """True when all of it is in bold letters."""
    comments: list[int] = field(default_factory=list)
    foot_notes: list[tuple[str, str]] = field(default_factory=list)
    """“footnotes” or “endnotes”, and the number."""


class RunReader:
    """Reads paragraphs; adds to `changes` what is left out and what a tracked change inserted."""

    def __init__(self, changes: list[ImportChange]) -> None:
        self._changes = changes

    def read(self, paragraph: Any, place: int) -> ParagraphText:
        """Return a paragraph (a `w:p` element) as it reads."""
        read = ParagraphText()
        weights: list[bool] = []
        self._walk(paragraph, read, weights, place)
        read.strong = bool(weights) and all(weights)
        return read

    def _walk(self, element: Any, read: ParagraphText, weights: list[bool], place: int) -> None:
        for child in element:
            tag = child.tag
            if tag in _GONE:
                self._left_out(child, "delText" if tag == _GONE[0] else "t", place)
            elif tag == f"{_W}r":
                self._run(child, read, weights, place)
            elif tag == f"{_W}commentReference":
                read.comments.append(int(child.get(f"{_W}id")))
            elif tag not in _APART:
                before = len(read.text)
                self._walk(child, read, weights, place)
                if tag == f"{_W}ins" and has_words(read.text[before:]):
                    self._changes.append(
                        ImportChange(place, ChangeKind.MOVED, read.text[before:].strip(), "a tracked insertion, kept")
                    )

    def _run(self, run: Any, read: ParagraphText, weights: list[bool], place: int) -> None:
        if _is_on(run, "vanish"):
            self._left_out(run, "t", place, "hidden text")
            return
        before = len(read.text)
        for child in run:
            if child.tag == f"{_W}t":
                read.text += child.text or ""
            elif child.tag in _BREAKS:
                read.text += _BREAKS[child.tag]
            elif child.tag in _NOTES:
                read.foot_notes.append((_NOTES[child.tag], child.get(f"{_W}id")))
            elif child.tag == f"{_W}commentReference":
                read.comments.append(int(child.get(f"{_W}id")))
            elif child.tag == f"{_W}drawing":
                self._picture(child, place)
        if read.text[before:].strip():
            weights.append(_is_on(run, "b"))

    def _left_out(self, element: Any, part: str, place: int, why: str = "a tracked deletion") -> None:
        text = "".join(each.text or "" for each in element.iter(f"{_W}{part}"))
        if has_words(text):
            self._changes.append(ImportChange(place, ChangeKind.LEFT_OUT, " ".join(text.split()), why))

    def _picture(self, drawing: Any, place: int) -> None:
        for picture in drawing.iter(_PICTURE):
            words = picture.get("descr") or ""
            if has_words(words):
                self._changes.append(ImportChange(place, ChangeKind.LEFT_OUT, words, "a picture"))


def _is_on(run: Any, name: str) -> bool:
    """Tell whether a run has the property `w:name`."""
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val") not in _OFF
