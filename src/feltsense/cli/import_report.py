"""What `feltsense import` tells of an imported script: for people on standard error, for programs as JSON."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from feltsense.cli.output import echo
from feltsense.importing.document import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feltsense.importing.convert import ImportedScript
    from feltsense.importing.document import ImportChange
    from feltsense.script.questions import Question

_SHOWN = 4
"""Changes of one kind that are listed one by one."""
_WIDEST = 60


def import_record(file: Path, target: Path | None, made: "ImportedScript") -> dict[str, Any]:
    """Return the report as plain data; without the script."""
    return {
        "path": str(file),
        "output": str(target) if target else None,
        "title": made.title,
        "sections": made.sections,
        "words": made.words,
        "questions": made.questions,
        "open_questions": [question_record(question) for question in made.open_questions],
        "practices": list(made.practices),
        "doubt": made.doubt,
        "places": made.place_unit,
        "changes": [_change_record(change) for change in made.changes],
    }


def question_record(question: "Question") -> dict[str, Any]:
    """Return an open question as plain data."""
    return {
        "line": question.span.line,
        "question": question.text,
        "choices": list(question.choices),
        "blank": question.blank,
    }


def _change_record(change: "ImportChange") -> dict[str, Any]:
    return {"place": change.place, "turned": change.kind, "before": change.before, "after": change.after}


def show_report(file: Path, made: "ImportedScript") -> None:
    """Show on standard error what became of what."""
    sections = f"{made.sections} section{'' if made.sections == 1 else 's'}"
    echo(f"“{made.title}”, from {file}: {sections}, {made.words} words to be spoken.", err=True)
    order = list(ChangeKind)
    kinds = sorted(made.changes, key=lambda change: order.index(change.kind))
    for kind, changes in groupby(kinds, key=lambda change: change.kind):
        _report_kind(kind, list(changes), made.place_unit)
    if made.doubt:
        echo(f"\n{made.doubt}", err=True)
    if made.practices:
        names = ", ".join(f"“{name}”" for name in made.practices)
        echo(f"\nThere are {len(made.practices)} practices in it: {names}.", err=True)
        echo("They are one script here; --split -o FOLDER writes a file of each.", err=True)


def show_questions(made: "ImportedScript", ask: str) -> None:
    """Say on standard error how many questions are open, and what asks them.

    Args:
        made: the script.
        ask: the command that does.
    """
    if not made.questions:
        return
    from feltsense.authoring.answering import offers_breath  # noqa: PLC0415 - not needed where nothing is asked

    verb = "question stands" if made.questions == 1 else "questions stand"
    echo(f"\n{made.questions} {verb} in the script (<!-- question: … -->).", err=True)
    blanks = sum(question.blank for question in made.open_questions)
    if blanks:
        hole = "One leaves a hole in its sentence" if blanks == 1 else f"{blanks} leave holes in their sentences"
        echo(f"  {hole}, and must be answered before it can be rendered.", err=True)
    breaths = sum(map(offers_breath, made.open_questions))
    if breaths:
        offer = "One offers" if breaths == 1 else f"{breaths} offer"
        echo(f"  {offer} a paced breath or a repeat: --breaths takes {'it' if breaths == 1 else 'them'}.", err=True)
    echo(f"  {ask} asks one by one; so does the desk.", err=True)


def _report_kind(kind: str, changes: "Sequence[ImportChange]", place_unit: str) -> None:
    for change in changes[:_SHOWN]:
        before = change.before if len(change.before) <= _WIDEST else change.before[: _WIDEST - 1] + "…"
        after = f" → {change.after}" if change.after else ""
        echo(f"  {kind:9} {place_unit} {change.place}: {before}{after}", err=True)
    if len(changes) > _SHOWN:
        echo(f"  {kind:9} … and {len(changes) - _SHOWN} more (--json tells all)", err=True)
