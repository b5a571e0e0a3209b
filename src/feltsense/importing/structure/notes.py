"""What is for whoever reads aloud: “Note: …”, sections such as “Materials”, lists of settings. It becomes notes."""

import re
from collections.abc import Iterator
from dataclasses import replace

from feltsense.importing.directions import bracket_meaning
from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind
from feltsense.importing.meanings import DirectionKind
from feltsense.importing.structure import vocabulary
from feltsense.importing.structure.head_matter import take_metadata
from feltsense.importing.structure.lead_ins import NOT_FOR_LISTENERS
from feltsense.importing.structure.lengths import heading_length, parse_length
from feltsense.importing.structure.manuscript import (
    HEADING_KINDS,
    SPOKEN_KINDS,
    Manuscript,
    bare_text,
    is_shouted,
    joined_lines,
    sentence_ends,
)
from feltsense.importing.structure.metadata import MetadataKind, is_metadata_block, metadata_lines
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.sentences import sentences
from feltsense.script.text import has_words

_NOTE = LazyPattern(
    rf"(?=[ \t]*[*_(\[]|[^\n]*[:：])[ \t]*[*_(\[]{{0,4}}(?P<key>{vocabulary.NOTE})[ \t]*"
    rf"(?:[*_]{{0,3}}[ \t]*[:：][ \t]*[*_]{{0,3}}|[)\]*_]{{1,4}}[ \t]*[:：]?)[ \t]*(?P<rest>[^\n]*)",
    re.IGNORECASE,
    needs=rf"[:：]|^[ \t]*[*_(\[]{vocabulary.NO_CUE}",
)
_DASHED_NOTE = LazyPattern(
    rf"[ \t]*[*_]{{0,3}}(?P<key>(?=[^\n–—-]{{0,40}}\bnotes?\b)(?=\w+ \w){vocabulary.NOTE})[*_]{{0,3}}[ \t]*[–—-][ \t]+"
    rf"(?P<rest>\S[^\n]*)",
    re.IGNORECASE,
    needs="[–—-]",
)
_NOTA_BENE = LazyPattern(r"[ \t]*(?P<key>NB|N\.[ ]?B\.)[ \t]*[.,:–—-]?[ \t]+(?P<rest>[A-ZÀ-Þ][^\n]*)")
_WRAPPED = LazyPattern(r"\s*(?:\*\*|__|[*_])?\s*[(\[]?")
_SETTING = LazyPattern(
    rf"\s*[*_]{{0,3}}{vocabulary.SETTING_KEYS}[*_]{{0,3}}\s*(?:[:：=]|\s[–—-]\s)[*_]{{0,3}}\s*\S[^\n]*",
    re.IGNORECASE,
    needs="[:：=–—-]",
)
_INSTRUCTIONS = LazyPattern(
    r"(?:instructions?|anleitung|instrucciones|istruzioni|instruções|instructies|consignes?)", re.IGNORECASE
)
_LISTENERS = (
    r"(?:the |your |each |all |any |every )?(?:clients?|patients?(?! (?:heart|body|breath|mind|part|self)\b)|"
    r"participants?|attendees|students?|listeners?|class(?! of)|"
    r"audience|group(?! of)(?: members?)?|klient(?:en|in)?|patient(?:en|in)|teilnehmer\w*|pacientes?|clientes?|"
    r"participantes|partecipanti|deelnemers|cliënt)"
)
_TO_READER = LazyPattern(
    r"[*_]{0,2}(?:(?:pause(?: here)?|stop|wait|silence|then|now|again)(?:,|;| and| to|"
    r" then)? )?(?:please )?(?:let|allow|give|"
    r"invite|ask|wait for|encourage|remind|thank|check in with|check with|observe|watch|instruct|guide|help|tell|"
    r"prompt|"
    rf"lass(?:en sie)?|warten? (?:sie )?(?:auf|bis)|deje|invite a|laissez|laat) {_LISTENERS}\b"
    r"(?![^\n]*\b(?:you|yourself|your (?!clients?|group|patients?|voice|cue))\b)[^.!?\n]{0,120}[.!:]?[*_]{0,2}|"
    r"[*_]{0,2}(?:please |now )?(?!(?:speak|say)\b(?![^\n]*(?::|aloud|to the group| voice| tone)))(?:read|speak|"
    r"say|narrate|recite|lies|vorlesen|lesen sie|lea|lee|lisez|"
    r"leggi|leia|lees)"
    r"(?: (?:this|the (?:following|script|text)|it|each (?:line|sentence)|aloud|out loud|to the group|very|slowly|"
    r"softly|"
    r"gently|quietly|calmly|clearly|warmly|in a [a-z, ]{3,30} (?:voice|tone)|and|with pauses|langsam|laut|vor|ruhig|"
    r"despacio|lentement|lentamente|langzaam|voor)){1,6}[.:]?[*_]{0,2}",
    re.IGNORECASE,
    needs=r"[ck]li[eë]nt|pati[eë]nt|particip|attendee|student|listener|class|audience|group|teilnehm|pacient|partecip|deelnem|"
    r"read|speak|say|narrate|recite|lies|les|lea|lee|lise|legg|leia",
)
"""A line by itself to whoever reads aloud."""
_READ_ON = LazyPattern(r"(?:then |and |now )*(?:read|say|continue|go on)\b[^.!?\n]{0,40}:", re.IGNORECASE)
_CLOSED_KEY = LazyPattern(r"^([^\[\]()\n:]{1,40})[\])]:?[ \t\n]+")
"""The name of a note whose bracket ends behind it: “[Tip] Go slowly.”."""
_SOUNDS = ("music", "sound", "sounds", "effect", "effects", "sfx", "fx")
_SHORT = 60
_FEWEST_SETTINGS = 2


def with_notes(page: Manuscript) -> None:
    """Make notes of blocks, and of lines in them, that begin with “Note:” and its like, in place."""
    found: list[DocumentBlock] = []
    waiting = False
    for number, block in enumerate(page.blocks):
        if block.kind not in SPOKEN_KINDS or not has_words(block.text):
            waiting = waiting and not has_words(block.text)
            found.append(block)
        elif waiting and (block.kind is DocumentBlockKind.ITEM or found[-1].kind is DocumentBlockKind.NOTE):
            after = page.blocks[number + 1] if number + 1 < len(page.blocks) else None
            found.append(page.note(block))
            listed = block.kind is DocumentBlockKind.ITEM and after is not None
            waiting = listed and after is not None and after.kind is DocumentBlockKind.ITEM
        else:
            parts = list(_parted(page, block, number))
            found += parts
            waiting = bool(parts) and _is_open(parts[-1])
    page.blocks = found


def _is_open(block: DocumentBlock) -> bool:
    """Tell whether a note is only its name, so that what follows is the note."""
    return block.kind is DocumentBlockKind.NOTE and block.text.rstrip().endswith(":")


def _parted(page: Manuscript, block: DocumentBlock, number: int) -> Iterator[DocumentBlock]:
    lines = page.lines(block)
    if len(lines) == 1 and len(block.text) <= 3 * _SHORT and _is_to_reader(block.text.strip()):
        yield page.note(block, bare_text(block.text).rstrip(":"))
        return
    if len(lines) > 1 and is_shouted(lines[0].text) and NOT_FOR_LISTENERS.fullmatch(bare_text(lines[0].text)):
        yield page.note(block)
        return
    if is_metadata_block([line.text for line in lines]):
        for line in lines:
            said = metadata_lines(line.text)
            length = said and said[0].kind is MetadataKind.LENGTH and parse_length(said[0].value)
            yield line if length else page.note(line, bare_text(line.text.replace("**", "").replace("__", "")))
        return
    if not any(map(_note_start, (line.text for line in lines))):
        yield block
        return
    running: list[DocumentBlock] = []
    noted = False
    for line in lines:
        starts = _note_start(line.text)
        if starts and not _is_practice(page, starts, number):
            yield from _paragraph(page, running, noted=noted)
            running, noted = [line], True
        else:
            if noted and _is_over(running[-1].text):
                yield from _paragraph(page, running, noted=True)
                running, noted = [], False
            running.append(line)
    yield from _paragraph(page, running, noted=noted)


def _is_to_reader(text: str) -> bool:
    """Tell whether all sentences of a line are for whoever reads aloud; “then read:” may be the last of several."""
    if _TO_READER.match(text) is None:
        return False
    parts = [text[start:end].strip() for start, end in sentences(text)]
    return all(_TO_READER.fullmatch(part) or (len(parts) > 1 and _READ_ON.fullmatch(part)) for part in parts)


def _note_start(line: str) -> re.Match[str] | None:
    """Return how a line begins that is a note."""
    found = _NOTE.match(line) or _DASHED_NOTE.match(line) or _NOTA_BENE.match(line)
    return None if found and _is_sound(found) else found


def _is_sound(found: re.Match[str]) -> bool:
    """Tell whether a note begins as a sound that stands in brackets, “[Music]”: what is said goes on behind it."""
    return found["key"].lower().endswith(_SOUNDS) and found.string[found.end("key")] in "])"


def _is_over(line: str) -> bool:
    """Tell whether a note ends with a line, and is not merely wrapped there."""
    return len(line) < _SHORT and sentence_ends(line) and line.rstrip()[-1:] not in ",;"


def _paragraph(page: Manuscript, lines: list[DocumentBlock], *, noted: bool) -> Iterator[DocumentBlock]:
    if lines:
        block = joined_lines(lines)
        yield page.note(block, _plain(block.text)) if noted else block


def _plain(text: str) -> str:
    """Return a note without the brackets or the emphasis around it."""
    bare = bare_text(text.replace("**", "").replace("__", "")).removeprefix("(").removeprefix("[").rstrip(")]")
    return _CLOSED_KEY.sub(r"\1: ", bare, count=1)


def _is_practice(page: Manuscript, starts: re.Match[str], number: int) -> bool:
    """Tell whether “Instructions:” alone stands before the practice itself."""
    alone = not has_words(starts["rest"] or "") and _INSTRUCTIONS.match(starts["key"] or "")
    return bool(alone) and number * 2 < len(page.blocks)


def with_settings_noted(page: Manuscript) -> None:
    """Make notes of a list of settings for a recording or a speech engine at the end, in place."""
    first, settings, others = len(page.blocks), 0, 0
    for at in range(len(page.blocks) - 1, -1, -1):
        block = page.blocks[at]
        if block.kind not in SPOKEN_KINDS or not has_words(block.text):
            if has_words(block.text) and block.kind is not DocumentBlockKind.NOTE:
                break
            continue
        matched = sum(bool(_SETTING.fullmatch(line.text)) for line in page.lines(block))
        listed = block.kind is DocumentBlockKind.ITEM and ":" in block.text and others < settings
        if matched < len(page.lines(block)) and not listed:
            break
        settings, others, first = settings + matched, others + (not matched), at
    if settings >= _FEWEST_SETTINGS and settings > others:
        page.blocks[first:] = [page.noted(block) for block in page.blocks[first:]]


def with_lengths(page: Manuscript) -> None:
    """Put the lengths of parts apart from the names of their headings, and those that stand below them, in place."""
    found: list[DocumentBlock] = []
    for block in page.blocks:
        above = found[-1] if found else None
        if block.kind in HEADING_KINDS:
            name, length = heading_length(bare_text(block.text))
            length = None if length and bracket_meaning(name).kind is DirectionKind.CUE else length
            found.append(replace(block, text=name, length=length.wish) if length else block)
            if length:
                page.report(block, ChangeKind.LENGTH, block.text, f"## {name} [{length.wish}]")
        elif above is not None and above.kind in HEADING_KINDS and not above.length and (wish := _length_below(block)):
            found[-1] = replace(above, length=wish)
            page.report(block, ChangeKind.LENGTH, block.text, f"## {bare_text(above.text)} [{wish}]")
        else:
            found += _stated_length(page, block)
    page.blocks = found


def _length_below(block: DocumentBlock) -> str:
    """Return the length that a line right below a heading is, and nothing else."""
    if block.kind not in SPOKEN_KINDS or len(block.text) > _SHORT:
        return ""
    said = metadata_lines(block.text)
    value = said[0].value if len(said) == 1 and said[0].kind is MetadataKind.LENGTH else block.text
    length = parse_length(bare_text(value).strip("()[] "))
    return length.wish if length else ""


def _stated_length(page: Manuscript, block: DocumentBlock) -> list[DocumentBlock]:
    """Return a block, or what “Duration: 6 minutes” on a line of its own becomes."""
    if block.kind in SPOKEN_KINDS and len(block.text) <= _SHORT and ":" in block.text:
        said = metadata_lines(block.text)
        if len(said) == 1 and said[0].kind is MetadataKind.LENGTH and parse_length(said[0].value):
            note = take_metadata(page, block, said[0])
            return [note] if note else []
    return [block]
