"""Lines of metadata: which say something of a text, and where that belongs, in the front matter or in notes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from feltsense.importing.document import ChangeKind, DocumentBlock, DocumentBlockKind
from feltsense.importing.structure import vocabulary
from feltsense.importing.structure.guidance import begins_as_guidance
from feltsense.importing.structure.lengths import length_in_name, parse_length
from feltsense.importing.structure.manuscript import Manuscript, bare_text, sentence_ends
from feltsense.importing.structure.metadata import (
    MetadataKind,
    MetadataLine,
    author_of,
    byline,
    is_credit,
    is_name_with_title,
    language_tag,
    metadata_lines,
)
from feltsense.importing.structure.speakers import speaker_label
from feltsense.script.lazy_pattern import LazyPattern

_NOTE = LazyPattern(rf"{vocabulary.NOTE}", re.IGNORECASE)
_SAID_TOO = frozenset(("pause", "stand", "guest", "guests", "recorded"))
"""Keys that begin sentences as well: “Stand: both feet on the floor.”"""
_SENTENCE_WORDS = 4
_HANDS_OVER = LazyPattern(
    r"(?:(?P<answers>of course|sure(?: thing)?|certainly|absolutely|(?:i'd be )?(?:happy|glad) to(?: help)?|gerne?|"
    r"natürlich|klar|selbstverständlich|claro(?: que sí)?|por supuesto|bien sûr|certamente|certo|com certeza|"
    r"natuurlijk)[,.!–— ]+)?(?:here(?:'s| is| are)|here you go|below is|hier (?:ist|kommt|sind|is)|aquí (?:tienes|está|"
    r"va)|voici|ecco|aqui (?:está|vai))\b(?P<what>[^\n]{0,200})[.:!]?",
    re.IGNORECASE,
    needs=r"^(?:of c|sur|cert|abs|h(?:app|er|ie)|glad|i'd|ger|nat|klar|selb|claro|por s|bien s|com c|below|aqu|"
    r"voici|ecco)",
)
_SCRIPT = LazyPattern(
    r"\b(?:script|text|draft|version|transcript|(?:meditations?|entspannungs?)?(?:skript|text)|guion|texto|script|"
    r"texte|copione|testo|roteiro|tekst)\b",
    re.IGNORECASE,
)


def take_metadata(page: Manuscript, block: DocumentBlock, said: MetadataLine) -> DocumentBlock | None:
    """Put what a line of metadata says where it belongs; return the note that it becomes, if it becomes one."""
    head, value = page.head, said.value
    match said.kind:
        case MetadataKind.TITLE if not head.title and value:
            page.head = replace(head, title=value)
            page.report(block, ChangeKind.TITLE, block.text, "title")
            return None
        case MetadataKind.AUTHOR if not head.author and value:
            page.head = replace(head, author=value)
        case MetadataKind.SUMMARY if not head.summary and value:
            page.head = replace(head, summary=value)
        case MetadataKind.LANGUAGE if language_tag(value):
            page.language = language_tag(value)
        case MetadataKind.LENGTH if not head.length and (length := parse_length(value) or length_in_name(value)):
            page.head = replace(head, minutes=length.minutes, length=value)
        case MetadataKind.TAGS if not head.tags and value:
            page.head = replace(
                head, tags=tuple(filter(None, (tag.strip(" #") for tag in re.split(r"[,;]|\s#", value))))
            )
        case MetadataKind.CREDITS if value:
            page.head = replace(head, credits=(*head.credits, f"{said.key}: {value}".removeprefix(": ")))
        case MetadataKind.CAUTIONS if value:
            page.head = replace(head, cautions=(*head.cautions, value))
        case _:
            note = f"{said.key}: {value}".rstrip(": ")
            page.report(block, ChangeKind.NOTE, f"{said.key}: {value}", "a note")
            return replace(block, kind=DocumentBlockKind.NOTE, text=note)
    page.report(block, ChangeKind.MOVED, f"{said.key}: {value}".removeprefix(": "), f"{said.kind} in the front matter")
    return None


def hands_over(text: str) -> bool:
    """Tell whether a line above everything hands the script over: “Of course. Here is a script about rest:”."""
    found = _HANDS_OVER.fullmatch(text.strip().replace("’", "'"))
    return found is not None and bool(found["answers"] or _SCRIPT.search(found["what"]))


def take_byline(page: Manuscript, block: DocumentBlock, said: Sequence[MetadataLine]) -> list[DocumentBlock]:
    """Put what stands between bars below a title where it belongs; return the notes that some of it becomes."""
    before = len(page.changes)
    notes = [note for each in said if (note := take_metadata(page, block, each))]
    page.changes[before:] = []  # told once, with all its words
    moved = " and ".join(each.kind for each in said if each.kind is not MetadataKind.OTHER)
    page.report(block, ChangeKind.MOVED, block.text, f"{moved} in the front matter{', and a note' if notes else ''}")
    return notes


def take_credit(page: Manuscript, block: DocumentBlock, text: str) -> None:
    """Move a line that gives rights or a source to the front matter."""
    page.head = replace(page.head, credits=(*page.head.credits, text))
    page.report(block, ChangeKind.MOVED, block.text, "credits in the front matter")


def is_spoken_label(line: str) -> bool:
    """Tell whether a name of who speaks stands before a sentence."""
    label = speaker_label(line)
    if label is None or not sentence_ends(line):
        return False
    return len(line[label.end :].split()) >= _SENTENCE_WORDS or begins_as_guidance(line[label.end :])


def is_credible(said: MetadataLine) -> bool:
    """Tell whether this is metadata, and not a sentence for the listener behind a word and a colon."""
    if said.kind is not MetadataKind.OTHER or _NOTE.fullmatch(said.key):
        return True
    if said.key.lower() in _SAID_TOO and sentence_ends(said.value):
        return False
    addressed = re.search(r"\b(?:you|your)\b", said.value, re.IGNORECASE)
    return not (addressed and sentence_ends(said.value) and len(said.value.split()) >= _SENTENCE_WORDS)


def tells_of_text(line: str) -> bool:
    """Tell whether a line says something of the text above or below it: its author, its length, its rights."""
    text = without_dashes(bare_text(line))
    said = metadata_lines(text)
    timed = any(each.kind is MetadataKind.LENGTH and parse_length(each.value) for each in said)
    if is_spoken_label(line) or (sentence_ends(text) and not (timed or is_credit(text) or author_of(text))):
        return False
    told = bool(said and all(map(is_credible, said))) or bool(author_of(text)) or is_credit(text) or bool(byline(text))
    return told or is_name_with_title(text) or parse_length(text.strip("()[] ")) is not None


def without_dashes(text: str) -> str:
    """Return a subtitle without the dashes around it."""
    return text.strip("–—-~ ") if text[:1] in "–—-~" else text
