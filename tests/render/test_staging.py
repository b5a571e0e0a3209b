import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from feltsense.errors import RenderError
from feltsense.render.staging import staged

HOLD = """
import sys
from pathlib import Path
from feltsense.render.staging import staged
with staged(Path(sys.argv[1])) as folder:
    (folder / "song.mp3").write_text("half")
    print("ready", flush=True)
    sys.stdin.read()
"""


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_appear_together_when_the_block_ends(tmp_path: Path) -> None:
    with staged(tmp_path / "new" / "song.mp3") as folder:
        (folder / "song.mp3").write_text("sound")
        (folder / "song.vtt").write_text("words")
        assert not (tmp_path / "new" / "song.mp3").exists()
    assert left_behind(tmp_path / "new") == ["song.mp3", "song.vtt"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_a_block_that_fails_leaves_what_was_there(tmp_path: Path, error: type[BaseException]) -> None:
    (tmp_path / "song.mp3").write_text("old")
    with pytest.raises(error), staged(tmp_path / "song.mp3") as folder:
        raise error((folder / "song.mp3").write_text("new"))
    assert left_behind(tmp_path) == ["song.mp3"]
    assert (tmp_path / "song.mp3").read_text() == "old"


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="no space left") as caught, staged(tmp_path / "song.mp3"):
        raise OSError(28, "No space left on device")
    assert "free some space" in caught.value.hint
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize("kept", [False, True])
def test_a_folder_that_was_made_for_it_goes_again_where_it_is_empty(tmp_path: Path, *, kept: bool) -> None:
    (tmp_path / "mine").mkdir()
    target = tmp_path / "mine" / "new" / "out" / "song.mp3"

    def fail() -> None:
        if kept:
            (target.parent.parent / "somebody's").write_text("")
        raise OSError(28, "No space left on device")

    with pytest.raises(RenderError), staged(target):
        fail()
    assert left_behind(tmp_path / "mine") == (["new"] if kept else [])


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(RenderError, match="could not be written"), staged(tmp_path / "taken" / "song.mp3"):
        pass


def start(target: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    assert process.stdout
    process.stdin.close()
    process.wait(30)
    process.stdout.close()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
def test_what_a_killed_render_left_is_swept_by_the_next(tmp_path: Path) -> None:
    process = start(tmp_path / "song.mp3")
    os.kill(process.pid, signal.SIGKILL)
    end(process)
    assert [name for name in left_behind(tmp_path) if not name.startswith(".")] == []
    with staged(tmp_path / "song.mp3") as folder:
        (folder / "song.mp3").write_text("whole")
    assert left_behind(tmp_path) == ["song.mp3"]


def test_a_render_that_still_runs_is_left_alone(tmp_path: Path) -> None:
    process = start(tmp_path / "song.mp3")
    with staged(tmp_path / "song.mp3") as folder:
        (folder / "song.mp3").write_text("mine")
    assert (tmp_path / "song.mp3").read_text() == "mine"
    end(process)
    assert process.returncode == 0
    assert left_behind(tmp_path) == ["song.mp3"]
    assert (tmp_path / "song.mp3").read_text() == "half"


def test_odd_names_are_no_patterns(tmp_path: Path) -> None:
    process = start(tmp_path / "song.mp3")
    with staged(tmp_path / "[s]o*.mp3") as folder:
        (folder / "[s]o*.mp3").write_text("mine")
    end(process)
    assert left_behind(tmp_path) == ["[s]o*.mp3", "song.mp3"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")
@pytest.mark.parametrize("code", [errno.ENOTSUP, errno.ENOLCK])
def test_a_file_system_without_locks_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    import fcntl  # noqa: PLC0415 - POSIX only

    def refuse(_file: int, _operation: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with staged(tmp_path / "song.mp3") as folder:
        (folder / "song.mp3").write_text("sound")
    assert left_behind(tmp_path) == ["song.mp3"]
