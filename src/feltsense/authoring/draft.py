"""A script being edited: its text, the file it belongs to, and the draft beside it that outlives a power cut.

What is not chosen is kept, too: whenever one text takes the place of another that nobody has seen in a file, the other
is kept beside as a plain text file.
"""

from dataclasses import dataclass
from pathlib import Path

from feltsense.authoring.file_watcher import FileWatcher, Look, WatchEvent
from feltsense.authoring.files import (
    FileContent,
    content_digest,
    file_stamp,
    keep_beside,
    read_content,
    remove_file,
    write_content,
)
from feltsense.authoring.text import join_text, split_text


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
    """One script being edited. Its methods touch the disk: call them on one thread that is not the screen's.

    Args:
        path: where it is saved.
        origin: where it is read from; another path for one that came with feltsense, which is never written on.
        beginning: what a new script begins with, where there is no file yet.

    Raises:
        EditingError: it cannot be read, or is no text.
    """

    def __init__(self, path: Path, origin: Path | None = None, beginning: str = "") -> None:
        self.path = path
        self.is_copy = origin is not None and origin != path
        """Whether saving makes a copy of one's own."""
        own = read_content(path)
        found = own or (read_content(origin) if origin else None)
        self.text, self.shape = split_text(found.source if found else beginning.encode("utf-8"))
        self._watcher = FileWatcher(path, settle=True)
        self._watcher.accept(own)
        self._draft_digest = b""
        """Of the draft that was written last."""
        self._theirs: FileContent | None = None
        """What another program has put into the file."""
        self.saved: str | None = self.text if found else None
        """The text as the file has it; None where it has none of ours."""

    @property
    def slug(self) -> str:
        """The exercise's name."""
        return self.path.stem

    def source(self, text: str) -> bytes:
        """Return `text` as the file will have it."""
        return join_text(text, self.shape)

    def leftover(self) -> Leftover | None:
        """Return work that was never saved, if there is any that the file does not hold.

        Raises:
            EditingError: it is there and cannot be read.
        """
        found = read_content(draft_path(self.path))
        if found is None or found.source == self.source(self.text):
            return None
        now = file_stamp(self.path)
        return Leftover(found.source, older=now is not None and now.modified > found.stamp.modified)

    def resume(self, leftover: Leftover) -> str:
        """Go on with what was never saved; return its text. A file that was changed since is kept beside, too.

        Raises:
            EditingError: it is no text, or the file cannot be kept.
        """
        text, shape = split_text(leftover.source)
        if leftover.older:
            self.keep_copy(self.source(self.text))
        self.text, self.shape = text, shape
        self._draft_digest = content_digest(leftover.source)
        return self.text

    def set_aside(self, leftover: Leftover) -> Path:
        """Keep what was never saved beside, and forget its draft; return where it is.

        Raises:
            EditingError: it cannot be kept; then the draft stays.
        """
        kept = self.keep_copy(leftover.source)
        remove_file(draft_path(self.path))
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
        if content_digest(source) != self._draft_digest:
            write_content(draft_path(self.path), source, private=True)
            self._draft_digest = content_digest(source)

    def save(self, text: str) -> bool:
        """Put `text` into the file and remove the draft; return False where another program has changed the file.

        Raises:
            EditingError: it cannot be written; what was there before still is.
        """
        if self._apply(self._watcher.check()) is WatchEvent.CHANGED:
            return False
        written = write_content(self.path, self.source(text))
        self._accept(text, written)
        self.forget()
        return True

    def look(self) -> WatchEvent:
        """Return whether another program has changed the file since it was read or saved here.

        What is only so at one look is passed over: some editors empty a file or take it away before they write it.

        Raises:
            EditingError: it is there and cannot be read.
        """
        return self._apply(self._watcher.look())

    def _apply(self, look: Look) -> WatchEvent:
        if look.event is WatchEvent.GONE:
            self.saved = None
        elif look.event is WatchEvent.CHANGED:
            self._theirs = look.content
        return look.event

    def use_theirs(self) -> str:
        """Go on with the file as another program has left it; return its text.

        Raises:
            EditingError: it is no text.
        """
        theirs = self._read_theirs()
        text = split_text(theirs.source)[0]
        self._accept(text, theirs)
        return text

    def use_mine(self) -> Path:
        """Go on with what is here; keep the file as it was last seen beside, and return where. Saving replaces it.

        Raises:
            EditingError: theirs cannot be kept.
        """
        theirs = self._read_theirs()
        kept = self.keep_copy(theirs.source)
        self._watcher.accept(theirs)
        self.saved = None
        return kept

    def keep_copy(self, source: bytes) -> Path:
        """Keep `source` beside the script as a text that is no exercise; return where.

        Raises:
            EditingError: it cannot be kept.
        """
        return keep_beside(self.path.with_suffix(".txt"), source)

    def forget(self) -> None:
        """Remove the draft, unless another editor has written its own there.

        Raises:
            EditingError: it cannot be removed.
        """
        there = read_content(draft_path(self.path))
        if there is not None and there.digest == self._draft_digest:
            remove_file(draft_path(self.path))
        self._draft_digest = b""

    def _read_theirs(self) -> FileContent:
        self._theirs = read_content(self.path) or self._theirs  # it may have changed again since
        assert self._theirs is not None  # noqa: S101 - a look has found one
        return self._theirs

    def _accept(self, text: str, content: FileContent) -> None:
        """Remember that the file holds `text`."""
        self.text, self.shape = text, split_text(content.source)[1]
        self._watcher.accept(content)
        self.saved = text
        self.is_copy = False
