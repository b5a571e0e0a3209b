"""Asks the open questions of a script on a terminal, one by one: on standard error, answered on standard input."""

import io
import shutil
import sys
import textwrap
from contextlib import suppress
from typing import TYPE_CHECKING

from feltsense.authoring.answering import choice_of, likeliest_choice, offered_choices
from feltsense.cli.context import Exit
from feltsense.cli.output import Styled, echo, show_error
from feltsense.errors import EditingError
from feltsense.script.questions import choice_label, surroundings

if TYPE_CHECKING:
    from feltsense.authoring.answering import Answering
    from feltsense.script.questions import Question, Surroundings

_WIDEST = 80
_HOLE = "____"
_PROMPT = "> "


def somebody_to_ask() -> bool:
    """Tell whether somebody sits at a terminal who can read questions and answer them."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def ask_and_tell(answering: "Answering", where: str) -> Exit:
    """Ask every question, also until Ctrl-C, and say how many were answered, and where the answers are.

    Args:
        answering: saves each answer.
        where: the script's name; empty for standard output.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # what is typed in another encoding is told by its signs
    try:
        _ask_all(answering)
    except KeyboardInterrupt:
        echo("\nStopped.", err=True)
        _show_outcome(answering, where)
        return Exit.INTERRUPTED
    _show_outcome(answering, where)
    return Exit.FINE


def _show_outcome(answering: "Answering", where: str) -> None:
    given, left = answering.answers, answering.left_open
    if not answering.count:
        echo("\nNo question is open in it.", err=True)
        return
    place = f" in {where}" if where else ""
    answers = f"{given} answer{' is' if given == 1 else 's are'} kept{place}" if given else "Nothing is answered"
    rest = (
        "no question is open any more" if not left else f"{left} question{' is' if left == 1 else 's are'} still open"
    )
    echo(f"\n{answers}; {rest}.", err=True)


def _ask_all(answering: "Answering") -> None:
    """Ask until the last question, or until somebody has enough."""
    while (question := answering.current) is not None:
        _show_question(question, answering)
        typed = _line()
        if typed is None or typed == "q":
            return
        try:
            _take(typed, question, answering)
        except EditingError as error:
            show_error(error)


def _take(typed: str, question: "Question", answering: "Answering") -> None:
    if typed == "s":
        answering.skip()
    elif typed == "b":
        if not answering.back():
            echo("  This is the first one.", err=True)
    else:
        answering.answer(choice_of(question, typed))


def _show_question(question: "Question", answering: "Answering") -> None:
    around = surroundings(answering.script, question)
    place = around.about or (_HOLE if question.blank else "·")
    head = f"Question {answering.number} of {answering.count} · line {question.span.line}"
    echo("\n", Styled(head, bold=True), err=True)
    for line in _wrapped(around.shown(place), "  "):
        echo(line, err=True)
    for line in _wrapped(_asked(question, around), "  "):
        echo(Styled(line, "cyan"), err=True)
    for number, choice in enumerate(offered_choices(question), 1):
        first, *rest = _wrapped(choice_label(choice), "      ")
        echo(f"{number:>4}  {first.strip()}", err=True)
        for line in rest:
            echo(line, err=True)
    words = "Enter takes 1 · or your own words" if likeliest_choice(question) else "Write what belongs there"
    echo(f"  {words} · s skips · b goes back · q ends", err=True)


def _asked(question: "Question", around: "Surroundings") -> str:
    """Return what is asked, without the words that it is about where they are all that is shown, or a hole."""
    about, parted, asked = question.text.partition("”: ")
    alone = not (around.before or around.after) or about.removeprefix("“") == _HOLE
    return asked[:1].upper() + asked[1:] if around.about and alone and parted else question.text


def _line() -> str | None:
    """Return the next line that is typed; None where there will be none."""
    if not sys.stdout.isatty():  # `input` would write into the script
        echo(_PROMPT, err=True, nl=False)
        typed = sys.stdin.readline()
        return typed.strip() if typed else None
    with suppress(ImportError):  # not on Windows, whose terminal edits lines itself
        import readline  # noqa: F401, PLC0415 - gives `input` its keys; only needed here
    try:
        return input(_PROMPT).strip()
    except EOFError:
        echo(err=True)
        return None


def _wrapped(text: str, indent: str) -> list[str]:
    room = min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns - 1)
    return textwrap.wrap(text, max(30, room), initial_indent=indent, subsequent_indent=indent)
