"""Nobody's script, however odd, takes the parser long, takes it down, or takes all memory."""

import subprocess
import sys
from pathlib import Path

import pytest
from extremes import extremes
from test_anything import assert_promises

pytestmark = pytest.mark.slow

NAMED = [pytest.param(script, id=f"{number}") for number, (_, script) in enumerate(extremes())]

LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (768 << 20, 768 << 20))
resource.setrlimit(resource.RLIMIT_CPU, (240, 240))
from extremes import extremes
from feltsense.script.parser import parse
for name, script in extremes():
    print(name, len(parse(script, "sample").diagnostics))
"""
"""About a second for each is far too long for any; anything that grows with the square would take hours."""


@pytest.mark.parametrize("script", NAMED)
def test_it_is_answered(script: bytes | str) -> None:
    assert_promises(script)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are limited another way there")
def test_they_fit_into_little_time_and_memory() -> None:
    here = Path(__file__).parent
    ran = subprocess.run([sys.executable, "-c", LIMITED], cwd=here, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout[-200:] + ran.stderr
    assert len(ran.stdout.splitlines()) >= len(NAMED)
