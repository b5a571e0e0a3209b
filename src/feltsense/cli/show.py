"""`feltsense show`: what an exercise is, and how it is paced."""

from typing import Any

import click

from feltsense.authoring.diagnose import AssetChecker
from feltsense.authoring.voice_diagnostics import voice_diagnostics
from feltsense.cli import timeline_view
from feltsense.cli.context import EXERCISE, MINUTES, pass_workspace
from feltsense.cli.diagnostics import diagnostic_pieces, load_or_show
from feltsense.cli.listing import closeness, exercise_record
from feltsense.cli.output import Styled, echo, echo_json
from feltsense.cli.wrapping import wrap_text
from feltsense.library.catalogue import find
from feltsense.script.model import Exercise
from feltsense.script.source import source_lines
from feltsense.script.text import spelled
from feltsense.system.paths import Workspace
from feltsense.timeline.report import Overview, SectionOverview, overview
from feltsense.units import Frames, clock, milliseconds


@click.command()
@click.argument("name", type=EXERCISE)
@click.option("--minutes", type=MINUTES, help="Another length than the first offered.")
@click.option("--timeline", "as_timeline", is_flag=True, help="A table and a picture: where is speech, where silence?")
@click.option(
    "--spoken", is_flag=True, help="All that will be spoken, line by line; first what may not be meant to be."
)
@click.option("--json", "as_json", is_flag=True, help="For programs: JSON on standard output.")
@pass_workspace
def command(
    workspace: Workspace, name: str, minutes: float | None, *, as_timeline: bool, spoken: bool, as_json: bool
) -> None:
    """Show what an exercise is, and its timing: sections, speech, silence, words a minute.

    NAME is an exercise (feltsense list) or a path to a script. Nothing is spoken for it: the length of each phrase
    is estimated from its words. The total is exact where a length is asked for. --spoken lists the words themselves.
    """
    script = find(name, workspace)
    if spoken:
        from feltsense.cli.spoken_view import show_spoken  # noqa: PLC0415 - all the rules, for this list only

        show_spoken(script, as_json=as_json)
        return
    exercise = load_or_show(script)
    found = overview(
        exercise, minutes, AssetChecker(script.slug, script.path.parent).measures(exercise.front, strict=True)
    )
    if as_json:
        echo_json(_record(exercise, found))
        return
    lines = source_lines(script.source)
    for unfit in voice_diagnostics(exercise, lines):  # else the times would be of what is never spoken
        echo(*diagnostic_pieces(unfit, lines, script.path), err=True)
    _show_exercise(exercise)
    if as_timeline:
        echo()
        timeline_view.show_timeline(found)
    else:
        _show_timing(found)


def _record(exercise: Exercise, found: Overview) -> dict[str, Any]:
    front, whole = exercise.front, found.figures
    return {
        **exercise_record(exercise.slug, front),
        "cautions": list(front.cautions),
        "next_step": front.next_step,
        "timing": {
            "estimated": True,
            "duration_ms": milliseconds(whole.length),
            "speech_ms": milliseconds(whole.speech),
            "silence_ms": milliseconds(whole.silence),
            "exact_silence_ms": milliseconds(found.exact),
            "elastic_silence_ms": milliseconds(found.elastic),
            "written_elastic_silence_ms": milliseconds(found.written),
            "words": whole.words,
            "pace": round(whole.pace),
            "words_per_minute": round(whole.words_per_minute),
            "longest_silence_ms": milliseconds(whole.longest_silence),
            "longest_silence_line": whole.longest_silence_line,
            "shortest_ms": milliseconds(found.shortest),
            "longest_ms": milliseconds(found.longest),
            "possible_ms": [[milliseconds(low), milliseconds(high)] for low, high in found.ranges],
            "sections": [_section(section) for section in found.sections],
        },
    }


def _section(section: SectionOverview) -> dict[str, Any]:
    start = milliseconds(section.start)
    return {
        "title": section.title,
        "line": section.line,
        "start_ms": start,
        # from start to end, so that they add up to the whole
        "duration_ms": milliseconds(Frames(section.start + section.length)) - start,
        "speech_ms": milliseconds(section.speech),
        "words": section.words,
        "words_per_minute": round(section.words_per_minute),
        "longest_silence_ms": milliseconds(section.longest_silence),
        "longest_silence_line": section.longest_silence_line,
        "shortest_ms": milliseconds(section.shortest),
        "longest_ms": milliseconds(section.longest),
        "wished_ms": [section.wish.shortest, section.wish.longest] if section.wish else None,
        "wish_possible": not section.is_wish_unmet if section.wish else None,
    }


def _show_exercise(exercise: Exercise) -> None:
    front = exercise.front
    echo(Styled(front.title, bold=True))
    facts = [spelled(front.practice), spelled(front.pathway), closeness(front)]
    lengths = ", ".join(f"{minutes:g}" for minutes in front.minutes)
    echo(wrap_text(" · ".join([fact for fact in facts if fact] + ([f"{lengths} minutes"] if lengths else []))))
    for text in (front.summary, *front.cautions, front.next_step and f"Afterwards: {front.next_step}"):
        if text:
            echo("\n", wrap_text(text))


def _show_timing(overview: Overview) -> None:
    found = overview.figures
    echo()
    width = max((len(section.wish_note) for section in overview.sections), default=0)
    for section in overview.sections:
        lasting = f"{clock(section.length):>6}{section.wish_note:<{width}}"
        echo(f"  {clock(section.start):>6}  {lasting}  {section.title}")
    for section in overview.sections:
        if section.is_wish_unmet:
            echo(f"\n  “{section.title}”, line {section.line}: {section.room}")
    shares = f"about {clock(found.speech)} of speech and {clock(found.silence)} of silence"
    echo()
    _echo_figure(clock(found.length), f"in all; {shares}")
    _echo_figure(f"{found.pace:.0f}", f"words a minute while speaking, {found.words_per_minute:.0f} over the whole")
    line = f" (line {found.longest_silence_line})" if found.longest_silence_line else ""
    _echo_figure(clock(found.longest_silence), f"is the longest silence{line}")


def _echo_figure(figure: str, about: str) -> None:
    """Print a figure with what it is, in columns."""
    echo(wrap_text(about, f"  {figure:>6} ", " " * 9))
