"""The listener's own people: whom they would turn to, and how. In one private file."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from feltsense.errors import SettingsError, reason_of
from feltsense.system.files import free_name, write_private

FILE = "people.json"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody trusted."""

    name: str
    how: str
    """How to reach them: a number, or anything that helps to do it."""


def load_people(home: Path) -> tuple[Person, ...]:
    """Return the people kept in the data folder `home`, in their order; makes nothing.

    Raises:
        SettingsError: the file cannot be read. A damaged one is set aside under another name first, so that the next
            call finds none; nothing is lost.
    """
    path = home / FILE
    try:
        found = json.loads(path.read_bytes())
        return tuple(Person(str(each["name"]), str(each["how"])) for each in found["people"])
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise _failed("read", path, error) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        to = free_name(path, "damaged")
        try:
            path.rename(to)
        except OSError as trouble:
            raise _failed("set aside", path, trouble) from trouble
        raise SettingsError(
            f"Your own people in {path} could not be understood. The file is now {to.name}.",
            "Your names are still in it; add them again.",
        ) from error


def save_people(home: Path, people: Iterable[Person]) -> None:
    """Keep `people` in the data folder `home`, for its owner only.

    Raises:
        SettingsError: they cannot be kept; those kept before still are.
    """
    path = home / FILE
    content = json.dumps({"people": [asdict(person) for person in people]}, ensure_ascii=False, indent=1) + "\n"
    try:
        write_private(path, content.encode("utf-8", "replace"))
    except OSError as error:
        raise _failed("written", path, error) from error


def _failed(what: str, path: Path, error: OSError) -> SettingsError:
    return SettingsError(
        f"Your own people cannot be {what} ({path}): {reason_of(error)}.", "Look at the rights of its folder."
    )
