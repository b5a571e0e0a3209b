"""What is wrong in a script, as records. How they look is somebody else's job (`cli/`)."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic matters: an error stops a render, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one source line."""

    line: int
    """From 1, in the file."""
    column: int
    """From 1, in characters."""
    end_column: int
    """The column after the last character."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding in a script."""

    code: str
    """`S…` the format's, `L…` language, `T…` timing."""
    severity: Severity
    span: Span
    message: str
    """What was found, in a sentence without its line."""
    hint: str = ""
    """What to write instead, or what to do."""
    replacement: str | None = None
    """What can be put in place of the span, when the mend is mechanical and changes nothing that is heard."""
    only_heard: bool = False
    """Whether no rule found it, but the classifier behind the rules: less sure than any other note."""


class GrammarError(Exception):
    """Something in the script that is not understood.

    Args:
        code: of `CODES`.
        message: what was found.
        hint: what to write instead.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


CODES = {
    "S001": "The file is longer than a script can be.",
    "S002": "The file is not UTF-8 text.",
    "S003": "There is nothing to speak.",
    "S004": "There is a background and nothing else, and no length for it.",
    "S010": "The front matter has no end.",
    "S011": "The front matter is not valid YAML.",
    "S012": "The front matter is larger, deeper or more tangled than it may be.",
    "S013": "A key of the front matter is not known.",
    "S014": "A value of the front matter is not of its kind.",
    "S015": "A key of the front matter that a library needs is missing.",
    "S016": "A key of the front matter stands there twice.",
    "S017": "A pronunciation is given for a word that is never said.",
    "S020": "A cue is not known.",
    "S021": "A bracket is not closed, or closes nothing.",
    "S022": "A length of time is not understood, or is out of bounds.",
    "S023": "A breath cue is not understood.",
    "S024": "A bell cue is not understood.",
    "S025": "A sound file is outside the script's folder.",
    "S026": "A number is out of bounds.",
    "S027": "A sound file or a soundscape that the script names is not there, or cannot be used.",
    "S028": "The voice of the script speaks another language, is not here, or is asked to speak too slowly.",
    "S030": "A block is not closed.",
    "S031": "[end] closes nothing.",
    "S032": "Blocks are nested too deeply.",
    "S033": "Repeats make the script longer than it may be.",
    "S034": "A cue stands in a heading.",
    "S035": "There are more different lengths than a script may have.",
    "S036": "The length of a heading does not fit what stands below it.",
    "S040": "HTML is not spoken.",
    "S041": "A picture character or symbol was left out.",
    "S042": "A link was left out; its words are spoken.",
    "S043": "A check comment gives no reason.",
    "S044": "A comment is not closed.",
    "S045": "It is a document of another program.",
    "S046": "Struck-through words were left out.",
    "S050": "Understood, and there is a plainer way to write it.",
    "S051": "Parentheses look like a cue, and are spoken.",
    "S052": "A heading names a length in another form than that which counts.",
    "S053": "A date in digits could be two days.",
    "S060": "A question of import is not answered yet; what it is about is spoken as written.",
    "S061": "A question of import is not answered yet, and leaves a hole in its sentence.",
    "S099": "More was found than is shown.",
}

QUESTION = "S060"
BLANK = "S061"
"""What only an answer mends, and so no mistake of who made the script."""

NOT_BESIDE = "S027"
UNFIT_VOICE = "S028"
"""Those that need more than the script's text, and so are found by `feltsense check` and not by the parser."""
