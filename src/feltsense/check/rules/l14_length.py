"""L14: what is to come, unsaid."""

from collections.abc import Iterator

from feltsense.check.context import LintContext
from feltsense.check.pattern import pattern
from feltsense.check.rule import Finding, Rule
from feltsense.check.silences import exceeds, is_announced, limit
from feltsense.script.diagnostics import Severity

_OPENING = 60.0
_SURPRISING = 20.0
_LENGTH = pattern(
    r"(?:\d+|a|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|few|couple of"
    r"|several|some|more)(?:-| )(?:more |long |short |quiet |slow |unhurried |or \w+ |to \w+ )*minutes?",
    r"half an hour|quarter of an hour|an hour|minutes?|(?:ninety|sixty|\d+) seconds",
)


def look(reading: LintContext) -> Iterator[Finding]:
    """Yield an opening that names no length, and each silence that comes as a surprise and that L15 lets pass."""
    outdoors = reading.front.practice == "nature"  # eyes open, and much to look at
    for take in reading.whole:
        early = [heard.sentence for heard in take.heard if heard.start < _OPENING]
        if early and not any(sentence.has(_LENGTH) for sentence in early):
            yield Finding(early[0], "The opening does not say how long this takes.")
        for quiet in take.quiets:
            surprising = not outdoors and exceeds(quiet, _SURPRISING) and not is_announced(quiet)
            if surprising and not exceeds(quiet, limit(reading.front, quiet)):
                message = f"This silence of about {quiet.length:.0f} seconds is not announced."
                yield Finding(
                    reading.line(quiet.line), message, "About half a minute of quiet; the voice will be back."
                )


RULE = Rule(
    code="L14",
    severity=Severity.WARNING,
    finds="the opening does not say how long; silences over 20 seconds unannounced",
    why=(
        "Who knows how long it lasts can stay. Unannounced, half a minute of silence raises the question whether it"
        " has stopped."
    ),
    better="This takes about six minutes, with two quiet moments.",
    look=look,
)
