"""T04: a length in a heading that its section does not get."""

from collections.abc import Iterator

from feltsense.check.lint_context import LintContext
from feltsense.check.rule import Finding, Rule, RuleLanguage
from feltsense.check.version import VersionView
from feltsense.script.diagnostics import Severity, Span
from feltsense.script.model import WishedLength
from feltsense.script.text import quoted
from feltsense.timeline.section_lengths import (
    SectionRoom,
    lengths_with_wishes,
    possible_section_lengths,
    section_targets,
    wish_clock,
)
from feltsense.units import clock, frames, frames_of_minutes


def _find(context: LintContext) -> Iterator[Finding]:
    """Yield each section that cannot last its length, and the offered lengths if none leaves every section its own."""
    told: set[Span] = set()
    for version in context.versions:
        for _, room in version.section_rooms:
            if room.wish and room.is_unmet and room.wish.span not in told:
                told.add(room.wish.span)
                yield _unmet(room.wish, room, version.label if len(context.versions) > 1 else "")
    given_up = [found for version in context.versions for found in _given_up(context, version)]
    if len(given_up) == len(context.versions):
        yield given_up[0]


def _unmet(wish: WishedLength, room: SectionRoom, label: str) -> Finding:
    more = (
        "take out words or pauses of a fixed length"
        if room.shortest > frames(wish.longest)
        else "let more of its pauses stretch, as in [pause 20s to 2m]"
    )
    return Finding(
        wish.span,
        f"By estimate this section cannot last {wish_clock(wish)}{label}, so it keeps its own length.",
        f"{possible_section_lengths(room.shortest, room.longest)} Ask for that, or {more}.",
    )


def _given_up(context: LintContext, version: VersionView) -> Iterator[Finding]:
    """Yield what is to be told where the length of a version is not that of its sections."""
    rooms = [room for _, room in version.section_rooms]
    if version.minutes is None or version.length_error is not None:
        return
    wanted = frames_of_minutes(version.minutes)
    for (start, room), target in zip(version.section_rooms, section_targets(rooms, wanted), strict=True):
        if target is not None and target != room.wished and room.wish and not room.keeps(target):
            possible = possible_section_lengths(*lengths_with_wishes(rooms), what="With the lengths of its sections it")
            yield Finding(
                context.front_matter_line("minutes"),
                f"By estimate the sections do not come to {clock(wanted)}: “{quoted(start.title)}” lasts "
                f"{clock(target)} instead of {wish_clock(room.wish)}.",
                f"{possible} Offer that, or change the lengths of sections.",
            )
            return


RULE = Rule(
    code="T04",
    severity=Severity.WARNING,
    finds="a length in a heading that its section cannot last",
    why="Silences are fitted to it as far as they stretch, and none is invented: this section lasts otherwise.",
    better="Ask for a length that it can last, or let more of its pauses stretch, as in [pause 20s to 2m].",
    find=_find,
    language=RuleLanguage.ANY,
)
