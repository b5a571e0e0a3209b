"""Nobody's script, however odd, takes the parser long, takes it down, or takes all memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PARTS = 3

LIMITED = """
import sys
if sys.platform != "win32":  # processes are limited another way there
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from extremes import extremes
from test_anything import assert_promises
part, parts = map(int, sys.argv[1:])
for name, script in list(extremes())[part::parts]:
    print(name, flush=True)
    assert_promises(script)
"""
"""A third of a second for each is far too long for any; anything that grows with the square would take an hour."""


@pytest.mark.parametrize("part", range(PARTS))
def test_they_are_answered_in_little_time_and_memory(part: int) -> None:
    here = Path(__file__).parent
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, str(part), str(PARTS)],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(here.parent), "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, f"{ran.stdout.splitlines()[-1:]}: {ran.stderr}"
    assert len(ran.stdout.splitlines()) > 40
