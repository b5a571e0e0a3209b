"""`feltsense list`: the exercises there are."""

import shutil
from collections.abc import Sequence
from typing import Any

import click

from feltsense.cli.context import LANGUAGE, pass_workspace
from feltsense.cli.output import Styled, echo, echo_json
from feltsense.library.catalogue import Entry, list_exercises
from feltsense.library.languages import ENGLISH, language_name, language_of, listener_language
from feltsense.library.list_index import FrontSummary
from feltsense.script.model import FrontMatter
from feltsense.script.text import spelled
from feltsense.system.paths import Workspace
from feltsense.system.printable import printable_line, shortened

_TITLE, _NEEDED, _LEAST = 1, 3, 8
"""Which cell is the title; so many cells are always shown: name, title and lengths; the fewest columns of a title."""

NO_EXERCISE = "There is no exercise here yet; feltsense new begins one."

_CLOSENESS = {1: "outward", 2: "inward", 3: "tender"}
"""How close an exercise goes, by its tier."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON list on standard output.")
@click.option("--language", metavar="TAG", type=LANGUAGE, help="Only those in this language: es, de, en.")
@pass_workspace
def command(workspace: Workspace, *, as_json: bool, language: str | None) -> None:
    """Show the exercises there are: your own, and those that came with feltsense.

    Those in the language of your system come first. The name in the first column is what the other commands ask for.
    """
    listing = list_exercises(workspace)
    for problem in listing.unreadable_folders:
        echo(f"{problem.message} Its exercises are left out.", err=True)
    for problem in listing.problems:
        echo(f"{problem.path.name} is left out: {problem.message}", err=True)
    wanted = language and language_of(language)
    entries = [entry for entry in listing.entries if wanted in (None, entry.language)]
    if as_json:
        echo_json([exercise_record(entry.slug, entry.front) | {"path": str(entry.path)} for entry in entries])
    elif entries:
        _show(entries)
    elif wanted:
        echo(f"No exercise is in {language_name(wanted)}.", err=True)


def _show(entries: Sequence[Entry]) -> None:
    """Print a table, by pathway; the listener's language first, then English, then all others."""
    rows = [_row(entry) for entry in entries]
    widths = _widths(rows, shutil.get_terminal_size((100, 24)).columns)
    first = listener_language()
    shown = first if any(entry.language == first for entry in entries) else ENGLISH
    lines: dict[tuple[int, str, str], list[str]] = {}
    for entry, row in zip(entries, rows, strict=True):
        cells = (shortened(cell, width).ljust(width) for cell, width in zip(row, widths, strict=False))
        group = _rank(entry.language, shown), entry.language, entry.front.pathway
        lines.setdefault(group, []).append(f"  {'  '.join(cells)}".rstrip())
    for (_, language, pathway), several in sorted(lines.items()):
        heading = spelled(pathway).capitalize() or "Without a pathway"
        echo(Styled(heading if language == shown else f"{heading}, in {language_name(language)}", bold=True))
        echo("\n".join(several), "\n")


def _rank(language: str, shown: str) -> int:
    return next((rank for rank, each in enumerate((shown, ENGLISH)) if each == language), 2)


def _widths(rows: Sequence[tuple[str, ...]], room: int) -> list[int]:
    """Return the columns that each cell has; where there is little room, the last ones are left out, titles cut."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    while len(widths) > _NEEDED and sum(widths) + 2 * len(widths) > room:
        widths.pop()
    over = sum(widths) + 2 * len(widths) - room
    if over > 0:
        widths[_TITLE] = max(_LEAST, widths[_TITLE] - over)
    return widths


def _row(entry: Entry) -> tuple[str, ...]:
    front = entry.front
    minutes = ", ".join(f"{each:g}" for each in front.minutes)
    return (
        printable_line(entry.slug),
        printable_line(front.title),
        f"{minutes} min" if minutes else "",
        closeness(front),
        printable_line(spelled(front.practice)),
    )


def closeness(front: FrontMatter | FrontSummary) -> str:
    """Return in a word how close an exercise goes; empty where it does not say."""
    return _CLOSENESS.get(front.tier, "")


def exercise_record(slug: str, front: FrontMatter | FrontSummary) -> dict[str, Any]:
    """Return what an exercise is, as plain data, the same in every JSON listing."""
    return {
        "slug": slug,
        "title": front.title,
        "summary": front.summary,
        "practice": front.practice,
        "pathway": front.pathway,
        "tier": front.tier,
        "minutes": list(front.minutes),
        "language": front.language,
    }
