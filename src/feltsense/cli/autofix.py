"""`feltsense check --fix`: scripts mended in place, written beside and renamed, so that none is ever half written."""

from pathlib import Path

from feltsense.check.autofix import apply_fixes
from feltsense.cli.output import echo
from feltsense.errors import FeltsenseError, reason_of
from feltsense.library.catalogue import Found
from feltsense.script.source import MOST_BYTES
from feltsense.system.files import atomic_write


def mend(found: Found) -> Found:
    """Mend what is mechanical in a script's file and say what was changed; a file without such is not touched.

    Returns:
        The script as it is now.

    Raises:
        FeltsenseError: the file cannot be written, or was changed meanwhile; it stays as it is.
    """
    if len(found.source) > MOST_BYTES:
        return found
    result = apply_fixes(found.source, found.parse().diagnostics)
    if not result.changes:
        return found
    _replace(found.path, found.source, result.source)
    for change in result.changes:
        echo(f"{found.path}:{change.line}: {change.before} → {change.after}", err=True)
    return Found(found.slug, found.path, result.source)


def _replace(path: Path, before: bytes, source: bytes) -> None:
    place = path.resolve()  # a link stays a link
    try:
        if place.read_bytes() != before:
            raise FeltsenseError(f"{path} was changed meanwhile, and is left as it is.", "Run the check again.")
        atomic_write(place, source)
    except OSError as error:
        raise FeltsenseError(
            f"{path} could not be written: {reason_of(error)}.", "Nothing in it was changed."
        ) from error
