"""Web pages, and what is pasted from them, to neutral blocks."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from feltsense.importing.document import Document, DocumentBlock, DocumentBlockKind, ImportChange, Turned
from feltsense.script.text import has_words

_SILENT = frozenset(("script", "style", "noscript", "template", "svg", "math", "select", "textarea", "iframe"))
_ASIDE = frozenset(("nav", "footer", "aside", "button", "del", "s", "strike"))
_INLINE = frozenset(("del", "s", "strike"))
_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form header hr "  # noqa: SIM905
    "html li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACE = re.compile(r"\s+")


def read(text: str) -> Document:
    """Return the blocks of a page. Navigation, forms and what is struck out are told of and left out."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_block()
    reader.end_aside()
    return _titled(reader.blocks, reader.changes)


def _titled(blocks: list[DocumentBlock], changes: list[ImportChange]) -> Document:
    """Return a document with one title: its only heading of the first level, rather than what the browser shows."""
    highest = [block for block in blocks if block.level == 1]
    if len(highest) != 1:
        return Document(tuple(blocks), tuple(changes))
    shown = [block for block in blocks if block.kind is DocumentBlockKind.TITLE]
    rest = [
        replace(b, kind=DocumentBlockKind.TITLE) if b is highest[0] else b
        for b in blocks
        if b.kind is not DocumentBlockKind.TITLE
    ]
    told = [ImportChange(block.place, Turned.LEFT_OUT, block.text, "the page's title") for block in shown]
    return Document(tuple(rest), (*changes, *told))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[DocumentBlock] = []
        self.changes: list[ImportChange] = []
        self._text = ""
        self._place = 1
        self._kind = DocumentBlockKind.TEXT
        self._level = 0
        self._silent: list[str] = []
        """Elements that are open and not heard, outermost first."""
        self._aside = ""
        self._aside_place = 1
        self._lists: list[int] = []
        """For each open list its next number; 0 for one with signs."""
        self._mark = "-"
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        if self._silent:
            if tag == self._silent[0]:
                self._silent.append(tag)
        elif tag in _SILENT or tag in _ASIDE:
            self._open_silent(tag)
        elif tag == "img":
            self._picture(dict(attrs))
        elif tag in ("break", "br"):
            self._text += f" {self.get_starttag_text()} " if tag == "break" else "\n"
        else:
            self._open_block(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if self._silent:
            if tag == self._silent[-1]:
                self._close_silent()
            return
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        if tag in _BLOCKS or tag in _HEADINGS or tag == "title":
            self._pre -= tag == "pre" and self._pre > 0
            self._begin(DocumentBlockKind.TEXT)

    def handle_data(self, data: str) -> None:
        """Take text in."""
        if self._silent:
            self._aside += f" {data}" if self._silent[0] in _ASIDE else ""
            return
        if not self._text.strip():
            self._place = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
        self._text += data if self._pre else _SPACE.sub(" ", data)

    def handle_comment(self, data: str) -> None:
        """Tell of a comment."""
        if has_words(data) and not data.lstrip().startswith("[if "):
            self.changes.append(ImportChange(self.getpos()[0], Turned.LEFT_OUT, " ".join(data.split()), "a comment"))

    def end_block(self) -> None:
        """Keep what has been read of a block."""
        lines = [" ".join(line.split()) for line in self._text.strip().split("\n")]
        text = "\n".join(lines)
        if text:
            broken = len(lines) > 1 and self._kind is DocumentBlockKind.TEXT
            self.blocks.append(DocumentBlock(self._kind, text, self._place, self._level, self._mark, broken=broken))
        self._text = ""

    def end_aside(self) -> None:
        """Tell of what has been left out."""
        if has_words(self._aside):
            before = " ".join(self._aside.split())
            self.changes.append(ImportChange(self._aside_place, Turned.LEFT_OUT, before, "not part of the text"))
        self._aside = ""

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
            self._begin(
                DocumentBlockKind.ITEM
                if self._kind is DocumentBlockKind.ITEM and not self._text.strip()
                else DocumentBlockKind.TEXT
            )
            self._pre += tag == "pre"

    def _item(self) -> None:
        self._begin(DocumentBlockKind.ITEM)
        number = self._lists[-1] if self._lists else 0
        self._mark = f"{number}." if number else "-"
        if number:
            self._lists[-1] += 1

    def _open_silent(self, tag: str) -> None:
        if tag not in _INLINE:
            self._begin(DocumentBlockKind.TEXT)
        self._silent.append(tag)
        self._aside_place = self.getpos()[0]

    def _close_silent(self) -> None:
        self._silent.pop()
        if not self._silent:
            self.end_aside()

    def _picture(self, attributes: dict[str, str | None]) -> None:
        told = attributes.get("alt") or ""
        if has_words(told):
            self.changes.append(ImportChange(self.getpos()[0], Turned.LEFT_OUT, told, "a picture"))
