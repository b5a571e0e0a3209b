"""HTML comments, struck-through words and link targets, blanked out so that every offset stays what it was."""

import re

from feltsense.script.cues import is_cue
from feltsense.script.diagnostics import Diagnostic, Severity
from feltsense.script.model import Allow
from feltsense.script.source import Source
from feltsense.script.variants import canonical

_COMMENT = re.compile(r"<!--(?P<inner>.*?)(?P<close>-->|\Z)", re.DOTALL)
_ALLOW = re.compile(r"\s*check:\s*allow\b(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_REASON = re.compile(r"\s+(?P<code>[A-Z]\d{2,3})\s+because\s+(?P<reason>.*\w.*)", re.DOTALL | re.IGNORECASE)
STRUCK = re.compile(r"(?<![~\\])~~(?![~\s])(?P<words>(?:[^~\n]|~(?!~)|\n(?![ \t]*\n)){1,2000}+)(?<!\s)~~(?!~)")
"""Words between ~~ and ~~ in one paragraph."""

_NOT_LINE_END = re.compile(r"[^\n]")
_TARGET = r"[^()\s]*[./#:@][^()\s]*(?: \"[^\"()\n]*\")?"
_LINK = re.compile(rf"(?P<open>!?\[)(?P<words>[^\[\]\n]+)(?P<target>\]\((?:{_TARGET})\))")


def allows(source: Source, start: int) -> tuple[Allow, ...]:
    """Return what the comments from offset `start` on allow, with their reasons."""
    found = []
    for match in _COMMENT.finditer(source.text, start):
        allow = _ALLOW.fullmatch(match["inner"])
        reason = _REASON.fullmatch(allow["rest"]) if allow else None
        if reason:
            said = " ".join(reason["reason"].split())
            found.append(Allow(reason["code"].upper(), said, source.span(*match.span())))
    return tuple(found)


def blanked(source: Source, start: int) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the source with spaces for what is not spoken from offset `start` on, and what was found.

    These are comments, struck-through words and link targets.
    The text has the length of the source; line ends stay.
    """
    found: list[Diagnostic] = []
    text = source.text[start:]
    for match in _COMMENT.finditer(text):
        found += _comment_trouble(source, match, start)
    text = _COMMENT.sub(_spaces, text)
    for match in STRUCK.finditer(text):
        message, span = "These struck-through words are left out.", source.span(*_place(match, start))
        hint = "Take them out; or take the ~~ out, and they are spoken."
        found.append(Diagnostic("S046", Severity.WARNING, span, message, hint))
    text = STRUCK.sub(_spaces, text)
    for match in _LINK.finditer(text):
        if _is_link(match):
            message, span = "The link was left out; its words are spoken.", source.span(*_place(match, start))
            found.append(Diagnostic("S042", Severity.WARNING, span, message, "Write the words alone."))
    return source.text[:start] + _LINK.sub(_words_alone, text), tuple(found)


def _comment_trouble(source: Source, match: re.Match[str], start: int) -> list[Diagnostic]:
    span = source.span(*_place(match, start))
    if not match["close"]:
        message = "This comment never ends, and all that follows would not be spoken."
        return [Diagnostic("S044", Severity.ERROR, span, message, "Write --> at its end.")]
    allow = _ALLOW.fullmatch(match["inner"])
    if allow and not _REASON.fullmatch(allow["rest"]):
        hint = "Write <!-- check: allow L03 because … --> with the rule and your reason."
        return [Diagnostic("S043", Severity.ERROR, span, "A rule is only allowed with a reason.", hint)]
    return []


def _spaces(match: re.Match[str]) -> str:
    return _NOT_LINE_END.sub(" ", match[0])


def _place(match: re.Match[str], start: int) -> tuple[int, int]:
    return start + match.start(), start + match.end()


def _is_link(match: re.Match[str]) -> bool:
    """Tell whether this is no cue with parentheses behind it."""
    return "://" in match["target"] or not (is_cue(match["words"]) or canonical(match["words"]))


def _words_alone(match: re.Match[str]) -> str:
    if not _is_link(match):
        return match[0]
    return " " * len(match["open"]) + match["words"] + " " * len(match["target"])
