"""A phone's message → the inbox: checked, named as in the library, kept."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from feltsense.journal.model import Practice
from feltsense.library.catalogue import Entry, list_exercises, slugs
from feltsense.share.inbox import Inbox
from feltsense.share.incoming import checked_records
from feltsense.system.paths import Workspace


def receiver(
    inbox: Inbox, workspace: Workspace, clock: Callable[[], datetime] = lambda: datetime.now().astimezone()
) -> Callable[[bytes], list[str]]:
    """Return what takes a phone's message: it is checked, named as in the library, kept; the uids of what was kept.

    What it returns raises `IncomingError` where nothing can be taken or kept.
    """

    def receive(body: bytes) -> list[str]:
        practices = with_true_names(checked_records(body, clock()), workspace)
        inbox.add(practices)
        return [each.uid for each in practices]

    return receive


def with_true_names(practices: Iterable[Practice], workspace: Workspace) -> tuple[Practice, ...]:
    """Return the practices with the slug and title of the exercise that was done.

    A phone with discreet tracks was told no names that say anything; the script's hash tells which exercise it was. A
    name that the library knows stays, and so does one whose script is in the library twice, or no more.
    """
    found = tuple(practices)
    known = set(slugs(workspace))
    if all(each.slug in known for each in found):
        return found
    scripts = _by_hash(workspace)
    return tuple(each if each.slug in known else _named(each, scripts) for each in found)


def _named(practice: Practice, scripts: dict[str, list[Entry]]) -> Practice:
    fits = scripts.get(practice.script_sha256, [])
    return replace(practice, slug=fits[0].slug, title=fits[0].front.title) if len(fits) == 1 else practice


def _by_hash(workspace: Workspace) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in list_exercises(workspace).entries:
        try:
            found[hashlib.sha256(entry.path.read_bytes()).hexdigest()].append(entry)
        except OSError:  # it is gone or closed meanwhile: the practice keeps the name that it came with
            continue
    return found
