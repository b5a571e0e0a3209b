"""Legends: lines that say what a sign of the text means, as “// = short pause”. They are applied, and become notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from feltsense.importing.directions import bracket_meaning
from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind
from feltsense.importing.meanings import DirectionKind
from feltsense.importing.structure.manuscript import SPOKEN_KINDS, Manuscript, joined_lines
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

_SIGN = r"(?:[(\[<{][^\s()\[\]<>{}]{0,4}[)\]>}]|[^\w\s,;:()\[\]\"'#=]{1,6}|(?-i:[A-Z]{1,2}(?![a-z])))"
_MEANS = r"(?:=+|means?|stands? for|denotes?|indicates?|signals?|marks?|bedeutet|steht für|significa|signifie|betekent)"
_NEXT = rf"(?:(?:each|every|a|an|the|and)\s+)?[\"']?{_SIGN}[\"']?\s*(?:{_MEANS}\s|:\s)"
_KEY = (
    r"(?:(?:legend|key|symbols?|notation|signs?|marks?|pauses?|note|zeichen(?:erklärung)?|legende|leyenda|légende|"
    r"legenda)"
    r"\s*[:：]\s*)?"
)
_DEFINITION = LazyPattern(
    rf"[ \t]*(?:[-*•]\s+(?=\S))?{_KEY}(?:(?:each|every|the|a|and|wherever you see)\s+)?(?:"
    rf"(?P<sign>{_SIGN})\s*(?:{_MEANS}\s|(?<![A-Za-z]):\s+(?=\D{{0,20}}\b(?:pause|silence|second|sec\b|bell|breath)))|"
    rf"(?P<quote>[\"'])(?P<quoted>{_SIGN})(?P=quote)\s*(?:(?:sign |mark )?(?:is|{_MEANS}|:)\s))\s*"
    rf"(?P<meaning>[^\n;]{{2,80}}?)(?=\s*(?:[;\n]|[,.;]?\s+{_NEXT}|[.]?\s*$|\.\s))[.,;]?\s*",
    re.IGNORECASE,
    needs=r"=|mean|stand|denote|indicate|sign|mark|bedeutet|steht|betekent|[\"']\s*is\s|[^\w\s][\"']?\s*:\s",
)
_HEADING = LazyPattern(
    r"[*_# ]{0,5}(?:legend|key|symbols?|notation|signs?|how to read this|zeichen(?:erklärung)?|legende|leyenda|légende|"
    r"legenda)[*_: ]{0,5}",
    re.IGNORECASE,
)
_DOTS = LazyPattern(r"(?:\.\s?){3,12}|…{1,4}")
_MEANING_WORDS = (
    "=", "mean", "stands for", "denote", "indicate", "signal", "mark", "bedeutet", "steht für", "signif", "betekent",
    "' is ", '" is ', "):", "/:", "]:", ">:", ") : ", "/ : ", "] : ", "| : ",
)  # fmt: skip
_EMPHASIS = frozenset("*_~`")
"""Signs that stand around words as well, as in “**bold**”."""
_MOST_TEXT = 400
"""Characters of a line with definitions."""


@dataclass(frozen=True, slots=True)
class _Definition:
    """A sign, and the cue that it means, without brackets."""

    sign: str
    cue: str

    @property
    def pattern(self) -> str:
        """Where the sign stands by itself, and is no part of a longer one or of a word."""
        if _DOTS.fullmatch(self.sign):
            dots = self.sign.count("…") or 1
            return rf"(?<![.…])(?:…{{{dots}}}|\.{{{3 * dots}}})(?![.…])"
        own = re.escape(self.sign)
        if self.sign[0] in "([<{":
            return own
        if len(self.sign) == 1 or self.sign.isalpha() or set(self.sign) <= _EMPHASIS:
            return rf"(?<!\S){own}(?=$|\s|[.,;])"
        edge = re.escape(self.sign[0])
        return rf"(?<!{edge}){own}(?!{edge})"


def with_legends(page: Manuscript) -> None:
    """Put the silences and bells where their signs stand, if a line of the text says what they mean, in place."""
    known: dict[str, _Definition] = {}
    found: list[DocumentBlock] = []
    for block in page.blocks:
        defined = list(_definitions(page, block)) if _may_define(block) else []
        known |= {each.sign: each for line in defined for each in line[1]}
        found += _parted(page, block, defined) if defined else [block]
    if known:
        ordered = sorted(known.values(), key=lambda each: -len(each.sign))
        page.blocks = list(_applied(page, found, ordered))


def _may_define(block: DocumentBlock) -> bool:
    if block.kind not in SPOKEN_KINDS:
        return False
    lowered = block.text.lower()
    return any(word in lowered for word in _MEANING_WORDS)


def _definitions(page: Manuscript, block: DocumentBlock) -> Iterator[tuple[DocumentBlock, list[_Definition], str]]:
    """Yield the lines of a block that define signs, with what they define and what stands beside that."""
    for line in page.lines(block):
        if len(line.text) > _MOST_TEXT:
            continue
        made, cursor, rest = [], 0, ""
        for at in _starts(line.text):
            match = _DEFINITION.match(line.text, at) if at >= cursor else None
            definition = _definition(match) if match else None
            if match and definition:
                rest += line.text[cursor:at]
                cursor = match.end()
                made.append(definition)
        if made:
            yield line, made, f"{rest}{line.text[cursor:]}".strip(" ,;")


def _starts(text: str) -> Iterator[int]:
    """Yield where a definition may begin: at the start, behind a sentence or behind another one."""
    yield 0
    for found in re.finditer(r"[.;,]\s+|\s+(?=[^\w\s,;:]+\s*=)", text):
        yield found.end()


def _definition(match: re.Match[str]) -> _Definition | None:
    """Return what a match defines, if that is a silence or a bell."""
    meaning = match["meaning"].strip(" .\"'")
    if not has_words(meaning):
        return None
    found = bracket_meaning(meaning)
    sign = match["sign"] or match["quoted"]
    plain = found.kind is DirectionKind.CUE and len(found.cues) == 1 and not sign.isdigit()
    return _Definition(sign, found.cue.lower()) if plain else None


def _parted(
    page: Manuscript, block: DocumentBlock, defined: list[tuple[DocumentBlock, list[_Definition], str]]
) -> Iterator[DocumentBlock]:
    """Yield a block with its definitions as notes."""
    running: list[DocumentBlock] = []
    texts = {line.text: (made, rest) for line, made, rest in defined}
    for line in page.lines(block):
        made = texts.get(line.text)
        if made is None:
            running.append(line)
            continue
        if running:
            yield joined_lines(running)
        running = [replace(line, text=made[1])] if has_words(made[1]) and not _HEADING.fullmatch(made[1]) else []
        for each in made[0]:
            page.report(line, ChangeKind.PAUSE, each.sign, f"[{each.cue}] wherever it stands")
        note = line.text.replace(made[1], "", 1).strip() if running else line.text.strip()
        page.report(line, ChangeKind.NOTE, note, "a note")
        yield replace(line, kind=DocumentBlockKind.NOTE, text=note)
    if running:
        yield joined_lines(running)


def _applied(page: Manuscript, blocks: list[DocumentBlock], known: list[_Definition]) -> Iterator[DocumentBlock]:
    """Yield the blocks with cues in the place of signs; the name above a legend is a note too."""
    signs = re.compile("|".join(f"(?P<s{at}>{each.pattern})" for at, each in enumerate(known)), re.MULTILINE)
    for at, block in enumerate(blocks):
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        if _HEADING.fullmatch(block.text) and below is not None and below.kind is DocumentBlockKind.NOTE:
            yield page.note(block)
        elif block.kind in SPOKEN_KINDS:
            text = signs.sub(lambda found: f"[{known[int((found.lastgroup or 's0')[1:])].cue}]", block.text)
            yield replace(block, text=text) if text != block.text else block
        else:
            yield block
