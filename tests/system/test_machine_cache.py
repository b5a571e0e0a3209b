"""Files among the caches of the machine: never damaged, foreign or torn ones, bounded, and never in the way."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from feltsense.errors import CacheError
from feltsense.system import machine_cache, temporary
from feltsense.system.machine_cache import MachineCacheFile, MachineCacheKind, clear_machine_cache, machine_cache_usage
from feltsense.system.paths import cache_home

KIND = MachineCacheKind("some", form=1, most_files=3, most_bytes=10_000)
CONTENT = b"what was made " * 50

INTERRUPTED = """
import sys
from pathlib import Path
from feltsense.system.machine_cache import MachineCacheFile, MachineCacheKind

def parts():
    yield b"the beginning" * 10_000
    print("writing", flush=True)
    sys.stdin.read()

MachineCacheFile(MachineCacheKind("some", 1, 3, 10_000), Path(sys.argv[1]), b"here", "1").write(parts())
"""


@pytest.fixture
def folder() -> Path:
    found = cache_home()
    assert found
    return found


def file_in(folder: Path, source: bytes = b"here", build: str = "1", kind: MachineCacheKind = KIND) -> MachineCacheFile:
    return MachineCacheFile(kind, folder, source, build)


def written(folder: Path) -> MachineCacheFile:
    file = file_in(folder)
    file.write([CONTENT])
    return file


def read(file: MachineCacheFile) -> bytes | None:
    found = file.read()
    return found if found is None else bytes(found)


def must_not_be_asked() -> Iterator[bytes]:
    pytest.fail("it was made although it cannot be written")
    yield b""


def test_what_was_written_is_read(folder: Path) -> None:
    file = file_in(folder)
    assert file.read() is None
    file.write([b"in ", b"", b"parts"])
    assert read(file) == b"in parts"
    file.write([])
    assert read(file) == b""


def test_it_is_for_its_owner_only(folder: Path) -> None:
    path = written(folder).path
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("place", [0, 20, 40, 90, 120, 130, -1])
def test_a_flipped_bit_anywhere_is_seen(folder: Path, place: int) -> None:
    file = written(folder)
    content = bytearray(file.path.read_bytes())
    content[place] ^= 1
    file.path.write_bytes(content)
    assert file.read() is None
    file.write([CONTENT])
    assert read(file) == CONTENT


@pytest.mark.parametrize("damage", [lambda whole: whole[:-1], lambda whole: whole[:50], lambda _: b"", lambda w: w + w])
def test_a_file_of_another_length_is_not_used(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    file = written(folder)
    file.path.write_bytes(damage(file.path.read_bytes()))
    assert file.read() is None


def test_another_source_build_form_or_kind_is_not_used(folder: Path) -> None:
    whole = written(folder).path.read_bytes()
    others = [
        file_in(folder, source=b"there"),
        file_in(folder, build="2"),
        file_in(folder, source=b"1", build="here"),
        file_in(folder, kind=MachineCacheKind("some", 2, 3, 10_000)),
        file_in(folder, kind=MachineCacheKind("other", 1, 3, 10_000)),
    ]
    for other in others:
        other.path.write_bytes(whole)
        assert other.read() is None


def test_one_that_is_too_large_or_another_users_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(folder)
    assert file_in(folder, kind=MachineCacheKind("some", 1, 3, 100)).read() is None
    if os.name == "posix":
        monkeypatch.setattr(os, "geteuid", lambda: file.path.stat().st_uid + 1)
        assert file.read() is None


def test_something_else_in_its_place_is_left_alone(folder: Path) -> None:
    file = file_in(folder)
    file.path.mkdir(parents=True)
    file.write(must_not_be_asked())
    assert file.read() is None
    file.path.rmdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(file.path)
        file.write(must_not_be_asked())
        assert file.read() is None


def test_where_there_can_be_no_folder_nothing_is_made(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("in the way")
    file_in(folder).write(must_not_be_asked())
    assert file_in(folder).read() is None


def test_what_cannot_be_written_to_its_end_leaves_what_was_there(folder: Path) -> None:
    file = written(folder)

    def full() -> Iterator[bytes]:
        yield b"some"
        raise OSError("no space left on device")

    file.write(full())
    assert read(file) == CONTENT
    assert list(folder.iterdir()) == [file.path]


def test_one_that_is_killed_leaves_nothing_torn_and_the_next_tidies_up(folder: Path) -> None:
    file = written(folder)
    command = [sys.executable, "-c", INTERRUPTED, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == "writing\n"
        assert len(list(folder.iterdir())) == 2
        writer.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    assert read(file) == CONTENT
    assert len(list(folder.iterdir())) == 2
    file.write([b"new"])
    assert read(file) == b"new"
    assert list(folder.iterdir()) == [file.path]


def test_several_at_once_write_whole_files(folder: Path) -> None:
    contents = [bytes([number]) * 5000 for number in range(4)]

    def write_and_read(content: bytes) -> bytes:
        file_in(folder).write([content[:100], content[100:]])
        found = file_in(folder).read()
        assert found is not None
        return bytes(found)

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(write_and_read, contents * 10)) <= set(contents)
    assert len(list(folder.iterdir())) == 1


def test_those_written_first_go(folder: Path) -> None:
    other = file_in(folder, kind=MachineCacheKind("other", 1, 3, 10_000))
    other.write([CONTENT])
    files = [file_in(folder, source=str(number).encode()) for number in range(5)]
    for number, file in enumerate(files):
        file.write([CONTENT])
        os.utime(file.path, (number, number))
    files[0].write([CONTENT])
    assert [file.read() is not None for file in files] == [True, False, False, True, True]
    assert read(other) == CONTENT


def test_what_is_kept_is_counted_and_deleted_and_nothing_else(folder: Path) -> None:
    assert (machine_cache_usage().files, clear_machine_cache().files) == (0, 0)
    file = written(folder)
    mine = ["notes.txt", "some-1.feltsense-cache", "some-" + "0" * 32, ".some.feltsense-part"]
    for name in mine:
        (folder / name).write_text("mine")
    ended = folder / f".x.{temporary._machine()}-{2**22 + 1}-00000000.feltsense-part"
    ended.write_text("what a killed program left")
    found = machine_cache_usage()
    assert (found.folder, found.files, found.size) == (folder, 1, file.path.stat().st_size)
    assert clear_machine_cache() == found
    assert machine_cache_usage().files == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(mine)


def test_a_folder_that_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(folder)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", refused)
        with pytest.raises(CacheError, match="looked through: permission denied"):
            machine_cache_usage()
    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(CacheError, match="deleted: permission denied"):
        clear_machine_cache()


def test_without_a_place_for_caches_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine_cache, "cache_home", lambda: None)
    assert clear_machine_cache() == machine_cache_usage()
    assert machine_cache_usage().folder is None
