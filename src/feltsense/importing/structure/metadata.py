"""Lines that say something about the script: “Duration: 6 minutes”, “by A. Writer”, “© 2020”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from feltsense.importing.structure import vocabulary as words
from feltsense.importing.structure.guidance import begins_as_guidance
from feltsense.importing.structure.lengths import parse_length
from feltsense.script.language import TAGS_OF_NAMES
from feltsense.script.language_tags import tag_of_language
from feltsense.script.lazy_pattern import LazyPattern


class MetadataKind(StrEnum):
    """What a line of metadata is about."""

    TITLE = "title"
    AUTHOR = "author"
    SUMMARY = "summary"
    LANGUAGE = "language"
    LENGTH = "length"
    TAGS = "tags"
    CREDITS = "credits"
    CAUTIONS = "cautions"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MetadataLine:
    """One thing that is said of the script."""

    kind: MetadataKind
    key: str
    value: str


_KINDS = {
    MetadataKind.TITLE: words.TITLE_KEYS,
    MetadataKind.AUTHOR: words.AUTHOR_KEYS,
    MetadataKind.SUMMARY: words.SUMMARY_KEYS,
    MetadataKind.LANGUAGE: words.LANGUAGE_KEYS,
    MetadataKind.LENGTH: words.LENGTH_KEYS,
    MetadataKind.TAGS: words.TAG_KEYS,
    MetadataKind.CREDITS: words.CREDIT_KEYS,
    MetadataKind.CAUTIONS: words.CAUTION_KEYS,
    MetadataKind.OTHER: rf"(?:{words.NOTE_KEYS}|{words.SETTING_KEYS}|{words.NOTE})",
}
_PATTERNS = {kind: LazyPattern(pattern, re.IGNORECASE) for kind, pattern in _KINDS.items()}
_MARK = r"\s*(?:[-*•–]\s+)?"
_LINE = LazyPattern(
    rf"{_MARK}[*_]{{0,3}}(?P<key>[^\W\d_][^:：=|\n*_]{{0,38}}?)[*_]{{0,3}}[ \t]*(?:[:：]|=(?!=)|"
    rf"[ \t][–—-](?=[ \t]))[ \t]*"
    r"(?P<value>[^\n]*?)[*_ \t]*"
)
_ROW = LazyPattern(
    r"\s*\|?\s*[*_]{0,2}(?P<key>[^\W\d_][^:|\n*_]{0,38}?):?[*_]{0,2}\s*\|\s*(?P<value>[^|\n]*?)\s*\|?\s*"
)
_BOLD_KEY = LazyPattern(
    r"\s*(?:[-*•–]\s+)?(?P<mark>\*\*|__)(?P<key>[^\W\d_][^:\n*_]{1,38}?)[ ]?(?::(?P=mark)|(?P=mark)[ ]?:)[ \t]*"
    r"(?P<value>\S[^\n]*)"
)
_ADDRESSED_SENTENCE = LazyPattern(r"\b(?:you|your)\b[^\n]*[.!?…]\s*$", re.IGNORECASE)
_SENTENCE = LazyPattern(r"[A-ZÀ-Þ]\w*(?:[^\w\n]+\w+){2,}[^\w\n]*[.!?…]\s*")
_SEVERAL = LazyPattern(r"\s+[|•·]\s+|;\s+")
_NAME = (
    r"(?:(?:dr|prof|mr|ms|mrs|rev)\.?\s+)?[A-ZÀ-Þ][\w.'’-]*"
    r"(?:,?\s+(?:(?:van|von|de|der|den|da|di|del|la|le|and|&|y|und|et|e|en)\s+)*[A-ZÀ-Þ][\w.'’-]*){0,6}"
)
_BY = LazyPattern(
    rf"[*_(–—~-]*\s*(?i:(?:a |an )?(?:guided )?(?:(?:script|text|words|meditation|practice|exercise|written|"
    rf"created|recorded|"
    rf"narrated|guided|led|adapted|compiled|developed|presented|offered|read)(?: (?:and|&) \w{{3,12}})?\s+)?by|von|"
    rf"por|par|"
    rf"door|di|with(?=\s+(?-i:[A-ZÀ-Þ])\w+\.?\s+(?-i:[A-ZÀ-Þ]))):?\s+(?P<name>{_NAME})[*_)~]*\s*"
)
_CREDITED = LazyPattern(
    r"[*_(]*\s*(?:(?:©|\(c\)|copyright\b|all rights reserved|licen[sc]ed under|creative commons|cc[ -]by|"
    r"(?:re)?printed with|used with permission|reproduced with|do not (?:copy|distribute|reproduce)|"
    r"(?:adapted|taken|excerpted|abridged|modified|reprinted|translated|extracted) (?:from|with|by)\b|"
    r"an? excerpt from\b|based on (?:the (?:work|book|script|practice|exercise)|a (?:script|practice|exercise))|"
    r"(?:script|text|exercise|practice|source|inspired|developed) (?:courtesy of|from|by)\b|"
    r"from (?:the (?:book|series|course|album|app|website|podcast|collection|programme?|workbook|manual|cd|"
    r"audiobook)\b|"
    r"[\"“*_«])|aus (?:dem buch|der reihe|dem kurs)|nach (?:einer|dem) (?:übung|buch)|del libro|tomado de|"
    r"adaptado de|"
    r"(?:extrait|tiré|adapté) (?:du|de)|(?:dal|tratto dal|tratto da|adattato da)\b|(?:do livro|retirado de)|"
    r"uit het boek|alle rechte vorbehalten|todos los derechos|tous droits|tutti i diritti|todos os direitos|"
    r"alle rechten)[^\n]*)",
    re.IGNORECASE,
)
_BAR = LazyPattern(r"\s+[|•·]\s+|\s*[|•·]\s+|\s+[–—]\s+")
_BY_NAME = LazyPattern(rf"(?P<name>{_NAME})")
_ADAPTED = LazyPattern(
    rf"{_NAME}[,;]?\s+(?i:adapted|recorded|read|narrated|translated|guided|abridged|edited) (?i:by)\s+{_NAME}",
    needs=r"[bB][yY]",
)
_CREDENTIALS = LazyPattern(
    r",\s*(?:Ph\.?\s?D|Psy\.?D|M\.?D|Ed\.?D|R\.?N|L[A-Z]{2,4}|M\.?[AS]\.?(?:c|W|Ed)?|B\.?[AS]c?|RYT|E-?RYT|CHt|CCHT|CH|"
    r"[A-Z]{2,5})\b\.?",
    needs=r",",
)
_BESIDE_NAME = LazyPattern(
    r"(?:(?:recorded|written|revised|updated|created|published|©|\(c\)|copyright|version|v)?\.?\s*(?:\w{3,9}\.?\s+)?"
    r"(?:19|20)\d\d|all rights reserved\.?|[\w.+-]+@[\w.-]+|(?:https?://|www\.)\S+)",
    re.IGNORECASE,
)
"""What stands beside a name between bars."""
_MOST_BETWEEN_BARS = 40
_SHORTEST = 60
"""Seconds of a whole practice; shorter lengths are of a sentence."""
_MOST = 160
"""Characters of a line that gives a source or an author; longer ones are prose."""

_TAG = LazyPattern(r"[a-z]{2,3}(?:[-_][a-z]{2,4})?", re.IGNORECASE)


def metadata_lines(line: str) -> tuple[MetadataLine, ...]:
    """Return what a line says of the script; nothing where it is no such line."""
    parts = [part for part in _SEVERAL.split(line.strip()) if part.strip(" |")]
    if len(parts) > 1 and not line.lstrip().startswith("|"):
        found = [_metadata(part) for part in parts]
        if all(found):
            return tuple(each for each in found if each)
    whole = _metadata(line)
    return (whole,) if whole else ()


def is_metadata_block(lines: Sequence[str]) -> bool:
    """Tell whether lines are metadata by their looks: a name in bold begins each, and one at least is known."""
    bold = len(lines) > 1 and ("**" in lines[0] or "__" in lines[0])
    found = [_BOLD_KEY.fullmatch(line) for line in lines] if bold else []
    known = [bool(metadata_lines(line)) for line in lines] if found and all(found) else []
    return any(known) and not any(
        _ADDRESSED_SENTENCE.search(line) or (each and not sure and _SENTENCE.fullmatch(each["value"]))
        for line, each, sure in zip(lines, found, known, strict=True)
    )


def author_of(line: str) -> str:
    """Return the author whom a line names, as “by A. Writer”; empty where it names none."""
    found = _BY.fullmatch(line) if len(line) <= _MOST else None
    return found["name"].strip() if found else ""


def byline(line: str) -> tuple[MetadataLine, ...]:
    """Return what a line with bars says of a text and who wrote it: “Anna Reyes | 2019 | 10 min”; else nothing."""
    parts = [part.strip() for part in _BAR.split(line) if part.strip()] if len(line) <= _MOST else []
    if len(parts) < 2:
        return ()
    timed = next((part for part in parts if (length := parse_length(part)) and length.low >= _SHORTEST), "")
    long = any(part.endswith((".", "!", "?")) or len(part) > _MOST_BETWEEN_BARS for part in parts)
    if timed and not long and not begins_as_guidance(line):
        rest = [part for part in parts if part != timed]
        if not (author_of(rest[0]) or _BY_NAME.fullmatch(rest[0])):
            about = MetadataLine(MetadataKind.OTHER, "About", " · ".join(rest))
            return (MetadataLine(MetadataKind.LENGTH, "Length", timed), about)
    name = author_of(parts[0]) or (parts[0] if _BY_NAME.fullmatch(parts[0]) else "")
    beside = [_said_beside(part) for part in parts[1:]]
    return (MetadataLine(MetadataKind.AUTHOR, "By", name), *filter(None, beside)) if name and all(beside) else ()


def _said_beside(part: str) -> MetadataLine | None:
    """Return what is said beside a name: a length, rights, a year, an address."""
    length = parse_length(part)
    if length:
        return MetadataLine(MetadataKind.LENGTH, "Length", part) if length.low >= _SHORTEST else None
    if is_credit(part) or _BESIDE_NAME.fullmatch(part):
        return MetadataLine(MetadataKind.CREDITS, "", part)
    return _metadata(part)


def is_name_with_title(line: str) -> bool:
    """Tell whether a line is somebody's name with a degree behind it, and nothing else: “Anna Reyes, LCSW”."""
    return len(line) <= _MOST and bool(_CREDENTIALS.search(line) and _BY_NAME.fullmatch(line))


def is_credit(line: str) -> bool:
    """Tell whether a line gives rights or a source."""
    return len(line) <= 2 * _MOST and bool(_CREDITED.fullmatch(line.strip()) or _ADAPTED.fullmatch(line.strip(" *_")))


def language_tag(value: str) -> str:
    """Return the BCP 47 tag that a value means; empty where it means none that is known."""
    plain = value.strip(" .*_").lower()
    region = re.match(r"[^\W\d_]+", plain)
    named = TAGS_OF_NAMES.get(region[0], "") if region else ""
    return named or (tag_of_language(plain) if _TAG.fullmatch(plain) else "")


def _metadata(text: str) -> MetadataLine | None:
    for form in (_LINE, _ROW):
        found = form.fullmatch(text)
        kind = _kind(found["key"]) if found else None
        if found and kind:
            return MetadataLine(kind, " ".join(found["key"].split()), found["value"].strip(" *_"))
    return None


def _kind(key: str) -> MetadataKind | None:
    bare = " ".join(key.split()).strip(" *_")
    return next(_kinds(bare), None)


def _kinds(key: str) -> Iterator[MetadataKind]:
    return (kind for kind, pattern in _PATTERNS.items() if pattern.fullmatch(key))
