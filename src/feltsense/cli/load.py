"""Scripts that may be used: those without errors."""

from feltsense.cli.diagnostics import shown
from feltsense.cli.output import echo
from feltsense.errors import ScriptError
from feltsense.library.catalogue import Found
from feltsense.script.model import Exercise
from feltsense.script.source import source_lines


def sound(found: Found) -> Exercise:
    """Return the exercise in a script.

    Raises:
        ScriptError: the script has errors; each has been shown on standard error.
    """
    parsed = found.parse()
    lines = source_lines(found.source)
    for diagnostic in parsed.errors:
        echo(*shown(diagnostic, lines, found.path), err=True)
    if parsed.errors:
        count = len(parsed.errors)
        what = "is an error" if count == 1 else f"are {count} errors"
        raise ScriptError(f"There {what} in {found.path.name}.", "Mend what is shown above, and try again.")
    return parsed.exercise
