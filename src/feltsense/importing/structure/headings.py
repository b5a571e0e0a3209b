"""Lines that are headings by their looks: framed, bold, in capitals, numbered, with a colon, or of known words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from feltsense.importing.directions import bracket_meaning
from feltsense.importing.document import DocumentBlock, DocumentBlockKind
from feltsense.importing.meanings import DirectionKind
from feltsense.importing.remarks import belongs_to_recording
from feltsense.importing.structure import vocabulary
from feltsense.importing.structure.lead_ins import (
    ADDRESSED,
    BREATH,
    FEW_WORDS,
    LEAD_IN,
    OTHER_SECTION,
    PART,
    SECTION,
    TO_THE_LISTENER,
    part_lead_in,
)
from feltsense.importing.structure.lengths import PartLength, heading_length, parse_length
from feltsense.importing.structure.manuscript import (
    HEADING_KINDS,
    SPOKEN_KINDS,
    Manuscript,
    bare_text,
    is_shouted,
    is_title_case,
    sentence_ends,
    with_next,
)
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_LONGEST = 60
_MARK = r"={2,}|-{2,}|~{2,}|\*{3,}|_{3,}|\+{2,}|\#{1,6}|[–—]+|•+"
_FRAME = LazyPattern(rf"[ \t]*(?P<mark>{_MARK})[ \t]*(?P<inner>[^\n]{{2,90}}?)[ \t]*(?P<close>{_MARK})[ \t]*")
_OPEN_FRAME = LazyPattern(r"[ \t]*(?:={3,}|~{3,})[ \t]+(?P<inner>[^\n=~]{2,60})")
_BRACKETED = LazyPattern(r"[ \t]*\[[ \t]*(?P<inner>[^\[\]\n]{2,60})[ \t]*\][ \t]*:?")
_STRONG = LazyPattern(r"\s*(?P<mark>\*\*\*|\*\*|___|__)(?P<words>[^*_\n]{2,80})(?P=mark)\s*:?\s*")
_ASIDE_BEHIND = LazyPattern(r"\s*[\[(][^\[\]()]{1,60}[\])]\s*$")
_NUMBER = LazyPattern(r"^\s*\d{1,2}[.)]\s+")
_BOLD_LABEL = LazyPattern(
    r"\s*(?P<mark>\*\*\*|\*\*|__)(?:\[(?P<in_square>[^\[\]()\n]{2,60})\]|\((?P<in_round>[^\[\]()\n]{2,60})\))"
    r":?(?P=mark):?\s*"
)
_WORDS_OF_LABEL = 8
_EMPHASIS = LazyPattern(r"\*\*+|__+")
_LENGTH_KEY = LazyPattern(vocabulary.LENGTH_KEYS, re.IGNORECASE)
_STEPS = LazyPattern(r"\s*(?:step|part|phase|day|stage|schritt|paso|étape|passo|stap)\s*\d+\b", re.IGNORECASE)
_NOT_IN_HEADINGS = LazyPattern(r"[\[\]<>…]|\.\.|\bpause|https?:|www\.|____")
_COLON_LINE = LazyPattern(r"\s*(?P<name>(?:[A-ZÀ-Þ]|\d{1,2}[.)] )[^:.!?,;\n]{1,40}):\s*")
_ENDING = LazyPattern(vocabulary.ENDING, re.IGNORECASE)
_OF_SCRIPT = LazyPattern(rf"(?:{vocabulary.ENDING}|{vocabulary.VERSION})", re.IGNORECASE)
"""What reads like a direction, and may head words."""
_ENDED_LENGTH = (").", "].")
_SHORTEST_PART = 20
"""Seconds; less in parentheses behind a few words is rather a silence than the length of a part."""


@dataclass(frozen=True, slots=True)
class _Looks:
    """What is usual in the document, so that a line's looks can be judged."""

    marked: bool
    """Whether it has headings that are marked as such."""
    shouted: bool
    """Whether most of it is in capitals."""
    names: frozenset[str]
    """Short lines, without a colon behind them, that head something."""
    lead_ins: bool
    """Whether bold words with a colon begin several paragraphs."""
    steps: bool
    """Whether short numbered items head what is below them."""


def with_headings(page: Manuscript) -> None:
    """Make headings of the lines that are some, in place."""
    looks = _looks(page)
    following: DocumentBlock | None = None
    found: list[list[DocumentBlock]] = []
    for block in reversed(page.blocks):
        if block.kind in SPOKEN_KINDS and not block.spoken and has_words(block.text):
            found.append(_parted(page, block, following, looks))
        else:
            found.append([block])
        following = block if has_words(block.text) else following
    page.blocks = [block for blocks in reversed(found) for block in blocks]


def is_framed_heading(line: str) -> bool:
    """Tell whether a line is a heading by the signs around it."""
    return _framed(line) is not None


def _parted(
    page: Manuscript, block: DocumentBlock, following: DocumentBlock | None, looks: _Looks
) -> list[DocumentBlock]:
    """Return a block as headings and what stands below each."""
    lead_in = part_lead_in(block, several=looks.lead_ins)
    if lead_in:
        name, rest = lead_in
        heading = replace(block, kind=DocumentBlockKind.HEADING, text=name, level=2, keeps_lines=False)
        place = block.place + page.by_line * block.text[: len(block.text) - len(rest)].count("\n")
        words = replace(block, kind=DocumentBlockKind.TEXT, text=rest, place=place)
        return [heading, *_parted(page, words, following, looks)]
    lines = page.lines(block)
    if block.kind is DocumentBlockKind.ITEM:
        return _item(lines, block, following, looks)
    if len(lines) > 1 and (name := _name_with_length(lines)):
        said = [_parted(page, part, following, looks) for part in _paragraph(lines[2:], block)]
        return [_made_heading(lines[0], name), *chain.from_iterable(said)]
    if len(lines) > 1 and all(_STEPS.match(line.text) for line in lines):
        pairs = zip(lines, [*lines[1:], following], strict=True)
        return [part for line, below in pairs for part in _parted(page, line, below, looks)]
    found: list[DocumentBlock] = []
    running: list[DocumentBlock] = []
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else following
        text = _heading(line.text, looks, below, alone=len(lines) == 1, first=at == 0)
        if text is None:
            running.append(line)
        else:
            found += [*_paragraph(running, block), _made_heading(line, text)]
            running = []
    return [*found, *_paragraph(running, block)] if found else [block]


def _name_with_length(lines: Sequence[DocumentBlock]) -> str:
    """Return the name of a part with its length, where they are the first two lines of a paragraph."""
    name, below = bare_text(lines[0].text), bare_text(lines[1].text).strip("()[] ")
    length = parse_length(below)
    goes_on = len(lines) > 2 and lines[2].text.lstrip()[:1].islower()
    if length is None or length.high < _SHORTEST_PART or sentence_ends(name) or ":" in name or goes_on:
        return ""
    few = len(name.split()) <= FEW_WORDS and name[:1].isupper() and heading_length(name)[1] is None
    return f"{name} ({below})" if few and not (BREATH.match(name) or _is_direction(name)) else ""


def _paragraph(lines: Sequence[DocumentBlock], block: DocumentBlock) -> Iterator[DocumentBlock]:
    if lines:
        yield replace(block, text="\n".join(line.text for line in lines), place=lines[0].place)


def _made_heading(line: DocumentBlock, text: str) -> DocumentBlock:
    """Return a line as a heading; its number goes, as that of a numbered item does."""
    name = _NUMBER.sub("", text)
    name = name if has_words(name) else text
    return replace(line, kind=DocumentBlockKind.HEADING, text=name, level=2, keeps_lines=False)


def _item(
    lines: list[DocumentBlock], block: DocumentBlock, following: DocumentBlock | None, looks: _Looks
) -> list[DocumentBlock]:
    """Return a list item as a heading and its words, if it is the name of a step."""
    first, below = lines[0], lines[1] if len(lines) > 1 else following
    named = _heading(first.text, replace(looks, marked=True), below, alone=len(lines) == 1, first=True)
    heads = (below is not None and below.kind is not DocumentBlockKind.ITEM) or len(lines) > 1
    heads = heads or (below is not None and _lists_below(first, block, below))
    if not heads or not (named or (looks.steps and _is_step(block, following))):
        return [block]
    rest = [replace(line, kind=DocumentBlockKind.TEXT) for line in lines[1:]]
    return [
        _made_heading(first, named or bare_text(first.text)),
        *_paragraph(rest, replace(block, kind=DocumentBlockKind.TEXT)),
    ]


def _lists_below(first: DocumentBlock, block: DocumentBlock, below: DocumentBlock) -> bool:
    """Tell whether a number with a name in bold stands above a list of another kind, as a step above its sentences."""
    return block.mark != "-" and below.mark == "-" and _STRONG.fullmatch(first.text) is not None


def _heading(line: str, looks: _Looks, below: DocumentBlock | None, *, alone: bool, first: bool) -> str | None:
    """Return the heading that a line is; None when it is none."""
    framed = _framed(line) or _bold_label(line)
    if framed:
        return framed
    if len(line) > 2 * _LONGEST:
        return None
    whole = " ".join(_EMPHASIS.sub("", line).split())
    name, length = heading_length(whole)
    if whole.endswith(_ENDED_LENGTH) and PART.fullmatch(heading_length(whole[:-1])[0]):
        whole = whole[:-1]
        name, length = heading_length(whole)
    bare = bare_text(name).rstrip(":")
    if len(bare) > _LONGEST or not has_words(bare) or sentence_ends(bare) or _NOT_IN_HEADINGS.search(bare.lower()):
        return None
    other = (alone or (first and " " in bare)) and OTHER_SECTION.fullmatch(bare) is not None
    if not other and _is_direction(bare):
        return None
    heads = below is not None and below.kind not in HEADING_KINDS and has_words(below.text)
    strong = bool(_STRONG.fullmatch(line) or (length and _STRONG.fullmatch(heading_length(line.strip())[0])))
    if (
        (strong and (first or alone))
        or other
        or (heads and _heads_words(bare, below))
        or (heads and length and (first or alone) and _names_a_part(bare, length, below))
        or (not looks.marked and _looks_like_one(line, bare, looks, below, alone=alone, first=first))
    ):
        return whole.rstrip(":")
    return None


def _looks_like_one(
    line: str, bare: str, looks: _Looks, below: DocumentBlock | None, *, alone: bool, first: bool
) -> bool:
    named = _ASIDE_BEHIND.sub("", bare)  # “INTRO (warm voice)”
    known = named == bare or SECTION.fullmatch(named) or _OF_SCRIPT.fullmatch(named)
    if known and is_shouted(named) and not looks.shouted:
        return below is not None and not BREATH.match(bare)
    if bare in looks.names:
        return line.rstrip(" *_").endswith(":") or first or alone
    return False


def _framed(line: str) -> str | None:
    """Return the heading in a line with signs around it; None where it holds a direction or a sentence."""
    frame = _FRAME.fullmatch(line) or _OPEN_FRAME.fullmatch(line)
    bracket = _BRACKETED.fullmatch(line)
    if frame is None and bracket is None:
        return None
    if frame and "mark" in frame.re.groupindex and frame["mark"][0] != frame["close"][0]:
        return None
    inner = bare_text((frame or bracket or {"inner": ""})["inner"])
    name, length = heading_length(inner)
    name = bare_text(name).rstrip(":")
    if bracket and belongs_to_recording(inner):
        return None
    if not has_words(name) or sentence_ends(name) or _NOT_IN_HEADINGS.search(name.lower()) or _is_direction(name):
        return None
    timed = length is not None and length.high >= _SHORTEST_PART and not BREATH.match(name)
    if bracket and not (timed or SECTION.fullmatch(name) or PART.fullmatch(name)):
        return None
    return None if _ENDING.fullmatch(name) else inner.rstrip(":")


def _bold_label(line: str) -> str | None:
    """Return the name in a bold line that is in brackets, all of it: `**[Body Awareness]**`."""
    label = _BOLD_LABEL.fullmatch(line) if line.lstrip()[:2] in ("**", "__") else None
    name = (label["in_square"] or label["in_round"]).strip() if label else ""
    if not name or len(name.split()) > _WORDS_OF_LABEL or not is_title_case(name) or sentence_ends(name):
        return None
    return None if _NOT_IN_HEADINGS.search(name.lower()) or _is_direction(name) or BREATH.match(name) else name


def is_part_name(line: str) -> bool:
    """Tell whether a line is the number and the name of a part: “Step 1: Arrive”."""
    return len(line) <= 2 * _LONGEST and bool(PART.fullmatch(bare_text(heading_length(line.strip())[0])))


def _heads_words(bare: str, below: DocumentBlock | None) -> bool:
    """Tell whether the number and name of a part stand above words, not above the next number."""
    return bool(PART.fullmatch(bare)) and below is not None and not is_part_name(below.text.split("\n")[0])


def _names_a_part(bare: str, length: PartLength, below: DocumentBlock | None) -> bool:
    """Tell whether a few words with a length behind them name a part, and are no instruction with its silence."""
    listed = below is not None and heading_length(below.text.split("\n")[0])[1] is not None
    short = len(bare.split()) <= FEW_WORDS and (bare[:1].isupper() or bare[:1].isdigit())
    return (
        short
        and not listed
        and not _LENGTH_KEY.fullmatch(bare)
        and length.high >= _SHORTEST_PART
        and not BREATH.match(bare)
    )


def _is_direction(bare: str) -> bool:
    kind = bracket_meaning(bare).kind
    if kind is DirectionKind.NOTE:
        return not (SECTION.fullmatch(bare) or PART.fullmatch(bare) or _OF_SCRIPT.fullmatch(bare))
    return kind in (DirectionKind.CUE, DirectionKind.BLOCK, DirectionKind.PERHAPS_PAUSE)


def _is_step(block: DocumentBlock, following: DocumentBlock | None) -> bool:
    """Tell whether a numbered item may be the name of what is below it."""
    first, _, rest = block.text.partition("\n")
    bare = bare_text(first)
    below = has_words(rest) or (following is not None and following.kind is DocumentBlockKind.TEXT)
    fits = len(bare.split()) <= FEW_WORDS and not sentence_ends(bare) and not bare.endswith(":") and bare[:1].isupper()
    return block.mark != "-" and below and fits and not BREATH.match(bare)


def _looks(page: Manuscript) -> _Looks:
    spoken = [block for block in page.blocks if block.kind in SPOKEN_KINDS and has_words(block.text)]
    text = " ".join(line for block in spoken for line in block.text.split("\n") if sentence_ends(line))
    letters = sum(map(str.isalpha, text))
    numbered = [
        (block, after)
        for block, after in with_next(page.blocks)
        if block.kind is DocumentBlockKind.ITEM and block.mark != "-"
    ]
    bold = [match for block in spoken if (match := LEAD_IN.fullmatch(block.text))]
    return _Looks(
        marked=any(block.kind is DocumentBlockKind.HEADING for block in page.blocks),
        shouted=sum(map(str.isupper, text)) * 2 > letters,
        names=frozenset(_names(page)),
        lead_ins=len({match["name"] for match in bold}) > 1,
        steps=len(numbered) > 1 and all(_is_step(block, after) for block, after in numbered),
    )


def _names(page: Manuscript) -> Iterator[str]:
    """Yield the short lines that head something: known ones, and others where there are several of their kind."""
    colons: set[str] = set()
    lone: set[str] = set()
    paragraphs = 0
    for block, after in with_next(page.blocks):
        if block.kind is not DocumentBlockKind.TEXT or not has_words(block.text):
            continue
        paragraphs += 1
        lines = block.text.split("\n")
        for line, below in zip(lines, [*lines[1:], after.text if after else ""], strict=True):
            colon = _COLON_LINE.fullmatch(_EMPHASIS.sub("", line))
            if colon and has_words(below):
                name = " ".join(colon["name"].split())
                if SECTION.fullmatch(name) or PART.fullmatch(name):
                    yield name
                elif _is_name(name):
                    colons.add(name)
        first = " ".join(lines[0].split())
        below = lines[1] if len(lines) > 1 else after.text if after and after.kind in SPOKEN_KINDS else ""
        if _is_lone(first, below):
            lone.add(first)
    if len(colons) > 1:
        yield from colons
    known = {name for name in lone if SECTION.fullmatch(name)}
    yield from lone if 1 < len(lone) <= paragraphs / 2 else known


def _is_lone(line: str, below: str) -> bool:
    """Tell whether a short line may be the name of the sentence or more that is below it."""
    longer = sentence_ends(_ASIDE_BEHIND.sub("", below)) and len(below.split()) >= 3 and below.lstrip()[:1].isupper()
    return longer and not sentence_ends(line) and _is_apart(line) and line[:1].isupper() and _is_name(line)


def _is_apart(line: str) -> bool:
    """Tell whether a line has no colon, or is a name on both sides of it: “Arms: Squeezing Lemons”."""
    before, colon, after = line.partition(":")
    return not colon or (len(after.split()) > 1 and is_title_case(before) and is_title_case(after))


def _is_name(text: str) -> bool:
    few = len(text.split()) <= 5 and len(text) <= 40 and not _NOT_IN_HEADINGS.search(text.lower())
    return few and not (TO_THE_LISTENER.match(text) or BREATH.match(text) or ADDRESSED.search(text))
