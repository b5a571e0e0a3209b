"""The program without the right to read and write everything, which root otherwise has."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from running import PROGRAM, Ran
from tests_support import missing

_PR_CAPBSET_DROP = 24
_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 1, 2


def _without_override() -> None:
    """Give up root's right to pass over the rights of files; run in the new process, before the program."""
    if os.geteuid() == 0:
        library = ctypes.CDLL(None)
        for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            library.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)


def _run(command: list[str], cwd: Path, **environment: str) -> Ran:
    ran = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_without_override,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def run_without_rights(*arguments: str, cwd: Path, program: Sequence[str] = PROGRAM, **environment: str) -> Ran:
    """Run the program so that the rights of files hold for it, too."""
    return _run([*program, *arguments], cwd, **environment)


@contextmanager
def closed(path: Path) -> Iterator[None]:
    """Take all rights away from a file or folder for a while."""
    before = path.stat().st_mode
    path.chmod(0)
    try:
        yield
    finally:
        path.chmod(before)


def need_rights(folder: Path) -> None:
    """Skip where no process can be without rights; with FELTSENSE_TEST_ALL=1 that is a failure."""
    if os.name != "posix":
        pytest.skip("rights are kept otherwise there")
    (folder / "file").touch()
    with closed(folder / "file"):
        reads = _run([sys.executable, "-c", "open('file')"], folder).code == 0
    if reads:
        missing("root cannot be kept from reading everything here")
