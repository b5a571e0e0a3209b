"""Asks the open questions of a script on a terminal, one by one: on standard error, answered on standard input."""

import io
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from feltsense.authoring.typed_answers import (
    asks_for_help,
    choice_of,
    likeliest_choice,
    offered_choices,
    offered_silence,
)
from feltsense.cli.context import Exit
from feltsense.cli.output import Styled, echo, show_error
from feltsense.cli.wrapping import wrap_lines
from feltsense.errors import EditingError
from feltsense.script.questions import HERE, choice_label, surroundings
from feltsense.script.text import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feltsense.authoring.answering import Answering
    from feltsense.script.questions import Question, Surroundings

_HOLE = "____"
_PROMPT = "> "
_MOST_LINES = 6
_HELP = (
    "Enter takes choice 1, a number another one.",
    "Words of your own are put in as they are; in quotes, whatever they are: “2”.",
    "[pause 20s] is a silence; 20s is offered as one.",
    "Words behind > become a note, which is never spoken.",
    "s leaves this one open, b goes back and takes the last answer out, q ends. Each answer is kept at once.",
)


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
    given, left = answering.answers, answering.still_open
    if not answering.count:
        echo("\nNo question is open in it.", err=True)
        return
    place = f" in {where}" if where else ""
    answers = f"{given} answer{' is' if given == 1 else 's are'} kept{place}" if given else "Nothing is answered"
    rest = f"{len(left)} question{' is' if len(left) == 1 else 's are'} still open, on {_lines_of(left)}"
    echo(f"\n{answers}; {rest if left else 'no question is open any more'}.", err=True)


def _lines_of(left: "Sequence[Question]") -> str:
    lines = list(dict.fromkeys(question.span.line for question in left))
    if len(lines) == 1:
        return f"line {lines[0]}"
    shown = ", ".join(map(str, lines[:_MOST_LINES]))
    return f"lines {shown}{', …' if len(lines) > _MOST_LINES else ''}"


def _ask_all(answering: "Answering") -> None:
    """Ask until somebody has enough; after the last question there is still a way back."""
    while answering.count:
        question = answering.current
        if question is None:
            _show_end(answering)
        else:
            _show_question(question, answering)
        typed = _line()
        if typed is None or typed.casefold() == "q":
            return
        if question is None:
            if not _goes_on(typed.casefold(), answering):
                return
            continue
        try:
            _take(typed, question, answering)
        except EditingError as error:
            show_error(error)


def _take(typed: str, question: "Question", answering: "Answering") -> None:
    if asks_for_help(typed):
        _echo_wrapped(_HELP)
    elif typed.casefold() == "s":
        answering.skip()
    elif typed.casefold() == "b":
        if not answering.back():
            echo("  This is the first one.", err=True)
    else:
        silence = offered_silence(question, typed)
        choice = _silence_or_words(silence, typed) if silence else choice_of(question, typed)
        if choice is not None:
            answering.answer(choice)


def _silence_or_words(silence: str, typed: str) -> str | None:
    """Return which is meant, a silence or its name said aloud; None to be asked again."""
    _echo_wrapped((f"“{typed}” is a length. Which is meant?",))
    echo(f"   1  {silence}\n   2  the words “{typed}”, spoken", err=True)
    _echo_wrapped(("Enter takes 1 · anything else asks again",))
    return {None: None, "": silence, "1": silence, silence: silence, "2": typed}.get(_line())


def _show_end(answering: "Answering") -> None:
    """Show what can still be done after the last question."""
    left = answering.still_open
    echo("\n", Styled("That was the last question.", bold=True), err=True)
    if left:
        _echo_wrapped([f"Skipped: line {question.span.line}, {quoted(question.text, 60)}" for question in left])
    _echo_wrapped((f"Enter ends · b goes back{' · s asks what was skipped' if left else ''}",))


def _goes_on(typed: str, answering: "Answering") -> bool:
    """Do what is typed after the last question; tell whether more is asked."""
    if typed == "b":
        answering.back()
    elif typed == "s" and answering.still_open:
        answering.again()
    elif typed:
        _echo_wrapped(("All answers are kept already.",))
    return bool(typed)


def _echo_wrapped(texts: "Sequence[str]") -> None:
    for text in texts:
        for line in wrap_lines(text, "  "):
            echo(line, err=True)


def _show_question(question: "Question", answering: "Answering") -> None:
    around = surroundings(answering.script, question)
    place = around.about or (_HOLE if question.blank else HERE)
    head = f"Question {answering.number} of {answering.count} · line {question.span.line}"
    echo("\n", Styled(head, bold=True), err=True)
    _echo_wrapped((around.shown(place),))
    for line in wrap_lines(_asked(question, around), "  "):
        echo(Styled(line, "cyan"), err=True)
    for number, choice in enumerate(offered_choices(question), 1):
        first, *rest = wrap_lines(choice_label(choice), "      ")
        echo(f"{number:>4}  {first.strip()}", err=True)
        for line in rest:
            echo(line, err=True)
    words = "Enter takes 1 · or your own words" if likeliest_choice(question) else "Write what belongs there"
    _echo_wrapped((f"{words} · s skips · b goes back · q ends · ? help",))


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
