"""What a killed process left is removed by the next that writes there; nothing else is."""

import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from feltsense.system.files import atomic_write, replacing
from feltsense.system.temporary import leftovers, sweep, temporary_path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are looked for otherwise there")

HOLD = """
import sys
from pathlib import Path
from feltsense.system.files import replacing
with replacing(Path(sys.argv[1])) as temporary:
    temporary.write_text("half")
    Path(f"{temporary}-journal").touch()
    print("ready", flush=True)
    sys.stdin.read()
"""
A_DAY = 24 * 3600


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def writer(target: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def kill(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)


def make_old(path: Path, mode: int = 0o600) -> None:
    path.touch()
    path.chmod(mode)
    made = path.stat().st_mtime - A_DAY - 60
    os.utime(path, (made, made))


def test_what_a_killed_process_left_goes_with_the_next_write_in_the_folder(tmp_path: Path) -> None:
    kill(writer(tmp_path / "one.md"))
    assert len(names(tmp_path)) == 2
    assert all(name.startswith(".one.md.") for name in names(tmp_path))
    atomic_write(tmp_path / "two.md", b"2")
    assert names(tmp_path) == ["two.md"]


def test_what_a_living_process_writes_is_left_alone(tmp_path: Path) -> None:
    process = writer(tmp_path / "one.md")
    atomic_write(tmp_path / "two.md", b"2")
    assert sweep(tmp_path) == []
    process.communicate(timeout=30)
    assert (process.returncode, (tmp_path / "one.md").read_text()) == (0, "half")
    assert names(tmp_path)[-2:] == ["one.md", "two.md"]


def test_what_this_process_writes_is_left_alone_but_not_what_one_of_the_same_number_left(tmp_path: Path) -> None:
    with replacing(tmp_path / "one.md") as own:
        other = own.with_name(own.name.replace(own.name[-24:-15], "-00000000"))
        assert other != own
        other.touch()
        assert sweep(tmp_path) == [other]
        own.write_bytes(b"whole")
    assert (tmp_path / "one.md").read_bytes() == b"whole"


def test_another_machines_file_goes_only_when_it_is_a_day_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    process = writer(tmp_path / "one.md")
    kill(process)
    left = leftovers(tmp_path)
    assert len(left) == 2
    monkeypatch.setattr(platform, "node", lambda: "another")
    assert sweep(tmp_path) == []
    for path in left:
        make_old(path)
    assert sorted(sweep(tmp_path)) == sorted(left)
    assert names(tmp_path) == []


def test_a_folder_goes_with_all_that_is_in_it(tmp_path: Path) -> None:
    with temporary_path(tmp_path / "song.mp3") as own:
        own.mkdir()
        (own / "song.mp3").touch()
    assert names(tmp_path) == []


def test_a_folder_that_is_not_there_has_nothing_in_it(tmp_path: Path) -> None:
    assert sweep(tmp_path / "none") == []


EARLIER = [
    ".ab3d_fgh.writing",
    ".settings.json.x8k2m_1a",
    ".one.md.abcdefg7.part",
    ".one.md.abcdefg7.unfinished",
    ".song.mp3.ab3d_fgh.part",
]


def test_what_the_first_builds_left_goes_when_it_is_a_day_old(tmp_path: Path) -> None:
    for name in EARLIER:
        (tmp_path / name).touch(0o600)
    assert sweep(tmp_path) == []
    for name in EARLIER:
        make_old(tmp_path / name)
    assert len(sweep(tmp_path)) == len(EARLIER)
    assert names(tmp_path) == []


FOREIGN = [
    "one.md",
    ".document.writing",
    ".song.mp3.download.part",
    "song.mp3.part",
    ".one.md.draft",
    ".bookmarks.json.a8d7f6g5",
    ".one.md.swp",
    ".one.md.1f3a-1-9c0e77d2.part",
    "one.md.1f3a-1-9c0e77d2.feltsense-part",
    ".feltsense-part",
]


def test_nothing_else_is_ever_removed(tmp_path: Path) -> None:
    for name in FOREIGN:
        make_old(tmp_path / name)
    make_old(tmp_path / EARLIER[0], 0o644)
    assert sweep(tmp_path) == []
    atomic_write(tmp_path / "new", b"1")
    assert names(tmp_path) == sorted([*FOREIGN, EARLIER[0], "new"])


def test_what_cannot_be_removed_is_told_and_stops_no_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kill(writer(tmp_path / "one.md"))
    remove = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - pathlib's signature
        if path.name.startswith(".one"):
            raise PermissionError(13, "Permission denied", str(path))
        remove(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(PermissionError):
        sweep(tmp_path)
    atomic_write(tmp_path / "two.md", b"2")
    assert (tmp_path / "two.md").read_bytes() == b"2"
