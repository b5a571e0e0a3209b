"""A paragraph as people write it to a paragraph in our format: its cues canonical, its directions out of the speech."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from feltsense.importing.characters import comments
from feltsense.importing.directions import DirectionKind, Meaning, bracketed, parenthesised, pause_in, understood
from feltsense.importing.document import ImportChange, Turned
from feltsense.script.inline import InlineToken, TokenKind, tokens
from feltsense.script.parser import parse
from feltsense.script.sentences import ended
from feltsense.script.text import has_words


class Sort(StrEnum):
    """What a piece of a paragraph is."""

    TEXT = "text"
    CUE = "cue"
    COMMENT = "comment"
    LINE = "line"
    """A line end that was meant."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph; a cue and a comment with their brackets."""

    sort: Sort
    text: str = ""


@dataclass(slots=True)
class Cued:
    """A paragraph in our format."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    changes: list[ImportChange] = field(default_factory=list)


LONG_DOTS = 6
"""From so many on, dots are no ellipsis but a pause."""

BRACES = str.maketrans("{}", "[]")
"""Nobody speaks what stands in them either."""
_PARENTHESES = re.compile(r"\(([^()\n]{1,200})\)")
_DECORATION = " \t\n-–—*_=~.…:"
_LABEL = re.compile(
    r"(?:therapist|narrator|narration|voice|voice ?over|vo|speaker|facilitator|guide|host|instructor|teacher)\s*:\s+",
    re.IGNORECASE,
)
_TIME = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?(?:\s*(?:-->|[-–—])\s*(?=\d)|\s+|$)")
_LENGTH = r"(?: (?:for |about )*\d[\d.]* ?(?:seconds?|secs?|s|minutes?|mins?))"
_MARK_BEFORE, _MARK_AFTER = r"(?:…|(?<!\.)\.\.++|(?<!-)--++|[—–/{~|])", r"(?:…|\.\.+|--+|[—–/}~|])"
_IN_WORDS = re.compile(
    rf"{_MARK_BEFORE}[ ]?(?P<marked>(?:(?:long|short|brief) )?pause{_LENGTH}?)[ ]?{_MARK_AFTER}"
    rf"|(?:(?<=[.!?…] )|^\s*|(?<=\n))(?P<sentence>pause(?: here)?{_LENGTH})[.!]",
    re.IGNORECASE,
)
"""“…pause…”, “/pause/”, and a sentence “Pause for 5 seconds.”"""

_HTML = frozenset(
    "a abbr b big blockquote br center cite code dd del div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img "  # noqa: SIM905
    "ins kbd li mark ol p pre q s section small span strike strong sub sup table tbody td th thead tr tt u ul".split()
)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>()\[\]]+|\b[\w.+-]+@[\w-]+\.[\w.-]+")
_BACKGROUND = re.compile(r"\b(?:music|rain|ocean|sea|waves?|river|stream|wind|forest|birds?|noise)\b", re.IGNORECASE)
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")


def cued(text: str, place: int, *, blocks: bool) -> Cued:
    """Return a paragraph of plain signs in our format.

    Args:
        text: the paragraph; its line ends mean nothing unless they are written as ours are (two spaces, a backslash).
        place: where it stands.
        blocks: whether cues that open or close a block may stay cues.
    """
    reader = _Reader(place, blocks=blocks)
    rest = reader.head(text.translate(BRACES))
    whole = rest.strip(_DECORATION)
    dots = has_words(rest) is False and re.search(r"(?:…|\.\s*\.\s*\.)", rest)
    pause = pause_in(" ".join(whole.split())) if re.search(r"\bpause\b", whole, re.IGNORECASE) else None
    if dots or (pause and understood(pause)):
        reader.cue(rest.strip(), pause or "pause", same=False)
        return reader.made
    apart = re.fullmatch(r"\s*\(([^()]*)\)[\s.]*", rest)
    meaning = parenthesised(apart[1], apart=True) if apart else None
    if apart and meaning:
        reader.meant(rest.strip(), apart[1], meaning)
    else:
        reader.read(rest)
    return reader.made


class _Reader:
    def __init__(self, place: int, *, blocks: bool) -> None:
        self.made = Cued()
        self._place = place
        self._blocks = blocks

    def head(self, text: str) -> str:
        """Return `text` without the time stamps and the speaker's name that transcripts put before it."""
        rest = text
        while time := _TIME.match(rest):
            self._changed(Turned.LEFT_OUT, time[0].strip(), "a time stamp")
            rest = rest[time.end() :]
        label = _LABEL.match(rest)
        if label:
            self._changed(Turned.LEFT_OUT, label[0].strip(), "the name of who speaks")
            rest = rest[label.end() :]
        return rest

    def read(self, text: str) -> None:
        """Read a stretch that may hold comments."""
        cursor = 0
        for start, end in comments(text):
            self._spoken(text[cursor:start])
            self._comment(text[start + 4 : end - 3])
            cursor = end
        self._spoken(text[cursor:])

    def cue(self, before: str, cue: str, *, same: bool) -> None:
        """Put in a cue that stood there as `before`."""
        self._piece(Sort.CUE, f"[{cue}]")
        if not same:
            turned = Turned.BELL if cue.startswith("bell") else Turned.PAUSE
            self._changed(turned, before, f"[{cue}]")

    def meant(self, before: str, inner: str, meaning: Meaning) -> None:
        """Put in what brackets mean that stood there as `before`."""
        match meaning.kind:
            case DirectionKind.CUE:
                self.cue(before, meaning.cue, same=meaning.canonical)
            case DirectionKind.BLOCK if self._blocks:
                self.cue(before, meaning.cue, same=True)
            case DirectionKind.NOTE:
                self._noted(inner, before)
            case DirectionKind.PERHAPS_PAUSE:
                self._piece(Sort.CUE, "[pause]")
                self._question(before, inner, "How long is this pause?")
            case DirectionKind.TIME:
                self._changed(Turned.LEFT_OUT, before, "a time stamp")
            case DirectionKind.NOTHING:
                self._changed(Turned.LEFT_OUT, before, "nothing to say in it")
            case _ if _BACKGROUND.search(inner):
                self._question(before, inner, "Is this a background? For instance [soundscape ocean].")
            case _:
                self._question(before, inner)

    def _spoken(self, text: str) -> None:
        """Read a stretch without comments; pauses that stand in it in words are taken out."""
        cursor = 0
        for found in _IN_WORDS.finditer(text):
            pause = pause_in(" ".join((found["marked"] or found["sentence"]).split()))
            if pause and understood(pause):
                self._tokens(text[cursor : found.start()])
                self.cue(found[0].strip(), pause, same=False)
                cursor = found.end()
        self._tokens(text[cursor:])

    def _tokens(self, text: str) -> None:
        for token in tokens(text, 0, len(text), verse=False):
            raw = text[token.start : token.end]
            match token.kind:
                case TokenKind.TEXT:
                    self._text(raw)
                case TokenKind.CUE:
                    self._token_cue(raw, token)
                case TokenKind.ELLIPSIS:
                    self._dots(raw)
                case TokenKind.LINE:
                    self._piece(Sort.LINE)
                case TokenKind.TAG:
                    self._tag(raw)
                case TokenKind.STRAY:
                    self._changed(Turned.LEFT_OUT, raw, "a bracket without its partner")

    def _token_cue(self, raw: str, token: InlineToken) -> None:
        if raw.startswith("["):
            self.meant(raw, raw[1:-1], bracketed(raw[1:-1]))
        elif understood(token.cue):
            self.cue(raw, token.cue, same=False)
        else:
            self.meant(raw, raw.strip("<>()*_/"), Meaning(DirectionKind.PERHAPS_PAUSE))

    def _dots(self, raw: str) -> None:
        if raw.count(".") + 3 * raw.count("…") >= LONG_DOTS:
            self.cue(raw, "short pause", same=False)
            return
        if raw != "…":
            self._changed(Turned.SIGNS, raw, "…")
        self._piece(Sort.TEXT, "…")

    def _tag(self, raw: str) -> None:
        if _ADDRESS.search(raw):
            self._noted(raw.strip("<>"), raw)
            return
        pause = pause_in(raw.strip("</>"))
        if pause and understood(pause):
            self.cue(raw, pause, same=False)
            return
        name = _TAG_NAME.match(raw)
        if name and name[1].lower() in _HTML:
            self.made.changes.append(ImportChange(self._place, Turned.LEFT_OUT, raw, "HTML"))
        else:
            self._question(raw, raw.strip("<>"))

    def _noted(self, told: str, before: str) -> None:
        self.made.notes.append(_in_comments(told))
        self._changed(Turned.NOTE, before)

    def _text(self, text: str) -> None:
        """Put in spoken text, with addresses and the directions that stand in parentheses taken out."""
        for address in _ADDRESS.finditer(text):
            self._noted(address[0], address[0])
        text, cursor = _ADDRESS.sub(" ", text), 0
        for found in _PARENTHESES.finditer(text):
            apart = self._apart(text[cursor : found.start()]) or not has_words(text[found.end() :])
            meaning = parenthesised(found[1], apart=apart)
            if meaning is not None:
                self._piece(Sort.TEXT, _harmless(text[cursor : found.start()]))
                self.meant(found[0], found[1], meaning)
                cursor = found.end()
        self._piece(Sort.TEXT, _harmless(text[cursor:]))

    def _apart(self, before: str) -> bool:
        """Tell whether a sentence has ended, or none has begun, before what comes now."""
        said = before.strip() or next((p.text for p in reversed(self.made.pieces) if p.sort is Sort.TEXT), "").strip()
        return not has_words(said) or ended(said)

    def _question(self, before: str, inner: str, asked: str = "Is this said, a note, or a cue?") -> None:
        told = _in_comments(inner)
        self._piece(Sort.COMMENT, f"<!-- question: “{told}” stood here. {asked} -->")
        self._changed(Turned.QUESTION, before, asked)

    def _comment(self, inner: str) -> None:
        told = _in_comments(inner)
        wrong = parse(f"<!-- {told} -->\nText.", "comment").errors  # it may allow a rule without a reason
        if has_words(told):
            self._piece(Sort.COMMENT, f"<!-- question: {told} -->" if wrong else f"<!-- {told} -->")

    def _piece(self, sort: Sort, text: str = "") -> None:
        if text or sort is Sort.LINE:
            self.made.pieces.append(Piece(sort, text))

    def _changed(self, turned: Turned, before: str, after: str = "") -> None:
        """Tell of a change; what was on its two sides stays apart."""
        self._piece(Sort.TEXT, " " if turned in (Turned.NOTE, Turned.LEFT_OUT) else "")
        self.made.changes.append(ImportChange(self._place, turned, " ".join(before.split()), after))


def inert(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces of a paragraph so that nothing but its cues is taken for one once they stand side by side."""
    if any(_unasked(pieces)):
        return [Piece(p.sort, re.sub(r"[()<>*_\[\]]", " ", p.text)) if p.sort is Sort.TEXT else p for p in pieces]
    return pieces


def _unasked(pieces: list[Piece]) -> Iterator[InlineToken]:
    """Yield what would be taken for something that nobody wrote."""
    line = "".join(" " * len(p.text) if p.sort is Sort.COMMENT else f" {p.text} " for p in pieces)
    flat = line.replace("\n", " ")
    for token in tokens(flat, 0, len(flat), verse=False):
        if token.kind in (TokenKind.STRAY, TokenKind.TAG) or (token.kind is TokenKind.CUE and token.variant):
            yield token


def _harmless(text: str) -> str:
    return text.replace("<", "‹")


def _in_comments(text: str) -> str:
    """Return `text` on one line, without anything that would end or begin a comment."""
    return " ".join(text.replace("-->", " ").replace("<!--", " ").split())
