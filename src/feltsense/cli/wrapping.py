"""Text in lines as wide as the terminal is, up to what is easy to read; broken between words only, at any width."""

import shutil
import textwrap

WIDEST = 80
"""Columns that no line of ours goes beyond; also where there is no terminal."""

_NARROWEST = 20


def columns() -> int:
    """Return how many columns a line may take."""
    return max(_NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


def wrap_lines(text: str, indent: str = "", hanging: str | None = None) -> list[str]:
    """Return `text` in lines that fit; a word that does not, such as a path, stays whole, to be copied.

    Args:
        text: its own line breaks count as blanks.
        indent: what the first line begins with.
        hanging: what the others begin with; None for the same.
    """
    return textwrap.wrap(
        text,
        columns(),
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def wrap_text(text: str, indent: str = "", hanging: str | None = None) -> str:
    """Return the same as one text."""
    return "\n".join(wrap_lines(text, indent, hanging))


def beside_or_below(first: str, second: str, *, gap: str = "  ", indent: str = "  ") -> list[str]:
    """Return two pieces in one line where they fit, else the second below, such as a command that is to be copied.

    Args:
        first: stands first; wrapped where it does not fit by itself.
        second: stays in one piece. Where it fits only without its indent, it has none.
        gap: what stands between them in one line.
        indent: what a line below begins with.
    """
    beside = f"{first}{gap}{second}"
    if len(beside) <= columns():
        return [beside]
    below = f"{indent}{second}"
    own = first[: len(first) - len(first.lstrip())]
    return [*wrap_lines(first.strip(), own), below if len(below) <= columns() else second]
