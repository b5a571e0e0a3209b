"""What words in brackets mean: a cue, a note to whoever reads, or something that only the author knows.

A new spelling of a pause or a bell is one more alternative in `_AT_LENGTH` or `_BELL`; of a note, in `_TO_THE_READER`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from feltsense.script.cues import Cue, End, Open, cue
from feltsense.script.diagnostics import GrammarError, Span
from feltsense.script.durations import DURATION
from feltsense.script.variants import canonical


class DirectionKind(StrEnum):
    """What brackets hold."""

    CUE = "cue"
    BLOCK = "block"
    """A cue that opens or closes a block: it needs its partner."""
    PERHAPS_PAUSE = "perhaps a pause"
    NOTE = "note"
    TIME = "time"
    """A time stamp of a transcript."""
    NOTHING = "nothing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A kind, and for cues their canonical text without brackets."""

    kind: DirectionKind
    cue: str = ""
    canonical: bool = True
    """False when it was written otherwise."""


_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?")
_BELL = re.compile(
    r"(?:(?:ring|rings|strike|sound|sounds|of|a|an|the|soft|gentle|low|singing|tibetan) )*"
    r"(?:bell|chime|gong|bowl)s?(?: (?:is|are|rings?|ringing|sounds?|sounding|chimes?|struck|once))*[.!]?"
)
_LIKE_A_PAUSE = re.compile(r"\b(?:pauses?|silence|silent|wait|seconds?|secs?|minutes?|mins?)\b")
_TO_THE_READER = re.compile(
    r"(?:and |then |now |please |very |more |with |in a |in |use |keep |your )*"
    r"(?:softly|slowly|slower|gently|quietly|quieter|warmly|calmly|whisper\w*|speak\w*|tone|voice|soft\w* voice|"
    r"calm voice|quiet voice|lower\w*|soft tone|continue|repeat\w*|read|note|notes|nb|reminder|therapist|facilitator|"
    r"guide|instructor|teacher|narrator|reader|client|clients|participant|participants|listener|group|allow|give|let "
    r"(?:them|the client|the group|clients)|observe|demonstrate|model|optional|skip|adapt|adjust|check in with|check "
    r"that|make sure|ensure|if (?:the|they|your|a) (?:client|clients|person|group|participant|participants|listener)"
    r"|if they|smile|nod|turn|see page|long version|short version|transition|end of|beginning of|section|part)\b.*",
    re.DOTALL,
)
_PLACEHOLDER = re.compile(r"(?:\bname|\bpronouns?|\bplace|\btopic)$|['’]s \w+$")
_PAUSE_FIRST = re.compile(r"(?:an? |the )?(?:very |short |long |brief )*(?:pauses?|silence|wait)\b")
_TO_THE_LISTENER = re.compile(r"\byou(?:r|rs|'re)?\b(?! voice)")
_AT_LENGTH = re.compile(
    r"(?:please |now |then |and )*(?:pause|wait|allow|leave|give|be silent|silence)"
    r"(?: here| now| them| everyone| the (?:group|client|listener))*(?: for)?(?: an?| another)?"
    rf" (?P<about>about |around )?(?P<length>{DURATION})(?: of)?(?: silence| quiet| pause)?(?: here| now)?[.!]?"
)
_HERE = Span(1, 1, 2)


def bracket_meaning(inner: str) -> Meaning:
    """Return what `[inner]` means."""
    plain = " ".join(inner.split())
    lowered = plain.lower()
    if not any(map(str.isalnum, plain)):
        return Meaning(DirectionKind.NOTHING)
    written_cue = valid_cue(plain)
    pause = pause_cue(plain)
    if written_cue is not None and not (pause and pause != lowered):
        return Meaning(DirectionKind.BLOCK if isinstance(written_cue, Open | End) else DirectionKind.CUE, plain)
    if pause and valid_cue(pause) is not None:
        return Meaning(DirectionKind.CUE, pause, canonical=False)
    if _TIME.fullmatch(plain):
        return Meaning(DirectionKind.TIME)
    return _in_words(lowered)


def parenthesis_meaning(inner: str, *, apart: bool) -> Meaning | None:
    """Return what `(inner)` means; None when it is spoken.

    Args:
        inner: what stands in the parentheses.
        apart: whether they stand between sentences, not inside one.
    """
    plain = " ".join(inner.split())
    pause = pause_cue(plain)
    says_so = bool(re.search(r"\b(?:pause|silence|wait|allow)\b", plain.lower()))
    if pause and (says_so or apart):
        return (
            Meaning(DirectionKind.CUE, pause, canonical=False)
            if valid_cue(pause)
            else Meaning(DirectionKind.PERHAPS_PAUSE)
        )
    lowered = plain.lower()
    if not apart:
        meant = _PAUSE_FIRST.match(lowered) and not _TO_THE_LISTENER.search(lowered)
        return Meaning(DirectionKind.PERHAPS_PAUSE) if meant else None
    if _TIME.fullmatch(plain):
        return Meaning(DirectionKind.TIME)
    found = _in_words(lowered)
    spoken = {
        DirectionKind.UNKNOWN: True,
        DirectionKind.PERHAPS_PAUSE: not _PAUSE_FIRST.match(lowered),
        DirectionKind.NOTE: bool(_TO_THE_LISTENER.search(lowered)),
    }
    return None if spoken.get(found.kind) else found


def pause_cue(text: str) -> str | None:
    """Return the cue's text for a pause that is written as `text`; None when it is none."""
    pause = canonical(text)
    if pause is not None:
        return pause
    written = _AT_LENGTH.fullmatch(text.lower())
    return canonical(f"pause {written['about'] or ''}{written['length']}") if written else None


def valid_cue(text: str) -> Cue | None:
    """Return the cue that `[text]` is in our grammar; None when it is none, or a wrong one."""
    try:
        return cue(text, _HERE)
    except GrammarError:
        return None


def _in_words(lowered: str) -> Meaning:
    if _BELL.fullmatch(lowered):
        return Meaning(
            DirectionKind.CUE, "bell low" if re.search(r"\b(?:low|gong)\b", lowered) else "bell", canonical=False
        )
    if _TO_THE_READER.fullmatch(lowered) and not _PLACEHOLDER.search(lowered):
        return Meaning(DirectionKind.NOTE)
    if _LIKE_A_PAUSE.search(lowered):
        return Meaning(DirectionKind.PERHAPS_PAUSE)
    return Meaning(DirectionKind.UNKNOWN)
