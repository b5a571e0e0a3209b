"""`feltsense journal list`, `show` and `note`: the listener's own record, to look at and to write a line to."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime

import click

from feltsense.cli.output import ask_line, echo, echo_json
from feltsense.cli.wrapping import WIDEST, columns, wrap_lines, wrap_text
from feltsense.errors import JournalError
from feltsense.journal.files import journal_exists
from feltsense.journal.insight import SCALES
from feltsense.journal.model import EVERYTHING, Practice, PracticeFilter
from feltsense.journal.practice_page import PageBlock, before_and_after, heard, practice_page
from feltsense.journal.queries import PractisedExercise
from feltsense.journal.records import practice_record
from feltsense.journal.store import Journal, open_journal
from feltsense.journal.summary import JournalSummary, exercise_page, practices_in_words, summarise
from feltsense.system.paths import data_home
from feltsense.system.printable import printable, printable_line, shortened

_TITLE = 25
"""Columns of a title in a list."""

_SLUG = 36
_DEEP = " " * 8
_NUMBERS = "Behind each length: distress before and after, then alone or connected."
_AS_JSON = click.option("--json", "as_json", is_flag=True, help="For programs: JSON on standard output.")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("list", short_help="Show your practices.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many, the newest first.")
@click.option(
    "--find", "text", default="", metavar="WORDS", help="Those with these words in your lines or their title."
)
@click.option("--exercise", metavar="NAME", help="Those of one exercise, by its short name or its title.")
@click.option("--from", "since", type=_DAY, metavar="DAY", help="From this day on, as 2026-11-30.")
@click.option("--to", "until", type=_DAY, metavar="DAY", help="Up to this day, and that one, too.")
@_AS_JSON
def list_(
    limit: int, text: str, exercise: str | None, since: datetime | None, until: datetime | None, *, as_json: bool
) -> None:
    """Show your practices, the newest first, and what they say together.

    The number in the first column is what show, note and delete ask for; behind the length come the numbers before
    and after: distress, then alone or connected. What is said of them together speaks of all that are meant, also
    where only some are shown.
    """
    if not journal_exists(data_home()):
        _show_list((), None, as_json=as_json)
        return
    with opened_journal() as journal:
        slug = _slug_of(journal, exercise) if exercise is not None else None
        chosen = PracticeFilter(text, slug, since and since.date(), until and until.date())
        found, summary = journal.practices(limit, 0, chosen), summarise(journal, chosen)
    _show_list(found, summary, as_json=as_json, every=chosen == EVERYTHING)


def _show_list(
    found: tuple[Practice, ...], summary: JournalSummary | None, *, as_json: bool, every: bool = True
) -> None:
    """Print practices on standard output, and what is said of them on standard error."""
    for practice in found:
        show_damage(practice)
    if as_json:
        echo_json([_record(each) for each in found])
        return
    for practice in found:
        for line in _row(practice):
            echo(line)
    if found and columns() >= WIDEST:
        echo("\n", _NUMBERS, err=True)
    if summary is None or not summary.totals.rows:
        echo("No practices yet." if every else "No such practices.", err=True)
        return
    if summary.totals.rows > len(found):
        echo(f"  {len(found)} of {summary.totals.rows}; --limit shows more.", err=True)
    for sentence in ("", *summary.sentences()):
        echo(wrap_text(sentence), err=True)


def _slug_of(journal: Journal, name: str) -> str:
    """Return the slug of the exercise that is called so in the journal.

    Raises:
        JournalError: there is none.
    """
    there = journal.exercises()
    meant = next((each for each in there if name.casefold() in (each.slug.casefold(), each.title.casefold())), None)
    if meant is None:
        known = ", ".join(printable_line(each.slug) for each in there)
        raise JournalError(f"“{name}” was not practised yet.", f"These were: {known}." if known else "")
    return meant.slug


@click.command(short_help="Show one practice.")
@click.argument("number", type=int)
@_AS_JSON
def show(number: int, *, as_json: bool) -> None:
    """Show one practice: what was done, and what you said before and after."""
    with existing_journal() as journal:
        practice = journal.practice(number)
    show_damage(practice)
    if as_json:
        echo_json(_record(practice))
        return
    for each in _page(practice):
        echo(each)


@click.command(short_help="Show what was there, by exercise.")
@click.argument("name", required=False)
@_AS_JSON
def exercises(name: str | None, *, as_json: bool) -> None:
    """Show which exercises you practised; with a NAME, what was there when you did that one.

    They stand in the order of their titles: none is better than another.
    """
    with existing_journal() as journal:
        if name is not None:
            page = exercise_page(journal, _slug_of(journal, name))
            _show_page(page, as_json=as_json)
            return
        there = journal.exercises()
    if as_json:
        echo_json([{**asdict(each), "last": each.last.isoformat()} for each in there])
        return
    for exercise in there:
        for line in _exercise_row(exercise):
            echo(line)


@click.command(short_help="Write a line to a practice, also later.")
@click.argument("number", type=int)
@click.option("--remove", is_flag=True, help="Remove the line for good.")
def note(number: int, *, remove: bool) -> None:
    """Write a line to a practice that is over, or another one; that it was written later is noted.

    The line is asked for, or read from standard input: what is written after a command stays in a shell's history.
    """
    with existing_journal() as journal:
        practice = journal.practice(number)
        if remove:
            journal.write_note(number, "")
            echo("Removed for good." if practice.after.note else "There was no line.", err=True)
            return
        if practice.after.note:
            echo(f"Your line until now: {practice.after.note}", err=True)
        written = ask_line("A line for yourself; an empty one changes nothing")
        if written.strip():
            journal.write_note(number, written)
        echo("Kept." if written.strip() else "Nothing was changed.", err=True)


def existing_journal() -> Journal:
    """Open the journal that is there: looking makes none.

    Raises:
        JournalError: there is none.
    """
    if not journal_exists(data_home()):
        raise JournalError("There is no journal yet.", "It begins with your first practice.")
    return opened_journal()


def opened_journal() -> Journal:
    """Open the journal, and make one where there is none; tell of a damaged one that was set aside."""
    journal = open_journal(data_home())
    if journal.set_aside:
        echo(f"The journal was damaged. It is now {journal.set_aside}; a new one begins.", err=True)
    return journal


def _row(practice: Practice) -> list[str]:
    """Return a practice: number, when, what, how long, both scales before and after; in words where it is narrow."""
    number, title = f"{practice.id:>6}  {practice.began_at:%Y-%m-%d %H:%M}", printable_line(practice.title)
    distress, connection = (before_and_after(practice, field) for field in SCALES)
    if columns() < WIDEST:
        scales = f"distress {distress}, alone or connected {connection}"
        return [*wrap_lines(f"{number}  {title}", hanging=_DEEP), *wrap_lines(f"{heard(practice)}, {scales}", _DEEP)]
    title = shortened(title, _TITLE)
    return [f"{number}  {title:{_TITLE}} {heard(practice):>10}  {distress:>7}  {connection:>7}"]


def _exercise_row(exercise: PractisedExercise) -> list[str]:
    """Return an exercise: short name, how often, when last."""
    slug = shortened(printable_line(exercise.slug), _SLUG)
    often = f"{practices_in_words(exercise.practices)}, the last on {exercise.last:%Y-%m-%d}"
    if columns() < WIDEST:
        return [slug, *wrap_lines(often, "  ")]
    return [f"{slug:{_SLUG}}  {often:>39}"]


def _show_page(page: tuple[PageBlock, ...], *, as_json: bool) -> None:
    """Print a page on standard output."""
    if as_json:
        echo_json([asdict(block) for block in page])
        return
    for line in _block_lines(page):
        echo(line)


def _block_lines(blocks: tuple[PageBlock, ...]) -> Iterator[str]:
    """Yield the blocks of a page in lines of at most 80 columns."""
    for number, block in enumerate(blocks):
        yield from [""] if number else []
        yield from [printable(block.head)] if block.head else []
        for line in block.lines:
            yield from wrap_lines(printable(line))


def _page(practice: Practice) -> Iterator[str]:
    """Yield all of a practice, line by line."""
    title, *blocks = practice_page(practice)
    yield from wrap_lines(f"{printable_line(title.head)}  ({printable_line(practice.slug)})")
    for text in title.lines:
        yield from wrap_lines(text)
    for block in blocks:
        for text in block.lines:
            yield from wrap_lines(printable(f"{block.head}: {text}" if block.head else text))


def show_damage(practice: Practice) -> None:
    """Say on standard error what of a practice cannot be read, and what can be done."""
    if practice.damaged:
        what = ", ".join(practice.damaged)
        echo(f"Practice {practice.id} is damaged in the journal's file: {what} cannot be read.", err=True)
        echo(f"  It is kept as it is; feltsense journal delete {practice.id} deletes it.", err=True)


def _record(practice: Practice) -> dict[str, object]:
    return {"id": practice.id, **practice_record(practice, notes=True), "played": practice.played}
