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
