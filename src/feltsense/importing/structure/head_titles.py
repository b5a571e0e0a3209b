"""Which lines before the first spoken words are title and subtitle: by their looks, and by what is below them."""

import re
from collections.abc import Sequence

from feltsense.importing.document import DocumentBlock, DocumentBlockKind
from feltsense.importing.stage_directions import direction_of
from feltsense.importing.structure import vocabulary
from feltsense.importing.structure.guidance import begins_as_guidance
from feltsense.importing.structure.head_matter import (
    tells_of_text,
    without_dashes,
)
from feltsense.importing.structure.lengths import heading_length, parse_length
from feltsense.importing.structure.manuscript import (
    Manuscript,
    bare_text,
    is_shouted,
    is_title_case,
    sentence_ends,
)
from feltsense.importing.structure.metadata import (
    author_of,
    is_metadata_block,
    metadata_lines,
)
from feltsense.importing.structure.titles import (
    NOT_IN_TITLES,
    OPENING_NAME,
    SECTION_NAME,
    SUBTITLE,
    is_like_a_title,
    names_a_practice,
)
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_LONGEST_SUBTITLE = 120
_FOR_WHOM = LazyPattern(r"\(?(?:for|für|para|pour|per|voor) [^\n]{2,60}", re.IGNORECASE)
EMPHASISED = LazyPattern(r"\s*(?P<mark>\*\*\*|\*\*|\*|___|__|_)(?=\S)(?P<inner>.{2,600})(?<=\S)(?P=mark)\s*", re.DOTALL)
"""A paragraph that is set off from others as a whole."""
_TITLE_AND_LINE = 2
_NO_SUBTITLE = LazyPattern(rf"(?:{vocabulary.SECTION}|{vocabulary.SCRIPT})\s*:?", re.IGNORECASE)
_SHORT_LENGTH = 40


class HeadTitles:
    """Knows the title and the subtitle of one document.

    Args:
        page: the document so far.
        titled: whether its front matter has a title already.
    """

    def __init__(self, page: Manuscript, *, titled: bool) -> None:
        self._page = page
        self._titled = titled

    def is_title_heading(self, block: DocumentBlock, number: int, *, first: bool) -> bool:
        """Tell whether a heading is the title; `first` where nothing with words came before it."""
        if block.kind is DocumentBlockKind.TITLE:
            return True
        if not first or self._is_person(block.text) or OPENING_NAME.fullmatch(heading_length(bare_text(block.text))[0]):
            return False
        others = [each for each in self._page.blocks[number + 1 :] if each.kind is DocumentBlockKind.HEADING]
        # several of the first level in a word processor's file are its parts, unless another follows at once
        parts = not self._page.by_line and bool(others) and others[0] is not self._page.blocks[number + 1]
        if not others and names_a_practice(heading_length(bare_text(block.text))[0]):
            return True
        return (block.level == 1 and not parts) or (bool(others) and all(each.level > block.level for each in others))

    def is_title_line(
        self, line: DocumentBlock, lines: list[DocumentBlock], at: int, number: int, *, first: bool
    ) -> bool:
        """Tell whether a line is the title.

        Args:
            line: it.
            lines: of its block.
            at: which of them it is.
            number: which block that is.
            first: whether nothing with words came before it.
        """
        text = bare_text(line.text)
        if self._titled or self._page.head.title or line.kind is not DocumentBlockKind.TEXT or at:
            return False
        blocks = self._page.blocks
        rest = [*lines[1:], *blocks[number + 1 :]]
        below = next((each.text.split("\n")[0] for each in rest if has_words(each.text)), "")
        of_part = parse_length(below.strip("()[] ")) and self._has_timed_parts(blocks[number:])
        told = not of_part and tells_of_text(below)
        if not below or not is_like_a_title(text, told=told) or self._is_person(text):
            return False
        if any(each.kind is DocumentBlockKind.TITLE or each.level == 1 for each in blocks[number:]):
            return False
        if len(lines) > 1:
            return self._heads_lines(text, lines)
        if not first:
            return False
        return told or is_title_case(text) or is_shouted(text) or not self._is_unpunctuated()

    def is_title_again(self, block: DocumentBlock, text: str, number: int) -> bool:
        """Tell whether a heading right below the title is a subtitle: it says what this is, or another one follows."""
        below = self._page.blocks[number + 1 : number + 2]
        heads_nothing = bool(below) and below[0].kind is DocumentBlockKind.HEADING and below[0].level <= block.level
        metadata = bool(below) and is_metadata_block(below[0].text.split("\n"))
        named = (bool(SUBTITLE.fullmatch(text)) or metadata) and not _NO_SUBTITLE.fullmatch(text)
        subtitle = named and bool(re.match(r"(?:an?|eine?|una?|une|uma?|een)\s", text, re.IGNORECASE))
        return (
            bool(self._page.head.title)
            and not self._page.head.summary
            and (subtitle or (named and (heads_nothing or metadata)))
        )

    def is_subtitle(self, line: DocumentBlock, lines: list[DocumentBlock], at: int) -> bool:
        """Tell whether a line below the title is a subtitle; it is line `at` of its block's."""
        text = without_dashes(bare_text(line.text))
        if (
            not (self._page.head.title or self._titled)
            or self._page.head.summary
            or line.kind is not DocumentBlockKind.TEXT
        ):
            return False
        if (
            SECTION_NAME.fullmatch(text)
            or len(text) > _LONGEST_SUBTITLE
            or sentence_ends(text)
            or NOT_IN_TITLES.search(text.lower())
            or (" " not in text and direction_of(text))  # “*softly*”
        ):
            return False
        if line.text.lstrip().startswith(("**", "__")) and self._is_label(text, lines):
            return False
        below_title = at > 0 and not SECTION_NAME.fullmatch(text) and not is_shouted(text) and text[:1].isupper()
        return (
            bool(SUBTITLE.fullmatch(text))
            or bool(EMPHASISED.fullmatch(line.text))
            or (at > 0 and bool(_FOR_WHOM.fullmatch(text) or below_title))
        )

    def has_metadata_below(self, number: int) -> bool:
        """Tell whether lines of metadata follow a block."""
        below = self._page.blocks[number + 1 : number + 2]
        return bool(below) and bool(metadata_lines(below[0].text.split("\n")[0]))

    def _heads_lines(self, text: str, lines: list[DocumentBlock]) -> bool:
        """Tell whether the first of several lines is a title: what is below it says so, or its capitals do."""
        second = without_dashes(bare_text(lines[1].text))
        third = lines[2].text.strip() if len(lines) > 2 else ""
        if parse_length(second) and third[:1].islower() and not author_of(third):  # a sentence goes on there
            return False
        if tells_of_text(second):
            return True
        unended = not any(sentence_ends(line.text) for line in lines)
        if unended and len(lines) == _TITLE_AND_LINE and is_shouted(text) and not is_shouted(second):
            return True
        aside = second[:1] == "(" and second[-1:] == ")"
        if (
            unended
            and len(lines) == _TITLE_AND_LINE
            and aside
            and names_a_practice(text)
            and not begins_as_guidance(text)
        ):
            return True
        if unended and len(lines) <= 4 and (SUBTITLE.fullmatch(second) or _FOR_WHOM.fullmatch(second)):
            return True
        return (
            second[:1].isupper()
            and is_title_case(text)
            and not SECTION_NAME.fullmatch(text)
            and len(text.split()) > 1
            and sentence_ends(lines[-1].text)
        )

    def _has_timed_parts(self, blocks: Sequence[DocumentBlock]) -> bool:
        """Tell whether several paragraphs have a length below their first line, and so are parts."""
        seconds = (block.text.split("\n")[1] for block in blocks if block.text.count("\n"))
        return sum(len(line) < _SHORT_LENGTH and parse_length(line.strip("()[] ")) is not None for line in seconds) > 1

    def _is_person(self, line: str) -> bool:
        return line.strip("*_:[]() ") in self._page.persons

    def _is_label(self, text: str, lines: list[DocumentBlock]) -> bool:
        """Tell whether a bold line is the name of the first part: its words stand right below it, or its looks say so.

        Others of its looks further down are the names of other parts.
        """
        if text[:1] in "([" or text[:1].isdigit() or text.endswith(":") or len(lines) > 1:
            return True
        bold = (block.text.split("\n", 1)[0] for block in self._page.blocks if block.kind is DocumentBlockKind.TEXT)
        return sum(first.startswith("**") and bool(EMPHASISED.fullmatch(first)) for first in bold) > 1

    def _is_unpunctuated(self) -> bool:
        """Tell whether hardly any paragraph ends with a sign: then a first line without one says nothing."""
        texts = [
            block.text for block in self._page.blocks if block.kind is DocumentBlockKind.TEXT and has_words(block.text)
        ]
        return len(texts) > 3 and sum(map(sentence_ends, texts)) * 4 < len(texts)
