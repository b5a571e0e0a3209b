"""What asides and speech of a paragraph become, piece by piece, with a report of each."""

from feltsense.importing.document import ChangeKind, ImportChange, ParagraphPieces, Piece, PieceKind
from feltsense.importing.meanings import DirectionKind, Meaning
from feltsense.script import inline
from feltsense.script.inline import TokenKind
from feltsense.script.lazy_pattern import LazyPattern
from feltsense.script.parser import parse
from feltsense.script.questions import NOTHING, question_comment
from feltsense.script.text import has_words

LONG_DOTS = 6
"""From so many on, dots are no ellipsis but a pause."""
TAG_LEFT_OUT = "HTML"
"""What is told of a tag of a web page."""
ADDRESS = LazyPattern(r"\b(?:https?://|www\.)[^\s<>()\[\]]+|\b[\w.+-]{1,128}@[\w-]+\.[\w.-]+")
"""Of the web, or for mail."""
_ENDINGS = ("s", "es", "'s", "r", "n", "ed")
"""What is said together with the word before its bracket: “hand[s]”."""


class PieceWriter:
    """Writes the pieces of one paragraph."""

    def __init__(self, place: int, *, blocks: bool) -> None:
        """Write what stands at `place`; `blocks` tells whether cues that open or close a block may stay cues."""
        self.made = ParagraphPieces()
        self.said = ""
        """The last piece with words in it."""
        self._place = place
        self._blocks = blocks

    def tokens(self, text: str) -> None:
        """Put in speech, with its ellipses and the line ends that were meant."""
        for token in inline.tokens(text, 0, len(text), verse=False):
            raw = text[token.start : token.end]
            match token.kind:
                case TokenKind.TEXT | TokenKind.CUE | TokenKind.TAG:
                    self.text(raw)
                case TokenKind.ELLIPSIS:
                    self._dots(raw)
                case TokenKind.LINE:
                    self.piece(PieceKind.LINE)
                case TokenKind.STRAY:
                    self.report(ChangeKind.LEFT_OUT, raw, "a bracket without its partner")

    def put(self, before: str, inner: str, meaning: Meaning) -> None:
        """Put in what an aside means that stood there as `before`."""
        match meaning.kind:
            case DirectionKind.BLOCK if not self._blocks:
                unpaired = "Its partner is missing: is this said, a note, or left out?"
                self._ask(
                    before, inner, Meaning(DirectionKind.QUESTION, question=unpaired, choices=(f"> {inner}", NOTHING))
                )
            case DirectionKind.CUE | DirectionKind.BLOCK:
                self._cues(before, inner, meaning)
            case DirectionKind.NOTE:
                self.note(inner, before)
            case DirectionKind.QUESTION | DirectionKind.PERHAPS_PAUSE:
                self._ask(before, inner, meaning)
            case DirectionKind.COUNTS:
                self.piece(PieceKind.TEXT, meaning.spoken)
                self.report(ChangeKind.SIGNS, before, meaning.spoken)
            case DirectionKind.TIME:
                self.report(ChangeKind.LEFT_OUT, before, "a time stamp")
            case DirectionKind.NOTHING if meaning.told == TAG_LEFT_OUT:  # a word may go on behind it
                self.piece(PieceKind.TEXT, meaning.spoken)
                self.made.changes.append(ImportChange(self._place, ChangeKind.LEFT_OUT, before, meaning.told))
            case DirectionKind.NOTHING:
                self.report(ChangeKind.LEFT_OUT, before, meaning.told)

    def _cues(self, before: str, inner: str, meaning: Meaning) -> None:
        for name in meaning.cues:
            self.piece(PieceKind.CUE, f"[{name}]")
        if meaning.noted:
            self.made.notes.append(one_comment(inner))
        if not meaning.canonical or not before.startswith("["):
            kind = ChangeKind.BELL if meaning.cues[0].startswith("bell") else ChangeKind.PAUSE
            after = " ".join(f"[{name}]" for name in meaning.cues)
            self.report(kind, before, f"{after} ({meaning.told})" if meaning.told else after)

    def _ask(self, before: str, inner: str, meaning: Meaning) -> None:
        """Put in a question, behind the words or the pause that stand there until it is answered."""
        about = meaning.spoken or inner
        question = meaning.question
        for name in meaning.cues:
            self.piece(PieceKind.CUE, f"[{name}]")
            about, question = f"[{name}]", f"{question} “{one_comment(inner)}” stood here."
        if meaning.spoken:
            apart = "" if meaning.spoken in _ENDINGS else " "
            self.piece(PieceKind.TEXT, f"{apart}{meaning.spoken}")
        self.piece(PieceKind.COMMENT, question_comment(question, meaning.choices, about))
        self.report(ChangeKind.QUESTION, before, question)

    def _dots(self, raw: str) -> None:
        if raw.count(".") + 3 * raw.count("…") >= LONG_DOTS:
            self.put(raw, "", Meaning(DirectionKind.CUE, ("short pause",), canonical=False))
            return
        if raw != "…":
            self.report(ChangeKind.SIGNS, raw, "…")
        self.piece(PieceKind.TEXT, "…")

    def note(self, text: str, before: str) -> None:
        """Put in a note that stood there as `before`."""
        self.made.notes.append(one_comment(text))
        self.report(ChangeKind.NOTE, before)

    def text(self, text: str) -> None:
        """Put in spoken text, with addresses taken out."""
        for address in ADDRESS.finditer(text):
            self.note(address[0], address[0])
        self.piece(PieceKind.TEXT, _escape_tags(ADDRESS.sub(" ", text)))

    def comment(self, inner: str) -> None:
        """Put in a comment of the source."""
        text = one_comment(inner)
        wrong = parse(f"<!-- {text} -->\nText.", "comment").errors  # it may allow a rule without a reason
        if has_words(text):
            self.piece(PieceKind.COMMENT, f"<!-- question: {text} -->" if wrong else f"<!-- {text} -->")

    def piece(self, kind: PieceKind, text: str = "") -> None:
        """Put in one piece, unless it is empty."""
        if text or kind is PieceKind.LINE:
            self.made.pieces.append(Piece(kind, text))
        if kind is PieceKind.TEXT and has_words(text):
            self.said = text

    def report(self, kind: ChangeKind, before: str, after: str = "") -> None:
        """Report a change; what was on its two sides stays apart."""
        self.piece(PieceKind.TEXT, " " if kind in (ChangeKind.NOTE, ChangeKind.LEFT_OUT) else "")
        self.made.changes.append(self.change(kind, before, after))

    def change(self, kind: ChangeKind, before: str, after: str) -> ImportChange:
        """Return what became of `before`, for the report."""
        return ImportChange(self._place, kind, " ".join(before.split()), after)


def _escape_tags(text: str) -> str:
    return text.replace("<", "‹")


def one_comment(text: str) -> str:
    """Return `text` on one line, without anything that would end or begin a comment."""
    return " ".join(text.replace("-->", " ").replace("<!--", " ").split())
