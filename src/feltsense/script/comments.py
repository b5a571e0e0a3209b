"""HTML comments and link targets, blanked out of the text so that every offset stays what it was."""

import re

from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.script.source import Source

_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_ALLOW = re.compile(r"\s*check:\s*allow\b(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_REASON = re.compile(r"\s+[A-Z]\d{2,3}\s+because\s+\S.*", re.DOTALL | re.IGNORECASE)
_NOT_LINE_END = re.compile(r"[^\n]")
_LINK = re.compile(r"(?P<open>!?\[)(?P<words>[^\[\]\n]+)(?P<target>\]\([^()\n]*\))")


def blanked(source: Source, start: int) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the source with spaces for its comments and link targets from offset `start` on, and what was found.

    The text has the length of the source; line ends stay.
    """
    text, found = source.text, []
    for match in _COMMENT.finditer(text, start):
        allow = _ALLOW.fullmatch(match[1])
        if allow and not _REASON.fullmatch(allow["rest"]):
            hint = "Write <!-- check: allow L03 because … --> with the rule and your reason."
            message, span = "A rule is only allowed with a reason.", source.span(match.start(), match.end())
            found.append(Diagnostic("S043", Severity.ERROR, span, message, hint))
    text = text[:start] + _COMMENT.sub(lambda match: _NOT_LINE_END.sub(" ", match[0]), text[start:])
    for match in _LINK.finditer(text, start):
        message, span = "The link was left out; its words are spoken.", source.span(match.start(), match.end())
        found.append(Diagnostic("S042", Severity.WARNING, span, message, "Write the words alone."))
    text = text[:start] + _LINK.sub(_words_alone, text[start:])
    return text, tuple(found)


def _words_alone(match: re.Match[str]) -> str:
    return " " * len(match["open"]) + match["words"] + " " * len(match["target"])
