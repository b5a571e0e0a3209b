"""The lock between processes: one holds it, and a killed one leaves none behind."""

import signal
import subprocess
import sys
from pathlib import Path

from feltsense.system.process_lock import ProcessLock

HOLD = """
import sys
from pathlib import Path
from feltsense.system.process_lock import ProcessLock

lock = ProcessLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def test_one_holds_it_at_a_time(tmp_path: Path) -> None:
    one, other = ProcessLock(tmp_path / "lock"), ProcessLock(tmp_path / "lock")
    assert one.acquire()
    assert one.acquire()
    assert not other.acquire()
    one.release()
    one.release()
    assert other.acquire()
    other.release()
    assert (tmp_path / "lock").read_bytes() == b""


def test_a_killed_process_leaves_it_free(tmp_path: Path) -> None:
    lock = ProcessLock(tmp_path / "lock")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline().strip() == b"True"
        assert not lock.acquire()
        holder.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    assert lock.acquire()
    lock.release()


def test_where_it_cannot_be_made_nobody_is_held_up(tmp_path: Path) -> None:
    assert ProcessLock(tmp_path / "nowhere" / "lock").acquire()
