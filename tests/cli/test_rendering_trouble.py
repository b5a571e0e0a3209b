"""A render that is interrupted, killed, doubled, robbed, or has no room: nothing half is ever left behind."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from running import PROGRAM, SINE_PROGRAM, SMALL, Ran, ended, started

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are those of Unix"),
    pytest.mark.usefixtures("quick_start"),
]

PATIENCE_S = 60
"""Only something broken waits this long."""

MANY = 32


def sentences(count: int) -> str:
    return "\n".join(f"This is sentence number {n}." for n in range(count))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Make a workspace whose script takes a while to speak: many sentences, each of its own."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "exercises" / "small.md").write_text(SMALL, "utf-8")
    (tmp_path / "exercises" / "some.md").write_text(f"{SMALL}\n{sentences(8)}", "utf-8")
    (tmp_path / "exercises" / "many.md").write_text(f"{SMALL}\n{sentences(MANY)}", "utf-8")
    return tmp_path


@pytest.fixture
def over_rain(workspace: Path) -> Path:
    """A workspace where `many` is spoken at once and takes a while to write: over rain, nothing is cached."""
    script = SMALL.replace("---\n", "---\nsoundscape: rain\n", 1)
    (workspace / "exercises" / "many.md").write_text(f"{script}\n[repeat 100 times]\n{sentences(4)}\n[end]", "utf-8")
    return workspace


@dataclass
class Voice:
    """How many phrases are spoken by now; the next waits."""

    workspace: Path

    @property
    def number(self) -> Path:
        return self.workspace / "let"

    def let(self, phrases: int) -> None:
        new = self.number.with_suffix(".new")
        new.write_text(str(phrases), "utf-8")
        new.replace(self.number)

    def render(self, *arguments: str) -> "subprocess.Popen[str]":
        return render(self.workspace, *arguments, LET=str(self.number))


@pytest.fixture
def voice(workspace: Path) -> Voice:
    """Five phrases are spoken; the sixth is under way for as long as it is wanted."""
    made = Voice(workspace)
    made.let(5)
    return made


def render(
    workspace: Path, *arguments: str, program: Sequence[str] = SINE_PROGRAM, **environment: str
) -> "subprocess.Popen[str]":
    ordered = ("--workspace", str(workspace), "render", *arguments)
    return started(*ordered, cwd=workspace / "out", program=program, **environment)


def wait_for(done: Callable[[], bool], process: "subprocess.Popen[str]") -> None:
    until = time.monotonic() + PATIENCE_S
    while not done():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.005)  # looks again; nothing depends on how long this is


def spoken(workspace: Path) -> int:
    return len(list((workspace / "audio_cache").rglob("*.speech")))


def encoded(workspace: Path) -> int:
    return len(list((workspace / "audio_cache").rglob("*.rendered")))


def kept(workspace: Path, count: int) -> bool:
    return spoken(workspace) >= count


def left(workspace: Path) -> list[str]:
    return sorted(path.name for path in (workspace / "out").iterdir())


def test_ctrl_c_in_the_middle_leaves_nothing_half_and_a_clear_word(workspace: Path) -> None:
    process = render(workspace, "many", program=PROGRAM)
    wait_for(partial(kept, workspace, 5), process)
    process.send_signal(signal.SIGINT)
    ran = ended(process)
    assert ran.code == 130
    assert "Nothing is lost" in ran.err
    assert "Traceback" not in ran.err
    assert left(workspace) == []
    assert spoken(workspace) >= 5
    assert not list((workspace / "audio_cache").rglob("*.unfinished"))


def writing(workspace: Path) -> bool:
    return bool(left(workspace))


SIGNALS = [(signal.SIGTERM, 143), (signal.SIGHUP, 129)]


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_the_systems_signals_end_it_as_ctrl_c_does(
    workspace: Path, voice: Voice, number: signal.Signals, code: int
) -> None:
    process = voice.render("many")
    wait_for(partial(kept, workspace, 5), process)
    expect_a_kind_end(workspace, process, number, code)


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_they_do_while_it_is_writing(over_rain: Path, number: signal.Signals, code: int) -> None:
    process = render(over_rain, "many")
    wait_for(partial(writing, over_rain), process)
    expect_a_kind_end(over_rain, process, number, code)


def expect_a_kind_end(workspace: Path, process: "subprocess.Popen[str]", number: signal.Signals, code: int) -> None:
    process.send_signal(number)
    ran = ended(process)
    assert ran.code == code
    assert "Nothing is lost" in ran.err
    assert "Traceback" not in ran.err
    assert left(workspace) == []


def test_a_signal_that_is_ignored_from_the_beginning_stays_ignored(workspace: Path, voice: Voice) -> None:
    voice.let(1)
    process = render(workspace, "small", program=["nohup", *SINE_PROGRAM], LET=str(voice.number))
    wait_for(partial(kept, workspace, 1), process)
    process.send_signal(signal.SIGHUP)
    voice.let(3)
    assert ended(process).code == 0
    assert "small.mp3" in left(workspace)


def test_what_a_killed_render_left_goes_with_the_next_render_into_the_folder(over_rain: Path) -> None:
    workspace = over_rain
    process = render(workspace, "many")
    wait_for(partial(writing, workspace), process)
    process.kill()
    process.communicate()
    (remains,) = left(workspace)
    assert remains.startswith(".many.mp3.")
    assert ended(render(workspace, "small")).code == 0
    assert len(left(workspace)) == 5
    assert remains not in left(workspace)


def test_killed_in_the_middle_and_run_again_it_goes_on_where_it_was(workspace: Path, voice: Voice) -> None:
    process = voice.render("many")
    wait_for(partial(kept, workspace, 5), process)
    process.kill()
    process.communicate()
    assert left(workspace) == []
    assert spoken(workspace) == 5
    ran = ended(render(workspace, "many", "--json"))
    assert ran.code == 0
    (report,) = json.loads(ran.out)
    assert report["spoken"] == MANY + 3 - 5


def test_killed_while_writing_there_is_no_half_file_under_its_name(workspace: Path) -> None:
    assert ended(render(workspace, "some", "-o", "../first")).code == 0
    process = render(workspace, "some")
    wait_for(lambda: any((workspace / "out").iterdir()), process)
    process.kill()
    process.communicate()
    assert "some.mp3" not in left(workspace) or (workspace / "out" / "some.timeline.json").exists()
    assert ended(render(workspace, "some")).code == 0
    whole = (workspace / "first" / "some.mp3").read_bytes()
    assert (workspace / "out" / "some.mp3").read_bytes() == whole


def test_killed_while_encoded_sound_is_cached_nothing_torn_is_used(workspace: Path) -> None:
    script = workspace / "exercises" / "some.md"
    script.write_text("\n[pause about 3s]\n".join((SMALL, *sentences(8).splitlines())), "utf-8")
    assert ended(render(workspace, "some", "-o", "../first")).code == 0
    assert encoded(workspace) > 8
    for path in (workspace / "audio_cache").rglob("*.rendered"):
        path.unlink()
    process = render(workspace, "some")
    wait_for(lambda: encoded(workspace) >= 3, process)
    process.kill()
    process.communicate()
    assert ended(render(workspace, "some")).code == 0
    for path in (workspace / "first").iterdir():
        assert (workspace / "out" / path.name).read_bytes() == path.read_bytes(), path.name


def test_two_at_once_both_come_out_whole(workspace: Path) -> None:
    both = [render(workspace, "some"), render(workspace, "some")]
    assert [ended(process).code for process in both] == [0, 0]
    assert ended(render(workspace, "some", "-o", "../again")).code == 0
    assert len(left(workspace)) == 5
    for name in left(workspace):
        assert (workspace / "out" / name).read_bytes() == (workspace / "again" / name).read_bytes(), name


def test_the_cache_may_be_deleted_at_any_moment(workspace: Path, voice: Voice) -> None:
    process = voice.render("many")
    for allowed in (10, 17, 1000):  # what was deleted is spoken again
        wait_for(partial(kept, workspace, 5), process)
        shutil.rmtree(workspace / "audio_cache", ignore_errors=True)
        voice.let(allowed)
    assert ended(process).code == 0
    assert len(left(workspace)) == 5


def test_a_full_disk_is_told_and_leaves_nothing(workspace: Path) -> None:
    # 64 KiB: enough for each sentence in the cache, too little for all of them in one file
    limited = ["bash", "-c", 'ulimit -f 64; exec "$@"', "limited", *SINE_PROGRAM]
    out = subprocess.run(
        [*limited, "--workspace", str(workspace), "render", "many"],
        cwd=workspace / "out",
        capture_output=True,
        text=True,
        check=False,
    )
    assert out.returncode == 1
    assert "many.mp3" in out.stderr
    assert "Traceback" not in out.stderr
    assert "inside feltsense" not in out.stderr
    assert left(workspace) == []


def test_a_home_that_cannot_be_written_is_no_matter(workspace: Path) -> None:
    home = workspace / "home"
    home.write_text("a file, and no folder can be made in it")
    environment = {"HOME": str(home), "FELTSENSE_HOME": str(home / "data")}
    assert ended(render(workspace, "small", program=PROGRAM, **environment)).code == 0


def test_a_workspace_that_cannot_be_written_is_told_and_no_matter(workspace: Path) -> None:
    (workspace / "audio_cache").write_text("in the way")
    ran = ended(render(workspace, "small"))
    assert ran.code == 0
    assert "It is kept only until this command ends." in ran.err
    assert len(left(workspace)) == 5


def test_it_needs_no_network(workspace: Path) -> None:
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody cut off its network")
    out = subprocess.run(
        [*alone, *PROGRAM, "--workspace", str(workspace), "render", "small"],
        cwd=workspace / "out",
        env={**os.environ, "HOME": str(workspace / "fresh")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert Ran(out.returncode, out.stdout, "").code == 0, out.stderr
    assert not (workspace / "fresh").exists()
