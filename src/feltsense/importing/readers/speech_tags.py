"""Speech markup (SSML) as it is pasted: its tags and the text between them, in order.

Read by a pattern and not as XML: a parser's way to recover from a wrong end tag, a bare “&” or an unquoted value drops
words. Here every piece of text stays, whatever is wrong with the tags around it, and no entity is ever expanded.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from feltsense.script.lazy_pattern import LazyPattern

_NAME = r"[A-Za-z][\w.-]{0,40}(?::[A-Za-z][\w.-]{0,40})?"
_MARKUP = LazyPattern(
    r"<!--(?P<comment>.*?)(?:-->|\Z)|<!\[CDATA\[(?P<data>.*?)(?:\]\]>|\Z)"
    r"|(?P<declaration><!doctype[^<>\[\]]{0,500}(?:\[[^\]]{0,2000}\]\s*)?>|<\?[^<>]{0,500}\?>)"
    rf"|<(?P<end>/?)(?P<name>{_NAME})(?P<attributes>(?:\s(?:[^<>\"']++|\"[^\"<]*\"|'[^'<]*')*+)?)(?P<empty>/?)>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = LazyPattern(
    rf"(?P<name>{_NAME})\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>/]+))"
)
_NOT_A_PAGE = LazyPattern(
    r"<(?:!doctype html|html|head|body|div|span|a|h[1-6]|ul|ol|li|table|strong|em)\b", re.IGNORECASE
)
_SPEAK = LazyPattern(r"<speak(?:\s[^<>]*)?>", re.IGNORECASE)
_ONLY_SPEECH = LazyPattern(
    r"<(?:(?:prosody|say-as|phoneme|mark|voice|lang|audio|sub)\s+[\w:-]+\s*=|emphasis(?:\s+level\s*=[^<>]*)?>"
    r"|(?:amazon|mstts|google):\w)",
    re.IGNORECASE,
)
_BREAK = LazyPattern(r"<break\b[^<>]{0,200}>", re.IGNORECASE)
_SENTENCE = LazyPattern(
    r"<s(?:\s[^<>]*)?>[^<>]*(?:[.!?…][\"'”’)]*\s*</s>\s*(?:</p>|<break\b|\Z)|</s>\s*<s[\s>])", re.IGNORECASE
)


class SpeechTokenKind(StrEnum):
    """What a piece of speech markup is."""

    TEXT = "text"
    START = "start"
    EMPTY = "empty"
    END = "end"
    COMMENT = "comment"
    DECLARATION = "declaration"


@dataclass(frozen=True, slots=True)
class SpeechToken:
    """A tag, or the text between two."""

    kind: SpeechTokenKind
    text: str
    """Of text and comments what they say; of tags how they stand there."""
    line: int
    """Of the source, where it begins; from 1."""
    name: str = ""
    """Of a tag, in small letters, with its prefix."""
    attributes: Mapping[str, str] | None = None


def is_speech_markup(text: str) -> bool:
    """Tell whether `text` is speech markup, or has tags in it that nothing else has.

    A `<break/>` alone is none: many write it in plain text. A page keeps its `<s>` for what is struck out.
    """
    if "<" not in text:
        return False
    if _SPEAK.search(text):
        return True
    if _NOT_A_PAGE.search(text):
        return False
    return bool(_ONLY_SPEECH.search(text)) or bool(_SENTENCE.search(text))


def speech_tokens(text: str) -> Iterator[SpeechToken]:
    """Yield what `text` consists of, in order, without gap; entities in texts and values are replaced."""
    cursor, line = 0, 1
    for found in _MARKUP.finditer(text):
        if found.start() > cursor:
            plain = text[cursor : found.start()]
            yield SpeechToken(SpeechTokenKind.TEXT, html.unescape(plain), line)
            line += plain.count("\n")
        yield _token(found, line)
        line += found[0].count("\n")
        cursor = found.end()
    if cursor < len(text):
        yield SpeechToken(SpeechTokenKind.TEXT, html.unescape(text[cursor:]), line)


def _token(found: re.Match[str], line: int) -> SpeechToken:
    if found["comment"] is not None:
        return SpeechToken(SpeechTokenKind.COMMENT, found["comment"], line)
    if found["data"] is not None:
        return SpeechToken(SpeechTokenKind.TEXT, found["data"], line)
    if found["declaration"] is not None:
        return SpeechToken(SpeechTokenKind.DECLARATION, found[0], line)
    kind = SpeechTokenKind.END if found["end"] else SpeechTokenKind.START
    kind = SpeechTokenKind.EMPTY if found["empty"] or found["attributes"].endswith("/") else kind
    attributes = {
        each["name"].lower(): html.unescape(each["double"] or each["single"] or each["bare"] or "")
        for each in _ATTRIBUTE.finditer(found["attributes"])
    }
    return SpeechToken(kind, found[0], line, found["name"].lower(), attributes)
