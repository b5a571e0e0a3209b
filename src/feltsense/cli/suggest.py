"""`feltsense suggest`: one exercise that fits what somebody feels, or the hour."""

import shlex
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from feltsense.cli.context import pass_workspace
from feltsense.cli.listing import NO_EXERCISE, exercise_record
from feltsense.cli.output import Styled, echo, echo_json
from feltsense.cli.practised import asked_of_journal
from feltsense.cli.wrapping import beside_or_below, wrap_lines, wrap_text
from feltsense.system.paths import Workspace, data_home
from feltsense.system.printable import printable_line

if TYPE_CHECKING:
    from feltsense.care.support import SupportBlock
    from feltsense.library.catalogue import Entry
    from feltsense.mix.soundscapes.port import Soundscape
    from feltsense.practice.suggesting import Suggestion

_OTHERS = 2
_TITLE = 34
"""Columns of a title that its command stands beside."""


@click.command(short_help="Find one exercise that fits how it is.")
@click.argument("words", nargs=-1, metavar="[WORDS]…")
@click.option("--json", "as_json", is_flag=True, help="For programs: JSON on standard output.")
@pass_workspace
def command(workspace: Workspace, words: tuple[str, ...], *, as_json: bool) -> None:
    """Find one exercise that fits how it is, told in your own words.

    WORDS are a feeling or a sentence, such as: feltsense suggest "can't sleep". A length may stand with them: 5 min.
    German, French and Spanish are understood too. Without any words it goes by the hour, and by your journal. Nothing
    that you type here is kept. Your shell may remember its commands, though: with - for WORDS they are read from
    standard input.
    """
    from feltsense.library.catalogue import list_exercises  # noqa: PLC0415 - not needed for help
    from feltsense.library.languages import listener_language  # noqa: PLC0415 - as above
    from feltsense.library.search import SearchIndex  # noqa: PLC0415 - as above
    from feltsense.practice.suggesting import NO_HISTORY, read_history, suggest  # noqa: PLC0415 - as above

    typed = _typed_line() if words == ("-",) else " ".join(words)
    index = SearchIndex(list_exercises(workspace).entries, listener_language())
    found = suggest(index, typed, _now().hour, asked_of_journal(read_history, NO_HISTORY))
    helplines = _helplines() if found.support or found.perhaps_support else ()
    if as_json:
        echo_json(_record(found, helplines))
        return
    for line in _lines(found, helplines):
        echo(*line)


def _typed_line() -> str:
    """Return a line of standard input; who sits there is asked for it."""
    if sys.stdin.isatty():
        echo(wrap_text("How is it right now? A few words, then Enter. They are not kept."), err=True)
    return sys.stdin.buffer.readline().decode("utf-8", "replace")


def _now() -> datetime:
    return datetime.now().astimezone()


def _helplines() -> "tuple[SupportBlock, ...]":
    from feltsense.care.support import SupportHints, load_support  # noqa: PLC0415 - for few
    from feltsense.cli.plain.support import CHOOSE_COUNTRY  # noqa: PLC0415 - as above
    from feltsense.system.settings import load_settings  # noqa: PLC0415 - as above

    home = data_home()
    return load_support(home, load_settings(home).region, SupportHints(country=CHOOSE_COUNTRY))


def _lines(found: "Suggestion", helplines: "tuple[SupportBlock, ...]") -> Iterator[tuple[str | Styled, ...]]:
    """Yield what is printed, line by line."""
    if found.support:
        yield from _support(found.why, helplines)
        yield ("",)
        yield from _wrapped("And if you would like something short, with your eyes open:")
        yield ("",)
    yield from _exercises(found)
    if found.perhaps_support:
        yield ("",)
        from feltsense.practice.suggesting import PEOPLE_TOO  # noqa: PLC0415 - for few

        yield from _support(PEOPLE_TOO, helplines)


def _exercises(found: "Suggestion") -> Iterator[tuple[str | Styled, ...]]:
    others = found.others
    if found.background is not None:
        yield from _background(found.background, found.minutes)
        others = (*(each for each in (found.entry,) if each is not None), *others)
    elif found.entry is None:
        yield from _wrapped(NO_EXERCISE)
    else:
        yield from _exercise(found, found.entry)
    if others:
        yield ("",)
        yield ("Or:",)
    for entry in others[:_OTHERS]:
        title = printable_line(entry.front.title)
        yield from _lines_of(beside_or_below(f"  {title:{_TITLE}}", _play(entry, found.minutes), indent="    "))


def _exercise(found: "Suggestion", entry: "Entry") -> Iterator[tuple[str | Styled, ...]]:
    for line in wrap_lines(printable_line(entry.front.title)):
        yield (Styled(line, bold=True),)
    why = entry.front.summary if found.support else found.why
    for paragraph in filter(None, (why, found.notice)):
        yield from _wrapped(paragraph, "  ")
    yield from _lines_of(beside_or_below("", _play(entry, found.minutes)))


def _background(background: "Soundscape", asked: float | None) -> Iterator[tuple[str | Styled, ...]]:
    """Yield a background by itself, with its command."""
    from feltsense.practice.options import MOST_REST_MINUTES  # noqa: PLC0415 - for few

    yield (Styled(background.title, bold=True),)
    yield from _wrapped(f"{background.summary} By itself, without a voice.", "  ")
    length = f" --minutes {min(asked, MOST_REST_MINUTES):g}" if asked else ""
    yield from _lines_of(beside_or_below("", f"feltsense play --sound {background.name}{length}"))


def _support(why: str, helplines: "tuple[SupportBlock, ...]") -> Iterator[tuple[str | Styled, ...]]:
    """Yield people to talk to."""
    from feltsense.care.helplines import SAFETY  # noqa: PLC0415 - for few

    yield from _wrapped(why)
    yield from _wrapped(SAFETY)
    for block in helplines:
        yield ("",)
        if block.head:
            for line in wrap_lines(printable_line(block.head)):
                yield (Styled(line, bold=True),)
        for line in block.lines:
            yield from _wrapped(line, "  ")


def _wrapped(text: str, indent: str = "") -> Iterator[tuple[str]]:
    yield from _lines_of(wrap_lines(printable_line(text), indent))


def _lines_of(lines: Iterable[str]) -> Iterator[tuple[str]]:
    return ((line,) for line in lines)


def _play(entry: "Entry", asked: float | None) -> str:
    """Return the command that plays it, in the length that was asked for where it is offered."""
    from feltsense.library.typed_length import offered_near  # noqa: PLC0415 - not needed for help

    minutes = offered_near(entry.front.minutes, asked)
    length = f" --minutes {minutes:g}" if minutes else ""
    return f"feltsense play {shlex.quote(printable_line(entry.slug))}{length}"


def _record(found: "Suggestion", helplines: "tuple[SupportBlock, ...]") -> dict[str, Any]:
    return {
        "support": found.support,
        "perhaps_support": found.perhaps_support,
        "helplines": [{"name": block.head, "lines": list(block.lines)} for block in helplines],
        "understood": found.understood,
        "suggestion": found.entry and exercise_record(found.entry.slug, found.entry.front),
        "why": found.why,
        "background": found.background and found.background.name,
        "notice": found.notice,
        "others": [exercise_record(entry.slug, entry.front) for entry in found.others[:_OTHERS]],
    }
