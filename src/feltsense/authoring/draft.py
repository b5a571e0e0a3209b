"""A script on the desk: its text, the file it belongs to, and the draft beside it that outlives a power cut.

What is not chosen is kept, too: whenever one text takes the place of another that nobody has seen in a file, the other
is kept beside as a plain text file.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from feltsense.authoring.files import Content, Stamp, digest, read, remove, stamp, write
from feltsense.authoring.text import put_together, taken_apart
from feltsense.system.files import free_name


class FileState(StrEnum):
    """What a look at the file has found."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Leftover:
    """Work that was never saved, from an earlier time."""

    source: bytes
    older: bool
    """True when the file was changed after it."""


def draft_path(path: Path) -> Path:
    """Return where the draft of the script at `path` is kept."""
    return path.with_name(f".{path.name}.draft")


class Draft:
    """One script being written. Its methods touch the disk: call them on one thread that is not the screen's.

    Args:
        path: where it is saved.
        origin: where it is read from; another path for one that came with feltsense, which is never written on.
        beginning: what a new script begins with, where there is no file yet.

    Raises:
        EditingError: it cannot be read, or is no text.
    """

    def __init__(self, path: Path, origin: Path | None = None, beginning: str = "") -> None:
        self.path = path
        self.copy = origin is not None and origin != path
        """Whether saving makes a copy of one's own."""
        found = read(path) or (read(origin) if origin else None)
        self.text, self.shape = taken_apart(found.source if found else beginning.encode("utf-8"))
        self._known = digest(found.source) if found and not self.copy else b""
        self._stamp = stamp(path)
        self._kept = b""
        """What tells the draft that was written last."""
        self._theirs: Content | None = None
        self._passing: Stamp | None = self._stamp
        """What the file was at the last look."""
        self.saved: str | None = self.text if found else None
        """The text as the file has it; None where it has none of ours."""

    @property
    def slug(self) -> str:
        """The exercise's name."""
        return self.path.stem

    def source(self, text: str) -> bytes:
        """Return `text` as the file will have it."""
        return put_together(text, self.shape)

    def leftover(self) -> Leftover | None:
        """Return work that was never saved, if there is any that the file does not hold.

        Raises:
            EditingError: it is there and cannot be read.
        """
        found = read(draft_path(self.path))
        if found is None or found.source == self.source(self.text):
            return None
        now = stamp(self.path)
        return Leftover(found.source, older=now is not None and now.modified > found.stamp.modified)

    def take_up(self, leftover: Leftover) -> str:
        """Go on with what was never saved; return its text. A file that was changed since is kept beside, too.

        Raises:
            EditingError: it is no text, or the file cannot be kept.
        """
        text, shape = taken_apart(leftover.source)
        if leftover.older:
            self.keep(self.source(self.text))
        self.text, self.shape = text, shape
        self._kept = digest(leftover.source)
        return self.text

    def lay_aside(self, leftover: Leftover) -> Path:
        """Keep what was never saved beside, and forget its draft; return where it is.

        Raises:
            EditingError: it cannot be kept; then the draft stays.
        """
        kept = self.keep(leftover.source)
        remove(draft_path(self.path))
        return kept

    def autosave(self, text: str) -> None:
        """Keep `text` in the draft; remove the draft when the file holds it already.

        Raises:
            EditingError: it cannot be kept.
        """
        if text == self.saved:
            self.forget()
            return
        source = self.source(text)
        if digest(source) != self._kept:
            write(draft_path(self.path), source, private=True)
            self._kept = digest(source)

    def save(self, text: str) -> FileState:
        """Put `text` into the file and remove the draft, unless another program has changed the file; tell which.

        Raises:
            EditingError: it cannot be written; what was there before still is.
        """
        if self._look(stamp(self.path)) is FileState.CHANGED:
            return FileState.CHANGED
        source = self.source(text)
        self._stamp = write(self.path, source)
        self._holds(text, source)
        self.forget()
        return FileState.SAME

    def look(self) -> FileState:
        """Tell whether another program has changed the file since it was read or saved here.

        What is only so at one look is passed over: some editors empty a file or take it away before they write it.

        Raises:
            EditingError: it is there and cannot be read.
        """
        now, before = stamp(self.path), self._passing
        self._passing = now
        return self._look(now) if now == before else FileState.SAME

    def _look(self, now: Stamp | None) -> FileState:
        if now == self._stamp:
            return FileState.SAME
        found = read(self.path)
        if found is None:
            self._stamp = self.saved = None
            return FileState.GONE
        if found.digest == self._known:
            self._stamp = found.stamp
            return FileState.SAME
        self._theirs = found
        return FileState.CHANGED

    def take_theirs(self) -> str:
        """Go on with the file as it was last seen to be; return its text.

        Raises:
            EditingError: it is no text.
        """
        theirs = self._seen()
        self.text, self.shape = taken_apart(theirs.source)
        self._stamp = theirs.stamp
        self._holds(self.text, theirs.source)
        return self.text

    def keep_mine(self) -> Path:
        """Go on with what is here; keep the file as it was last seen beside, and return where. Saving replaces it.

        Raises:
            EditingError: theirs cannot be kept.
        """
        theirs = self._seen()
        kept = self.keep(theirs.source)
        self._stamp, self._known, self.saved = theirs.stamp, theirs.digest, None
        return kept

    def keep(self, source: bytes) -> Path:
        """Keep `source` beside the script as a text that is no exercise; return where.

        Raises:
            EditingError: it cannot be kept.
        """
        free = free_name(self.path.with_suffix(".txt"), "kept")
        write(free, source, private=True)
        return free

    def forget(self) -> None:
        """Remove the draft, unless another desk has written its own there.

        Raises:
            EditingError: it cannot be removed.
        """
        there = read(draft_path(self.path))
        if there is not None and there.digest == self._kept:
            remove(draft_path(self.path))
        self._kept = b""

    def _seen(self) -> Content:
        self._theirs = read(self.path) or self._theirs  # it may be another one since it was asked about
        assert self._theirs is not None  # noqa: S101 - a look has found one
        return self._theirs

    def _holds(self, text: str, source: bytes) -> None:
        """Remember that the file holds `text`."""
        self.text, self.shape = text, taken_apart(source)[1]
        self._known, self.saved = digest(source), text
        self.copy = False


def opened(path: Path, origin: Path | None = None, beginning: str = "") -> tuple[Draft, Leftover | None]:
    """Return the draft of a script, and what was left of an earlier one."""
    draft = Draft(path, origin, beginning)
    return draft, draft.leftover()
