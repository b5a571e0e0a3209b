"""On which line of its paragraph each change stood."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from feltsense.importing.cues import BRACES
from feltsense.importing.document import DocumentBlock, ImportChange


def placed(changes: Sequence[ImportChange], block: DocumentBlock) -> Iterator[ImportChange]:
    """Yield the changes that were made in `block`, in their order, each with its own line instead of the first.

    Args:
        changes: what was changed, from the front to the back.
        block: of a file whose lines are those of its text.
    """
    text = block.text.translate(BRACES)
    cursor = 0
    for change in changes:
        wanted = re.compile(r"\s+".join(map(re.escape, change.before.split())))
        found = wanted.search(text, cursor) or wanted.search(text)
        if found is None:
            yield change
            continue
        cursor = max(cursor, found.end())
        yield replace(change, place=line_of(block, found.start()))


def line_of(block: DocumentBlock, start: int) -> int:
    """Return the line of the file on which character `start` of a block's text stands."""
    return block.place + block.text.count("\n", 0, start)
