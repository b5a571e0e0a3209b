"""Web pages, and what is pasted from them, to blocks. The only module that imports lxml's HTML.

lxml repairs what is broken in a page; what it cannot know is where an element ends that is never closed. An unclosed
`<nav>` or `<aside>` would take the rest of the page with it, so it ends here before the next heading or paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from feltsense.errors import ImportingError
from feltsense.importing.document import ChangeKind, Document, DocumentBlock, DocumentBlockKind, ImportChange
from feltsense.importing.readers import page_parts
from feltsense.importing.readers.page_reader import ASIDE, PageReader
from feltsense.script.lazy_pattern import LazyPattern

_ASIDE_TAG = LazyPattern(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea|title)\b.*?(?:</(?P=raw)\b|\Z)"
    rf"|<(?P<end>/?)(?P<name>{'|'.join(sorted(ASIDE))})\b",
    re.IGNORECASE | re.DOTALL,
)
_DOCUMENT_END = LazyPattern(r"</(?:html|body)\s*>", re.IGNORECASE)
_CONTROLS = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - set(b"\t\n\r\x0b\x0c")) | {0x0B: " "}
"""lxml would put a replacement character there."""


def read(text: str) -> Document:
    """Return the blocks of a page. Navigation, forms and what is struck out or hidden are left out and reported.

    Raises:
        ImportingError: its elements are nested deeper than lxml follows.
    """
    text = _DOCUMENT_END.sub("", text.translate(_CONTROLS).replace("\r\n", "\n").replace("\r", "\n"))
    root = _root(text)
    reader = PageReader(_unclosed_asides(text), {} if root is None else page_parts.parts_left_out(root))
    for event, element in () if root is None else _events(root):
        reader.handle(event, element)
    reader.end_block()
    reader.end_aside()
    return _with_one_title(reader.blocks, reader.changes)


def _root(text: str) -> Any:
    """Return the outermost element of a page; None where there is no element in it."""
    # Sizes are bounded before anything is read; `huge_tree` only lets elements be nested 2048 deep instead of 255.
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None
    if any(error.level == etree.ErrorLevels.FATAL for error in parser.error_log):
        raise ImportingError(
            "The elements of this page are nested too deeply to be read.", "Copy its text into a .txt file."
        )
    return root


def _events(root: Any) -> Iterator[tuple[str, Any]]:
    """Yield “start”, “end”, “comment” and “pi” with their element, in the order of the source."""
    for comment in reversed(list(root.itersiblings(etree.Comment, preceding=True))):
        yield "comment", comment
    yield from etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for comment in root.itersiblings(etree.Comment):
        yield "comment", comment


def _unclosed_asides(text: str) -> frozenset[tuple[str, int]]:
    """Return the elements of `ASIDE` that are never closed: name, and number among those of that name, from 0."""
    open_: dict[str, list[int]] = {}
    counts: dict[str, int] = {}
    for tag in _ASIDE_TAG.finditer(text):
        name = (tag["name"] or "").lower()
        if name and tag["end"]:
            open_.get(name, [])[-1:] = []
        elif name:
            open_.setdefault(name, []).append(counts.get(name, 0))
            counts[name] = counts.get(name, 0) + 1
    return frozenset((name, number) for name, numbers in open_.items() for number in numbers)


def _with_one_title(blocks: list[DocumentBlock], changes: list[ImportChange]) -> Document:
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
    left_out = [ImportChange(block.place, ChangeKind.LEFT_OUT, block.text, "the page's title") for block in shown]
    return Document(tuple(rest), (*changes, *left_out))
