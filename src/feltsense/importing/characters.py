"""Characters in their plain form: straight quotes, ordinary spaces, nothing invisible and no pictures."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import pictures

_LINES = LazyPattern("\r\n?|[\x0b\x85\u2028]")
_PARAGRAPHS = LazyPattern("[\x0c\u2029]")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'"})
_QUESTION = LazyPattern(r"<!--\s*question:", re.IGNORECASE)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPACE = LazyPattern(r"[^\S\n]")
_SEVERAL = LazyPattern(r"(?<! ) {2,}+(?!\n|\d{1,4} *(?:\n|\Z))| (?= *\n\s*\n)|(?<=\n) +")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": None})
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})

BRACES = str.maketrans("{}【】［］〔〕（）", "[][][][]()")
"""Nobody speaks what stands in braces or wide brackets either: they are read as brackets."""

TELLING = "🔔🛎♪⏸"
"""Pictures that say what is heard: a bell, music, a pause. What they mean here is in `asides.py`."""
_NOTES_OF_MUSIC = str.maketrans("♫♬🎵🎶🎼", "♪" * 5)

QUOTES, SPACES, UNSEEN, PICTURES = (
    "curly quotes",
    "odd spaces and hyphens",
    "characters that cannot be seen",
    "pictures",
)


def html_comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each HTML comment begins and ends, unless it never ends."""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (end := text.find("-->", start + 4) + 3) > 2:
        yield start, end


def normalise(text: str, counts: Counter[str]) -> str:
    """Return `text` composed (NFC), with plain characters and line feeds; count in `counts` what was replaced."""
    text = _PARAGRAPHS.sub("\n\n", _LINES.sub("\n", text))
    if text.isascii() and text.replace("\n", "").isprintable() and "`" not in text:
        return _single_spaces(text)
    text = _with_plain_quotes(text, counts)
    counts[SPACES] += len(re.findall(r"[^\S\n \t]|[\u2010\u2011\u00ad]", text))
    text = _SPACE.sub(" ", text.translate(_HYPHENS))
    visible = "".join(_LIGATURES.get(c, c) for c in text if c == "\n" or unicodedata.category(c) not in _UNSEEN)
    counts[UNSEEN] += sum(c != "\n" and unicodedata.category(c) in _UNSEEN for c in text)
    return _single_spaces(_without_pictures(unicodedata.normalize("NFC", visible), counts))


def _with_plain_quotes(text: str, counts: Counter[str]) -> str:
    """Return `text` with straight quotes, but for those of questions: they hold what a question is about."""
    parts, cursor = [], 0
    for start, end in html_comments(text) if "question:" in text else ():
        if _QUESTION.match(text, start):
            parts += [_plain_quotes(text[cursor:start], counts), text[start:end]]
            cursor = end
    return "".join([*parts, _plain_quotes(text[cursor:], counts)])


def _plain_quotes(text: str, counts: Counter[str]) -> str:
    counts[QUOTES] += sum(text.count(quote) for quote in "“”„‘’‚")
    return text.translate(_QUOTES)


def _single_spaces(text: str) -> str:
    """Return `text` with single spaces, except at the end of a line, where two are a line break."""
    if "  " not in text and " \n" not in text and "\n " not in text:
        return text
    return _SEVERAL.sub(
        lambda match: " " if match[0] and match.start() and text[match.start() - 1] != "\n" else "", text
    )


def _without_pictures(text: str, counts: Counter[str]) -> str:
    parts, cursor = [], 0
    for first, last in pictures(text):
        told = "".join(sign for sign in text[first:last].translate(_NOTES_OF_MUSIC) if sign in TELLING)
        counts[PICTURES] += not told
        parts += [text[cursor:first], told]
        cursor = last
    return " ".join(filter(None, [*parts, text[cursor:]])) if parts else text
