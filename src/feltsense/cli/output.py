"""What the commands print: data on standard output, narration on standard error, and nothing that steers a terminal.

Every command prints through here (`tests/test_hygiene.py` looks), so that no control character from a file, a name or
an answer reaches the terminal.
"""

import sys
from collections.abc import Iterable
from typing import Any

import click

from feltsense.errors import FeltsenseError
from feltsense.system.printable import printable

_ANSWERS = {"y": True, "yes": True, "n": False, "no": False, "": False}


class Styled:
    """A piece of text with a colour or in bold, where the terminal shows such things.

    No dataclass, as making one takes longer than all the rest of this module, and help waits for it.
    """

    __slots__ = ("bold", "colour", "text")

    def __init__(self, text: str, colour: str | None = None, *, bold: bool = False) -> None:
        self.text = text
        self.colour = colour
        self.bold = bold


def echo(*parts: object, err: bool = False, nl: bool = True) -> None:
    """Print `parts`, one directly after the other; control characters in them are shown as escapes.

    Args:
        parts: text, `Styled` text, or what `str` makes text of.
        err: on standard error.
        nl: end the line.
    """
    click.echo("".join(map(_shown, parts)), err=err, nl=nl)


def echo_json(value: Any) -> None:
    """Print `value` as JSON. Control characters are escaped in it, so it is valid and loses nothing."""
    import json  # noqa: PLC0415 - not needed for help

    click.echo(printable(json.dumps(value, ensure_ascii=False, indent=1)))


def echo_document(text: str) -> None:
    """Print a document for a file or another program: exactly as it is, unless a terminal would show it."""
    click.echo(printable(text.replace("\r\n", "\n")) if sys.stdout.isatty() else text, nl=False)


def echo_drawing(lines: Iterable[str]) -> None:
    """Print on standard error what we have drawn ourselves, with the colours that are in it."""
    for line in lines:
        click.echo(line, err=True, color=True)


def show_error(error: FeltsenseError) -> None:
    """Print on standard error what happened, and what to do next."""
    echo(_in_lines(error.message), err=True)
    if error.hint:
        echo(_in_lines(error.hint, "  "), err=True)


def failure_record(error: FeltsenseError) -> dict[str, str | bool]:
    """Return an error as plain data, for programs."""
    return {"ok": False, "error": error.message, "hint": error.hint}


def confirm(question: str, *, abort: bool = False) -> bool:
    """Ask on standard error, and return the answer.

    Raises:
        click.Abort: the answer is no and `abort` is set, or there will be none.
    """
    while (answer := _typed(f"{question} [y/N]")) not in _ANSWERS:
        echo("Type y for yes, or n for no; Enter alone is no.", err=True)
    if abort and not _ANSWERS[answer]:
        raise click.Abort
    return _ANSWERS[answer]


def _typed(question: str) -> str:
    answer: str = click.prompt(printable(question), default="", show_default=False, err=True)
    return answer.strip().casefold()


def ask_line(question: str) -> str:
    """Ask on standard error, where somebody sits at a terminal, and return a line from standard input.

    Raises:
        click.Abort: there will be no answer.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline()
    answer: str = click.prompt(printable(question), default="", show_default=False, err=True)
    return answer


def _in_lines(text: str, indent: str = "") -> str:
    """Return a text in lines that fit where somebody reads it, and as it is where a program does."""
    if not sys.stderr.isatty():
        return f"{indent}{text}"
    from feltsense.cli.wrapping import wrap_text  # noqa: PLC0415 - for errors only

    return "\n".join(wrap_text(line, indent) for line in text.split("\n"))


def _shown(part: object) -> str:
    if isinstance(part, Styled):
        return click.style(printable(part.text), fg=part.colour, bold=part.bold or None)
    return printable(str(part))
