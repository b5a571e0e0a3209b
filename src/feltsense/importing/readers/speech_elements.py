"""The elements of speech markup: which are spoken, and what is told of the others."""

import re
from collections.abc import Iterator

from feltsense.importing.meanings import valid_cue
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.text import has_words

PARAGRAPHS = frozenset(("p", "paragraph", "div", "speak", "title"))
SENTENCES = frozenset(("s", "sentence"))
HEADINGS = {f"h{level}": level for level in range(1, 7)}
WORDS = frozenset(("w", "token"))
"""Each is one word."""
_PLAIN = frozenset((*WORDS, "seq", "par", "media"))
"""Their words are all that they are."""
SILENT = frozenset(("audio", "metadata", "lookup", "desc"))
"""What is in them is not spoken."""
VOID = frozenset(("break", "br", "meta", "lexicon", "bookmark"))
"""They hold nothing, closed or not."""
_DATA = "data about the text"
_LEXICON = "a list of pronunciations in another file"
TOLD = {
    "prosody": "how it is spoken; `pace:` sets the pace of the whole",
    "emphasis": "emphasis; its words are kept",
    "voice": "another voice; `voice:` sets that of the whole",
    "lang": "another language; its words are kept",
    "say-as": "how it is read; its words are kept",
    "mark": "a mark",
    "bookmark": "a mark",
    "metadata": _DATA,
    "meta": _DATA,
    "lexicon": _LEXICON,
    "lookup": _LEXICON,
    "desc": "a description",
}
KNOWN = frozenset((*PARAGRAPHS, *SENTENCES, *HEADINGS, *_PLAIN, *SILENT, *VOID, *TOLD, "sub", "phoneme"))
_BELL = LazyPattern(r"bell|chime|gong|bowl|glocke|klang|campana|cloche|gong|sino|klok", re.IGNORECASE)
_BACKGROUND = LazyPattern(
    r"(?P<rain>rain|regen|lluvia|pluie)|(?P<ocean>ocean|sea|wave|meer|mar\b|mer\b)", re.IGNORECASE
)


def likely_sounds(file: str, words: str) -> Iterator[str]:
    """Yield what a sound may be in a script, the likeliest first."""
    if _BELL.search(f"{file} {words}"):
        yield "[bell]"
    background = _BACKGROUND.search(f"{file} {words}")
    if background:
        yield f"[soundscape {background.lastgroup}]"
    if file and valid_cue(f"play {file}"):
        yield f"[play {file}]"
    if has_words(words):
        yield f"> {words}"
