"""A paragraph as people write it, split into speech, cues and comments of our format; directions become notes.

What words in brackets mean is in `directions.py`: a new spelling of a cue belongs there. What transcripts put before
a paragraph (time stamps, speakers) is below, in `_TIME` and `_LABEL`.
"""

import re

from feltsense.importing.characters import BRACES, html_comments
from feltsense.importing.directions import (
    DirectionKind,
    Meaning,
    bracket_meaning,
    parenthesis_meaning,
    pause_cue,
    valid_cue,
)
from feltsense.importing.document import ChangeKind, ImportChange, ParagraphPieces, Piece, PieceKind
from feltsense.script.inline import InlineToken, TokenKind, tokens
from feltsense.script.parser import parse
from feltsense.script.sentences import ended
from feltsense.script.speech_breaks import NO_BREAK, break_tag
from feltsense.script.text import has_words

LONG_DOTS = 6
"""From so many on, dots are no ellipsis but a pause."""

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


def split_paragraph(text: str, place: int, *, blocks: bool) -> ParagraphPieces:
    """Return a paragraph, its characters normalised, split into pieces of our format.

    Args:
        text: the paragraph; its line ends mean nothing unless they are written as ours are (two spaces, a backslash).
        place: where it stands.
        blocks: whether cues that open or close a block may stay cues.
    """
    splitter = _ParagraphSplitter(place, blocks=blocks)
    rest = splitter.without_label(text.translate(BRACES))
    whole = rest.strip(_DECORATION)
    dots = has_words(rest) is False and re.search(r"(?:…|\.\s*\.\s*\.)", rest)
    pause = pause_cue(" ".join(whole.split())) if re.search(r"\bpause\b", whole, re.IGNORECASE) else None
    if dots or (pause and valid_cue(pause)):
        splitter.cue(rest.strip(), pause or "pause", same=False)
        return splitter.made
    apart = re.fullmatch(r"\s*\(([^()]*)\)[\s.]*", rest)
    meaning = parenthesis_meaning(apart[1], apart=True) if apart else None
    if apart and meaning:
        splitter.put_meaning(rest.strip(), apart[1], meaning)
    else:
        splitter.read(rest)
    return splitter.made


class _ParagraphSplitter:
    def __init__(self, place: int, *, blocks: bool) -> None:
        self.made = ParagraphPieces()
        self._place = place
        self._blocks = blocks

    def without_label(self, text: str) -> str:
        """Return `text` without the time stamps and the speaker's name that transcripts put before it."""
        rest = text
        while time := _TIME.match(rest):
            self._report(ChangeKind.LEFT_OUT, time[0].strip(), "a time stamp")
            rest = rest[time.end() :]
        label = _LABEL.match(rest)
        if label:
            self._report(ChangeKind.LEFT_OUT, label[0].strip(), "the name of who speaks")
            rest = rest[label.end() :]
        return rest

    def read(self, text: str) -> None:
        """Read a stretch that may hold comments."""
        cursor = 0
        for start, end in html_comments(text):
            self._spoken(text[cursor:start])
            self._comment(text[start + 4 : end - 3])
            cursor = end
        self._spoken(text[cursor:])

    def cue(self, before: str, cue: str, *, same: bool) -> None:
        """Put in a cue that stood there as `before`."""
        self._piece(PieceKind.CUE, f"[{cue}]")
        if not same:
            kind = ChangeKind.BELL if cue.startswith("bell") else ChangeKind.PAUSE
            self._report(kind, before, f"[{cue}]")

    def put_meaning(self, before: str, inner: str, meaning: Meaning) -> None:
        """Put in what brackets mean that stood there as `before`."""
        match meaning.kind:
            case DirectionKind.CUE:
                self.cue(before, meaning.cue, same=meaning.canonical)
            case DirectionKind.BLOCK if self._blocks:
                self.cue(before, meaning.cue, same=True)
            case DirectionKind.NOTE:
                self._note(inner, before)
            case DirectionKind.PERHAPS_PAUSE:
                self._piece(PieceKind.CUE, "[pause]")
                self._question(before, inner, "How long is this pause?")
            case DirectionKind.TIME:
                self._report(ChangeKind.LEFT_OUT, before, "a time stamp")
            case DirectionKind.NOTHING:
                self._report(ChangeKind.LEFT_OUT, before, "nothing to say in it")
            case _ if _BACKGROUND.search(inner):
                self._question(before, inner, "Is this a background? For instance [soundscape ocean].")
            case _:
                self._question(before, inner)

    def _spoken(self, text: str) -> None:
        """Read a stretch without comments; pauses that stand in it in words are taken out."""
        cursor = 0
        for found in _IN_WORDS.finditer(text):
            pause = pause_cue(" ".join((found["marked"] or found["sentence"]).split()))
            if pause and valid_cue(pause):
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
                    self._piece(PieceKind.LINE)
                case TokenKind.TAG:
                    self._tag(raw)
                case TokenKind.STRAY:
                    self._report(ChangeKind.LEFT_OUT, raw, "a bracket without its partner")

    def _token_cue(self, raw: str, token: InlineToken) -> None:
        if raw.startswith("["):
            self.put_meaning(raw, raw[1:-1], bracket_meaning(raw[1:-1]))
        elif valid_cue(token.cue):
            self.cue(raw, token.cue, same=False)
        else:
            self.put_meaning(raw, raw.strip("<>()*_/"), Meaning(DirectionKind.PERHAPS_PAUSE))

    def _dots(self, raw: str) -> None:
        if raw.count(".") + 3 * raw.count("…") >= LONG_DOTS:
            self.cue(raw, "short pause", same=False)
            return
        if raw != "…":
            self._report(ChangeKind.SIGNS, raw, "…")
        self._piece(PieceKind.TEXT, "…")

    def _tag(self, raw: str) -> None:
        if _ADDRESS.search(raw):
            self._note(raw.strip("<>"), raw)
            return
        if break_tag(raw) == NO_BREAK:
            self._report(ChangeKind.LEFT_OUT, raw, "it asks for no pause")
            return
        pause = pause_cue(raw.strip("</>"))
        if pause and valid_cue(pause):
            self.cue(raw, pause, same=False)
            return
        name = _TAG_NAME.match(raw)
        if name and name[1].lower() in _HTML:
            self.made.changes.append(ImportChange(self._place, ChangeKind.LEFT_OUT, raw, "HTML"))
        else:
            self._question(raw, raw.strip("<>"))

    def _note(self, text: str, before: str) -> None:
        self.made.notes.append(_comment_text(text))
        self._report(ChangeKind.NOTE, before)

    def _text(self, text: str) -> None:
        """Put in spoken text, with addresses and the directions that stand in parentheses taken out."""
        for address in _ADDRESS.finditer(text):
            self._note(address[0], address[0])
        text, cursor = _ADDRESS.sub(" ", text), 0
        for found in _PARENTHESES.finditer(text):
            apart = self._apart(text[cursor : found.start()]) or not has_words(text[found.end() :])
            meaning = parenthesis_meaning(found[1], apart=apart)
            if meaning is not None:
                self._piece(PieceKind.TEXT, _escape_tags(text[cursor : found.start()]))
                self.put_meaning(found[0], found[1], meaning)
                cursor = found.end()
        self._piece(PieceKind.TEXT, _escape_tags(text[cursor:]))

    def _apart(self, before: str) -> bool:
        """Tell whether a sentence has ended, or none has begun, before what comes now."""
        said = (
            before.strip() or next((p.text for p in reversed(self.made.pieces) if p.kind is PieceKind.TEXT), "").strip()
        )
        return not has_words(said) or ended(said)

    def _question(self, before: str, inner: str, question: str = "Is this said, a note, or a cue?") -> None:
        text = _comment_text(inner)
        self._piece(PieceKind.COMMENT, f"<!-- question: “{text}” stood here. {question} -->")
        self._report(ChangeKind.QUESTION, before, question)

    def _comment(self, inner: str) -> None:
        text = _comment_text(inner)
        wrong = parse(f"<!-- {text} -->\nText.", "comment").errors  # it may allow a rule without a reason
        if has_words(text):
            self._piece(PieceKind.COMMENT, f"<!-- question: {text} -->" if wrong else f"<!-- {text} -->")

    def _piece(self, kind: PieceKind, text: str = "") -> None:
        if text or kind is PieceKind.LINE:
            self.made.pieces.append(Piece(kind, text))

    def _report(self, kind: ChangeKind, before: str, after: str = "") -> None:
        """Report a change; what was on its two sides stays apart."""
        self._piece(PieceKind.TEXT, " " if kind in (ChangeKind.NOTE, ChangeKind.LEFT_OUT) else "")
        self.made.changes.append(ImportChange(self._place, kind, " ".join(before.split()), after))


def _escape_tags(text: str) -> str:
    return text.replace("<", "‹")


def _comment_text(text: str) -> str:
    """Return `text` on one line, without anything that would end or begin a comment."""
    return " ".join(text.replace("-->", " ").replace("<!--", " ").split())
