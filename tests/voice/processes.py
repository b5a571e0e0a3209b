"""What is running, as Linux tells it."""

import os
import select
from pathlib import Path

import pytest


def children() -> set[int]:
    """Return the processes that this one started and did not take leave of; a zombie is one of them."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("this system does not tell its processes")
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = stat.read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if int(parent) == os.getpid():
            found.add(int(stat.parent.name))
    return found


def runs(pid: int) -> bool:
    """Tell whether there is such a process that is not a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def ends(pid: int, patience_s: float) -> bool:
    """Wait for a process that is no child of this one, and tell whether it has ended; a zombie has."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([watched], [], [], patience_s)[0])
    finally:
        os.close(watched)
