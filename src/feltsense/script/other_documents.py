"""Documents of other programs under the name of a script: one error with the way, not one for each of their tags."""

import re

from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.script.source import Source

_MARKS = (
    (r"<speak\b|<(?:prosody|voice|mstts)\b|<\?xml\b[^>]{0,200}>\s*<(?!html)", "This is speech markup (SSML)"),
    (
        r"<!doctype html|(?:<\?xml\b[^>]{0,200}>\s*)?<(?:html|head|body|div|main|article|section|p|span|table|style)\b",
        "This is a web page (HTML)",
    ),
    (r"\{\\rtf\d", "This is rich text (RTF)"),
    (
        r"WEBVTT\b|(?:\d{1,6}[ \t]*\n)?\d{1,2}:\d{2}(?::\d{2})?[.,]\d{3}[ \t]*-->",
        "These are subtitles",
    ),
    (r"\|[^\n]{1,400}\n[ \t]{0,8}\|[ \t]{0,8}:?-[-:| \t]{1,200}(?:\n|\Z)", "This is a table"),
    (r"[{\[]\s{0,80}(?:\{\s{0,80})?\"[^\"\n]{1,80}\"\s{0,80}:", "This is JSON"),
)
_FIRST = frozenset("<{[|wW0123456789")
"""Signs that one of them begins with."""


def other_document(source: Source, start: int) -> Diagnostic | None:
    """Return an error where the text from offset `start` on is another program's document, and None for a script."""
    begin = start + len(source.text[start:]) - len(source.text[start:].lstrip())
    if source.text[begin : begin + 1] not in _FIRST:
        return None
    for mark, what in _MARKS:
        if match := re.compile(mark, re.IGNORECASE).match(source.text, begin):
            message = f"{what}, and no script yet."
            hint = "feltsense import FILE -o NAME.md makes a script of it; put the names of the two files in."
            return Diagnostic("S045", Severity.ERROR, source.span(begin, match.end()), message, hint)
    return None
