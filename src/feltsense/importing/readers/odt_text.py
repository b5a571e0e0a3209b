"""The text of an OpenDocument paragraph: spans, fields, notes, comments and tracked changes within it."""

from collections.abc import Iterator
from typing import Any

from feltsense.importing.document import ChangeKind, ImportChange
from feltsense.importing.readers.odt_styles import OFFICE, TEXT, OdtStyles
from feltsense.importing.readers.rich_text import DELETED, HIDDEN, Letters, RichNote, RichParagraph
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_SPACE = LazyPattern(r"[ \t\r\n]+")
_PAGES = frozenset(f"{TEXT}{name}" for name in ("page-number", "page-count", "page-continuation", "page-variable-get"))
_DATES = frozenset(
    f"{TEXT}{name}"
    for name in (
        "date", "time", "creation-date", "creation-time", "modification-date", "modification-time", "print-date",
        "print-time", "file-name", "editing-cycles", "editing-duration",
    )
)  # fmt: skip
_BLANKS = frozenset(f"{TEXT}{name}" for name in ("placeholder", "database-display"))
_BREAKS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}soft-page-break": ""}
_DRAWN = frozenset(f"{_DRAW}{name}" for name in ("frame", "custom-shape", "rect", "ellipse", "line", "g", "a"))
_ASIDE = (f"{OFFICE}annotation", f"{TEXT}note", *_DRAWN)
_READING = "how it is read, above the word"
_INSERTED = "a tracked insertion, kept"
_MOST_SPACES = 100


class OdtTextReader:
    """Reads paragraphs one after the other: a tracked change may begin in one and end in another."""

    def __init__(self, styles: OdtStyles, tracked: Any) -> None:
        """Read what tracked changes deleted.

        Args:
            styles: of the file.
            tracked: its `text:tracked-changes`, or None.
        """
        self.boxes: list[Any] = []
        """Text boxes and shapes with text that were found; whoever reads them takes them out."""
        self.languages: dict[str, int] = {}
        """Letters in each language that the file names."""
        self._styles = styles
        self._deleted: dict[str, str] = {}
        self._inserting: set[str] = set()
        self._inserted = ""
        self._paragraph: RichParagraph
        for region in tracked if tracked is not None else ():
            key = region.get(f"{TEXT}id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
            deletion = region.find(f"{TEXT}deletion")
            if deletion is not None:
                self._deleted[key] = " ".join(paragraph_words(each) for each in deletion.iter(f"{TEXT}p", f"{TEXT}h"))

    def read(self, element: Any, paragraph: RichParagraph, letters: Letters, reason: str) -> None:
        """Read a paragraph or heading.

        Args:
            element: a `text:p` or `text:h`.
            paragraph: takes what is read.
            letters: what its letters look like.
            reason: why all of it is left out; empty where it is not.
        """
        self._paragraph = paragraph
        hidden = any(each.get(f"{TEXT}is-hidden") == "true" for each in element.iter(f"{TEXT}hidden-paragraph"))
        self._inline(element, letters, reason or (HIDDEN if hidden else ""))
        self._end_insertion()

    def _inline(self, element: Any, letters: Letters, reason: str) -> None:
        self._add(element.text, letters, reason)
        for child in element:
            self._child(child, letters, reason)
            self._add(child.tail, letters, reason)

    def _child(self, child: Any, letters: Letters, reason: str) -> None:
        tag = child.tag
        if tag == f"{TEXT}span":
            self._inline(child, self._styles.letters(letters, child.get(f"{TEXT}style-name") or ""), reason)
        elif tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c") or "1"
            self._add(" " * min(int(count), _MOST_SPACES) if count.isdecimal() else " ", letters, reason)
        elif tag in _BREAKS:
            self._put(_BREAKS[tag], letters, reason)
        elif tag in _ASIDE:
            self._aside(child, reason)
        elif tag in (f"{TEXT}change", f"{TEXT}change-start", f"{TEXT}change-end"):
            self._change(child)
        else:
            self._field(child, letters, reason)

    def _field(self, child: Any, letters: Letters, reason: str) -> None:
        """Read what the program fills in, and other elements within a line: links, references."""
        tag = child.tag
        self._paragraph.page_number |= tag in _PAGES
        self._paragraph.date |= tag in _DATES
        if tag in _BLANKS:
            name = "".join(child.itertext()).strip(" <>«»[]")
            self._put(f"[{name}]" if has_words(name) else "____", letters, reason)
        elif tag == f"{TEXT}drop-down":
            labels = [each.get(f"{TEXT}value") or "" for each in child.iter(f"{TEXT}label")]
            chosen = " ".join((child.text or "").split()) or "".join(each.tail or "" for each in child).strip()
            self._put(chosen or f"[{' / '.join(labels)}]", letters, reason)
        elif tag == f"{TEXT}hidden-text":
            shown = child.get(f"{TEXT}is-hidden") == "false"
            self._put(child.get(f"{TEXT}string-value") or child.text or "", letters, reason if shown else HIDDEN)
        elif tag == f"{TEXT}ruby-text":
            self._put("".join(child.itertext()), letters, _READING)
        elif isinstance(tag, str):
            self._inline(child, letters, reason)

    def _aside(self, child: Any, reason: str) -> None:
        """Keep notes and text boxes; tell of pictures."""
        if child.tag == f"{OFFICE}annotation":
            author = child.findtext(_CREATOR) or "Comment"
            self._paragraph.notes.append(RichNote(author, " ".join(_paragraphs(child))))
        elif child.tag == f"{TEXT}note":
            label = "Endnote" if child.get(f"{TEXT}note-class") == "endnote" else "Footnote"
            note = child.find(f"{TEXT}note-body")
            self._paragraph.notes.append(RichNote(label, " ".join(_paragraphs(note)) if note is not None else ""))
        else:
            self._drawn(child, reason)

    def _drawn(self, element: Any, reason: str) -> None:
        """Keep text boxes for whoever reads them; tell of pictures."""
        texts = (f"{TEXT}p", f"{TEXT}h", f"{TEXT}list")
        if any(child.tag in texts for child in element):
            self.boxes += [] if reason else [element]
            return
        for child in element:
            if child.tag in (f"{_SVG}title", f"{_SVG}desc"):
                told = " ".join((child.text or "").split())
                if has_words(told):
                    change = ImportChange(self._paragraph.place, ChangeKind.LEFT_OUT, told, "a picture")
                    self._paragraph.changes.append(change)
            elif isinstance(child.tag, str):
                self._drawn(child, reason)

    def _change(self, child: Any) -> None:
        """Report a tracked change where it stands."""
        key = child.get(f"{TEXT}change-id") or ""
        if child.tag == f"{TEXT}change-end":
            self._end_insertion()
            self._inserting.discard(key)
        elif key in self._deleted:
            self._paragraph.add(self._deleted[key], reason=DELETED)
            self._paragraph.end()
        elif child.tag == f"{TEXT}change-start":
            self._inserting.add(key)

    def _end_insertion(self) -> None:
        if has_words(self._inserted):
            said = " ".join(self._inserted.split())
            self._paragraph.changes.append(ImportChange(self._paragraph.place, ChangeKind.MOVED, said, _INSERTED))
        self._inserted = ""

    def _add(self, text: str | None, letters: Letters, reason: str) -> None:
        """Put in text as it stands in the file, where any white space is one space."""
        if text:
            self._put(_SPACE.sub(" ", text), letters, reason)

    def _put(self, text: str, letters: Letters, reason: str) -> None:
        reason = reason or letters.reason
        self._inserted += text if self._inserting and not reason else ""
        if letters.language and not reason:
            self.languages[letters.language] = self.languages.get(letters.language, 0) + len(text)
        self._paragraph.add(text, letters, reason)


def paragraph_words(element: Any) -> str:
    """Return all words of a paragraph."""
    parts = (f" {text} " if between else text for text, between in _texts(element))
    return " ".join("".join(parts).split())


def _texts(element: Any) -> Iterator[tuple[str, bool]]:
    """Yield stretches of text, and whether each is one of its own."""
    yield element.text or "", False
    for child in element:
        if child.tag in (f"{TEXT}s", *_BREAKS):
            yield " ", False
        elif child.tag in _ASIDE:
            yield " ".join(_paragraphs(child)), True
        elif isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or "", False


def _paragraphs(element: Any) -> Iterator[str]:
    return (paragraph_words(each) for each in element.iter(f"{TEXT}p", f"{TEXT}h"))
