"""`[breathe in 4 hold 2 out 6 for 5 rounds with words]`, from text to a node."""

import re

from feltsense.script.diagnostics import GrammarError, Span
from feltsense.script.durations import DURATION, WHOLE_NUMBER, compiled, milliseconds_of, number_of
from feltsense.script.model import Breath, Guide, Phase, PhaseKind
from feltsense.script.text import quoted
from feltsense.units import Ms

MOST_ROUNDS = 200
SHORTEST_MS, LONGEST_MS = 1000, 30_000

_TIMES = rf"(?P<rounds>{WHOLE_NUMBER}) ?(?:rounds?|breaths?|times|cycles?)"
_CUE = (
    r"(?:breathe?:?)?\s*(?P<phases>.*?)"
    rf"\s*(?:\bfor (?:{_TIMES}|(?P<length>{DURATION})))?"
    r"\s*(?:\bwith (?P<guide>words|tones))?"
)
_PHASE = (
    r"\s*(?P<kind>(?:breathe )?in|(?:breathe )?out|inhale|exhale|hold)(?: for)?(?: a count of| the count of)? ?"
    rf"(?P<number>\d{{1,4}}(?:\.\d{{1,3}})?|{WHOLE_NUMBER})"
    r" ?(?:seconds?|secs?|counts?|s)?\s*(?:,|and then\b|and\b|then\b)?\s*"
)
_KINDS = {
    "breathe in": PhaseKind.IN,
    "breathe out": PhaseKind.OUT,
    "in": PhaseKind.IN,
    "inhale": PhaseKind.IN,
    "hold": PhaseKind.HOLD,
    "out": PhaseKind.OUT,
    "exhale": PhaseKind.OUT,
}
_IN_WORDS = "A breath has in and out, each with its seconds, and for how many rounds or minutes it goes on."
_EXAMPLE = "For instance [breathe in 4 out 6 for 5 rounds]."


def breath(text: str, span: Span) -> Breath:
    """Return the breath that `text` (lower case, single spaces, no brackets) asks for.

    Raises:
        GrammarError: it is not understood, or something in it is out of bounds.
    """
    match = compiled(_CUE).fullmatch(text)
    phases = _phases(match["phases"]) if match else ()
    if match is None or not phases:
        raise GrammarError("S023", "This breath is not understood.", _hint(text))
    if not {PhaseKind.IN, PhaseKind.OUT} <= {phase.kind for phase in phases}:
        raise GrammarError("S023", "A breath goes in and out.", _hint(text))
    guide = Guide(match["guide"]) if match["guide"] else Guide.BOTH
    return Breath(phases, _rounds(match, sum(phase.length for phase in phases)), guide, span)


def _hint(text: str) -> str:
    """Return an example where no other numbers were written."""
    return _IN_WORDS if compiled(WHOLE_NUMBER).search(text) else _EXAMPLE


def _phases(text: str) -> tuple[Phase, ...]:
    phases, cursor = [], 0
    while cursor < len(text):
        match = compiled(_PHASE).match(text, cursor)
        if not match:
            raise GrammarError(
                "S023",
                f"“{quoted(text[cursor:])}” is no part of a breath.",
                "Its parts are in, out and hold, each with its seconds.",
            )
        cursor = match.end()
        length = Ms(round(number_of(match["number"]) * 1000))
        if not SHORTEST_MS <= length <= LONGEST_MS:
            message = f"A part of a breath lasts from 1 to 30 seconds, not {match['number']}."
            raise GrammarError("S026", message, _hint(text))
        phases.append(Phase(_KINDS[match["kind"]], length))
    return tuple(phases)


def _rounds(match: re.Match[str], round_ms: int) -> int:
    """Return the rounds asked for, or as many whole ones as fit into the time, at least one."""
    if match["rounds"]:
        rounds = int(number_of(match["rounds"][:6] if match["rounds"][0].isdigit() else match["rounds"]))
    elif match["length"]:
        length = milliseconds_of(match["length"])
        if length is None:
            raise GrammarError(
                "S022", f"“{quoted(match['length'])}” is no length of time that can be kept.", _hint(match[0])
            )
        rounds = max(1, length // round_ms)
    else:
        hint = f"For instance [{quoted(match[0].strip(), 80)} for 5 rounds]."
        raise GrammarError("S023", "How long this breath goes on is missing.", hint)
    if not 1 <= rounds <= MOST_ROUNDS:
        raise GrammarError("S026", f"{rounds} rounds are out of bounds.", f"Write from 1 to {MOST_ROUNDS} rounds.")
    return rounds
