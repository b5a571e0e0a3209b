"""Reads the corpus that the classifier is trained from: what may hurt a listener, and what sounds alike and does not.

A file holds one voice, or one kind of text. Each line is a passage of one to three sentences, in three columns parted
by tabs: a code and `plain` or `indirect`, for a harmful passage; else `ok` and the code that it could be mistaken for,
or `-`; then the passage.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

FINE = "ok"
"""The code of a passage that harms nobody."""
CORPUS = Path(__file__).with_name("corpus")
ORDINARY = ("instructions", "instructions-2")
"""The files of ordinary instructions, which are no exercises."""
LIBRARY = "library"
"""The file of our own exercises."""
FIELDS = (*ORDINARY, "gentle", "gentle-2", "denied", LIBRARY)
"""The files without a voice of their own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the corpus."""

    voice: str
    """The name of its file."""
    code: str
    """`FINE` for one that harms nobody."""
    kind: str
    """`plain` or `indirect`; of a fine one, the code that it could be mistaken for, or `-`."""
    text: str

    @property
    def harmful(self) -> bool:
        """Whether it may hurt a listener."""
        return self.code != FINE

    @property
    def ordinary(self) -> bool:
        """Whether it is an ordinary instruction, out of no exercise."""
        return self.voice in ORDINARY


def read_corpus(folder: Path = CORPUS) -> list[Passage]:
    """Return all passages, voice by voice.

    Raises:
        ValueError: a line has not three columns.
    """
    return [passage for path in _files(folder) for passage in _read(path)]


def _read(path: Path) -> list[Passage]:
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        columns = line.split("\t")
        if len(columns) != 3:
            raise ValueError(f"{path.name}, line {number}: not three columns")
        code, kind, text = columns
        found.append(Passage(path.stem, code, kind, text))
    return found


def corpus_hash(folder: Path = CORPUS) -> str:
    """Return the SHA-256 of all files together, with their names."""
    digest = hashlib.sha256()
    for path in _files(folder):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.tsv"))
