"""What the journal tells commands that suggest something. Looking makes none, and trouble with it stops nothing."""

from typing import TYPE_CHECKING, TypeVar

from feltsense.cli.output import show_error
from feltsense.errors import JournalError
from feltsense.journal.files import journal_exists
from feltsense.system.paths import data_home

if TYPE_CHECKING:
    from collections.abc import Callable

    from feltsense.journal.queries import PracticeQueries

Result = TypeVar("Result")


def asked_of_journal(question: "Callable[[PracticeQueries], Result]", otherwise: Result) -> Result:
    """Return what the journal answers; `otherwise` where there is none, or where it cannot be read, which is told."""
    home = data_home()
    if not journal_exists(home):
        return otherwise
    from feltsense.journal.store import open_journal  # noqa: PLC0415 - loads sqlite

    try:
        with open_journal(home) as journal:
            return question(journal)
    except JournalError as error:
        show_error(error)
        return otherwise
